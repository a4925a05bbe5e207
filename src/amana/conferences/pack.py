"""The tables of a pack that this room owns: session, cluster, and the session of a work."""

from collections.abc import Iterator

from amana.conferences.models import Session
from amana.conferences.rules.rulebook import read_rulebook
from amana.ground.facts import When
from amana.ground.packs import Claim, Field, Identity, Record, Ref, Table, provenance
from amana.kernel.words import Words

__all__ = ["TABLES"]


def session(record: Record) -> Iterator[Identity | Claim]:
    """A session and where and when it sat; without a closing day it is that of the opening."""
    country = record.get("country")
    yield Identity(
        "session", record.key, "conferences.Session",
        {"body": Ref("body", record["body"]), "kind": record["kind"],
         "ordinal": record.get("ordinal")},
    )  # fmt: skip
    values = {
        "session": Ref("session", record.key),
        "state": Ref("state", country.lower()) if country else None,
        "documents": list(record.get("documents", ())),
        "hijri": record.get("hijri", ""),
        "hijri_reported": record.get("hijri_reported", ""),
        **{name: Words.of(record.get(name)) for name in ("city", "theme", "status")},
    }
    sat = When(record["opens"], record.get("closes") or record["opens"])
    yield Claim(
        "conferences.Sitting", values, sat, provenance(record),
        "session.record", f"session:{record.key}", ("sitting", record.key),
    )  # fmt: skip


def decision(record: Record) -> Iterator[Identity | Claim]:
    """The session that adopted a work: fields that this room adds to the table `work`."""
    values = {"session": Ref("session", record["session"]), "work": Ref("work", record.key)}
    yield Identity("decision", record.key, "conferences.Decision", values)


def cluster(record: Record) -> Iterator[Identity | Claim]:
    """A subject of resolutions, with the letters that symbols print for it."""
    values = {"names": Words.of(record["names"]), "forms": list(record["forms"])}
    yield Identity("cluster", record.key, "conferences.Cluster", values)


def rulebook(record: Record) -> Iterator[Identity | Claim]:
    """How an organ decides. It is used from its file and makes no row; refused where it fails."""
    read_rulebook({**record.values, "id": record.key})
    yield from ()


_RULE = (
    Field("name", required=True, limit=60), Field("value", limit=200), Field("number", "int"),
    Field("holds", "bool"), Field("article", "list", required=True), Field("since", "mark"),
)  # fmt: skip
_MOTION = (
    Field("name", required=True, limit=60), Field("also", "list"),
    Field("rank", "int", required=True), Field("for", "int"), Field("against", "int"),
    Field("mover_counts", "bool"), Field("holds_floor", "bool"), Field("majority", limit=40),
    Field("article", "list", required=True),
)  # fmt: skip

TABLES = (
    Table(
        "rulebook",
        (
            Field("names", "words", required=True),
            Field("mark", "words"),
            Field("borrows", limit=60),
            Field("rules", "records", fields=_RULE),
            Field("motions", "records", fields=_MOTION),
        ),
        rulebook,
        order=8,
    ),
    Table(
        "session",
        (
            Field("body", "ref", of="body", required=True),
            Field("kind", "choice", required=True, choices=tuple(Session.Kind.values)),
            Field("ordinal", "int"),
            Field("city", "words"),
            Field("country", limit=3),
            Field("opens", "mark", required=True),
            Field("closes", "mark"),
            Field("hijri", limit=80),
            Field("hijri_reported", limit=80),
            Field("theme", "words"),
            Field("documents", "list"),
            Field("status", "words"),
        ),
        session,
        order=50,
    ),
    Table(
        "decision",
        (Field("session", "ref", of="session"), Field("extraordinary", "bool")),
        decision,
        order=55,
        source="work",
    ),
    Table(
        "cluster",
        (Field("names", "words", required=True), Field("forms", "list", required=True, limit=20)),
        cluster,
        order=57,
    ),
)
