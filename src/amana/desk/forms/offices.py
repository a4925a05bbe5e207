"""Persons, offices, terms: record, create, elect, appoint, end, extend."""

from django.utils.translation import gettext_lazy as _

from amana.desk.forms.asks import APPOINTING, KEEPING, OPENING, Act, Ask
from amana.desk.forms.bodies import KEY
from amana.organisation import acts

__all__ = ["ACTS"]

TERM = Ask("term", _("Term"), "choice", required=True, choices="terms")
CHOSEN = (
    Ask("office", _("Office"), "choice", required=True, choices="offices"),
    Ask("person", _("Person"), "choice",
        _("Who is not in the list is first put on record as a person."), choices="persons",
        missing=("person.record", _("The person is not in the list: put them on record first."))),
    Ask("state", _("State"), "choice", _("Only for an office that states hold, such as a chair."),
        choices="states"),
    Ask("since", _("Holds it from"), "day", _("The first day in office, in either calendar."),
        True),
    Ask("until", _("First day after it"), "day",
        _("Only where an end is decided already; otherwise the rule gives the expected end.")),
    Ask("elected", _("Chosen on"), "day", _("The day of the election or appointment.")),
    Ask("elected_by", _("Chosen by"), "texts", _("The session, body or person.")),
    Ask("acting", _("In an acting capacity"), "flag",
        _("Such a term is not counted, and has no expected end."), rare=True),
    Ask("group", _("Chosen for the group"), "choice", choices="groups", rare=True),
    Ask("seat", _("Seat number"), "number", _("Leave it empty for the first free one."), rare=True),
    Ask("ordinal", _("Number in order"), "number", _("The eleventh holder has 11."), rare=True),
)  # fmt: skip
LENGTH = ("secretary-general.term-length", "assistant-secretary-general.term-length")

ACTS = (
    Act(
        "person.record",
        _("A person is put on record, before being elected or appointed."),
        OPENING,
        (
            KEY,
            Ask("names", _("Name"), "texts", _("As the person is written in each language."), True),
            Ask("nationality", _("Nationality"), "choice", choices="states"),
            Ask("spellings", _("Other spellings"), "lines", _("One a line, as met in sources.")),
        ),
        acts.record_person,
    ),
    Act(
        "office.create",
        _("An office of a body begins to exist, for so many holders at once."),
        OPENING,
        (
            KEY,
            Ask("body", _("Body"), "choice", required=True, choices="bodies"),
            Ask("title", _("Title"), "texts", _("One language is enough."), True),
            Ask("since", _("From"), "day", _("The first day of the office, in either calendar."),
                True),
            Ask("seats", _("Number of seats"), "number", initial=1),
            Ask("held_by", _("Held by"), "choice", required=True, choices="held_by",
                initial="person"),
            Ask("term_rule", _("Rule of the length of the term"), "choice", choices="rules"),
            Ask("powers", _("Powers that the office gives"), "several",
                _("Most offices give none."), choices="powers"),
            Ask("chief", _("It heads its body"), "flag"),
        ),
        acts.create_office,
        proof=True,
    ),
    Act(
        "term.elect",
        _("A person or state is elected to an office; the rule in force gives the expected end."),
        APPOINTING, CHOSEN, acts.elect,
        proof=True,
    ),
    Act(
        "term.appoint",
        _("A person or state is appointed to an office; the rule in force gives the expected end."),
        APPOINTING, CHOSEN, acts.appoint,
        proof=True,
    ),
    Act(
        "term.end",
        _("A term ends, because its holder resigned, died, was succeeded or completed it."),
        KEEPING,
        (
            TERM,
            Ask("day", _("First day after it"), "day",
                _("The first day on which the holder no longer serves, in either calendar."), True,
                arg="on"),
            Ask("end_reason", _("Why it ended"), "texts"),
        ),
        acts.end_term,
        proof=True,
    ),
    Act(
        "term.extend",
        _("A decision moves the expected end of a running term to a later day."),
        KEEPING,
        (
            TERM,
            Ask("until", _("New expected end"), "exact",
                _("Year, month and day, in either calendar."), True),
        ),
        acts.extend_term,
        rules=LENGTH,
    ),
)  # fmt: skip
