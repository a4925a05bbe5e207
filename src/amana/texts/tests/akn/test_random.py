"""Whatever the tree and whatever its words: the file is valid, sound, and reads back."""

import hypothesis.strategies as st
from hypothesis import HealthCheck, given, settings

from amana.kernel.words import LANGS, Words
from amana.texts.akn.clean import clean
from amana.texts.akn.document import Document
from amana.texts.akn.reading import read
from amana.texts.akn.soundness import concord, unsound
from amana.texts.akn.validity import validate
from amana.texts.akn.writing import write
from amana.texts.rules.kinds import Kind
from amana.texts.rules.operations import Change, Fate, Operation, Place, fold
from amana.texts.rules.tree import Block, flatten, grow, walk
from amana.texts.tests.akn.exercises import in_one, work

HOSTILE = "\x00\x01\x0b\x1f\x7f\u202e\u2066\u200f\ufffe\uffff\ud800\udfff \t\n\r<>&\"'`ابجة١٢\xa0"
KINDS = ("resolution", "charter", "report")
RUNS = settings(
    max_examples=60, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip

text = st.text(st.one_of(st.characters(), st.sampled_from(HOSTILE)), max_size=12)
words = st.builds(Words, text, text, text)
plain_number = st.sampled_from(["", "1", "2", "a", "ii", "XI", "5a", "A"])
number = st.one_of(plain_number, text)
wid = st.one_of(st.just(""), text)
kind = st.sampled_from(list(Kind))


def blocks(
    numbers: st.SearchStrategy[str], wids: st.SearchStrategy[str]
) -> st.SearchStrategy[list[Block]]:
    block = st.builds(Block, kind, words, numbers, words, words, wids)
    return st.lists(block, max_size=14)


def faults(document: Document) -> list[object]:
    files = {lang: write(document, lang) for lang in LANGS}
    found = [fault for xml in files.values() for fault in (*validate(xml), *unsound(xml))]
    return [*found, *concord(files)]


@RUNS
@given(blocks(number, wid), st.sampled_from(KINDS), words, text)
def test_any_tree_of_any_words_is_valid(
    run: list[Block], of: str, title: Words, shown: str
) -> None:
    document = Document(work(of, shown, title), grow(run))
    assert faults(document) == []


@RUNS
@given(blocks(plain_number, st.just("")), st.sampled_from(KINDS))
def test_any_tree_reads_back_as_the_same_blocks(run: list[Block], of: str) -> None:
    document = Document(work(of, "1", Words(en="Any")), grow(run))
    for lang in LANGS:
        done = read(write(document, lang))
        assert done.doubts == []
        assert done.lang == lang
        cleaned = [
            Block(b.kind, _clean(b.text), b.num, _clean(b.heading), _clean(b.printed), b.wid)
            for b in in_one(document.units, lang)
        ]
        assert list(flatten(grow(done.blocks))) == cleaned


def _clean(of: Words) -> Words:
    return Words(**{lang: clean(said) for lang, said in of})


@st.composite
def changes(draw: st.DrawFn) -> Document:
    """A tree after some of the operations that can be applied to it."""
    original = grow(draw(blocks(number, st.just(""))))
    targets = [unit.wid for unit, _depth in walk(original)] or ["nothing"]
    operation = st.builds(
        Operation, st.uuids().map(str), st.sampled_from(Change),
        st.one_of(st.sampled_from(targets), st.just("")), st.one_of(st.none(), st.dates()),
        order=st.integers(0, 3), place=st.sampled_from(Place), num=number, printed=words,
        units=blocks(number, text).map(grow), instrument=text, old=words, new=words,
    )  # fmt: skip
    folded = fold(original, draw(st.lists(operation, max_size=6)))
    applied = tuple(each.operation for each in folded.with_fate(Fate.APPLIED))
    return Document(work(draw(st.sampled_from(KINDS)), "1", Words(en="Any")), folded.units, applied)


@RUNS
@given(changes())
def test_any_tree_after_any_operations_is_valid(document: Document) -> None:
    assert faults(document) == []
