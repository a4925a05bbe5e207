"""Membership: admit, observe, suspend, reinstate, end, apply; what befell it; the states."""

from django.utils.translation import gettext_lazy as _

from amana.desk.forms.asks import REGISTERING, Act, Ask
from amana.desk.forms.bodies import NAMES, SINCE
from amana.organisation import acts

__all__ = ["ACTS"]

STATE = Ask("state", _("State"), "choice", required=True, choices="states")
NEW = ("state.record", _("The state is not in the list: put it on record first."))
EITHER = (
    Ask("state", _("State"), "choice", _("Either a state or an organisation."), choices="states",
        missing=NEW),
    Ask("member_body", _("Organisation"), "choice", _("Only where the party is not a state."),
        choices="bodies"),
)  # fmt: skip
BODY = Ask(
    "body", _("In which body"), "choice", _("Leave it empty for the organisation itself."),
    choices="bodies", rare=True,
)  # fmt: skip
LAST = Ask(
    "day", _("First day without it"), "day",
    _("The first day on which it no longer holds, in either calendar."), True, arg="on",
)  # fmt: skip
OFFICIAL = Ask("official", _("Official name"), "texts")

ACTS = (
    Act(
        "membership.admit",
        _("A state becomes a member from a day; if it was an observer, it ceases to be one."),
        REGISTERING,
        (
            Ask("state", _("State"), "choice", required=True, choices="states", missing=NEW),
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
            *EITHER,
            Ask("since", _("Observer from"), "day", _("The first day, in either calendar."), True),
            BODY,
        ),
        acts.record_observer,
        rules=("membership.observer",),
    ),
    Act(
        "membership.suspend",
        _("The participation of a member is suspended; it remains a member."),
        REGISTERING,
        (
            STATE,
            Ask("since", _("Suspended from"), "day", _("The first day, in either calendar."), True),
            BODY,
            Ask("decided_by", _("Decided by"), "texts", _("The session or body that decided it.")),
        ),
        acts.suspend,
        rules=("membership.suspension",),
        proof=True,
    ),
    Act(
        "membership.reinstate",
        _("The suspension of its participation ends, and the member takes part again."),
        REGISTERING,
        (
            STATE,
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
    Act(
        "application.record",
        _("A state or an organisation asks to become a member or an observer."),
        REGISTERING,
        (
            *EITHER,
            Ask("sought", _("What it asks to be"), "choice", required=True, choices="sought"),
            Ask("since", _("Applied on"), "day",
                _("The day of the application, as exactly as it is known, in either calendar."),
                True),
            BODY,
        ),
        acts.record_application,
        rules=("membership.admission", "membership.observer"),
    ),
    Act(
        "status-event.record",
        _("Something befell a membership without changing it: a dispute, a recommendation, a "
          "decision, a merger."),
        REGISTERING,
        (
            STATE,
            Ask("kind", _("What happened"), "choice", required=True, choices="events"),
            Ask("day", _("When it happened"), "day",
                _("The day, as exactly as it is known, in either calendar."), True, arg="on"),
            BODY,
            Ask("decided_by", _("Decided by"), "texts", _("The session or body that decided it.")),
        ),
        acts.record_status_event,
    ),
    Act(
        "state.record",
        _("A state that is not yet in the lists is put on record with its name."),
        REGISTERING,
        (
            Ask("alpha3", _("Code of three letters"), "key",
                _("The code of ISO 3166-1, for example JOR."), True),
            Ask("alpha2", _("Code of two letters"), "key", _("For example JO.")),
            Ask("kind", _("Kind"), "choice", required=True, choices="state_kinds",
                initial="state"),
            NAMES, OFFICIAL,
            Ask("since", _("Bears this name from"), "day",
                _("Only where a source names the day, in either calendar.")),
            Ask("key", _("Key"), "key",
                _("A short name for addresses; the code in small letters where it is empty."),
                rare=True),
        ),
        acts.record_state,
    ),
    Act(
        "state.rename",
        _("From a day on a state bears another name; the name before ends that day."),
        REGISTERING,
        (STATE, NAMES, OFFICIAL, SINCE),
        acts.rename_state,
    ),
)  # fmt: skip
