"""The number of a provision as a page shows it."""

from amana.kernel.numbers import digits
from amana.texts.renditions.pdf import number_of
from amana.texts.rules.kinds import Kind
from amana.texts.rules.numbering import printed
from amana.texts.rules.tree import Unit

__all__ = ["number_shown"]

_IN_ORDER = frozenset(
    {
        Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SUBSUBPARAGRAPH, Kind.ANNEX_PARAGRAPH,
        Kind.ANNEX_ITEM,
    }
)  # fmt: skip


def number_shown(unit: Unit, lang: str) -> str:
    """As the language prints it; a page has one kind of digits, and those of this house are 0-9.

    `٢-` of a file is `2-` beside a label that says الفقرة 2. Words of the text keep their digits.
    """
    by_form = unit.kind in _IN_ORDER and not getattr(unit.printed, lang)
    said = getattr(printed(unit.kind, unit.num), lang) if by_form else number_of(unit, lang)
    return digits(said)
