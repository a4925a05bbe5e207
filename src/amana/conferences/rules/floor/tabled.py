"""What lies on the table: texts found by what an event names, their majority, what stands before.

Proposals and amendments share one count of submission: it decides between equals (rules 90, 91).
"""

from collections.abc import Callable, Container, Mapping
from datetime import date, datetime
from typing import Any

from amana.conferences.rules.floor.acts import OutOfOrder
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.questions import Needed
from amana.conferences.rules.floor.state import Amendment, Floor, Proposal
from amana.conferences.rules.majorities import majority_named
from amana.kernel.refusals import Refusal

__all__ = [
    "UNDECIDED",
    "WAITING",
    "amending",
    "amendment",
    "an_amendment_waits",
    "circulated_in_time",
    "circulation",
    "lay",
    "moment",
    "new_proposal",
    "proposal",
    "said_of",
    "something_open",
    "something_to_put",
    "submitted",
    "text_majority",
    "text_of",
    "touch",
    "undecided",
]  # fmt: skip

UNDECIDED = frozenset({"tabled", "under_reconsideration"})
WAITING = frozenset({"tabled", "hostile"})  # amendments that are still to be put
NAMES = (
    "question", "what", "amendment", "proposal", "of", "on", "from", "to", "motion", "id",
)  # fmt: skip


def said_of(event: Event, *names: str, among: Container[str] = ()) -> str:
    """What an event is about: the first of these fields that names one `among` those known, else
    the first that it has."""
    said = [str(event.get(name)) for name in names or NAMES if event.get(name) is not None]
    known = [name for name in said if name in among]
    for name in (*known, *said):
        return name
    return str(event[names[0] if names else "what"])


def proposal(floor: Floor, name: str, *rules: str) -> Proposal:
    """A proposal by its name. Refused: `floor.question-unknown`."""
    found = floor.texts.proposals.get(name)
    if found is None:
        raise OutOfOrder("floor.question-unknown", rules or ("sponsors",), question=name)
    return found


def amendment(floor: Floor, name: str) -> Amendment:
    """An amendment by its name. Refused: `floor.question-unknown`."""
    found = floor.texts.amendments.get(name)
    if found is None:
        raise OutOfOrder("floor.question-unknown", "amendments", question=name)
    return found


def text_of(floor: Floor, name: str) -> str:
    """What an amendment, a sub-amendment or a part belongs to at last: a proposal or a motion."""
    name = name.partition("/")[0]
    while name in floor.texts.amendments and name not in floor.texts.proposals:
        name = floor.texts.amendments[name].of
    return name


def lay(floor: Floor, found: Amendment) -> None:
    """Lay an amendment on the table."""
    floor.texts.amendments[found.id] = found
    floor.texts.amending.setdefault(found.of, []).append(found.id)
    floor.texts.amendment = found.id


def amending(floor: Floor, name: str) -> list[Amendment]:
    """The amendments of a text, or the sub-amendments of an amendment, as submitted."""
    return [floor.texts.amendments[one] for one in floor.texts.amending.get(name, ())]


def undecided(floor: Floor, found: Proposal, *rules: str) -> None:
    """Refuse what needs a proposal that is still open."""
    if found.status not in UNDECIDED:
        raise OutOfOrder("floor.proposal-not-open", rules, question=found.id, status=found.status)


def submitted(floor: Floor) -> int:
    """The next number of submission."""
    floor.texts.submitted += 1
    return floor.texts.submitted


def text_majority(floor: Floor, found: Proposal) -> Needed:
    """The majority of a text, of its parts and of its amendments (rules 83, 84, 85; Q48)."""
    rules = floor.rules
    important = found.important
    if floor.meeting.committee and not rules["important_in_committee"]:
        important = False
    name = "important" if important else "default_majority"
    said = str(found.more.get("majority") or rules[name])
    majority, base = majority_named(said, str(found.more.get("base", rules["present_and_voting"])))
    cited = (name, "important_in_committee") if important != found.important else (name,)
    return Needed(majority, base, cited)


def circulated_in_time(floor: Floor, found: Proposal | Amendment) -> None:
    """Refuse a text that some working language had not the day before (rule 78, Q23)."""
    if found.circulated is None or found.waived:
        return
    missing = [
        language
        for language in floor.meeting.working_languages
        if language not in found.circulated and "" not in found.circulated
    ]
    if missing:
        raise OutOfOrder("floor.not-circulated", "circulation", question=found.id, missing=missing)
    if floor.now is None:
        return
    today = floor.now.date()
    days = {language: _day(at, floor.now) for language, at in found.circulated.items()}
    needed = int(floor.rules["circulation_days"])
    late = [language for language, day in days.items() if (today - day).days < needed]
    if late:
        last = max(days.values()).isoformat()
        raise OutOfOrder(
            "floor.circulated-late", "circulation", question=found.id, circulated=last,
            languages=[language for language in late if language] or "", days=needed,
        )  # fmt: skip


