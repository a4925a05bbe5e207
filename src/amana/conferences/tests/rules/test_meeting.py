"""The meeting: opened at the quorum, suspended and resumed; who is there; credentials."""

from typing import Any

import pytest

from amana.conferences.rules.floor.events import Event as Said
from amana.conferences.rules.floor.fold import apply, replay
from amana.conferences.rules.floor.given import floor_of
from amana.conferences.rules.floor.shown import shown
from amana.conferences.tests.rules.playing import Event, ask, said, state, vote

MEMBERS = [f"S{number:03d}" for number in range(1, 11)]
P1 = {"id": "P1", "sponsors": ["S001"]}


def last(
    *events: Event, profile: str = "oic", present: int = 10, meeting: str = "open", **roll: Any
) -> Event:
    """The answer to the last event in a meeting of ten members, so many of them present."""
    scenario = {
        "profile": profile,
        "roll": {"members": MEMBERS, "present": MEMBERS[:present], "observers": ["O001"], **roll},
        "given": {"meeting": meeting, "item": "I1", "debate": "open", "proposals": [P1]},
        "events": list(events),
    }
    return list(replay(scenario))[-1]


OPEN = said("open_meeting")
OBSERVE = said("observe", ())
START = said("start_voting", question="P1", method="recorded")


# --- Opened at the quorum of the rulebook


@pytest.mark.parametrize(
    ("profile", "needed"), [("un-ga", 4), ("oic", 7), ("committee-half", 5), ("au", 7)]
)
def test_a_meeting_opens_at_the_debate_quorum(profile: str, needed: int) -> None:
    short = last(OPEN, profile=profile, present=needed - 1, meeting="not_open")
    assert not short["allowed"]
    assert short["facts"] == {"present": needed - 1, "needed": needed}
    assert short["state"]["meeting"] == "not_open"
    enough = last(OPEN, profile=profile, present=needed, meeting="not_open")
    assert enough["allowed"]
    assert enough["state"]["meeting"] == "open"


def test_the_chair_alone_opens_and_only_once() -> None:
    assert not last(said("open_meeting", "S001"), meeting="not_open")["allowed"]
    assert not last(OPEN)["allowed"]


def test_the_quorum_is_of_all_members_and_a_member_without_a_vote_counts_as_present() -> None:
    arrears = [{"states": ["S001..S003"], "why": "arrears", "rule": "OIC Charter 34"}]
    answer = last(OPEN, present=7, meeting="not_open", without_vote=arrears)
    assert answer["allowed"]
    shown = answer["state"]["quorum"]
    assert (shown["members"], shown["present"], shown["debate_need"]) == (10, 7, 7)
    assert shown["gates"] == {"debate": True, "decision": True}
    assert answer["state"]["entitled"] == MEMBERS[3:]


def test_a_member_that_left_counts_no_more_and_observers_never_do() -> None:
    leave = [{"state": "S010", "from": "2026-10-01"}]
    on_the_day = OBSERVE | {"at": "2026-10-01T09:00:00"}
    answer = last(on_the_day, said("check_in", "O001"), present=6, leave=leave)
    assert answer["state"]["quorum"]["members"] == 9
    assert answer["state"]["quorum"]["present"] == 6
    assert answer["state"]["quorum"]["debate_need"] == 6


def test_a_delegation_is_present_with_its_first_person_and_absent_with_its_last() -> None:
    come = said("check_in", ["S010/a", "S010/b"], source="badge")
    assert last(come, present=6)["state"]["quorum"]["present"] == 7
    gone = said("check_out", "S010/a")
    assert last(come, gone, present=6)["state"]["quorum"]["present"] == 7
    assert (
        last(come, gone, said("check_out", "S010/b"), present=6)["state"]["quorum"]["present"] == 6
    )
    assert "badge" in str(last(come)["state"]["record"])
    assert not last(said("check_in", "X001"))["allowed"]


def test_who_comes_in_during_a_vote_still_votes() -> None:
    come, cast = said("check_in", "S010"), said("cast", "S010", answer="yes")
    assert not last(START, cast, present=8)["allowed"]
    assert last(START, come, cast, present=8)["allowed"]


# --- Lost, called, lifted


def test_a_debate_quorum_that_is_lost_is_shown_and_stops_nothing() -> None:
    out = said("check_out", ["S005..S010"])
    answer = last(out, said("give_floor", to="S001", for_="speech"))
    assert answer["allowed"]
    assert answer["state"]["quorum"]["debate"] is False
    assert answer["state"]["meeting"] == "open"


