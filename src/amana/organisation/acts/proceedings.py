"""What befalls a membership without changing it: applications, disputes, recommendations."""

from datetime import timedelta

from django.db.backends.postgresql.psycopg_any import DateRange

from amana.ground.facts import Provenance, When
from amana.kernel.authority import Authority
from amana.kernel.marks import Mark
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.acts.soundness import day
from amana.organisation.acts.subjects import body_of, name_of, span, standing, state_of
from amana.organisation.acts.verbs import VERBS
from amana.organisation.acts.writing import UNSAID, Entry, act, opened
from amana.organisation.authority import require
from amana.organisation.models import Application, Body, Membership, State, StatusEvent
from amana.organisation.permissions import REGISTRY, power_to_register

__all__ = ["record_application", "record_status_event"]


@act
def record_application(
    *, state: str = "", member_body: str = "", body: str = "", sought: str, since: str,
    origin: Provenance, by: Authority, reason: str = "",
) -> Application:  # fmt: skip
    """A state, or an organisation, asks to be a member or an observer, from the day it is known."""
    power = require(power_to_register(by), by, VERBS["application.record"], *REGISTRY)
    if bool(state) == bool(member_body):
        raise Refusal("party.one", field="state")
    if sought not in ("member", "observer"):
        raise Refusal("application.unknown-status", field="sought")
    where, mark = body_of(body), day(since, "since")
    party = state_of(state) if state else body_of(member_body)
    relation = "state" if state else "member_body"
    _not_held_already(relation, party, where, sought, mark)
    entry = _opened("application.record", party, where, by, power, origin, reason)
    values = {relation: party, "body": where, "sought": sought}
    return entry.begin(Application, values, span(standing(where, mark), mark))


@act
def record_status_event(
    *, state: str, kind: str, on: str, body: str = "", decided_by: Words = UNSAID,
    origin: Provenance, by: Authority, reason: str = "",
) -> StatusEvent:  # fmt: skip
    """What befell a membership on a day: a dispute, a recommendation, a decision, a merger.

    Its key follows from what it says: `oic.egy.1984-01` is what befell Egypt's membership in
    January 1984; another kind of event of the same day adds its kind.
    """
    power = require(power_to_register(by), by, VERBS["status-event.record"], *REGISTRY)
    party, where, mark = state_of(state), body_of(body), day(on, "on")
    if kind not in StatusEvent.Kind.values:
        raise Refusal("status-event.unknown-kind", field="kind")
    existence = standing(where, mark)
    _takes_part(party, where, mark)
    entry = _opened("status-event.record", party, where, by, power, origin, reason)
    values = {
        "key": _key(party, where, mark, kind), "state": party, "body": where, "kind": kind,
        "on": mark.text, "decided_by": decided_by,
    }  # fmt: skip
    when = When(mark.text, mark.text, not_before=existence.during.lower)
    return entry.begin(StatusEvent, values, when)


def _not_held_already(
    relation: str, party: State | Body, where: Body, sought: str, mark: Mark
) -> None:
    """Who is a member, or an observer already, has nothing to ask for."""
    held = Membership.objects.on(mark.earliest).filter(**{relation: party}, body=where).first()
    if held and held.status in ("member", sought):
        raise Refusal(
            "application.held-already", state=name_of(party), body=name_of(where),
            on=mark.text, field="sought",
        )  # fmt: skip


def _takes_part(party: State, where: Body, mark: Mark) -> None:
    days = DateRange(mark.earliest, mark.latest + timedelta(days=1))
    rows = Membership.objects.known().filter(state=party, body=where, during__overlap=days)
    if not rows.exists():
        raise Refusal("membership.none", state=name_of(party), body=name_of(where), on=mark.text)


def _key(party: State, where: Body, mark: Mark, kind: str) -> str:
    key = f"{where.key}.{party.key}.{mark.text}"
    other = StatusEvent.objects.known().filter(key=key).exclude(kind=kind).exists()
    return f"{key}.{kind}" if other else key


def _opened(
    verb: str, party: State | Body, where: Body,
    by: Authority, power: str, origin: Provenance, reason: str,
) -> Entry:  # fmt: skip
    subject = f"membership:{where.key}.{party.key}"
    return opened(verb, subject, name_of(party), by=by, power=power, origin=origin, reason=reason)
