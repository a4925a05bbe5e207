"""The vote of a member: suspended and restored, and exemptions from its suspension."""

from amana.ground.facts import Provenance, When
from amana.kernel.authority import Authority
from amana.kernel.marks import Mark
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.acts.soundness import day, required
from amana.organisation.acts.subjects import body_of, holding, name_of, span, standing, state_of
from amana.organisation.acts.verbs import VERBS
from amana.organisation.acts.writing import UNSAID, Entry, act, opened
from amana.organisation.authority import require
from amana.organisation.lookups.bodies import root
from amana.organisation.lookups.voting import constituency
from amana.organisation.models import Body, Membership, State, Suspension, VoteExemption
from amana.organisation.permissions import REGISTRY, power_to_register

__all__ = ["end_exemption", "exempt_from_suspension", "restore_vote", "suspend_vote"]


@act
def suspend_vote(
    *, state: str, since: str, why: Words, until: str = "", body: str = "",
    decided_by: Words = UNSAID, origin: Provenance, by: Authority, reason: str = "",
) -> Suspension:  # fmt: skip
    """The vote of a member is suspended in a body, until before `until` where that is fixed.

    It remains a member, is on the roll, and may speak. What is suspended in the organisation (the
    empty `body`) is suspended in all its bodies.
    """
    power, party, where, mark = _asked("vote.suspend", by, state, body, day(since, "since"))
    required("why", why)
    _refuse_others(party, where, mark)
    entry = _opened("vote.suspend", party, where, by, power, origin, reason)
    values = {
        "state": party, "body": where, "of": Suspension.Of.VOTE, "why": why,
        "decided_by": decided_by,
    }  # fmt: skip
    return entry.begin(Suspension, values, _days(where, mark, until))


@act
def restore_vote(
    *, state: str, on: str, body: str = "", lifted_by: Words = UNSAID,
    origin: Provenance, by: Authority, reason: str = "",
) -> Suspension:  # fmt: skip
    """`on` is the first day on which the member votes again; an exemption ends with it."""
    power, party, where, mark = _asked("vote.restore", by, state, body, day(on, "on"))
    row = _suspended(party, where, mark, where)
    entry = _opened("vote.restore", party, where, by, power, origin, reason)
    exempt = holding(VoteExemption, mark, state=party, body=where)
    if exempt is not None and exempt.during.lower < mark.earliest:
        entry.end(exempt, mark)
    return entry.end(row, mark, lifted_by=lifted_by)


@act
def exempt_from_suspension(
    *, state: str, since: str, until: str = "", body: str = "", decided_by: Words = UNSAID,
    origin: Provenance, by: Authority, reason: str = "",
) -> VoteExemption:  # fmt: skip
    """A member votes all the same, from `since` until before `until`; the suspension stays."""
    power, party, where, mark = _asked("vote.exempt", by, state, body, day(since, "since"))
    _suspended(party, where, mark, where, root())
    entry = _opened("vote.exempt", party, where, by, power, origin, reason)
    values = {"state": party, "body": where, "decided_by": decided_by}
    return entry.begin(VoteExemption, values, _days(where, mark, until))


@act
def end_exemption(
    *, state: str, on: str, body: str = "", origin: Provenance, by: Authority, reason: str = ""
) -> VoteExemption:
    """`on` is the first day on which the member is no longer exempt."""
    power, party, where, mark = _asked("vote.end-exemption", by, state, body, day(on, "on"))
    row = holding(VoteExemption, mark, state=party, body=where)
    if row is None:
        raise Refusal("vote.not-exempt", state=name_of(party), body=name_of(where), on=mark.text)
    entry = _opened("vote.end-exemption", party, where, by, power, origin, reason)
    return entry.end(row, mark)


def _asked(
    verb: str, by: Authority, state: str, body: str, mark: Mark
) -> tuple[str, State, Body, Mark]:
    power = require(power_to_register(by), by, VERBS[verb], *REGISTRY)
    return power, state_of(state), body_of(body), mark


def _opened(
    verb: str, party: State, where: Body, by: Authority, power: str, origin: Provenance, reason: str
) -> Entry:
    subject = f"membership:{where.key}.{party.key}"
    return opened(verb, subject, name_of(party), by=by, power=power, origin=origin, reason=reason)


def _days(where: Body, since: Mark, until: str) -> When:
    """From a day until before another, and never longer than the body exists."""
    whole = span(standing(where, since), since)
    if not until:
        return whole
    last = day(until, "until")
    if whole.clip and whole.clip <= last.latest:
        return whole
    return When(since.text, last.text, until_open=True, not_before=whole.not_before)


def _refuse_others(party: State, where: Body, mark: Mark) -> None:
    """Only a member has a vote; in an organ of all members, a member of the organisation."""
    of = constituency(where, mark.latest)
    if holding(Membership, mark, state=party, body=of, status="member") is None:
        raise Refusal("membership.none", state=name_of(party), body=name_of(of), on=mark.text)


def _suspended(party: State, where: Body, mark: Mark, *bodies: Body) -> Suspension:
    """The suspension of its vote in one of the bodies; refused where there is none that day."""
    row = holding(Suspension, mark, state=party, body__in=bodies, of=Suspension.Of.VOTE)
    if row is None:
        raise Refusal("vote.not-suspended", state=name_of(party), body=name_of(where), on=mark.text)
    return row
