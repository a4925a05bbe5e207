"""The list of speakers, its closing, the clock, rights of reply."""

from typing import Any

import pytest

from amana.conferences.tests.rules.playing import Event, ask, said, state, vote

AT = "2026-10-08T10:{:02d}:{:02d}".format


def asks(*names: str, **more: Any) -> list[Event]:
    """Requests for the floor, one after another."""
    return [said("request_floor", name, **more) for name in names]


def gives(to: str, for_: str = "speech", **more: Any) -> Event:
    """The chair calls on somebody."""
    return said("give_floor", to=to, for_=for_, **more)


def refused(*events: Any, **given: Any) -> tuple[list[str], dict[str, Any]]:
    """The citations and the facts of a last event that was refused."""
    answer = ask(*events, **given)
    assert not answer["allowed"], answer
    return answer["rule"], answer["facts"]


# --- The list


def test_one_delegation_has_one_entry_and_keeps_its_turn() -> None:
    shown = state(*asks("S003/a", "S001", "S003/b"))
    assert shown["speakers"] == ["S003", "S001"]


def test_ranks_count_only_where_the_organ_adopted_such_an_order() -> None:
    requests = [
        said("request_floor", "S001", rank="minister"),
        said("request_floor", "S002"),
        said("request_floor", "S003", rank="head of State"),
    ]
    assert state(*requests)["speakers"] == ["S001", "S002", "S003"]
    order = said("decide_order_of_speakers", order=["head of State", "minister", "other"])
    assert state(*requests, order)["speakers"] == ["S003", "S001", "S002"]
    assert state(order, *requests)["speakers"] == ["S003", "S001", "S002"]
    assert not ask(order | {"by": "S001"})["allowed"]


def test_who_presents_a_report_goes_first_and_the_secretariat_at_any_time() -> None:
    report = said("request_floor", "S009", purpose="to present the report of the committee")
    answer = ask(*asks("S001", "S002"), report)
    assert answer["state"]["speakers"] == ["S009", "S001", "S002"]
    assert "GA 69" in answer["rule"]
    spoke = ask(*asks("S001"), gives("secretariat", "statement"))
    assert "GA 70" in spoke["rule"]
    assert spoke["state"]["speakers"] == ["S001"]


def test_the_chair_calls_on_the_first_of_the_list() -> None:
    rules, facts = refused(*asks("S001", "S002"), gives("S002"))
    assert "GA 68" in rules
    assert facts["before"] == ["S001"]
    assert state(*asks("S001", "S002"), gives("S001"))["speakers"] == ["S002"]
    assert not ask(gives("X001"))["allowed"]


def test_a_request_is_withdrawn() -> None:
    withdraw = said("withdraw_request", "S001")
    assert state(*asks("S001", "S002"), withdraw)["speakers"] == ["S002"]
    assert not ask(withdraw)["allowed"]


def test_each_item_has_its_own_list() -> None:
    other = said("request_floor", "S004", item="I2")
    assert state(*asks("S001"), other)["speakers"] == ["S001"]
    turned = [other, said("adjourn_for_the_day"), said("open_meeting", item="I2")]
    assert state(*asks("S001"), *turned)["speakers"] == ["S004"]


@pytest.mark.parametrize(("debate", "rule"), [("adjourned", "GA 74"), ("closed", "GA 75")])
def test_no_speech_on_an_item_whose_debate_is_over(debate: str, rule: str) -> None:
    assert rule in refused(*asks("S001"), debate=debate)[0]
    assert rule in refused(gives("S001"), debate=debate)[0]
    assert ask(gives("S001", "motion"), debate=debate)["allowed"]


# --- Closing and reopening


ASKED = said("close_list", consent="asked")
CLOSED = said("close_list", consent="given")


def test_the_list_is_closed_with_the_consent_of_the_organ() -> None:
    assert state(said("announce_list"), ASKED)["list"] == "open"
    assert state(ASKED, said("ask_objection", to="closing of the list"))["list"] == "closed"
    assert state(CLOSED)["list"] == "closed"
    assert state(said("close_list"))["list"] == "closed"
    assert not ask(said("close_list", "S001"))["allowed"]


@pytest.mark.parametrize("close", [ASKED, said("close_list")])
def test_an_objection_brings_the_closing_to_a_simple_majority(close: Event) -> None:
    objected = [close, said("object", "S002", to="closing of the list")]
    assert state(*objected)["list"] == "open"
    carried = state(*objected, *vote("close_list", 5, 4))
    assert (carried["list"], carried["decision"]["majority"]) == ("closed", "simple")
    assert state(*objected, *vote("closing of the list", 4, 4))["list"] == "open"


def test_a_closed_list_takes_no_new_name_but_points_motions_and_replies() -> None:
    rules, facts = refused(CLOSED, *asks("S003"))
    assert "GA 73" in rules
    assert facts["by"] == "S003"
    assert "GA 73" in refused(CLOSED, gives("S003"))[0]
    assert ask(*asks("S003"), CLOSED, *asks("S003"))["state"]["speakers"] == ["S003"]
    for purpose in ("procedural motion", "right of reply", "point of order"):
        assert ask(CLOSED, said("request_floor", "S003", purpose=purpose))["allowed"]
    assert ask(CLOSED, said("request_right_of_reply", "S003"))["state"]["replies"] == ["S003"]
    assert ask(CLOSED, said("point_of_order", "S003", about="procedure"))["allowed"]


