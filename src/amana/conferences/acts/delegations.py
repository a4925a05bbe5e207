"""Delegations: opened for whoever belongs to the body, their people by hand, their list public."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.apps import apps

from amana.conferences.acts.writing import Written, act, serving
from amana.conferences.models import (
    Accreditation,
    Delegate,
    Delegation,
    ParticipantsList,
    Session,
)
from amana.conferences.participants import days_of_session
from amana.ground import files
from amana.ground.facts import When
from amana.kernel.authority import Authority
from amana.kernel.order import sort_key
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.api import roll_of

__all__ = [
    "Details", "accredited", "add_delegate", "change_delegate", "conceal_list", "delegation",
    "open_delegations", "publish_list", "withdraw_delegate",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Details:
    """Who a delegate is. `until` is the last day; `photo` the SHA-256 of a kept file."""

    names: Words
    title: Words = Words()
    rank: str = Accreditation.Rank.DELEGATE
    protocol: str = Accreditation.Protocol.OTHER
    email: str = ""
    since: date | None = None
    until: date | None = None
    photo: str = ""

    @property
    def values(self) -> dict[str, Any]:
        """The columns that are of no day."""
        return {
            "names": self.names, "title": self.title, "rank": self.rank,
            "protocol": self.protocol, "email": self.email.strip().lower(), "photo": self.photo,
        }  # fmt: skip

    def when(self, days: tuple[date, date | None]) -> When:
        """The days of accreditation: those of the session where none are said."""
        since, until = self.since or days[0], self.until or days[1]
        return When(since.isoformat(), until.isoformat() if until else "")


@act
def open_delegations(session: str, *, by: Authority) -> int:
    """A delegation for every member and observer that is called that day; how many are new."""
    verb = "delegations.open"
    power = serving(verb, by)
    held = _session(session)
    days = days_of_session(session)
    roll = roll_of(held.body.key, on=days[0])
    there = set(held.delegations.values_list("party", flat=True))
    called = [(key, names, "member") for key, names in roll.members.items()]
    called += [(key, names, "observer") for key, names in roll.observers.items()]
    called.sort(key=lambda each: (each[2], sort_key(each[1].text("en"))))
    made = [
        Delegation(key=f"{session}.{key}", session=held, party=key, status=status, position=at)
        for at, (key, _, status) in enumerate(called) if key not in there
    ]  # fmt: skip
    if not made:
        return 0
    _name_parties(made)
    Delegation.objects.bulk_create(made)
    counted = {
        status: sum(each.status == status for each in made) for status in ("member", "observer")
    }
    Written(verb, f"session:{session}", by, power).record(counted)
    return len(made)


def _session(key: str) -> Session:
    found = Session.objects.select_related("body").filter(key=key).first()
    if found is None:
        raise Refusal("session.unknown", key=key)
    return found


def _name_parties(delegations: Iterable[Delegation]) -> None:
    """Say of each party which state or which body it is; a key of both is that of the state."""
    made = list(delegations)
    keys = [each.party for each in made]
    states, bodies = (
        dict(apps.get_model("organisation", model)._default_manager.filter(key__in=keys)
             .values_list("key", "pk"))
        for model in ("State", "Body")
    )  # fmt: skip
    for each in made:
        each.state_id = states.get(each.party)
        each.body_id = None if each.state_id else bodies.get(each.party)


def delegation(session: str, party: str) -> Delegation:
    """One delegation as such. Refused: `delegations.unknown`."""
    found = Delegation.objects.filter(session__key=session, party=party).first()
    if found is None:
        raise Refusal("delegations.unknown", party=party, session=session)
    return found


def accredited(number: int) -> Accreditation:
    """What is on record of a delegate. Refused: `delegations.no-such-delegate`."""
    rows = Accreditation.objects.known().filter(delegate=number)
    found = rows.select_related("delegate__delegation__session").order_by("-during").first()
    if found is None:
        raise Refusal("delegations.no-such-delegate", number=number)
    return found


@act
def add_delegate(session: str, party: str, details: Details, *, by: Authority) -> Delegate:
    """A person more in a delegation."""
    verb = "delegate.add"
    power = serving(verb, by)
    of = delegation(session, party)
    _sound(details, of)
    person = Delegate.objects.create(delegation=of)
    when = details.when(days_of_session(session))
    Written(verb, f"delegation:{of.key}", by, power).begin(
        Accreditation, when.since, until=when.until, delegate=person, **details.values
    )
    return person


@act
def change_delegate(number: int, details: Details, *, by: Authority, reason: str = "") -> bool:
    """What is known of a delegate from now on; whether anything is different."""
    verb = "delegate.change"
    power = serving(verb, by)
    row = accredited(number)
    of = row.delegate.delegation
    _sound(details, of, but=number)
    when = details.when(days_of_session(of.session.key))
    changes = {name: value for name, value in details.values.items() if getattr(row, name) != value}
    if (row.since_mark, row.until_mark) != (when.since, when.until):
        changes["when"] = when
    if changes:
        Written(verb, f"delegation:{of.key}", by, power, reason).change(row, **changes)
    return bool(changes)


@act
def withdraw_delegate(
    number: int, *, by: Authority, last: date | None = None, reason: str = ""
) -> None:
    """The person is of the delegation no longer: after a last day, or never was."""
    verb = "delegate.withdraw"
    power = serving(verb, by)
    row = accredited(number)
    written = Written(verb, f"delegation:{row.delegate.delegation.key}", by, power, reason)
    if last and row.during.lower and row.during.lower <= last:
        written.change(row, when=When(row.since_mark, last.isoformat()))
    else:
        written.withdraw(row)


def _sound(details: Details, of: Delegation, but: int = 0) -> None:
    """A name in some script, and one head. Refused: `delegations.row-no-name`, `.has-head`."""
    if not details.names:
        raise Refusal("delegations.row-no-name")
    if details.photo:
        files.path_of(details.photo)
    if details.rank != Accreditation.Rank.HEAD:
        return
    rows = Accreditation.objects.known().filter(delegate__delegation=of, rank=details.rank)
    head = rows.exclude(delegate=but).first()
    if head and _share_a_day(head, details):
        raise Refusal("delegations.has-head", name=head.names)


def _share_a_day(head: Accreditation, details: Details) -> bool:
    """A head who has left makes room for another."""
    ends = head.during.upper
    return ends is None or details.since is None or details.since < ends


@act
def publish_list(session: str, *, by: Authority) -> None:
    """Open the list of participants to everybody: delegations and the titles of their heads."""
    verb = "delegations.publish"
    power = serving(verb, by)
    held = _session(session)
    if ParticipantsList.objects.on(by.on).filter(session=held).exists():
        raise Refusal("delegations.public-already")
    Written(verb, f"session:{session}", by, power).begin(ParticipantsList, session=held)


@act
def conceal_list(session: str, *, by: Authority, reason: str = "") -> None:
    """Take the list of participants back from today on."""
    verb = "delegations.conceal"
    power = serving(verb, by)
    row = ParticipantsList.objects.on(by.on).filter(session__key=session).first()
    if row is None:
        raise Refusal("delegations.not-public")
    written = Written(verb, f"session:{session}", by, power, reason)
    if row.during.lower == by.on:
        written.withdraw(row)
        return
    eve = by.on - timedelta(days=1)
    written.change(row, when=When(row.since_mark, eve.isoformat()))
