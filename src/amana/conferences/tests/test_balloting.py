"""Secret ballots on a floor: opened, papers taken and put, closed, counted, published."""

import hashlib
import json
import os

import pytest

from amana.conferences import verifier
from amana.conferences.acts.balloting import (
    close_booth,
    count_booth,
    draw_lots,
    give_by_hand,
    open_booth,
    put_paper,
)
from amana.conferences.acts.opening import open_floor
from amana.conferences.acts.saying import Said, say
from amana.conferences.booth.guarding import check_count
from amana.conferences.floor.folding import folded
from amana.conferences.floor.seats import Seat
from amana.conferences.models import BallotBox, BallotList, Booth, Entry, Handed, Session
from amana.conferences.rules.elections.count import Figures
from amana.conferences.rules.elections.lots import drawn
from amana.conferences.tests.voter import Voter, packed
from amana.ground import clock
from amana.kernel.authority import Authority, OfficeHeld
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.permissions import CONFERENCES

pytestmark = pytest.mark.usefixtures("oic")
STATES = [f"S{number:03d}" for number in range(1, 58)]
SEAT = {"id": "council", "places": 1, "majority": "two_thirds", "candidates": ["S001", "S002"]}


def floor_with(*contests):
    office = OfficeHeld("conferences", Words(en="Conferences"), "gs", frozenset({CONFERENCES}))
    officer = Authority("account:1", "Officer", clock.today(), (office,))
    session = Session.objects.filter(body__key="cfm").latest("ordinal")
    log = open_floor(session.key, by=officer, book="oic", exercise=True)
    log.before = {
        "roll": {
            "members": STATES,
            "without_vote": [{"states": ["S057"], "why": "arrears", "rule": "art. 34"}],
        },
        "given": {"contests": list(contests)},
    }
    log.save()
    say(log.key, Said("check_in", more={"who": [*STATES[:41], "S057"]}), chair(log))
    say(log.key, Said("open_meeting"), chair(log))
    return log


@pytest.fixture
def log():
    return floor_with(SEAT)


def chair(log):
    return Seat(log.key, "chair", account="account:1", name="Chair")


def teller(log):
    return Seat(log.key, "teller", account="account:9", name="Teller")


def delegate(log, state):
    return Seat(log.key, "delegate", state, "7", "account:2", "Delegate")


def votes(log, booth, **papers):
    """Delegations take and put papers: `votes(log, booth, S001=40)` by the first forty."""
    codes, states = [], iter(STATES)
    for name, number in papers.items():
        for _ in range(number):
            voter = Voter.at(booth).take(booth, delegate(log, next(states)))
            codes.append(voter.put(booth, *([] if name == "blank" else name.split("__"))))
    return codes


def refused(code, act, *words, **named):
    with pytest.raises(Refusal) as found:
        act(*words, **named)
    assert found.value.code == code


def test_a_ballot_from_its_opening_to_the_published_list(log):
    booth = open_booth(log.key, "council", chair(log))
    assert (booth.ballot, booth.kind, booth.places) == (1, "unrestricted", 1)
    assert booth.field[:3] == ["S001", "S002", "S003"]
    codes = votes(log, booth, S001=4, S002=1, blank=1)
    close_booth(log.key, "council", chair(log))
    found = BallotList.objects.get(booth=booth)
    ballot = json.loads(found.text)
    assert verifier.faults(ballot) == []
    assert ballot["figures"] == {
        "papers": 6, "invalid": 0, "blank": 1, "votes": {"S001": 4, "S002": 1},
    }  # fmt: skip
    assert [paper["code"] for paper in ballot["papers"]] == sorted(codes)
    assert (found.outcome["elected"], found.outcome["required"]) == (["S001"], 4)
    said = Entry.objects.filter(log=log).order_by("n")
    assert [row.do for row in said][-3:] == ["open_ballot", "close_voting", "count"]
    last = said.last().more
    assert last["list"] == found.hash == hashlib.sha256(found.text.encode()).hexdigest()
    opened = said.get(do="open_ballot").more
    assert opened["key"] == hashlib.sha256(ballot["key"].encode()).hexdigest()
    store = Handed.objects.get(booth=booth)
    assert (store.secret, set(store.taken.values())) == ("", {""})
    assert BallotBox.objects.get(booth=booth).papers == []


