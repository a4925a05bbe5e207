"""Taking over from an earlier session: parts that subjects register, with what each needs.

A subject calls `takes(name, title, needs=(…), copy=…)` once, when the room starts. What a part
needs is taken with it, and the reader is shown so before anything is written.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.utils.functional import Promise

from amana.conferences.acts.writing import Written, act, serving
from amana.conferences.models import Session
from amana.conferences.rules.taking import with_needs
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal

__all__ = ["Part", "chosen_parts", "clone", "parts", "takes"]

Copy = Callable[[Session, Session, Authority], int]
Count = Callable[[Session], int]


@dataclass(frozen=True, slots=True)
class Part:
    """Something that can be taken over. `count` says of how much, `copy` does it and how much."""

    name: str
    title: str | Promise
    needs: tuple[str, ...]
    copy: Copy
    count: Count
    hint: str | Promise = ""


_parts: dict[str, Part] = {}


def takes(
    name: str, title: str | Promise, *, copy: Copy, count: Count, needs: Collection[str] = (),
    hint: str | Promise = "",
) -> None:  # fmt: skip
    """Register a part: its name, what it is called, the parts that it needs, what copies it."""
    _parts[name] = Part(name, title, tuple(needs), copy, count, hint)


def parts() -> list[Part]:
    """Every part that can be taken over, in the order in which subjects registered them."""
    return list(_parts.values())


def chosen_parts(names: Collection[str]) -> list[Part]:
    """What is taken when these are chosen: each after what it needs."""
    needs = {part.name: part.needs for part in _parts.values()}
    return [_parts[name] for name in with_needs(names, needs)]


@act
def clone(
    source: str, target: str, names: Collection[str], *, by: Authority
) -> list[tuple[Part, int]]:
    """Take parts of one session over into another of the same body; of each, how much was new.

    What the other has already is left as it is: taken twice, it is there once.
    """
    power = serving("session.clone", by)
    rows = {row.key: row for row in Session.objects.filter(key__in=(source, target))}
    for key in (source, target):
        if key not in rows:
            raise Refusal("session.unknown", key=key[:120])
    if source == target or rows[source].body_id != rows[target].body_id:
        raise Refusal("cloning.not-of-the-body")
    if not names:
        raise Refusal("cloning.nothing-chosen")
    done = [(part, part.copy(rows[source], rows[target], by)) for part in chosen_parts(names)]
    said = {part.name: count for part, count in done}
    Written("session.clone", f"session:{target}", by, power).record({"from": source, "took": said})
    return done
