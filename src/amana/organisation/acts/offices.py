"""Persons and offices: what must be on record before somebody can be elected or appointed."""

from collections.abc import Sequence

from django.db.models import Max

from amana.ground.facts import Provenance, When
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.acts.soundness import check_number, day, required, slug
from amana.organisation.acts.subjects import body_of, rule_of, span, standing, state_of
from amana.organisation.acts.verbs import VERBS
from amana.organisation.acts.writing import act, opened
from amana.organisation.authority import ancestors, require, until_held
from amana.organisation.models import Body, Office, Person, PersonName, Post
from amana.organisation.permissions import (
    ADMINISTRATOR,
    HEAD,
    OFFICE_POWERS,
    REGISTRY,
    power_to_create_office,
    power_to_record_persons,
)

__all__ = ["create_office", "record_person"]


@act
def record_person(
    *, key: str, names: Words, nationality: str = "", spellings: Sequence[str] = (),
    origin: Provenance, by: Authority, reason: str = "",
) -> PersonName:  # fmt: skip
    """A person is put on record with the name in each language and other spellings met."""
    power = require(
        power_to_record_persons(by), by, VERBS["person.record"], *REGISTRY, ADMINISTRATOR
    )
    required("names", names)
    entry = opened(
        "person.record",
        f"person:{slug(key)}",
        names,
        by=by,
        power=power,
        origin=origin,
        reason=reason,
    )
    if Person.objects.filter(key=key).exists():
        raise Refusal("key.taken", key=key, field="key")
    state = state_of(nationality) if nationality else None
    person = Person.objects.create(key=key, nationality=state)
    said = {"model": "organisation.Person", "key": key, "nationality": state and state.key}
    entry.record(said)
    values = {"person": person, "names": names, "spellings": list(spellings)}
    return entry.begin(PersonName, values, When())


@act
def create_office(
    *, key: str, body: str, title: Words, seats: int = 1, term_rule: str = "",
    powers: Sequence[str] = (), held_by: str = "person", chief: bool = False, since: str,
    origin: Provenance, by: Authority, reason: str = "",
) -> Post:  # fmt: skip
    """An office of a body, for so many holders at once; `term_rule` says how long each serves."""
    where = body_of(body)
    power = _creating(where, powers, by)
    required("title", title)
    check_number("seats", seats, least=1)
    if not OFFICE_POWERS.issuperset(powers):
        raise Refusal("office.unknown-power", known=sorted(OFFICE_POWERS), field="powers")
    mark = day(since, "since")
    rule = rule_of(term_rule) if term_rule else None
    entry = opened(
        "office.create",
        f"office:{slug(key)}",
        title,
        by=by,
        power=power,
        origin=origin,
        reason=reason,
    )
    office = _new_office(key, where, held_by)
    entry.record(
        {"model": "organisation.Office", "key": key, "body": where.key, "held_by": held_by}
    )
    values = {
        "office": office, "title": title, "seats": seats, "chief": chief,
        "powers": sorted(set(powers)), "term_rule": rule,
    }  # fmt: skip
    return entry.begin(Post, values, span(standing(where, mark), mark))


def _creating(body: Body, powers: Sequence[str], by: Authority) -> str:
    within = ancestors(body.key, by.on)
    power = power_to_create_office(by, body.key, within, powers=powers)
    power = until_held(power, by, powers)
    allowing = (*REGISTRY, HEAD, ADMINISTRATOR) if not powers else (*REGISTRY, ADMINISTRATOR)
    return require(power, by, VERBS["office.create"], *allowing, bodies=(body.key, *within))


def _new_office(key: str, body: Body, held_by: str) -> Office:
    if held_by not in Office.HeldBy.values:
        raise Refusal("office.unknown-holder", field="held_by")
    if Office.objects.filter(key=key).exists():
        raise Refusal("key.taken", key=key, field="key")
    last = Office.objects.aggregate(last=Max("position"))["last"] or 0
    return Office.objects.create(key=key, body=body, held_by=held_by, position=last + 10)
