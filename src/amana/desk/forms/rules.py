"""Rules: set, amend, repeal."""

from django.utils.translation import gettext_lazy as _

from amana.desk.forms.asks import REGISTERING, Act, Ask
from amana.organisation import acts

__all__ = ["ACTS"]

RULE = Ask("rule", _("Rule"), "choice", required=True, choices="rules")
BODY = Ask(
    "body", _("Of which body"), "choice", _("Leave it empty for the organisation itself."),
    choices="bodies", rare=True,
)  # fmt: skip
VALUE = (
    Ask("value", _("Value"), "text", _("The number or word by which software reads it: 5."), True),
    Ask("unit", _("Unit"), "texts", _("Years, days, a share of what.")),
    Ask("shown", _("As shown to readers"), "texts", _("Five years, renewable once.")),
    Ask("text", _("What the rule says"), "long", _("In own words, in full sentences."), True),
    Ask("since", _("In force from"), "day", _("The first day, in either calendar."), True),
    Ask(
        "renewals",
        _("Renewals allowed"),
        "number",
        _("For terms of office: 1 for “once”."),
        rare=True,
    ),
    Ask("min_members", _("Least number of members"), "number", rare=True),
    BODY,
)

ACTS = (
    Act(
        "rule.set",
        _("A value begins where none is in force; a parameter that is new gets its title."),
        REGISTERING,
        (
            Ask("rule", _("Key of the rule"), "key",
                _("That of a rule on record, or a new one: secretary-general.term-length."), True),
            Ask("title", _("Title, if the rule is new"), "texts"),
            Ask("group", _("Group, if the rule is new"), "choice", choices="rule_groups",
                required=True, initial="other"),
            *VALUE,
        ),
        acts.set_rule,
    ),
    Act(
        "rule.amend",
        _("Another value begins, and the value in force ends the day before."),
        REGISTERING, (RULE, *VALUE), acts.amend_rule,
    ),
    Act(
        "rule.repeal",
        _("The value in force ends, and no other begins."),
        REGISTERING,
        (
            RULE,
            Ask("day", _("First day without it"), "day",
                _("The first day on which it is no longer in force, in either calendar."), True,
                arg="on"),
            BODY,
        ),
        acts.repeal_rule,
        grave=True,
    ),
)  # fmt: skip
