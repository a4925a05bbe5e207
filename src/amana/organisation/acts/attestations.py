"""What sources say: open a question, add what one source says, prefer one of them."""

from django.db.models import Max

from amana.ground.facts import Provenance, When
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.acts.soundness import check_text, required, slug
from amana.organisation.acts.verbs import VERBS
from amana.organisation.acts.writing import UNSOURCED, Entry, act, opened
from amana.organisation.authority import require
from amana.organisation.models import Attestation, Question
from amana.organisation.permissions import REGISTRY, power_to_register

__all__ = ["add_attestation", "open_question", "prefer_attestation"]


@act
def open_question(
    *, key: str, question: Words, about: str = "",
    origin: Provenance, by: Authority, reason: str = "",
) -> Question:  # fmt: skip
    """A question that sources answer differently; `about` is `office:secretary-general`."""
    power = require(power_to_register(by), by, VERBS["question.open"], *REGISTRY)
    required("question", question)
    check_text("about", about, 160)
    if Question.objects.known().filter(key=slug(key)).exists():
        raise Refusal("key.taken", key=key, field="key")
    entry = opened(
        "question.open",
        f"question:{key}",
        question,
        by=by,
        power=power,
        origin=origin,
        reason=reason,
    )
    return entry.begin(Question, {"key": key, "question": question, "about": about}, When())


@act
def add_attestation(
    *, question: str, value: Words, source: str,
    origin: Provenance = UNSOURCED, by: Authority, reason: str = "",
) -> Attestation:  # fmt: skip
    """What one source says; the first answer to a question is the preferred one."""
    power = require(power_to_register(by), by, VERBS["attestation.add"], *REGISTRY)
    asked = _question(question)
    required("value", value)
    required("source", source)
    said = Provenance(
        origin.basis, (source.strip(), *origin.sources), origin.confidence, origin.detail,
        origin.note, origin.conflict,
    )  # fmt: skip
    entry = _opened("attestation.add", asked, by=by, power=power, origin=said, reason=reason)
    answers = Attestation.objects.known().filter(question_key=asked.key)
    last = answers.aggregate(last=Max("number"))["last"] or 0
    values = {
        "question_key": asked.key, "number": last + 1, "value": value,
        "preferred": not answers.filter(preferred=True).exists(),
    }  # fmt: skip
    return entry.begin(Attestation, values, When())


@act
def prefer_attestation(
    *, question: str, number: int, why: Words, by: Authority, reason: str = ""
) -> Attestation:
    """The answer that the register shows from now on, and `why`, for every reader."""
    power = require(power_to_register(by), by, VERBS["attestation.prefer"], *REGISTRY)
    asked = _question(question)
    required("why", why)
    answers = Attestation.objects.known().filter(question_key=asked.key)
    chosen = answers.filter(number=number).first() if 0 < number < 32_768 else None
    if chosen is None:
        raise Refusal("attestation.unknown", question=asked.question, field="number")
    if chosen.preferred:
        raise Refusal("attestation.preferred-already", question=asked.question, field="number")
    said = Provenance(tuple(chosen.basis), tuple(chosen.sources))
    entry = _opened(
        "attestation.prefer",
        asked,
        by=by,
        power=power,
        origin=said,
        reason=reason or why.text("en"),
    )
    for each in answers.filter(preferred=True):
        entry.change(each, preferred=False)
    entry.change(asked, reason=why)
    return entry.change(chosen, preferred=True)


def _question(key: str) -> Question:
    wanted = key[:120] if key.isprintable() else ""
    found = Question.objects.known().filter(key=wanted).first()
    if found is None:
        raise Refusal("question.unknown", key=wanted)
    return found


def _opened(
    verb: str, asked: Question, *, by: Authority, power: str, origin: Provenance, reason: str
) -> Entry:
    return opened(
        verb, f"question:{asked.key}", asked.question,
        by=by, power=power, origin=origin, reason=reason,
    )  # fmt: skip