def test_a_ballot_is_opened_once(log):
    open_booth(log.key, "council", chair(log))
    refused("floor.ballot-runs", open_booth, log.key, "council", chair(log))


def test_a_paper_bears_no_more_names_than_can_be_voted_for():
    log = floor_with({**SEAT, "places": 99_999})
    assert open_booth(log.key, "council", chair(log)).places == len(STATES)


def test_nobody_elected_the_next_ballot_is_restricted_to_its_field(log):
    booth = open_booth(log.key, "council", chair(log))
    votes(log, booth, S001=3, S002=2, S009=1)
    close_booth(log.key, "council", chair(log))
    booth = open_booth(log.key, "council", chair(log))
    assert (booth.ordinal, booth.ballot, booth.kind, booth.field) == (
        2, 2, "restricted", ["S001", "S002"],
    )  # fmt: skip
    voter = Voter.at(booth).take(booth, delegate(log, "S004"))
    refused("ballot.name-outside", voter.put, booth, "S009")


def test_one_paper_for_each_delegation_and_a_retry_is_the_same(log):
    booth = open_booth(log.key, "council", chair(log))
    voter = Voter.at(booth).take(booth, delegate(log, "S003"))
    assert Voter.take(voter, booth, delegate(log, "S003")).signature == voter.signature
    refused("ballot.taken", Voter.at(booth).take, booth, delegate(log, "S003"))
    code = voter.put(booth, "S001")
    assert voter.put(booth, "S001") == code
    refused("ballot.token-used", voter.put, booth, "S002")
    assert len(BallotBox.objects.get(booth=booth).papers) == 1


def test_who_has_no_vote_gets_no_paper(log):
    booth = open_booth(log.key, "council", chair(log))
    refused("floor.vote-withheld", Voter.at(booth).take, booth, delegate(log, "S057"))
    refused("floor.not-present", Voter.at(booth).take, booth, delegate(log, "S050"))
    refused("ballot.not-from-here", Voter.at(booth).take, booth, chair(log))
    say(log.key, Said("check_in", more={"who": ["S050"]}), chair(log))
    assert Voter.at(booth).take(booth, delegate(log, "S050")).put(booth)


def test_a_token_that_this_ballot_did_not_sign_is_refused(log):
    booth = open_booth(log.key, "council", chair(log))
    voter = Voter.at(booth)
    voter.signature = os.urandom(256)
    refused("ballot.token-forged", voter.put, booth, "S001")
    refused("ballot.token-forged", put_paper, booth.pk, "§", "", ["S001"])
    refused("ballot.token-forged", put_paper, booth.pk, packed(b"short"), packed(b"x"), [])
    real = Voter.at(booth).take(booth, delegate(log, "S003"))
    real.token = bytes(64)
    refused("ballot.token-forged", real.put, booth, "S001")
    refused("ballot.too-many-names", Voter.at(booth).take(booth, delegate(log, "S004")).put,
            booth, "S001", "S002")  # fmt: skip


def test_a_token_of_one_ballot_is_worth_nothing_in_the_next(log):
    first = open_booth(log.key, "council", chair(log))
    kept = Voter.at(first).take(first, delegate(log, "S005"))
    votes(log, first, S001=1, S002=1)
    close_booth(log.key, "council", chair(log))
    second = open_booth(log.key, "council", chair(log))
    refused("ballot.token-forged", kept.put, second, "S001")
    refused("ballot.closed", kept.put, first, "S001")


def test_whoever_heard_no_answer_hears_it_after_the_count_too(log):
    booth = open_booth(log.key, "council", chair(log))
    voter = Voter.at(booth).take(booth, delegate(log, "S003"))
    code = voter.put(booth, "S001")
    close_booth(log.key, "council", chair(log))
    assert voter.put(booth, "S001") == code
    refused("ballot.token-used", voter.put, booth, "S002")
    assert json.loads(BallotList.objects.get().text)["figures"]["papers"] == 1


