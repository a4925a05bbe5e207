"""Members, observers and their suspension: admit, record, suspend, reinstate, withdraw."""

from typing import Any

from amana.ground.facts import Provenance
from amana.kernel.authority import Authority
from amana.kernel.marks import Mark
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.acts.soundness import day
from amana.organisation.acts.subjects import body_of, holding, name_of, span, standing, state_of
from amana.organisation.acts.verbs import VERBS
from amana.organisation.acts.writing import UNSAID, Entry, act, opened
from amana.organisation.authority import require
from amana.organisation.models import (
    Application,
    Body,
    Membership,
    State,
    Suspension,
    VoteExemption,
)
from amana.organisation.permissions import REGISTRY, power_to_register

__all__ = ["admit", "record_observer", "reinstate", "suspend", "withdraw"]


@act
def admit(
    *, state: str, since: str, body: str = "", founding: bool = False, group: str = "",
    origin: Provenance, by: Authority, reason: str = "",
) -> Membership:  # fmt: skip
    """A state becomes a member of a body from `since`; an observer ceases to be one that day.

    What it had applied for is settled by that.
    `group` is the body of the regional group that it joins with the same day.
    """
    power = _power("membership.admit", by)
    party, where, mark = state_of(state), body_of(body), day(since, "since")
    entry = _opened(
        "membership.admit", party, where, by=by, power=power, origin=origin, reason=reason
    )
    _end_observer(entry, party, where, mark)
    _settle(entry, mark, state=party, body=where)
    values = {"state": party, "body": where, "status": "member", "founding": founding}
    row = entry.begin(Membership, values, span(standing(where, mark), mark))
    if group:
        _join(entry, party, body_of(group), mark)
    return row


def _end_observer(entry: Entry, party: State, where: Body, mark: Mark) -> None:
    rows = Membership.objects.on(mark.earliest).filter(state=party, body=where, status="observer")
    for row in rows:
        entry.end(row, mark, succeeded=mark.earliest)


def _settle(entry: Entry, mark: Mark, **asked: Any) -> None:
    """An application ends on the day on which it is granted."""
    first = mark.earliest
    for row in Application.objects.on(first).filter(**asked):
        if row.during.lower is None or row.during.lower < first:
            entry.end(row, mark, succeeded=first)


def _join(entry: Entry, party: State, group: Body, mark: Mark) -> None:
    if not group.kind.is_group:
        raise Refusal("group.none", body=name_of(group), field="group")
    values = {"state": party, "body": group, "status": "member"}
    entry.begin(Membership, values, span(standing(group, mark), mark))


@act
def record_observer(
    *, state: str = "", member_body: str = "", since: str, body: str = "",
    origin: Provenance, by: Authority, reason: str = "",
) -> Membership:  # fmt: skip
    """A state, or an organisation, takes part as an observer from `since`, as it had asked."""
    power = _power("membership.observe", by)
    if bool(state) == bool(member_body):
        raise Refusal("party.one", field="state")
    where, mark = body_of(body), day(since, "since")
    party = state_of(state) if state else body_of(member_body)
    entry = _opened(
        "membership.observe", party, where, by=by, power=power, origin=origin, reason=reason
    )
    relation = "state" if state else "member_body"
    _settle(entry, mark, **{relation: party}, body=where, sought="observer")
    values = {relation: party, "body": where, "status": "observer"}
    return entry.begin(Membership, values, span(standing(where, mark), mark))


@act
def suspend(
    *, state: str, since: str, body: str = "", decided_by: Words = UNSAID,
    origin: Provenance, by: Authority, reason: str = "",
) -> Suspension:  # fmt: skip
    """A member's participation is suspended; it remains a member. Of the vote alone: `votes`."""
    power = _power("membership.suspend", by)
    party, where, mark = state_of(state), body_of(body), day(since, "since")
    _membership(party, where, mark, status="member")
    entry = _opened(
        "membership.suspend", party, where, by=by, power=power, origin=origin, reason=reason
    )
    values = {"state": party, "body": where, "decided_by": decided_by}
    return entry.begin(Suspension, values, span(standing(where, mark), mark))


@act
def reinstate(
    *, state: str, on: str, body: str = "", lifted_by: Words = UNSAID,
    origin: Provenance, by: Authority, reason: str = "",
) -> Suspension:  # fmt: skip
    """A suspension ends; `on` is the first day on which the member takes part again."""
    power = _power("membership.reinstate", by)
    party, where, mark = state_of(state), body_of(body), day(on, "on")
    row = holding(Suspension, mark, state=party, body=where, of=Suspension.Of.PARTICIPATION)
    if row is None:
        raise Refusal("suspension.none", state=name_of(party), body=name_of(where), on=mark.text)
    entry = _opened(
        "membership.reinstate", party, where, by=by, power=power, origin=origin, reason=reason
    )
    return entry.end(row, mark, lifted_by=lifted_by)


@act
def withdraw(
    *, state: str, on: str, body: str = "", origin: Provenance, by: Authority, reason: str = ""
) -> Membership:
    """A membership ends; `on` is the first day after it. Suspensions and the group end with it.

    The rule `membership.withdrawal` says what notice was due; a shorter one is still a fact and
    is not refused here.
    """
    power = _power("membership.withdraw", by)
    party, where, mark = state_of(state), body_of(body), day(on, "on")
    row = _membership(party, where, mark)
    entry = _opened(
        "membership.withdraw", party, where, by=by, power=power, origin=origin, reason=reason
    )
    for model in (Suspension, VoteExemption):
        for held in model.objects.on(mark.latest).filter(state=party, body=where):
            entry.end(held, mark)
    if where.kind.is_organisation:
        groups = Membership.objects.on(mark.latest).filter(state=party, body__kind__is_group=True)
        for each in groups:
            entry.end(each, mark)
    return entry.end(row, mark)


def _power(verb: str, by: Authority) -> str:
    return require(power_to_register(by), by, VERBS[verb], *REGISTRY)


def _opened(
    verb: str, party: State | Body, where: Body, *,
    by: Authority, power: str, origin: Provenance, reason: str,
) -> Entry:  # fmt: skip
    subject = f"membership:{where.key}.{party.key}"
    return opened(verb, subject, name_of(party), by=by, power=power, origin=origin, reason=reason)


def _membership(party: State, where: Body, mark: Mark, **also: str) -> Membership:
    row = holding(Membership, mark, state=party, body=where, **also)
    if row is None:
        raise Refusal("membership.none", state=name_of(party), body=name_of(where), on=mark.text)
    return row
