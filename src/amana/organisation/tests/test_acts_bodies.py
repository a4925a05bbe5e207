"""Bodies begin, are renamed, moved, placed and dissolved; history stays as it was."""

from datetime import date

import pytest

from amana.ground.models import Act
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation import acts, api
from amana.organisation.models import Body, BodyName, Membership, Placement, Post, Seat
from amana.organisation.tests.cast import (
    HEAD_OF_CABINET,
    ORIGIN,
    REGISTRAR,
    state_of_everything,
)

pytestmark = pytest.mark.usefixtures("oic")
NAMES = Words(ar="المحفوظات", en="Archives", fr="Archives")
GIVEN = {"origin": ORIGIN, "by": REGISTRAR}


def establish(key: str = "dept-archives", **changes: object) -> object:
    given = {"kind": "department", "names": NAMES, "since": "2026-06-01", **GIVEN}
    return acts.establish(**({"key": key, "parent": "dept-cabinet"} | given | changes))


def view(key: str, on: str) -> api.BodyPage:
    return api.body_page(key, on=date.fromisoformat(on))


def test_a_body_stands_from_its_first_day_with_name_and_parent() -> None:
    establish(role=Words(en="keeps papers"))
    assert view("dept-archives", "2026-05-31").current is None
    found = view("dept-archives", "2026-06-01")
    assert found.name.names == NAMES
    assert found.parent.key == "dept-cabinet"
    assert found.current.role == Words(en="keeps papers")
    verbs = Act.objects.filter(subject="body:dept-archives").values_list("verb", "facts__model")
    assert set(verbs) == {
        ("body.establish", f"organisation.{model}")
        for model in ("Body", "Establishment", "BodyName", "Placement")
    }


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"key": "comcec"}, "key.taken"),
        ({"key": "Dept Archives"}, "key.unfit"),
        ({"kind": "ministry"}, "body.unknown-kind"),
        ({"names": Words()}, "text.required"),
        ({"parent": "no-such-body"}, "body.unknown"),
        ({"parent": "icpich"}, "body.not-standing"),
    ],
)
def test_a_body_that_cannot_be_is_refused_whole(changes: dict[str, object], code: str) -> None:
    before = state_of_everything()
    with pytest.raises(Refusal) as refused:
        establish(**changes)
    assert refused.value.code == code
    assert state_of_everything() == before


def test_a_body_known_to_the_year_begins_with_the_body_it_stands_under() -> None:
    establish("first", parent="general-secretariat", since="1970")
    assert view("first", "1970-03-25").current is not None
    assert view("first", "1970-03-24").current is None


def test_a_name_ends_as_the_next_begins() -> None:
    acts.rename(body="comcec", names=NAMES, acronym=Words(en="A"), since="2026-06-01", **GIVEN)
    before, after = view("comcec", "2026-05-31"), view("comcec", "2026-06-01")
    assert before.name.names != NAMES
    assert after.name.names == NAMES
    assert before.names[-2].during.upper == after.names[-1].during.lower == date(2026, 6, 1)


def test_a_name_found_later_for_the_past_ends_where_the_known_one_begins() -> None:
    acts.rename(body="comcec", names=NAMES, since="2026-06-01", **GIVEN)
    between = Words(en="In between")
    row = acts.rename(body="comcec", names=between, since="2020-01-01", **GIVEN)
    assert row.during.upper == date(2026, 6, 1)
    assert view("comcec", "2026-05-31").name.names == between
    assert view("comcec", "2026-06-01").name.names == NAMES


def test_a_name_cannot_take_the_place_of_one_that_begins_that_day() -> None:
    acts.rename(body="comcec", names=NAMES, since="2026-06-01", **GIVEN)
    before = state_of_everything()
    with pytest.raises(Refusal) as refused:
        acts.rename(body="comcec", names=Words(en="Other"), since="2026-06-01", **GIVEN)
    assert refused.value.code == "fact.begins-that-day"
    assert "2026-06-01" in refused.value.sentence("ar")
    assert state_of_everything() == before


def test_no_body_comes_to_stand_under_itself() -> None:
    before = state_of_everything()
    with pytest.raises(Refusal) as refused:
        acts.reparent(body="dept-cabinet", parent="dept-cabinet", since="2026-06-01", **GIVEN)
    assert refused.value.code in (
        "constraint.no_body_stands_under_itself", "constraint.no_body_is_its_own_ancestor",
    )  # fmt: skip
    with pytest.raises(Refusal) as refused:
        acts.reparent(
            body="general-secretariat", parent="office-geneva", since="2026-06-01", **GIVEN
        )
    assert refused.value.code == "constraint.no_body_is_its_own_ancestor"
    assert "no body can stand under itself" in refused.value.sentence("en")
    assert "même de loin" in refused.value.sentence("fr")
    assert "ولو عن بُعد" in refused.value.sentence("ar")
    assert state_of_everything() == before


