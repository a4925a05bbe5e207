"""How a provision is cited: "Charter 2008, Art. 33(1)", in three languages, with its page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from amana.kernel.basis import Basis
from amana.kernel.numbers import ordinal
from amana.kernel.periods import Period
from amana.kernel.symbols import kept_in_order
from amana.kernel.words import LANGS, Words
from amana.texts.citing.provisions import Provisions
from amana.texts.models import Operation, WorkRecord
from amana.texts.rules.numbering import abjad, repeated
from amana.texts.symbols.roman import number_of

__all__ = ["Citation", "Cited", "attach", "citations", "unresolved"]

_NAMES = {
    "chp": {"ar": "الفصل {}", "en": "Chapter {}", "fr": "chapitre {}"},
    "art": {"ar": "المادة {}", "en": "Art. {}", "fr": "art. {}"},
    "rule": {"ar": "القاعدة {}", "en": "Rule {}", "fr": "règle {}"},
    "annex": {"ar": "المرفق {}", "en": "Annex {}", "fr": "annexe {}"},
    "att": {"ar": "المرفق {}", "en": "Annex {}", "fr": "annexe {}"},
    "part": {"ar": "الجزء {}", "en": "Part {}", "fr": "partie {}"},
    "sec": {"ar": "القسم {}", "en": "Section {}", "fr": "section {}"},
    "para": {"ar": "الفقرة {}", "en": "para. {}", "fr": "par. {}"},
}
_FEMININE = ("art", "rule")  # in Arabic
_INNER = {
    "para": {"ar": "، الفقرة {}", "en": "({})", "fr": ", par. {}"},
    "subpara": {"ar": " ({})", "en": "({})", "fr": ", al. {}"},
    "point": {"ar": " ({})", "en": "({})", "fr": ", point {}"},
}
# Parts that have no number of their own in the text.
_UNNUMBERED = {
    "preface__docTitle": {"ar": "العنوان", "en": "title", "fr": "titre"},
    "preamble__formula": {"ar": "صيغة الافتتاح", "en": "opening words", "fr": "formule liminaire"},
    "preamble__container": {
        "ar": "الفقرة {} من الديباجة", "en": "preambular para. {}", "fr": "al. {} du préambule",
    },
    "preamble__wrapup": {"ar": "عبارة المنطوق", "en": "enacting words", "fr": "formule d'édiction"},
    "conclusions__p": {"ar": "الخاتمة", "en": "closing words", "fr": "formule finale"},
}  # fmt: skip


class Based(Protocol):
    """A fact that rests on provisions. Where it has a `period`, it is history outside of it."""

    @property
    def basis(self) -> Sequence[str]:
        """The addresses of the provisions."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision as cited; `known` is false when the address leads nowhere."""

    address: str
    title: Words  # of the work: "Charter 2008"
    provision: Words  # "Art. 33(1)"; nothing where the work as a whole is cited
    known: bool
    adopted: date | None = None
    replaced: date | None = None

    @property
    def label(self) -> Words:
        """Work and provision: "Charter 2008, Art. 33(1)"."""
        if not self.provision:
            return self.title
        return Words(
            ar=f"{self.title.text('ar')}، {self.provision.ar}",
            en=f"{self.title.text('en')}, {self.provision.en}",
            fr=f"{self.title.text('fr')}, {self.provision.fr}",
        )

    def applies_on(self, day: date) -> bool:
        """Whether the work had been adopted by that day, and not yet replaced by another."""
        return (self.adopted is None or self.adopted <= day) and (
            self.replaced is None or day < self.replaced
        )

    def url(self, on: str = "") -> str:
        """The page of the work, at the provision, for the day asked."""
        if not self.known:
            return ""
        basis = Basis.parse(self.address)
        query = f"?{urlencode({'on': on})}" if on else ""
        fragment = f"#{basis.node}" if basis.node else ""
        return reverse("texts:work", kwargs={"key": basis.work}) + query + fragment


def citations(addresses: Iterable[str], on: date | None = None) -> dict[str, Citation]:
    """Resolve many addresses at once, in two queries whatever their number.

    A third asks for the operations where a cited work was changed: its provisions have the
    numbers of the day, or without one the latest, and those that came in later are among them.
    """
    bases = {address: Basis.parse(address) for address in set(addresses)}
    if not bases:
        return {}
    works = {basis.work for basis in bases.values()}
    named = Q(work__key__in=works) | Q(replaces__key__in=works)
    changed = Exists(Operation.objects.known().filter(work=OuterRef("work")))
    records = WorkRecord.objects.known().filter(named).annotate(changed=changed)
    titles = {row.work.key: row for row in records.select_related("work", "replaces")}
    replaced = {row.replaces.key: row.during.lower for row in titles.values() if row.replaces}
    provisions = _provisions(bases.values(), titles, on)
    return {
        address: _cite(address, basis, titles, provisions, replaced)
        for address, basis in bases.items()
    }


