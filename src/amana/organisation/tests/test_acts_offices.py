"""Persons, offices, elections and terms; the expected end follows the rule of the first day."""

import uuid
from datetime import date
from itertools import count
from typing import Any

import pytest

from amana.ground.facts import Provenance
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation import acts, api
from amana.organisation.models import Office, Person, Post, Term
from amana.organisation.tests.cast import (
    ADMINISTRATOR,
    HEAD_OF_CABINET,
    ORIGIN,
    REGISTRAR,
    head_of,
    running,
    state_of_everything,
)

pytestmark = pytest.mark.usefixtures("oic")
GIVEN = {"origin": ORIGIN, "by": REGISTRAR}
NAME = Words(ar="شخص", en="A Person", fr="Une personne")
SG = "secretary-general"
_numbers = count()


def person(key: str = "") -> str:
    key = key or f"person-{next(_numbers)}"
    acts.record_person(key=key, names=NAME, **GIVEN)
    return key


def office(key: str, **changes: Any) -> Post:
    given = {"body": "dept-legal", "title": Words(en=key), "since": "2000-01-01", **GIVEN}
    return acts.create_office(**({"key": key} | given | changes))


def test_the_secretary_general_elected_after_the_last_is_expected_to_serve_five_years() -> None:
    acts.end_term(term=head_of(SG), on="2026-11-17", **GIVEN)
    row = acts.elect(
        office=SG, person=person(), since="2026-11-17", elected="2026-06", group="african-group",
        ordinal=13, elected_by=Words(en="51st Council"), **GIVEN,
    )  # fmt: skip
    assert row.expected_end == date(2031, 11, 17)
    assert row.term_basis == ["charter-2008#art_16"]
    assert row.during.upper is None
    (shown,) = api.office_life(SG, on=date(2026, 11, 17)).terms[-1:]
    assert (shown.holder, shown.expected) == (NAME, "2031-11-17")
    assert shown.row.ordinal == 13


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("1974-06-01", "1974-09-01", date(1976, 6, 1)),  # two years, Charter 1972, Art. 6
        ("1996-02-29", "1996-06-01", date(2000, 2, 29)),  # four years
        ("2024-02-29", "2024-06-01", date(2029, 3, 1)),  # five years, a day that 2029 has not
    ],
)
def test_the_rule_of_the_day_on_which_a_term_begins_says_when_it_is_expected_to_end(
    since: str, until: str, expected: date
) -> None:
    office("another-chief", term_rule="secretary-general.term-length", since="1973-01-01")
    row = acts.appoint(office="another-chief", person=person(), since=since, until=until, **GIVEN)
    assert row.expected_end == expected
    assert row.period.until == date.fromisoformat(until)


def test_nothing_is_expected_of_who_acts_or_began_on_a_day_not_known() -> None:
    office("another-chief", term_rule="secretary-general.term-length", seats=2)
    acting = acts.appoint(
        office="another-chief", person=person(), since="2026-06-01", acting=True, **GIVEN
    )
    assert acting.expected_end is None
    coarse = acts.appoint(office="another-chief", person=person(), since="2025", **GIVEN)
    assert coarse.expected_end is None


def test_a_second_holder_of_the_one_seat_is_refused_in_three_languages() -> None:
    before_election = person()
    before = state_of_everything()
    with pytest.raises(Refusal) as refused:
        acts.elect(office=SG, person=before_election, since="2026-11-17", **GIVEN)
    assert refused.value.code == "constraint.one_holder_a_seat"
    assert state_of_everything() == before
    assert refused.value.sentence("en") == (
        "Secretary General: the seat is held from 2021-11-17 until a day not yet fixed; "
        "two holders of one seat may not overlap. "
        "End the term that is on record first, or begin the new one after it."
    )
    assert refused.value.sentence("fr").startswith("Secrétaire général : le siège est occupé")
    assert refused.value.sentence("ar").startswith("الأمين العام: المقعد مشغول من 2021-11-17")
    assert refused.value.basis == tuple(running(SG).basis)


