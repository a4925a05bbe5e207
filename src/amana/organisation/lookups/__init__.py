"""Every read of this room: on a day, in a bounded number of queries.

What other rooms may ask stands here; `organisation.api` is the door to it.
"""

from amana.organisation.lookups.annals import Happening, annals
from amana.organisation.lookups.bodies import (
    BodyRow,
    bodies,
    institutions,
    named,
    names_over_time,
    root,
    seats,
)
from amana.organisation.lookups.body_lists import Node, by_kind, tree
from amana.organisation.lookups.body_page import (
    Answer,
    BodyPage,
    Neighbour,
    answers_about,
    body_page,
)
from amana.organisation.lookups.holders import (
    Gap,
    Held,
    OfficeLife,
    OfficeOn,
    Tenure,
    held_on,
    office_life,
    office_lives,
    offices_on,
)
from amana.organisation.lookups.naming import name_of_body, name_of_state
from amana.organisation.lookups.outline import (
    Counts,
    Participant,
    begins,
    counts,
    main_seat,
    participants,
)
from amana.organisation.lookups.persons import PersonView, person_view
from amana.organisation.lookups.questions import QuestionView, question, questions
from amana.organisation.lookups.roll import Applicant, Entry, Group, Roll, applicants, roll
from amana.organisation.lookups.rules_in_force import RuleRow, rule, rule_history, rulebook
from amana.organisation.lookups.state_history import Standing, StateHistory, state_history
from amana.organisation.lookups.voting import Exempt, VotingRoll, Withheld, roll_of

__all__ = [
    "Answer", "Applicant", "BodyPage", "BodyRow", "Counts", "Entry", "Exempt", "Gap", "Group",
    "Happening", "Held", "Neighbour", "Node", "OfficeLife", "OfficeOn", "Participant",
    "PersonView", "QuestionView", "Roll", "RuleRow", "Standing", "StateHistory", "Tenure",
    "VotingRoll", "Withheld", "annals", "answers_about", "applicants", "begins", "bodies",
    "body_page", "by_kind", "counts", "held_on", "institutions", "main_seat", "name_of_body",
    "name_of_state", "named", "names_over_time", "office_life", "office_lives", "offices_on",
    "participants", "person_view", "question", "questions", "roll", "roll_of", "root", "rule",
    "rule_history", "rulebook", "seats", "state_history", "tree",
]  # fmt: skip
