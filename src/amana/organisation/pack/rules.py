"""Tables rule_name and rule."""

from collections.abc import Iterator

from amana.ground.packs import Claim, Field, Identity, Record, Ref, Table, provenance, when
from amana.kernel.words import Words

__all__ = ["TABLES"]

GROUPS = (
    "decision-making", "sessions", "secretariat", "membership", "finance", "procedure", "other",
)  # fmt: skip


def rule_name(record: Record) -> Iterator[Identity | Claim]:
    """A parameter: its title and the other names it goes by."""
    values = {
        "title": Words.of(record["title"]),
        "aliases": list(record.get("aliases", ())),
        "group": record.get("group", "other"),
        "position": record.get("order", record.number),
    }
    yield Identity("rule_name", record.key, "organisation.RuleName", values)


def rule(record: Record) -> Iterator[Identity | Claim]:
    """A value of a parameter over a period."""
    body = record.get("body", record.organisation)
    values = {
        "name": Ref("rule_name", record["rule"]),
        "body": Ref("body", body),
        "value": record["value"],
        "renewals": record.get("renewals"),
        "min_members": record.get("min_members"),
        "unknown": record.get("status") == "unknown",
        **{name: Words.of(record.get(name)) for name in ("shown", "unit", "text")},
    }
    yield Claim(
        "organisation.Rule", values, when(record), provenance(record),
        "rule.record", f"rule:{record['rule']}", ("rule", body, record["rule"]), succeeds=True,
        within=(body,),
    )  # fmt: skip


TABLES = (
    Table(
        "rule_name",
        (
            Field("title", "words", required=True),
            Field("aliases", "list"),
            Field("order", "int"),
            Field("group", "choice", choices=GROUPS),
        ),
        rule_name,
        order=35,
    ),
    Table(
        "rule",
        (
            Field("rule", "ref", of="rule_name", required=True),
            Field("body", "ref", of="body"),
            Field("value", required=True, limit=200),
            Field("shown", "words"),
            Field("unit", "words"),
            Field("text", "words", required=True),
            Field("renewals", "int"),
            Field("min_members", "int"),
            Field("status", "choice", choices=("unknown",)),
        ),
        rule,
        order=36,
    ),
)
