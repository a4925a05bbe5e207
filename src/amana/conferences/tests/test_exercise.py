"""An exercise: made by the acts of the product, reached by its addresses, in no list."""

import pytest

from amana.conferences.acts.opening import open_floor
from amana.conferences.acts.saying import Said, say
from amana.conferences.exercise import open_exercise, rehearse
from amana.conferences.floor.folding import folded
from amana.conferences.floor.naming import names_of
from amana.conferences.floor.seats import Seat
from amana.conferences.lookups import session, sessions
from amana.conferences.rules.floor.shown import shown
from amana.ground import clock
from amana.kernel.authority import Authority, OfficeHeld
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.permissions import CONFERENCES

pytestmark = pytest.mark.usefixtures("oic")
OFFICE = OfficeHeld("conferences", Words(en="Conferences"), "gs", frozenset({CONFERENCES}))


@pytest.fixture
def log():
    by = Authority("account:1", "Officer", clock.today(), (OFFICE,))
    return open_exercise(by=by, body="cfm", language="en").log


def state_of(log):
    with folded(log) as floor:
        return shown(floor)


def chair(log, do, **more):
    return say(log.key, Said(do, more=more), Seat(log.key, "chair"))


def test_an_exercise_is_marked_and_stands_in_no_list(log):
    row = session(log.session.key, on=clock.today(), planned=True).this
    assert row.title.en.startswith("Exercise: ")
    assert row.title.ar.startswith("تمرين: ")
    assert row.key not in [each.key for each in sessions(on=clock.today(), planned=True)]
    assert names_of(log)["S07"].fr == "État 07"


def test_a_newcomer_goes_from_the_first_delegation_to_a_decision(log):
    rehearse(log.key, "come", seed=1)
    say(log.key, Said("check_in", more={"who": ["S01", "S02", "S03"]}), Seat(log.key, "secretary"))
    chair(log, "open_meeting")
    assert all(outcome.n for outcome in rehearse(log.key, "ask", seed=1))
    assert len(state_of(log)["speakers"]) == 5
    chair(log, "ask_consensus", on="L.1")
    objector = Seat(log.key, "delegate", "S02", "exercise")
    say(log.key, Said("object", more={"on": "L.1"}), objector)
    chair(log, "start_voting", question="L.1", method="recorded")
    outcomes = rehearse(log.key, "vote", seed=1)
    assert len([outcome for outcome in outcomes if outcome.n]) == 54
    say(log.key, Said("cast", more={"answer": "no", "question": "L.1"}), objector)
    chair(log, "close_voting")
    state = state_of(log)
    assert sum(state["tally"].values()) == 55
    assert state["decision"]["outcome"] in ("adopted_by_vote", "not_adopted")


def test_what_is_not_in_order_is_refused_to_the_simulated_too(log):
    rehearse(log.key, "come", seed=1)
    outcomes = rehearse(log.key, "ask", seed=1)
    assert {outcome.refusal.code for outcome in outcomes} == {"floor.meeting-not-open"}


def test_a_committee_of_an_exercise_is_one_of_the_exercise(log):
    by = Authority("account:1", "Officer", clock.today(), (OFFICE,))
    name = Words(ar="لجنة", en="Committee", fr="Commission")
    made = open_floor(log.session.key, by=by, book="committee-half", committee=name)
    assert made.exercise
    assert made.before["roll"] == log.before["roll"]
    rehearse(made.key, "come", seed=1)
    assert state_of(made)["quorum"]["members"] == 57


def test_nothing_is_simulated_on_a_floor_of_the_organisation(log):
    log.exercise = False
    log.save()
    with pytest.raises(Refusal):
        rehearse(log.key, "come")
