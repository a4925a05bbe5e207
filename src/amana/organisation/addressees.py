"""Who is within the system on a day, by name: for the reading of texts."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, F, OuterRef

from amana.kernel.words import Words
from amana.organisation.models import BodyName, Membership, Placement, Post, StateName
from amana.organisation.models.membership import Status

__all__ = ["addressees"]


def addressees(on: date) -> Iterator[tuple[str, str]]:
    """Names in every language and what each one names: three queries.

    Kinds are those of `texts.reading.addressing`. A state that is no member is outside.
    """
    for words, kind in (*_bodies(on), *_offices(on), *_states(on)):
        yield from ((name, kind) for _lang, name in words if name)


def _departments(on: date, body: str) -> Exists:
    """Whether departments stand under a body: it is a secretariat."""
    below = Placement.objects.on(on).filter(body__kind__is_department=True)
    return Exists(below.filter(parent=OuterRef(body)))


def _bodies(on: date) -> Iterator[tuple[Words, str]]:
    rows = BodyName.objects.on(on).annotate(above=_departments(on, "body"))
    for row in rows.filter(body__kind__is_organisation=False).select_related("body__kind"):
        kind = row.body.kind
        if kind.is_external:
            said = "third-party"
        elif kind.is_department or row.above:
            said = "secretariat"
        else:
            said = "institution" if kind.is_institution else "body"
        yield row.names, said
        yield row.acronym, said


def _offices(on: date) -> Iterator[tuple[Words, str]]:
    rows = Post.objects.on(on).annotate(
        above=_departments(on, "office__body"), below=F("office__body__kind__is_department")
    )
    for row in rows:
        said = "secretariat" if row.above or row.below else "body"
        yield row.title, "secretary-general" if said == "secretariat" and row.chief else said


def _states(on: date) -> Iterator[tuple[Words, str]]:
    member = Membership.objects.on(on).filter(
        state=OuterRef("state"), body__kind__is_organisation=True, status=Status.MEMBER
    )
    for row in StateName.objects.on(on).annotate(member=Exists(member)):
        said = "named-state" if row.member else "third-party"
        yield row.names, said
        yield row.official, said
