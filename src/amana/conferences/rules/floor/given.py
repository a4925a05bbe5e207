"""What stands before the first event: a scenario's roll and the things already on the table.

The vocabulary is that of a meeting log: `profile`, `on` (the day whose rulebook holds; without it
the day of the first event that has a time), `roll`
(members, present, observers, names, without_vote, waivers, leave, credentials, other_organ) and
`given`. Each subject reads its own part of `given`, by `reads`.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from amana.conferences.rules.floor.events import delegation, spread
from amana.conferences.rules.floor.state import Floor, Roll, Withheld
from amana.conferences.rules.rulebook import rulebook
from amana.kernel.refusals import Refusal

__all__ = ["READERS", "floor_of", "reads"]

Reader = Callable[[Floor, Any], None]
READERS: dict[str, Reader] = {}


def reads(name: str) -> Callable[[Reader], Reader]:
    """Register who reads one key of `given`."""

    def registered(reader: Reader) -> Reader:
        READERS[name] = reader
        return reader

    return registered


def floor_of(scenario: Mapping[str, Any]) -> Floor:
    """The floor before the first event. Refused: `floor.scenario-unreadable`, `procedure.*`."""
    try:
        profile = scenario.get("profile", "oic")
        floor = Floor(rulebook(str(profile), _held_on(scenario)), roll_of(scenario.get("roll", {})))
        given = scenario.get("given", {})
        for name, reader in READERS.items():  # in the order of the subjects, not of the file
            if name in given:
                reader(floor, given[name])
    except (AttributeError, KeyError, TypeError, ValueError) as fault:
        raise Refusal(
            "floor.scenario-unreadable", why=f"{type(fault).__name__}: {fault}"
        ) from fault
    return floor


def _held_on(scenario: Mapping[str, Any]) -> date | None:
    """The day of the session: its rules are those in force that day, not those of today."""
    events = scenario.get("events", ())
    times = (event.get("at") for event in events if isinstance(event, Mapping))
    return _day(scenario.get("on") or next(filter(None, times), None))


def roll_of(record: Mapping[str, Any]) -> Roll:
    """Read a roll; `S001..S010` are ten members, `S001/a` a person of the first."""
    names = record.get("names", {})
    roll = Roll(members={key: names.get(key, key) for key in spread(record.get("members", ()))})
    roll.observers = {key: names.get(key, key) for key in spread(record.get("observers", ()))}
    for person in spread(record.get("present", ())):
        inside = person.partition("/")[2]
        roll.present.setdefault(delegation(person), set()).add(inside or "delegation")
    for entry in record.get("without_vote", ()):
        reason = Withheld(entry.get("why", "arrears"), entry.get("rule", ""))
        roll.withheld |= dict.fromkeys(spread(entry["states"]), reason)
    for entry in record.get("waivers", ()):
        roll.waivers[entry["state"]] = (_day(entry.get("from")), _day(entry.get("until")))
    for entry in record.get("leave", ()):
        roll.leaves[entry["state"]] = _day(entry.get("from")) or date.min
    roll.credentials |= _credentials(record.get("credentials", {}))
    roll.other_organ = tuple(spread(record.get("other_organ", ())))
    return roll


def _credentials(said: Any) -> dict[str, str]:
    """Each delegation's status, by its key or in a list of `{state or states, status}`."""
    if isinstance(said, Mapping):
        said = [{"states": [key], "status": status} for key, status in said.items()]
    found: dict[str, str] = {}
    for entry in said:
        status = str(entry.get("status") or "challenged")
        status = "rejected" if status.startswith("reject") else status
        found |= dict.fromkeys(spread(entry.get("states") or [entry["state"]]), status)
    return found


def _day(value: Any) -> date | None:
    if isinstance(value, str):
        return date.fromisoformat(value[:10])
    return value if isinstance(value, date) else None
