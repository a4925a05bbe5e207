"""Admission, observers, suspension, reinstatement, withdrawal, each on the loaded organisation."""

from datetime import date

import pytest

from amana.ground.facts import Provenance
from amana.ground.models import Act
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation import acts, api
from amana.organisation.lookups.roll import applicants
from amana.organisation.models import Application, Membership, Suspension
from amana.organisation.tests.cast import ORIGIN, REGISTRAR, state_of_everything

pytestmark = pytest.mark.usefixtures("oic")


def names(on: str, status: str = "member") -> set[str]:
    found = api.roll(on=date.fromisoformat(on))
    assert {entry.status for entry in found.members} == {"member"}
    return {entry.key for entry in (found.members if status == "member" else found.observers)}


def member(key: str, on: date) -> api.Entry:
    return next(entry for entry in api.roll(on=on).members if entry.key == key)


def admit(**changes: object) -> Membership:
    given = {"state": "zaf", "since": "2026-06-01", "origin": ORIGIN, "by": REGISTRAR}
    return acts.admit(**(given | changes))


def test_a_state_is_a_member_from_the_day_of_its_admission() -> None:
    row = admit(group="african-group")
    assert "zaf" not in names("2026-05-31")
    assert "zaf" in names("2026-06-01")
    assert len(names("2026-06-01")) == 58
    assert member("zaf", date(2026, 6, 1)).group.key == "african-group"
    assert (row.since_mark, row.basis, row.sources) == (
        "2026-06-01", ["charter-2008#art_16"], ["minutes of the session"],
    )  # fmt: skip
    written = Act.objects.first()
    assert written.subject == "membership:oic.zaf"
    assert written.basis == ["charter-2008#art_16"]


def test_a_member_is_not_admitted_twice_and_the_refusal_says_since_when() -> None:
    before = state_of_everything()
    with pytest.raises(Refusal) as refused:
        admit(state="EGY", since="1990-01-01")
    assert refused.value.code == "constraint.one_membership_a_state"
    assert state_of_everything() == before
    assert refused.value.sentence("en").startswith("Egypt: the state takes part in this body from")
    assert "1969-09-25 until a day not yet fixed" in refused.value.sentence("en")
    assert "du 1969-09-25 au jour non encore fixé" in refused.value.sentence("fr")
    assert "مصر" in refused.value.sentence("ar")


def test_an_observer_that_is_admitted_ceases_to_be_an_observer_that_day() -> None:
    admit(state="bih")
    assert "bih" in names("2026-05-31", "observer")
    assert "bih" not in names("2026-06-01", "observer")
    assert "bih" in names("2026-06-01")


def test_an_application_is_settled_by_what_it_asked_for() -> None:
    asked = Application.objects.known().filter(state__key="zaf")
    assert [row.sought for row in asked.filter(during__upper_inf=True)] == ["observer"]
    acts.record_observer(state="zaf", since="2026-01-01", origin=ORIGIN, by=REGISTRAR)
    assert [row.period.last_day for row in asked] == [date(2025, 12, 31)]
    acts.record_application(
        state="zaf", sought="member", since="2026-02-01", origin=ORIGIN, by=REGISTRAR
    )
    admit()
    assert not asked.filter(during__upper_inf=True).exists()
    assert "zaf" not in {each.key for each in applicants(on=date(2026, 6, 1))}


def test_an_admission_known_to_the_year_is_uncertain_within_it() -> None:
    row = admit(since="2025")
    assert row.during.lower == date(2025, 1, 1)
    assert not row.is_certain_on(date(2025, 7, 1))
    assert row.is_certain_on(date(2026, 1, 1))


def test_nobody_is_admitted_before_the_organisation_exists() -> None:
    with pytest.raises(Refusal) as refused:
        admit(since="1968")
    assert refused.value.code == "body.not-standing"
    assert admit(since="1969").during.lower == date(1969, 9, 25)


