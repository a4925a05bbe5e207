"""Membership: admit, record an observer, suspend, reinstate, end."""

from django.utils.translation import gettext_lazy as _

from amana.desk.forms.asks import REGISTERING, Act, Ask
from amana.organisation import acts

__all__ = ["ACTS"]

STATE = Ask("state", _("State"), "choice", required=True, choices="states")
BODY = Ask(
    "body", _("In which body"), "choice", _("Leave it empty for the organisation itself."),
    choices="bodies", rare=True,
)  # fmt: skip
OF = Ask("of", _("What is suspended"), "choice", required=True, choices="suspended",
         initial="participation")  # fmt: skip
LAST = Ask(
    "day", _("First day without it"), "day",
    _("The first day on which it no longer holds, in either calendar."), True, arg="on",
)  # fmt: skip

ACTS = (
    Act(
        "membership.admit",
        _("A state becomes a member from a day; if it was an observer, it ceases to be one."),
        REGISTERING,
        (
            STATE,
            Ask("since", _("Member from"), "day",
                _("The first day of membership, in either calendar."), True),
            BODY,
            Ask("group", _("Regional group"), "choice",
                _("The group it joins the same day, if any."), choices="groups"),
            Ask("founding", _("It is a founding member"), "flag"),
        ),
        acts.admit,
        rules=("membership.admission",),
    ),
    Act(
        "membership.observe",
        _("A state or an organisation takes part as an observer from a day."),
        REGISTERING,
        (
            Ask("state", _("State"), "choice", _("Either a state or an organisation."),
                choices="states"),
            Ask("member_body", _("Organisation"), "choice",
                _("Only where the observer is not a state."), choices="bodies"),
            Ask("since", _("Observer from"), "day", _("The first day, in either calendar."), True),
            BODY,
        ),
        acts.record_observer,
        rules=("membership.observer",),
    ),
    Act(
        "membership.suspend",
        _("The participation of a member, or only its vote, is suspended; it remains a member."),
        REGISTERING,
        (
            STATE, OF,
            Ask("since", _("Suspended from"), "day", _("The first day, in either calendar."), True),
            BODY,
            Ask("decided_by", _("Decided by"), "texts", _("The session or body that decided it.")),
        ),
        acts.suspend,
        rules=("membership.suspension",),
    ),
    Act(
        "membership.reinstate",
        _("A suspension ends, and the member takes part again."),
        REGISTERING,
        (
            STATE, OF,
            Ask("day", _("Takes part again from"), "day",
                _("The first day that is no longer suspended, in either calendar."), True,
                arg="on"),
            BODY,
            Ask("lifted_by", _("Lifted by"), "texts", _("The session or body that decided it.")),
        ),
        acts.reinstate,
        rules=("membership.suspension",),
    ),
    Act(
        "membership.withdraw",
        _("A membership ends, and with it its suspensions and its place in a group."),
        REGISTERING,
        (STATE, LAST, BODY),
        acts.withdraw,
        rules=("membership.withdrawal",),
        grave=True,
    ),
)  # fmt: skip
