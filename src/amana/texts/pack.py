"""The tables of a pack that this room owns: texts and what they govern, symbols and series."""

import re
from collections.abc import Iterator

from amana.ground.facts import When
from amana.ground.packs import Claim, Field, Identity, Record, Ref, Table, provenance, when
from amana.kernel.basis import Basis
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.texts.models import Work
from amana.texts.rules.kinds import Kind
from amana.texts.symbols.grammar import grammar_of
from amana.texts.symbols.patterns import compiled

__all__ = ["TABLES"]

WORDS_OF_WORK = ("title", "short", "adopted_by", "original_language", "registration")
DAYS_OF_WORK = ("adopted", "in_force")
TEXTS_OF_WORK = ("symbol", "canonical", "cluster", "symbol_original", "title_lang", "document",
                 "adopted", "in_force", "hijri")  # fmt: skip
FLAGS_OF_WORK = ("symbol_inferred", "cited_only", "title_truncated", "title_unverified")


def work(record: Record) -> Iterator[Identity | Claim]:
    """A work and what is known of it; `during` runs from its adoption."""
    yield Identity("work", record.key, "texts.Work", {"kind": record["kind"]})
    values = {
        "work": Ref("work", record.key),
        "number": record.get("number"),
        "languages": list(record.get("languages", ())),
        "replaces": Ref("work", record["replaces"]) if record.get("replaces") else None,
        **{name: Words.of(record.get(name)) for name in WORDS_OF_WORK},
        **{name: record.get(name, "") for name in TEXTS_OF_WORK},
        **{name: record.get(name, False) for name in FLAGS_OF_WORK},
    }
    since = record.get("since") or record.get("adopted", "")
    yield Claim(
        "texts.WorkRecord", values, When(since, record.get("until", "")), provenance(record),
        "work.record", f"work:{record.key}", ("work", record.key),
    )  # fmt: skip


def node(record: Record) -> Iterator[Identity | Claim]:
    """A provision, its heading and our summary of it."""
    address = str(Basis(record["work"], record["wid"]))
    parent = record.get("parent")
    yield Identity(
        "node", address, "texts.Node",
        {
            "work": Ref("work", record["work"]), "wid": record["wid"], "kind": record["kind"],
            "parent": Ref("node", str(Basis(record["work"], parent))) if parent else None,
            "num": record["num"], "position": record.number,
        },
    )  # fmt: skip
    values = {
        "node": Ref("node", address),
        "tags": list(record.get("tags", ())),
        **{name: Words.of(record.get(name)) for name in ("heading", "summary", "evidence")},
    }
    yield Claim(
        "texts.NodeText", values, when(record), provenance(record),
        "provision.record", f"provision:{address}", ("node", address),
    )  # fmt: skip


def governs(record: Record) -> Iterator[Identity | Claim]:
    """Which provisions govern a subject."""
    values = {
        "work": Ref("work", record["work"]), "key": record.key,
        "wids": list(record["nodes"]), "subject": Words.of(record["subject"]),
    }  # fmt: skip
    yield Claim(
        "texts.Governs", values, when(record), provenance(record),
        "subject.record", f"work:{record['work']}", ("governs", record["work"], record.key),
    )  # fmt: skip


def amendment(record: Record) -> Iterator[Identity | Claim]:
    """A change to a work that is known to have been decided."""
    values = {
        "work": Ref("work", record["work"]), "key": record.key, "wid": record.get("node", ""),
        "on": record["on"], "decided_by": Words.of(record.get("by")),
        "change": Words.of(record["change"]), "evidence": Words.of(record.get("evidence")),
    }  # fmt: skip
    yield Claim(
        "texts.Modification", values, When(record["on"]), provenance(record),
        "modification.record", f"work:{record['work']}", ("modification", record.key),
    )  # fmt: skip


def grammar(record: Record) -> Iterator[Identity | Claim]:
    """How symbols are read. It is used from its file and makes no row; refused where it fails."""
    try:
        compiled(grammar_of(record.values))
    except (AttributeError, KeyError, TypeError, ValueError, re.error) as fault:
        raise Refusal("symbol.grammar-unreadable", file=record.file, why=str(fault)) from fault
    yield from ()


