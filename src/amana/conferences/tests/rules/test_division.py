"""Division: parts put separately, the motion for it, what becomes of the whole."""

from typing import Any

from amana.conferences.tests.rules.playing import ask, said, state, vote

P1 = {"id": "P1", "sponsors": ["S001"], "parts": ["PP1", "OP1", "OP2", "OP3"]}
GIVEN: dict[str, Any] = {"proposals": [P1]}
ASKED = said("request_division", "S005", of="P1", parts=["OP3", "OP1"])
GRANTED = [ASKED, said("ask_objection", to="division of P1")]
OBJECTED = [ASKED, said("object", "S006", to="division of P1")]


def test_the_parts_are_put_in_the_order_of_the_text() -> None:
    shown = state(*GRANTED, **GIVEN)["division"]
    assert (shown["parts"], shown["next"]) == (["OP1", "OP3"], "OP1")
    late = ask(*GRANTED, said("start_voting", question="P1/OP3"), **GIVEN)
    assert (late["allowed"], late["rule"], late["facts"]["first"]) == (False, ["GA 89"], "P1/OP1")
    assert not ask(*GRANTED, said("start_voting", question="P1/OP2"), **GIVEN)["allowed"]


def test_before_the_request_is_decided_the_whole_is_not_put() -> None:
    assert ask(ASKED, said("start_voting", question="P1"), **GIVEN)["rule"] == ["GA 89"]
    assert ask(ASKED, said("start_voting", question="P1/OP1"), **GIVEN)["allowed"]


def test_adopted_parts_form_the_text() -> None:
    events = [*GRANTED, *vote("P1/OP1", 6, 2), *vote("P1/OP3", 2, 6)]
    shown = state(*events, *vote("P1", 6, 1), **GIVEN)
    assert shown["proposal"]["parts"] == ["PP1", "OP1", "OP2"]
    assert shown["proposal"]["status"] == "adopted_by_vote"
    division = shown["division"]
    assert (division["adopted"], division["rejected"]) == (["OP1"], ["OP3"])


def test_when_every_operative_part_is_rejected_the_whole_is() -> None:
    every = said("request_division", "S005", of="P1", parts=["PP1", "OP1", "OP2", "OP3"])
    events = [every, said("ask_objection", to="division of P1"), *vote("P1/PP1", 9, 0)]
    for part in ("OP1", "OP2", "OP3"):
        events += vote(f"P1/{part}", 2, 6)
    shown = state(*events, **GIVEN)
    assert shown["decision"]["outcome"] == "part_rejected"
    assert (shown["proposal"]["status"], shown["proposal"]["parts"]) == ("not_adopted", ["PP1"])
    assert not ask(*events, said("start_voting", question="P1"), **GIVEN)["allowed"]


def test_each_part_needs_the_majority_of_the_whole() -> None:
    important = {"proposals": [P1 | {"important": True}]}
    decision = state(*GRANTED, *vote("P1/OP1", 5, 4), **important)["decision"]
    assert (decision["required"], decision["outcome"]) == (6, "part_rejected")


def test_an_objection_makes_a_motion_of_the_request() -> None:
    shown = state(*OBJECTED, **GIVEN)
    assert shown["division"]["status"] == "objected"
    assert len(shown["pending"]) == 1
    named = [ASKED | {"id": "M1"}, OBJECTED[1]]
    assert state(*named, **GIVEN)["pending"] == ["M1"]
    moved = said("move", "S005", motion="division", id="M2", of="P1")
    assert state(*OBJECTED, moved, **GIVEN)["pending"] == ["M2"]


def test_the_mover_is_one_of_the_two_that_speak_for_division() -> None:
    named = [ASKED | {"id": "M1"}, OBJECTED[1]]
    events = [
        *named,
        said("speak_on_motion", "S005", motion="M1", side="mover"),
        said("speak_on_motion", "S007", motion="M1", side="for"),
    ]
    third = ask(*events, said("speak_on_motion", "S008", motion="M1", side="for"), **GIVEN)
    assert (third["allowed"], third["rule"]) == (False, ["GA 89"])