def test_a_body_moves_under_another_from_a_day() -> None:
    acts.reparent(body="office-geneva", parent="dept-political", since="2026-06-01", **GIVEN)
    assert view("office-geneva", "2026-05-31").parent.key == "dept-cabinet"
    assert view("office-geneva", "2026-06-01").parent.key == "dept-political"


def test_a_seat_moves_on_its_day_and_the_old_one_keeps_its_source() -> None:
    old = Seat.objects.on(date(2026, 5, 31)).get(body__key="comcec")
    acts.move_seat(
        body="comcec", place=Words(en="Istanbul"), state="tur", since="2026-06-01",
        provisional=True, until_event=Words(en="a new building"), **GIVEN,
    )  # fmt: skip
    known = Seat.objects.known().filter(body__key="comcec").order_by("during")
    assert [seat.place.en for seat in known] == [old.place.en, "Istanbul"]
    assert known[0].basis == old.basis
    assert known[0].detail["until"]["basis"] == ["charter-2008#art_16"]
    assert known[1].state.alpha3 == "TUR"
    assert known[1].provisional


def test_a_body_is_not_dissolved_while_others_stand_under_it() -> None:
    before = state_of_everything()
    with pytest.raises(Refusal) as refused:
        acts.dissolve(body="dept-cabinet", on="2026-06-01", **GIVEN)
    assert refused.value.code == "body.has-children"
    geneva = view("office-geneva", "2026-06-01").name.names
    for lang in ("ar", "en", "fr"):
        assert geneva.text(lang) in refused.value.sentence(lang)
    assert state_of_everything() == before


def test_a_body_is_not_dissolved_while_its_offices_are_held() -> None:
    with pytest.raises(Refusal) as refused:
        acts.dissolve(body="dept-political", on="2026-06-01", **GIVEN)
    assert refused.value.code == "body.has-terms"
    assert "Assistant Secretary General for Political Affairs" in refused.value.sentence("en")


def test_what_belongs_to_a_body_ends_with_it() -> None:
    day = date(2026, 6, 1)
    acts.record_observer(state="rus", body="dept-legal", since="2020-01-01", **GIVEN)
    row = acts.dissolve(
        body="dept-legal", on="2026-06-01", dissolved_by=Words(en="a council"), **GIVEN
    )
    assert row.dissolved_by == Words(en="a council")
    assert view("dept-legal", "2026-05-31").current is not None
    assert view("dept-legal", "2026-06-01").current is None
    for model, relation in (
        (BodyName, "body"), (Placement, "body"), (Seat, "body"), (Post, "office__body"),
        (Membership, "body"),
    ):  # fmt: skip
        assert not model.objects.on(day).filter(**{f"{relation}__key": "dept-legal"}).exists()
    with pytest.raises(Refusal) as refused:
        acts.rename(body="dept-legal", names=NAMES, since="2027-01-01", **GIVEN)
    assert refused.value.code == "body.not-standing"


def test_a_body_is_dissolved_once_its_children_are_placed_elsewhere() -> None:
    establish()
    establish("archive-of-films", parent="dept-archives")
    with pytest.raises(Refusal):
        acts.dissolve(body="dept-archives", on="2026-09-01", **GIVEN)
    acts.reparent(body="archive-of-films", parent="dept-information", since="2026-09-01", **GIVEN)
    acts.dissolve(body="dept-archives", on="2026-09-01", **GIVEN)
    assert view("archive-of-films", "2026-09-01").parent.key == "dept-information"


def test_a_head_keeps_the_own_department_and_what_stands_under_it() -> None:
    theirs = {"origin": ORIGIN, "by": HEAD_OF_CABINET}
    acts.rename(body="dept-cabinet", names=NAMES, since="2026-06-01", **theirs)
    acts.move_seat(body="office-geneva", place=Words(en="Bern"), since="2026-06-01", **theirs)
    assert Act.objects.first().office == "head-dept-cabinet"
    for act, more in (
        (acts.rename, {"body": "dept-legal", "names": NAMES, "since": "2026-06-01"}),
        (acts.rename, {"body": "general-secretariat", "names": NAMES, "since": "2026-06-01"}),
        (acts.reparent, {"body": "office-geneva", "parent": "dept-cabinet", "since": "2026"}),
        (acts.dissolve, {"body": "office-geneva", "on": "2026-06-01"}),
    ):
        with pytest.raises(Refusal) as refused:
            act(**more, **theirs)
        assert refused.value.code == "authority.missing"
    assert Body.objects.filter(key="office-geneva").exists()
