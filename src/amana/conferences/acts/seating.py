"""Seating a hall: in which order, who begins, who sits elsewhere."""

from datetime import timedelta
from typing import Any

from amana.conferences.acts.delegations import delegation
from amana.conferences.acts.writing import Written, act, serving
from amana.conferences.models import Delegation, Seating, SeatMoved, Session
from amana.ground.dated import Dated
from amana.ground.facts import When
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS

__all__ = ["MOST_DESKS", "arrange_seating", "move_seat", "put_seat_back"]

MOST_DESKS, MOST_ROWS = 60, 60


@act
def arrange_seating(
    session: str, *, by: Authority, language: str, desks: int, first: str = "", chair: str = ""
) -> Seating:
    """Settle the order of the hall from today on.

    `first` is the delegation or the letter that the lot named, `chair` the delegation that
    presides. Refused: `lang.unknown`, `seating.desks`, `delegations.unknown`.
    """
    verb = "seating.arrange"
    power = serving(verb, by)
    held = _session(session)
    if language not in LANGS:
        raise Refusal("lang.unknown", language=language[:20])
    if not 1 <= desks <= MOST_DESKS:
        raise Refusal("seating.desks", most=MOST_DESKS)
    for party in {chair, first if len(first) > 1 else ""} - {""}:
        delegation(session, party)
    values: dict[str, Any] = {"language": language, "desks": desks, "first": first, "chair": chair}
    written = Written(verb, f"session:{session}", by, power)
    row = Seating.objects.on(by.on).filter(session=held).first()
    if row is None:
        return written.begin(Seating, session=held, **values)
    changes = {name: value for name, value in values.items() if getattr(row, name) != value}
    if not changes:
        return row
    if row.during.lower == by.on:
        return written.change(row, **changes)
    _end(row, by, written)
    return written.begin(Seating, session=held, **values)


@act
def move_seat(
    session: str, party: str, block: str, row: int, seat: int, *, by: Authority, reason: str = ""
) -> SeatMoved:
    """Seat a delegation elsewhere than the order says; it stays there until it is put back.

    Refused: `seating.no-seat`; `constraint.one_delegation_a_seat` where another was moved there.
    """
    verb = "seating.move"
    power = serving(verb, by)
    of = delegation(session, party)
    if block not in SeatMoved.Block.values or not (
        1 <= row <= MOST_ROWS and 1 <= seat <= MOST_DESKS
    ):
        raise Refusal("seating.no-seat")
    written = Written(verb, f"delegation:{of.key}", by, power, reason)
    if (held := _moved(of, by)) is not None:
        if (held.block, held.row_number, held.seat_number) == (block, row, seat):
            return held
        if held.during.lower == by.on:
            return written.change(held, block=block, row_number=row, seat_number=seat)
        _end(held, by, written)
    return written.begin(
        SeatMoved, session=of.session, delegation=of, block=block, row_number=row, seat_number=seat
    )


@act
def put_seat_back(session: str, party: str, *, by: Authority) -> None:
    """Seat a delegation by the order again. Refused: `seating.not-moved`."""
    verb = "seating.put-back"
    power = serving(verb, by)
    of = delegation(session, party)
    held = _moved(of, by)
    if held is None:
        raise Refusal("seating.not-moved")
    _end(held, by, Written(verb, f"delegation:{of.key}", by, power))


def _session(key: str) -> Session:
    found = Session.objects.filter(key=key).first()
    if found is None:
        raise Refusal("session.unknown", key=key[:120])
    return found


def _moved(of: Delegation, by: Authority) -> SeatMoved | None:
    return SeatMoved.objects.on(by.on).filter(delegation=of).first()


def _end(row: Dated, by: Authority, written: Written) -> None:
    """It held until yesterday; what began today never was."""
    if row.during.lower == by.on:
        written.withdraw(row)
        return
    eve = by.on - timedelta(days=1)
    written.change(row, when=When(row.since_mark, eve.isoformat()))
