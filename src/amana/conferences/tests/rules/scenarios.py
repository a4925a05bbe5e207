"""Play a meeting written as data and say where the floor answers otherwise than expected.

An event without `expect` must be accepted. `allowed` says accepted or refused, null either; `rule`
lists citations of which any one is enough; `facts` are numbers or days that the refusal must show;
`state` is a part of the state: lists whole and in order unless under `includes` or `excludes`.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from amana.conferences.rules.floor.fold import replay

__all__ = ["MEETINGS", "faults", "meeting"]

MEETINGS = Path(__file__).parent / "meetings"


def meeting(name: str) -> dict[str, Any]:
    """A meeting kept beside the tests."""
    read: dict[str, Any] = json.loads((MEETINGS / f"{name}.json").read_text("utf-8"))
    return read


def faults(scenario: Mapping[str, Any]) -> list[str]:
    """Each difference as a sentence, with the number of its event."""
    return [
        f"{event['n']} {event['do']}: {fault}"
        for event, answer in zip(scenario["events"], replay(scenario), strict=True)
        for fault in _differences(event.get("expect", {"allowed": True}), answer)
    ]


def _differences(expected: Mapping[str, Any], answer: Mapping[str, Any]) -> Iterator[str]:
    allowed = expected.get("allowed", True)
    if allowed is not None and answer["allowed"] is not allowed:
        yield f"allowed is {answer['allowed']}: {answer.get('reason', '')}"
    cited = expected.get("rule", ())
    if cited and not any(_cites(one, answer["rule"]) for one in cited):
        yield f"cites {answer['rule']}, not one of {list(cited)}"
    said = json.dumps(answer.get("facts", {}), default=str) + str(answer.get("reason"))
    for name, fact in expected.get("facts", {}).items():
        if str(fact) not in said:
            yield f"does not show {name} {fact}"
    for name, value in expected.get("state", {}).items():
        yield from _missing(name, value, answer["state"].get(name))


def _cites(one: str, answered: list[str]) -> bool:
    return any(one in rule or rule in one for rule in answered)


def _missing(where: str, expected: Any, found: Any) -> Iterator[str]:
    if isinstance(expected, Mapping) and set(expected) <= {"includes", "excludes"} and expected:
        text = found if isinstance(found, list) else [found]
        for one in expected.get("includes", ()):
            if not any(_holds(one, item) for item in text):
                yield f"{where} lacks {one!r}: {found!r}"
        for one in expected.get("excludes", ()):
            if any(_holds(one, item) for item in text):
                yield f"{where} holds {one!r}"
    elif isinstance(expected, Mapping) and expected:
        if not isinstance(found, Mapping):
            yield f"{where} is {found!r}, not {dict(expected)!r}"
            return
        for name, value in expected.items():
            yield from _missing(f"{where}.{name}", value, found.get(name))
    elif expected != found and not (expected is None and found in (None, [], {})):
        yield f"{where} is {found!r}, not {expected!r}"


def _holds(one: Any, item: Any) -> bool:
    return one == item or (isinstance(one, str) and isinstance(item, str) and one in item)
