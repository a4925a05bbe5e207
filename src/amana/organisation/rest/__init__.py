"""Routes of the API: who, on any day."""

from ninja import Router

from amana.organisation.rest import bodies, members, offices, questions, rules, whole

__all__ = ["router"]

router = Router(tags=["Organisation"])
for part in (whole, members, bodies, offices, rules, questions):
    router.add_router("", part.router, tags=["Organisation"])
