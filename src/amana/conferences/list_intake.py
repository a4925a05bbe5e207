"""A list of delegates against the session it is for: what is known to check it, and the result."""

from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from django.db.models import Q

from amana.conferences.delegations.checking import Entry, Known, checked
from amana.conferences.delegations.columns import plain
from amana.conferences.delegations.faults import Fault
from amana.conferences.delegations.grid import grid_of
from amana.conferences.delegations.lines import Lines, lines_of
from amana.conferences.models import Delegate, Delegation, UploadedList
from amana.conferences.participants import days_of_session
from amana.ground import clock
from amana.kernel.refusals import Refusal
from amana.organisation.api import roll
from amana.texts.reading.passages import Doubt

__all__ = ["ListRead", "forget", "keep", "known_of", "read_list", "waiting"]

LIFETIME = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ListRead:
    """A list as read: its rows, and either entries that are all sound, or faults."""

    digest: str
    lines: Lines
    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]
    doubts: tuple[Doubt, ...]


def read_list(session: str, data: bytes, name: str = "") -> ListRead:
    """Read and check a file: seven queries. Refused as `delegations.grid.grid_of` says."""
    known = known_of(session)
    grid = grid_of(data, name)
    lines = lines_of(grid, known.party_of)
    entries, faults = checked(lines.lines, known)
    sound = () if faults else tuple(entries)
    digest = sha256(data).hexdigest()
    return ListRead(digest, lines, sound, tuple(faults), tuple(grid.doubts))


def known_of(session: str) -> Known:
    """What the rows of a list are checked against.

    A delegation is known by every name that its state or organisation ever bore; a name of the
    day goes before one of another time, should two share it.
    """
    opens, closes = days_of_session(session)
    parties: dict[str, str] = {}
    for party, said in (*_names(session, opens), *_codes(session)):
        if key := plain(said):
            parties.setdefault(key, party)
    everybody = roll(on=opens)
    others = {
        plain(text)
        for entry in (*everybody.members, *everybody.observers, *everybody.former)
        for _, text in (*entry.names, *entry.official)
    }
    numbers = Delegate.objects.filter(
        delegation__session__key=session, accreditations__recorded__upper_inf=True
    )
    return Known(
        parties, frozenset(others - parties.keys() - {""}),
        dict(numbers.values_list("pk", "delegation__party")), opens, closes,
    )  # fmt: skip


def _names(session: str, day: date) -> list[tuple[str, str]]:
    """Party and name, those of the day first."""
    found: list[tuple[bool, str, str]] = []
    for of, more in (("state", "official"), ("body", "acronym")):
        known = Q(**{f"{of}__names__recorded__upper_inf": True})
        rows: Any = Delegation.objects.filter(known, session__key=session).values_list(
            "party", f"{of}__names__during", f"{of}__names__names", f"{of}__names__{more}"
        )
        found += [
            (day not in during, party, text)
            for party, during, *words in rows for each in words for _, text in each
        ]  # fmt: skip
    return [(party, text) for _, party, text in sorted(found)]


def _codes(session: str) -> list[tuple[str, str]]:
    rows = Delegation.objects.filter(session__key=session)
    codes = rows.values_list("party", "state__alpha3", "state__alpha2")
    return [(party, code) for party, *others in codes for code in (party, *others) if code]


# --- Between upload and import


def keep(session: Any, account: str, name: str, data: bytes) -> UploadedList:
    """Keep a list until it is imported; it replaces the one that waited, and old ones go."""
    now = clock.now()
    UploadedList.objects.filter(made__lt=now - LIFETIME).delete()
    found, _ = UploadedList.objects.update_or_create(
        session=session, account=account, defaults={"name": name[:200], "data": data, "made": now}
    )
    return found


def waiting(session: str, account: str) -> UploadedList:
    """The list that waits. Refused: `delegations.list-gone`."""
    young = clock.now() - LIFETIME
    rows = UploadedList.objects.filter(session__key=session, account=account, made__gte=young)
    found = rows.first()
    if found is None:
        raise Refusal("delegations.list-gone")
    return found


def forget(upload: UploadedList) -> None:
    """The list was taken in, or is wanted no longer."""
    UploadedList.objects.filter(pk=upload.pk).delete()
