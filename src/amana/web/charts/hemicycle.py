"""The hemicycle of a vote: a mark for each vote, in a half circle, and the line to be reached.

Those in favour sit from the inline start on, then those against, then whoever else counts for the
majority; the line stands where the votes in favour must reach. A kind is told by its shape as well
as by its colour. Those who do not count for the majority stand in the legend alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin

from markupsafe import Markup, escape

from amana.web.charts.measure import width
from amana.web.charts.svg import Frame, element, number, picture

__all__ = ["SHAPES", "Side", "hemicycle"]

SHAPES = ("round", "square", "diamond", "ring")
WIDTH, SIZE, INNER, GAP = 640.0, 14.0, 0.42, 0.62
TOP, FOOT = 6.0, 40.0
_FILLS = {"round": "fill-1", "square": "fill-2", "diamond": "fill-3", "ring": "line-4"}


@dataclass(frozen=True, slots=True)
class Side:
    """Those who answered alike: what they are called, their shape (of `SHAPES`), how many.

    `names` are theirs where the vote was by name; `counts` whether they count for the majority.
    """

    label: str
    shape: str
    number: int
    names: Sequence[str] = ()
    counts: bool = True


@dataclass(frozen=True, slots=True)
class _Seat:
    angle: float  # from the inline start: 0 to pi
    radius: float


def hemicycle(
    sides: Sequence[Side], lang: str, *, required: int, line: str, title: str, desc: str = "",
    ident: str = "hemicycle",
) -> Markup:  # fmt: skip
    """Draw the sides of a vote; `required` is how many in favour carry it, `line` says so.

    `hemicycle([Side("For", "round", 38), Side("Against", "square", 3)], "en", required=28,
    line="28 needed", title="Draft resolution P1")`.
    """
    unknown = {side.shape for side in sides} - set(SHAPES)
    if unknown or any(side.number < 0 for side in sides):
        raise ValueError("A side has one of the known shapes and as many votes as were given.")
    frame = Frame(WIDTH, lang)
    counting = [side for side in sides if side.counts]
    total = sum(side.number for side in counting)
    seats = _seats(max(total, 1))
    size = _size(seats)
    bottom = TOP + WIDTH / 2
    body = list(_marks(frame, counting, seats, size, bottom))
    if 0 < required <= total:
        body.append(_line(frame, seats, required, line, bottom))
    body += _legend(frame, sides, bottom + 22)
    said = desc or "; ".join(f"{side.label}: {side.number}" for side in sides)
    return picture(
        frame, bottom + FOOT, body, ident=ident, title=title, desc=f"{said}; {line}",
        class_="hemicycle",
    )  # fmt: skip


def _seats(total: int) -> list[_Seat]:
    """As many seats as votes, in rows of even spacing, sorted from the inline start round."""
    rows = max(1, round((total / 5) ** 0.5))
    outer = WIDTH / 2 - 44
    step = outer * (1 - INNER) / max(rows - 1, 1)
    radii = [outer - step * row for row in range(rows)]
    shares = _shared(total, radii)
    seats = [
        _Seat(pi * (place + 0.5) / count, radius)
        for radius, count in zip(radii, shares, strict=True)
        for place in range(count)
    ]
    return sorted(seats, key=lambda seat: (seat.angle, seat.radius))


def _shared(total: int, radii: Sequence[float]) -> list[int]:
    """How many sit in each row: by its length, the rest in the longest."""
    whole = sum(radii)
    shares = [int(total * radius / whole) for radius in radii]
    for place in range(total - sum(shares)):
        shares[place % len(shares)] += 1
    return shares


def _size(seats: Sequence[_Seat]) -> float:
    """The half width of a mark, so that neighbours do not touch."""
    by_row: dict[float, int] = {}
    for seat in seats:
        by_row[seat.radius] = by_row.get(seat.radius, 0) + 1
    room = min(pi * radius / count for radius, count in by_row.items())
    rows = sorted(by_row)
    between = min((b - a for a, b in pairwise(rows)), default=room)
    return min(SIZE, min(room, between) * GAP / 2)


def _marks(
    frame: Frame, sides: Sequence[Side], seats: Sequence[_Seat], size: float, bottom: float
) -> Iterator[Markup]:
    taken = iter(seats)
    for side in sides:
        for place in range(side.number):
            start, top = _at(next(taken), bottom)
            name = side.names[place] if place < len(side.names) else ""
            yield _mark(frame, side, start, top, size, name)


def _at(seat: _Seat, bottom: float) -> tuple[float, float]:
    """From the inline start and from the top."""
    return WIDTH / 2 - seat.radius * cos(seat.angle), bottom - seat.radius * sin(seat.angle)


def _mark(frame: Frame, side: Side, start: float, top: float, size: float, name: str) -> Markup:
    told = (element("title", escape(f"{name}: {side.label}")),) if name else ()
    x, kind = frame.x(start), _FILLS[side.shape]
    if side.shape in ("round", "ring"):
        fill = "none" if side.shape == "ring" else None
        return element("circle", *told, cx=x, cy=top, r=size, class_=kind, fill=fill)
    if side.shape == "square":
        half = size * 0.88
        return element(
            "rect", *told, x=x - half, y=top - half, width=half * 2, height=half * 2, class_=kind
        )
    shape = f"M{number(x)} {number(top - size)}l{number(size)} {number(size)}"
    shape += f" {number(-size)} {number(size)} {number(-size)} {number(-size)}z"
    return element("path", *told, d=shape, class_=kind)


def _line(frame: Frame, seats: Sequence[_Seat], required: int, said: str, bottom: float) -> Markup:
    """The line after as many seats as are required, with its words at the outer end."""
    after = seats[required].angle if required < len(seats) else pi
    angle = (seats[required - 1].angle + after) / 2
    inner, outer = (WIDTH / 2 - 44) * (INNER - 0.12), WIDTH / 2 - 26
    begins, ends = _at(_Seat(angle, inner), bottom), _at(_Seat(angle, outer), bottom)
    drawn = frame.line(*begins, *ends, class_="today")
    half = width(said, 14) / 2
    place = _at(_Seat(angle, WIDTH / 2 - 12), bottom)
    start = min(max(place[0], half + 4), WIDTH - half - 4)
    return drawn + frame.text(start, max(place[1], 14), said, 14, anchor="middle")


def _legend(frame: Frame, sides: Sequence[Side], top: float) -> list[Markup]:
    """Each side with its mark, its words and its number, below the half circle."""
    drawn, start = [], 8.0
    for side in sides:
        drawn.append(_mark(frame, side, start + 7, top - 5, 6.5, ""))
        said = f"{side.label} {side.number}"
        drawn.append(frame.text(start + 20, top, said, 14))
        start += 20 + width(said, 14) + 26
    return drawn
