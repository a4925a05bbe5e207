"""To look at a meeting without an act: its state with the rules of what is shown, and what may be
seen. Rule 87 and section 8: nobody, ever, links a voter and a secret ballot; a show of hands gives
totals only.
"""

import re
from collections.abc import Iterator

from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.state import Floor

__all__: list[str] = []

Rules = tuple[str, ...]
TOTALS = frozenset(
    {"total", "totals", "result", "results", "figures", "count", "tally", "required", "number"}
)
LINKS = frozenset({"who", "whom", "how", "paper", "papers", "voter", "voters", "link", "linked"})
BALLOTS = frozenset({"ballot", "ballots", "paper", "papers", "secret"})


@act("observe", meeting=False, in_vote=True, in_point=True)
def observe(floor: Floor, event: Event) -> Rules:
    """Look at the state. After an appeal that made a decision void, that decision is shown."""
    made = floor.order.appeals.get(floor.last_decision)
    if made is not None and made.voided:
        floor.last_decision = made.voided
    return tuple(dict.fromkeys(_cited(floor)))


def _cited(floor: Floor) -> Iterator[str]:
    """The rules of what is shown, the most particular first."""
    yield from _of_decisions(floor)
    yield from _of_questions(floor)
    yield from _of_speaking(floor)
    yield from ("quorum_decision", "quorum_debate", "quorum")
    if floor.roll.withheld:
        yield "withheld_vote"
    if floor.roll.credentials:
        yield "credentials"
    yield "voting_rights"
    if floor.meeting.agenda is not None:
        yield "agenda"
    if floor.meeting.status in ("suspended", "adjourned"):
        yield "suspension"


def _of_decisions(floor: Floor) -> Iterator[str]:
    last = floor.decisions.get(floor.last_decision)
    if last is None:
        return
    if last.void or last.flags:
        yield "validity"
    if last.second_vote or last.outcome in ("tie_second_vote", "not_adopted"):
        yield "tie_proposal"
    if last.question in floor.order.appeals:
        yield from ("points_of_order", "appeals")
    yield from ("present_and_voting", "default_majority", "consensus_first", "method")


def _of_questions(floor: Floor) -> Iterator[str]:
    texts = floor.texts
    if floor.vote is not None:
        yield from ("conduct_of_voting", "method")
    if any(made.status == "pending" for made in floor.order.appeals.values()):
        yield from ("points_of_order", "appeals")
    for moved in floor.motions.values():
        if moved.status == "pending":
            yield from ("order_of_motions", moved.motion)
        elif moved.status in ("carried", "lapsed"):
            yield moved.motion
    if texts.amendments:
        yield "amendments"
    if texts.divisions:
        yield "division"
    if texts.proposals:
        yield from ("circulation", "sponsors", "withdrawal", "order_of_proposals")
    if any(one.status == "under_reconsideration" for one in texts.proposals.values()):
        yield "reconsideration"
    if floor.contests:
        yield from ("elections", "election", "one_place", "several_places")


def _of_speaking(floor: Floor) -> Iterator[str]:
    speaking = floor.speaking
    if floor.order.points or floor.order.ruling is not None:
        yield "points_of_order"
    if speaking.replies or speaking.replies_given:
        yield "right_of_reply"
    if speaking.limit_s is not None or speaking.holder is not None:
        yield "speaking_limit"
    if speaking.order_of_ranks:
        yield "order_of_speakers"
    if speaking.list_status == "closed":
        yield "closing_of_list"
    if floor.meeting.item_status == "debate_adjourned":
        yield "adjourn_debate"
    if floor.meeting.item_status == "voting":
        yield "close_debate"
    yield from ("speakers", "precedence", "secretariat")


@act("view", meeting=False, in_vote=True, in_point=True)
def view(floor: Floor, event: Event) -> Rules:
    """Somebody asks to see something; of a secret ballot there are only the totals."""
    said = " ".join(str(value) for value in event.more.values()).lower()
    words = set(re.findall(r"[\w/]+", said.replace("_", " ")))
    if _is_secret(floor, words):
        if words & LINKS or not words & TOTALS or _names_a_state(floor, words):
            rules = ("secrecy", "elections", "method")
            raise OutOfOrder("floor.secret", rules, by=event.who or "?")
        return ("secrecy", "elections", "method")
    return ("method", "conduct_of_voting")


def _is_secret(floor: Floor, words: set[str]) -> bool:
    """Whether what is asked for concerns a secret ballot."""
    if words & BALLOTS or any(name.lower() in words for name in floor.contests):
        return True
    if floor.vote is not None:
        return floor.vote.method == "secret"
    named = (one for name, one in floor.decisions.items() if name.lower() in words)
    decision = next(named, floor.decisions.get(floor.last_decision))
    return decision is not None and decision.method == "secret"


def _names_a_state(floor: Floor, words: set[str]) -> bool:
    said = {word.split("/")[0] for word in words}
    return any(state.lower() in said for state in floor.roll.members)
