"""Tables body_kind, body and seat."""

from collections.abc import Iterator

from amana.ground.packs import Claim, Field, Identity, Record, Ref, Table, provenance, when
from amana.kernel.words import Words
from amana.organisation.pack.states import NAMES

__all__ = ["TABLES"]

FLAGS = ("is_organisation", "is_organ", "is_institution", "is_department", "is_group",
         "is_external", "has_members", "has_sessions")  # fmt: skip
WORDS = ("composition", "role", "status", "headed_by", "dissolved_by")


def body_kind(record: Record) -> Iterator[Identity | Claim]:
    """What bodies of a kind are called and have."""
    values = {
        "names": Words.of(record["names"]),
        "plural": Words.of(record["plural"]),
        "position": record.get("order", 0),
        **{flag: record.get(flag, False) for flag in FLAGS},
    }
    yield Identity("body_kind", record.key, "organisation.BodyKind", values)


def body(record: Record) -> Iterator[Identity | Claim]:
    """A body: that it exists, what it was called, where it stands."""
    this, subject = Ref("body", record.key), f"body:{record.key}"
    within = (record.organisation,) if record.get("parent") else ()
    values = {"kind": Ref("body_kind", record["kind"]), "rank": record.get("rank", 0)}
    yield Identity("body", record.key, "organisation.Body", values)
    established = {
        "body": this,
        "established_by": Words.of(record.get("founded_by")),
        "functions": record.get("functions", {}),
        "sections": record.get("sections", {}),
        **{name: Words.of(record.get(name)) for name in WORDS},
    }
    yield Claim(
        "organisation.Establishment", established, when(record), provenance(record),
        "body.establish", subject, ("establishment", record.key), within=within, begins=record.key,
    )  # fmt: skip
    for name in record["names"]:
        values = {"body": this, "names": Words.of(name["names"]),
                  "acronym": Words.of(name.get("acronym"))}  # fmt: skip
        yield Claim(
            "organisation.BodyName", values, when(name),
            provenance(record, basis=name.get("basis", ())),
            "body.name", subject, ("body-name", record.key), succeeds=True, within=within,
        )  # fmt: skip
    if record.get("parent"):
        yield Claim(
            "organisation.Placement", {"body": this, "parent": Ref("body", record["parent"])},
            when(record), provenance(record),
            "body.place", subject, ("placement", record.key), within=(record["parent"],),
        )  # fmt: skip


def seat(record: Record) -> Iterator[Identity | Claim]:
    """Where a body sits."""
    state = record.get("state")
    values = {
        "body": Ref("body", record["body"]),
        "place": Words.of(record["place"]),
        "state": Ref("state", state.lower()) if state else None,
        "provisional": record.get("provisional", False),
        "itinerant": record.get("itinerant", False),
        "until_event": Words.of(record.get("until_event")),
    }
    yield Claim(
        "organisation.Seat", values, when(record), provenance(record),
        "seat.record", f"body:{record['body']}", ("seat", record["body"]), succeeds=True,
        within=(record["body"],),
    )  # fmt: skip


TABLES = (
    Table(
        "body_kind",
        (
            Field("names", "words", required=True),
            Field("plural", "words", required=True),
            Field("order", "int"),
            *(Field(flag, "bool") for flag in FLAGS),
        ),
        body_kind,
        order=21,
    ),
    Table(
        "body",
        (
            Field("kind", "ref", of="body_kind", required=True),
            Field("names", "records", required=True, fields=NAMES),
            Field("parent", "ref", of="body"),
            Field("rank", "int"),
            Field("founded_by", "words"),
            *(Field(name, "words") for name in WORDS),
            Field("functions", "words_list"),
            Field("sections", "words_list"),
        ),
        body,
        order=22,
    ),
    Table(
        "seat",
        (
            Field("body", "ref", of="body", required=True),
            Field("place", "words", required=True),
            Field("state", limit=3),
            Field("provisional", "bool"),
            Field("itinerant", "bool"),
            Field("until_event", "words"),
        ),
        seat,
        order=23,
    ),
)
