"""Measure the fold of a meeting: `python -m bench.floor [--events 5000]`.

A day of 193 members: check-ins, a list of speakers, motions, recorded votes delegation by
delegation. CPU time of the fold alone (what the live floor does for each event), and of the fold
with the whole state shown once at the end. Medians and worst of fifteen runs.
"""

import sys
import time
from collections.abc import Iterator
from typing import Any

from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.fold import apply
from amana.conferences.rules.floor.given import floor_of
from amana.conferences.rules.floor.shown import shown

STATES = [f"S{number:03d}" for number in range(1, 194)]
SCENARIO: dict[str, Any] = {
    "profile": "un-ga",
    "roll": {"members": STATES, "present": STATES[:150]},
    "given": {"meeting": "open", "item": "I1", "debate": "open"},
}


def events(number: int) -> Iterator[dict[str, Any]]:
    """So many events, all in order: speeches, then a proposal and its recorded vote, and again."""
    said, round_ = 0, 0
    while True:
        round_ += 1
        for record in _round(round_):
            yield record
            said += 1
            if said == number:
                return


def _round(number: int) -> Iterator[dict[str, Any]]:
    for state in STATES[:20]:
        yield {"do": "request_floor", "by": state}
        yield {"do": "give_floor", "by": "chair", "to": state, "for": "speech"}
        yield {"do": "end_speech", "by": state}
    name = f"P{number}"
    yield {"do": "propose", "by": "S001", "id": name}
    yield {"do": "start_voting", "by": "chair", "question": name, "method": "recorded"}
    for place, state in enumerate(STATES[:150]):
        yield {
            "do": "cast",
            "by": state,
            "answer": "no" if place % 3 else "yes",
            "key": f"{name}{state}",
        }
    yield {"do": "close_voting", "by": "chair"}


def main() -> None:
    count = int(sys.argv[sys.argv.index("--events") + 1]) if "--events" in sys.argv else 5_000
    log = [Event.of(record, n) for n, record in enumerate(events(count), 1)]
    folds, shows = [], []
    for _ in range(15):
        floor = floor_of(SCENARIO)
        began = time.process_time()
        refused = [answer for event in log if not (answer := apply(floor, event)).allowed]
        folds.append((time.process_time() - began) * 1000)
        began = time.process_time()
        shown(floor)
        shows.append((time.process_time() - began) * 1000)
    if refused:
        print("refused:", refused[0].do, refused[0].refusal)
    for name, times in (("fold", folds), ("whole state shown", shows)):
        ordered = sorted(times)
        print(f"{name}, {count} events: median {ordered[7]:.1f} ms, worst {ordered[-1]:.1f} ms")


if __name__ == "__main__":
    main()
