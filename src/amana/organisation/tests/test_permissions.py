"""Who may do what: the whole table, without a database."""

from datetime import date

import pytest

from amana.kernel.authority import Authority, OfficeHeld
from amana.kernel.words import Words
from amana.organisation import permissions as p

ON = date(2026, 11, 24)
WITHIN_CABINET = ("dept-cabinet", "general-secretariat")


def holding(*offices: tuple[str, str, str], **account: bool) -> Authority:
    held = tuple(OfficeHeld(key, Words(), body, frozenset({power})) for key, body, power in offices)
    powers = frozenset({"administrator"}) if account.get("administrator") else frozenset()
    return Authority("account:1", "Somebody", ON, held, powers)


REGISTRAR = holding(("registrar", "general-secretariat", "registrar"))
CHIEF = holding(("secretary-general", "general-secretariat", "secretary-general"))
HEAD = holding(("head-dept-cabinet", "dept-cabinet", "head-of-department"))
OTHER = holding(("head-dept-legal", "dept-legal", "head-of-department"))
ADMIN = holding(administrator=True)
NOBODY = holding()
POWERLESS = Authority("a", "b", ON, (OfficeHeld("clerk", Words(), "dept-cabinet"),))
EVERYBODY = {"registrar": REGISTRAR, "chief": CHIEF, "head": HEAD, "other head": OTHER,
             "administrator": ADMIN, "nobody": NOBODY, "powerless": POWERLESS}  # fmt: skip

QUESTIONS = {
    "register": p.may_register,
    "correct": p.may_correct,
    "link accounts": p.may_link_accounts,
    "record persons": p.may_record_persons,
    "keep an office under the cabinet": lambda by: p.may_keep_body(by, "geneva", WITHIN_CABINET),
    "keep the cabinet": lambda by: p.may_keep_body(by, "dept-cabinet", ("general-secretariat",)),
    "keep the secretariat": lambda by: p.may_keep_body(by, "general-secretariat"),
    "appoint under the cabinet": lambda by: p.may_appoint(by, "geneva", WITHIN_CABINET),
    "appoint the head of the cabinet": lambda by: p.may_appoint(
        by, "dept-cabinet", ("general-secretariat",), office="head-dept-cabinet",
        powers=["head-of-department"],
    ),
    "appoint a head under the cabinet": lambda by: p.may_appoint(
        by, "geneva", WITHIN_CABINET, office="head-geneva", powers=["head-of-department"]
    ),
    "appoint a registrar under the cabinet": lambda by: p.may_appoint(
        by, "geneva", WITHIN_CABINET, office="registrar", powers=["registrar"]
    ),
    "create an office under the cabinet": lambda by: p.may_create_office(
        by, "geneva", WITHIN_CABINET
    ),
    "create a power under the cabinet": lambda by: p.may_create_office(
        by, "geneva", WITHIN_CABINET, powers=["head-of-department"]
    ),
}  # fmt: skip
REGISTRY = {"registrar", "chief"}
TABLE = {
    "register": REGISTRY,
    "correct": REGISTRY,
    "link accounts": REGISTRY | {"administrator"},
    "record persons": REGISTRY | {"administrator", "head", "other head"},
    "keep an office under the cabinet": REGISTRY | {"head"},
    "keep the cabinet": REGISTRY | {"head"},
    "keep the secretariat": REGISTRY,
    "appoint under the cabinet": REGISTRY | {"administrator", "head"},
    "appoint the head of the cabinet": REGISTRY | {"administrator"},
    "appoint a head under the cabinet": REGISTRY | {"administrator", "head"},
    "appoint a registrar under the cabinet": REGISTRY | {"administrator"},
    "create an office under the cabinet": REGISTRY | {"administrator", "head"},
    "create a power under the cabinet": REGISTRY | {"administrator"},
}


def test_the_table_asks_every_question() -> None:
    assert TABLE.keys() == QUESTIONS.keys()


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("who", EVERYBODY)
def test_whoever_the_table_names_may_and_nobody_else(who: str, question: str) -> None:
    assert QUESTIONS[question](EVERYBODY[who]) is (who in TABLE[question])


def test_the_register_is_told_by_which_power_an_act_was_done() -> None:
    both = holding(("head-dept-cabinet", "dept-cabinet", "head-of-department"), administrator=True)
    assert p.power_to_appoint(both, "geneva", WITHIN_CABINET) == "head-of-department"
    assert p.power_to_appoint(both, "dept-legal", ("general-secretariat",)) == "administrator"
    assert p.power_to_keep_body(CHIEF, "geneva") == "secretary-general"
    assert p.power_to_register(NOBODY) == ""


def test_no_office_gives_the_power_of_the_account() -> None:
    assert "administrator" not in p.OFFICE_POWERS
