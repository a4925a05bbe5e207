"""The vote of a member: suspend, restore, exempt."""

from django.utils.translation import gettext_lazy as _

from amana.desk.forms.asks import REGISTERING, Act, Ask
from amana.desk.forms.membership import BODY, STATE
from amana.organisation import acts

__all__ = ["ACTS"]

UNTIL = Ask(
    "until", _("Until"), "day",
    _("The first day on which it no longer holds, where that is fixed, in either calendar."),
)  # fmt: skip
DECIDED = Ask("decided_by", _("Decided by"), "texts", _("The session or body that decided it."))
RULES = ("membership.suspension",)

ACTS = (
    Act(
        "vote.suspend",
        _("The vote of a member is suspended, not its participation; it remains on the roll."),
        REGISTERING,
        (
            STATE,
            Ask("since", _("Suspended from"), "day", _("The first day, in either calendar."), True),
            UNTIL,
            Ask("why", _("Why"), "texts", _("For example: contributions in arrears."), True),
            BODY, DECIDED,
        ),
        acts.suspend_vote,
        rules=RULES,
        proof=True,
    ),
    Act(
        "vote.restore",
        _("A suspension of the vote ends, and with it an exemption from it."),
        REGISTERING,
        (
            STATE,
            Ask("day", _("Votes again from"), "day",
                _("The first day that is no longer suspended, in either calendar."), True,
                arg="on"),
            BODY,
            Ask("lifted_by", _("Lifted by"), "texts", _("The session or body that decided it.")),
        ),
        acts.restore_vote,
        rules=RULES,
    ),
    Act(
        "vote.exempt",
        _("A member votes although its vote is suspended; the suspension itself stays."),
        REGISTERING,
        (
            STATE,
            Ask("since", _("Exempt from"), "day", _("The first day, in either calendar."), True),
            UNTIL, BODY, DECIDED,
        ),
        acts.exempt_from_suspension,
        rules=RULES,
    ),
    Act(
        "vote.end-exemption",
        _("An exemption ends; the vote is suspended again."),
        REGISTERING,
        (
            STATE,
            Ask("day", _("No longer exempt from"), "day",
                _("The first day on which it no longer holds, in either calendar."), True,
                arg="on"),
            BODY,
        ),
        acts.end_exemption,
        rules=RULES,
    ),
)  # fmt: skip
