"""Numbers of a draft follow from its order; each language prints them in its own way."""

import pytest

from amana.kernel.words import Words
from amana.texts.rules.kinds import Kind
from amana.texts.rules.numbering import letter, numbered, printed, roman
from amana.texts.rules.tree import Block


def nums(*kinds: Kind) -> list[str]:
    return [block.num for block in numbered(Block(kind) for kind in kinds)]


def test_each_level_begins_anew_under_its_paragraph() -> None:
    sub, subsub = Kind.SUBPARAGRAPH, Kind.SUBSUBPARAGRAPH
    assert nums(Kind.OPERATIVE, sub, subsub, subsub, sub, subsub, Kind.OPERATIVE, sub) == [
        "1", "a", "i", "ii", "b", "i", "2", "a",
    ]  # fmt: skip


def test_a_single_operative_paragraph_and_a_single_annex_have_no_number() -> None:
    assert nums(Kind.TITLE, Kind.OPERATIVE, Kind.ANNEX_HEADING) == ["", "", ""]
    assert nums(Kind.OPERATIVE, Kind.OPERATIVE, Kind.ANNEX_HEADING, Kind.ANNEX_HEADING) == [
        "1", "2", "1", "2",
    ]  # fmt: skip


def test_lettered_parts_begin_their_paragraphs_anew() -> None:
    part, operative = Kind.PART_HEADING, Kind.OPERATIVE
    assert nums(part, operative, operative, part, operative) == ["A", "1", "2", "B", "1"]


def test_an_annex_numbers_its_own_paragraphs() -> None:
    annex, inner = Kind.ANNEX_HEADING, Kind.ANNEX_PARAGRAPH
    assert nums(Kind.OPERATIVE, Kind.OPERATIVE, annex, inner, Kind.ANNEX_ITEM, annex, inner) == [
        "1", "2", "1", "1", "a", "2", "1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "num", "said"),
    [
        (Kind.OPERATIVE, "12", Words(ar="١٢-", en="12.", fr="12.")),
        (Kind.SUBPARAGRAPH, "d", Words(ar="(د)", en="(d)", fr="d)")),
        (Kind.SUBSUBPARAGRAPH, "iv", Words(ar="(٤)", en="(iv)", fr="iv)")),
        (Kind.PART_HEADING, "B", Words(ar="ب.", en="B.", fr="B.")),
        (Kind.OPERATIVE, "5a", Words(ar="٥ مكررًا-", en="5a.", fr="5 bis.")),
        (Kind.OPERATIVE, "5b", Words(ar="٥ مكررًا ثانيًا-", en="5b.", fr="5 ter.")),
        (Kind.OPERATIVE, "", Words()),
    ],
)
def test_each_language_prints_a_number_in_its_own_way(kind: Kind, num: str, said: Words) -> None:
    assert printed(kind, num) == said


def test_letters_and_roman_numbers() -> None:
    assert [letter(n) for n in (1, 26, 27, 52, 53)] == ["a", "z", "aa", "az", "ba"]
    assert [roman(n) for n in (1, 4, 9, 14, 19, 39)] == ["i", "iv", "ix", "xiv", "xix", "xxxix"]
