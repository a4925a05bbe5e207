"""What changed between two texts, and what became of a paragraph across sessions."""

from hypothesis import given
from hypothesis import strategies as st

from amana.kernel.words import Words
from amana.texts.rules.diff import compare, likeness, words_between
from amana.texts.rules.kinds import Kind
from amana.texts.rules.lineage import Turn, lineage, turns
from amana.texts.rules.numbering import numbered
from amana.texts.rules.tree import Block, Unit, grow

FORCES = {"Requests": 3, "Invites": 2, "Welcomes": 1, "Recalls": 1}


def force(unit: Unit, lang: str) -> int:
    return FORCES.get(getattr(unit.text, lang).partition(" ")[0], 0)


def text(*paragraphs: str, wids: str = "") -> tuple[Unit, ...]:
    blocks = numbered(Block(Kind.OPERATIVE, Words(en=each)) for each in paragraphs)
    named = zip(blocks, wids or [""] * len(paragraphs), strict=True)
    return grow(Block(b.kind, b.text, b.num, wid=wid) for b, wid in named)


def fates(before: tuple[Unit, ...], after: tuple[Unit, ...], **how: bool) -> list[str]:
    return [f"{row.unit.wid} {row.fate.value}" for row in compare(before, after, "en", **how)]


def test_each_provision_has_its_fate() -> None:
    before = text("Requests a report.", "Welcomes the work.", "Decides to meet.", wids="abc")
    after = text("Requests a full report.", "Decides to meet.", "Recalls its rules.", wids="acd")
    assert fates(before, after) == ["a changed", "b dropped", "c renumbered", "d new"]


def test_a_provision_that_changed_places_is_said_to_have_moved() -> None:
    blocks = [Block(Kind.PREAMBULAR, Words(en=each), wid=each) for each in "abcd"]
    before, after = grow(blocks), grow([blocks[3], *blocks[:3]])
    assert fates(before, after) == ["d moved", "a same", "b same", "c same"]


def test_the_words_between_two_texts() -> None:
    said = list(words_between("the Secretary General shall report", "the Council shall report now"))
    assert [(part.text, part.how) for part in said] == [
        ("the", "kept"), (" Secretary General", "dropped"), (" Council", "added"),
        (" shall report", "kept"), (" now", "added"),
    ]  # fmt: skip


@given(st.text(max_size=80), st.text(max_size=80))
def test_kept_and_added_words_are_the_second_text(one: str, other: str) -> None:
    parts = list(words_between(one, other))
    assert "".join(part.text for part in parts if part.how != "dropped").split() == other.split()
    dropped = " ".join(part.text for part in parts if part.how == "dropped").split()
    assert len(dropped) + sum(len(p.text.split()) for p in parts if p.how == "kept") == len(
        one.split()
    )


OLD = (
    "Requests the Secretary General to follow up and to report to session 49.",
    "Invites all States to share what they know of old manuscripts and archives.",
    "Welcomes the offer of a host country for the next meeting of experts.",
)
NEW = (
    "Requests the Secretary General to follow up and to report to session 50.",
    "Requests all States to share what they know of old manuscripts and archives.",
    "Recalls that a library was opened in the year before last by two institutions.",
)


def test_what_a_session_made_of_the_paragraphs_of_the_one_before() -> None:
    steps = turns(text(*OLD), text(*NEW), "en", force)
    assert [step.turn for step in steps] == [
        Turn.REAFFIRMED, Turn.STRENGTHENED, Turn.NEW, Turn.DROPPED,
    ]  # fmt: skip
    assert [step.turn for step in turns(text(*NEW), text(*OLD), "en", force)][1] == Turn.WEAKENED


def test_the_forerunners_of_a_paragraph() -> None:
    texts = [text(*OLD[1:]), text(*OLD), text(*NEW)]
    found = lineage(texts, "para_2", "en", force)
    assert [(index, step.turn) for index, step in found] == [
        (2, Turn.STRENGTHENED), (1, Turn.REAFFIRMED),
    ]  # fmt: skip


def test_likeness_is_of_runs_of_words() -> None:
    assert likeness(OLD[0], OLD[0]) == 1
    assert likeness(OLD[0], OLD[2]) == 0
    assert 0.5 < likeness(OLD[0], NEW[0]) < 1


def test_an_empty_text_is_compared_too() -> None:
    assert compare((), (), "ar") == []
    assert fates((), text("Requests a report.")) == ["para_1 new"]


def test_a_stronger_verb_makes_a_short_paragraph_no_other_one() -> None:
    before, after = text("Invites the Secretary General:"), text("Requests the Secretary General:")

    def after_the_verb(unit: Unit, lang: str) -> str:
        return getattr(unit.text, lang).partition(" ")[2]

    (step,) = turns(before, after, "en", force, after_the_verb)
    assert step.turn == Turn.STRENGTHENED


def test_signs_of_reading_and_shapes_of_letters_change_no_word() -> None:
    plain, signed = "لا يُخل هذا القرار بالميثاق", "ﻻ يُخِلّ هـذا القرارُ بالميثاق"
    assert [part.how for part in words_between(plain, signed)] == ["kept"]
    assert "".join(part.text for part in words_between(plain, signed)) == signed
    assert [part.how for part in words_between("10 m²", "10 m2")] == ["kept", "dropped", "added"]
    one = (Unit("a", Kind.OPERATIVE, "1", text=Words(ar=plain)),)
    other = (Unit("b", Kind.OPERATIVE, "1", text=Words(ar=signed)),)
    assert [step.turn for step in turns(one, other, "ar", force)] == [Turn.REAFFIRMED]
    assert [row.fate.value for row in compare(one, other, "ar", by_likeness=True)] == ["same"]
