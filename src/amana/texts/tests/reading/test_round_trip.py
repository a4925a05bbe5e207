"""Nothing is lost and nothing is refused, whatever the text."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amana.kernel.words import Words
from amana.texts.reading.aligning import aligned
from amana.texts.reading.lines import INVISIBLE, clean
from amana.texts.reading.lint import concordance, lint
from amana.texts.reading.mandates import charges
from amana.texts.reading.split import split
from amana.texts.reading.writing import blocks_to_text, write
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import grow
from amana.texts.tests.reading.samples import LANGS, texts

PIECES = (
    "1. ", "2- ", "٣- ", "(a) ", "(أ) ", "هـ- ", "(i) ", "(ii) ", "‘١’ ", "A. ", "II. ",
    "ألف - ", "- ", "• ", "1.1 ", "OP1. ", "Requests the Secretary General ",
    "Prie le Secrétaire général ", "يطلب من الأمين العام ", "Recalling ", "Rappelant ",
    "وإذ يستذكر ", "The Council of Ministers,", "Le Conseil,", "إن المجلس،", "Decides:",
    "يقرر:", "Annex", "Annexe I", "المرفق", "Article 3", "RESOLUTION No. 1/44-POL",
    "القرار الرقم 6/39 – أت", "A/RES/79/1", "ON", "بشأن", "____", "1 See A/79/1.", "- 2 -",
    "Adopted at X", "الجلسة العامة 6", ", ", "; ", ".", "،", "؛", ":", "\n", "\n\n", "\r\n",
    "\t", "\xa0", "\u200f", "\u202b", "\u2028", "\x0c", "\ufeff", "word ", "كلمة ", "[", ")",
    "*", "31 December 2025", "at its next session", "within six months",
)  # fmt: skip
TEXT = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
THOROUGH = settings(max_examples=150)


@pytest.mark.parametrize("lang", LANGS)
@given(text=TEXT)
@THOROUGH
def test_any_text_is_read_and_written_back_exactly(lang: str, text: str) -> None:
    reading = split(text, lang)
    assert write(reading) == text
    layout = INVISIBLE + " \t\r\n\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0"
    kept = "".join(block.source for block in reading.blocks)
    aside = "".join(each.text for each in reading.asides)
    # What stands in no block stands in an aside.
    outside = "".join(block.before for block in reading.blocks) + reading.after
    assert not set(clean(outside)) - set(aside) - set(" " + layout + ":–—-،,.")
    assert bool(reading.blocks) or not kept


@pytest.mark.parametrize("lang", LANGS)
@given(text=TEXT)
@THOROUGH
def test_any_reading_can_be_asked_everything(lang: str, text: str) -> None:
    reading = split(text, lang)
    for block in reading.blocks:
        assert block.kind in Kind
        assert set(block.as_row(lang)) == {
            "kind", "number", "level", "verb", "class", "text", "warnings",
        }  # fmt: skip
    found = charges(reading)
    assert [each.passage.line for each in found] == [
        each.line for each in reading.of(Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SUBSUBPARAGRAPH)
    ]
    for doubt in (*reading.doubts, *lint(reading, known=lambda _symbol: False)):
        assert doubt.sentence(lang)


@given(one=TEXT, other=TEXT)
@settings(max_examples=80)
def test_any_two_readings_can_be_brought_together(one: str, other: str) -> None:
    readings = {"en": split(one, "en"), "ar": split(other, "ar")}
    blocks, doubts = aligned(readings)
    for lang, reading in readings.items():
        told = [getattr(block.text, lang) for block in blocks if getattr(block.text, lang)]
        assert sorted(told) == sorted(block.text for block in reading.blocks if block.text)
    for doubt in (*doubts, *concordance(readings)):
        assert doubt.sentence("fr")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("printed", [True, False], ids=["as printed", "as the language prints"])
def test_a_tree_written_in_a_language_is_read_again(lang: str, printed: bool) -> None:
    for text in texts(lang):
        blocks, _doubts = aligned({lang: split("\n\n".join(text), lang)})
        assert grow(blocks)
        given = blocks if printed else [replace(block, printed=Words()) for block in blocks]
        again = split(blocks_to_text(given, lang), lang)
        assert [(each.kind, each.own, each.text) for each in again.blocks] == [
            (block.kind, block.num, getattr(block.text, lang)) for block in blocks
        ]


HOSTILE = {
    "opened": "(" * 2000,
    "closed": ")" * 2000,
    "one line": "word " * 2000,
    "spaces": " " * 5000,
    "a space within": "x" + " " * 5000 + "y",
    "items": "(a) to do;\n" * 400,
    "ones": "1. Notes x;\n" * 400,
    "unended": "lorem ipsum\n" * 800,
    "torn": "lorem ipsum dolor\n\n" * 400,
    "letters": "A. Title\n\n" * 200,
    "annexes": "Annex\n\n1. x.\n\n" * 200,
    "symbols": "RESOLUTION No. 1/2-POL\n\n" * 200,
    "formulas": "The Council of Ministers,\n\n" * 200,
    "commas": "The Council, " * 500,
    "slashes": "A/" * 2000,
    "marks": "\u200f\u202b" * 2000,
    "waw": "و" * 2000,
    "digits": "1" * 4000,
    "dashes": "-" * 4000,
    "sums": "1/2-" * 1000,
    "within": "within " * 800,
    "sessions": "the fifty-first " * 500,
    "days": "on 1 January " * 500,
    "ands": "and requests " * 500,
    "forbids": "يطلب من الأمين العام " * 300,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("lang", LANGS)
def test_no_text_takes_more_than_its_length(lang: str, name: str) -> None:
    short, long = HOSTILE[name] * 4, HOSTILE[name] * 16
    ratio = min(_seconds(long, lang) / max(_seconds(short, lang), 1e-4) for _attempt in range(3))
    # Four times the text: four times the time, with room for a machine that does other things.
    assert ratio < 10, ratio


def _seconds(text: str, lang: str) -> float:
    began = time.process_time()
    charges(split(text, lang))
    return time.process_time() - began


def test_a_hundred_thousand_brackets_are_read_at_once() -> None:
    for text in ("(" * 100_000, "(a)" * 100_000, "()" * 100_000, "x " * 100_000):
        began = time.process_time()
        reading = split(text, "en")
        assert write(reading) == text
        assert time.process_time() - began < 2
