"""The fold of operations: the text of a day, undo, and what cannot be applied."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amana.kernel.words import Words
from amana.texts.rules.kinds import Kind
from amana.texts.rules.operations import Change, Fate, Operation, Place, failures, fold
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
