"""Proposals and their sponsors, circulation, second vote, reconsideration, order of proposals."""

from typing import Any

import pytest

from amana.conferences.tests.rules.playing import ask, play, said, state, vote

P1 = {"id": "P1", "sponsors": ["S001", "S002", "S003"]}
ONE = [P1]
TWO = [P1, {"id": "P2", "sponsors": ["S004"]}]
DAY = "2026-10-08T15:00:00"


def refusal(*events: Any, **given: Any) -> tuple[str, list[str]]:
    """The sentence and the citations of a last event that was refused."""
    answer = ask(*events, **given)
    assert not answer["allowed"], answer
    return answer["reason"], answer["rule"]


# --- Sponsors


def test_the_first_sponsor_leads_and_the_next_follows_when_it_leaves() -> None:
    left = state(said("sponsor_leave", "S001", of="P1"), proposals=ONE)["proposal"]
    assert (left["lead"], left["sponsors"]) == ("S002", ["S002", "S003"])


def test_who_joins_comes_last_and_it_is_read_out() -> None:
    joined = state(said("sponsor_join", ["S007", "S005"], of="P1"), proposals=ONE)
    assert joined["proposal"]["sponsors"] == ["S001", "S002", "S003", "S007", "S005"]
    assert "S007" in str(joined["record"])


def test_the_sponsors_stay_as_they_are_once_the_vote_is_announced() -> None:
    announced = said("announce_vote", question="P1")
    for do, by in (("sponsor_join", "S007"), ("sponsor_leave", "S001")):
        reason, rules = refusal(announced, said(do, by, of="P1"), proposals=ONE)
        assert "announced" in reason
        assert "section 4" in rules


def test_without_sponsors_it_lapses_and_a_member_takes_it_up() -> None:
    leave = [said("sponsor_leave", name, of="P1") for name in ("S001", "S002", "S003")]
    lapsed = state(*leave, proposals=ONE)["proposal"]
    assert (lapsed["status"], lapsed["lead"], lapsed["sponsors"]) == ("lapsed", None, [])
    assert "section 4" in ask(*leave, proposals=ONE)["rule"]
    taken = state(*leave, said("take_over", "S009", what="P1"), proposals=ONE)["proposal"]
    assert (taken["status"], taken["sponsors"]) == ("tabled", ["S009"])
    assert not ask(*leave, said("start_voting", question="P1"), proposals=ONE)["allowed"]


def test_a_member_without_a_vote_may_sponsor_and_an_observer_may_not() -> None:
    assert ask(said("sponsor_join", "S011", of="P1"), proposals=ONE)["allowed"]
    assert not ask(said("sponsor_join", "O001", of="P1"), proposals=ONE)["allowed"]


def test_a_revision_needs_every_sponsor() -> None:
    text = {"OP1": "Decides"}
    reason, rules = refusal(said("revise", ["S001", "S002"], of="P1", text=text), proposals=ONE)
    assert "S003" in reason
    assert "section 4" in rules
    every = said("revise", ["S001..S003"], of="P1", text=text)
    revised = state(every, proposals=ONE)["proposal"]
    assert (revised["revision"], revised["text"]) == (1, text)


# --- Withdrawal


def test_a_withdrawal_needs_every_sponsor() -> None:
    reason, rules = refusal(said("withdraw", "S001", what="P1"), proposals=ONE)
    assert "S002, S003" in reason
    assert rules[0] == "GA 80"
    gone = state(said("withdraw", ["S001..S003"], what="P1"), proposals=ONE)["proposal"]
    assert gone["status"] == "withdrawn"


def test_what_was_amended_or_is_being_voted_on_is_not_withdrawn() -> None:
    every = said("withdraw", ["S001..S003"], what="P1")
    assert refusal(every, proposals=[P1 | {"amended_by": ["A1"]}])[1] == ["GA 80"]
    voting = said("start_voting", question="P1")
    assert {"GA 80", "GA 88"} <= set(refusal(voting, every, proposals=ONE)[1])


def test_a_withdrawn_proposal_is_taken_over_under_its_own_name() -> None:
    every = said("withdraw", ["S001..S003"], what="P1")
    taken = state(every, said("take_over", "S008", what="P1"), proposals=ONE)["proposal"]
    assert taken == taken | {"id": "P1", "status": "tabled", "lead": "S008"}
    assert not ask(said("take_over", "S008", what="P1"), proposals=ONE)["allowed"]


