"""Amendments: their order, what they imply, sub-amendments, acceptance, what is an amendment."""

from typing import Any

import pytest

from amana.conferences.rules.floor.distance import change_of
from amana.conferences.tests.rules.playing import ask, play, said, state, vote

FUND = {"id": "P1", "sponsors": ["S001", "S002"], "text": {"OP1": "a fund of 10 million"}}
CHANGES = {"A1": "15", "A2": "40", "A3": "5", "A4": "delete the paragraph", "A5": "add 'voluntary'"}
MOVED = [
    {"id": name, "of": "P1", "by": "S005", "change": change} for name, change in CHANGES.items()
]
GIVEN: dict[str, Any] = {"proposals": [FUND], "amendments": MOVED}
LABELS = said(
    "confirm_consequences",
    consequences={
        "A4": {"implies_rejection_of": ["A2", "A1", "A3", "A5"]},
        "A2": {"implies_rejection_of": ["A1", "A3"], "compatible_with": ["A5"]},
    },
)


def amendment(name: str, of: str = "P1", by: str = "S005", **more: Any) -> dict[str, Any]:
    return {"id": name, "of": of, "by": by, "change": "editorial"} | more


# --- The order


def test_the_furthest_removed_is_put_first_and_of_equals_the_first_submitted() -> None:
    shown = state(said("observe"), **GIVEN)["amendments"]
    assert shown["proposed_order"] == ["A4", "A2", "A1", "A3", "A5"]
    assert shown["decided_order"] is None
    assert shown["next"] == "A4"
    assert ["A2", "A1"] in shown["suspected_conflicts"]


@pytest.mark.parametrize(
    ("words", "kind", "size"),
    [
        ("deletes operative paragraph 3", "delete_operative", 0),
        ("delete OP2", "delete_operative", 0),
        ("replaces paragraph 4 by a new one", "replace_operative", 0),
        ("replaces 'requests' by 'urges'", "verb", 0),
        ("replace 10 by 25", "quantity", 15),
        ("1 000 experts", "quantity", 990),
        ("adds a paragraph", "add_paragraph", 0),
        ("adds a preambular paragraph", "preamble", 0),
        ("deletes PP2", "preamble", 0),
        ("corrects the spelling", "editorial", 0),
    ],
)
def test_what_the_words_of_a_change_tell(words: str, kind: str, size: int) -> None:
    change = change_of(words, {"OP1": "a panel of 10 experts"})
    assert (change.kind, change.size) == (kind, size)


def test_one_order_over_the_whole_text() -> None:
    moved = [
        amendment("A1", change={"kind": "quantity", "target": "OP1", "from": 1, "to": 2}),
        amendment("A2", change={"kind": "quantity", "target": "OP9", "from": 1, "to": 9}),
    ]
    shown = state(said("observe"), proposals=[FUND], amendments=moved)["amendments"]
    assert shown["proposed_order"] == ["A2", "A1"]
    assert shown["suspected_conflicts"] == []


def test_the_chair_decides_and_both_orders_stay() -> None:
    order = ["A2", "A4", "A1", "A3", "A5"]
    shown = state(said("decide_order", order=order), **GIVEN)["amendments"]
    assert (shown["decided_order"], shown["next"]) == (order, "A2")
    assert shown["proposed_order"][0] == "A4"
    decided = said("decide_order", order=order)
    assert not ask(decided, said("start_voting", question="A4"), **GIVEN)["allowed"]
    assert not ask(said("decide_order", order=["A2"]), **GIVEN)["allowed"]


def test_an_appeal_against_the_order_brings_the_proposed_one_back() -> None:
    decided = said("decide_order", order=["A5", "A4", "A2", "A1", "A3"])
    events = [decided, said("appeal", "S003", id="AP1"), *vote("AP1", 6, 2)]
    assert state(*events, **GIVEN)["amendments"]["next"] == "A4"


def test_what_comes_after_the_decision_goes_where_it_belongs() -> None:
    decided = said("decide_order", order=["A4", "A2", "A1", "A3", "A5"])
    late = said("amend", "S007", id="A6", of="P1", change="30")
    events = [decided, late, said("observe"), *vote("A4", 1, 5), *vote("A2", 1, 5)]
    assert state(*events, **GIVEN)["amendments"]["next"] == "A6"


# --- What one implies for another


def test_when_the_deletion_carries_nothing_else_is_put() -> None:
    shown = state(LABELS, *vote("A4", 6, 2), **GIVEN)
    assert shown["amendments"]["not_put"] == dict.fromkeys(["A1", "A2", "A3", "A5"], "A4")
    assert shown["amendments"]["next"] is None


