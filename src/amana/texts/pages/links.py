"""Citations inside a text as links: from the index of citations, one question for a whole page."""

from collections.abc import Sequence
from typing import NamedTuple

from amana.kernel.authority import Authority
from amana.kernel.basis import Basis
from amana.kernel.symbols import kept_in_order
from amana.texts.citing.linking import address_of
from amana.texts.models import TextCitation, WorkRecord

__all__ = ["Links", "Piece", "links_of", "pieces"]


class Piece(NamedTuple):
    """A run of words, and where it leads; nowhere for most."""

    text: str
    address: str


Links = dict[tuple[str, str], list[TextCitation]]


def links_of(work: int, langs: Sequence[str], by: Authority | None) -> Links:
    """What each provision of a work cites, as far as this reader may know of it: one query."""
    known = WorkRecord.objects.seen_by(by).order_by().values("work__key")
    rows = TextCitation.objects.filter(work=work, lang__in=langs, target_work__in=known)
    found: Links = {}
    for row in rows.order_by("wid", "lang", "start"):
        found.setdefault((row.wid, row.lang), []).append(row)
    return found


def pieces(text: str, cited: Sequence[TextCitation], lang: str, on: str) -> list[list[Piece]]:
    """The paragraphs of a text in pieces. A citation whose words stand there no longer is none."""
    found: list[list[Piece]] = [[]]
    at = 0
    for row in cited:
        if row.start < at or text[row.start : row.end][:200] != row.printed:
            continue
        _add(found, text[at : row.start], "", lang)
        _add(found, text[row.start : row.end], address_of(Basis.parse(row.target), lang, on), lang)
        at = row.end
    _add(found, text[at:], "", lang)
    return [paragraph for paragraph in found if paragraph]


def _add(found: list[list[Piece]], text: str, address: str, lang: str) -> None:
    for number, line in enumerate(text.split("\n")):
        if number:
            found.append([])
        if line:
            found[-1].append(Piece(kept_in_order(line) if lang == "ar" else line, address))