# --- Circulation


@pytest.mark.parametrize(
    ("circulated", "allowed"),
    [
        ({"en": "2026-10-07T23:59:00", "fr": "2026-10-07T23:59:00"}, True),
        ({"en": "2026-10-07T08:00:00", "fr": "2026-10-08T00:00:00"}, False),
        ({"en": "2026-10-01T08:00:00"}, False),
        ("2026-10-07", True),
        (None, True),
    ],
)
def test_every_working_language_has_it_the_day_before(circulated: Any, allowed: bool) -> None:
    given = {"working_languages": ["en", "fr"], "proposals": [P1 | {"circulated": circulated}]}
    answer = ask(said("start_voting", question="P1", at=DAY), **given)
    assert answer["allowed"] is allowed
    assert "GA 78" in answer["rule"]


def test_the_day_is_that_of_the_place_of_the_meeting() -> None:
    """At 22:30 UTC it is already the day of the meeting in Jeddah."""
    late = P1 | {"circulated": {"en": "2026-10-07T22:30:00+00:00"}}
    event = said("start_voting", question="P1", at="2026-10-08T15:00:00+03:00")
    assert "2026-10-08" in refusal(event, proposals=[late])[0]


def test_only_the_organ_puts_up_with_a_late_proposal() -> None:
    late = [P1 | {"circulated": DAY}]
    asked = said("waive_circulation", what="P1", at=DAY)
    assert refusal(asked, proposals=late)[1] == ["GA 78"]
    moved = said("move", "S005", motion="waive_circulation", of="P1", id="M1", at=DAY)
    carried = [moved, *vote("M1", 6, 3)]
    assert ask(*carried, said("start_voting", question="P1"), proposals=late)["allowed"]


def test_a_proposal_made_today_is_put_tomorrow() -> None:
    made = said("propose", ["S001"], id="P9", at=DAY)
    start = said("start_voting", question="P9", at="2026-10-08T18:00:00")
    assert "2026-10-08" in refusal(made, start)[0]
    assert ask(made, start | {"at": "2026-10-09T00:10:00"})["allowed"]


# --- The financial statement


def test_the_financial_statement_goes_before_the_vote() -> None:
    costs = [P1 | {"expenditure": True}]
    start = said("start_voting", question="P1")
    assert refusal(start, proposals=costs)[1] == ["GA 153"]
    stated = said("circulate_financial_statement", "secretariat", of="P1")
    assert ask(stated, start, proposals=costs)["allowed"]
    assert ask(start, proposals=costs, profile="oic")["allowed"]


def test_the_organ_votes_without_the_statement_by_a_simple_majority() -> None:
    moved = said("move", "S005", motion="waive_financial_statement", of="P1", id="M1")
    events = [moved, *vote("M1", 5, 4), said("start_voting", question="P1")]
    assert ask(*events, proposals=[P1 | {"expenditure": True}])["allowed"]


# --- Consensus first


def test_where_consensus_comes_first_a_new_proposal_is_not_voted_on_before() -> None:
    made = said("propose", ["S001"], id="P9")
    start = said("start_voting", question="P9")
    reason, rules = refusal(made, start, profile="oic")
    assert "onsensus" in reason
    assert rules == ["OIC Charter 33(2)"]
    asked = [said("ask_consensus", on="P9"), said("object", "S002", to="consensus")]
    assert ask(made, *asked, start, profile="oic")["allowed"]
    assert ask(made, start)["allowed"]
    assert ask(start | {"question": "P1"}, profile="oic", proposals=ONE)["allowed"]


# --- The order of proposals


def test_proposals_are_put_as_submitted_unless_the_organ_decides_otherwise() -> None:
    second = said("start_voting", question="P2")
    reason, rules = refusal(second, proposals=TWO)
    assert "P1" in reason
    assert rules == ["GA 91"]
    moved = [said("move", "S005", motion="order_of_voting", order=["P2", "P1"], id="M1")]
    assert state(*moved, *vote("M1", 6, 2), proposals=TWO)["order_of_proposals"] == ["P2", "P1"]
    assert ask(*moved, *vote("M1", 6, 2), second, proposals=TWO)["allowed"]
    assert refusal(said("decide_order", order=["P2", "P1"]), proposals=TWO)[1] == ["GA 91"]


