"""Acts on drafts: open, write, order, translate, name a version, table, withdraw.

Every save is one act. Two hands on one draft lose nothing: other blocks and other languages are
merged; words typed over words that changed meanwhile are set aside, to be settled by a person.
A tabled draft is closed, but for the translations that were not released yet: they are finished
here, and carried into the text.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Max

from amana.ground import clock
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.texts.acts.carrying import carry
from amana.texts.acts.guarding import check_readers
from amana.texts.acts.writing import Entry, act, require
from amana.texts.drafting import keeps_draft, open_languages
from amana.texts.models import Draft, DraftBlock, DraftRecord, Milestone, SetAside
from amana.texts.permissions import power_to_draft
from amana.texts.readiness import NAMES, lacks
from amana.texts.rules.kinds import Kind, rank
from amana.texts.rules.tree import Block

__all__ = [
    "LONGEST", "STEP", "add_block", "ask_translation", "change_block", "describe_draft", "fill",
    "move_block", "name_version", "open_draft", "remove_block", "restore_block", "save_text",
    "set_state", "settle", "withdraw_draft",
]  # fmt: skip

LONGEST = 100_000  # characters of one block in one language
STEP = 1 << 20  # between two blocks, so that many others find room
Stage, State = DraftRecord.Stage, DraftBlock.State


@act
def open_draft(
    kind: str,
    title: Words,
    *,
    by: Authority,
    office: str = "",
    master: str = "en",
    languages: Sequence[str] = LANGS,
    distribution: str = "limited",
    sensitivity: str = "open",
    readers: Sequence[str] = (),
    blocks: Iterable[Block] = (),
    **more: Any,
) -> DraftRecord:
    """Begin a draft of a body's; `more` are other columns of its record (symbol, amends)."""
    office = office or next((held.body for held in by.offices), "")
    power = require(power_to_draft(by, office), by, "draft")
    if master not in languages or not set(languages) <= set(LANGS):
        raise Refusal("draft.languages", languages=languages, master=master)
    keeps = keeps_draft(by, office)
    check_readers(distribution, sensitivity, readers, by=by, keeps=keeps)
    number = (Draft.objects.aggregate(last=Max("pk"))["last"] or 0) + 1
    draft = Draft.objects.create(key=f"draft-{number}", kind=kind)
    entry = Entry("draft.open", f"draft:{draft.key}", by, power)
    record = entry.begin(
        DraftRecord, draft=draft, title=title, master=master, languages=list(languages),
        office=office, distribution=distribution, sensitivity=sensitivity,
        readers=list(readers), **more,
    )  # fmt: skip
    _fill(entry, record, blocks)
    return record


@act
def describe_draft(key: str, *, by: Authority, **changes: Any) -> DraftRecord:
    """Change what is known of a draft: title, distribution, readers, symbol."""
    record, entry = _opened(key, "draft.describe", by)
    axes = ("distribution", "sensitivity", "readers")
    said = [changes.get(axis, getattr(record, axis)) for axis in axes]
    check_readers(*said, by=by, keeps=keeps_draft(by, record.office))
    return entry.change(record, **changes)


@act
def fill(key: str, blocks: Iterable[Block], *, by: Authority) -> None:
    """Put blocks at the end of a draft: what was pasted or imported."""
    record, entry = _opened(key, "draft.fill", by)
    _fill(entry, record, blocks)


@act
def save_text(
    key: str, block: str, lang: str, text: str, *, seen: str, by: Authority, heading: bool = False
) -> tuple[DraftBlock, SetAside | None]:
    """Save what was typed in one language of one block.

    `seen` is what stood there when typing began. If it still stands, or the new words do
    already, the save is made; else both stay: the new words are set aside and returned.
    """
    record, entry = _opened(key, "draft.write", by, lang=lang)
    if len(text) > LONGEST:
        raise Refusal("draft.too-long", limit=LONGEST, length=len(text))
    row, field = _block(record.draft, block), "heading" if heading else "text"
    if record.work_id and not (text.strip() and getattr(row, field)):
        raise Refusal("draft.frozen", stage=record.stage)  # what is no provision of the text
    now = getattr(getattr(row, field), lang)
    if now == text.strip():
        return row, None
    if now != seen.strip():
        aside = entry.begin(
            SetAside, draft=record.draft, block=block, lang=lang,
            text=Words(**{lang: text}), heading=heading, who=by.name,
        )  # fmt: skip
        return row, aside
    return _rewrite(entry, record, row, field, {lang: text.strip()}), None