def test_a_closed_list_is_reopened_by_the_chair_with_consent_or_a_vote() -> None:
    reopen = said("reopen_list", consent="asked")
    assert not ask(reopen)["allowed"]
    assert not ask(CLOSED, reopen | {"by": "S001"})["allowed"]
    assert state(CLOSED, reopen, said("gavel"))["list"] == "open"
    objected = [CLOSED, reopen, said("object", "S002", to="reopening of the list")]
    assert state(*objected)["list"] == "closed"
    assert state(*objected, *vote("reopen_list", 6, 4))["list"] == "open"


# --- Limits and the clock


LIMIT = said("decide_limits", limit_s=300, at=AT(0, 0))
SPEAKS = [LIMIT, gives("S001", at=AT(0, 0))]


@pytest.mark.parametrize(
    ("at", "timer", "due"),
    [
        (AT(4, 0), {"elapsed": 240, "remaining": 60, "over": 0}, False),
        (AT(5, 0), {"elapsed": 300, "remaining": 0, "over": 0}, False),
        (AT(5, 20), {"elapsed": 320, "remaining": 0, "over": 20}, True),
    ],
)
def test_a_clock_shows_nought_and_then_what_is_over(at: str, timer: Any, due: bool) -> None:
    shown = state(*SPEAKS, said("observe", (), at=at))
    assert timer.items() <= shown["timer"].items()
    assert shown["call_to_order_due"] is due


def test_the_chair_calls_to_order() -> None:
    call = ask(*SPEAKS, said("call_to_order", at=AT(5, 20)))
    assert call["rule"][0] == "GA 72"
    assert call["state"]["call_to_order_due"] is False
    assert not ask(said("call_to_order"))["allowed"]
    assert not ask(*SPEAKS, said("call_to_order", "S002"))["allowed"]


def test_a_point_of_order_stops_the_clock_of_the_speaker() -> None:
    events = [
        *SPEAKS,
        said("point_of_order", "S002", about="procedure", at=AT(1, 0)),
        said("observe", (), at=AT(2, 0)),
    ]
    assert state(*events)["timer"]["elapsed"] == 60
    ruled = [
        *events,
        said("rule", ruling="in order", at=AT(3, 0)),
        said("observe", (), at=AT(4, 0)),
    ]
    shown = state(*ruled)
    assert (shown["floor"], shown["timer"]["elapsed"]) == ("S001", 120)


def test_a_clock_that_goes_back_takes_nothing_from_the_speaker() -> None:
    assert state(*SPEAKS, said("observe", (), at="2026-10-08T09:00:00"))["timer"]["elapsed"] == 0


def test_the_number_of_speeches_is_limited() -> None:
    events = [said("decide_limits", speeches=1), gives("S001"), said("end_speech", "S001")]
    rules, facts = refused(*events, *asks("S001"))
    assert "GA 72" in rules
    assert (facts["spoken"], facts["limit"]) == (1, 1)
    assert not ask(said("decide_limits", limit_s=0))["allowed"]


def test_who_has_the_floor_speaks_and_ends() -> None:
    speak = said("speak", "S002", content="on the item")
    assert "GA 68" in refused(gives("S001"), speak)[0]
    assert not ask(gives("S001"), said("end_speech", "S002"))["allowed"]
    assert state(gives("S001"), said("end_speech", "S001"))["floor"] is None
    assert not ask(said("end_speech", "S001"))["allowed"]
    assert ask(gives("S001"), said("speak", "secretariat", content="a figure"))["allowed"]


# --- Rights of reply


REPLY = [said("request_right_of_reply", "S001"), gives("S001", "right_of_reply")]


def test_two_replies_of_ten_and_five_minutes_and_no_third() -> None:
    first = state(*REPLY)
    assert (first["floor"], first["replies"], first["timer"]["limit"]) == ("S001", [], 600)
    second = state(*REPLY, said("end_speech", "S001"), *REPLY)
    assert second["timer"]["limit"] == 300
    rules, facts = refused(*REPLY, *REPLY, REPLY[0])
    assert "decision 34/401" in rules
    assert (facts["given"], facts["limit"]) == (2, 2)


def test_replies_are_counted_for_each_meeting() -> None:
    again = [said("adjourn_for_the_day"), said("open_meeting"), *REPLY]
    assert state(*REPLY, *REPLY, *again)["timer"]["limit"] == 600


def test_no_reply_while_the_list_still_runs() -> None:
    rules, facts = refused(*asks("S002"), *REPLY)
    assert "GA 73" in rules
    assert facts["waiting"] == ["S002"]


def test_replies_come_in_the_order_of_request_and_an_observer_has_none() -> None:
    waiting = [said("request_right_of_reply", name) for name in ("S003", "S001", "S003")]
    assert state(*waiting)["replies"] == ["S003", "S001"]
    assert not ask(*waiting, gives("S001", "right_of_reply"))["allowed"]
    assert not ask(said("request_right_of_reply", "O001"))["allowed"]
