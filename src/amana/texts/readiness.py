"""How far each language of a work is: what the release gate and the table of languages show."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from amana.kernel.words import Words
from amana.texts.models import DraftBlock, DraftRecord, NodeText, Work

__all__ = ["NAMES", "Readiness", "readiness", "readiness_of_draft"]

NAMES = {
    "ar": Words(en="Arabic", fr="arabe", ar="العربية"),
    "en": Words(en="English", fr="anglais", ar="الإنكليزية"),
    "fr": Words(en="French", fr="français", ar="الفرنسية"),
}
READY = DraftBlock.State.READY


@dataclass(frozen=True, slots=True)
class Readiness:
    """One language: how many provisions there are, have a text, are ready, were asked for."""

    lang: str
    units: int
    texts: int
    ready: int
    wanted: int

    @property
    def name(self) -> Words:
        """The language, as the reader calls it."""
        return NAMES[self.lang]

    @property
    def is_ready(self) -> bool:
        """Every provision has its text, was declared ready, and no translation is awaited."""
        return bool(self.units) and self.units == self.texts == self.ready and not self.wanted

    @property
    def lacks(self) -> Words:
        """What is missing, in words: texts first, then what is still awaited."""
        if missing := self.units - self.texts:
            return Words(
                en=f"provisions without a text: {missing}",
                fr=f"dispositions sans texte : {missing}",
                ar=f"أحكام بلا نص: {missing}",
            )
        if self.wanted:
            return Words(
                en=f"translations awaited: {self.wanted}",
                fr=f"traductions attendues : {self.wanted}",
                ar=f"ترجمات منتظرة: {self.wanted}",
            )
        return Words(
            en=f"provisions not yet declared ready: {self.units - self.ready}",
            fr=f"dispositions non encore déclarées prêtes : {self.units - self.ready}",
            ar=f"أحكام لم تُعلن جاهزيتها بعد: {self.units - self.ready}",
        )


def readiness(work: Work, languages: Sequence[str]) -> list[Readiness]:
    """A tabled work: by the states its draft had; one without a draft by its texts alone."""
    record = DraftRecord.objects.known().filter(work=work).first()
    if record:
        return readiness_of_draft(record, languages)
    rows = NodeText.objects.known().filter(node__work=work).values_list("text", "heading")
    texts = [text for text, heading in rows if text or heading]
    counted = {lang: sum(bool(getattr(text, lang)) for text in texts) for lang in languages}
    return [Readiness(lang, len(texts), n, n, 0) for lang, n in counted.items()]


def readiness_of_draft(record: DraftRecord, languages: Sequence[str] = ()) -> list[Readiness]:
    """Every language of a draft: one query."""
    rows: list[Any] = list(DraftBlock.objects.known().filter(draft=record.draft))
    rows = [row for row in rows if row.text or row.heading]
    return [
        Readiness(
            lang,
            len(rows),
            sum(bool(getattr(row.text, lang) or getattr(row.heading, lang)) for row in rows),
            sum(row.states.get(lang) == READY for row in rows),
            sum(lang in row.wanted for row in rows),
        )
        for lang in languages or record.languages
    ]
