"""Taps: all that arrived together in one commit, each with its answer."""

import pytest

from amana.conferences.models import Entry
from amana.conferences.screens.mine import own
from amana.conferences.screens.taps import admits, take
from amana.conferences.tests.screens.floors import STATES, opened, said_by
from amana.live.api import Tap


@pytest.fixture
def log(oic):
    return opened()


@pytest.fixture
def vote(log):
    said_by(log, "ask_consensus", on="L.1")
    said_by(log, "object", "S03")
    said_by(log, "start_voting", question="L.1", method="recorded")
    return log


def cast(party, answer="yes", key="k", question="L.1", lang="en"):
    return Tap(f"{party}/exercise", "cast", {"answer": answer, "question": question}, key,
               "delegate", lang)  # fmt: skip


def test_two_hundred_taps_are_one_commit(vote, django_assert_max_num_queries):
    taps = [cast(STATES[number % 45], key=f"k{number}") for number in range(200)]
    take(vote.key, taps[:1])
    with django_assert_max_num_queries(10):
        answers = take(vote.key, taps[1:])
    assert all(answer["n"] for answer in answers)
    assert Entry.objects.filter(log=vote, do="cast").count() == 200


def test_a_second_tap_changes_the_answer_and_adds_none(vote):
    take(vote.key, [cast("S01", "yes", "a"), cast("S01", "no", "b")])
    found = own(vote.key, ["S01/exercise", "S02/exercise"])
    assert found["S01/exercise"]["answer"] == "no"
    assert found["S02/exercise"]["answer"] == ""
    said_by(vote, "close_voting")


def test_a_tap_that_is_sent_again_counts_once(vote):
    first, again = take(vote.key, [cast("S01", key="a"), cast("S01", key="a")])
    assert (again["n"], again["again"]) == (first["n"], True)
    assert "counts once" in again["said"]


def test_a_tap_for_another_vote_or_after_the_closing_is_refused_with_its_rule(vote):
    (other,) = take(vote.key, [cast("S01", question="L.2")])
    assert other["refused"]["code"] == "floor.other-vote"
    said_by(vote, "close_voting")
    (late,) = take(vote.key, [cast("S01", lang="ar")])
    assert late["refused"]["sentence"] == "ليس هناك تصويت جارٍ."
    assert late["refused"]["rule"]["label"].startswith("المادة 88")


def test_who_is_not_there_is_told_so_by_name(vote):
    (answer,) = take(vote.key, [cast("S57")])
    assert answer["refused"]["sentence"] == "Nobody of the delegation of State 57 is checked in."
    why = own(vote.key, ["S57/exercise"])["S57/exercise"]
    assert why["may_vote"] is False
    assert "الدولة 57" in why["why"]["ar"]


def test_a_delegation_cannot_speak_for_another_nor_do_what_is_the_chairs(vote):
    tap = Tap("S01/exercise", "cast", {"answer": "no", "by": "S02", "question": "L.1"}, "x")
    assert take(vote.key, [tap])[0]["n"]
    assert Entry.objects.latest("n").by == ["S01/exercise"]
    for do in ("close_voting", "check_in", "take_roll", "drop_paper", "move-nothing", "x" * 300):
        (answer,) = take(vote.key, [Tap("S01/exercise", do, {}, "y")])
        assert answer["refused"]["sentence"]


def test_a_viewer_without_a_seat_is_refused_and_cut(log):
    (answer,) = take(log.key, [Tap("S01/9999", "request_floor", {}, "z")])
    assert answer["refused"]["code"] == "floor.no-seat"
    assert admits(log.key, {"S01/9999", "S01/exercise", "chair"}) == {"S01/exercise", "chair"}


def test_at_the_desk_delegations_are_named_in_any_language_or_by_code(log):
    said = "State 50; الدولة 51 ;État 52; s53"
    (answer,) = take(log.key, [Tap("secretary", "check_in", {"who": said}, "d")])
    assert answer["n"]
    row = Entry.objects.latest("n")
    assert row.more == {"who": ["S50", "S51", "S52", "S53"], "source": "desk"}


def test_the_totals_of_a_show_of_hands_are_entered_at_the_desk(log):
    said_by(log, "ask_consensus", on="L.1")
    said_by(log, "object", "S03")
    said_by(log, "start_voting", question="L.1")
    (answer,) = take(
        log.key, [Tap("secretary", "cast-totals", {"yes": "30", "no": "5", "abstain": "2"}, "t")]
    )
    assert answer["n"]
    assert Entry.objects.latest("n").more == {"totals": {"yes": 30, "no": 5, "abstain": 2}}


def test_what_is_asked_for_the_own_place(log):
    for party in ("S05", "S06"):
        said_by(log, "request_floor", party)
    found = own(log.key, ["S06/exercise", "O1/exercise"])
    assert found["S06/exercise"]["place"] == 2
    assert "listed" in found["S06/exercise"]["flags"]
    assert {"observer", "unlisted"} <= set(found["O1/exercise"]["flags"])
    assert found["O1/exercise"]["may_vote"] is False


def test_an_election_is_announced_at_the_desk(log):
    said = {"contest": "Bureau", "places": "2", "candidates": "State 05; الدولة 06; S07"}
    (answer,) = take(log.key, [Tap("chair", "announce_election", said, "e")])
    assert answer["n"]
    assert Entry.objects.latest("n").more == {
        "contest": "Bureau", "places": 2, "candidates": ["S05", "S06", "S07"],
    }  # fmt: skip
