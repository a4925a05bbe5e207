"""Facts on which sources disagree, or that one source states: what each says."""

from collections.abc import Iterable
from dataclasses import dataclass

from amana.kernel.refusals import Refusal
from amana.organisation.models import Attestation, Question

__all__ = ["QuestionView", "question", "questions"]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question with its attestations, the preferred one first."""

    row: Question
    attestations: tuple[Attestation, ...]

    @property
    def preferred(self) -> Attestation | None:
        """The answer that the register shows."""
        return next((each for each in self.attestations if each.preferred), None)

    @property
    def is_disputed(self) -> bool:
        """Whether another source says something else."""
        return len(self.attestations) > 1


def questions() -> list[QuestionView]:
    """Every question on record: two queries."""
    return _views(Question.objects.known().order_by("id"))


def question(key: str) -> QuestionView:
    """One question. Refused when unknown."""
    found = _views(Question.objects.known().filter(key=key))
    if not found:
        raise Refusal("question.unknown", key=key)
    return found[0]


def _views(rows: Iterable[Question]) -> list[QuestionView]:
    rows = list(rows)
    said: dict[str, list[Attestation]] = {}
    answers = Attestation.objects.known().filter(question_key__in=[row.key for row in rows])
    for answer in answers.order_by("-preferred", "number"):
        said.setdefault(answer.question_key, []).append(answer)
    return [QuestionView(row, tuple(said.get(row.key, ()))) for row in rows]
