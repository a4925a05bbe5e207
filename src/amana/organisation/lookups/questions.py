"""Facts on which sources disagree, or that one source states: what each says."""

from collections.abc import Iterable
from dataclasses import dataclass

from amana.ground.dated import Dated
from amana.kernel.refusals import Refusal
from amana.organisation import models
from amana.organisation.models import Attestation, Question

__all__ = ["QuestionView", "disputed", "question", "questions", "questions_about"]

DISPUTABLE = (
    models.Membership, models.Suspension, models.StatusEvent, models.Establishment, models.BodyName,
    models.Seat, models.Term, models.Rule, models.PersonName, models.StateName,
)  # fmt: skip


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


def questions_about(about: str) -> list[QuestionView]:
    """The questions about one body, office or rule: `office:secretary-general`."""
    return _views(Question.objects.known().filter(about=about).order_by("id"))


def _views(rows: Iterable[Question]) -> list[QuestionView]:
    rows = list(rows)
    said: dict[str, list[Attestation]] = {}
    answers = Attestation.objects.known().filter(question_key__in=[row.key for row in rows])
    for answer in answers.order_by("-preferred", "number"):
        said.setdefault(answer.question_key, []).append(answer)
    return [QuestionView(row, tuple(said.get(row.key, ()))) for row in rows]


def disputed() -> list[Dated]:
    """Records whose own note says that sources disagree: one query a kind of fact."""
    found: list[Dated] = []
    for model in DISPUTABLE:
        relations = [f.name for f in model._meta.fields if f.is_relation and f.name != "act"]
        rows = model.objects.known().exclude(conflict={})
        found.extend(rows.select_related(*relations).order_by("id"))
    return found
