"""Rules in force on a day."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from amana.organisation.rest import schemas
from amana.organisation.summary import rule_on, rules_on
from amana.web.rest import PROBLEMS, AskedQuery, TabledQuery, table

__all__ = ["router"]

router = Router()


@router.get(
    "/rules", response={200: list[schemas.Rule], **PROBLEMS}, summary="Rules in force on a day"
)
def rules(request: HttpRequest, asked: TabledQuery) -> Any:
    """Every rule with its value on the day; those without one are left out."""
    return table(request, "rules", asked, rules_on(on=asked.day, lang=asked.lang))


@router.get("/rules/{name}", response={200: schemas.Rule, **PROBLEMS}, summary="A rule on a day")
def rule(request: HttpRequest, name: str, asked: AskedQuery) -> Any:
    """One rule by its name or one of its other names."""
    return rule_on(name, on=asked.day, lang=asked.lang)
