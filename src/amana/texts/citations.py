"""How a provision is cited: "Charter 2008, Art. 33(1)", in three languages, with its page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse

from amana.ground.dated import Dated
from amana.kernel.basis import Basis
from amana.kernel.words import LANGS, Words
from amana.texts.models import Node, WorkRecord
from amana.texts.symbols import kept_in_order

__all__ = ["Citation", "applying", "attach", "citations", "unresolved"]

_NAMES = {
    "chp": {"ar": "الفصل {}", "en": "Chapter {}", "fr": "chapitre {}"},
    "art": {"ar": "المادة {}", "en": "Art. {}", "fr": "art. {}"},
    "rule": {"ar": "القاعدة {}", "en": "Rule {}", "fr": "règle {}"},
    "annex": {"ar": "المرفق {}", "en": "Annex {}", "fr": "annexe {}"},
}
_INNER = {
    "para": {"ar": "، الفقرة {}", "en": "({})", "fr": ", par. {}"},
    "point": {"ar": " ({})", "en": "({})", "fr": ", point {}"},
}


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision as cited; `known` is false when the address leads nowhere."""

    address: str
    label: Words
    known: bool
    adopted: date | None = None
    replaced: date | None = None

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


def citations(addresses: Iterable[str]) -> dict[str, Citation]:
    """Resolve many addresses at once, in two queries whatever their number."""
    bases = {address: Basis.parse(address) for address in set(addresses)}
    if not bases:
        return {}
    works = {basis.work for basis in bases.values()}
    records = WorkRecord.objects.known().filter(
        Q(work__key__in=works) | Q(replaces__key__in=works)
    ).select_related("work", "replaces")  # fmt: skip
    titles = {row.work.key: row for row in records}
    replaced = {row.replaces.key: row.during.lower for row in records if row.replaces}
    wanted = {f"{b.work}#{wid}" for b in bases.values() if b.node for wid in (b.node, _outer(b.node))}
    nums = dict(Node.objects.filter(key__in=wanted).values_list("key", "num")) if wanted else {}
    return {
        address: _cite(address, basis, titles, nums, replaced) for address, basis in bases.items()
    }


def attach(
    rows: Iterable[Dated], lang: str, on: str = "", *, day: date | None = None
) -> None:
    """Give each row `basis_links`, the list of (label, address) that pages show.

    `on` is the day as the reader typed it, kept in the links; `day` leaves out provisions that
    were not yet adopted, or were already replaced, on that day.
    """
    rows = list(rows)
    cited = citations(address for row in rows for address in row.basis)
    for row in rows:
        row.basis_links = [  # type: ignore[attr-defined]
            (kept_in_order(cite.label.text(lang)), cite.url(on))
            for cite in applying([cited[address] for address in row.basis], day)
        ]


def applying(cited: Sequence[Citation], day: date | None) -> Sequence[Citation]:
    """The provisions that applied on a day; all of them where none did, or no day is asked.

    The General Secretariat stands under Article VI of the Charter of 1972 on 1 June 1982, and
    under Articles 16 to 21 of that of 2008 today.
    """
    if day is None:
        return cited
    return [cite for cite in cited if cite.applies_on(day)] or cited


def unresolved(addresses: Iterable[str]) -> list[str]:
    """Addresses that name no work or no provision on record."""
    return sorted(cite.address for cite in citations(addresses).values() if not cite.known)


def _outer(wid: str) -> str:
    return wid.partition("__")[0]


def _cite(
    address: str,
    basis: Basis,
    titles: Mapping[str, WorkRecord],
    nums: Mapping[str, str],
    replaced: Mapping[str, date],
) -> Citation:
    record = titles.get(basis.work)
    if record is None:
        return Citation(address, Words(**dict.fromkeys(LANGS, address)), known=False)
    title, life = record.short or record.title, (record.during.lower, replaced.get(basis.work))
    if not basis.node:
        return Citation(address, title, True, *life)
    known = f"{basis.work}#{basis.node}" in nums
    outer = nums.get(f"{basis.work}#{_outer(basis.node)}", "")
    label = {
        lang: f"{title.text(lang)}{'،' if lang == 'ar' else ','} {provision(basis.node, lang, outer)}"
        for lang in LANGS
    }
    return Citation(address, Words.of(label), known, *life)


def provision(wid: str, lang: str, num: str = "") -> str:
    """A provision by its wId: `art_33__para_1` is "Art. 33(1)"; `num` as printed, "VI" for 6."""
    first, *inner = wid.split("__")
    kind, _, number = first.partition("_")
    said = _NAMES.get(kind, {}).get(lang, "{}").format(num or number)
    for part in inner:
        kind, _, number = part.partition("_")
        said += _INNER.get(kind, {}).get(lang, " {}").format(number)
    return said
