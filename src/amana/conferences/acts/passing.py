"""People at a desk: whether they may pass, on record, and on the log of the plenary.

Passages and what the log is told of them are one transaction. The log gets one entry a person, at
the time of arrival; when a cut-off desk had read the badge stands in it as `scanned`. Passages are
many in a minute, so they stand in the log of the floor, whose head the register holds, and in
their own table: not one by one in the register.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db import connection, transaction

from amana.conferences.acts.saying import Said, say_many
from amana.conferences.acts.writing import serving
from amana.conferences.badging.codes import serial_of
from amana.conferences.badging.presence import Hall, Seen, hall_of, last_entries
from amana.conferences.floor.seats import Seat
from amana.conferences.models import Accreditation, Badge, Passage, Session
from amana.ground import clock
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words

__all__ = ["MOST", "Scan", "Told", "pass_desk"]

MOST = 200  # scans at once
_LOCK = 0x70617373  # "pass": whoever is inside is asked and written by one desk at a time
_LONGEST = timedelta(days=3)  # a desk is not cut off for longer
_KEY, _DESK = 40, 60
_PASSED = (Passage.Result.IN, Passage.Result.OUT)


@dataclass(frozen=True, slots=True)
class Scan:
    """A badge read at a desk, or a delegate found by name; `key` makes a repetition the same.

    `scanned` is when a cut-off desk read it.
    """

    key: str
    code: str = ""
    number: int = 0
    way: str = Passage.Way.IN
    scanned: datetime | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What the desk is told. `result` is that of a Passage, or the code of a refusal.

    `seen`: where the person came in before, of who is inside already. `days`: those of the
    accreditation, of who is not accredited that day. `again`: the same scan was received before.
    """

    key: str
    result: str
    number: int = 0
    names: Words = Words()
    party: str = ""
    rank: str = ""
    status: str = ""
    seen: Seen | None = None
    revoked: datetime | None = None
    reason: str = ""
    again: bool = False

    @property
    def good(self) -> bool:
        """Whether the person passes."""
        return self.result in _PASSED


@transaction.atomic
def pass_desk(
    session: str, scans: Sequence[Scan], *, device: str, desk: str = "", by: Authority
) -> list[Told]:
    """Let people in or out, in the order in which they came. About a dozen queries for any number.

    Refused as a whole: `passage.too-many`, `passage.no-key`, `session.unknown`. A scan by itself
    is told `badge.not-a-code`, `badge.forged`, `badge.unknown`, `badge.other-session`, or
    `delegations.no-such-delegate`: nothing is written of it, since nobody is known.
    """
    serving("passage.record", by)
    if len(scans) > MOST:
        raise Refusal("passage.too-many", most=MOST)
    if not device or not all(scan.key and len(scan.key) <= _KEY for scan in scans):
        raise Refusal("passage.no-key")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    held = Session.objects.filter(key=session).first()
    if held is None:
        raise Refusal("session.unknown", key=session[:120])
    return _Desk(held, device[:_KEY], desk.strip()[:_DESK], by).all(scans)


