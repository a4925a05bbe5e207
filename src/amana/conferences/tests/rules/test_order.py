"""Points of order, rulings, appeals, the validity of decisions; what may be looked at."""

from typing import Any

import pytest

from amana.conferences.tests.rules.playing import Event, ask, said, state, vote

P1 = {"id": "P1", "sponsors": ["S001"]}
START = said("start_voting", question="P1", method="recorded")
POINT = said("point_of_order", "S002", about="conduct of the debate")
RULE = said("rule", ruling="the speaker is in order")
APPEAL = said("appeal", "S002", id="AP1")


def refused(*events: Any, **given: Any) -> list[str]:
    """The citations of a last event that was refused."""
    answer = ask(*events, **given)
    assert not answer["allowed"], answer
    cited: list[str] = answer["rule"]
    return cited


# --- Points of order


def test_points_wait_in_order_and_the_speaker_comes_back_after_the_last() -> None:
    events = [
        said("give_floor", to="S001", for_="speech"), POINT,
        said("point_of_order", "S003", about="interpretation"),
    ]  # fmt: skip
    assert state(*events)["floor"] == "S002"
    assert state(*events)["points"] == ["S002", "S003"]
    assert state(*events, RULE)["floor"] == "S003"
    assert state(*events, RULE, RULE)["floor"] == "S001"


def test_nothing_but_the_ruling_while_a_point_waits() -> None:
    assert "GA 71" in refused(POINT, START, proposals=[P1])
    assert "GA 71" in refused(POINT, said("give_floor", to="S001", for_="speech"))
    assert "GA 71" in refused(POINT, said("speak", "S002", content="substance of the item"))
    assert ask(POINT, said("speak", "S002", content="on the point"))["allowed"]
    assert "GA 71" in refused(said("point_of_order", "O001", about="procedure"))
    assert "GA 71" in refused(POINT, RULE | {"by": "S001"})


@pytest.mark.parametrize(
    ("about", "allowed"),
    [
        ("conduct_of_voting", True),
        ("conduct of this vote", True),
        ("quorum", True),
        ("conduct_of_debate", False),
        ("validity of P2", False),
    ],
)
def test_during_a_vote_only_on_the_conduct_of_that_vote(about: str, allowed: bool) -> None:
    decided = {"id": "P2", "sponsors": ["S003"], "status": "adopted_by_vote"}
    point = said("point_of_order", "S002", about=about)
    answer = ask(START, point, proposals=[P1, decided])
    assert answer["allowed"] is allowed
    assert "GA 88" in answer["rule"]
    if allowed:
        ruled = [START, point, said("rule", ruling="the vote goes on")]
        assert state(*ruled, proposals=[P1])["phase"] == "voting"
        assert "GA 88" in refused(*ruled, APPEAL, proposals=[P1])
        assert ask(*ruled, said("close_voting"), APPEAL, proposals=[P1])["allowed"]


# --- Appeals


@pytest.mark.parametrize(
    ("framing", "yes", "no", "outcome", "required"),
    [
        ("overrule", 5, 4, "ruling_overruled", 5),
        ("overrule", 5, 5, "ruling_stands", 6),
        ("overrule", 4, 5, "ruling_stands", 5),
        ("uphold the ruling", 4, 5, "ruling_overruled", 5),
        ("uphold the ruling", 5, 5, "ruling_stands", 6),
        ("uphold the ruling", 5, 4, "ruling_stands", 5),
        ("uphold the ruling", 0, 0, "ruling_stands", 1),
    ],
)
def test_a_ruling_stands_unless_more_vote_to_overrule(
    framing: str, yes: int, no: int, outcome: str, required: int
) -> None:
    framed = said("frame_question", question="AP1", framing=framing)
    shown = state(POINT, RULE, APPEAL, framed, *vote("AP1", yes, no))
    decision = shown["decision"]
    assert shown["framing"] == framing
    assert shown["tally"] == {"yes": yes, "no": no, "abstain": 0}
    assert (decision["outcome"], decision["required"]) == (outcome, required)
    assert decision["carried"] is (outcome == "ruling_overruled")


@pytest.mark.parametrize("profile", ["un-ga", "oic", "committee-half", "au"])
def test_an_appeal_is_a_question_of_procedure_everywhere(profile: str) -> None:
    shown = state(POINT, RULE, APPEAL, *vote("AP1", 5, 4), profile=profile)
    assert (shown["decision"]["majority"], shown["decision"]["base"]) == ("simple", "yes_no")


def test_an_appeal_comes_before_other_business_and_once() -> None:
    speech = said("give_floor", to="S004", for_="speech")
    assert "GA 71" in refused(APPEAL)
    assert "GA 71" in refused(POINT, RULE, speech, APPEAL)
    assert "GA 71" in refused(POINT, RULE, APPEAL, said("appeal", "S003", id="AP2"))
    assert "GA 71" in refused(POINT, RULE, APPEAL | {"by": "O001"})


