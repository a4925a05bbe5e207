"""What a key names: a lasting row, on a day, with its name; refused where there is none."""

import uuid
from datetime import date, timedelta
from typing import Any, TypeVar

from django.db.backends.postgresql.psycopg_any import DateRange

from amana.ground.dated import Dated
from amana.ground.facts import When
from amana.kernel.marks import Mark
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.lookups.bodies import root
from amana.organisation.lookups.rules_in_force import rule_name
from amana.organisation.models import (
    Body,
    BodyName,
    Establishment,
    Office,
    Person,
    PersonName,
    Post,
    RuleName,
    State,
    StateName,
)

__all__ = [
    "body_of", "fact_of", "holding", "name_of", "office_of", "person_of", "rule_of", "span",
    "standing", "state_of", "title_of",
]  # fmt: skip

Row = TypeVar("Row", bound=Dated)


def body_of(key: str) -> Body:
    """A body by its key; the organisation itself for the empty one."""
    if not key:
        return root()
    found = Body.objects.select_related("kind").filter(key=_key(key)).first()
    if found is None:
        raise Refusal("body.unknown", key=_key(key))
    return found


def state_of(key: str) -> State:
    """A state by its three letters, however typed."""
    found = State.objects.filter(key=_key(key).lower()).first()
    if found is None:
        raise Refusal("state.unknown", key=_key(key))
    return found


def office_of(key: str) -> Office:
    """An office by its key."""
    found = Office.objects.select_related("body").filter(key=_key(key)).first()
    if found is None:
        raise Refusal("office.unknown", key=_key(key))
    return found


def person_of(key: str) -> Person:
    """A person by its key."""
    found = Person.objects.filter(key=_key(key)).first()
    if found is None:
        raise Refusal("person.unknown", key=_key(key))
    return found


def rule_of(key: str) -> RuleName:
    """A parameter by its key or another of its names; refused with the nearest."""
    return rule_name(_key(key))


def fact_of(model: type[Row], fact: "uuid.UUID | str") -> Row:
    """What is now known of a fact."""
    try:
        wanted = fact if isinstance(fact, uuid.UUID) else uuid.UUID(fact)
    except ValueError as no_such_fact:
        raise Refusal("fact.unknown") from no_such_fact
    rows: Any = model.objects.known()  # a manager of an abstract model knows no rows of it
    found: Row | None = rows.filter(fact=wanted).first()
    if found is None:
        raise Refusal("fact.unknown")
    return found


def name_of(row: "Body | State | Person", on: date | None = None) -> Words:
    """What it is called on a day, or was called last; the key where no name is on record."""
    model, relation = _NAMES[type(row)]
    names = model.objects.known().filter(**{relation: row}).order_by("-during")
    return _fitting(names, on, "names") or Words(en=row.key)


def title_of(office: Office, on: date | None = None) -> Words:
    """The title of an office on a day, or its last one."""
    posts = Post.objects.known().filter(office=office).order_by("-during")
    return _fitting(posts, on, "title") or Words(en=office.key)


_NAMES: dict[type, tuple[Any, str]] = {
    Body: (BodyName, "body"), State: (StateName, "state"), Person: (PersonName, "person"),
}  # fmt: skip


def _fitting(rows: Any, on: date | None, field: str) -> Words:
    known = list(rows)
    found = next((row for row in known if on and on in row.period), known[0] if known else None)
    return getattr(found, field) if found else Words()


def standing(body: Body, mark: Mark) -> Establishment:
    """The existence of a body on a day; refused before it began and after it ended."""
    days = DateRange(mark.earliest, mark.latest + timedelta(days=1))
    found = Establishment.objects.known().filter(body=body, during__overlap=days)
    row = found.order_by("during").first()
    if row is None:
        raise Refusal("body.not-standing", body=name_of(body), on=mark.text)
    return row


def span(existence: Dated, since: Mark) -> When:
    """From that day on, within the existence of the body that the fact belongs to."""
    lasts = existence.during
    return When(since.text, existence.until_mark, not_before=lasts.lower, clip=lasts.upper)


def holding(model: type[Row], on: Mark, **of: Any) -> Row | None:
    """What holds on the day before which it is to end."""
    rows: Any = model.objects.on(on.latest)
    found: Row | None = rows.filter(**of).first()
    return found


def _key(key: str) -> str:
    """A key as a refusal may repeat it and PostgreSQL may look it up."""
    return "".join(char for char in key[:120] if char.isprintable())