def test_what_cannot_be_put_today_holds_up_nobody() -> None:
    late = [P1 | {"circulated": DAY}, TWO[1]]
    assert ask(said("start_voting", question="P2", at=DAY), proposals=late)["allowed"]
    deferred = said("defer", "chair", what="P1")
    assert ask(deferred, said("start_voting", question="P2"), proposals=TWO)["allowed"]


def test_the_adoption_of_one_may_put_another_aside() -> None:
    label = said("confirm_consequences", consequences={"P1": {"implies_rejection_of": ["P2"]}})
    adopted = [label, *vote("P1", 6, 1)]
    answers = play(*adopted, said("observe", of="P2"), proposals=TWO)
    last = answers[-1]["state"]["proposal"]
    assert (last["id"], last["status"], last["why"]) == ("P2", "not_put", "P1")
    assert not ask(*adopted, said("start_voting", question="P2"), proposals=TWO)["allowed"]


# --- The majority


def test_the_majority_is_the_texts() -> None:
    important = [P1 | {"important": True}]
    decision = state(*vote("P1", 6, 3, majority="two_thirds"), proposals=important)["decision"]
    assert (decision["required"], decision["outcome"]) == (6, "adopted_by_vote")
    assert "GA 83" in ask(said("start_voting", question="P1"), proposals=important)["rule"]
    other = said("start_voting", question="P1", majority="two_thirds", base="yes_no")
    assert not ask(other, proposals=ONE)["allowed"]


# --- The second vote

TIE = vote("P1", 5, 5, at=DAY)
NEXT = [said("adjourn_for_the_day"), said("open_meeting", at="2026-10-09T10:00:00")]


def test_an_equal_vote_has_a_second_one_at_a_later_meeting() -> None:
    equal = state(*TIE, proposals=ONE)
    assert equal["decision"]["outcome"] == "tie_second_vote"
    assert equal["decision"]["second_vote_until"] == "2026-10-10T15:00:00"
    assert equal["proposal"]["status"] == "tabled"
    assert "GA 95" in ask(*TIE, proposals=ONE)["rule"]
    again = said("start_voting", question="P1")
    assert refusal(*TIE, again, proposals=ONE)[1] == ["GA 95"]
    assert refusal(*TIE, said("put_again", question="P1"), proposals=ONE)[1] == ["GA 95"]
    assert ask(*TIE, *NEXT, said("put_again", question="P1"), again, proposals=ONE)["allowed"]


def test_equal_again_is_not_adopted() -> None:
    events = [*TIE, *NEXT, *vote("P1", 5, 5)]
    assert state(*events, proposals=ONE)["proposal"]["status"] == "not_adopted"
    assert "GA 95" in ask(*events, proposals=ONE)["rule"]
    assert state(*TIE, *NEXT, *vote("P1", 6, 4), proposals=ONE)["proposal"]["status"] == (
        "adopted_by_vote"
    )


@pytest.mark.parametrize(
    ("at", "allowed"), [("2026-10-10T15:00:00", True), ("2026-10-10T15:00:01", False)]
)
def test_the_last_second_of_the_48_hours_is_in_time(at: str, allowed: bool) -> None:
    again = said("start_voting", question="P1", at=at)
    answer = ask(*TIE, *NEXT, again, proposals=ONE)
    assert answer["allowed"] is allowed
    assert "GA 95" in answer["rule"]


def test_when_they_pass_unused_it_stands_not_adopted() -> None:
    later = [NEXT[0], said("open_meeting", at="2026-10-12T10:00:00")]
    passed = state(*TIE, *later, proposals=ONE)
    assert passed["proposal"]["status"] == passed["decision"]["outcome"] == "not_adopted"
    late = said("start_voting", question="P1", at="2026-10-10T15:00:01")
    refused = ask(*TIE, *NEXT, late, proposals=ONE)
    assert refused["state"]["proposal"]["status"] == "not_adopted"
    assert "2026-10-10T15:00:00" in refused["reason"]


