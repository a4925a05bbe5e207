"""The fold of operations: the text of a day, undo, and what cannot be applied."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amana.kernel.words import Words
from amana.texts.rules.kinds import Kind
from amana.texts.rules.operations import (
    Change,
    Fate,
    Operation,
    Place,
    failures,
    fold,
    languages_lost,
)
from amana.texts.rules.tree import Block, Unit, find, flatten, grow, walk

FIRST, SECOND = date(2000, 1, 1), date(2008, 3, 14)


def words(text: str) -> Words:
    return Words(ar=f"{text} ع", en=text, fr=f"{text} fr")


def same(text: str) -> Words:
    return Words(ar=text, en=text, fr=text)


def charter() -> tuple[Unit, ...]:
    return grow(
        [
            Block(Kind.CHAPTER, num="I", heading=words("Principles")),
            Block(Kind.ARTICLE, words("The objectives are two."), "1"),
            Block(Kind.ARTICLE, words("Members are equal."), "2"),
            Block(Kind.PARAGRAPH, words("Each has one vote."), "1"),
            Block(Kind.CHAPTER, num="II", heading=words("Organs")),
            Block(Kind.ARTICLE, words("The organs are three."), "3"),
        ]
    )


def op(key: str, change: Change, target: str, on: date | None = FIRST, **more: object) -> Operation:
    return Operation(key, change, target, on, **more)  # type: ignore[arg-type]


def wids(units: tuple[Unit, ...]) -> list[str]:
    return [unit.wid for unit, _depth in walk(units)]


def text(units: tuple[Unit, ...], wid: str) -> str:
    unit = find(units, wid)
    assert unit is not None
    return unit.text.en


def test_the_text_changes_on_the_day_and_not_before() -> None:
    change = op("a", Change.SUBSTITUTE, "art_3", old=same("three"), new=same("four"))
    assert text(fold(charter(), [change], date(1999, 12, 31)).units, "art_3") == (
        "The organs are three."
    )
    assert text(fold(charter(), [change], FIRST).units, "art_3") == "The organs are four."


def test_words_are_replaced_in_every_language_named() -> None:
    change = op("a", Change.SUBSTITUTE, "art_3", old=Words(en="three"), new=Words(en="four"))
    unit = find(fold(charter(), [change], FIRST).units, "art_3")
    assert unit is not None
    assert (unit.text.en, unit.text.fr) == ("The organs are four.", "The organs are three. fr")
    assert unit.by == "a"


def test_an_insertion_moves_no_number() -> None:
    new = (Unit("art_1a", Kind.ARTICLE, "1a", text=words("A member is a State.")),)
    change = op("a", Change.INSERT, "art_1", units=new)
    assert wids(fold(charter(), [change], FIRST).units) == [
        "chp_I", "art_1", "art_1a", "art_2", "art_2__para_1", "chp_II", "art_3",
    ]  # fmt: skip


def test_an_insertion_may_stand_before_or_inside() -> None:
    new = (Unit("art_2__para_2", Kind.PARAGRAPH, "2", text=words("A vote is equal.")),)
    inside = op("a", Change.INSERT, "art_2", place=Place.INTO, units=new)
    before = op("b", Change.INSERT, "art_2__para_1", place=Place.BEFORE, units=new)
    assert wids(fold(charter(), [inside], FIRST).units)[4] == "art_2__para_2"
    assert wids(fold(charter(), [before], FIRST).units)[3] == "art_2__para_2"


def test_what_is_repealed_keeps_its_place_without_words() -> None:
    unit = find(fold(charter(), [op("a", Change.REPEAL, "art_2")], FIRST).units, "art_2")
    assert unit is not None
    assert (unit.repealed, unit.text, unit.children, unit.num) == (True, Words(), (), "2")


def test_a_renumbered_provision_keeps_its_lasting_id() -> None:
    change = op("a", Change.RENUMBER, "art_3", num="4")
    unit = find(fold(charter(), [change], FIRST).units, "art_3")
    assert unit is not None
    assert (unit.wid, unit.eid, unit.num) == ("art_3", "art_4", "4")


def test_undo_is_leaving_the_operation_out() -> None:
    changes = [op("a", Change.REPEAL, "art_2"), op("b", Change.REPEAL, "art_3", SECOND)]
    assert fold(charter(), changes[1:], FIRST).units == charter()


def test_an_operation_of_unknown_day_waits_and_one_to_come_is_later() -> None:
    changes = [
        op("a", Change.REPEAL, "art_2", None, event="ratified"),
        op("b", Change.REPEAL, "art_3", SECOND),
    ]
    done = fold(charter(), changes, FIRST)
    assert [(each.operation.key, each.fate) for each in done.outcomes] == [
        ("b", Fate.LATER), ("a", Fate.WAITING),
    ]  # fmt: skip
    assert done.units == charter()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ([op("a", Change.REPEAL, "art_9")], "operation.no-target"),
        ([op("a", Change.REPEAL, "art_2"), op("b", Change.RENUMBER, "art_2", SECOND, num="5")],
         "operation.target-repealed"),
        ([op("a", Change.REPEAL, "art_2"),
          op("b", Change.SUBSTITUTE, "art_2", old=same("equal"), new=same("free"))],
         "operation.same-words"),
        ([op("a", Change.SUBSTITUTE, "art_2", old=same("slow"), new=same("free"))],
         "operation.words-not-found"),
        ([op("a", Change.INSERT, "art_1", units=(Unit("art_2", Kind.ARTICLE, "2"),))],
         "operation.exists"),
    ],
)  # fmt: skip
def test_what_cannot_be_applied_is_left_out_and_named(changes: list[Operation], code: str) -> None:
    done = fold(charter(), changes)
    assert [each.code for each in done.with_fate(Fate.FAILED)] == [code]
    assert failures(charter(), changes[:-1], changes[-1]) == code


def test_an_operation_that_breaks_a_later_one_is_refused() -> None:
    later = op("b", Change.SUBSTITUTE, "art_2", SECOND, old=same("equal"), new=same("free"))
    assert failures(charter(), [later], op("a", Change.REPEAL, "art_2")) == "operation.breaks-later"


LEAVES = (Kind.SYMBOL, Kind.TITLE, Kind.FORMULA, Kind.PREAMBULAR, Kind.ENACTING, Kind.CONCLUSION)


@pytest.mark.parametrize("kind", LEAVES)
def test_nothing_is_put_inside_what_is_words_alone(kind: Kind) -> None:
    units = grow([Block(kind, words("x"))])
    inner = grow([Block(Kind.PARAGRAPH, words("y"), "1")])
    outer = grow([Block(Kind.ARTICLE, words("z"), "1"), Block(Kind.PARAGRAPH, words("y"), "1")])
    for change in (
        op("a", Change.INSERT, units[0].wid, place=Place.INTO, units=inner),
        op("a", Change.SUBSTITUTE, units[0].wid, units=outer),
    ):
        assert failures(units, [], change) == "operation.no-room"
        assert fold(units, [change]).units == units


def test_different_words_of_one_provision_may_change_on_one_day() -> None:
    changes = [
        op("a", Change.SUBSTITUTE, "art_2", old=same("Members"), new=same("States")),
        op("b", Change.SUBSTITUTE, "art_2", old=Words(en="equal"), new=Words(en="free")),
    ]
    assert text(fold(charter(), changes).units, "art_2") == "States are free."


KINDS = st.sampled_from(list(Kind))


@given(st.lists(st.tuples(KINDS, st.sampled_from(["", "1", "2", "a", "ii", "5a"])), max_size=30))
def test_a_tree_grows_again_from_its_blocks(parts: list[tuple[Kind, str]]) -> None:
    units = grow(Block(kind, words("x"), num) for kind, num in parts)
    assert grow(flatten(units)) == units
    assert len(list(walk(units))) == len(parts)


MEETING = grow([
    Block(Kind.OPERATIVE, Words(en="The States meet again", ar="تجتمع الدول مجددا"), "1"),
    Block(Kind.SUBPARAGRAPH, Words(en="The party smiles upon art;", ar="والمجلس يراعي كتبه"), "a"),
    Block(Kind.OPERATIVE, Words(en="Second"), "2"),
])  # fmt: skip
NEW_YEAR = date(2025, 1, 1)


def worded(key: str, old: Words, new: Words, target: str = "para_1", **more: object) -> Operation:
    return Operation(
        key, Change.SUBSTITUTE, target, NEW_YEAR, old=old, new=new, **more  # type: ignore[arg-type]
    )  # fmt: skip


def test_changes_in_two_languages_of_one_provision_are_both_made() -> None:
    """Whatever of them a reader may see: a whole unit is told by its units, not by no words."""
    english = worded("a", Words(en="again"), Words(en="yearly"))
    arabic = worded("b", Words(ar="مجددا"), Words(ar="سنويا"))
    blind = worded("a", Words(), Words())
    both = fold(MEETING, [english, arabic], NEW_YEAR).units[0].text
    assert both == Words(en="The States meet yearly", ar="تجتمع الدول سنويا")
    assert fold(MEETING, [blind, arabic], NEW_YEAR).units[0].text.ar == both.ar


def test_words_that_overlap_are_the_same_words() -> None:
    one = worded("a", Words(en="States meet"), Words(en="States do meet"))
    other = worded("b", Words(en="meet again"), Words(en="gather"))
    apart = worded("c", Words(en="again"), Words(en="yearly"))
    assert fold(MEETING, [one, other], NEW_YEAR).with_fate(Fate.FAILED)
    assert not fold(MEETING, [one, apart], NEW_YEAR).with_fate(Fate.FAILED)


def test_only_whole_words_are_replaced() -> None:
    art = worded("a", Words(en="art"), Words(en="craft"), "para_1__subpara_a")
    found = fold(MEETING, [art], NEW_YEAR).units[0].children[0].text.en
    assert found == "The party smiles upon craft;"
    council = worded("a", Words(ar="المجلس"), Words(ar="المؤتمر"), "para_1__subpara_a")
    found = fold(MEETING, [council], NEW_YEAR).units[0].children[0].text.ar
    assert found == "والمؤتمر يراعي كتبه"
    none = worded("a", Words(ar="كتب"), Words(ar="خطب"), "para_1__subpara_a")
    assert fold(MEETING, [none], NEW_YEAR).with_fate(Fate.FAILED)


@pytest.mark.parametrize("is_first", [True, False])
def test_who_replaces_a_provision_whole_touches_what_stands_in_it(is_first: bool) -> None:
    inner = worded("a", Words(en="art"), Words(en="craft"), "para_1__subpara_a", order=1)
    whole = Operation(
        "b", Change.SUBSTITUTE, "para_1", NEW_YEAR, units=(MEETING[0],), order=0 if is_first else 2
    )
    outcomes = fold(MEETING, [inner, whole], NEW_YEAR).outcomes
    assert [each.fate for each in outcomes] == [Fate.APPLIED, Fate.FAILED]
    new = Unit("para_1__subpara_b", Kind.SUBPARAGRAPH, "b", text=Words(en="New."))
    added = Operation(
        "c", Change.INSERT, "para_1", NEW_YEAR, place=Place.INTO, units=(new,), order=1
    )
    late = replace(whole, order=2)
    assert fold(MEETING, [added, late], NEW_YEAR).with_fate(Fate.FAILED)


def test_two_that_wait_for_one_event_are_tried_together() -> None:
    first = Operation("a", Change.REPEAL, "para_2", event="ratified")
    again = Operation("b", Change.REPEAL, "para_2", event="ratified")
    assert failures(MEETING, [], first) == ""
    assert failures(MEETING, [first], again) == "operation.same-words"


def test_a_number_is_as_long_as_its_table_holds() -> None:
    renumbered = Operation("a", Change.RENUMBER, "para_2", NEW_YEAR, num="9" * 40)
    assert failures(MEETING, [], renumbered) == "operation.number-too-long"


def test_a_whole_replacement_says_which_languages_it_would_take_away() -> None:
    new = replace(MEETING[0], text=Words(en="They meet."))
    whole = Operation("a", Change.SUBSTITUTE, "para_1", NEW_YEAR, units=(new,))
    assert languages_lost(MEETING, whole) == ("ar",)
    assert languages_lost(MEETING, replace(whole, units=(MEETING[0],))) == ()


def behind(key: str, num: str, order: int, on: date = NEW_YEAR) -> Operation:
    unit = Unit(f"para_{num}", Kind.OPERATIVE, num, text=Words(en=num))
    return Operation(key, Change.INSERT, "para_1", on, order=order, units=(unit,))


def test_insertions_behind_one_provision_stand_in_their_order() -> None:
    changes = [behind("a", "1a", 1), behind("b", "1b", 2), behind("c", "1c", 3, date(2026, 1, 1))]
    found = fold(MEETING, changes)
    assert [unit.num for unit in found.units] == ["1", "1a", "1b", "1c", "2"]
    assert [each.operation for each in found.outcomes] == changes
    undone = fold(MEETING, changes[1:])
    assert [unit.num for unit in undone.units] == ["1", "1b", "1c", "2"]


def test_a_change_that_failed_does_not_stop_another_on_the_same_words() -> None:
    bad = worded("a", Words(en="meet again and"), Words(en="x"))
    good = worded("b", Words(en="meet"), Words(en="gather"))
    assert fold(MEETING, [bad, good], NEW_YEAR).units[0].text.en == "The States gather again"


def test_no_two_provisions_bear_one_number_on_any_day() -> None:
    taken = Operation("a", Change.RENUMBER, "para_2", NEW_YEAR, num="1")
    assert failures(MEETING, [], taken) == "operation.number-taken"
    moved = Operation("b", Change.RENUMBER, "para_1", NEW_YEAR, num="3")
    assert failures(MEETING, [moved], replace(taken, order=1)) == ""
    early = replace(taken, on=date(2024, 1, 1))  # free at last, and taken for a year
    assert failures(MEETING, [moved], early) == "operation.number-taken"
    arabic = replace(taken, num="٣")
    assert failures(MEETING, [], arabic) == "operation.number-unreadable"