def test_an_office_of_two_seats_has_two_holders_and_no_third() -> None:
    office("advisers", seats=2)
    seats = [
        acts.appoint(office="advisers", person=person(), since="2026-01-01", **GIVEN).seat
        for _ in range(2)
    ]
    assert seats == [1, 2]
    third = person()
    with pytest.raises(Refusal) as refused:
        acts.appoint(office="advisers", person=third, since="2026-02-01", **GIVEN)
    assert refused.value.code == "constraint.one_holder_a_seat"
    with pytest.raises(Refusal) as refused:
        acts.appoint(office="advisers", person=third, since="2026-02-01", seat=3, **GIVEN)
    assert refused.value.code == "office.no-such-seat"
    acts.appoint(office="advisers", person=third, since="2025-01-01", until="2026-01-01", **GIVEN)


def test_who_was_renewed_once_is_not_chosen_a_third_time() -> None:
    acts.end_term(term=head_of(SG), on="2026-11-17", **GIVEN)
    holder = "hissein-brahim-taha"
    row = acts.elect(office=SG, person=holder, since="2026-11-17", until="2031-11-17", **GIVEN)
    assert row.expected_end == date(2031, 11, 17)
    before = state_of_everything()
    with pytest.raises(Refusal) as refused:
        acts.elect(office=SG, person=holder, since="2031-11-17", **GIVEN)
    assert refused.value.code == "term.no-renewal"
    assert refused.value.basis == ("charter-2008#art_16",)
    assert "five years, renewable once" in refused.value.sentence("en")
    assert "2" in refused.value.sentence("ar")
    assert state_of_everything() == before


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"state": "egy", "person": ""}, "office.for-persons"),
        ({"state": "egy"}, "party.one"),
        ({"person": ""}, "party.one"),
        ({"person": "nobody-known"}, "person.unknown"),
        ({"office": "no-such-office"}, "office.unknown"),
        ({"office": "chair-cfm"}, "office.for-states"),
        ({"elected": "2026-12-24"}, "term.elected-after"),
        ({"until": "2026-11-17"}, "period.backwards"),
        ({"until": "2025"}, "period.backwards"),
        ({"group": "no-such-group"}, "body.unknown"),
        ({"ordinal": 70_000}, "number.unfit"),
        ({"seat": -1}, "office.no-such-seat"),
    ],
)
def test_a_choice_that_cannot_be_is_refused_whole(changes: dict[str, Any], code: str) -> None:
    given = {"office": "registrar", "person": "khaled-saleem", "since": "2026-12-01", **GIVEN}
    before = state_of_everything()
    with pytest.raises(Refusal) as refused:
        acts.elect(**(given | changes))
    assert refused.value.code == code
    assert state_of_everything() == before


def test_no_term_begins_before_its_office() -> None:
    office("new-office", since="2026-06-01")
    given = {"office": "new-office", "person": "khaled-saleem", **GIVEN}
    with pytest.raises(Refusal) as refused:
        acts.appoint(since="2026-05-31", **given)
    assert refused.value.code == "office.not-on-day"
    assert acts.appoint(since="2026", **given).during.lower == date(2026, 6, 1)


def test_a_term_ends_on_the_first_day_without_its_holder() -> None:
    row = acts.end_term(
        term=str(head_of(SG)), on="2026-11-17", end_reason=Words(en="end of term"), **GIVEN
    )
    assert (row.during.upper, row.end_reason.en) == (date(2026, 11, 17), "end of term")
    assert row.detail["until"]["sources"] == ["minutes of the session"]
    with pytest.raises(Refusal) as refused:
        acts.end_term(term=row.fact, on="2027-01-01", **GIVEN)
    assert refused.value.code == "term.ended"
    assert acts.end_term(term=row.fact, on="2026-10-01", **GIVEN).during.upper == date(2026, 10, 1)


@pytest.mark.parametrize("term", [uuid.UUID(int=7), "no fact", ""])
def test_a_term_that_is_not_on_record_cannot_end(term: object) -> None:
    with pytest.raises(Refusal) as refused:
        acts.end_term(term=term, on="2026-11-17", **GIVEN)
    assert refused.value.code == "fact.unknown"


def last_term() -> api.Tenure:
    return api.office_life(SG, on=date(2026, 11, 17)).terms[-1]


def test_a_decision_extends_the_expected_end() -> None:
    assert last_term().expected == "2026-11-17"
    decision = Provenance(basis=("charter-2008#art_10",), sources=("a decision",))
    row = acts.extend_term(term=head_of(SG), until="2027-03-17", origin=decision, by=REGISTRAR)
    assert row.expected_end == date(2027, 3, 17)
    assert row.term_basis == ["charter-2008#art_10"]
    assert row.during.upper is None
    assert last_term().row.fact == row.fact
    assert last_term().expected == "2027-03-17"


