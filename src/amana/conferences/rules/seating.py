"""The hall by protocol order: who sits where. Pure; settled point Q31.

Delegations sit in the alphabetical order of a language by the names that they bear, the Arabic
article not counted, accents only where nothing else differs. Members sit in front, from the one
that the lot named; observers and guests apart, behind them; the delegation that presides sits at
the podium. Who was moved by hand keeps that place, and the others close up around it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from amana.kernel.order import sort_key

__all__ = [
    "BLOCKS", "MEMBERS", "OBSERVERS", "PODIUM", "Party", "Place", "Plan", "initial_of", "seated",
]  # fmt: skip

PODIUM, MEMBERS, OBSERVERS = "podium", "members", "observers"
BLOCKS = (PODIUM, MEMBERS, OBSERVERS)
_BEHIND = {"member": 0, "observer": 1, "guest": 2}
_ARTICLE = re.compile(r"^ال(?=[^\W\d_]{2})")
_ALEFS = str.maketrans("أإآ", "ااا")
Seat = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Party:
    """A delegation with its name in the language of the order; `status` as of a Delegation."""

    key: str
    name: str
    status: str = "member"

    @property
    def block(self) -> str:
        """Where it sits by its status."""
        return MEMBERS if self.status == "member" else OBSERVERS


@dataclass(frozen=True, slots=True)
class Place:
    """A desk: its block, row and seat, both counted from 1, the podium's at the front first."""

    party: Party
    block: str
    row: int
    seat: int
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """All places of a hall, block by block, row by row."""

    places: tuple[Place, ...]
    desks: int

    def of(self, block: str) -> list[Place]:
        """The places of a block in their order."""
        return [place for place in self.places if place.block == block]

    def rows(self, block: str) -> list[list[Place | None]]:
        """A block row by row, None where a desk is empty; a seat beyond the row makes it longer."""
        found = {(place.row, place.seat): place for place in self.of(block)}
        if not found:
            return []
        last = max(row for row, _ in found)
        return [
            [found.get((row, seat)) for seat in range(1, self._width(found, row) + 1)]
            for row in range(1, last + 1)
        ]

    def _width(self, found: Iterable[Seat], row: int) -> int:
        return max([self.desks, *(seat for at, seat in found if at == row)])


def seated(
    parties: Sequence[Party], lang: str, desks: int, *, first: str = "", chair: str = "",
    moved: Mapping[str, tuple[str, int, int]] | None = None,
) -> Plan:  # fmt: skip
    """The plan of a hall of `desks` in a row. `moved` gives block, row and seat by party.

    The chair's own move wins over the podium: the hand of the desk is the last word.
    """
    by_hand = moved or {}
    places = [
        Place(party, *by_hand[party.key], moved=True) for party in parties if party.key in by_hand
    ]
    podium = [party for party in parties if party.key == chair and chair not in by_hand]
    for block in (MEMBERS, OBSERVERS):
        taken = {(place.row, place.seat) for place in places if place.block == block}
        order = _ordered([party for party in parties if party.block == block], lang, first)
        free = [each for each in order if each.key not in by_hand and each not in podium]
        places += [
            Place(party, block, *seat)
            for party, seat in zip(free, _seats(desks, taken), strict=False)
        ]
    places += [Place(party, PODIUM, 1, 1) for party in podium]
    places.sort(key=lambda place: (BLOCKS.index(place.block), place.row, place.seat))
    return Plan(tuple(places), desks)


def _ordered(parties: Iterable[Party], lang: str, first: str) -> list[Party]:
    """Observers before guests, each in the order of the language; members from the lot on."""
    order = sorted(parties, key=lambda p: (_BEHIND.get(p.status, 2), sort_key(p.name, lang), p.key))
    if not order or order[0].block != MEMBERS:
        return order
    at = _start(order, lang, first)
    return order[at:] + order[:at]


def _start(order: Sequence[Party], lang: str, first: str) -> int:
    """Where the order begins: at the delegation drawn, or at the first under the letter drawn.

    Under a letter of which there is none the next letter begins, after the last one the first.
    """
    keys = [party.key for party in order]
    if first in keys:
        return keys.index(first)
    if len(first) != 1:
        return 0
    drawn = sort_key(initial_of(first, lang), lang)
    return next(
        (
            at
            for at, party in enumerate(order)
            if sort_key(initial_of(party.name, lang), lang) >= drawn
        ),
        0,
    )


def _seats(desks: int, taken: set[Seat]) -> Iterator[Seat]:
    """Free desks from the front, row by row, without end."""
    row = 1
    while True:
        yield from ((row, seat) for seat in range(1, desks + 1) if (row, seat) not in taken)
        row += 1


def initial_of(name: str, lang: str) -> str:
    """The letter under which a name stands: no Arabic article, no accent, one form of alef."""
    if lang == "ar":
        return _ARTICLE.sub("", name.strip())[:1].translate(_ALEFS)
    return unicodedata.normalize("NFD", name.strip())[:1].upper()