def test_the_motion_carried_grants_and_lost_or_equal_refuses() -> None:
    named = [ASKED | {"id": "M1"}, OBJECTED[1]]
    granted = state(*named, *vote("M1", 6, 3), **GIVEN)["division"]
    assert (granted["status"], granted["by"], granted["next"]) == ("granted", "M1", "OP1")
    for lost in (vote("M1", 3, 6), vote("M1", 5, 5)):
        shown = state(*named, *lost, **GIVEN)
        assert shown["division"]["status"] == "refused"
        assert ask(*named, *lost, said("start_voting", question="P1"), **GIVEN)["allowed"]
        assert not ask(*named, *lost, said("start_voting", question="P1/OP1"), **GIVEN)["allowed"]


def test_amendments_go_before_the_parts() -> None:
    moved = {"id": "A1", "of": "P1", "by": "S009", "change": "editorial"}
    start = said("start_voting", question="P1/OP1")
    assert "GA 90" in ask(*GRANTED, start, amendments=[moved], **GIVEN)["rule"]
    assert ask(*GRANTED, *vote("A1", 1, 5), start, amendments=[moved], **GIVEN)["allowed"]


def test_an_unknown_part_and_a_request_in_mid_vote_are_refused() -> None:
    strange = said("request_division", "S005", of="P1", parts=["OP9"])
    assert ask(strange, **GIVEN)["rule"] == ["GA 89"]
    late = ask(said("start_voting", question="P1"), ASKED, **GIVEN)
    assert (late["allowed"], "GA 89" in late["rule"]) == (False, True)


def test_an_equal_vote_on_a_part_waits_for_another_meeting() -> None:
    events = [*GRANTED, *vote("P1/OP1", 5, 5), *vote("P1/OP3", 6, 2)]
    assert not ask(*events, said("start_voting", question="P1"), **GIVEN)["allowed"]
    assert not ask(*events, said("start_voting", question="P1/OP1"), **GIVEN)["allowed"]
    later = [said("adjourn_for_the_day"), said("open_meeting")]
    done = state(*events, *later, *vote("P1/OP1", 5, 5), **GIVEN)
    assert done["decision"]["outcome"] == "part_rejected"


def test_reconsideration_brings_the_whole_text_back() -> None:
    events = [*GRANTED, *vote("P1/OP1", 2, 6), *vote("P1/OP3", 2, 6), *vote("P1", 6, 2)]
    again = [said("move", "S005", motion="reconsideration", of="P1", id="M9"), *vote("M9", 8, 1)]
    assert state(*events, *again, **GIVEN)["proposal"]["parts"] == P1["parts"]


def test_the_parts_of_an_amendment_may_be_put_separately() -> None:
    moved = {"id": "A1", "of": "P1", "by": "S009", "change": "two sentences"}
    asked = said("request_division", "S005", of="A1", parts=["first sentence", "second sentence"])
    events = [asked, said("ask_objection", to="division of A1")]
    whole = said("start_voting", question="A1")
    assert not ask(*events, whole, amendments=[moved], **GIVEN)["allowed"]
    events += [*vote("A1/first sentence", 6, 2), *vote("A1/second sentence", 2, 6)]
    assert ask(*events, whole, amendments=[moved], **GIVEN)["allowed"]


def test_a_division_may_be_moved_without_a_request_before_it() -> None:
    moved = said("move", "S005", motion="division", id="M1", of="P1", parts=["OP2"])
    assert state(moved, **GIVEN)["pending"] == ["M1"]
    shown = state(moved, *vote("M1", 6, 3), **GIVEN)["division"]
    assert (shown["status"], shown["next"]) == ("granted", "OP2")
    lost = [moved, *vote("M1", 3, 6)]
    assert ask(*lost, said("start_voting", question="P1"), **GIVEN)["allowed"]
    assert not ask(ASKED, moved, **GIVEN)["allowed"]