def test_a_compatible_one_is_still_put() -> None:
    events = [LABELS, *vote("A4", 2, 6), *vote("A2", 6, 2)]
    shown = state(*events, **GIVEN)["amendments"]
    assert (shown["next"], shown["not_put"]) == ("A5", {"A1": "A2", "A3": "A2"})
    refused = ask(*events, said("start_voting", question="A1"), **GIVEN)
    assert not refused["allowed"]
    assert "A2" in refused["reason"]
    assert refused["rule"] == ["GA 90"]


def test_amendments_go_before_the_proposal_and_it_is_put_as_amended() -> None:
    first = ask(said("start_voting", question="P1"), **GIVEN)
    assert (first["allowed"], first["rule"]) == (False, ["GA 90"])
    events = [LABELS, *vote("A4", 2, 6), *vote("A2", 6, 2), *vote("A5", 6, 2), *vote("P1", 7, 2)]
    proposal = state(*events, **GIVEN)["proposal"]
    assert (proposal["status"], proposal["amended_by"]) == ("adopted_by_vote", ["A2", "A5"])


def test_if_all_fail_the_proposal_is_put_as_it_stood() -> None:
    events = [event for name in ("A4", "A2", "A1", "A3", "A5") for event in vote(name, 2, 6)]
    proposal = state(*events, *vote("P1", 7, 2), **GIVEN)["proposal"]
    assert (proposal["status"], proposal["amended_by"]) == ("adopted_by_vote", [])


# --- Majorities and equal votes


def test_an_amendment_needs_the_majority_of_its_text() -> None:
    important = {"proposals": [FUND | {"important": True}], "amendments": [amendment("A1")]}
    decision = state(*vote("A1", 5, 4), **important)["decision"]
    assert (decision["required"], decision["outcome"]) == (6, "not_adopted")
    assert "GA 84" in ask(*vote("A1", 5, 4), **important)["rule"]
    oic = state(*vote("A1", 5, 4), profile="oic", **GIVEN | {"amendments": [amendment("A1")]})
    assert oic["decision"]["majority"] == "two_thirds"


def test_an_equal_vote_on_an_amendment_waits_for_its_second_vote() -> None:
    given = {"proposals": [FUND], "amendments": [amendment("A1")]}
    tie = vote("A1", 5, 5, at="2026-10-08T15:00:00")
    assert state(*tie, **given)["decision"]["outcome"] == "tie_second_vote"
    whole = said("start_voting", question="P1", at="2026-10-08T16:00:00")
    assert not ask(*tie, whole, **given)["allowed"]
    assert ask(*tie, whole | {"at": "2026-10-10T15:00:01"}, **given)["allowed"]


def test_one_that_waits_for_its_second_vote_does_not_hold_up_the_others() -> None:
    given = {"proposals": [FUND], "amendments": [amendment("A1"), amendment("A2")]}
    tie = vote("A1", 5, 5)
    assert state(*tie, **given)["amendments"]["next"] == "A2"
    done = [*tie, *vote("A2", 6, 2)]
    assert state(*done, **given)["amendments"]["next"] is None
    assert not ask(*done, said("start_voting", question="P1"), **given)["allowed"]
    later = [said("adjourn_for_the_day"), said("open_meeting")]
    assert state(*done, *later, **given)["amendments"]["next"] == "A1"
    assert state(*done, *later, *vote("A1", 6, 4), **given)["amendments"]["next"] is None


# --- Sub-amendments


def test_a_sub_amendment_goes_just_before_its_amendment_and_no_deeper() -> None:
    sub = said("sub_amend", "S006", id="B1", of="A2", change="35")
    assert state(sub, **GIVEN)["amendments"]["proposed_order"] == [
        "A4", "B1", "A2", "A1", "A3", "A5",
    ]  # fmt: skip
    deeper = ask(sub, said("sub_amend", "S007", id="C1", of="B1", change="36"), **GIVEN)
    assert (deeper["allowed"], deeper["rule"]) == (False, ["GA 90", "section 6"])
    wrong = said("decide_order", order=["A4", "A2", "B1", "A1", "A3", "A5"])
    assert not ask(sub, wrong, **GIVEN)["allowed"]
    first = ask(sub, *vote("A4", 1, 6), said("start_voting", question="A2"), **GIVEN)
    assert (first["allowed"], first["facts"]["first"]) == (False, "B1")


def test_a_sub_amendment_falls_with_its_amendment() -> None:
    sub = said("sub_amend", "S006", id="B1", of="A2", change="35")
    gone = state(sub, said("withdraw", "S005", what="A2"), said("observe", of="B1"), **GIVEN)
    assert gone["amendment"] == gone["amendment"] | {"id": "B1", "status": "lapsed"}
    aside = state(sub, LABELS, *vote("A4", 6, 1), **GIVEN)["amendments"]
    assert aside["not_put"]["B1"] == "A4"


# --- Withdrawn and taken over


