"""A body ends, and all that belongs to it; not while bodies stand under it or offices are held."""

from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q

from amana.ground.dated import Dated
from amana.ground.facts import Provenance
from amana.kernel.authority import Authority
from amana.kernel.marks import Mark
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.acts.soundness import day
from amana.organisation.acts.subjects import body_of, holding, name_of, title_of
from amana.organisation.acts.verbs import VERBS
from amana.organisation.acts.writing import UNSAID, act, opened
from amana.organisation.authority import require
from amana.organisation.models import (
    Body,
    BodyName,
    Establishment,
    Membership,
    Placement,
    Post,
    Seat,
    Suspension,
    Term,
    VoteExemption,
)
from amana.organisation.permissions import REGISTRY, power_to_register

__all__ = ["dissolve"]

# What ends with a body: its name, place, seat and offices, who takes part in it, and where it
# takes part itself.
BELONGS: tuple[tuple[type[Dated], tuple[str, ...]], ...] = (
    (BodyName, ("body",)),
    (Placement, ("body",)),
    (Seat, ("body",)),
    (Post, ("office__body",)),
    (Membership, ("body", "member_body")),
    (Suspension, ("body",)),
    (VoteExemption, ("body",)),
)


@act
def dissolve(
    *, body: str, on: str, dissolved_by: Words = UNSAID,
    origin: Provenance, by: Authority, reason: str = "",
) -> Establishment:  # fmt: skip
    """A body ceases to exist; `on` is the first day without it."""
    power = require(power_to_register(by), by, VERBS["body.dissolve"], *REGISTRY)
    found, mark = body_of(body), day(on, "on")
    row = holding(Establishment, mark, body=found)
    if row is None:
        raise Refusal("body.not-standing", body=name_of(found), on=mark.text)
    _refuse_while_in_use(found, mark)
    subject = f"body:{found.key}"
    entry = opened(
        "body.dissolve", subject, name_of(found), by=by, power=power, origin=origin, reason=reason
    )
    for model, relations in BELONGS:
        for each in _rows(model, relations, found, mark.latest):
            entry.end(each, mark)
    return entry.end(row, mark, dissolved_by=dissolved_by)


def _rows(model: type[Dated], relations: tuple[str, ...], body: Body, on: date) -> list[Dated]:
    of_body = Q()
    for relation in relations:
        of_body |= Q(**{relation: body})
    return list(model.objects.on(on).filter(of_body))


def _refuse_while_in_use(body: Body, mark: Mark) -> None:
    later = DateRange(mark.earliest, None)
    under = Placement.objects.known().filter(parent=body, during__overlap=later)
    standing = Establishment.objects.known().filter(during__overlap=later)
    children = [
        name_of(each.body)
        for each in under.filter(body__in=standing.values("body")).select_related("body")
    ]
    if children:
        raise Refusal("body.has-children", body=name_of(body), children=children, on=mark.text)
    held = Term.objects.known().filter(office__body=body, during__overlap=later)
    offices = {term.office_id: title_of(term.office) for term in held.select_related("office")}
    if offices:
        raise Refusal(
            "body.has-terms", body=name_of(body), offices=list(offices.values()), on=mark.text
        )
