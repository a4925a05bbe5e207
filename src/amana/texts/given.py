"""What was given out of a text: the languages that a reader may see, and what of each.

A text of a pack is our own: its title and headings are for everybody in every language, its
wording in the languages of its releases. A text that was drafted here is its authors': who holds
no office sees nothing of it before a release, and then no word of another language.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from amana.kernel.authority import Authority
from amana.kernel.words import LANGS, Words
from amana.texts.models import WorkRecord
from amana.texts.rules.operations import Consolidated, Operation
from amana.texts.rules.tree import Unit

__all__ = ["Eyes", "eyes_of", "given", "only"]


def given(record: WorkRecord) -> set[str]:
    """The languages of every release of a work, from its record as `with_releases` gives it."""
    return {lang for langs in record.given for lang in langs.split("-")}  # type: ignore[attr-defined]


def only(words: Words, langs: Collection[str]) -> Words:
    """The words in some languages."""
    return Words(**{lang: text for lang, text in words if lang in langs})


def eyes_of(record: WorkRecord, by: Authority | None) -> "Eyes":
    """What a reader may see of a work, from its record as `with_releases` gives it."""
    if by and by.offices:
        return Eyes()
    out = given(record)
    langs = tuple(lang for lang in LANGS if lang in out)
    return Eyes(langs, langs if record.drafted else LANGS)  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Eyes:
    """What of a text a reader may see: languages of its words, and of its headings."""

    words: tuple[str, ...] = LANGS
    headings: tuple[str, ...] = LANGS

    @property
    def see_all(self) -> bool:
        """Whether nothing is kept from them."""
        return len(self.words) == len(self.headings) == len(LANGS)

    def units(self, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
        """A tree as these eyes see it."""
        return units if self.see_all else tuple(map(self._unit, units))

    def _unit(self, unit: Unit) -> Unit:
        return replace(
            unit, text=only(unit.text, self.words), heading=only(unit.heading, self.headings),
            printed=only(unit.printed, self.headings), children=self.units(unit.children),
        )  # fmt: skip

    def operation(self, operation: Operation) -> Operation:
        """An operation as these eyes see it."""
        if self.see_all:
            return operation
        return replace(
            operation, units=self.units(operation.units), old=only(operation.old, self.words),
            new=only(operation.new, self.words), printed=only(operation.printed, self.headings),
        )  # fmt: skip

    def standing(self, standing: Consolidated) -> Consolidated:
        """A text of a day as these eyes see it: it was folded in all languages, as for anybody."""
        if self.see_all:
            return standing
        return Consolidated(
            self.units(standing.units),
            tuple(
                each._replace(operation=self.operation(each.operation))
                for each in standing.outcomes
            ),
        )
