"""Shares and majorities: whole numbers, the edges, and what can never happen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amana.conferences.rules.deciding import decided
from amana.conferences.rules.majorities import Tally, count
from amana.conferences.rules.rulebook import rulebook
from amana.conferences.rules.shares import need
from amana.kernel.refusals import Refusal

UN = rulebook("un-ga")
VOTES = st.integers(0, 200)


@pytest.mark.parametrize(
    ("share", "members", "needed"),
    [
        ("2/3", 57, 38), ("2/3", 56, 38), ("2/3", 58, 39), ("1/3", 193, 65), ("1/3", 195, 65),
        ("majority", 193, 97), ("majority", 2, 2), ("3/4", 13, 10), ("1/2", 57, 29),
    ],
)  # fmt: skip
def test_a_share_is_rounded_up(share: str, members: int, needed: int) -> None:
    assert need(share, members) == needed


@pytest.mark.parametrize("share", ["0/3", "3/2", "half", "2/0", "-1/3", "0.67"])
def test_what_is_no_share_is_refused(share: str) -> None:
    with pytest.raises(Refusal, match="share"):
        need(share, 57)


@pytest.mark.parametrize(
    ("vote", "outcome", "required"),
    [
        # Nobody for, nobody against: nothing is carried under any majority.
        ({"yes": 0, "no": 0, "abstain": 57, "majority": "two_thirds"}, "not_carried", 1),
        ({"yes": 0, "no": 0, "abstain": 9, "majority": "simple"}, "not_carried", 1),
        ({"yes": 1, "no": 0, "abstain": 56, "majority": "two_thirds"}, "carried", 1),
        # Exactly two thirds is enough; one short is not.
        ({"yes": 38, "no": 19, "majority": "two_thirds"}, "carried", 38),
        ({"yes": 37, "no": 19, "abstain": 1, "majority": "two_thirds"}, "not_carried", 38),
        # An equal vote: again within 48 hours, then not carried; never in a committee.
        ({"yes": 20, "no": 20, "abstain": 3, "majority": "simple"}, "tie_second_vote", 21),
        ({"yes": 21, "no": 21, "majority": "simple", "second": True}, "not_carried", 22),
        ({"yes": 20, "no": 20, "majority": "simple", "committee": True}, "not_carried", 21),
        ({"yes": 20, "no": 20, "majority": "simple", "profile": "oic"}, "not_carried", 21),
        ({"yes": 40, "no": 40, "majority": "two_thirds"}, "not_carried", 54),
        # The General Assembly, 13 June and 6 December 2018.
        ({"yes": 62, "no": 58, "abstain": 42, "majority": "two_thirds"}, "not_carried", 80),
        ({"yes": 75, "no": 72, "abstain": 26, "majority": "simple"}, "carried", 74),
        ({"yes": 87, "no": 58, "abstain": 32, "majority": "two_thirds"}, "not_carried", 97),
        # Shares of the members, and of those present.
        ({"yes": 38, "no": 3, "majority": "members(2/3)", "members": 57}, "carried", 38),
        ({"yes": 37, "no": 0, "majority": "members(2/3)", "members": 57}, "not_carried", 38),
        ({"yes": 26, "no": 13, "abstain": 11, "majority": "two_thirds", "present": 50,
          "profile": "committee-half"}, "not_carried", 34),
        ({"yes": 26, "no": 13, "abstain": 11, "majority": "two_thirds"}, "carried", 26),
    ],
)  # fmt: skip
def test_votes(vote: dict[str, object], outcome: str, required: int) -> None:
    said = decided(vote)
    assert (said["outcome"], said["required"], said["carried"]) == (
        outcome, required, outcome == "carried",
    )  # fmt: skip


def test_an_equal_appeal_leaves_the_ruling() -> None:
    said = decided({"yes": 25, "no": 25, "majority": "simple", "question": "overrule"})
    assert (said["outcome"], said["effect"]) == ("not_carried", "ruling stands")
    assert "GA 71" in said["rule"]


@pytest.mark.parametrize("majority", ["simple", "two_thirds", "members(2/3)", "members(majority)"])
@given(yes=VOTES, no=VOTES, abstain=VOTES)
def test_another_yes_never_turns_adopted_into_rejected(
    majority: str, yes: int, no: int, abstain: int
) -> None:
    members = 700
    before = count(Tally(yes, no, abstain), majority, UN, members=members)
    after = count(Tally(yes + 1, no, abstain), majority, UN, members=members)
    assert after.carried or not before.carried
    assert before.carried == (yes > 0 and yes >= before.required)


@pytest.mark.parametrize(
    "vote",
    [
        {"yes": -1, "no": 2}, {"yes": 1.5, "no": 2}, {"yes": 1, "no": 2, "majority": "most"},
        {"yes": 1, "no": 2, "majority": "members(2/3)"}, {"yes": 1, "no": 2, "profile": "moon"},
        {"yes": 5, "no": 2, "majority": "members(2/3)", "members": 3}, {"yes": True, "no": 1},
        {"yes": 1, "no": 0, "on": "yesterday"},
    ],
)  # fmt: skip
def test_what_cannot_be_counted_is_refused(vote: dict[str, object]) -> None:
    with pytest.raises(Refusal):
        decided(vote)


def test_a_rulebook_holds_on_its_days() -> None:
    """Two thirds of all members until the Charter of 2008; of those voting since."""
    vote = {"yes": 30, "no": 10, "majority": "two_thirds", "members": 57, "profile": "oic"}
    assert decided(vote | {"on": "2007-05-15"})["required"] == 38
    assert decided(vote | {"on": "2008-03-14"})["required"] == 27
    assert decided(vote)["rule"] == ["OIC Charter 33(2)", "GA 86"]


def test_what_is_borrowed_is_marked() -> None:
    oic = rulebook("oic")
    assert oic.borrowed("points_of_order")
    assert oic.borrowed("suspend_meeting")
    assert not oic.borrowed("quorum_decision")
    assert "OIC Legal Affairs" in oic.mark.en
    assert not UN.borrowed("points_of_order")
