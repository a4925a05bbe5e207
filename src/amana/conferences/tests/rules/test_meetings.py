"""Every meeting kept beside the tests, played; and what holds for any meeting whatever."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amana.conferences.rules.floor.acts import ACTS
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.fold import apply, replay
from amana.conferences.rules.floor.given import floor_of
from amana.conferences.rules.floor.shown import shown
from amana.conferences.tests.rules.scenarios import MEETINGS, faults, meeting

NAMES = sorted(path.stem for path in MEETINGS.glob("*.json"))
STATES = [f"S00{number}" for number in range(1, 10)]
SCENARIO: dict[str, Any] = {
    "profile": "un-ga",
    "roll": {
        "members": STATES, "present": STATES[:7], "observers": ["O001"],
        "without_vote": [{"states": ["S007"], "why": "arrears", "rule": "UN Charter 19"}],
    },
    "given": {
        "meeting": "open", "item": "I1", "debate": "open",
        "proposals": [{"id": "P2", "sponsors": ["S002", "S003"]},
                      {"id": "P1", "sponsors": ["S001"], "parts": ["PP1", "OP1", "OP2"]}],
        "amendments": [{"id": "A1", "of": "P1", "by": "S004", "change": "adds a paragraph"}],
        "contests": [{"id": "E1", "places": 1, "majority": "two_thirds", "candidates": ["A", "B"]}],
    },
}  # fmt: skip
WHO = st.sampled_from([*STATES, "O001", "chair", "secretariat", "tellers", "rapporteur", "X1"])
WHAT = st.sampled_from(["P1", "P2", "A1", "P1/OP1", "M1", "M2", "AP1", "E1", "none", ""])
MOTIONS = st.sampled_from([
    "suspend_meeting", "adjourn_meeting", "adjourn_debate", "close_debate", "competence",
    "reconsideration", "division", "order_of_voting", "time_limit", "important_question",
])  # fmt: skip
EVENTS = st.builds(
    lambda do, by, what, motion, answer, to, votes: {
        "do": do, "by": by, "on": what, "of": what, "question": what, "what": what,
        "motion": motion, "answer": answer, "to": to, "contest": "E1", "votes": votes,
        "method": "recorded", "share": "2/3", "members": 9, "ballot": 1, "order": ["A1"],
        "parts": ["OP1"], "change": "editorial", "for": "speech", "side": "for",
        "about": what, "ruling": "stands",
    },
    st.sampled_from(sorted(ACTS)), WHO, WHAT, MOTIONS,
    st.sampled_from(["yes", "no", "abstain", "pass"]), WHO,
    st.dictionaries(st.sampled_from(["A", "B"]), st.integers(0, 9), max_size=2),
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_meeting(name: str) -> None:
    assert faults(meeting(name)) == []


def test_there_are_meetings() -> None:
    assert NAMES


@given(st.lists(EVENTS, max_size=40))
def test_any_events_fold_and_a_refused_one_changes_nothing(events: list[dict[str, Any]]) -> None:
    floor = floor_of(SCENARIO)
    for number, record in enumerate(events, 1):
        before = copy.deepcopy(floor)
        answer = apply(floor, Event.of(record, number))
        if not answer.allowed:
            assert answer.refusal is not None
            assert answer.refusal.sentence("ar")
            before.shown, before.record = floor.shown, floor.record
            assert floor == before, record
        json.dumps(shown(floor))


@given(st.lists(EVENTS, max_size=30))
def test_the_same_events_give_the_same_meeting(events: list[dict[str, Any]]) -> None:
    scenario = SCENARIO | {"events": events}
    assert list(replay(scenario)) == list(replay(scenario))


@given(st.lists(st.tuples(st.sampled_from(STATES), st.sampled_from(["yes", "no", "abstain"]))))
def test_a_tally_equals_the_log(casts: list[tuple[str, str]]) -> None:
    """A delegation's last answer counts, once; who has no vote or is absent is not in it."""
    events: list[dict[str, Any]] = [
        {"do": "start_voting", "by": "chair", "question": "P2", "method": "recorded"}
    ]
    events += [{"do": "cast", "by": who, "answer": answer} for who, answer in casts]
    given = {"meeting": "open", "item": "I1", "proposals": [{"id": "P2", "sponsors": ["S002"]}]}
    answers = list(replay(SCENARIO | {"given": given, "events": events}))
    assert answers[0]["allowed"], answers[0]
    last = {who: answer for who, answer in casts if who in STATES[:6]}
    said = list(last.values())
    assert answers[-1]["state"]["tally"] == {
        answer: said.count(answer) for answer in ("yes", "no", "abstain")
    }
