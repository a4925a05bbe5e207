"""From rows to entries, or to faults: every fault of every row, and nothing half taken in."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from amana.conferences.delegations.columns import plain
from amana.conferences.delegations.faults import Fault
from amana.conferences.delegations.lines import Line
from amana.conferences.delegations.values import (
    day_of,
    is_address,
    protocol_of,
    rank_of,
    script_of,
    spoken,
)
from amana.kernel.words import Words

__all__ = ["Entry", "Known", "checked", "folded_names"]

LONGEST_NAME = 200
LONGEST_TITLE = 300
_NUMBER = re.compile(r"(.+)/(\d{1,12})")
Note = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Known:
    """What a list is checked against: parties by their plain names and codes, delegates, days."""

    parties: Mapping[str, str]  # plain name or code -> party
    elsewhere: frozenset[str]  # plain names of states that take no part in the session
    numbers: Mapping[int, str]  # delegate -> party
    opens: date
    closes: date | None

    def party_of(self, said: str) -> str:
        """The party that a name or a code means; empty for none. `Egypt (EGY)` is Egypt."""
        whole = self.parties.get(plain(said), "")
        return whole or self.parties.get(plain(said.partition("(")[0]), "")


@dataclass(frozen=True, slots=True)
class Entry:
    """A sound row. Empty is what the row does not say: an import leaves that as it is."""

    sheet: str
    row: int
    party: str
    names: Words
    title: Words
    rank: str = ""
    protocol: str = ""
    email: str = ""
    since: date | None = None
    until: date | None = None
    number: int | None = None


@dataclass(slots=True)
class _Met:
    """Who was met in the rows above: heads by party, persons by party and name."""

    heads: dict[str, str] = field(default_factory=dict)
    persons: dict[tuple[str, str], str] = field(default_factory=dict)


def checked(lines: Iterable[Line], known: Known) -> tuple[list[Entry], list[Fault]]:
    """The entries of a list and every fault in it. With one fault, no entry may be used."""
    entries: list[Entry] = []
    faults: list[Fault] = []
    met = _Met()
    for line in lines:
        found: list[Fault] = []
        entry = _entry(line, known, _noting(line, found))
        _met_before(line, entry, met, _noting(line, found))
        entries.append(entry)
        faults += found
    return entries, faults


def folded_names(names: Words) -> list[str]:
    """A name in each of its scripts, whatever the order of its parts: KHAN Ali is Ali Khan."""
    said = dict.fromkeys(" ".join(sorted(plain(text).split())) for _, text in names if text)
    return [each for each in said if each]


def _noting(line: Line, into: list[Fault]) -> Note:
    def note(column: str, code: str, value: str = "", **facts: object) -> None:
        said = value or line[column]
        into.append(Fault(line.sheet, line.row, column, said, code, facts))

    return note


def _entry(line: Line, known: Known, note: Note) -> Entry:
    for column in line.formulas:
        note(column, "delegations.row-formula")
    party = _party(line, known, note)
    since, until = _days(line, known, note)
    return Entry(
        line.sheet, line.row, party, _names(line, note), _title(line, note),
        _ranked(line, "rank", rank_of, "delegations.row-rank", note),
        _ranked(line, "protocol", protocol_of, "delegations.row-protocol", note),
        _email(line, note), since, until, _number(line, party, known, note),
    )  # fmt: skip


def _party(line: Line, known: Known, note: Note) -> str:
    said = line["party"]
    party = known.party_of(said)
    if not said:
        note("party", "delegations.row-no-state")
    elif not party and plain(said) in known.elsewhere:
        note("party", "delegations.row-no-part")
    elif not party:
        note("party", "delegations.row-state")
    return party


def _names(line: Line, note: Note) -> Words:
    """The name in both scripts, each where it belongs; a lone column may hold either."""
    latin = " ".join(filter(None, (line["given"], line["family"] or line["name"])))
    arabic = line["name_ar"]
    if script_of(latin) == "ar" and not arabic:
        latin, arabic = "", latin
    if script_of(arabic) == "latin" and not latin:
        latin, arabic = arabic, ""
    names = Words(ar=arabic, en=latin)
    column = "name" if latin or not arabic else "name_ar"
    if not names:
        note("name", "delegations.row-no-name")
    elif not any(script_of(text) for _, text in names):
        note(column, "delegations.row-name-letters", latin or arabic)
    elif max(len(latin), len(arabic)) > LONGEST_NAME:
        note(column, "delegations.row-too-long", limit=LONGEST_NAME)
    return names


def _title(line: Line, note: Note) -> Words:
    said = {lang: line[f"title_{lang}"] for lang in ("ar", "en", "fr")}
    for lang in ("en", "fr"):
        if script_of(said[lang]) == "ar" and not said["ar"]:
            said["ar"], said[lang] = said[lang], ""
    for lang, text in said.items():
        if len(text) > LONGEST_TITLE:
            note(f"title_{lang}", "delegations.row-too-long", text, limit=LONGEST_TITLE)
    return Words(**said)


def _ranked(line: Line, column: str, read: Callable[[str], str], code: str, note: Note) -> str:
    said = line[column]
    found = read(said) if said else ""
    if said and not found:
        note(column, code)
    return found


def _email(line: Line, note: Note) -> str:
    said = line["email"]
    if said and not is_address(said):
        note("email", "delegations.row-email")
    return said.lower()


def _days(line: Line, known: Known, note: Note) -> tuple[date | None, date | None]:
    """The days of accreditation: readable, in order, and within the session."""
    found: dict[str, date | None] = {}
    for column in ("since", "until"):
        said = line[column]
        day = found[column] = day_of(said) if said else None
        if said and day is None:
            note(column, "delegations.row-day")
        elif day and not _within(day, known):
            days = {"opens": spoken(known.opens), "closes": spoken(known.closes)}
            note(column, "delegations.row-outside", **days)
    since, until = found["since"], found["until"]
    if since and until and until < since:
        note("until", "delegations.row-backwards")
    return since, until


def _within(day: date, known: Known) -> bool:
    return known.opens <= day and (known.closes is None or day <= known.closes)


def _number(line: Line, party: str, known: Known, note: Note) -> int | None:
    said = line["number"]
    if not said:
        return None
    found = _NUMBER.fullmatch(said)
    number = int(found[2]) if found else 0
    if number not in known.numbers or (party and known.numbers[number] != party):
        note("number", "delegations.row-number")
        return None
    return number


def _met_before(line: Line, entry: Entry, met: _Met, note: Note) -> None:
    """A person who stands above already, and a second head."""
    if not entry.party:
        return
    here = f"{line.sheet}!{line.row}" if line.sheet else str(line.row)
    same = [f"/{entry.number}"] if entry.number else []
    keys = [(entry.party, each) for each in (*same, *folded_names(entry.names))]
    above = next((met.persons[key] for key in keys if key in met.persons), "")
    if above:
        note("name" if entry.names.en else "name_ar", "delegations.row-twice", above=above)
    met.persons |= dict.fromkeys(keys, above or here)
    if entry.rank == "head" and not above:
        if entry.party in met.heads:
            note("rank", "delegations.row-two-heads", above=met.heads[entry.party])
        met.heads.setdefault(entry.party, here)