def _rewrite(
    entry: Entry, record: DraftRecord, row: DraftBlock, field: str, words: dict[str, str]
) -> DraftBlock:
    """New words of one language stand in a block, and in the text where it is tabled."""
    (lang,) = words
    said = Words.of({**getattr(row, field).as_dict(), **words})
    states = row.states if field == "heading" else _states_after(row, record.master, lang)
    known = entry.change(row, **{field: said, "states": states})
    if record.work_id:
        carry(record, known, lang, entry)
    return known


def _states_after(row: DraftBlock, master: str, lang: str) -> dict[str, str]:
    """New words in the master language make the other languages' texts out of date."""
    states = {**row.states, lang: State.DRAFTED if lang == master else State.TRANSLATED}
    if lang == master and row.text.as_dict().get(master):
        states |= {other: State.DRAFTED for other in states if other != master}
    return {each: str(state) for each, state in states.items()}


@act
def settle(key: str, aside: int, *, take: bool, by: Authority) -> DraftBlock:
    """Take the words that were set aside in place of those that stand, or let them go."""
    row = SetAside.objects.known().filter(draft__key=key, pk=aside).first()
    record, entry = _opened(key, "draft.settle", by, lang=row.lang if row else "")
    if row is None:
        raise Refusal("draft.nothing-aside")
    block = _block(record.draft, row.block)
    entry.withdraw(row)
    if not take:
        return block
    return _rewrite(entry, record, block, "heading" if row.heading else "text", row.text.as_dict())


@act
def add_block(
    key: str, kind: str, *, by: Authority, after: str = "", text: Words = Words()
) -> DraftBlock:
    """A new block behind another, or at the end."""
    record, entry = _opened(key, "draft.add", by)
    rows = _ordered(record.draft)
    at = _index(rows, after) + 1 if after else len(rows)
    (place,) = _room(entry, rows, at)
    return _begin(entry, record, Block(Kind(kind), text), place)


@act
def change_block(key: str, block: str, *, by: Authority, **changes: Any) -> DraftBlock:
    """Change the kind of a block, or the number typed for it."""
    record, entry = _opened(key, "draft.change", by)
    if set(changes) - {"kind", "num", "printed"}:
        raise Refusal("draft.no-such-field", fields=sorted(changes))
    return entry.change(_block(record.draft, block), **changes)


@act
def move_block(key: str, block: str, *, after: str, by: Authority) -> DraftBlock:
    """Put a block, with what stands in it, behind another; first when `after` is empty."""
    record, entry = _opened(key, "draft.move", by)
    rows = _ordered(record.draft)
    moved = _with_inner(rows, _index(rows, block))
    if after in {row.block for row in moved}:
        raise Refusal("draft.into-itself", block=block)
    rest = [row for row in rows if row not in moved]
    at = _index(rest, after) + 1 if after else 0
    places = _room(entry, rest, at, len(moved))
    for row, place in zip(moved, places, strict=True):
        entry.change(row, place=place)
    return _block(record.draft, block)


def _with_inner(rows: Sequence[DraftBlock], at: int) -> list[DraftBlock]:
    """A block and the following ones that stand in it."""
    own = rank(Kind(rows[at].kind))
    found = [rows[at]]
    for row in rows[at + 1 :]:
        if not own or rank(Kind(row.kind)) <= own:
            break
        found.append(row)
    return found


@act
def remove_block(key: str, block: str, *, by: Authority) -> None:
    """Take a block out; it stays in the versions before. Refused while it has words set aside."""
    record, entry = _opened(key, "draft.remove", by)
    if SetAside.objects.known().filter(draft=record.draft, block=block).exists():
        raise Refusal("draft.aside-first")
    entry.withdraw(_block(record.draft, block))


@act
def restore_block(key: str, block: str, *, by: Authority) -> DraftBlock:
    """Put a block that was taken out back to its place, as it was; one that stands stays."""
    record, entry = _opened(key, "draft.restore", by)
    rows = DraftBlock.objects.filter(draft=record.draft, block=block)
    if known := rows.filter(recorded__upper_inf=True).first():
        return known
    gone = rows.order_by("-pk").first()
    if gone is None:
        raise Refusal("draft.no-block", block=block)
    return entry.begin(
        DraftBlock, draft=record.draft, block=block, kind=gone.kind, place=gone.place,
        num=gone.num, heading=gone.heading, text=gone.text, printed=gone.printed,
        states=gone.states, wanted=gone.wanted,
    )  # fmt: skip


@act
def set_state(key: str, lang: str, state: str, *, by: Authority, blocks: Sequence[str] = ()) -> int:
    """Say how far a language is, of some blocks or of all that have a text; how many changed."""
    record, entry = _opened(key, "draft.state", by, lang=lang, words=False)
    if state not in (State.DRAFTED, State.TRANSLATED, State.REVISED, State.READY):
        raise Refusal("draft.no-such-state", state=state)
    changed = 0
    for row in _ordered(record.draft):
        if blocks and row.block not in blocks:
            continue
        is_new = row.states.get(lang) != state or lang in row.wanted
        if (getattr(row.text, lang) or getattr(row.heading, lang)) and is_new:
            wanted = {each: day for each, day in row.wanted.items() if each != lang}
            entry.change(row, states={**row.states, lang: state}, wanted=wanted)
            changed += 1
    return changed


