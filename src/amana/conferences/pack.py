"""The tables of a pack that this room owns: session, cluster, and the session of a work."""

from collections.abc import Iterator

from amana.conferences.models import Session
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


TABLES = (
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
