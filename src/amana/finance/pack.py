"""The table of a pack that this room owns: public_figure."""

from collections.abc import Iterator

from amana.ground.facts import When
from amana.ground.packs import Claim, Field, Identity, Record, Table, provenance
from amana.kernel.words import Words

__all__ = ["TABLES"]


def public_figure(record: Record) -> Iterator[Identity | Claim]:
    """One printed figure, on the day or year that the source gives."""
    values = {
        "key": record.key,
        "entity": Words.of(record.get("entity")),
        "kind": record["kind"],
        "fiscal_year": record.get("fiscal_year", ""),
        "amount": record.get("amount"),
        "currency": record.get("currency", ""),
        "count": record.get("count"),
        "approved_by": Words.of(record.get("approved_by")),
    }
    on = record.get("on", "")
    yield Claim(
        "finance.PublicFigure", values, When(on, on), provenance(record),
        "figure.record", f"figure:{record.key}", ("public-figure", record.key),
    )  # fmt: skip


TABLES = (
    Table(
        "public_figure",
        (
            Field("entity", "words"),
            Field("kind", required=True, limit=60),
            Field("fiscal_year", limit=40),
            Field("on", "mark"),
            Field("amount", "int"),
            Field("currency", limit=3),
            Field("count", "int"),
            Field("approved_by", "words"),
        ),
        public_figure,
        order=60,
    ),
)