def test_a_group_that_is_none_is_refused_and_the_admission_with_it() -> None:
    before = state_of_everything()
    with pytest.raises(Refusal, match="no regional group"):
        admit(group="comcec")
    assert state_of_everything() == before


def test_a_body_can_be_an_observer_and_not_both_a_body_and_a_state() -> None:
    with pytest.raises(Refusal) as refused:
        acts.record_observer(
            state="srb", member_body="comcec", since="2026", origin=ORIGIN, by=REGISTRAR
        )
    assert refused.value.code == "party.one"
    with pytest.raises(Refusal) as refused:
        acts.record_observer(
            member_body="african-union", since="2026-01-01", origin=ORIGIN, by=REGISTRAR
        )
    assert refused.value.code == "constraint.one_membership_a_body"
    acts.record_observer(
        member_body="comcec", body="isdb", since="2026-01-01", origin=ORIGIN, by=REGISTRAR
    )


def test_a_suspended_member_is_still_a_member_and_marked() -> None:
    acts.suspend(
        state="egy", since="2026-06-01", decided_by=Words(en="a summit"), origin=ORIGIN,
        by=REGISTRAR,
    )  # fmt: skip
    egypt = member("egy", date(2026, 6, 1))
    assert egypt.standing == "suspended"
    assert egypt.suspension.decided_by == Words(en="a summit")
    assert member("egy", date(2026, 5, 31)).standing == "member"


def test_a_member_is_not_suspended_twice_over_the_same_days() -> None:
    with pytest.raises(Refusal) as refused:
        acts.suspend(state="egy", since="1983-01-01", origin=ORIGIN, by=REGISTRAR)
    assert refused.value.code == "constraint.one_suspension_a_state"
    assert "1979-05-01" in refused.value.sentence("fr")


def test_only_a_member_can_be_suspended() -> None:
    with pytest.raises(Refusal) as refused:
        acts.suspend(state="rus", since="2026-06-01", origin=ORIGIN, by=REGISTRAR)
    assert refused.value.code == "membership.none"


def test_the_first_day_after_a_suspension_is_the_day_of_reinstatement() -> None:
    acts.suspend(state="egy", since="2026-06-01", origin=ORIGIN, by=REGISTRAR)
    lift = Provenance(basis=("charter-2008#art_3",), sources=("a later session",))
    row = acts.reinstate(
        state="egy", on="2026-09-01", lifted_by=Words(en="a council"), origin=lift, by=REGISTRAR
    )
    assert row.period.last_day == date(2026, 8, 31)
    assert row.basis == ["charter-2008#art_16"]
    assert row.detail["until"]["basis"] == ["charter-2008#art_3"]
    assert row.sources == ["minutes of the session", "a later session"]
    with pytest.raises(Refusal) as refused:
        acts.reinstate(state="egy", on="2026-10-01", origin=ORIGIN, by=REGISTRAR)
    assert refused.value.code == "suspension.none"


def test_who_leaves_leaves_the_group_and_is_suspended_no_longer() -> None:
    acts.suspend(state="egy", since="2026-03-01", origin=ORIGIN, by=REGISTRAR)
    acts.withdraw(state="egy", on="2026-06-01", origin=ORIGIN, by=REGISTRAR)
    assert "egy" in names("2026-05-31")
    assert "egy" not in names("2026-06-01")
    later = date(2026, 6, 1)
    assert (
        not Membership.objects.on(later)
        .filter(state__key="egy", body__kind__is_group=True)
        .exists()
    )
    assert not Suspension.objects.on(later).filter(state__key="egy").exists()
    admit(state="egy", since="2026-08-01")
    assert "egy" in names("2026-08-01")


def test_a_withdrawal_before_the_admission_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        acts.withdraw(state="egy", on="1969-01-01", origin=ORIGIN, by=REGISTRAR)
    assert refused.value.code == "membership.none"
    with pytest.raises(Refusal) as refused:
        acts.withdraw(state="egy", on="1969-09-25", origin=ORIGIN, by=REGISTRAR)
    assert refused.value.code == "period.backwards"
