"""Tables membership, suspension, vote_exemption, application and status_event."""

from collections.abc import Iterator
from typing import Any

from amana.ground.facts import When
from amana.ground.packs import Claim, Field, Identity, Record, Ref, Table, provenance, when
from amana.kernel.words import Words
from amana.organisation.models import StatusEvent

__all__ = ["TABLES"]

PARTY = (
    Field("state", "ref", of="state"),
    Field("member_body", "ref", of="body"),
    Field("body", "ref", of="body", required=True),
)
STATUS = ("member", "observer")


def _party(record: Record) -> dict[str, Any]:
    return {
        "state": Ref("state", record["state"]) if record.get("state") else None,
        "member_body": Ref("body", record["member_body"]) if record.get("member_body") else None,
        "body": Ref("body", record["body"]),
    }


def _of(record: Record) -> str:
    return str(record.get("state") or record.get("member_body") or "")


def membership(record: Record) -> Iterator[Identity | Claim]:
    """A party takes part in a body."""
    values = {
        **_party(record),
        "status": record["status"],
        "founding": record.get("founding", False),
        "charter_party": record.get("charter_party", False),
    }
    yield Claim(
        "organisation.Membership", values, when(record), provenance(record),
        "membership.record", f"membership:{record['body']}.{_of(record)}",
        ("membership", record["body"], _of(record)), succeeds=True, within=(record["body"],),
    )  # fmt: skip


def suspension(record: Record) -> Iterator[Identity | Claim]:
    """A member's participation, or its vote, is suspended."""
    values = {
        "state": Ref("state", record["state"]),
        "body": Ref("body", record["body"]),
        "of": record.get("of", "participation"),
        "why": Words.of(record.get("why")),
        "decided_by": Words.of(record.get("decided_by")),
        "lifted_by": Words.of(record.get("lifted_by")),
        "hijri": record.get("hijri", ""),
        "hijri_until": record.get("hijri_until", ""),
    }
    yield Claim(
        "organisation.Suspension", values, when(record), provenance(record),
        "suspension.record", f"membership:{record['body']}.{record['state']}",
        ("suspension", record["body"], record["state"], str(values["of"])),
    )  # fmt: skip


def vote_exemption(record: Record) -> Iterator[Identity | Claim]:
    """A member votes although its vote is suspended."""
    values = {
        "state": Ref("state", record["state"]),
        "body": Ref("body", record["body"]),
        "decided_by": Words.of(record.get("decided_by")),
    }
    yield Claim(
        "organisation.VoteExemption", values, when(record), provenance(record),
        "exemption.record", f"membership:{record['body']}.{record['state']}",
        ("vote-exemption", record["body"], record["state"]),
    )  # fmt: skip


def application(record: Record) -> Iterator[Identity | Claim]:
    """A request to take part."""
    values = {**_party(record), "sought": record["sought"]}
    yield Claim(
        "organisation.Application", values, when(record), provenance(record),
        "application.record", f"membership:{record['body']}.{_of(record)}",
        ("application", record["body"], _of(record), record["sought"]),
    )  # fmt: skip


def status_event(record: Record) -> Iterator[Identity | Claim]:
    """What befell a membership without changing it."""
    values = {
        "key": record.key,
        "state": Ref("state", record["state"]),
        "body": Ref("body", record["body"]),
        "kind": record["kind"],
        "on": record["on"],
        "decided_by": Words.of(record.get("decided_by")),
    }
    yield Claim(
        "organisation.StatusEvent", values, When(record["on"], record["on"]), provenance(record),
        "status-event.record", f"membership:{record['body']}.{record['state']}",
        ("status-event", record.key),
    )  # fmt: skip


TABLES = (
    Table(
        "membership",
        (
            *PARTY,
            Field("status", "choice", required=True, choices=STATUS),
            Field("founding", "bool"),
            Field("charter_party", "bool"),
        ),
        membership,
        order=30,
    ),
    Table(
        "suspension",
        (
            Field("state", "ref", of="state", required=True),
            Field("body", "ref", of="body", required=True),
            Field("of", "choice", choices=("participation", "vote")),
            Field("why", "words"),
            Field("decided_by", "words"),
            Field("lifted_by", "words"),
            Field("hijri", limit=80),
            Field("hijri_until", limit=80),
        ),
        suspension,
        order=31,
    ),
    Table(
        "vote_exemption",
        (
            Field("state", "ref", of="state", required=True),
            Field("body", "ref", of="body", required=True),
            Field("decided_by", "words"),
        ),
        vote_exemption,
        order=34,
    ),
    Table(
        "application",
        (*PARTY, Field("sought", "choice", required=True, choices=STATUS)),
        application,
        order=32,
    ),
    Table(
        "status_event",
        (
            Field("state", "ref", of="state", required=True),
            Field("body", "ref", of="body", required=True),
            Field("kind", "choice", required=True, choices=tuple(StatusEvent.Kind.values)),
            Field("on", "mark", required=True),
            Field("decided_by", "words"),
        ),
        status_event,
        order=33,
    ),
)
