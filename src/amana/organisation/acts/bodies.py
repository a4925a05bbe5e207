"""Bodies: establish, rename, place under another, move the seat."""

from django.db.models import Max

from amana.ground.facts import Provenance, When
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.acts.dissolution import dissolve
from amana.organisation.acts.soundness import day, required, slug
from amana.organisation.acts.subjects import body_of, name_of, span, standing, state_of
from amana.organisation.acts.verbs import VERBS
from amana.organisation.acts.writing import UNSAID, Entry, act, opened
from amana.organisation.authority import ancestors, require
from amana.organisation.models import (
    Body,
    BodyKind,
    BodyName,
    Establishment,
    Placement,
    Seat,
)
from amana.organisation.permissions import HEAD, REGISTRY, power_to_keep_body, power_to_register

__all__ = ["dissolve", "establish", "move_seat", "rename", "reparent"]


@act
def establish(
    *, key: str, kind: str, names: Words, acronym: Words = UNSAID, parent: str = "", since: str,
    role: Words = UNSAID, composition: Words = UNSAID, established_by: Words = UNSAID,
    origin: Provenance, by: Authority, reason: str = "",
) -> Establishment:  # fmt: skip
    """A body begins to exist, with its name and, where it has one, the body it stands under."""
    power = require(power_to_register(by), by, VERBS["body.establish"], *REGISTRY)
    required("names", names)
    mark = day(since, "since")
    above = body_of(parent) if parent else None
    first = standing(above, mark).during.lower if above else None
    entry = opened(
        "body.establish",
        f"body:{slug(key)}",
        names,
        by=by,
        power=power,
        origin=origin,
        reason=reason,
    )
    body = _new_body(entry, key, kind)
    when = When(mark.text, not_before=first)  # "1981" begins with what it stands under
    said = {"role": role, "composition": composition, "established_by": established_by}
    row = entry.begin(Establishment, {"body": body, **said}, when)
    entry.begin(BodyName, {"body": body, "names": names, "acronym": acronym}, when)
    if above:
        entry.begin(Placement, {"body": body, "parent": above}, when)
    return row


def _new_body(entry: Entry, key: str, kind: str) -> Body:
    of_kind = BodyKind.objects.filter(key=kind[:40]).first() if kind.isprintable() else None
    if of_kind is None:
        kinds = list(BodyKind.objects.values_list("names", flat=True))
        raise Refusal("body.unknown-kind", kinds=kinds, field="kind")
    if Body.objects.filter(key=key).exists():
        raise Refusal("key.taken", key=key, field="key")
    last = Body.objects.filter(kind=of_kind).aggregate(last=Max("rank"))["last"] or 0
    body = Body.objects.create(key=key, kind=of_kind, rank=last + 10)
    entry.record({"model": "organisation.Body", "key": key, "kind": kind, "rank": body.rank})
    return body


@act
def rename(
    *, body: str, names: Words, acronym: Words = UNSAID, since: str,
    origin: Provenance, by: Authority, reason: str = "",
) -> BodyName:  # fmt: skip
    """From `since` on a body bears another name; the one before ends that day."""
    found = body_of(body)
    power = _keeping("body.rename", found, by)
    required("names", names)
    mark = day(since, "since")
    entry = _opened("body.rename", found, by=by, power=power, origin=origin, reason=reason)
    when = span(standing(found, mark), mark)
    values = {"names": names, "acronym": acronym}
    return entry.succeed(BodyName, {"body": found}, values, mark, when)


@act
def reparent(
    *, body: str, parent: str, since: str, origin: Provenance, by: Authority, reason: str = ""
) -> Placement:
    """From `since` on a body stands under another; never under itself, however far below."""
    power = require(power_to_register(by), by, VERBS["body.reparent"], *REGISTRY)
    required("parent", parent)
    found, above, mark = body_of(body), body_of(parent), day(since, "since")
    standing(above, mark)
    entry = _opened("body.reparent", found, by=by, power=power, origin=origin, reason=reason)
    when = span(standing(found, mark), mark)
    return entry.succeed(Placement, {"body": found}, {"parent": above}, mark, when)


@act
def move_seat(
    *, body: str, place: Words, state: str = "", since: str, provisional: bool = False,
    itinerant: bool = False, until_event: Words = UNSAID,
    origin: Provenance, by: Authority, reason: str = "",
) -> Seat:  # fmt: skip
    """From `since` on a body sits elsewhere; the seat before ends that day."""
    found = body_of(body)
    power = _keeping("seat.move", found, by)
    required("place", place)
    mark = day(since, "since")
    entry = _opened("seat.move", found, by=by, power=power, origin=origin, reason=reason)
    values = {
        "place": place, "state": state_of(state) if state else None, "provisional": provisional,
        "itinerant": itinerant, "until_event": until_event,
    }  # fmt: skip
    when = span(standing(found, mark), mark)
    return entry.succeed(Seat, {"body": found}, values, mark, when)


def _keeping(verb: str, body: Body, by: Authority) -> str:
    within = ancestors(body.key, by.on)
    power = power_to_keep_body(by, body.key, within)
    return require(power, by, VERBS[verb], *REGISTRY, HEAD, bodies=(body.key, *within))


def _opened(
    verb: str, body: Body, *, by: Authority, power: str, origin: Provenance, reason: str
) -> Entry:
    return opened(
        verb, f"body:{body.key}", name_of(body), by=by, power=power, origin=origin, reason=reason
    )