def test_after_the_close_nothing_is_given_out_or_taken(log):
    booth = open_booth(log.key, "council", chair(log))
    voter = Voter.at(booth).take(booth, delegate(log, "S003"))
    give_by_hand(log.key, "council", teller(log), "S004")
    close_booth(log.key, "council", chair(log))
    refused("ballot.closed", voter.put, booth, "S001")
    refused("ballot.closed", Voter.at(booth).take, booth, delegate(log, "S006"))
    refused("ballot.tellers-first", count_booth, log.key, "council", teller(log))
    assert Entry.objects.filter(log=log).latest("n").do == "close_voting"


def test_papers_by_hand_and_papers_of_the_box_are_one_count(log):
    booth = open_booth(log.key, "council", chair(log))
    votes(log, booth, S001=4, S002=2)
    refused("ballot.taken", give_by_hand, log.key, "council", teller(log), "S001")
    for state in ("S020", "S021", "S022", "S022"):
        give_by_hand(log.key, "council", teller(log), state)
    refused("ballot.taken-by-hand", Voter.at(booth).take, booth, delegate(log, "S020"))
    refused("ballot.not-closed", count_booth, log.key, "council", teller(log),
            Figures(0, 0, 0, {}))  # fmt: skip
    close_booth(log.key, "council", chair(log))
    four, bad = Figures(4, 0, 0, {"S001": 4}), Figures(3, 0, 0, {"S001": 4})
    refused("ballot.more-than-given", count_booth, log.key, "council", teller(log), four)
    refused("election.too-many-votes", count_booth, log.key, "council", teller(log), bad)
    found = count_booth(log.key, "council", teller(log), Figures(3, 1, 0, {"S002": 2}))
    ballot = json.loads(found.text)
    assert ballot["figures"] == {
        "papers": 9, "invalid": 1, "blank": 0, "votes": {"S001": 4, "S002": 4},
    }  # fmt: skip
    assert (ballot["given"], verifier.faults(ballot)) == ({"electronic": 6, "by_hand": 3}, [])
    entry = Entry.objects.filter(log=log).latest("n")
    assert entry.more["by_tellers"] == {
        "papers": 3, "invalid": 1, "blank": 0, "votes": {"S002": 2},
    }  # fmt: skip


def test_a_ballot_on_paper_alone_is_counted_by_the_tellers(log):
    booth = open_booth(log.key, "council", chair(log), electronic=False)
    refused("ballot.on-paper", open_paper, log, booth)
    close_booth(log.key, "council", chair(log))
    found = count_booth(
        log.key, "council", teller(log), Figures(41, 0, 1, {"S001": 30, "S002": 10})
    )
    assert found.outcome["elected"] == ["S001"]
    assert verifier.faults(json.loads(found.text)) == []


def open_paper(log, booth):
    from amana.conferences.acts.balloting import take_paper

    take_paper(log.key, booth.contest, delegate(log, "S003"), bytes(256))


def test_more_papers_than_could_vote_are_refused_and_the_ballot_stays_closed(log):
    open_booth(log.key, "council", chair(log), electronic=False)
    close_booth(log.key, "council", chair(log))
    many = Figures(42, 0, 0, {"S001": 42})
    refused("election.too-many-papers", count_booth, log.key, "council", teller(log), many)
    assert Booth.objects.get().status == "closed"
    log.refresh_from_db()
    with folded(log) as floor:
        assert floor.contests["council"].status == "counting"


def test_who_leaves_after_putting_a_paper_is_counted_all_the_same(log):
    booth = open_booth(log.key, "council", chair(log))
    votes(log, booth, S001=41)
    say(log.key, Said("check_out", more={"who": STATES[:10]}), chair(log))
    close_booth(log.key, "council", chair(log))
    assert BallotList.objects.get(booth=booth).outcome["papers"] == 41