@act
def ask_translation(
    key: str, lang: str, until: str, *, by: Authority, blocks: Sequence[str] = ()
) -> int:
    """Ask for some blocks in a language until a day: it blocks the release till it is there.

    Without `blocks`, for those that lack it: no words yet, or older ones than the language of
    drafting. How many were asked for.
    """
    record, entry = _opened(key, "draft.ask", by, lang=lang)
    rows = [_block(record.draft, each) for each in blocks]
    if not blocks:
        rows = [row for row in _ordered(record.draft) if lacks(row, lang, record.master)]
    if not rows:
        raise Refusal("draft.nothing-lacking", lang=NAMES[lang])
    for row in rows:
        entry.change(row, wanted={**row.wanted, lang: until})
    return len(rows)


@act
def name_version(key: str, *, by: Authority) -> Milestone:
    """Give what the draft says now the next number, so that it can be compared later."""
    record, entry = _opened(key, "draft.version", by)
    last = Milestone.objects.known().filter(draft=record.draft).aggregate(n=Max("number"))["n"]
    return entry.begin(Milestone, draft=record.draft, number=(last or 0) + 1, at=clock.now())


@act
def withdraw_draft(key: str, *, by: Authority, reason: str) -> DraftRecord:
    """End a draft without tabling it; it can still be read."""
    record, entry = _opened(key, "draft.withdraw", by, reason)
    return entry.change(record, stage=Stage.WITHDRAWN)


def _opened(
    key: str, verb: str, by: Authority, reason: str = "", *, lang: str = "", words: bool = True
) -> tuple[DraftRecord, Entry]:
    """The record of a draft that may still be written, and the entry of the act.

    `lang` where the act touches one language alone, `words` whether it touches its words.
    """
    record = DraftRecord.objects.known().select_related("draft").filter(draft__key=key).first()
    if record is None:
        raise Refusal("draft.unknown", key=key)
    power = require(power_to_draft(by, record.office), by, "draft")
    if record.stage != Stage.DRAFT and lang not in open_languages(record, words=words):
        raise Refusal("draft.frozen", stage=record.stage)
    return record, Entry(verb, f"draft:{key}", by, power, reason=reason)


def _ordered(draft: Draft) -> list[DraftBlock]:
    return list(DraftBlock.objects.known().filter(draft=draft).order_by("place"))


def _block(draft: Draft, block: str) -> DraftBlock:
    row = DraftBlock.objects.known().filter(draft=draft, block=block).first()
    if row is None:
        raise Refusal("draft.no-block", block=block)
    return row


def _index(rows: Sequence[DraftBlock], block: str) -> int:
    for index, row in enumerate(rows):
        if row.block == block:
            return index
    raise Refusal("draft.no-block", block=block)


def _room(entry: Entry, rows: Sequence[DraftBlock], at: int, count: int = 1) -> list[int]:
    """So many places before the row at `at`; where there is no room, all rows spread out."""
    before = rows[at - 1].place if at else 0
    behind = rows[at].place if at < len(rows) else before + STEP * (count + 1)
    gap = (behind - before) // (count + 1)
    if gap:
        return [before + gap * number for number in range(1, count + 1)]
    for number, row in enumerate(rows):
        entry.change(row, place=(number + 1 + (count if number >= at else 0)) * STEP)
    return [(at + number) * STEP for number in range(1, count + 1)]


def _fill(entry: Entry, record: DraftRecord, blocks: Iterable[Block]) -> None:
    rows = DraftBlock.objects.known().filter(draft=record.draft)
    last = rows.aggregate(last=Max("place"))["last"] or 0
    for number, block in enumerate(blocks, start=1):
        _begin(entry, record, block, last + number * STEP)


def _begin(entry: Entry, record: DraftRecord, block: Block, place: int) -> DraftBlock:
    states = {
        lang: str(State.DRAFTED if lang == record.master else State.TRANSLATED)
        for lang, text in block.text
        if text
    }
    return entry.begin(
        DraftBlock, draft=record.draft, block=f"n{_next(record.draft)}", kind=block.kind.value,
        place=place, num=block.num, heading=block.heading, text=block.text,
        printed=block.printed, states=states,
    )  # fmt: skip


def _next(draft: Draft) -> int:
    """A number that no block of the draft ever had."""
    return DraftBlock.objects.filter(draft=draft).values("fact").distinct().count() + 1
