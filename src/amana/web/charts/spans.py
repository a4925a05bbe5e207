"""A timeline: lanes of periods, uncertain ends drawn open, the asked day as a line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from markupsafe import Markup, escape

from amana.kernel.marks import Mark
from amana.web.charts.measure import cut, wrap
from amana.web.charts.svg import Frame, Label, element, label_of, number, picture
from amana.web.formats import years

__all__ = ["Lane", "Span", "timeline"]

WIDTH, NAMES, END, HEAD, SIZE, BAR = 960.0, 190.0, 20.0, 26.0, 12.5, 9.0
STEPS = (1, 2, 5, 10, 20, 25, 50)


@dataclass(frozen=True, slots=True)
class Span:
    """A period with its label. It surely holds from `sure_since` to `sure_until`.

    `since` and `until` are the outermost days; the parts between them and the sure days are
    drawn open. None for `until` means that it still goes on; `kind` is a colour from 1 to 4.
    """

    label: Label
    since: date | None
    until: date | None
    sure_since: date | None = None
    sure_until: date | None = None
    kind: int = 1
    url: str = ""

    @classmethod
    def of_marks(
        cls, label: Label, since_mark: str, until_mark: str = "", *, kind: int = 1, url: str = ""
    ) -> "Span":
        """A span as sourced: `of_marks("Rabat", "1969", "1971-03")` is sure 1970 to Feb 1971."""
        since = Mark.parse(since_mark) if since_mark else None
        until = Mark.parse(until_mark) if until_mark else None
        return cls(
            label,
            since.earliest if since else None,
            until.latest if until else None,
            since.latest if since else None,
            until.earliest if until else None,
            kind,
            url,
        )


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of the timeline: a name and its periods, oldest first, none over another."""

    label: Label
    spans: Sequence[Span]
    url: str = ""


@dataclass(frozen=True, slots=True)
class _Scale:
    begins: date
    ends: date
    frame: Frame

    def at(self, day: date) -> float:
        """How far a day lies from the inline start, held within the picture."""
        whole = max((self.ends - self.begins).days, 1)
        share = (day - self.begins).days / whole
        return NAMES + min(max(share, 0.0), 1.0) * (self.frame.width - NAMES - END)


def timeline(
    lanes: Iterable[Lane],
    begins: date,
    ends: date,
    on: date,
    lang: str,
    *,
    title: str,
    desc: str = "",
    ident: str = "timeline",
) -> Markup:
    """Draw the lanes between two days; `on`, the asked day, is the upright line.

    Labels that do not fit before the next period are cut, and are whole in the tooltip and in
    the table beside the picture.
    """
    frame = Frame(WIDTH, lang)
    scale = _Scale(begins, ends, frame)
    body: list[Markup] = []
    top, said = HEAD + 8, []
    for lane in lanes:
        drawn, top = _lane(scale, lane, top)
        body.append(drawn)
        said.append(_said(lane, lang))
    axis = _axis(scale, top)
    now = _asked(scale, on, top) if begins <= on <= ends else Markup("")
    return picture(
        frame, top + 4, [axis, *body, now], ident=ident, title=title,
        desc=desc or "; ".join(said), class_="timeline-chart",
    )  # fmt: skip


def _said(lane: Lane, lang: str) -> str:
    spans = ", ".join(
        f"{label_of(span.label, lang)[0]} {_years(span, lang)}".strip() for span in lane.spans
    )
    return f"{label_of(lane.label, lang)[0]}: {spans}"


def _years(span: Span, lang: str) -> str:
    return years(span.since.year if span.since else "", span.until.year if span.until else "", lang)


def _axis(scale: _Scale, bottom: float) -> Markup:
    years = scale.ends.year - scale.begins.year
    step = next((step for step in STEPS if years / step <= 12), 100)
    first = -(-scale.begins.year // step) * step
    drawn = Markup("")
    for year in range(first, scale.ends.year + 1, step):
        start = scale.at(max(date(year, 1, 1), scale.begins))
        drawn += scale.frame.line(start, HEAD - 6, start, bottom, "rule")
        drawn += scale.frame.text(start, HEAD - 12, str(year), 12, anchor="middle", class_="soft")
    return drawn + scale.frame.line(0, HEAD - 6, scale.frame.width, HEAD - 6, "rule")


def _asked(scale: _Scale, on: date, bottom: float) -> Markup:
    start = scale.at(on)
    return scale.frame.line(start, HEAD - 10, start, bottom, "today")


def _lane(scale: _Scale, lane: Lane, top: float) -> tuple[Markup, float]:
    name, its_lang = label_of(lane.label, scale.frame.lang)
    leading = 20.0 if scale.frame.lang == "ar" else 16.0
    lines = wrap(name, NAMES - 14, 13 * (1.1 if its_lang == "ar" else 1.0))
    height = max(len(lines) * leading, leading + BAR + 4) + 12
    written = Markup("").join(
        scale.frame.text(0, top + leading * (at + 0.8), line, 13, class_="strong")
        for at, line in enumerate(lines)
    )
    if lane.url:
        written = element("a", written, href=lane.url)
    drawn = written + Markup("").join(_spans(scale, lane.spans, top, leading))
    rule = scale.frame.line(0, top + height - 4, scale.frame.width, top + height - 4, "rule")
    return drawn + rule, top + height + 2


def _spans(scale: _Scale, spans: Sequence[Span], top: float, leading: float) -> Iterable[Markup]:
    starts = [scale.at(span.since or scale.begins) for span in spans]
    reach = pairwise([*starts, scale.frame.width])
    for span, (start, following) in zip(spans, reach, strict=True):
        if (span.since and span.since > scale.ends) or (span.until and span.until < scale.begins):
            continue
        yield _span(scale, span, following - start - 4, top, leading)


def _span(scale: _Scale, span: Span, room: float, top: float, leading: float) -> Markup:
    shown, its_lang = label_of(span.label, scale.frame.lang)
    fitted = cut(shown, room, SIZE * (1.1 if its_lang == "ar" else 1.0))
    bar = _bar(scale, span, top + leading + 3)
    start = scale.at(span.since or scale.begins)
    label = scale.frame.text(start, top + leading * 0.8, fitted, SIZE) if fitted else Markup("")
    inside = element("title", escape(shown)) + bar + label
    return element("a", inside, href=span.url) if span.url else element("g", inside)


def _bar(scale: _Scale, span: Span, top: float) -> Markup:
    outer = scale.at(span.since or scale.begins), scale.at(span.until or scale.ends)
    sure = (
        scale.at(span.sure_since or span.since or scale.begins),
        scale.at(span.sure_until or span.until or scale.ends),
    )
    drawn = Markup("")
    if sure[1] > sure[0]:
        drawn += scale.frame.rect(sure[0], top, sure[1] - sure[0], BAR, class_=f"fill-{span.kind}")
    else:
        sure = outer[1], outer[1]
    for begin, end in ((outer[0], sure[0]), (sure[1], outer[1])):
        if end - begin >= 1.5:
            drawn += scale.frame.rect(
                begin, top + 0.75, end - begin, BAR - 1.5, class_=f"uncertain line-{span.kind}"
            )
    return drawn + (_goes_on(scale.frame, top, span.kind) if span.until is None else Markup(""))


def _goes_on(frame: Frame, top: float, kind: int) -> Markup:
    end = frame.width - END
    points = ((end, top - 2), (end + BAR, top + BAR / 2), (end, top + BAR + 2))
    path = "L".join(f"{number(frame.x(start))} {number(y)}" for start, y in points)
    return element("path", d=f"M{path}Z", class_=f"fill-{kind}")
