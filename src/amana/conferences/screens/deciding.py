"""The vote that runs, the last decision, the elections, as the screens show them.

Of a vote by show of hands nobody sees who answered what; of a secret ballot nobody sees more than
how many papers are in the box.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils import timezone

from amana.conferences.rules.floor import roll
from amana.conferences.rules.floor.contest import Contest
from amana.conferences.rules.floor.roll_call import calling_order
from amana.conferences.rules.floor.shown import VIEWS
from amana.conferences.rules.floor.state import Decision, Floor
from amana.conferences.rules.floor.voting import tally_of
from amana.conferences.rules.majorities import Count, count
from amana.conferences.screens.citing import Rule, rule_of
from amana.conferences.screens.labels import majority
from amana.conferences.screens.scenes import Scene

__all__ = ["OPEN_METHODS", "contests_of", "decision_of", "still_called", "vote_of"]

OPEN_METHODS = frozenset({"recorded", "roll_call"})


def vote_of(at: Scene) -> dict[str, Any] | None:
    """The vote that runs; of a secret one no figures."""
    vote = at.floor.vote
    if vote is None:
        return None
    tally, secret = tally_of(vote), vote.method == "secret"
    answered = tally.voting + tally.abstain
    counted = count(
        tally, vote.majority, at.floor.rules, base=vote.base,
        members=roll.member_count(at.floor), present=max(vote.present, answered),
    )  # fmt: skip
    open_ = vote.method in OPEN_METHODS
    return {
        **_named(at, vote.question), "method": vote.method, "open": open_,
        "method_label": at.said("methods", vote.method), "answered": answered,
        "tally": None if secret else _figures(counted), "entitled": roll.entitled_present(at.floor),
        "majority": majority(vote.majority, vote.base, at.lang), "required": counted.required,
        "voting": counted.voting, "board": list(_board(at)) if open_ else [],
        "calls": _calls(at) if vote.method == "roll_call" else None,
        "rule": rule_of(at.floor.rules, ("conduct_of_voting",), at.lang),
    }  # fmt: skip


def _named(at: Scene, question: str) -> dict[str, str]:
    return {
        "question": question, "name": at.names.question(at.floor, question, at.lang),
        "title": at.names.text(at.floor, question, at.lang),
    }  # fmt: skip


def _figures(counted: Count) -> dict[str, int]:
    tally = counted.tally
    return {"yes": tally.yes, "no": tally.no, "abstain": tally.abstain}


def _board(at: Scene) -> Iterator[dict[str, str]]:
    vote = at.floor.vote
    assert vote is not None
    present = [key for key in roll.entitled(at.floor) if roll.is_present(at.floor, key)]
    for key in at.names.sorted(dict.fromkeys([*present, *vote.answers]), at.lang):
        answer = vote.answers.get(key, "")
        yield {"name": at.party(key), "answer": answer,
               "label": at.said("answers", answer) if answer else ""}  # fmt: skip


def still_called(floor: Floor) -> list[str]:
    """Who is called in the roll-call that runs, now and then; nobody where none does."""
    vote = floor.vote
    if vote is None or vote.method != "roll_call":
        return []
    names = {key: floor.roll.members[key] for key in roll.entitled(floor)}
    rest = (vote.order or calling_order(names, floor.drawn))[vote.called :]
    return [key for key in rest if roll.is_present(floor, key)]


def _calls(at: Scene) -> dict[str, Any]:
    """Who is called now and next in a roll-call."""
    rest = still_called(at.floor)
    return {
        "now": rest[0] if rest else "", "name": at.party(rest[0]) if rest else "",
        "then": [at.party(key) for key in rest[1:4]],
    }  # fmt: skip


def decision_of(at: Scene) -> dict[str, Any] | None:
    """The last decision: its outcome, its arithmetic, its rule."""
    said = VIEWS["decision"](at.floor)
    if said is None:
        return None
    last: Decision = at.floor.decisions[said["question"]]
    return {
        **_named(at, last.question), "carried": last.carried, "void": last.void,
        "outcome": said["outcome"], "outcome_label": at.said("status", said["outcome"]),
        "flags": [at.said("flags", flag) for flag in last.flags], "method": last.method,
        "method_label": at.said("methods", last.method) if last.method else "",
        "second_until": _local(last.second_vote_until) if last.second_vote else None,
        "at": _local(last.closed), "announced": bool(last.announced),
        "rule": _decided_under(at, last),
        "count": _arithmetic(at, last.count) if last.count is not None else None,
        "board": [
            {"name": at.party(key), "answer": answer, "label": at.said("answers", answer)}
            for key, answer in last.answers.items()
        ],
    }  # fmt: skip


def _local(moment: datetime | None) -> datetime | None:
    return timezone.localtime(moment) if moment is not None and moment.tzinfo else None


def _arithmetic(at: Scene, counted: Count) -> dict[str, Any]:
    return {
        "tally": _figures(counted), "voting": counted.voting, "required": counted.required,
        "majority": majority(counted.majority, counted.base, at.lang),
        "all": counted.base != "yes_no",  # whether the base counts abstentions too
    }  # fmt: skip


def _decided_under(at: Scene, last: Decision) -> Rule | None:
    if last.question in at.floor.order.appeals:
        return rule_of(at.floor.rules, ("appeals",), at.lang)
    if last.question in at.floor.motions:
        return rule_of(at.floor.rules, (at.floor.motions[last.question].motion,), at.lang)
    if last.count is None:
        return rule_of(at.floor.rules, ("consensus_first",), at.lang)
    name = "important" if "two_thirds" in last.count.majority else "default_majority"
    return rule_of(at.floor.rules, (name,), at.lang)


def contests_of(at: Scene) -> list[dict[str, Any]]:
    """Elections, each with its regions or organs apart."""
    return [
        _contest(at, name, part, one)
        for name, whole in at.floor.contests.items()
        for part, one in ({**whole.parts, **whole.organs} or {"": whole}).items()
    ]


def _contest(at: Scene, name: str, part: str, one: Contest) -> dict[str, Any]:
    result, after = one.result, one.next
    votes = sorted((one.figures.votes if one.figures else {}).items(), key=lambda each: -each[1])
    return {
        "id": f"{name}/{part}" if part else name, "whole": name, "part": part,
        "name": at.names.question(at.floor, name, at.lang), "places": one.places,
        "left": one.left, "status": one.status, "label": at.said("status", one.status),
        "number": one.number, "papers": len(one.box), "balloting": one.status == "balloting",
        "elected": [at.party(key) for key in one.elected],
        "field": [at.party(key) for key in after.field] if after else [],
        "next": at.said("status", after.kind) if after else "",
        "votes": [(at.party(key), number) for key, number in votes],
        "required": result.required if result else None,
        "voting": result.voting if result else None,
    }  # fmt: skip
