"""What is in order now, as buttons: each with its rule, its key, and what remains to be said."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from amana.conferences.floor.seats import may_say
from amana.conferences.rules.floor.acts import ACTS, possible
from amana.conferences.rules.floor.motions import possible_motions
from amana.conferences.rules.floor.state import Floor
from amana.conferences.screens.choices import Choice, choices_of
from amana.conferences.screens.citing import Rule, rule_of
from amana.conferences.screens.forms import FORMS, Form, form_of
from amana.conferences.screens.labels import kinds, label
from amana.conferences.screens.naming import Names

__all__ = [
    "Entry", "Group", "context_of_acts", "entries", "groups", "keys_of",
    "rule_names",
]  # fmt: skip

_CITES: Mapping[str, tuple[str, ...]] = {
    "start_voting": ("conduct_of_voting",), "close_voting": ("conduct_of_voting",),
    "cast": ("method",), "announce_vote": ("method",), "announce_result": ("method",),
    "request_recorded_vote": ("method",), "request_roll_call": ("method",),
    "answer_roll_call": ("method",), "draw_first": ("method",),
    "speak_on_motion": ("order_of_motions",), "second": ("second_needed",),
    "ask_consensus": ("consensus_first",), "ask_objection": ("consensus_first",),
    "gavel": ("consensus_first",), "object": ("consensus_first",),
    "disassociate": ("disassociation",), "explain_vote": ("conduct_of_voting",),
    "state_intention": ("change_after_announcement",), "take_over": ("withdrawal",),
    **dict.fromkeys(
        ("announce_election", "open_ballot", "count", "draw_lot", "withdraw_candidate", "acclaim",
         "suspend_for_consultations", "dispense_with_ballot", "announce_rule"), ("elections",),
    ),
}  # fmt: skip
_GROUPS = ("order", "speaking", "voting", "motions", "texts", "elections", "meeting")
# Acts that a delegation finds on its page whoever it is, and when it is for some only.
_WHEN = {
    "request_floor": "unlisted", "withdraw_request": "listed", "sponsor_leave": "sponsor",
    "accept_amendment": "sponsor", "decline_amendment": "sponsor", "revise": "sponsor",
    "withdraw": "mover",
}  # fmt: skip
_AT_ONCE = frozenset({"request_floor"})  # a delegation asks with one press
_NOT_FOR_DELEGATES = frozenset(
    {"answer_roll_call", "cast", "put_again", "challenge_credentials", "second", "defer"}
)


_BY_ANSWERS = ("show_of_hands", "recorded")


def _calls_the_roll(floor: Floor) -> bool:
    if floor.vote is not None:
        return floor.vote.method == "roll_call" and not floor.vote.answers
    return any("roll_call" in methods for methods in floor.asked.values())


# Where an act would be refused whatever it says, though the floor tells that only when it is said.
_POSSIBLE: Mapping[str, Callable[[Floor], bool]] = {
    "answer_roll_call": lambda floor: floor.vote is not None and floor.vote.method == "roll_call",
    "cast": lambda floor: floor.vote is not None and floor.vote.method in _BY_ANSWERS,
    "draw_first": _calls_the_roll,
    "ask_objection": lambda floor: floor.consent is not None,
    "announce_result": lambda floor: bool(floor.decisions),
    "withdraw_request": lambda floor: bool(floor.speaking.speakers or floor.speaking.replies),
    "decide_order": lambda floor: bool(floor.texts.amendments),
    "confirm_consequences": lambda floor: bool(floor.texts.amendments),
    "circulate_financial_statement": lambda floor: any(
        one.expenditure and not one.financial_statement for one in floor.texts.proposals.values()
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A field as it is shown. `options` only where it is a choice."""

    name: str
    kind: str
    label: str
    optional: bool
    options: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A button: one press does it where `fields` is empty, else it opens a form in place.

    `value` is what the button sends. `when` names for whom it is on a delegation's page.
    """

    slug: str
    value: str
    label: str
    key: str
    rule: Rule | None
    fields: tuple[Asked, ...] = ()
    when: str = ""
    detail: str = ""
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Buttons of one subject."""

    name: str
    label: str
    entries: tuple[Entry, ...]


