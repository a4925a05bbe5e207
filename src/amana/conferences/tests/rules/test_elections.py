"""Elections: the series of ballots, who is elected, the field of the next, the drop-out, papers."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amana.conferences.rules.deciding import elected
from amana.conferences.rules.elections.ballots import kind_of_ballot
from amana.conferences.rules.elections.count import Paper, read_papers
from amana.conferences.rules.elections.lots import drawn
from amana.conferences.rules.rulebook import rulebook
from amana.kernel.refusals import Refusal

UN = rulebook("un-ga")


def test_ballots_come_in_threes() -> None:
    kinds = "".join(kind_of_ballot(number)[0] for number in range(1, 20))
    assert kinds == "u" + "rrruuu" * 3
    assert [kind_of_ballot(n) for n in (47, 50, 100, 101)] == [
        "unrestricted", "restricted", "restricted", "unrestricted",
    ]  # fmt: skip
    with pytest.raises(Refusal):
        kind_of_ballot(0)


def ballot(**given: Any) -> dict[str, Any]:
    return elected({"majority": "two_thirds", "voting": 57} | given)


def test_more_reach_it_than_there_are_places() -> None:
    said = ballot(places=4, votes={"A": 50, "B": 48, "C": 44, "D": 40, "E": 39})
    assert (said["required"], said["elected"], said["next"]) == (38, ["A", "B", "C", "D"], None)


def test_equals_on_the_last_place_have_a_special_ballot() -> None:
    said = ballot(places=4, votes={"A": 50, "B": 48, "C": 44, "D": 40, "E": 40})
    assert said["elected"] == ["A", "B", "C"]
    assert said["next"] == {"kind": "special", "field": ["D", "E"], "places": 1, "ballot": None}


def test_the_field_is_twice_the_places_left() -> None:
    said = ballot(places=3, votes={"A": 45, "B": 37, "C": 30, "D": 25, "E": 20, "F": 14})
    assert said["elected"] == ["A"]
    assert said["next"]["field"] == ["B", "C", "D", "E"]
    assert (said["next"]["kind"], said["next"]["places"]) == ("restricted", 2)


def test_the_election_of_2004() -> None:
    """32, 12 and 12 of 56: nobody reached 38; the equals at the edge of the field come first."""
    said = elected({
        "places": 1, "majority": "two_thirds", "members": 57, "papers": 56, "invalid": 0,
        "abstain": 0, "votes": {"A": 32, "B": 12, "C": 12}, "profile": "oic",
    })  # fmt: skip
    assert (said["required"], said["elected"]) == (38, [])
    assert said["next"]["field"] == ["B", "C"]


def test_an_equal_second_ballot_under_a_simple_majority_is_drawn_by_lot() -> None:
    equal = {"places": 1, "voting": 54, "votes": {"A": 27, "B": 27}, "ballot": 2}
    assert elected(equal | {"majority": "simple"})["next"]["kind"] == "lots"
    assert elected(equal | {"majority": "two_thirds"})["next"]["kind"] == "restricted"
    assert elected(equal | {"majority": "simple", "ballot": 1})["next"]["kind"] == "restricted"


def test_exactly_two_thirds_elects() -> None:
    said = elected({
        "places": 2, "majority": "two_thirds", "members": 193, "papers": 192, "invalid": 0,
        "abstain": 0, "votes": {"A": 130, "B": 128, "C": 108},
    })  # fmt: skip
    assert (said["required"], said["elected"]) == (128, ["A", "B"])


def test_a_majority_of_all_members() -> None:
    said = elected({
        "places": 1, "majority": "members(majority)", "members": 193, "papers": 180, "invalid": 0,
        "abstain": 0, "votes": {"A": 96, "B": 84},
    })  # fmt: skip
    assert (said["required"], said["elected"]) == (97, [])


def test_the_drop_out() -> None:
    def au(number: int, votes: dict[str, int], field: list[str]) -> dict[str, Any]:
        return elected({
            "places": 1, "majority": "two_thirds", "profile": "au", "ballot": number,
            "votes": votes, "papers": 51, "invalid": 0, "abstain": 51 - sum(votes.values()),
            "field": field, "members": 54,
        })  # fmt: skip

    assert au(1, {"A": 27, "B": 23}, ["A", "B"])["next"]["field"] == ["A", "B"]
    third = au(3, {"A": 30, "B": 21}, ["A", "B"])
    assert (third["dropped"], third["next"]["kind"], third["next"]["field"]) == (
        ["B"], "yes_no", ["A"],
    )  # fmt: skip
    assert au(4, {"yes": 33, "no": 18}, ["A"])["elected"] == []
    assert au(4, {"yes": 34, "no": 17}, ["A"])["elected"] == ["A"]
    assert au(3, {"A": 25, "B": 25}, ["A", "B"])["next"]["field"] == ["A", "B"]


@pytest.mark.parametrize(
    "count",
    [
        {"papers": 60, "votes": {"A": 60}},  # more papers than members
        {"papers": 50, "votes": {"A": 30, "B": 10}},  # ten votes missing
        {"papers": 50, "votes": {"A": 40, "B": 20}},  # ten votes too many
        {"papers": 10, "invalid": 8, "abstain": 5, "votes": {}},
        {"papers": 50, "places": 2, "votes": {"A": 51, "B": 10}},
    ],
)
def test_figures_that_break_an_identity_elect_nobody(count: dict[str, Any]) -> None:
    said = elected({"places": 1, "majority": "simple", "members": 57, "invalid": 0} | count)
    assert said["faults"]
    assert said["elected"] == []
    assert said["next"] is None


def test_papers_are_read_by_the_rule() -> None:
    papers = [
        Paper(("A",)), Paper(("A", "A")), Paper(), Paper(signed=True), Paper(unreadable=True),
        Paper(("A", "B")), Paper(("Z",)), Paper(("B",)),
    ]  # fmt: skip
    read = read_papers(papers, 1, frozenset("AB"), UN)
    assert (read.papers, read.invalid, read.abstentions, read.votes) == (8, 4, 1, {"A": 2, "B": 1})
    two = read_papers([Paper(("A", "Z")), Paper(("A", "B", "Z"))], 2, frozenset("AB"), UN)
    assert (two.invalid, two.votes) == (1, {"A": 1})
    spoils = UN.having("foreign_name", "spoils_paper")
    assert read_papers([Paper(("A", "Z"))], 2, frozenset("AB"), spoils).invalid == 1


@given(st.lists(st.lists(st.sampled_from("ABCZ"), max_size=4), max_size=60), st.integers(1, 3))
def test_the_identities_hold_for_any_papers(papers: list[list[str]], places: int) -> None:
    read = read_papers([Paper(tuple(names)) for names in papers], places, frozenset("ABC"), UN)
    assert read.valid + read.invalid == read.papers == len(papers)
    assert sum(read.votes.values()) <= read.voting * places
    if places == 1:
        assert sum(read.votes.values()) == read.voting


def test_lots_can_be_drawn_again() -> None:
    names = ["A", "B", "C", "D"]
    assert drawn("a seed", names) == drawn("a seed", reversed(names))
    assert {drawn(str(seed), names)[0] for seed in range(60)} == set(names)