def test_a_first_vote_that_is_given_counts_from_its_close() -> None:
    first = P1 | {"first_vote": {"tally": {"yes": 5, "no": 5}, "closed": "2026-10-07T15:00:00"}}
    start = said("start_voting", question="P1", at="2026-10-09T15:00:00")
    assert ask(start, proposals=[first])["allowed"]
    assert not ask(start | {"at": "2026-10-09T15:00:01"}, proposals=[first])["allowed"]
    equal = [*vote("P1", 5, 5, at="2026-10-09T10:00:00")]
    assert state(*equal, proposals=[first])["decision"]["outcome"] == "not_adopted"


@pytest.mark.parametrize("profile", ["oic", "committee-half"])
def test_elsewhere_an_equal_vote_is_a_rejection(profile: str) -> None:
    ended = state(*vote("P1", 5, 5), proposals=ONE, profile=profile)
    assert ended["proposal"]["status"] == "not_adopted"
    assert not ended["decision"]["second_vote"]


def test_nobody_for_and_nobody_against_is_not_adopted() -> None:
    ended = state(*vote("P1", 0, 0, 10), proposals=ONE)["decision"]
    assert (ended["outcome"], ended["second_vote"]) == ("not_adopted", False)


# --- Reconsideration

DECIDED = [P1 | {"status": "adopted_by_vote", "tally": {"yes": 6, "no": 2, "abstain": 1}}]
RECONSIDER = said("move", "S005", motion="reconsideration", of="P1", id="M1")


def test_what_was_decided_is_not_put_again_without_reconsideration() -> None:
    for do in ("put_again", "start_voting"):
        reason, rules = refusal(said(do, question="P1"), proposals=DECIDED)
        assert "reconsideration" in reason
        assert "GA 81" in rules


def test_reconsideration_opens_debate_amendments_and_the_vote() -> None:
    events = [RECONSIDER, *vote("M1", 6, 3)]
    open_again = state(*events, proposals=DECIDED)["proposal"]
    assert (open_again["status"], open_again["was"]) == ("under_reconsideration", "adopted_by_vote")
    amended = said("amend", "S006", id="A1", of="P1", change="adds a paragraph")
    assert ask(*events, amended, proposals=DECIDED)["allowed"]
    events += [said("put_again", question="P1"), *vote("P1", 2, 7)]
    assert state(*events, proposals=DECIDED)["proposal"]["status"] == "not_adopted"


def test_another_session_is_bound_by_nothing() -> None:
    old = [DECIDED[0] | {"this_session": False}]
    assert ask(said("put_again", question="P1"), *vote("P1", 6, 1), proposals=old)["allowed"]


def test_the_same_text_tabled_again_is_a_reconsideration_if_the_chair_rules_so() -> None:
    given = [DECIDED[0], TWO[1]]
    same = said("rule", on="P2", ruling="P2 is the same text as P1")
    start = said("start_voting", question="P2")
    assert ask(start, proposals=given)["allowed"]
    assert "GA 81" in refusal(same, start, proposals=given)[1]
    appeal = [same, said("appeal", "S005", id="AP1"), *vote("AP1", 7, 2)]
    assert ask(*appeal, start, proposals=given)["allowed"]
    assert ask(same, RECONSIDER, *vote("M1", 6, 3), proposals=given)["allowed"]


def test_a_debate_resumed_opens_what_was_not_acted_on() -> None:
    moves = [said("give_floor", to="S005", for_="motion")]
    moves += [said("move", "S005", motion="adjourn_debate", of="P1", id="M1"), *vote("M1", 6, 1)]
    rests = ask(*moves, said("start_voting", question="P1"), proposals=ONE)
    assert (rests["allowed"], "GA 74" in rests["rule"]) == (False, True)
    again = [said("move", "S005", motion="resume_debate", id="M2"), *vote("M2", 6, 1)]
    assert ask(*moves, *again, said("start_voting", question="P1"), proposals=ONE)["allowed"]


def test_competence_denied_the_proposal_is_not_put() -> None:
    moved = [said("move", "S005", motion="competence", of="P1", id="M1"), *vote("M1", 6, 1)]
    assert state(*moved, proposals=ONE)["proposal"]["status"] == "not_put"
    refused = ask(*moved, said("start_voting", question="P1"), proposals=ONE)
    assert (refused["allowed"], "GA 79" in refused["rule"]) == (False, True)
