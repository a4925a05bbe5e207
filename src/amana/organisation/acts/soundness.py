"""What every act checks before it writes: texts, keys, days, provisions, sources."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from amana.ground.facts import Provenance
from amana.ground.packs.reading import hostile
from amana.kernel.basis import Basis
from amana.kernel.marks import Mark
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.texts.api import unresolved

__all__ = [
    "check_basis", "check_number", "check_origin", "check_text", "check_values", "day", "required",
    "slug",
]  # fmt: skip

_SLUG = re.compile(r"[a-z0-9][a-z0-9.-]*")
NAMES = frozenset({"names", "official", "title"})  # what stands in a line of a list
SHORT, LONG, SMALL = 300, 4000, 32_767
CONFIDENCE = ("", "high", "medium", "low")


def slug(key: str, *, limit: int = 120) -> str:
    """The key of something new: small Latin letters, digits, dots, hyphens; refused otherwise."""
    if not _SLUG.fullmatch(key) or len(key) > limit:
        raise Refusal("key.unfit", key=_visible(key), limit=limit, field="key")
    return key


def day(mark: "str | Mark", field: str, *, exact: bool = False) -> Mark:
    """A day as written, to whatever precision; `exact` demands the day itself."""
    if not mark:
        raise Refusal("text.required", field=field)
    if isinstance(mark, str) and (not mark.isascii() or hostile(mark, 24)):
        raise Refusal("mark.unreadable", text=_visible(mark), field=field)
    read = Mark.parse(mark)
    if exact and not read.is_exact:
        raise Refusal("day.not-exact", text=read.text, field=field)
    return read


def required(field: str, words: "Words | str") -> None:
    """A text that may not be missing in every language."""
    if not (words if isinstance(words, Words) else words.strip()):
        raise Refusal("text.required", field=field)


def check_text(field: str, value: Any, limit: int = LONG) -> None:
    """Refuse a text, or one within words, lists and tables, that is too long or no writing."""
    for text in _texts(value):
        refusal = hostile(text, limit)
        if refusal:
            refusal.facts["field"] = field
            raise refusal


def check_number(field: str, value: int | None, least: int = 0) -> None:
    """Refuse a number that is no count of anything here."""
    if value is not None and not least <= value <= SMALL:
        raise Refusal("number.unfit", number=value, least=least, limit=SMALL, field=field)


def check_values(model: type[models.Model], values: Mapping[str, Any]) -> None:
    """Refuse any text among the values of a row that is too long for it, or hostile."""
    for name, value in values.items():
        check_text(name, value, _limit(model._meta.get_field(name)))


def _limit(field: Any) -> int:
    inner = field.base_field if isinstance(field, ArrayField) else field
    return getattr(inner, "max_length", None) or (SHORT if field.name in NAMES else LONG)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Words):
        yield from (text for _, text in value)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for item in value.items() for part in item for text in _texts(part))
    elif isinstance(value, (list, tuple)):
        yield from (text for item in value for text in _texts(item))


def check_origin(origin: Provenance) -> None:
    """Every fact names where it comes from: a provision that resolves, or a source, or both."""
    if not any(origin.basis) and not any(text.strip() for text in origin.sources):
        raise Refusal("origin.none", field="sources")
    check_text("basis", list(origin.basis), 200)
    check_text("sources", list(origin.sources))
    check_text("detail", dict(origin.detail))
    check_text("note", origin.note)
    check_text("conflict", origin.conflict)
    if origin.confidence not in CONFIDENCE:
        raise Refusal("confidence.unknown", value=_visible(origin.confidence), field="confidence")
    check_basis(origin.basis)


def check_basis(addresses: Iterable[str]) -> None:
    """Refuse an address that leads to no text, or to no provision of it."""
    for address in unresolved(addresses):
        work = Basis.parse(address).work
        code = "basis.unknown-work" if unresolved([work]) else "basis.unknown-node"
        raise Refusal(code, address=address, field="basis")


def _visible(text: str) -> str:
    """A text as a refusal may repeat it: short, and without characters that are no writing."""
    return "".join(char for char in text[:80] if hostile(char) is None)