def _day(at: datetime, now: datetime) -> date:
    """The calendar day at the place of the meeting."""
    return at.astimezone(now.tzinfo).date() if at.tzinfo and now.tzinfo else at.date()


def touch(floor: Floor, event: Event) -> None:
    """Remember the texts that an event was about: the state shows those touched last."""
    said: list[Any] = [event.more[name] for name in NAMES if name in event.more]
    if event.do in ("close_voting", "announce_result", "gavel", "ask_objection"):
        said.append(floor.last_decision)
    for words in said:
        for word in words.split() if isinstance(words, str) else ():
            _touched(floor, word)


def _touched(floor: Floor, word: str) -> None:
    """The text that a word names: as such, by a part of it, or as what a motion is about."""
    texts, about = floor.texts, word
    if word in floor.motions:
        about = floor.motions[word].about
    if about in texts.amendments:
        texts.amendment = about
    if about.partition("/")[0] in texts.divisions:
        texts.division = about.partition("/")[0]
    name = text_of(floor, about)
    name = floor.motions[name].about if name in floor.motions else name
    if name in texts.proposals:
        texts.proposal = name


# --- Gates: whether there is anything on the table for an act


Gate = Callable[[Floor], None]


def something_open(*rules: str) -> Gate:
    """Refuse when no proposal is open."""

    def ready(floor: Floor) -> None:
        if not _any_open(floor):
            _nothing(floor, rules)

    return ready


def an_amendment_waits(*rules: str) -> Gate:
    """Refuse when no amendment waits."""

    def ready(floor: Floor) -> None:
        if _any_waits(floor):
            return
        last = floor.texts.amendments.get(floor.texts.amendment)
        if last is None:
            raise OutOfOrder("floor.nothing-to-put", rules)
        raise OutOfOrder("floor.amendment-not-open", rules, question=last.id, status=last.status)

    return ready


def something_to_put(*rules: str) -> Gate:
    """Refuse when neither a proposal is open nor an amendment or a motion waits."""

    def ready(floor: Floor) -> None:
        moved = any(moved.status == "pending" for moved in floor.motions.values())
        if not moved and not _any_open(floor) and not _any_waits(floor):
            _nothing(floor, rules)

    return ready


def _any_open(floor: Floor) -> bool:
    last = floor.texts.proposals.get(floor.texts.proposal)
    if last is not None and last.status in UNDECIDED:
        return True
    return any(found.status in UNDECIDED for found in floor.texts.proposals.values())


def _any_waits(floor: Floor) -> bool:
    return any(found.status in WAITING for found in floor.texts.amendments.values())


def _nothing(floor: Floor, rules: tuple[str, ...]) -> None:
    """Say why not, by the proposal that was before the meeting last."""
    last = floor.texts.proposals.get(floor.texts.proposal)
    if last is None:
        raise OutOfOrder("floor.nothing-to-put", rules)
    raise OutOfOrder("floor.proposal-not-open", rules, question=last.id, status=last.status)


# --- Made of what is said


def new_proposal(floor: Floor, name: str, sponsors: list[str], said: Mapping[str, Any]) -> Proposal:
    """A proposal as an event or a log words it; it is not yet on the table."""
    made = Proposal(
        name, sponsors, parts=list(said.get("parts", ())), text=_text(said.get("text")),
        important=bool(said.get("important")), expenditure=bool(said.get("expenditure")),
        financial_statement=bool(said.get("financial_statement")),
        circulated=circulation(said.get("circulated")),
    )  # fmt: skip
    made.more = {key: value for key, value in said.items() if key not in READ}
    if not made.parts:
        made.parts = [part for part in made.text if part[:2] in ("PP", "OP")]
    return made


READ = frozenset(
    (
        "id", "sponsors", "by", "status", "parts", "text", "important", "expenditure",
        "financial_statement", "circulated", "revision", "amended_by", "disassociated",
        "this_session", "flags", "tally", "first_vote", "waived", "objected", "consensus_asked",
        "was", "why",
    )
)  # fmt: skip


def _text(said: Any) -> dict[str, str]:
    if isinstance(said, Mapping):
        return {str(part): str(words) for part, words in said.items()}
    return {"": str(said)} if said else {}


def circulation(said: Any) -> dict[str, datetime] | None:
    """When each language was circulated; one moment without a language is of all of them."""
    if said is None or isinstance(said, bool):
        return None
    if isinstance(said, Mapping):
        return {str(key): moment(value) for key, value in said.items()}
    return {"": moment(said)}


def moment(said: Any) -> datetime:
    """A moment as a log writes it; a day is its beginning."""
    if isinstance(said, datetime):
        return said
    try:
        return datetime.fromisoformat(str(said))
    except ValueError as fault:
        raise Refusal("floor.event-unreadable", number=0, why=str(fault)) from fault
