"""Who sits where on a floor, and what may be said from there.

A seat follows from a duty of the day, from a place in a delegation, or, on the floor of an exercise
only, from an address that names the seat and is signed by this installation.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core import signing
from django.db.models import QuerySet
from django.http import HttpRequest

from amana.accounts.api import User
from amana.conferences.models import Accreditation, Delegate, Duty, Log
from amana.conferences.rules.floor.acts import ACTS, OutOfOrder
from amana.conferences.rules.floor.events import spread
from amana.ground import clock
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal

__all__ = [
    "DELEGATE", "SERVED", "Seat", "check_seat", "exercise_ticket", "may_say", "seat_of",
    "seats_for", "seats_of", "simulated",
]  # fmt: skip

DELEGATE = "delegate"
SERVED = (Duty.Role.CHAIR, Duty.Role.SECRETARY)
_SALT = "amana.exercise.seat"
_DAYS = 7
_MOST = 400  # names in one event
_ORDER = ("chair", "secretary", "teller", DELEGATE, "interpreter")


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat on one floor. `role` is a duty, `delegate`, or `system` (the product itself)."""

    log: str
    role: str
    delegation: str = ""
    person: str = ""
    account: str = ""
    name: str = ""

    @property
    def viewer(self) -> str:
        """Who this is among the viewers of the floor: `egy/12`, `chair:account:3`."""
        if self.role == DELEGATE:
            return f"{self.delegation}/{self.person}"
        return f"{self.role}:{self.account}" if self.account else self.role

    @property
    def authority(self) -> Authority:
        """The same for the register: the account, or the seat of an exercise."""
        return Authority(self.account or self.viewer, self.name or self.viewer, clock.today())


def may_say(role: str, do: str) -> bool:
    """Whether an act can come from such a seat at all, in order or not.

    The chair and the secretariat enter what is said in the room, a teller the figures of papers; a
    delegate does what members do. The roll of the day is the product's alone.
    """
    known = ACTS.get(do)
    if known is None or do == "take_roll":
        return role == "system" and known is not None
    if role in SERVED:
        return True
    if role == Duty.Role.TELLER:
        return "tellers" in known.by
    if role == DELEGATE:
        return bool({"member", "seated"} & set(known.by)) and do != "drop_paper"
    return role == "system"


def check_seat(seat: Seat, do: str, by: Iterable[str], log: Log) -> tuple[str, ...]:
    """Who says it: a delegate always for the own delegation, whatever was sent.

    Refused: `floor.not-from-here` where the seat is of another floor or may not do the act.
    """
    if seat.log != log.key or not may_say(seat.role, do):
        raise OutOfOrder("floor.not-from-here", "chair", act=do[:40])
    if seat.role == DELEGATE:
        return (f"{seat.delegation}/{seat.person}",)
    if seat.role == Duty.Role.TELLER:
        return ("tellers",)
    names = tuple(spread(by)) or _as_usual(do)
    if len(names) > _MOST or any(len(name) > 80 for name in names):
        raise OutOfOrder("floor.not-from-here", "chair", act=do[:40])
    return names


def _as_usual(do: str) -> tuple[str, ...]:
    """Whose act it is when the desk names nobody: the chair's, else the secretariat's."""
    roles = ACTS[do].by
    return next(((role,) for role in ("chair", "secretariat", "tellers") if role in roles), ())


def seats_of(request: HttpRequest, log: Log) -> list[Seat]:
    """Every seat that the reader has on a floor today, the highest first: two queries."""
    if log.exercise and (ticket := request.GET.get("as") or request.POST.get("as")):
        return [seat] if (seat := _exercised(log, ticket)) else []
    user = request.user
    if not isinstance(user, User) or not user.is_active:
        return []
    found = [*_duties(log, user, clock.today()), *_delegates(log, user, clock.today())]
    return sorted(found, key=lambda seat: _ORDER.index(seat.role))


def seat_of(request: HttpRequest, log: Log, *roles: str) -> Seat:
    """The first seat of the reader that has one of these roles. Refused: `floor.no-seat`."""
    for seat in seats_of(request, log):
        if not roles or seat.role in roles:
            return seat
    raise Refusal("floor.no-seat")


def _duties(log: Log, user: User, on: date) -> list[Seat]:
    return [_on_duty(log, row, user) for row in Duty.objects.on(on).filter(log=log, user=user)]


def _delegates(log: Log, user: User, on: date) -> list[Seat]:
    rows = _accredited(log, on).filter(delegate__user=user)
    return [
        _sent(log, row.delegate)
        for row in rows.select_related("delegate__delegation", "delegate__user")
    ]


def _accredited(log: Log, on: date) -> "QuerySet[Accreditation]":
    rows = Accreditation.objects.on(on)
    return rows.filter(delegate__delegation__session=log.session_id, delegate__user__is_active=True)


def exercise_ticket(log: Log, role: str, delegation: str = "") -> str:
    """The part of an address that gives a seat on the floor of an exercise, for a week."""
    return signing.dumps([log.key, role, delegation], salt=_SALT, compress=True)


def _exercised(log: Log, ticket: str) -> Seat | None:
    try:
        key, role, delegation = signing.loads(ticket, salt=_SALT, max_age=_DAYS * 86_400)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    if key != log.key or not log.exercise:
        return None
    return Seat(log.key, role, delegation, "exercise" if role == DELEGATE else "", "", "exercise")


def simulated(log: Log, delegation: str) -> Seat:
    """The seat of a simulated delegation of a rehearsal. Refused where the floor is no exercise."""
    if not log.exercise:
        raise Refusal("floor.no-seat")
    return Seat(log.key, DELEGATE, delegation, "simulated", "", "simulated")


def seats_for(log: Log, viewers: Iterable[str]) -> dict[str, Seat]:
    """The seats of viewers as they hold today, asked again with every batch of taps: two queries.

    Whoever has none any more is missing. A seat of an exercise lasts as long as its address.
    """
    asked, on = set(viewers), clock.today()
    found = {viewer: seat for viewer in asked if (seat := _seat_of_exercise(log, viewer))}
    if not asked - found.keys():
        return found
    duties = Duty.objects.on(on).filter(log=log, user__is_active=True).select_related("user")
    people = _accredited(log, on).select_related("delegate__delegation", "delegate__user")
    seated = [
        *(_on_duty(log, row, row.user) for row in duties),
        *(_sent(log, row.delegate) for row in people),
    ]
    return found | {seat.viewer: seat for seat in seated if seat.viewer in asked}


def _on_duty(log: Log, row: Duty, user: User) -> Seat:
    return Seat(log.key, row.role, row.delegation, account=user.key, name=user.name)


def _sent(log: Log, row: Delegate) -> Seat:
    user, party = row.user, row.delegation.party
    account, name = (user.key, user.name) if user else ("", "")
    return Seat(log.key, DELEGATE, party, str(row.pk), account, name)


def _seat_of_exercise(log: Log, viewer: str) -> Seat | None:
    party, _slash, person = viewer.partition("/")
    if not log.exercise:
        return None
    if person in ("exercise", "simulated"):
        return Seat(log.key, DELEGATE, party, person, "", person)
    return Seat(log.key, viewer, name="exercise") if viewer in Duty.Role.values else None
