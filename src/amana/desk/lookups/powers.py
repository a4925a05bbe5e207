"""Who may do what: the offices that give each power on a day, and how far a head's power goes."""

from collections.abc import Collection, Iterable
from datetime import date

from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.authority import ADMINISTRATOR_OF_SYSTEM, POWERS
from amana.organisation.models import Placement, Post
from amana.organisation.permissions import ADMINISTRATOR, HEAD

__all__ = ["Givers", "own_bodies", "posts_of"]


def posts_of(by: Authority) -> list[Post]:
    """The dated records by which the offices held give their powers: one query."""
    keys = [office.key for office in by.offices]
    if not keys:
        return []
    rows = Post.objects.on(by.on).filter(office__key__in=keys).select_related("office__body")
    return list(rows.order_by("office__position", "office_id"))


def own_bodies(by: Authority) -> frozenset[str]:
    """The bodies that a head of department heads, and all that stand under them: one query."""
    found = {office.body for office in by.offices if HEAD in office.powers}
    if not found:
        return frozenset()
    under: dict[str, list[str]] = {}
    for child, parent in Placement.objects.on(by.on).values_list("body__key", "parent__key"):
        under.setdefault(parent, []).append(child)
    open_ends = list(found)
    while open_ends:
        for child in under.get(open_ends.pop(), ()):
            if child not in found:
                found.add(child)
                open_ends.append(child)
    return frozenset(found)


class Givers:
    """The offices that give a power on a day: one query for all powers."""

    def __init__(self, on: date) -> None:
        self.titles: dict[str, list[Words]] = {}
        rows = Post.objects.on(on).exclude(powers=[]).order_by("office__position", "office_id")
        for title, powers in rows.values_list("title", "powers"):
            for power in powers:
                self.titles.setdefault(power, []).append(title)

    def who(self, powers: Iterable[str]) -> list[Words]:
        """Who may do what needs one of these powers; heads are named together."""
        found: list[Words] = []
        for power in powers:
            if power == ADMINISTRATOR:
                found.append(ADMINISTRATOR_OF_SYSTEM)
            elif power == HEAD:
                found.append(POWERS[HEAD])
            else:
                found.extend(self.titles.get(power) or [POWERS[power]])
        return found

    def refusal(self, act: Words, powers: Collection[str], by: Authority) -> Refusal:
        """Why somebody without any of these powers may not do an act."""
        return Refusal(
            "authority.missing", act=act, who=by.name, on=by.on.isoformat(),
            offices=self.who(powers),
        )  # fmt: skip
