"""Table question: what sources say of a fact, and which is preferred."""

from collections.abc import Iterator

from amana.ground.facts import Provenance, When
from amana.ground.packs import Claim, Field, Identity, Record, Table, provenance, when
from amana.kernel.words import Words

__all__ = ["TABLES"]

ATTESTATION = (
    Field("value", "words", required=True),
    Field("source", required=True),
    Field("preferred", "bool"),
)


def question(record: Record) -> Iterator[Identity | Claim]:
    """A question and the answer of each source."""
    subject = f"question:{record.key}"
    values = {
        "key": record.key,
        "question": Words.of(record["question"]),
        "reason": Words.of(record.get("reason")),
        "about": record.get("about", ""),
    }
    yield Claim(
        "organisation.Question", values, when(record), provenance(record),
        "question.record", subject, ("question", record.key),
    )  # fmt: skip
    for number, answer in enumerate(record["attestations"], 1):
        said = {
            "question_key": record.key,
            "number": number,
            "value": Words.of(answer["value"]),
            "preferred": answer.get("preferred", False),
        }
        yield Claim(
            "organisation.Attestation", said, When(), Provenance(sources=(answer["source"],)),
            "attestation.record", subject, ("attestation", record.key, str(number)),
        )  # fmt: skip


TABLES = (
    Table(
        "question",
        (
            Field("question", "words", required=True),
            Field("reason", "words"),
            Field("about", limit=160),
            Field("attestations", "records", required=True, fields=ATTESTATION),
        ),
        question,
        order=45,
    ),
)