class _Desk:
    """One desk, one transaction: everybody who came, one after the other."""

    def __init__(self, session: Session, device: str, desk: str, by: Authority) -> None:
        self.session, self.device, self.desk, self.by = session, device, desk, by
        self.hall: Hall = hall_of(session.key)
        self.inside: set[int] = set(self.hall.people)
        self.now = clock.now()
        self.rows: list[Passage] = []

    def all(self, scans: Sequence[Scan]) -> list[Told]:
        """Every scan with its answer; the passages and the log are written at the end."""
        self._read(scans)
        told = [self._one(scan) for scan in scans]
        Passage.objects.bulk_create(self.rows)
        self._say([row for row in self.rows if row.result in _PASSED])
        return told

    def _read(self, scans: Sequence[Scan]) -> None:
        """The earlier passages, badges and people of all scans: four queries."""
        before = Passage.objects.filter(device=self.device, key__in=[scan.key for scan in scans])
        self.before = {row.key: row for row in before}
        self.refused: dict[str, str] = {}
        serials = dict(self._serials(scans))
        badges = Badge.objects.filter(serial__in=serials.values()).select_related("delegate")
        known = {badge.serial: badge for badge in badges}
        self.badges = {key: known.get(serial) for key, serial in serials.items()}
        numbers = {badge.delegate_id for badge in known.values()}
        numbers |= {scan.number for scan in scans} | {
            row.delegate_id for row in self.before.values()
        }
        self.people = _people(numbers)
        self.seen = last_entries(numbers)

    def _serials(self, scans: Iterable[Scan]) -> Iterator[tuple[str, str]]:
        for scan in scans:
            if not scan.code:
                continue
            try:
                yield scan.key, serial_of(scan.code)
            except Refusal as refusal:
                self.refused[scan.key] = refusal.code

    def _one(self, scan: Scan) -> Told:
        if (row := self.before.get(scan.key)) is not None:
            return replace(self._told(row), again=True)
        badge = self.badges.get(scan.key)
        number = badge.delegate_id if badge else scan.number
        person = self.people.get(number)
        if fault := self._fault(scan, badge, person):
            return Told(scan.key, fault)
        assert person is not None
        row = self._row(scan, badge, person)
        told = self._told(row)
        self._written(row)
        return told

    def _fault(self, scan: Scan, badge: Badge | None, person: Accreditation | None) -> str:
        """Why nobody is known by a scan; empty where somebody is."""
        if scan.key in self.refused:
            return self.refused[scan.key]
        if scan.code and badge is None:
            return "badge.unknown"
        if person is None:
            return "badge.withdrawn" if badge else "delegations.no-such-delegate"
        if person.delegate.delegation.session_id != self.session.pk:
            return "badge.other-session" if badge else "delegations.no-such-delegate"
        return ""

    def _row(self, scan: Scan, badge: Badge | None, person: Accreditation) -> Passage:
        way = Passage.Way.OUT if scan.way == Passage.Way.OUT else Passage.Way.IN
        return Passage(
            session=self.session, delegate=person.delegate, badge=badge, way=way,
            result=self._result(way, badge, person), device=self.device, key=scan.key,
            desk=self.desk, at=self.now, scanned=self._scanned(scan), account=self.by.actor,
        )  # fmt: skip

    def _result(self, way: str, badge: Badge | None, person: Accreditation) -> str:
        """Nobody is kept inside: who goes out passes with any badge."""
        inside = person.delegate_id in self.inside
        if way == Passage.Way.OUT:
            return Passage.Result.OUT if inside else Passage.Result.NOT_INSIDE
        if badge is not None and badge.revoked:
            return Passage.Result.REVOKED
        if clock.today() not in person.during:
            return Passage.Result.ENDED
        return Passage.Result.ALREADY if inside else Passage.Result.IN

    def _scanned(self, scan: Scan) -> datetime | None:
        """When a device says it read the badge, unless its clock is plainly wrong."""
        at = scan.scanned
        return at if at is not None and self.now - _LONGEST < at < self.now else None

    def _written(self, row: Passage) -> None:
        self.rows.append(row)
        self.before[row.key] = row
        if row.result == Passage.Result.IN:
            self.inside.add(row.delegate_id)
            self.seen[row.delegate_id] = Seen(row.desk, row.at)
        elif row.result == Passage.Result.OUT:
            self.inside.discard(row.delegate_id)

    def _told(self, row: Passage) -> Told:
        person = self.people[row.delegate_id]
        of, badge = person.delegate.delegation, row.badge
        already = row.result == Passage.Result.ALREADY
        return Told(
            row.key, row.result, row.delegate_id, person.names, of.party, person.rank, of.status,
            self.seen.get(row.delegate_id) if already else None,
            badge.revoked if badge else None, badge.reason if badge else "",
        )  # fmt: skip

    def _say(self, passed: Sequence[Passage]) -> None:
        """Tell the log of the plenary, of whoever is on its roll."""
        seat = Seat(self.hall.log, "system", account=self.by.actor, name=self.by.name)
        said = [(_said(row, self._party(row)), seat) for row in passed
                if self._party(row) in self.hall.called]  # fmt: skip
        for outcome in say_many(self.hall.log, said) if said else ():
            if outcome.refusal is not None:
                raise outcome.refusal

    def _party(self, row: Passage) -> str:
        return self.people[row.delegate_id].delegate.delegation.party


def _said(row: Passage, party: str) -> Said:
    more: Mapping[str, object] = {
        "who": [f"{party}/{row.delegate_id}"], "source": "badge" if row.badge_id else "desk",
        **({"scanned": row.scanned.isoformat()} if row.scanned else {}),
    }  # fmt: skip
    return Said(f"check_{row.way}", more=more, key=f"passage:{row.pk}")


def _people(numbers: Iterable[int]) -> dict[int, Accreditation]:
    """What is on record of delegates by number; of several accreditations the latest."""
    rows = Accreditation.objects.known().filter(delegate__in=numbers).order_by("during")
    return {row.delegate_id: row for row in rows.select_related("delegate__delegation")}
