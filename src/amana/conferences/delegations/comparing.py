"""What an import would change: who is new, who is changed and in what, who is no longer listed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from amana.conferences.delegations.checking import Entry, folded_names
from amana.kernel.words import Words

__all__ = ["Change", "Comparison", "Person", "compared"]


@dataclass(frozen=True, slots=True)
class Person:
    """A delegate as on record, or as an import would make one (`pk` 0). Days are both included."""

    pk: int
    party: str
    names: Words
    title: Words
    rank: str
    protocol: str
    email: str
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Change:
    """A delegate before and after, and the columns in which the two differ."""

    before: Person
    after: Person
    columns: tuple[str, ...]


@dataclass(slots=True)
class Comparison:
    """A list against the record. `gone` are offered for withdrawal; an import leaves them alone."""

    new: list[Person] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    same: list[Person] = field(default_factory=list)
    gone: list[Person] = field(default_factory=list)

    @property
    def says_nothing_new(self) -> bool:
        """Whether an import would write nothing."""
        return not self.new and not self.changed

    @property
    def parties(self) -> int:
        """How many delegations the list speaks of."""
        listed = (*self.new, *self.same, *(change.after for change in self.changed))
        return len({person.party for person in listed})

    @property
    def listed(self) -> int:
        """How many delegates the list names."""
        return len(self.new) + len(self.changed) + len(self.same)

    def two_heads(self, withdrawn: Collection[int] = ()) -> dict[str, list[Words]]:
        """Delegations that would have more than one head, with the names of those."""
        stay = [person for person in self.gone if person.pk not in withdrawn]
        after = (*self.new, *self.same, *(change.after for change in self.changed), *stay)
        heads: dict[str, list[Words]] = {}
        for person in after:
            if person.rank == "head":
                heads.setdefault(person.party, []).append(person.names)
        return {party: names for party, names in heads.items() if len(names) > 1}


def compared(
    entries: Iterable[Entry], record: Iterable[Person], days: tuple[date, date | None]
) -> Comparison:
    """Each entry against the person it means: by number, or by name in either script.

    Not by e-mail: a delegation may have one address for all.

    `days` are those of the session, for whoever has none of their own.
    """
    people = list(record)
    index = _Index(people)
    found = Comparison()
    entries = list(entries)
    met: set[int] = set()
    for entry in entries:
        before = index.meant(entry, met)
        if before is None:
            found.new.append(_new(entry, days))
            continue
        met.add(before.pk)
        change = _change(before, entry)
        if change.columns:
            found.changed.append(change)
        else:
            found.same.append(before)
    listed = {entry.party for entry in entries}
    found.gone = [one for one in people if one.party in listed and one.pk not in met]
    return found


class _Index:
    """Who is on record, by number and by what identifies a person within a delegation."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.numbers: dict[int, Person] = {}
        self.names: dict[tuple[str, str], list[Person]] = {}
        for person in people:
            self.numbers[person.pk] = person
            for name in folded_names(person.names):
                self.names.setdefault((person.party, name), []).append(person)

    def meant(self, entry: Entry, met: Collection[int]) -> Person | None:
        """Whom an entry means, of those whom no entry before it meant."""
        if entry.number is not None:
            return self.numbers.get(entry.number)
        named = (self.names.get((entry.party, name), ()) for name in folded_names(entry.names))
        candidates = (person for each in named for person in each)
        return next((person for person in candidates if person.pk not in met), None)


def _new(entry: Entry, days: tuple[date, date | None]) -> Person:
    return Person(
        0, entry.party, entry.names, entry.title, entry.rank or "delegate",
        entry.protocol or "other", entry.email, entry.since or days[0], entry.until or days[1],
    )  # fmt: skip


def _change(before: Person, entry: Entry) -> Change:
    """What the entry says over what is on record; what it does not say stays."""
    after = replace(
        before,
        names=_over(before.names, entry.names),
        title=_over(before.title, entry.title),
        rank=entry.rank or before.rank,
        protocol=entry.protocol or before.protocol,
        email=entry.email or before.email,
        since=entry.since or before.since,
        until=entry.until or before.until,
    )
    return Change(before, after, tuple(_different(before, after)))


def _over(before: Words, said: Words) -> Words:
    return Words.of({**before.as_dict(), **said.as_dict()})


def _different(before: Person, after: Person) -> Iterable[str]:
    pairs = {
        "name_ar": (before.names.ar, after.names.ar), "name": (before.names.en, after.names.en),
        **{f"title_{lang}": (text, getattr(after.title, lang)) for lang, text in before.title},
        **{each: (getattr(before, each), getattr(after, each))
           for each in ("rank", "protocol", "email", "since", "until")},
    }  # fmt: skip
    return (column for column, (old, new) in pairs.items() if old != new)
