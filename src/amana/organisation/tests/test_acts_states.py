"""A state put on record and renamed; applications and events of a membership."""

from datetime import date
from typing import Any

import pytest

from amana.ground.models import Act
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.organisation import acts
from amana.organisation.models import Application, State, StateName, StatusEvent
from amana.organisation.tests.cast import ORIGIN, REGISTRAR, state_of_everything

pytestmark = pytest.mark.usefixtures("oic")
SAID = {"origin": ORIGIN, "by": REGISTRAR}


def record_state(**changes: Any) -> StateName:
    given = {"alpha3": "and", "alpha2": "ad", "names": Words(en="Andorra", fr="Andorre"), **SAID}
    return acts.record_state(**(given | changes))


def refused(code: str, act: Any, **facts: Any) -> Refusal:
    before = state_of_everything()
    with pytest.raises(Refusal) as caught:
        act(**facts)
    assert caught.value.code == code
    assert state_of_everything() == before
    assert len({caught.value.sentence(lang) for lang in LANGS}) == 3
    return caught.value


def test_a_new_state_has_its_code_its_name_and_a_row_of_its_own_in_the_register() -> None:
    row = record_state(since="1993-03-14")
    state = State.objects.get(key="and")
    assert (state.alpha3, state.alpha2, state.kind) == ("AND", "AD", "state")
    assert (row.state, row.names.fr, row.since_mark) == (state, "Andorre", "1993-03-14")
    named, made = Act.objects.all()[:2]
    assert (made.verb, made.subject) == ("state.record", "state:and")
    assert made.facts == {
        "model": "organisation.State", "key": "and", "alpha3": "AND", "alpha2": "AD",
        "kind": "state",
    }  # fmt: skip
    assert named.facts["names"] == {"en": "Andorra", "fr": "Andorre"}


def test_a_new_state_can_be_admitted_at_once() -> None:
    record_state()
    row = acts.admit(state="AND", since="2026-06-01", **SAID)
    assert row.state.alpha3 == "AND"


@pytest.mark.parametrize("code", ["", "an", "andd", "a1d", "آند", "a d"])
def test_a_code_that_is_not_three_latin_letters_is_refused(code: str) -> None:
    assert refused("state.alpha3-unfit", record_state, alpha3=code).facts["field"] == "alpha3"


def test_a_short_code_that_is_not_two_letters_is_refused() -> None:
    assert refused("state.alpha2-unfit", record_state, alpha2="a1").facts["field"] == "alpha2"


def test_a_code_on_record_is_refused_and_names_the_state_that_has_it() -> None:
    taken = refused("state.code-taken", record_state, alpha3="EGY")
    assert "Egypt" in taken.sentence("en")
    assert "مصر" in taken.sentence("ar")
    assert refused("state.code-taken", record_state, alpha2="EG").facts["field"] == "alpha2"
    refused("key.taken", record_state, key="egy")
    refused("key.unfit", record_state, key="Not A Key")


def test_a_former_state_may_share_its_two_letters_with_its_successor() -> None:
    record_state(alpha3="uar", alpha2="eg", kind="former_state")
    assert State.objects.get(key="uar").alpha2 == "EG"


def test_a_kind_that_is_none_is_refused() -> None:
    assert refused("state.unknown-kind", record_state, kind="empire").facts["field"] == "kind"


def test_a_state_without_a_name_is_refused() -> None:
    assert refused("text.required", record_state, names=Words()).facts["field"] == "names"


def test_a_renamed_state_bears_the_new_name_from_that_day() -> None:
    acts.rename_state(
        state="EGY", names=Words(en="United Egypt"), official=Words(en="The Union"),
        since="2026-06-01", **SAID,
    )  # fmt: skip
    before = StateName.objects.on(date(2026, 5, 31)).get(state__key="egy")
    after = StateName.objects.on(date(2026, 6, 1)).get(state__key="egy")
    assert "United" not in before.names.en
    assert (after.names.en, after.official.en) == ("United Egypt", "The Union")
    refused(
        "fact.begins-that-day", acts.rename_state,
        state="egy", names=Words(en="Again"), since="2026-06-01", **SAID,
    )  # fmt: skip
    refused(
        "state.unknown", acts.rename_state,
        state="xyz", names=Words(en="Again"), since="2026-06-01", **SAID,
    )  # fmt: skip


def test_an_application_is_on_record_from_its_day() -> None:
    row = acts.record_application(state="srb", sought="member", since="2026-06", **SAID)
    assert (row.sought, row.since_mark) == ("member", "2026-06")
    assert Application.objects.on(date(2026, 6, 2)).filter(fact=row.fact).exists()
    again = refused(
        "constraint.one_application_a_state", acts.record_application,
        state="srb", sought="member", since="2026-07-01", **SAID,
    )  # fmt: skip
    assert "Serbia" in again.sentence("en")


def test_an_organisation_applies_too_and_not_together_with_a_state() -> None:
    row = acts.record_application(
        member_body="comcec", body="isdb", sought="observer", since="2026", **SAID
    )
    assert row.member_body.key == "comcec"
    said = {"sought": "member", "since": "2026", **SAID}
    for party in ({}, {"state": "srb", "member_body": "comcec"}):
        refused("party.one", acts.record_application, **party, **said)


def test_who_has_what_it_seeks_does_not_apply_for_it() -> None:
    said = {"since": "2026-06-01", **SAID}
    for state, sought in (("egy", "member"), ("egy", "observer"), ("bih", "observer")):
        refused(
            "application.held-already", acts.record_application,
            state=state, sought=sought, **said,
        )  # fmt: skip
    refused(
        "application.unknown-status", acts.record_application, state="bih", sought="king", **said
    )
    assert acts.record_application(state="bih", sought="member", **said).state.key == "bih"


def test_an_event_has_a_key_of_its_body_its_state_and_its_day() -> None:
    said = {"state": "egy", "on": "2026-06", **SAID}
    row = acts.record_status_event(kind="suspension_recommended", **said)
    assert row.key == "oic.egy.2026-06"
    assert (row.period.since, row.period.last_day) == (date(2026, 6, 1), date(2026, 6, 30))
    other = acts.record_status_event(kind="membership_contested", **said)
    assert other.key == "oic.egy.2026-06.membership_contested"
    refused(
        "constraint.one_status_event_a_key", acts.record_status_event,
        kind="suspension_recommended", **said,
    )  # fmt: skip


def test_an_event_befalls_only_who_takes_part_then() -> None:
    said = {"kind": "membership_contested", **SAID}
    refused("membership.none", acts.record_status_event, state="zaf", on="2026-06-01", **said)
    refused(
        "status-event.unknown-kind", acts.record_status_event,
        **{**said, "state": "egy", "on": "2026-06-01", "kind": "feast"},
    )  # fmt: skip
    observed = acts.record_status_event(state="bih", on="2026-06-01", **said)
    assert StatusEvent.objects.known().filter(fact=observed.fact).exists()