def test_an_appeal_is_put_at_once_without_debate() -> None:
    waits = [POINT, RULE, APPEAL]
    assert state(*waits)["question"] == "AP1"
    assert "GA 71" in refused(*waits, said("give_floor", to="S004", for_="speech"))
    assert "GA 71" in refused(*waits, START, proposals=[P1])
    assert "GA 71" in refused(*waits, said("speak", "S002", content="on my appeal"))
    side = said("speak_on_motion", "S004", motion="AP1", side="for")
    assert "GA 71" in refused(*waits, side)


def test_a_point_that_waits_is_held_until_the_appeal_is_decided() -> None:
    other = said("point_of_order", "S003", about="interpretation")
    events: list[Event] = [
        said("give_floor", to="S001", for_="speech"), POINT, other, RULE, APPEAL,
        *vote("AP1", 4, 5),
    ]  # fmt: skip
    assert state(*events)["floor"] == "S003"
    assert state(*events, RULE)["floor"] == "S001"


def test_an_appeal_is_withdrawn_by_who_made_it() -> None:
    waits = [POINT, RULE, APPEAL]
    assert not ask(*waits, said("withdraw", "S003", what="AP1"))["allowed"]
    gone = [*waits, said("withdraw", "S002", what="AP1")]
    assert state(*gone)["question"] is None
    assert not ask(*gone, said("start_voting", question="AP1"))["allowed"]


def test_below_the_decision_quorum_no_appeal_is_decided() -> None:
    out = said("check_out", ["S005..S010"])
    answer = ask(out, POINT, RULE, APPEAL, said("start_voting", question="AP1"))
    assert not answer["allowed"]
    assert answer["facts"] == {"present": 4, "needed": 6}


# --- Validity (section 10)


FLAGGED = {
    "id": "P1", "sponsors": ["S001"], "status": "adopted_by_vote",
    "flags": ["decision_quorum_not_met"], "tally": {"yes": 3, "no": 1, "abstain": 0},
}  # fmt: skip
CHALLENGE = said("point_of_order", "S002", about="validity of P1")


def test_a_flagged_decision_stands_until_the_organ_overrules() -> None:
    observed = ask(said("observe", ()), proposals=[FLAGGED])
    assert "section 10" in observed["rule"]
    assert observed["state"]["decision"]["void"] is False
    upheld = [CHALLENGE, said("rule", ruling="the decision stands"), APPEAL, *vote("AP1", 5, 5)]
    assert state(*upheld, said("observe", ()), proposals=[FLAGGED])["decision"]["void"] is False


def test_the_chair_alone_does_not_make_a_decision_void() -> None:
    ruled = [CHALLENGE, said("rule", ruling="the decision is void")]
    assert state(*ruled, proposals=[FLAGGED])["decision"]["void"] is False
    stands = state(*ruled, APPEAL, *vote("AP1", 4, 5), said("observe", ()), proposals=[FLAGGED])
    assert (stands["decision"]["void"], stands["decision"]["by"]) == (True, "AP1")
    over = state(*ruled, APPEAL, *vote("AP1", 5, 4), said("observe", ()), proposals=[FLAGGED])
    assert over["decision"]["question"] == "AP1"


def test_a_text_whose_decision_is_void_can_be_put_again() -> None:
    void = [CHALLENGE, said("rule", ruling="it stands"), APPEAL, *vote("AP1", 6, 4)]
    again = state(*void, *vote("P1", 7, 3), proposals=[FLAGGED])["decision"]
    assert (again["question"], again["outcome"], again["void"]) == ("P1", "adopted_by_vote", False)


# --- Looking


@pytest.mark.parametrize("who", ["S003", "chair", "secretariat", "administrator", "auditor"])
def test_nobody_sees_who_cast_a_secret_paper(who: str) -> None:
    contest = {"id": "E1", "places": 1, "majority": "simple", "candidates": ["A", "B"]}
    asked = said("view", who, what="how S004 voted", contest="E1")
    assert "section 8" in refused(asked, contests=[contest])
    assert "section 8" in refused(said("view", who, what="the ballot paper of S004"))
    assert ask(said("view", who, what="totals", contest="E1"), contests=[contest])["allowed"]


def test_a_show_of_hands_gives_totals_only_and_a_recorded_vote_the_board() -> None:
    hands = said("start_voting", question="P1", method="show_of_hands")
    cast, view = said("cast", "S001", answer="yes"), said("view", "S002", what="board")
    assert state(hands, cast, view, proposals=[P1])["board"] is None
    assert state(START, cast, view, proposals=[P1])["board"]["S001"] == "yes"


def test_observing_cites_the_rules_of_what_is_shown() -> None:
    look = said("observe", ())
    assert "GA 67" in ask(look)["rule"]
    assert "GA 68" in ask(said("request_floor", "S001"), look)["rule"]
    assert "GA 73" in ask(said("close_list"), look)["rule"]
    assert "GA 78" in ask(look, proposals=[P1])["rule"]
