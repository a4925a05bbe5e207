"""An election announced: its places, its candidates, the majority that elects. Rules 92 to 94.

What was not on the floor before its first event comes onto it by this one, so that the log alone
says what was voted on. Candidates are an announcement, no nominations: an unrestricted ballot is
open to every eligible member (rule 92).
"""

from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.contest import contest_of
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.state import Floor
from amana.conferences.rules.majorities import majority_named
from amana.kernel.refusals import Refusal

__all__: list[str] = []


@act("announce_election", "chair", meeting=False)
def announce_election(floor: Floor, event: Event) -> tuple[str, ...]:
    """The chair announces an election, in the words in which a log gives a contest."""
    name = str(event["contest"])
    if name in floor.contests or not name or "/" in name:
        raise OutOfOrder("floor.contest-known", "elections", contest=name or "?")
    try:
        found = contest_of({**event.more, "id": name}, floor.rules["default_majority"])
        sound = found.places >= 1 and not found.elected and found.status == "open"
        if isinstance(found.majority, str) and not found.majority.isdecimal():
            majority_named(found.majority, "yes_no")
    except (AttributeError, KeyError, TypeError, ValueError) as fault:
        raise Refusal("floor.event-unreadable", number=event.n, why=str(fault)) from fault
    if not sound:
        raise Refusal("floor.event-unreadable", number=event.n, why="places")
    floor.contests[name] = found
    floor.last_contest = name
    floor.record.append(f"{name}: election announced, places {found.places}")
    return ("elections",)
