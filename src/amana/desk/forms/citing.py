"""A basis as people write it: an address of a provision, or the symbol of a resolution."""

from collections.abc import Iterable

from django.db.models import Q

from amana.kernel.basis import Basis
from amana.kernel.refusals import Refusal
from amana.texts.models import WorkRecord

__all__ = ["addresses"]


def addresses(lines: Iterable[str]) -> tuple[str, ...]:
    """Each line as an address; a symbol, as printed or in one form, becomes that of its work.

    `charter-2008#art_16` stays; `10/44-POL` becomes the key of the work that has this symbol.
    """
    return tuple(_address(line) for line in lines)


def _address(line: str) -> str:
    try:
        return str(Basis.parse(line))
    except (Refusal, ValueError):
        by_symbol = Q(symbol=line) | Q(symbol_original=line) | Q(canonical=line)
        found = WorkRecord.objects.known().filter(by_symbol).select_related("work").first()
        if found is None:
            raise Refusal("basis.unreadable", text=line[:80], field="basis") from None
        return found.work.key
