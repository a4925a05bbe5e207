"""Tables of a pack on the time before a session: convening, deadlines, standing items."""

from collections.abc import Iterator

from amana.conferences.models import Deadline, Session
from amana.ground.packs import Claim, Field, Record, Ref, Table, provenance, when
from amana.kernel.words import Words

__all__ = ["TABLES"]

_KINDS = tuple(Session.Kind.values)
_OF_KINDS = Field("kinds", "list")


def convening(record: Record) -> Iterator[Claim]:
    """How a kind of session of a body comes to meet, over a period."""
    body, kind = record["body"], record["kind"]
    values = {
        "key": record.key,
        "body": Ref("body", body),
        "kind": kind,
        "rule": Ref("rule_name", record["rule"]) if record.get("rule") else None,
        "initiatives": list(record["initiatives"]),
        "alone": list(record.get("alone", ())),
        "notice": record.get("notice"),
    }
    yield Claim(
        "conferences.Condition", values, when(record), provenance(record),
        "convening.record", f"convening:{record.key}", ("convening", body, kind), succeeds=True,
    )  # fmt: skip


def deadline(record: Record) -> Iterator[Claim]:
    """Something due some days before the opening."""
    values = {
        "key": record.key,
        "kind": record["kind"],
        "body": Ref("body", record["body"]) if record.get("body") else None,
        "kinds": list(record.get("kinds", ())),
        "days": record["days"],
        **{name: Words.of(record.get(name)) for name in ("names", "mark")},
    }
    yield Claim(
        "conferences.Deadline", values, when(record), provenance(record),
        "deadline.record", f"deadline:{record.key}", ("deadline", record.key),
    )  # fmt: skip


def standing_item(record: Record) -> Iterator[Claim]:
    """An item on the agenda of every session of a body."""
    values = {
        "key": record.key,
        "body": Ref("body", record["body"]),
        "kinds": list(record.get("kinds", ())),
        "place": record["order"],
        **{name: Words.of(record.get(name)) for name in ("names", "explanation")},
    }
    yield Claim(
        "conferences.Standing", values, when(record), provenance(record),
        "standing.record", f"standing:{record.key}", ("standing", record.key),
    )  # fmt: skip


TABLES = (
    Table(
        "convening",
        (
            Field("body", "ref", of="body", required=True),
            Field("kind", "choice", required=True, choices=_KINDS),
            Field("rule", "ref", of="rule_name"),
            Field("initiatives", "list", required=True, limit=20),
            Field("alone", "list", limit=20),
            Field("notice", "int"),
        ),
        convening,
        order=46,
    ),
    Table(
        "deadline",
        (
            Field("kind", "choice", required=True, choices=tuple(Deadline.Kind.values)),
            Field("body", "ref", of="body"),
            _OF_KINDS,
            Field("names", "words", required=True),
            Field("days", "int", required=True),
            Field("mark", "words"),
        ),
        deadline,
        order=47,
    ),
    Table(
        "standing_item",
        (
            Field("body", "ref", of="body", required=True),
            _OF_KINDS,
            Field("order", "int", required=True),
            Field("names", "words", required=True),
            Field("explanation", "words"),
        ),
        standing_item,
        order=48,
    ),
)
