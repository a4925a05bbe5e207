"""Works read whole: what is known of them, their provisions on a day, what governs what.

A work, whatever its size, is four queries; so are all charters together.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from django.db.models import F, Func, Q, TextField, Value

from amana.kernel.authority import Authority
from amana.kernel.marks import Mark
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.texts.citations import provision
from amana.texts.given import eyes_of, only
from amana.texts.models import (
    Governs,
    Modification,
    Node,
    NodeText,
    Operation,
    Work,
    WorkRecord,
)
from amana.texts.rules.kinds import Kind

__all__ = [
    "Evidence", "Instrument", "Provision", "Standing", "charters_whole", "labels", "of_the_day",
    "whole",
]  # fmt: skip


class Standing(StrEnum):
    """How a work stands on a day."""

    LATER = "later"  # not yet adopted
    ADOPTED = "adopted"  # adopted, not yet in force
    APPLIES = "applies"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a source mark says of a provision: its period is that of the work."""

    since_mark: str
    until_mark: str
    sources: list[str]
    basis: list[str]
    confidence: str
    note: Words
    conflict: Words
    act_id: int


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision on the day, with the subjects that it governs and its known changes."""

    node: Node
    text: NodeText
    depth: int
    evidence: Evidence
    subjects: tuple[Governs, ...] = ()
    changes: tuple[Modification, ...] = ()

    @property
    def number_is_sure(self) -> bool:
        """Whether its number was seen, or is as good as seen."""
        return bool(self.text.detail.get("num", {}).get("confidence", "high") == "high")


@dataclass(frozen=True, slots=True)
class Instrument:
    """A work with all that is on record of it."""

    record: WorkRecord
    replaces: WorkRecord | None
    replaced_by: WorkRecord | None
    provisions: tuple[Provision, ...]
    subjects: tuple[Governs, ...]
    modifications: tuple[Modification, ...]
    texts: tuple[NodeText, ...] = ()  # of every provision and of any day
    near: tuple[WorkRecord, ...] = ()  # what it replaces, what replaces it, what changed it

    @property
    def key(self) -> str:
        """The key of the work."""
        return self.record.work.key

    @property
    def name(self) -> Words:
        """Its short name, else its title."""
        name: Words = self.record.short or self.record.title
        return name

    @property
    def applies_from(self) -> Mark | None:
        """The day it entered into force, else that of its adoption, else nothing known."""
        return applies_from(self.record)

    @property
    def applies_until(self) -> Mark | None:
        """From when its successor applies in its place."""
        return applies_from(self.replaced_by) if self.replaced_by else None

    def count(self, kind: str) -> int:
        """How many provisions of a kind are on record."""
        return sum(provision.node.kind == kind for provision in self.provisions)

    def chapters(self) -> list[tuple[Provision | None, list[Provision]]]:
        """Each chapter with what stands in it; without chapters, everything under none."""
        found: list[tuple[Provision | None, list[Provision]]] = []
        for each in self.provisions:
            if each.node.kind == Kind.CHAPTER:
                found.append((each, []))
            elif found:
                found[-1][1].append(each)
            else:
                found.append((None, [each]))
        return found

    def labels(self, lang: str) -> Callable[[str], str]:
        """How its provisions are cited on its own page: `art_33__para_1` is "Art. 33(1)"."""
        nums = {each.node.wid: each.node.num for each in self.provisions}
        return lambda wid: provision(wid, lang, nums.get(wid.partition("__")[0], ""))

    def standing(self, on: date) -> Standing:
        """How it stands on a day.

        The Charter of 1972 was adopted on 4 March 1972 and entered into force on 28 February 1973:
        on 1 June 1972 it is adopted, on 1 June 1982 it applies, on 14 March 2008 it is replaced.
        """
        adopted, begins, ends = _mark(self.record.adopted), self.applies_from, self.applies_until
        if ends and ends.earliest <= on:
            return Standing.REPLACED
        if begins is None or begins.earliest <= on:
            return Standing.APPLIES
        return Standing.ADOPTED if adopted and adopted.earliest <= on else Standing.LATER


def applies_from(record: WorkRecord) -> Mark | None:
    """From when a work applies: its entry into force, else its adoption."""
    return _mark(record.in_force or record.adopted)


def of_the_day(instruments: Iterable[Instrument], on: date) -> Instrument | None:
    """The instrument that applied on the day, else one then adopted, else the first to come."""
    found = list(instruments)
    for standing in (Standing.APPLIES, Standing.ADOPTED, Standing.LATER):
        for instrument in found:
            if instrument.standing(on) == standing:
                return instrument
    return found[-1] if found else None


# `res-1#para_2` is a provision of `res-1`.
_WORK_OF_INSTRUMENT = Func(
    F("instrument"), Value("#"), Value(1), function="split_part", output_field=TextField()
)


def whole(key: str, *, on: date, by: Authority | None = None) -> Instrument:
    """One work with its provisions on the day: four queries. Refused when unknown to the reader."""
    near = Q(work__key=key) | Q(replaces__key=key) | Q(work__replaced_by__work__key=key)
    changing = Operation.objects.known().filter(work__key=key).values(work_key=_WORK_OF_INSTRUMENT)
    found = _read(near | Q(work__key__in=changing), Q(key=key), on, by)
    for instrument in found:
        if instrument.key == key:
            return replace(instrument, near=tuple(each.record for each in found))
    raise Refusal("work.unknown", key=key)


def charters_whole(*, on: date) -> list[Instrument]:
    """Every charter, first to last: four queries."""
    charter = Q(kind=Work.Kind.CHARTER)
    return _read(Q(work__kind=Work.Kind.CHARTER), charter, on)


def labels(key: str, wids: Iterable[str], lang: str) -> dict[str, str]:
    """Provisions of one work as cited on its own page, `Art. 33(1)`: one query, none for none."""
    wanted = set(wids)
    outer = {wid: wid.partition("__")[0] for wid in wanted}
    nodes = Node.objects.filter(work__key=key, wid__in=set(outer.values()))
    nums = dict(nodes.values_list("wid", "num")) if wanted else {}
    return {wid: provision(wid, lang, nums.get(outer[wid], "")) for wid in wanted}


def _read(records: Q, works: Q, on: date, by: Authority | None = None) -> list[Instrument]:
    known = {
        row.pk: row
        for row in WorkRecord.objects.seen_by(by).filter(records).select_related("work", "replaces")
    }
    ids = Work.objects.filter(works).values("pk")
    texts = NodeText.objects.known().filter(node__work__in=ids).select_related("node")
    parts = (
        _seen(texts.order_by("node__work", "node__position", "during"), known.values(), by),
        list(Governs.objects.known().filter(work__in=ids).order_by("id")),
        list(Modification.objects.known().filter(work__in=ids).order_by("during", "id")),
    )
    rows = sorted(known.values(), key=lambda row: (row.during.lower or date.min, row.pk))
    return [_instrument(row, rows, *parts, on) for row in rows]


def _seen(
    texts: Iterable[NodeText], records: Iterable[WorkRecord], by: Authority | None
) -> list[NodeText]:
    """Texts with the headings that this reader may see."""
    eyes = {row.work_id: eyes_of(row, by) for row in records}
    rows = list(texts)
    for row in rows:
        if sees := eyes.get(row.node.work_id):
            row.heading = only(row.heading, sees.headings)
    return rows


def _instrument(
    record: WorkRecord,
    near: list[WorkRecord],
    texts: list[NodeText],
    subjects: list[Governs],
    changes: list[Modification],
    on: date,
) -> Instrument:
    by_work = {row.work_id: row for row in near}
    after = next((row for row in near if row.replaces_id == record.work_id), None)
    own_subjects = tuple(row for row in subjects if row.work_id == record.work_id)
    own_changes = tuple(row for row in changes if row.work_id == record.work_id)
    own_texts = [text for text in texts if text.node.work_id == record.work_id]
    of_day = [text for text in own_texts if on in text.period]
    until = str(applies_from(after) or "") if after else ""
    provisions = _provisions(of_day, own_subjects, own_changes, record, until)
    return Instrument(
        record, by_work.get(record.replaces_id or 0), after, provisions, own_subjects,
        own_changes, tuple(own_texts),
    )  # fmt: skip


def _provisions(
    texts: Iterable[NodeText],
    subjects: Iterable[Governs],
    changes: Iterable[Modification],
    record: WorkRecord,
    until: str,
) -> tuple[Provision, ...]:
    depths: dict[int, int] = {}
    found = []
    for text in texts:
        node = text.node
        depths[node.pk] = depths.get(node.parent_id or 0, -1) + 1
        found.append(
            Provision(
                node,
                text,
                depths[node.pk],
                _evidence(text, record, until),
                tuple(row for row in subjects if node.wid in row.wids),
                tuple(row for row in changes if row.wid == node.wid),
            )
        )
    return tuple(found)


def _evidence(text: NodeText, record: WorkRecord, until: str) -> Evidence:
    """How a provision is known: `evidence` says what was seen of it, `note` what else is odd."""
    said = {lang: f"{seen} {dict(text.note)[lang]}".strip() for lang, seen in text.evidence}
    return Evidence(
        text.since_mark or record.in_force or record.adopted,
        text.until_mark or until,
        text.sources,
        text.basis,
        text.confidence or text.detail.get("summary", {}).get("confidence", ""),
        Words.of(said),
        text.conflict,
        text.act_id,
    )


def _mark(text: str) -> Mark | None:
    return Mark.parse(text) if text else None
