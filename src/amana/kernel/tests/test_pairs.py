"""Precision and recall of the analyser over pairs that were written from the morphology.

A third of each list, chosen by the hash of the pair, was never looked at while the analyser was
improved; its score stands apart. `docs/search.md` has the first score and the last.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from amana.kernel.arabic import tokens

PAIRS = Path(__file__).with_name("pairs")


@dataclass(frozen=True)
class Pair:
    """Two words that are one for a reader, or not."""

    same: bool
    one: str
    other: str

    @property
    def is_held_out(self) -> bool:
        return int(sha256(f"{self.one}\t{self.other}".encode()).hexdigest(), 16) % 3 == 0

    def is_met(self, lang: str | None) -> bool:
        one, other = ([stem for stem, _, _ in tokens(w, lang)] for w in (self.one, self.other))
        return one == other


def pairs(name: str) -> Iterator[Pair]:
    for line in (PAIRS / f"{name}.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            verdict, one, other, _why = line.split("\t")
            yield Pair(verdict == "same", one, other)


def test_the_lists_are_long_enough_and_repeat_nothing() -> None:
    for name, most in (("arabic", 120), ("french", 60)):
        found = [(pair.one, pair.other) for pair in pairs(name)]
        assert len(found) == len(set(found)) >= most


@pytest.mark.parametrize("held_out", [False, True], ids=["open", "held out"])
@pytest.mark.parametrize(
    ("name", "lang"), [("arabic", None), ("arabic", "fr"), ("french", "fr"), ("french", None)]
)
def test_precision_and_recall_do_not_fall(name: str, lang: str | None, held_out: bool) -> None:
    found = [pair for pair in pairs(name) if pair.is_held_out is held_out]
    met = [pair for pair in found if pair.is_met(lang)]
    right = sum(pair.same for pair in met)
    recall = right / sum(pair.same for pair in found)
    precision = right / len(met)
    wrong = [(p.one, p.other) for p in found if p.is_met(lang) is not p.same]
    print(f"{name} {lang}: {len(found)} pairs, recall {recall:.3f}, precision {precision:.3f}")
    assert recall >= 0.98, wrong
    assert precision >= 0.98, wrong