def test_a_challenge_stops_a_meeting_without_its_debate_quorum() -> None:
    events = [
        said("give_floor", to="S001", for_="speech"),
        said("check_out", ["S005..S010"]),
        said("point_of_order", "S002", about="quorum"),
    ]
    called = last(*events, said("quorum_call"))
    assert called["state"]["meeting"] == "suspended"
    ruled = last(*events, said("quorum_call"), said("rule", ruling="there is no quorum"))
    assert ruled["allowed"]
    assert ruled["state"]["floor"] == "S001"
    assert ruled["state"]["timer"]["running"] is False
    at_once = last(*events, said("rule", ruling="there is no quorum"))
    assert at_once["state"]["meeting"] == "suspended"
    assert "OIC Charter 33(1)" in at_once["rule"]
    resume = said("resume")
    assert not last(*events, said("rule", ruling="so"), resume)["allowed"]
    back = said("check_in", ["S005..S010"])
    assert last(*events, said("rule", ruling="so"), back, resume)["state"]["meeting"] == "open"


def test_a_challenge_of_a_quorum_that_is_there_stops_nothing() -> None:
    events = [said("point_of_order", "S002", about="quorum"), said("rule", ruling="a quorum")]
    assert last(*events)["state"]["meeting"] == "open"


def test_a_quorum_call_is_frozen() -> None:
    answer = last(said("quorum_call"), said("check_out", ["S009..S010"]))
    assert answer["state"]["call"]["present"] == 10
    assert answer["state"]["call"]["roll"] == MEMBERS
    assert answer["state"]["quorum"]["present"] == 8


def test_during_a_vote_the_roll_is_called_only_for_a_point_of_order_and_the_vote_goes_on() -> None:
    call, point = said("quorum_call"), said("point_of_order", "S002", about="quorum")
    assert "GA 88" in last(START, call)["rule"]
    called = last(START, said("check_out", ["S004..S010"]), point, call)
    assert (called["state"]["call"]["present"], called["state"]["meeting"]) == (3, "open")
    assert called["state"]["phase"] == "voting"


def test_the_chair_alone_lifts_the_block_and_the_decision_is_flagged() -> None:
    refused = last(START, present=6)
    assert refused["facts"] == {"present": 6, "needed": 7}
    for other in ("S001", "secretariat", "administrator"):
        assert not last(said("lift_quorum_block", other), present=6)["allowed"]
    lift = said("lift_quorum_block")
    assert not last(lift, present=7)["allowed"]
    lifted = last(lift, present=6)
    assert any("lifted by the chair" in line for line in lifted["state"]["record"])
    yes = said("cast", MEMBERS[:6], answer="yes")
    closed = last(lift, START, yes, said("close_voting"), present=6)
    assert closed["state"]["decision"]["flags"] == ["decision_quorum_not_met"]


# --- Suspended, resumed, adjourned


def test_the_chair_suspends_only_for_want_of_a_quorum_or_a_technical_failure() -> None:
    assert not last(said("suspend", ground="lunch"))["allowed"]
    assert not last(said("suspend", ground="want of quorum"))["allowed"]
    assert last(said("suspend", ground="want of quorum"), present=6)["allowed"]
    failed = last(said("suspend", ground="technical failure"))
    assert failed["state"]["meeting"] == "suspended"
    assert "technical failure" in str(failed["state"]["record"])
    ruling = said("rule", ruling="The meeting is suspended: the interpretation has failed",
                  ground="technical_failure")  # fmt: skip
    assert last(ruling)["state"]["meeting"] == "suspended"


def test_a_suspension_stops_the_clock() -> None:
    clock = "2026-10-08T10:{}:00".format
    events = [
        said("decide_limits", limit_s=300, at=clock("00")),
        said("give_floor", to="S001", for_="speech", at=clock("00")),
        said("suspend", ground="technical failure", at=clock("01")),
        said("resume", at=clock("31")),
        said("observe", (), at=clock("33")),
    ]
    timer = last(*events)["state"]["timer"]
    assert (timer["elapsed"], timer["remaining"]) == (180, 120)
    assert not last(*events[:3], said("request_floor", "S002"))["allowed"]


def test_the_next_meeting_opens_with_the_second_votes_on_its_agenda() -> None:
    equal = vote("P1", 4, 4)
    day = state(*equal, said("adjourn_for_the_day"), proposals=[P1])
    assert (day["meeting"], day["floor"]) == ("adjourned", None)
    assert not ask(said("adjourn_for_the_day"), said("resume"))["allowed"]
    opened = ask(
        *equal, said("adjourn_for_the_day"), said("open_meeting", agenda=["I1"]), proposals=[P1]
    )
    assert opened["state"]["agenda"] == ["I1", "second vote on P1"]
    assert "GA 95" in opened["rule"]


def test_the_agenda_is_adopted_without_objection_or_by_a_vote() -> None:
    opened = said("open_meeting", agenda=["I1", "I2"])
    shown = state(opened, said("gavel", on="agenda"), meeting="not_open")
    assert shown["agenda"] == ["I1", "I2"]
    disputed = [opened, said("object", "S002", to="adoption of the agenda")]
    decided = state(*disputed, *vote("agenda", 6, 4), meeting="not_open")["decision"]
    assert (decided["majority"], decided["outcome"]) == ("simple", "carried")


