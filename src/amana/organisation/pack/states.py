"""Table state."""

from collections.abc import Iterator

from amana.ground.packs import Claim, Field, Identity, Record, Ref, Table, provenance, when
from amana.kernel.words import Words
from amana.organisation.models import State

__all__ = ["NAMES", "TABLES"]

NAMES = (
    Field("names", "words", required=True, limit=300),
    Field("acronym", "words", limit=60),
    Field("official", "words", limit=300),
    Field("since", "mark"),
    Field("until", "mark"),
    Field("until_open", "bool"),
    Field("basis", "basis"),
)


def state(record: Record) -> Iterator[Identity | Claim]:
    """A state and the names it bore."""
    values = {name: record.get(name, "") for name in ("alpha3", "alpha2", "kind")}
    yield Identity("state", record.key, "organisation.State", values)
    for name in record["names"]:
        yield Claim(
            "organisation.StateName",
            {
                "state": Ref("state", record.key),
                "names": Words.of(name["names"]),
                "official": Words.of(name.get("official")),
            },
            when(name), provenance(record, basis=name.get("basis", ())),
            "state.name", f"state:{record.key}", ("state-name", record.key), succeeds=True,
        )  # fmt: skip


TABLES = (
    Table(
        "state",
        (
            Field("alpha3", required=True, limit=3),
            Field("alpha2", limit=2),
            Field("kind", "choice", required=True, choices=tuple(State.Kind.values)),
            Field("names", "records", required=True, fields=NAMES),
        ),
        state,
        order=20,
    ),
)
