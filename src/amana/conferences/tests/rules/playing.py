"""Short meetings for the tests: ten members that vote, one that does not, one line an event."""

from collections.abc import Iterable
from typing import Any

from amana.conferences.rules.floor.fold import replay

__all__ = ["ask", "play", "said", "state", "vote"]

STATES = [f"S{number:03d}" for number in range(1, 12)]

ARREARS = [{"states": ["S011"], "why": "arrears", "rule": "UN Charter 19"}]

Event = dict[str, Any]


def said(do: str, by: Any = "chair", **more: Any) -> Event:
    """One event; `of_`, `for_` … stand for words that Python keeps to itself."""
    return {"do": do, "by": by} | {name.rstrip("_"): value for name, value in more.items()}


def vote(question: str, yes: int, no: int, abstain: int = 0, **more: Any) -> list[Event]:
    """A recorded vote from its beginning to its close, the first delegations for."""
    answers = [("yes", yes), ("no", no), ("abstain", abstain)]
    events, start = [said("start_voting", question=question, method="recorded", **more)], 0
    for answer, number in answers:
        if number:
            events.append(said("cast", STATES[start : start + number], answer=answer))
        start += number
    return [*events, said("close_voting")]


def play(*events: Event | list[Event], profile: str = "un-ga", **given: Any) -> list[Event]:
    """The answers to all events; the last member has no vote and is not there."""
    scenario = {
        "profile": profile,
        "roll": {
            "members": STATES,
            "present": STATES[:10],
            "observers": ["O001"],
            "without_vote": ARREARS,
        },
        "given": {"meeting": "open", "item": "I1", "debate": "open", **given},
        "events": list(_flat(events)),
    }
    return list(replay(scenario))


def _flat(events: Iterable[Event | list[Event]]) -> Iterable[Event]:
    for one in events:
        yield from one if isinstance(one, list) else [one]


def ask(*events: Event | list[Event], profile: str = "un-ga", **given: Any) -> Event:
    """The answer to the last event; all before it must have been in order."""
    *before, last = play(*events, profile=profile, **given)
    refused = [answer for answer in before if not answer["allowed"]]
    assert not refused, refused
    return last


def state(*events: Event | list[Event], profile: str = "un-ga", **given: Any) -> dict[str, Any]:
    """The state after events that were all in order."""
    last = ask(*events, profile=profile, **given)
    assert last["allowed"], last
    found: dict[str, Any] = last["state"]
    return found
