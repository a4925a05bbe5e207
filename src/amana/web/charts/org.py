"""The chart of organs on a day: a tree read from the inline start, long names wrapped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from amana.web.charts.measure import wrap
from amana.web.charts.svg import Frame, Label, element, label_of, number, picture

__all__ = ["Organ", "org_chart"]

BOX, GAP, PAD, BETWEEN, SIZE = 226.0, 44.0, 10.0, 8.0, 13.0


@dataclass(frozen=True, slots=True)
class Organ:
    """One organ: its id, name, the id of its parent ("" or unknown: a root), page and kind.

    `kind` chooses the box: `root`, `organ`, `attention`, or anything else for the plain one.
    """

    id: str
    label: Label
    parent: str = ""
    url: str = ""
    kind: str = ""


@dataclass(slots=True)
class _Box:
    organ: Organ
    depth: int
    lines: list[str]
    lang: str
    children: list["_Box"]
    top: float = 0.0
    height: float = 0.0

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def org_chart(
    nodes: Iterable[Organ], lang: str, *, title: str, desc: str = "", ident: str = "org-chart"
) -> Markup:
    """Draw the tree of organs; each box links to its page.

    Siblings keep the order given. A name of any length wraps inside its box. An organ whose
    parent is not among the nodes stands as a root of its own, so that nothing is lost. Returns
    the `<svg>`; `desc` defaults to the names in reading order.
    """
    roots = _forest(list(nodes), lang)
    bottom = 1.0
    for root in roots:
        bottom = _place(root, bottom, _leading(lang)) + BETWEEN
    boxes = [box for root in roots for box in _walk(root)]
    depth = max((box.depth for box in boxes), default=0)
    frame = Frame((depth + 1) * BOX + depth * GAP + 2, lang)
    body = [_edges(frame, box) for box in boxes] + [_drawn(frame, box) for box in boxes]
    said = desc or "; ".join(label_of(box.organ.label, lang)[0] for box in boxes)
    return picture(frame, bottom, body, ident=ident, title=title, desc=said, class_="org-chart")


def _leading(lang: str) -> float:
    return 22.0 if lang == "ar" else 18.0


def _forest(nodes: Sequence[Organ], lang: str) -> list[_Box]:
    boxes = {organ.id: _box(organ, lang) for organ in nodes}
    roots: list[_Box] = []
    for organ in nodes:
        parent = boxes.get(organ.parent)
        (parent.children if parent and not _is_above(boxes, organ) else roots).append(
            boxes[organ.id]
        )
    for root in roots:
        _deepen(root, 0)
    return roots


def _is_above(boxes: dict[str, _Box], organ: Organ) -> bool:
    """Whether following the parents leads back to the organ: a circle would never be drawn."""
    seen, at = {organ.id}, organ.parent
    while at in boxes:
        if at in seen:
            return True
        seen.add(at)
        at = boxes[at].organ.parent
    return False


def _box(organ: Organ, lang: str) -> _Box:
    shown, its_lang = label_of(organ.label, lang)
    size = SIZE * 1.1 if its_lang == "ar" else SIZE
    return _Box(organ, 0, wrap(shown, BOX - 2 * PAD, size), its_lang, [])


def _deepen(box: _Box, depth: int) -> None:
    box.depth = depth
    for child in box.children:
        _deepen(child, depth + 1)


def _place(box: _Box, top: float, leading: float) -> float:
    """Put the box at the top of its branch; return where the next branch may begin."""
    box.top, box.height = top, len(box.lines) * leading + PAD
    below = top
    for child in box.children:
        below = _place(child, below, leading) + BETWEEN
    return max(top + box.height, below - BETWEEN)


def _walk(box: _Box) -> Iterable[_Box]:
    yield box
    for child in box.children:
        yield from _walk(child)


def _edges(frame: Frame, box: _Box) -> Markup:
    if not box.children:
        return Markup("")
    start = 1 + box.depth * (BOX + GAP) + BOX
    trunk, end = start + GAP / 2, start + GAP
    middles = [box.middle, *(child.middle for child in box.children)]
    drawn = f"M{number(frame.x(start))} {number(box.middle)}H{number(frame.x(trunk))}"
    drawn += f"M{number(frame.x(trunk))} {number(min(middles))}V{number(max(middles))}"
    drawn += "".join(
        f"M{number(frame.x(trunk))} {number(child.middle)}H{number(frame.x(end))}"
        for child in box.children
    )
    return element("path", class_="edge", d=drawn)


def _drawn(frame: Frame, box: _Box) -> Markup:
    start = 1 + box.depth * (BOX + GAP)
    known = box.organ.kind in {"root", "organ", "attention"}
    outline = frame.rect(
        start,
        box.top,
        BOX,
        box.height,
        rx=3,
        class_=f"box box-{box.organ.kind}" if known else "box",
    )
    leading, size = _leading(frame.lang), SIZE
    first = box.top + PAD / 2 + leading * 0.72
    spans = [
        element("tspan", escape(line), x=frame.x(start + PAD), y=first + at * leading)
        for at, line in enumerate(box.lines)
    ]
    name = element(
        "text", *spans, font_size=size, direction="rtl" if frame.is_rtl else None,
        lang=box.lang if box.lang != frame.lang else None,
        class_={"root": "strong on-act", "organ": "strong"}.get(box.organ.kind),
    )  # fmt: skip
    return element("a", outline, name, href=box.organ.url) if box.organ.url else outline + name
