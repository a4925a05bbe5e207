"""The whole organisation on a day."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from amana.organisation.summary import summary
from amana.web.rest import PROBLEMS, AskedQuery

__all__ = ["router"]

router = Router()


@router.get("/organisation", response={200: dict[str, Any], **PROBLEMS}, summary="All, on a day")
def organisation(request: HttpRequest, asked: AskedQuery) -> Any:
    """Members, suspended members, bodies, offices and seats on a day: what `amana at` prints."""
    return summary(on=asked.day, lang=asked.lang)