def test_need_is_arithmetic_and_changes_nothing() -> None:
    answer = last(said("compute_need", (), share="2/3", members=57), meeting="not_open")
    assert (answer["state"]["need"], answer["state"]["meeting"]) == (38, "not_open")
    assert last(OBSERVE)["state"]["need"] is None
    assert not last(said("compute_need", (), share="2/3", members=-1))["allowed"]


# --- Credentials


CHALLENGE = said("challenge_credentials", "S001", of="S002")
CAST = said("cast", "S002", answer="no")


def test_challenged_credentials_do_not_take_the_vote() -> None:
    answer = last(CHALLENGE)
    assert answer["allowed"]
    assert "GA 29" in answer["rule"]
    assert "S002" in answer["state"]["entitled"]
    assert last(CHALLENGE, START, CAST)["allowed"]
    assert not last(said("challenge_credentials", "O001", of="S002"))["allowed"]
    assert not last(said("challenge_credentials", "S001", of="O001"))["allowed"]


def test_the_organ_rejects_credentials_and_takes_the_vote() -> None:
    rejected = vote("credentials of S002", 6, 4)
    after = state(CHALLENGE, *rejected)
    assert after["decision"]["outcome"] == "credentials_rejected"
    assert "S002" not in after["entitled"]
    refused = ask(CHALLENGE, *rejected, START, CAST, proposals=[P1])
    assert not refused["allowed"]
    assert "GA 29" in refused["rule"]
    kept = state(CHALLENGE, *vote("credentials of S002", 5, 5))
    assert "S002" in kept["entitled"]


def test_an_adopted_proposal_rejects_credentials() -> None:
    paper = {"id": "P2", "sponsors": ["S001"], "credentials": {"S002": "rejected"}}
    assert "S002" not in state(*vote("P2", 6, 4), proposals=[paper])["entitled"]
    assert "S002" in state(*vote("P2", 4, 6), proposals=[paper])["entitled"]
    words = {"id": "P3", "sponsors": ["S001"], "text": "Rejects the credentials of S003"}
    assert "S003" not in state(*vote("P3", 6, 4), proposals=[words])["entitled"]


def test_while_the_quorum_is_wanting_what_is_refused_cites_the_quorum() -> None:
    stopped = said("quorum_call", "S001")
    refused = last(stopped, said("give_floor", to="S001", for_="speech"), present=6)
    assert (refused["allowed"], refused["rule"][0]) == (False, "OIC Charter 33(1)")


def test_the_chair_moves_nothing_but_suspends_for_a_technical_failure() -> None:
    by_chair = said("move", motion="suspend_meeting", ground="technical failure")
    assert last(by_chair)["state"]["meeting"] == "suspended"
    assert not last(said("move", motion="adjourn_debate"))["allowed"]
    assert not last(said("move", motion="suspend_meeting"))["allowed"]


@pytest.mark.parametrize(
    ("day", "votes"), [("2026-09-30", False), ("2026-10-01", True), ("2026-12-31", False)]
)
def test_a_waiver_gives_the_vote_back_on_its_days(day: str, votes: bool) -> None:
    arrears = [{"states": ["S002"], "why": "arrears", "rule": "OIC Charter 34"}]
    waiver = [{"state": "S002", "from": "2026-10-01", "until": "2026-12-31"}]
    look = OBSERVE | {"at": f"{day}T10:00:00"}
    answer = last(look, without_vote=arrears, waivers=waiver)
    assert ("S002" in answer["state"]["entitled"]) is votes
    assert "OIC Charter 34" in answer["rule"]


def test_the_chair_takes_up_an_item_and_its_own_list_comes_up():
    floor = floor_of({"roll": {"members": ["A", "B", "C"], "present": ["A", "B", "C"]},
                      "given": {"meeting": "open", "agenda": ["1", "2"], "item": "1"}})  # fmt: skip
    assert apply(floor, Said(1, "request_floor", ("A",))).allowed
    assert apply(floor, Said(2, "take_up_item", ("chair",), more={"item": "2"})).allowed
    assert (floor.meeting.item, shown(floor)["speakers"]) == ("2", [])
    refused = apply(floor, Said(3, "take_up_item", ("chair",), more={"item": "9"})).refusal
    assert refused.code == "floor.not-on-agenda"
    assert apply(floor, Said(4, "take_up_item", ("chair",), more={"item": "1"})).allowed
    assert shown(floor)["speakers"] == ["A"]
    assert apply(floor, Said(5, "give_floor", ("chair",), more={"to": "A"})).allowed
    waits = apply(floor, Said(6, "take_up_item", ("chair",), more={"item": "2"})).refusal
    assert waits.code == "floor.speaker-goes-on"