def series(record: Record) -> Iterator[Identity | Claim]:
    """A series of numbers that are given out."""
    yield Identity(
        "series", record.key, "texts.Series",
        {
            **{name: record[name] for name in ("grammar", "body", "kind", "canonical")},
            "scope": list(record["scope"]),
            "names": Words.of(record["names"]), "printed": Words.of(record["printed"]),
        },
    )  # fmt: skip


_CODE = (
    Field("code", required=True, limit=40), Field("forms", "list"), Field("names", "words"),
)  # fmt: skip
_LETTER = (Field("code", required=True, limit=40), Field("body", limit=40), Field("until", "int"))
_GRAMMAR = (
    Field("system", required=True, limit=40),
    Field("names", "words", required=True),
    Field("called", "list"),
    Field("joint", limit=4),
    Field("bodies", "records", fields=(*_CODE, Field("sessions", "ref", of="body"))),
    Field(
        "clusters", "records",
        fields=(
            *_CODE, Field("document", limit=40), Field("arabic", limit=40), Field("same", limit=40),
            Field("letters", "records", fields=_LETTER),
        ),
    ),
    Field(
        "types", "records",
        fields=(
            *_CODE, *(Field(name, limit=60) for name in ("kind", "volume", "final", "joint")),
            Field("plain", "bool"),
        ),
    ),
    Field(
        "suffixes", "records",
        fields=(*_CODE, Field("written", limit=40), Field("said", limit=40)),
    ),
    Field("marks", "records", fields=_CODE),
    Field(
        "hints", "records",
        fields=(Field("body", required=True, limit=40), Field("words", "list", required=True)),
    ),
    Field(
        "forms", "records", required=True,
        fields=(
            Field("pattern", required=True, limit=300),
            Field("canonical", limit=300),
            *(
                Field(name, limit=60)
                for name in ("kind", "final", "body", "word", "hint", "modifier", "remark")
            ),
            Field("bodies", "records", fields=_LETTER),
            *(Field(name, "list") for name in ("types", "among", "sessions", "numbers")),
            *(Field(name, "bool") for name in ("bare", "letters")),
        ),
    ),
)  # fmt: skip

TABLES = (
    Table("grammar", _GRAMMAR, grammar, order=8),
    Table(
        "series",
        (
            Field("grammar", "ref", of="grammar", required=True),
            Field("body", "ref", of="body", required=True),
            Field("kind", required=True, limit=60),
            Field("names", "words", required=True),
            Field("scope", "list", required=True),
            Field("canonical", required=True, limit=200),
            Field("printed", "words", required=True),
        ),
        series,
        order=14,
    ),
    Table(
        "work",
        (
            Field("kind", "choice", required=True, choices=tuple(Work.Kind.values)),
            Field("title", "words", required=True),
            *(Field(name, "words") for name in WORDS_OF_WORK[1:]),
            *(Field(name, limit=300) for name in TEXTS_OF_WORK if name not in DAYS_OF_WORK),
            *(Field(name, "mark") for name in DAYS_OF_WORK),
            *(Field(name, "bool") for name in FLAGS_OF_WORK),
            Field("number", "int"),
            Field("languages", "list"),
            Field("replaces", "ref", of="work"),
        ),
        work,
        order=10,
    ),
    Table(
        "node",
        (
            Field("work", "ref", of="work", required=True),
            Field("wid", required=True, limit=120),
            Field("parent", limit=120),
            Field("kind", "choice", required=True, choices=tuple(kind.value for kind in Kind)),
            Field("num", required=True, limit=24),
            Field("heading", "words", required=True),
            Field("summary", "words"),
            Field("evidence", "words"),
            Field("tags", "list"),
        ),
        node,
        order=11,
    ),
    Table(
        "governs",
        (
            Field("work", "ref", of="work", required=True),
            Field("nodes", "list", required=True),
            Field("subject", "words", required=True),
        ),
        governs,
        order=12,
    ),
    Table(
        "amendment",
        (
            Field("work", "ref", of="work", required=True),
            Field("node", limit=120),
            Field("on", "mark", required=True),
            Field("by", "words"),
            Field("change", "words", required=True),
            Field("evidence", "words"),
        ),
        amendment,
        order=13,
    ),
)
