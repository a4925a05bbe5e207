"""Facts that sources attest, with what each says."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from amana.organisation import lookups
from amana.organisation.rest.schemas import Question
from amana.web.rest import PROBLEMS, TabledQuery, names, table

__all__ = ["router"]

router = Router()


@router.get("/questions", response={200: list[Question], **PROBLEMS}, summary="Attested facts")
def questions(request: HttpRequest, asked: TabledQuery) -> Any:
    """Facts with what each source says, the preferred answer marked, and why."""
    return table(
        request, "questions", asked,
        [
            {
                "id": found.row.key,
                "question": names(found.row.question),
                "reason": names(found.row.reason),
                "about": found.row.about or None,
                "attestations": [
                    {"value": names(a.value), "source": "; ".join(a.sources),
                     "preferred": a.preferred}
                    for a in found.attestations
                ],
            }
            for found in lookups.questions()
        ],
    )  # fmt: skip