@pytest.mark.parametrize(
    ("until", "code"), [("2026-11-17", "term.not-longer"), ("2027", "day.not-exact")]
)
def test_an_extension_that_extends_nothing_is_refused(until: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        acts.extend_term(term=head_of(SG), until=until, **GIVEN)
    assert refused.value.code == code


def test_a_term_that_has_ended_is_not_extended() -> None:
    row = acts.end_term(term=head_of(SG), on="2026-11-17", **GIVEN)
    with pytest.raises(Refusal) as refused:
        acts.extend_term(term=row.fact, until="2028-01-01", **GIVEN)
    assert refused.value.code == "term.ended"


def test_a_person_has_one_key_and_the_spellings_met() -> None:
    acts.record_person(
        key="a-person", names=NAME, nationality="MAR", spellings=["Pearson"], **GIVEN
    )
    found = Person.objects.get(key="a-person")
    assert found.nationality.alpha3 == "MAR"
    assert found.names.get().spellings == ["Pearson"]
    before = state_of_everything()
    with pytest.raises(Refusal) as refused:
        acts.record_person(key="a-person", names=NAME, **GIVEN)
    assert refused.value.code == "key.taken"
    assert state_of_everything() == before


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"seats": 0}, "number.unfit"),
        ({"seats": 100_000}, "number.unfit"),
        ({"powers": ["administrator"]}, "office.unknown-power"),
        ({"powers": ["everything"]}, "office.unknown-power"),
        ({"held_by": "nobody"}, "office.unknown-holder"),
        ({"term_rule": "no-such-rule"}, "rule.unknown"),
        ({"key": "registrar"}, "key.taken"),
        ({"body": "icpich", "since": "2020"}, "body.not-standing"),
    ],
)
def test_an_office_that_cannot_be_is_refused_whole(changes: dict[str, Any], code: str) -> None:
    before = state_of_everything()
    with pytest.raises(Refusal) as refused:
        office("fit-office", **{k: v for k, v in changes.items() if k != "key"}) if (
            "key" not in changes
        ) else office(**changes)
    assert refused.value.code == code
    assert state_of_everything() == before


def test_a_head_hands_out_no_power_and_does_not_prolong_the_own_office() -> None:
    theirs = {"origin": ORIGIN, "by": HEAD_OF_CABINET}
    acts.create_office(
        key="clerk", body="office-geneva", title=Words(en="Clerk"), since="2020-01-01", **theirs
    )
    acts.appoint(office="clerk", person="khaled-saleem", since="2026-01-01", **theirs)
    office("mighty", body="office-geneva", powers=["registrar"])
    acts.appoint(office="head-dept-cabinet", person="khaled-saleem", since="2026-01-01", **GIVEN)
    new = {"body": "dept-cabinet", "title": NAME, "since": "2026"}
    for act, facts in (
        (acts.create_office, {"key": "own-registrar", "powers": ["registrar"], **new}),
        (acts.create_office, {"key": "second-head", "powers": ["head-of-department"], **new}),
        (acts.appoint, {"office": "mighty", "person": "khaled-saleem", "since": "2026"}),
        (acts.extend_term, {"term": head_of("head-dept-cabinet"), "until": "2040-01-01"}),
        (acts.end_term, {"term": head_of("asg-political"), "on": "2026-11-01"}),
    ):
        with pytest.raises(Refusal) as refused:
            act(**facts, **theirs)
        assert refused.value.code == "authority.missing"


def test_on_the_first_day_the_administrator_appoints_a_registrar_who_then_registers() -> None:
    source = Provenance(sources=("note of appointment",))
    acts.record_person(key="first-clerk", names=NAME, origin=source, by=ADMINISTRATOR)
    row = acts.appoint(
        office="registrar", person="first-clerk", since="2026-11-24", origin=source,
        by=ADMINISTRATOR,
    )  # fmt: skip
    with pytest.raises(Refusal) as refused:
        acts.end_term(term=row.fact, on="2026-12-01", origin=source, by=ADMINISTRATOR)
    assert refused.value.code == "authority.missing"
    assert "the administrator" not in refused.value.sentence("en")
    assert Office.objects.get(key="registrar").terms.get() == Term.objects.get(pk=row.pk)
