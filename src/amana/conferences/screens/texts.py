"""The proposals of a meeting with their amendments and divisions, as the screens show them."""

from collections.abc import Mapping
from typing import Any

from amana.conferences.rules.floor.amendment_order import next_of, of_text, proposed_order
from amana.conferences.rules.floor.precedence import UNDECIDED
from amana.conferences.rules.floor.proposals import ordered, status_of
from amana.conferences.screens.scenes import Scene
from amana.web.links import has_url, reverse

__all__ = ["address_of_text", "change_of", "texts_of"]


def texts_of(at: Scene) -> list[dict[str, Any]]:
    """The proposals of the meeting, those still open in the order in which they are put."""
    floor = at.floor
    first = [found.id for found in ordered(floor)]
    rest = [name for name in floor.texts.proposals if name not in first]
    return [_text(at, name) for name in (*first, *rest[::-1])]


def _text(at: Scene, name: str) -> dict[str, Any]:
    floor = at.floor
    found = floor.texts.proposals[name]
    division = floor.texts.divisions.get(name)
    return {
        "id": name, "name": at.names.question(floor, name, at.lang),
        "title": at.names.text(floor, name, at.lang), "href": address_of_text(at, found.more),
        "open": found.status in UNDECIDED, "status": at.said("status", status_of(floor, found)),
        "why": at.names.question(floor, found.why, at.lang) if found.status == "not_put" else "",
        "sponsors": [at.party(key) for key in found.sponsors],
        "disassociated": [at.party(key) for key in found.disassociated],
        "revision": found.revision, "amendments": _amendments(at, name),
        "division": division and {
            "status": at.said("status", division["status"]), "parts": ", ".join(division["parts"]),
            "rejected": [p for p, vote in division["votes"].items() if vote == "part_rejected"],
        },
    }  # fmt: skip


def _amendments(at: Scene, name: str) -> dict[str, Any] | None:
    """The amendments of a text in the order in force, with the one that the engine proposes."""
    floor = at.floor
    every = of_text(floor, name)
    if not every:
        return None
    proposed, decided = proposed_order(floor, name), floor.texts.decided_order.get(name)
    order = [*(decided or proposed), *proposed]
    rows = sorted(every, key=lambda one: order.index(one.id) if one.id in order else len(order))
    return {
        "proposed": proposed, "decided": decided, "next": next_of(floor, name, now=True),
        "rows": [
            {
                "id": one.id, "name": at.names.question(floor, one.id, at.lang),
                "by": at.party(one.by), "status": at.said("status", one.status),
                "because": one.why if one.status == "not_put" else "",
                "change": change_of(one.change),
            }
            for one in rows
        ],
    }  # fmt: skip


def change_of(change: object) -> str:
    """The words of a change; of one that is told part by part, its new words."""
    if isinstance(change, Mapping):
        return str(change.get("to") or change.get("text") or "")
    return str(change or "")


def address_of_text(at: Scene, more: Mapping[str, Any]) -> str:
    """The address of the text as it was pinned; nothing where it has none."""
    work, draft = more.get("work"), more.get("draft")
    if work and has_url("texts:work", key=str(work)):
        day = more.get("day")
        return reverse("texts:work", {"key": str(work)}) + (f"?on={day}" if day else "")
    number = more.get("milestone")
    if draft and number and has_url("texts:milestone", key=str(draft), number=number):
        return reverse("texts:milestone", {"key": str(draft), "number": number})
    return ""
