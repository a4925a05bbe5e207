"""Horizontal bars: one quantity for each of a few named things."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from amana.web.charts.measure import width, wrap
from amana.web.charts.svg import Frame, Label, element, label_of, picture

__all__ = ["bars"]

WIDTH, NAMES, SIZE = 720.0, 240.0, 13.0


def bars(
    items: Sequence[tuple[Any, ...]],
    lang: str,
    *,
    title: str,
    desc: str = "",
    ident: str = "bars",
    unit: str = "",
) -> Markup:
    """Draw `(label, value)` or `(label, value, url)` as bars from a common zero.

    Values are counts or amounts, never negative; the longest bar fills the room. The number
    stands at the end of its bar, so no axis is needed.
    """
    frame = Frame(WIDTH, lang)
    if any(item[1] < 0 for item in items):
        raise ValueError("A bar shows a quantity; a negative one has no length.")
    most = max((item[1] for item in items), default=0) or 1
    end = max((width(_shown(item[1], unit, lang), SIZE) for item in items), default=0.0) + 14
    top, body, said = 2.0, [], []
    for item in items:
        drawn, height = _bar(frame, item, top, most=most, end=end, unit=unit)
        body.append(drawn)
        said.append(f"{label_of(item[0], lang)[0]} {_shown(item[1], unit, lang)}")
        top += height
    body.append(frame.line(NAMES, 0, NAMES, top, "edge"))
    return picture(frame, top + 2, body, ident=ident, title=title, desc=desc or "; ".join(said))


def _shown(value: float, unit: str, lang: str) -> str:
    written = f"{value:,}"
    if lang == "fr":
        written = written.replace(",", "\u202f").replace(".", ",")
    return f"{written}{unit}"


def _bar(
    frame: Frame, item: tuple[Any, ...], top: float, *, most: float, end: float, unit: str
) -> tuple[Markup, float]:
    label: Label = item[0]
    shown, its_lang = label_of(label, frame.lang)
    leading = 20.0 if frame.lang == "ar" else 16.0
    lines = wrap(shown, NAMES - 14, SIZE * (1.1 if its_lang == "ar" else 1.0))
    height = len(lines) * leading + 10
    first = top + height / 2 - (len(lines) - 1) * leading / 2 + SIZE * 0.36
    names = Markup("").join(
        frame.text(NAMES - 12, first + at * leading, line, SIZE, anchor="end")
        for at, line in enumerate(lines)
    )
    long = (frame.width - NAMES - end) * item[1] / most
    bar = frame.rect(NAMES, top + height / 2 - 7, max(long, 0.5), 14, class_="fill-1")
    value = frame.text(
        NAMES + long + 7, top + height / 2 + SIZE * 0.36, _shown(item[1], unit, frame.lang), SIZE,
        class_="soft",
    )  # fmt: skip
    if len(item) > 2 and item[2]:
        names = element("a", names, href=item[2])
    return names + bar + value, height
