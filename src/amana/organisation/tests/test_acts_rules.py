"""Rules are set, amended and repealed; the history of a parameter has neither gap nor overlap."""

from datetime import date
from typing import Any

import pytest

from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation import acts, api
from amana.organisation.models import Rule, RuleName
from amana.organisation.tests.cast import ORIGIN, REGISTRAR, state_of_everything

pytestmark = pytest.mark.usefixtures("oic")
GIVEN = {"origin": ORIGIN, "by": REGISTRAR}
LENGTH = "secretary-general.term-length"
YEARS = Words(ar="سنوات", en="years", fr="ans")
TEXT = Words(ar="نص", en="A text.", fr="Un texte.")


def value(on: str, key: str = LENGTH) -> str:
    row = api.rule(key, on=date.fromisoformat(on)).row
    return row.value if row else ""


def amend(**changes: Any) -> Rule:
    given = {"rule": LENGTH, "value": "6", "unit": YEARS, "text": TEXT, "since": "2026-06-01"}
    return acts.amend_rule(**(given | GIVEN | changes))


def test_an_amended_rule_has_its_old_value_until_the_day_before() -> None:
    old = Rule.objects.on(date(2026, 5, 31)).get(name__key=LENGTH)
    row = amend(renewals=2, min_members=10)
    assert (value("2026-05-31"), value("2026-06-01")) == ("5", "6")
    ended = Rule.objects.known().get(fact=old.fact)
    assert ended.during.upper == row.during.lower == date(2026, 6, 1)
    assert ended.basis == old.basis
    assert ended.detail["until"]["basis"] == list(ORIGIN.basis)
    assert (row.renewals, row.min_members) == (2, 10)


def test_an_amendment_in_the_past_lasts_until_the_next_value() -> None:
    row = amend(value="3", since="1990-01-01")
    assert row.during.upper == date(2008, 3, 14)
    assert [value(day) for day in ("1989-12-31", "1990-01-01", "2008-03-14")] == ["4", "3", "5"]


def test_a_rule_goes_by_its_other_names_too() -> None:
    name = RuleName.objects.exclude(aliases=[]).first()
    assert name is not None
    row = Rule.objects.known().filter(name=name, during__upper_inf=True).first()
    if row is not None:
        assert amend(rule=name.aliases[0]).name == name


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"rule": "no-such-rule"}, "rule.unknown"),
        ({"since": "1970-06-01"}, "rule.none-on-day"),
        ({"since": "2008-03-14"}, "fact.begins-that-day"),
        ({"value": " "}, "text.required"),
        ({"text": Words()}, "text.required"),
        ({"renewals": -1}, "number.unfit"),
        ({"min_members": 100_000}, "number.unfit"),
        ({"body": "no-such-body"}, "body.unknown"),
    ],
)
def test_an_amendment_that_cannot_be_is_refused_whole(changes: dict[str, Any], code: str) -> None:
    before = state_of_everything()
    with pytest.raises(Refusal) as refused:
        amend(**changes)
    assert refused.value.code == code
    assert state_of_everything() == before


def test_a_repealed_rule_has_no_value_from_that_day() -> None:
    acts.repeal_rule(rule=LENGTH, on="2026-06-01", **GIVEN)
    assert (value("2026-05-31"), value("2026-06-01")) == ("5", "")
    with pytest.raises(Refusal) as refused:
        acts.repeal_rule(rule=LENGTH, on="2026-07-01", **GIVEN)
    assert refused.value.code == "rule.none-on-day"
    acts.set_rule(rule=LENGTH, value="7", unit=YEARS, text=TEXT, since="2026-08-01", **GIVEN)
    assert (value("2026-07-31"), value("2026-08-01")) == ("", "7")


def test_a_value_is_not_set_over_one_in_force() -> None:
    before = state_of_everything()
    with pytest.raises(Refusal) as refused:
        acts.set_rule(rule=LENGTH, value="7", unit=YEARS, text=TEXT, since="2026-08-01", **GIVEN)
    assert refused.value.code == "constraint.one_value_a_rule"
    assert state_of_everything() == before
    assert "two values of one rule may not overlap" in refused.value.sentence("en")
    assert "2008-03-14" in refused.value.sentence("fr")
    assert "قيمتان لقاعدة واحدة" in refused.value.sentence("ar")


def test_a_new_rule_needs_a_title_and_a_fitting_key() -> None:
    new = {"value": "30", "unit": YEARS, "text": TEXT, "since": "2026-06-01", **GIVEN}
    for facts, code in (
        ({"rule": "archives.opening"}, "rule.unknown"),
        ({"rule": "Archives: opening", "title": TEXT}, "key.unfit"),
        ({"rule": "archives.opening", "title": TEXT, "group": "no-group"}, "rule.unknown-group"),
    ):
        before = state_of_everything()
        with pytest.raises(Refusal) as refused:
            acts.set_rule(**facts, **new)
        assert refused.value.code == code
        assert state_of_everything() == before
    acts.set_rule(rule="archives.opening", title=TEXT, group="secretariat", **new)
    assert value("2026-06-01", "archives.opening") == "30"
    assert RuleName.objects.get(key="archives.opening").group == "secretariat"


def test_a_term_begun_under_the_old_rule_keeps_its_expected_end() -> None:
    acts.record_person(key="a-chief", names=TEXT, **GIVEN)
    acts.create_office(
        key="chief", body="dept-legal", title=TEXT, term_rule=LENGTH, since="2000", **GIVEN
    )
    row = acts.appoint(office="chief", person="a-chief", since="2026-05-31", **GIVEN)
    amend()
    assert row.expected_end == date(2031, 5, 31)
    (shown,) = api.person_view("a-chief", on=date(2026, 6, 1)).terms
    assert shown.term.expected == "2031-05-31"