def test_an_election_is_announced_on_the_floor_and_then_voted_on():
    log = floor_with()
    more = {
        "contest": "chairs", "places": 2, "majority": "simple", "title": {"en": "Two chairs"},
        "candidates": ["S001", "S002", "Candidate A (exercise)"],
    }  # fmt: skip
    say(log.key, Said("announce_election", more=more), chair(log))
    refused("floor.contest-known", say, log.key, Said("announce_election", more=more), chair(log))
    nothing = Said("announce_election", more={"contest": "none", "places": 0})
    refused("floor.event-unreadable", say, log.key, nothing, chair(log))
    booth = open_booth(log.key, "chairs", chair(log))
    assert booth.field[:3] == more["candidates"]
    give_by_hand(log.key, "chairs", chair(log), "S007")
    close_booth(log.key, "chairs", chair(log))
    last = more["candidates"][2]
    found = count_booth(log.key, "chairs", teller(log), Figures(1, 0, 0, {last: 1}))
    assert found.outcome["elected"] == [last]


def test_a_count_from_the_console_does_not_leave_out_the_booth(log):
    check_count(log, "count", {"contest": "council", "papers": 3})  # nothing is in a booth
    booth = open_booth(log.key, "council", chair(log))
    for more in ({"contest": "council", "papers": 3}, {"papers": 3}):
        refused("ballot.count-at-the-table", check_count, log, "count", more)
    check_count(log, "count", {"contest": "other"})
    check_count(log, "count", {"contest": "council", "list": "0" * 64})
    say(log.key, Said("close_voting"), chair(log))  # from the console
    refused("ballot.closed", Voter.at(booth).take, booth, delegate(log, "S003"))
    close_booth(log.key, "council", chair(log))
    assert Booth.objects.get().status == "counted"


def test_a_booth_joins_a_ballot_that_was_opened_from_the_console(log):
    say(log.key, Said("open_ballot", more={"contest": "council"}), chair(log))
    booth = open_booth(log.key, "council", chair(log))
    votes(log, booth, S001=2)
    close_booth(log.key, "council", chair(log))
    assert [row.do for row in Entry.objects.filter(log=log).order_by("n")][-3:] == [
        "open_ballot", "close_voting", "count",
    ]  # fmt: skip


def test_regional_papers_are_closed_together_and_counted_apart():
    log = floor_with(
        {"id": "council", "papers": {
            "africa": {"places": 1, "candidates": ["S001"]},
            "asia": {"places": 2, "candidates": ["S002", "S003", "S004"]},
        }}
    )  # fmt: skip
    for part in ("council/africa", "council/asia"):
        open_booth(log.key, part, chair(log))
    africa, asia = Booth.objects.order_by("contest")
    votes(log, africa, S001=3)
    votes(log, asia, S002__S003=2, S002__S004=1)
    close_booth(log.key, "council/africa", chair(log))
    one, two = (
        json.loads(row.text)["figures"]["votes"] for row in BallotList.objects.order_by("pk")
    )
    assert (one, two) == ({"S001": 3}, {"S002": 3, "S003": 2, "S004": 1})


def test_lots_between_equals_are_drawn_by_a_seed_that_anybody_can_use_again():
    log = floor_with({**SEAT, "places": 2, "majority": "simple", "candidates": STATES[:3]})
    for kind in ("unrestricted", "special", "special"):
        booth = open_booth(log.key, "council", chair(log))
        assert (booth.kind, booth.ballot is None) == (kind, kind == "special")
        votes(log, booth, S001__S002=2, S001__S003=2, S002__S003=2)
        close_booth(log.key, "council", chair(log))
    refused("floor.lots-are-drawn", open_booth, log.key, "council", chair(log))
    names = draw_lots(log.key, "council", teller(log), "seven dice")
    assert names == drawn("seven dice", STATES[:3])[:2]
    assert Entry.objects.filter(log=log).latest("n").more["seed"] == "seven dice"
    log.refresh_from_db()
    with folded(log) as floor:
        assert floor.contests["council"].elected == names
