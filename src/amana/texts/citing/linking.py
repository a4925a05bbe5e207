"""A text in pieces, those that cite something with the address of what they cite."""

from collections.abc import Iterable
from datetime import date

from django.utils import translation

from amana.kernel.authority import Authority
from amana.kernel.basis import Basis
from amana.texts.citing.finding import find_citations
from amana.texts.citing.found import Found
from amana.texts.citing.resolving import resolve_all
from amana.web.links import reverse, with_query

__all__ = ["address_of", "linked", "linked_texts"]

Piece = tuple[str, str | None]


def linked(
    text: str, lang: str, resolved: Iterable[tuple[Found, Basis | None]], *, on: str = ""
) -> list[Piece]:
    """The text in pieces, `[("in accordance with ", None), ("Article 16", "/en/…"), …]`.

    Joined they are the text again; they are plain text, for a template to escape. `on` is the
    day as the reader typed it, kept in the addresses.
    """
    pieces: list[Piece] = []
    at = 0
    for found, basis in sorted(resolved, key=lambda pair: pair[0].start):
        if basis is None or found.start < at:
            continue
        if found.start > at:
            pieces.append((text[at : found.start], None))
        pieces.append((text[found.start : found.end], address_of(basis, lang, on)))
        at = found.end
    if at < len(text):
        pieces.append((text[at:], None))
    return pieces


def address_of(basis: Basis, lang: str, on: str = "") -> str:
    """The page of a work in a language, at the provision."""
    with translation.override(lang):
        path = with_query(reverse("texts:work", {"key": basis.work}), {"on": on})
    return f"{path}#{basis.node}" if basis.node else path


def linked_texts(
    texts: Iterable[str], lang: str, day: date, *, within: str = "", on: str = "",
    by: Authority | None = None,
) -> list[list[Piece]]:  # fmt: skip
    """Many texts of one work at once, each in pieces: three queries for all of them.

    `day` is the day of the citing text, `within` its key, `on` what the reader typed.
    """
    kept = list(texts)
    found = [find_citations(text, lang) for text in kept]
    flat = [each for row in found for each in row]
    bases = iter(resolve_all(flat, day, within=within, by=by))
    return [
        linked(text, lang, [(each, next(bases)) for each in row], on=on)
        for text, row in zip(kept, found, strict=True)
    ]