def test_an_amendment_taken_over_keeps_its_time() -> None:
    gone = said("withdraw", "S005", what="A1")
    assert "A1" not in state(gone, **GIVEN)["amendments"]["proposed_order"]
    shown = state(gone, said("take_over", "S008", what="A1"), **GIVEN)
    assert shown["amendments"]["proposed_order"] == ["A4", "A2", "A1", "A3", "A5"]
    assert shown["amendment"] == shown["amendment"] | {"id": "A1", "by": "S008", "to": "P1"}
    assert ask(said("withdraw", "S006", what="A1"), **GIVEN)["rule"] == ["GA 80"]


# --- Accepted or declined by the sponsors


def test_an_amendment_that_every_sponsor_accepts_is_not_put() -> None:
    given = {"proposals": [FUND], "amendments": [amendment("A1")]}
    one = said("accept_amendment", "S001", amendment="A1")
    half = state(one, **given)["amendment"]
    assert (half["status"], half["accepted_by"]) == ("tabled", ["S001"])
    assert not ask(one, said("start_voting", question="P1"), **given)["allowed"]
    both = [one, said("accept_amendment", "S002", amendment="A1")]
    done = state(*both, **given)
    assert done["amendment"]["status"] == "accepted"
    assert (done["proposal"]["revision"], done["proposal"]["amended_by"]) == (1, ["A1"])
    assert ask(*both, said("start_voting", question="P1"), **given)["allowed"]
    assert not ask(*both, said("start_voting", question="A1"), **given)["allowed"]
    stranger = ask(said("accept_amendment", "S009", amendment="A1"), **given)
    assert (stranger["allowed"], "section 4" in stranger["rule"]) == (False, True)


def test_one_sponsor_that_declines_makes_it_hostile() -> None:
    given = {"proposals": [FUND], "amendments": [amendment("A1")]}
    events = [
        said("accept_amendment", "S001", amendment="A1"),
        said("decline_amendment", "S002", amendment="A1"),
    ]
    assert state(*events, **given)["amendment"]["status"] == "hostile"
    assert ask(*events, said("start_voting", question="A1"), **given)["allowed"]
    left = state(*events, said("sponsor_leave", "S002", of="P1"), **given)
    assert left["amendment"]["status"] == "accepted"


# --- Is it an amendment?


def test_a_text_that_replaces_the_whole_is_a_proposal_if_the_chair_rules_so() -> None:
    whole = said("amend", "S006", id="A9", of="P1", change="replaces the whole text")
    given = {"proposals": [FUND]}
    assert state(whole, **given)["amendment"]["suggestion"] == "new_proposal"
    ruled = said("rule", on="A9", ruling="A9 is a new proposal")
    shown = state(whole, ruled, **given)
    assert shown["order_of_proposals"] == ["P1", "A9"]
    assert shown["amendment"]["status"] == "new_proposal"
    assert "GA 90" in ask(whole, ruled, **given)["rule"]
    assert ask(whole, ruled, *vote("P1", 6, 1), *vote("A9", 6, 1), **given)["allowed"]
    appeal = [ruled, said("appeal", "S006", id="AP1"), *vote("AP1", 6, 3)]
    assert state(whole, *appeal, **given)["amendments"]["next"] == "A9"
    amends = said("rule", on="A9", ruling="it is an amendment")
    assert state(whole, amends, **given)["order_of_proposals"] == ["P1"]


# --- Amendments to motions


def test_an_amendment_to_a_motion_is_put_before_it() -> None:
    moved = said("move", "S005", motion="time_limit", id="M1", limit_s=300)
    events = [moved, said("amend", "S006", id="A1", of="M1", change="600")]
    assert not ask(*events, said("start_voting", question="M1"), proposals=[FUND])["allowed"]
    sub = said("sub_amend", "S007", id="B1", of="A1", change="480")
    events += [sub, *vote("B1", 3, 4), *vote("A1", 6, 2)]
    assert ask(*events, said("start_voting", question="M1"), proposals=[FUND])["allowed"]
    gone = ask(*events, said("withdraw", "S005", what="M1"), proposals=[FUND])
    assert (gone["allowed"], gone["rule"]) == (False, ["GA 80"])


# --- What is out of order


def test_nothing_is_amended_once_it_is_decided_or_being_voted_on() -> None:
    moved = said("amend", "S006", id="A1", of="P1", change="20")
    for before in (vote("P1", 6, 1), [said("start_voting", question="P1")]):
        refused = ask(*before, moved, proposals=[FUND])
        assert not refused["allowed"]
        assert "GA 90" in refused["rule"]


def test_unknown_amendments_are_refused() -> None:
    for event in (
        said("amend", "S006", id="A1", of="P7", change="20"),
        said("decide_order", order=["A7"]),
        said("confirm_consequences", consequences={"A7": {"compatible_with": ["A1"]}}),
        said("accept_amendment", "S001", amendment="A7"),
    ):
        assert not play(event, proposals=[FUND])[-1]["allowed"]
