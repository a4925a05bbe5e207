"""The report of a session and the daily journal, from the logs of its plenary and committees."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from amana.conferences.rules.record.blocks import Block, Document, heading, paragraph, table
from amana.conferences.rules.record.clock import day_words
from amana.conferences.rules.record.documents import (
    block_of,
    elected_table,
    lines_of,
    list_of_decisions,
    plain,
    titled,
)
from amana.conferences.rules.record.lines import Line
from amana.conferences.rules.record.of_meetings import meeting_phrase
from amana.conferences.rules.record.of_votes import in_order
from amana.conferences.rules.record.phrases import named
from amana.conferences.rules.record.questions import item_named
from amana.conferences.rules.record.saying import said, together
from amana.conferences.rules.record.told import Met, Told
from amana.kernel.words import LANGS, Words

__all__ = ["Organ", "Planned", "gathered", "journal", "report_of_session"]

# What a report says of an item: what was decided and by whom brought, not every word of procedure.
_OF_ITEMS = (
    "speaking-stated", "speaking-presented", "text-proposed", "text-withdrawn", "text-deferred",
    "vote-counted", "vote-adopted_without_vote", "consent-disassociated", "speaking-intended",
    "text-not_put", "text-no_action", "vote-void",
)  # fmt: skip
_OF_ELECTIONS = ("election-counted", "election-elected", "election-lots", "election-withdrew",
                 "election-dispensed")  # fmt: skip
_DECIDING = (
    "vote-counted", "vote-adopted_without_vote", "consent-disassociated", "election-elected",
    "meeting-agenda_adopted", "text-deferred", "text-withdrawn", "vote-void",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Organ:
    """One log of the session: its key, the name of its organ, and what it tells."""

    key: str
    name: Words
    told: Told


@dataclass(frozen=True, slots=True)
class Planned:
    """A meeting of the schedule: when, what, where."""

    at: datetime
    what: Words
    place: Words = Words()


def gathered(key: str, title: Words, parts: Sequence[tuple[Organ, Document]]) -> Document:
    """One document of all organs: of a single one as it is, of several under their names."""
    if len(parts) == 1:
        only = parts[0][1]
        return replace(only, key=key, facts=(title, *only.facts))
    blocks: list[Block] = []
    for organ, document in parts:
        blocks.append(heading(f"organ-{organ.key}", organ.name or _PLENARY))
        blocks += [_of(organ, block) for block in document.blocks]
    mark = _mark([organ for organ, _document in parts])
    return Document(key, parts[0][1].title, tuple(blocks), (title,), mark)


def _mark(organs: Sequence[Organ]) -> Words:
    """What a borrowed rule is, as the rulebook of the first organ says."""
    return organs[0].told.floor.rules.mark if organs else Words()


_PLENARY = Words(ar="الجلسة العامة", en="Plenary", fr="Séance plénière")


# --- The report


def report_of_session(title: Words, organs: Sequence[Organ]) -> Document:
    """Opening, agenda, attendance, proceedings by item, decisions, elections, closing.

    The first organ is the plenary; committees follow with their own chapter of proceedings.
    """
    blocks: list[Block] = []
    for organ in organs[:1]:
        blocks += _opening(organ)
        blocks += _agenda(organ)
        blocks += _attendance(organ)
    for organ in organs:
        blocks += _proceedings(organ, several=len(organs) > 1)
    for organ in organs:
        blocks += _decisions(organ, several=len(organs) > 1)
    blocks += _elections(organs)
    for organ in organs[:1]:
        blocks += _closing(organ)
    return Document("report", said("title.report"), tuple(blocks), (title,), _mark(organs))


def _opening(organ: Organ) -> Iterator[Block]:
    yield heading("opening", said("head.opening"))
    met = list(organ.told.meetings.values())
    first = met[0].day if met else None
    if first is None:
        yield paragraph("no-meetings", said("none.meetings"))
        return
    yield paragraph(
        "meetings", together(said("note.meetings_held", count=len(met), first=day_words(first)))
    )  # fmt: skip
    lines = organ.told.of_meeting(met[0].number)
    yield from lines_of(lines[:3], "meeting-opened", "meeting-quorum")


def _agenda(organ: Organ) -> Iterator[Block]:
    yield heading("agenda", said("head.agenda"))
    told = organ.told
    yield from lines_of(told.lines, "meeting-agenda_adopted")
    items = list(dict.fromkeys(told.floor.meeting.agenda or _taken_up(told)))
    if not items:
        yield paragraph("no-agenda", said("none.agenda"))
        return
    rows = [[plain(place), titled(told.names.get(item) or item_named(item, told.names).words)]
            for place, item in enumerate(items, 1)]  # fmt: skip
    heads = [said("column.order"), said("column.items")]
    yield table("agenda-items", said("head.agenda"), heads, rows)


def _taken_up(told: Told) -> list[str]:
    return [item for met in told.meetings.values() for item in met.items]


def _attendance(organ: Organ) -> Iterator[Block]:
    yield heading("attendance", said("head.attendance"))
    told = organ.told
    there = list(dict.fromkeys(key for met in told.meetings.values() for key in met.present))
    members = max((met.members for met in told.meetings.values()), default=0)
    lists = Words(*(
        ("، " if lang == "ar" else ", ").join(
            named(key, told.names).text(lang) for key in in_order(there, told.names, lang)
        )
        for lang in LANGS
    ))  # fmt: skip
    yield paragraph(
        "attendance-list",
        together(said("note.attendance", count=len(there), members=members, names=lists)),
    )
    yield _meetings_table(organ, told.meetings.values())


def _meetings_table(organ: Organ, met: Iterable[Met]) -> Block:
    heads = [said(f"column.{name}") for name in ("meeting", "hours", "items", "present")]
    rows = [
        [titled(_meeting_of(organ, one)), _hours(one), plain(", ".join(one.items)),
         said("note.present_of", present=len(one.present), members=one.members)]
        for one in met
    ]  # fmt: skip
    return table(f"meetings-{organ.key}", said("column.what"), heads, rows)


def _meeting_of(organ: Organ, met: Met) -> Words:
    phrase = meeting_phrase(met.number).words
    if not organ.name:
        return phrase
    return Words(*(f"{organ.name.text(lang)}: {phrase.text(lang)}" for lang in LANGS))


def _hours(met: Met) -> Words:
    """The hours of a meeting; with their day in the report of several days."""
    opened = f"{met.opened:%Y-%m-%d %H:%M}" if met.opened else ""
    closed = f"{met.closed:%H:%M}" if met.closed else ""
    return plain(f"{opened}–{closed}" if closed else opened)


def _proceedings(organ: Organ, several: bool) -> Iterator[Block]:
    title = said("head.items")
    if several and organ.name:
        title = Words(*(f"{title.text(lang)}: {organ.name.text(lang)}" for lang in LANGS))
    yield heading(f"items-{organ.key}", title)
    by_item: dict[str, list[Line]] = {}
    for line in organ.told.lines:
        if line.kind.startswith(_OF_ITEMS):
            by_item.setdefault(line.item, []).append(line)
    for item, lines in by_item.items():
        name = item_named(item, organ.told.names).words if item else said("head.other")
        yield heading(f"item-{organ.key}-{lines[0].n}", titled(name), 3)
        yield from (_of(organ, block_of(line)) for line in lines)


def _decisions(organ: Organ, several: bool) -> Iterator[Block]:
    title = said("head.decisions")
    if several and organ.name:
        title = Words(*(f"{title.text(lang)}: {organ.name.text(lang)}" for lang in LANGS))
    yield heading(f"taken-{organ.key}", title)
    for block in list_of_decisions(organ.told).blocks:
        if block.id != "elected":
            yield _of(organ, block)


def _elections(organs: Sequence[Organ]) -> Iterator[Block]:
    yield heading("elections", said("head.elections"))
    any_held = False
    for organ in organs:
        for block in lines_of(organ.told.lines, *_OF_ELECTIONS):
            any_held = True
            yield _of(organ, block)
        table_of = elected_table(organ.told)
        if table_of is not None:
            any_held = True
            yield _of(organ, table_of)
    if not any_held:
        yield paragraph("no-elections", said("none.elections"))


def _of(organ: Organ, block: Block) -> Block:
    """A block whose id tells the organ, so that two logs do not share one."""
    return replace(block, id=f"{block.id}-{organ.key}")


def _closing(organ: Organ) -> Iterator[Block]:
    yield heading("closing", said("head.closing"))
    closed = [met.closed for met in organ.told.meetings.values() if met.closed is not None]
    if closed:
        last = day_words(closed[-1].date())
        yield paragraph("closed", together(said("note.closed", last=last)))


# --- The journal


def journal(
    day: date, title: Words, organs: Sequence[Organ], tomorrow: Sequence[Planned]
) -> Document:
    """The journal of a day: the meetings held, what they decided, the programme of the next day."""
    blocks = [*_held(day, organs), *_decided_on(day, organs), *_programme(tomorrow)]
    facts = (title, day_words(day))
    return Document(
        f"journal-{day.isoformat()}", said("title.journal"), tuple(blocks), facts, _mark(organs)
    )


def _of_day(day: date, organ: Organ) -> list[Met]:
    return [met for met in organ.told.meetings.values() if met.day == day]


def _held(day: date, organs: Sequence[Organ]) -> Iterator[Block]:
    yield heading("today", said("head.today"))
    found = [(organ, met) for organ in organs for met in _of_day(day, organ)]
    if not found:
        yield paragraph("no-meetings", said("none.meetings"))
    for organ, met in found:
        yield heading(f"m-{organ.key}-{met.number}", titled(_meeting_of(organ, met)), 3)
        for line in organ.told.of_meeting(met.number):
            if line.kind.startswith(("meeting-", "speaking-stated", "speaking-presented")):
                yield _of(organ, block_of(line))


def _decided_on(day: date, organs: Sequence[Organ]) -> Iterator[Block]:
    yield heading("decisions", said("head.decisions"))
    found = [
        _of(organ, block_of(line))
        for organ in organs for met in _of_day(day, organ)
        for line in organ.told.of_meeting(met.number)
        if line.kind.startswith(_DECIDING) and line.kind != "meeting-agenda_adopted"
    ]  # fmt: skip
    yield from found or [paragraph("no-decisions", said("none.decisions"))]


def _programme(tomorrow: Sequence[Planned]) -> Iterator[Block]:
    yield heading("tomorrow", said("head.tomorrow"))
    if not tomorrow:
        yield paragraph("no-programme", said("none.programme"))
        return
    heads = [said("column.hours"), said("column.what"), said("column.place")]
    rows = [[plain(f"{one.at:%H:%M}"), one.what, one.place] for one in tomorrow]
    yield table("programme", said("head.tomorrow"), heads, rows)