class _Making:
    """Buttons for one floor and language; what can be chosen is worked out once."""

    def __init__(self, floor: Floor, names: Names, lang: str, named: bool) -> None:
        self.floor, self.names, self.lang, self.named = floor, names, lang, named
        self._known: dict[str, tuple[Choice, ...]] = {}

    def options(self, source: str) -> tuple[Choice, ...]:
        if source not in self._known:
            self._known[source] = tuple(choices_of(self.floor, source, self.names, self.lang))
        return self._known[source]

    def entry(self, slug: str, when: str = "", **preset: str) -> Entry | None:
        """The button of an act; None where it asks for a choice and there is nothing to choose."""
        form = form_of(slug, named=self.named)
        fields = tuple(self._fields(form, preset))
        if any(f.kind == "choice" and not f.options and not f.optional for f in fields):
            return None
        shown = tuple(f for f in fields if f.kind != "choice" or f.options)
        value = f"{slug}?{urlencode(preset)}" if preset else slug
        return Entry(slug, value, self._label(slug), form.key, self._rule(slug), shown, when,
                     sure=form.sure)  # fmt: skip

    def _fields(self, form: Form, preset: Mapping[str, str]) -> Iterator[Asked]:
        for field in form.fields:
            if field.name in preset or (form.do in _AT_ONCE and not self.named):
                continue
            options = self.options(field.source) if field.kind == "choice" else ()
            said = label("fields", field.label or field.name, self.lang)
            yield Asked(field.name, field.kind, said, field.optional, options)

    def _label(self, slug: str) -> str:
        do, _dash, detail = slug.partition("-")
        if do == "move" and detail:
            return label("motions", detail, self.lang)
        mine = kinds()["mine"]
        own = None if self.named else mine.get(slug) or mine.get(do)
        return own.text(self.lang) if own else label("acts", do, self.lang)

    def _rule(self, slug: str) -> Rule | None:
        return rule_of(self.floor.rules, rule_names(slug), self.lang)


def rule_names(slug: str) -> tuple[str, ...]:
    """The names of the rules under which an act is in order, in the rulebook's words."""
    do, _dash, detail = slug.partition("-")
    return (detail,) if do == "move" and detail else ACTS[do].cites or _CITES.get(do, ())


def entries(floor: Floor, names: Names, lang: str, *, named: bool = True) -> Iterator[Entry]:
    """Every act in order now; `named` where the desk says which delegation does it."""
    making = _Making(floor, names, lang, named)
    role = "chair" if named else "delegate"
    for slug in _slugs(floor):
        do = slug.partition("-")[0]
        if not may_say(role, do) or (not named and do in _NOT_FOR_DELEGATES):
            continue
        entry = making.entry(slug, "" if named else _when(floor, slug))
        if entry is not None:
            if do == "give_floor" and named:
                yield from _next_speaker(floor, making)
            yield entry
            if do == "request_floor" and not named:
                yield from _for_a_motion(making)


def _slugs(floor: Floor) -> Iterator[str]:
    acts = possible(floor)
    for name in acts:
        if name in FORMS and name != "move" and _POSSIBLE.get(name, _always)(floor):
            yield name
    if "move" in acts:
        yield from (f"move-{name}" for name in possible_motions(floor))
    if floor.vote is not None and floor.vote.method == "show_of_hands":
        yield "cast-totals"


def _always(floor: Floor) -> bool:
    return True


def _when(floor: Floor, slug: str) -> str:
    do, _dash, detail = slug.partition("-")
    if do == "move" and floor.rules.motions[detail].holds_floor:
        return "holder"
    return _WHEN.get(do, "" if "seated" in ACTS[do].by else "member")


def _next_speaker(floor: Floor, making: _Making) -> Iterator[Entry]:
    """One press gives the floor to who is next: on the list, else for a right of reply."""
    asked, replies = floor.speaking.speakers, floor.speaking.replies
    if asked:
        preset = {"to": asked[0].who, "for": asked[0].purpose or "speech"}
    elif replies:
        preset = {"to": replies[0], "for": "right_of_reply"}
    else:
        return
    found = making.entry("give_floor", **preset)
    if found is not None:
        name = making.names.party(preset["to"], making.lang)
        yield Entry("give_floor-next", found.value, found.label, "G", found.rule, detail=name)


def _for_a_motion(making: _Making) -> Iterator[Entry]:
    """Some motions need the floor, and a closed list does not bar who asks for it."""
    found = making.entry("request_floor-motion", "member", purpose="motion")
    if found is not None:
        yield found


def groups(found: Iterable[Entry], lang: str) -> list[Group]:
    """The buttons by their subjects, in the order of the screens."""
    by_group: dict[str, list[Entry]] = {name: [] for name in _GROUPS}
    for entry in found:
        do = entry.slug.partition("-")[0]
        by_group[FORMS[do].group].append(entry)
    return [
        Group(name, label("groups", name, lang), tuple(rows))
        for name, rows in by_group.items() if rows
    ]  # fmt: skip


def keys_of(lang: str) -> list[tuple[str, str]]:
    """Every key with its act, for the list that `?` opens."""
    found = [(form.key, label("acts", do, lang)) for do, form in FORMS.items() if form.key]
    motions = [
        (form_of(f"move-{name}").key, words.text(lang))
        for name, words in kinds()["motions"].items()
    ]
    return [*found, *motions]


def context_of_acts(floor: Floor, names: Names, lang: str, named: bool) -> dict[str, Any]:
    """What the regions of buttons need."""
    every = list(entries(floor, names, lang, named=named))
    return {"groups": groups(every, lang)}
