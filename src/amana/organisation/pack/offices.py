"""Tables person, office and term."""

from collections.abc import Iterator

from amana.ground.facts import When
from amana.ground.packs import Claim, Field, Identity, Record, Ref, Table, provenance, when
from amana.kernel.words import Words

__all__ = ["TABLES"]


def person(record: Record) -> Iterator[Identity | Claim]:
    """A person and how the name is written."""
    nationality = record.get("nationality")
    values = {"nationality": Ref("state", nationality.lower()) if nationality else None}
    yield Identity("person", record.key, "organisation.Person", values)
    names = {
        "person": Ref("person", record.key),
        "names": Words.of(record["names"]),
        "spellings": list(record.get("spellings", ())),
    }
    yield Claim(
        "organisation.PersonName", names, when(record), provenance(record),
        "person.name", f"person:{record.key}", ("person", record.key),
    )  # fmt: skip


def office(record: Record) -> Iterator[Identity | Claim]:
    """An office, its title, seats, powers and the rule of its term."""
    values = {
        "body": Ref("body", record["body"]),
        "held_by": record.get("held_by", "person"),
        "position": record.get("order", record.number),
    }
    yield Identity("office", record.key, "organisation.Office", values)
    post = {
        "office": Ref("office", record.key),
        "title": Words.of(record["title"]),
        "seats": record.get("seats", 1),
        "chief": record.get("chief", False),
        "powers": list(record.get("powers", ())),
        "term_rule": Ref("rule_name", record["term_rule"]) if record.get("term_rule") else None,
    }
    yield Claim(
        "organisation.Post", post, when(record), provenance(record),
        "office.create", f"office:{record.key}", ("post", record.key), within=(record["body"],),
    )  # fmt: skip


def term(record: Record) -> Iterator[Identity | Claim]:
    """A person or a state holds an office. `seen`: only that it was held that year is known."""
    held = When(record["since"], record["since"]) if record.get("seen") else when(record)
    state, group, seat = record.get("state"), record.get("group"), record.get("seat", 1)
    values = {
        "office": Ref("office", record["office"]),
        "person": Ref("person", record["person"]) if record.get("person") else None,
        "state": Ref("state", state) if state else None,
        "seat": seat,
        "acting": record.get("acting", False),
        "seen": record.get("seen", False),
        "ordinal": record.get("ordinal"),
        "elected": record.get("elected", ""),
        "elected_by": Words.of(record.get("elected_by")),
        "end_reason": Words.of(record.get("end_reason")),
        "group": Ref("body", group) if group else None,
    }
    yield Claim(
        "organisation.Term", values, held, provenance(record),
        "term.record", f"office:{record['office']}", ("term", record["office"], str(seat)),
        succeeds=True,
    )  # fmt: skip


TABLES = (
    Table(
        "person",
        (
            Field("names", "words", required=True, limit=200),
            Field("nationality", limit=3),
            Field("spellings", "list"),
        ),
        person,
        order=40,
    ),
    Table(
        "office",
        (
            Field("body", "ref", of="body", required=True),
            Field("title", "words", required=True, limit=300),
            Field("seats", "int"),
            Field("term_rule", "ref", of="rule_name"),
            Field("powers", "list"),
            Field("chief", "bool"),
            Field("held_by", "choice", choices=("person", "state")),
            Field("order", "int"),
        ),
        office,
        order=41,
    ),
    Table(
        "term",
        (
            Field("office", "ref", of="office", required=True),
            Field("person", "ref", of="person"),
            Field("state", "ref", of="state"),
            Field("seat", "int"),
            Field("acting", "bool"),
            Field("seen", "bool"),
            Field("ordinal", "int"),
            Field("elected", "mark"),
            Field("elected_by", "words"),
            Field("end_reason", "words"),
            Field("group", "ref", of="body"),
        ),
        term,
        order=42,
    ),
)
