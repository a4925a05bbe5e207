"""What rooms hand to the index: documents, and the finders that make them.

The index knows no room. A room registers a finder for each kind of record that can be found,
and the finder says which facts of the register its documents are made of.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.utils.functional import Promise

from amana.kernel.periods import Period
from amana.kernel.words import LANGS, Words

__all__ = ["COMMA", "DOT", "SEMICOLON", "Document", "Finder", "finders", "joined", "register"]

DOT = Words(ar=" · ", en=" · ", fr=" · ")
COMMA = Words(ar="، ", en=", ", fr=", ")
SEMICOLON = Words(ar="؛ ", en="; ", fr="\N{NO-BREAK SPACE}; ")


@dataclass(frozen=True, slots=True)
class Document:
    """One record over one period, as it can be found and shown.

    `also` holds other names of the same thing in no particular language (spellings, codes), by
    which it is found though the page may not show them; `symbols` are found by their parts, and
    so are `codes`, which no document prints and no page shows.
    `route` and `route_key` are the page; `fragment` a place on it. The heavier the `weight`
    (0 to 9), the sooner it stands among equals.

    `readers` are the keys of the offices and the powers that may see it; for everybody when there
    are none. What a reader may not see is in no hit, count, suggestion or proposal of theirs.
    `proposed` is false for titles that nobody would type, as those of single paragraphs: they are
    never proposed for what was spelled wrongly.
    """

    key: str
    title: Words
    text: Words = field(default_factory=Words)
    route: str = ""
    route_key: str = ""
    fragment: str = ""
    also: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    period: Period = field(default_factory=Period)
    since_mark: str = ""
    until_mark: str = ""
    weight: int = 0
    readers: tuple[str, ...] = ()
    proposed: bool = True


Reading = str | Callable[[Mapping[str, Any]], Iterable[str]]


class Provider(Protocol):
    """Yields the documents of some records of its kind, or of all when no keys are given."""

    def __call__(self, keys: Collection[str] | None = None) -> Iterable[Document]: ...


@dataclass(frozen=True, slots=True)
class Finder:
    """One kind of record: what it is called, its documents, and the facts they are made of.

    `reads` names every model whose facts the documents tell, each with the field that names the
    record by its key, or "" where such a fact may touch any record of the kind:
    `{"organisation.BodyName": "body", "organisation.BodyKind": ""}`. A field may lie beyond others:
    `{"texts.Release": "work__nodes"}` touches the provisions of that work and no other. Where the
    fact names another thing, a function of the fact, as the register keeps it, gives the keys of
    its records.
    `keys` names all records there are; a kind of very many needs it, so that they are compared in
    slices and never held in memory all at once.
    `beside` is the parameter by which the page shows the language of the hit beside that of the
    reader (`langs=ar-fr`); "" where the page shows one language or all.
    """

    kind: str
    plural: str | Promise
    singular: str | Promise
    documents: Provider | Callable[..., Iterable[Document]]
    reads: Mapping[str, Reading]
    keys: Callable[[], Iterable[str]] | None = None
    beside: str = ""


_finders: dict[str, Finder] = {}


def register(*found: Finder) -> None:
    """Add kinds of records to what can be found; their order is that of the filters."""
    for finder in found:
        _finders[finder.kind] = finder


def finders() -> Mapping[str, Finder]:
    """Every kind that can be found."""
    return _finders


def joined(*parts: Words, by: Words = DOT) -> Words:
    """Several texts as one, in each language that all or some of them have."""
    said = {
        lang: getattr(by, lang).join(text for part in parts if (text := getattr(part, lang)))
        for lang in LANGS
    }
    return Words.of(said)
