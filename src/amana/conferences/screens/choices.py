"""What can be chosen in the fields of an act: taken from the floor as it stands, by label."""

from collections.abc import Callable, Iterable

from amana.conferences.rules.floor.amendment_order import next_of
from amana.conferences.rules.floor.division import next_part
from amana.conferences.rules.floor.order import appeal_pending
from amana.conferences.rules.floor.precedence import UNDECIDED, pending
from amana.conferences.rules.floor.proposals import ordered
from amana.conferences.rules.floor.state import Floor
from amana.conferences.rules.floor.tabled import WAITING
from amana.conferences.screens.labels import answers, kinds
from amana.conferences.screens.naming import Names
from amana.kernel.words import Words

__all__ = ["Choice", "choices_of", "questions"]

Choice = tuple[str, str]
_TABLES = {
    "purposes": ("speech", "motion", "right_of_reply", "explanation_of_vote",
                 "presentation_of_a_report"),
    "roll_answers": ("yes", "no", "abstain", "pass"),
}  # fmt: skip


def questions(floor: Floor) -> list[str]:
    """All that can be put to the vote, what goes first in front."""
    appeal = appeal_pending(floor)
    found = [appeal.id] if appeal else []
    found += [moved.id for moved in pending(floor)]
    found += list(floor.speaking.asked)
    if floor.meeting.agenda is not None and not floor.meeting.agenda_adopted:
        found.append("agenda")
    found += [
        name for name, state in floor.meeting.credentials_asked.items()
        if floor.roll.credentials.get(state) == "challenged"
    ]  # fmt: skip
    for proposal in ordered(floor):
        found += [name for name in (next_of(floor, proposal.id, now=True),) if name]
        part = next_part(floor, proposal.id)
        found += [f"{proposal.id}/{part}"] if part else []
        found.append(proposal.id)
    return list(dict.fromkeys([*found, *_second_votes(floor)]))


def _second_votes(floor: Floor) -> list[str]:
    return [name for name, decision in floor.decisions.items() if decision.second_vote]


def _proposals(floor: Floor) -> list[str]:
    return [found.id for found in ordered(floor)]


def _amendments(floor: Floor) -> list[str]:
    first = [name for one in ordered(floor) if (name := next_of(floor, one.id))]
    waiting = [one.id for one in floor.texts.amendments.values() if one.status in WAITING]
    return list(dict.fromkeys([*first, *waiting]))


def _motions(floor: Floor) -> list[str]:
    return [moved.id for moved in pending(floor)]


def _withdrawn(floor: Floor) -> list[str]:
    tables = (floor.texts.proposals, floor.texts.amendments, floor.motions)
    return [
        name for table in tables for name, one in table.items()
        if one.status in ("withdrawn", "lapsed")
    ]  # fmt: skip


def _closed_texts(floor: Floor) -> list[str]:
    return [
        name for name, one in floor.texts.proposals.items()
        if one.status not in UNDECIDED or name in floor.decisions
    ]  # fmt: skip


def _consensual(floor: Floor) -> list[str]:
    texts = floor.texts.proposals.items()
    found = [name for name, one in texts if one.status == "adopted_without_vote"]
    return found[::-1]


def _contests(floor: Floor) -> list[str]:
    found: list[str] = []
    for name, contest in floor.contests.items():
        parts = (*contest.parts, *contest.organs)
        found += [f"{name}/{part}" for part in parts] or [name]
    return found


def _candidates(floor: Floor) -> list[str]:
    return list(dict.fromkeys(
        name for contest in floor.contests.values()
        for one in (contest, *contest.parts.values(), *contest.organs.values())
        for name in one.standing
    ))  # fmt: skip


_FROM_FLOOR: dict[str, Callable[[Floor], list[str]]] = {
    "questions": questions,
    "proposals": _proposals,
    "amendments": _amendments,
    "texts": lambda floor: [*_amendments(floor), *_proposals(floor)],
    "amendable": lambda floor: [*_proposals(floor), *_motions(floor)],
    "divisible": lambda floor: [*_proposals(floor), *_amendments(floor)],
    "motions": _motions,
    "withdrawable": lambda floor: [*_motions(floor), *_amendments(floor), *_proposals(floor)],
    "withdrawn": _withdrawn,
    "closed_texts": _closed_texts,
    "consensual": _consensual,
    "decisions": lambda floor: list(floor.decisions)[::-1],
    "contests": _contests,
    "candidates": _candidates,
    "items": lambda floor: [] if floor.meeting.agenda is None else list(floor.meeting.agenda),
}


def choices_of(floor: Floor, source: str, names: Names, lang: str) -> list[Choice]:
    """Values with their labels, in the order in which they should be offered."""
    found = _FROM_FLOOR.get(source)
    if found is None:
        table = _table(source)
        return [(name, table[name].text(lang)) for name in _names_of(source)]
    return [(name, _called(floor, source, name, names, lang)) for name in found(floor)]


def _table(source: str) -> dict[str, Words]:
    return kinds()["answers" if source == "roll_answers" else source]


def _names_of(source: str) -> Iterable[str]:
    if source == "answers":
        return answers()
    return _TABLES.get(source) or tuple(_table(source))


def _called(floor: Floor, source: str, name: str, names: Names, lang: str) -> str:
    if source == "items":
        return names.item(name, lang)
    if source == "candidates":
        return names.party(name, lang)
    said = names.question(floor, name, lang)
    title = names.text(floor, name, lang)
    return f"{said}: {title}" if title and title != said else said
