"""Small columns, one for each year: how much there was, and when."""

from collections.abc import Mapping

from markupsafe import Markup, escape

from amana.web.charts.svg import Frame, element, picture

__all__ = ["years"]

WIDTH, HEIGHT, FOOT, SIDE = 960.0, 150.0, 24.0, 34.0


def years(
    counts: Mapping[int, int],
    lang: str,
    *,
    title: str,
    desc: str = "",
    ident: str = "years",
    asked: int | None = None,
) -> Markup:
    """Draw a count for every year from the first to the last; absent years are empty.

    The greatest count is written beside its height; `asked`, the year of the asked day, stands
    out in ochre.
    """
    frame = Frame(WIDTH, lang)
    if not counts:
        return picture(frame, FOOT, [], ident=ident, title=title, desc=desc)
    first, last, most = min(counts), max(counts), max(1, *counts.values())
    step = (frame.width - SIDE) / (last - first + 1)
    floor = HEIGHT - FOOT
    body = [frame.line(SIDE, 8, frame.width, 8, "rule")]
    body.append(frame.text(SIDE - 6, 13, str(most), 12, anchor="end", class_="soft"))
    for year in range(first, last + 1):
        start = SIDE + (year - first) * step
        body.append(
            _column(
                frame, year, counts.get(year, 0), counts.get(year, 0) / most, start=start, step=step
            )
        )
        if year % _every(last - first) == 0:
            middle = SIDE + (year - first + 0.5) * step
            body.append(
                frame.text(middle, HEIGHT - 6, str(year), 12, anchor="middle", class_="soft")
            )
    if asked is not None and first <= asked <= last:
        middle = SIDE + (asked - first + 0.5) * step
        body.append(frame.line(middle, 2, middle, floor, "today"))
    body.append(frame.line(SIDE, floor, frame.width, floor, "edge"))
    said = desc or "; ".join(f"{year}: {count}" for year, count in sorted(counts.items()))
    return picture(frame, HEIGHT, body, ident=ident, title=title, desc=said)


def _every(span: int) -> int:
    return next((step for step in (1, 2, 5, 10, 20) if span / step <= 14), 50)


def _column(
    frame: Frame, year: int, count: int, high: float, *, start: float, step: float
) -> Markup:
    if not count:
        return Markup("")
    height = max((HEIGHT - FOOT - 8) * high, 1.5)
    gap = min(step * 0.25, 3)
    bar = frame.rect(start + gap / 2, HEIGHT - FOOT - height, step - gap, height, class_="fill-1")
    return element("g", element("title", escape(f"{year}: {count}")), bar)