def _provisions(
    bases: Iterable[Basis], titles: Mapping[str, WorkRecord], on: date | None
) -> Provisions:
    nodes = [(basis.work, basis.node) for basis in bases if basis.node]
    cited = {f"{work}#{wid}" for work, node in nodes for wid in (node, _outer(node))}
    changed = {
        work for work, _node in nodes
        if work in titles and titles[work].changed  # type: ignore[attr-defined]
    }  # fmt: skip
    return Provisions(cited, changed, on)


class Cited:
    """The provisions that rows rest on, all resolved at once, as they applied on a day.

    Of a row that held on the day only the provisions count that applied then: the General
    Secretariat stands under Article VI of the Charter of 1972 on 1 June 1982, and under Articles
    16 to 21 of that of 2008 today. A row that did not hold that day is history and keeps them
    all, and so does every row where no day is asked.
    """

    def __init__(self, rows: Iterable[Based], day: date | None = None) -> None:
        self._found = citations((address for row in rows for address in row.basis), day)
        self._day = day

    def of(self, row: Based) -> list[Citation]:
        """The provisions of one of the rows; all of them where none applied on the day."""
        cited = [self._found[address] for address in row.basis]
        period: Period | None = getattr(row, "period", None)
        if self._day is None or (period and self._day not in period):
            return cited
        return [cite for cite in cited if cite.applies_on(self._day)] or cited


def attach(rows: Iterable[Any], lang: str, on: str = "", *, day: date | None = None) -> None:
    """Give each row the links that pages show, for the provisions that applied on the day.

    `basis_links` is what a source mark opens: `[("Charter 2008, Art. 5", "…#art_5"), …]`;
    `basis_by_work` says the same in the room of a cell:
    `[("Charter 2008", "/en/texts/charter-2008/", [("Art. 5", "…#art_5"), …]), …]`.
    `on` is the day as the reader typed it, kept in the links.
    """
    rows = list(rows)
    cited = Cited(rows, day)
    for row in rows:
        found = cited.of(row)
        row.basis_links = [(kept_in_order(cite.label.text(lang)), cite.url(on)) for cite in found]
        row.basis_by_work = _by_work(found, lang, on)


def _by_work(
    found: Iterable[Citation], lang: str, on: str
) -> list[tuple[str, str, list[tuple[str, str]]]]:
    works: dict[str, tuple[str, str, list[tuple[str, str]]]] = {}
    for cite in found:
        key = Basis.parse(cite.address).work
        title = kept_in_order(cite.title.text(lang))
        url = cite.url(on)
        within = works.setdefault(key, (title, url.partition("#")[0], []))[2]
        if cite.provision:
            within.append((cite.provision.text(lang), url))
    return list(works.values())


def unresolved(addresses: Iterable[str]) -> list[str]:
    """Addresses that name no work or no provision on record."""
    return sorted(cite.address for cite in citations(addresses).values() if not cite.known)


def _outer(wid: str) -> str:
    return wid.partition("__")[0]


def _cite(
    address: str,
    basis: Basis,
    titles: Mapping[str, WorkRecord],
    provisions: Provisions,
    replaced: Mapping[str, date],
) -> Citation:
    record = titles.get(basis.work)
    if record is None:
        return Citation(address, Words(**dict.fromkeys(LANGS, address)), Words(), known=False)
    title, life = record.short or record.title, (record.during.lower, replaced.get(basis.work))
    if not basis.node:
        return Citation(address, title, Words(), True, *life)
    known = provisions.num(basis.work, basis.node) is not None
    outer = provisions.num(basis.work, _outer(basis.node)) or ""
    within = Words(**{lang: provision(basis.node, lang, outer) for lang in LANGS})
    return Citation(address, title, within, known, *life)


def provision(wid: str, lang: str, num: str = "") -> str:
    """A provision by its wId: `art_33__para_1` is "Art. 33(1)"; `num` as printed, "VI" for 6.

    Arabic texts print such a number in words: الفصل الحادي عشر, المادة السادسة.
    """
    form, _, number = wid.rpartition("_")
    if form in _UNNUMBERED:
        return _UNNUMBERED[form][lang].format(number)
    first, *inner = wid.split("__")
    kind, _, number = first.partition("_")
    number = num or number
    if lang == "ar" and (roman := number_of(number)):
        number = ordinal(roman, "ar", feminine=kind in _FEMININE)
    said = _NAMES.get(kind, {}).get(lang, "{}").format(repeated(number, lang))
    for part in inner:
        kind, _, number = part.partition("_")
        if lang == "ar" and kind in ("subpara", "point"):
            number = abjad(number)
        said += _INNER.get(kind, {}).get(lang, " {}").format(repeated(number, lang))
    return said
