"""Reading works: what is known of a work on a day, its provisions, what governs what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from amana.kernel.refusals import Refusal
from amana.texts.models import Governs, Modification, Node, NodeText, Work, WorkRecord

__all__ = ["Provision", "WorkView", "charters", "work"]


@dataclass(frozen=True, slots=True)
class Provision:
    """A node with its text on the day; `text` is None where none is on record."""

    node: Node
    text: NodeText | None
    depth: int


@dataclass(frozen=True, slots=True)
class WorkView:
    """A work as a page shows it."""

    work: Work
    record: WorkRecord
    provisions: tuple[Provision, ...]
    subjects: tuple[Governs, ...]
    modifications: tuple[Modification, ...]
    replaced_by: tuple[WorkRecord, ...]


def work(key: str, *, on: date) -> WorkView:
    """One work with its provisions on a day: five queries. Refused when unknown."""
    record = (
        WorkRecord.objects.known().select_related("work", "replaces").filter(work__key=key).first()
    )
    if record is None:
        raise Refusal("work.unknown", key=key)
    nodes = list(Node.objects.filter(work=record.work).order_by("position"))
    texts = {
        text.node_id: text for text in NodeText.objects.on(on).filter(node__work=record.work)
    } if nodes else {}  # fmt: skip
    return WorkView(
        record.work,
        record,
        tuple(_provisions(nodes, texts)),
        tuple(Governs.objects.known().filter(work=record.work).order_by("id")),
        tuple(Modification.objects.known().filter(work=record.work).order_by("during")),
        tuple(WorkRecord.objects.known().filter(replaces=record.work).select_related("work")),
    )


def _provisions(nodes: Iterable[Node], texts: dict[int, NodeText]) -> Iterable[Provision]:
    depths: dict[int, int] = {}
    for node in nodes:
        depths[node.pk] = depths.get(node.parent_id or 0, -1) + 1
        yield Provision(node, texts.get(node.pk), depths[node.pk])


def charters(*, on: date | None = None) -> list[WorkRecord]:
    """Every charter, first to last; those adopted by the day when one is given."""
    rows = WorkRecord.objects.known() if on is None else WorkRecord.objects.on(on)
    return list(rows.filter(work__kind=Work.Kind.CHARTER).select_related("work").order_by("during"))
