"""What goes on paper: a text in some languages, with its letterhead, symbol, dates and notices."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from amana.kernel.dual_dates import format_dual
from amana.kernel.marks import Mark
from amana.kernel.words import LANGS, Words
from amana.texts.models import Distribution
from amana.texts.rules.operations import Fate
from amana.texts.rules.tree import Unit
from amana.texts.standing_text import Text

__all__ = ["Paper", "Proof", "paper_of"]

DISTRIBUTIONS = {
    Distribution.GENERAL: Words(ar="التوزيع: عام", en="Distribution: general",
                                fr="Distribution : générale"),
    Distribution.LIMITED: Words(ar="التوزيع: محدود", en="Distribution: limited",
                                fr="Distribution : limitée"),
    Distribution.RESTRICTED: Words(ar="التوزيع: مقيد", en="Distribution: restricted",
                                   fr="Distribution : restreinte"),
}  # fmt: skip
ADOPTED = Words(ar="تاريخ الاعتماد: {}", en="Adopted: {}", fr="Adopté le : {}")
STANDS = Words(ar="النص كما كان في {}", en="The text as it stood on {}", fr="Texte au {}")
WAITS = Words(
    ar="تعديلات لم تُدرج في هذا النص لأنها لم تسرِ بعد أو لم يُعرف يوم سريانها: {}",
    en="Changes not in this text, because they are not yet in force or their day is not known: {}",
    fr="Modifications absentes de ce texte, car non encore en vigueur ou de date inconnue : {}",
)
FAILED = Words(
    ar="تعديلات تعذر تطبيقها: {}",
    en="Changes that could not be applied: {}",
    fr="Modifications qui n'ont pu être appliquées : {}",
)
REPEALED = Words(ar="(ملغى)", en="(repealed)", fr="(abrogé)")


@dataclass(frozen=True, slots=True)
class Paper:
    """A text as every file of it shows it; `units` hold only the languages asked."""

    organisation: Words
    body: Words
    symbol: str
    title: Words
    facts: tuple[Words, ...]  # lines under the letterhead: distribution, days
    notice: Words
    units: tuple[Unit, ...]
    langs: tuple[str, ...]
    day: date  # of the text, for the file's own date

    def named(self, lang: str) -> str:
        """Its title in a language, or in another one that it has."""
        return self.title.text(lang)


@dataclass(frozen=True, slots=True)
class Proof:
    """Where a published file is proved, as it says itself: it cannot hold its own hash."""

    address: str
    note: str  # the address in a sentence
    alt: str  # what the square code is, for who does not see it


def paper_of(text: Text, langs: Sequence[str], organisation: Words) -> Paper:
    """The paper of a text in some languages."""
    record = text.record
    adopted = Mark.parse(record.adopted) if record.adopted else None
    facts = [DISTRIBUTIONS[Distribution(record.distribution)]]
    if adopted and adopted.is_exact:
        facts.append(_filled(ADOPTED, adopted.earliest))
    if text.on and text.operations:
        facts.append(_filled(STANDS, text.on))
    day = max([each for each in text.changes() if text.on and each <= text.on], default=None)
    return Paper(
        organisation, record.adopted_by, record.symbol, record.title, tuple(facts),
        notice_of(text), text.units, tuple(langs),
        day or (adopted.earliest if adopted else date(1969, 9, 25)),
    )  # fmt: skip


def _filled(words: Words, day: date) -> Words:
    return Words(**{lang: form.format(format_dual(day, lang=lang)) for lang, form in words})


def notice_of(text: Text) -> Words:
    """What a reader has to know: changes that wait, and changes that failed; nothing for none."""
    waiting = len(text.standing.with_fate(Fate.LATER, Fate.WAITING))
    failed = len(text.standing.with_fate(Fate.FAILED))
    said = {
        lang: " ".join(
            form.format(count)
            for form, count in ((getattr(WAITS, lang), waiting), (getattr(FAILED, lang), failed))
            if count
        )
        for lang in LANGS
    }
    return Words.of(said)
