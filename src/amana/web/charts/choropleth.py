"""The map of members: states filled by what they are on a day, small ones as dots."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from amana.web.charts.svg import Frame, Label, element, label_of, picture

__all__ = ["KINDS", "choropleth"]

KINDS = ("member", "observer", "suspended", "former")
DOT = 5
LEGEND_HEIGHT = 34

# The map is a file of its own, shown by <img>: no style sheet of the page reaches into it.
STYLE = Markup("""
.sea{fill:none}.land{fill:#e3e6e0}.member{fill:#0b5a3c}.observer{fill:url(#observer)}
.suspended{fill:url(#suspended)}.former{fill:url(#former)}
path,circle{stroke:#fff;stroke-width:.8;stroke-linejoin:round}
a:focus path,a:hover path,a:hover circle{stroke:#17201b;stroke-width:2}
text{font:18px "IBM Plex Sans","IBM Plex Sans Arabic",system-ui,sans-serif;fill:#17201b}
@media(prefers-color-scheme:dark){.land{fill:#2b342f}.member{fill:#6cc097}
path,circle{stroke:#111613}text{fill:#e7ece8}}
""")
PATTERNS = (("observer", "#4a7f9e", "#a9c6d6"), ("suspended", "#8a5a00", "#eac777"),
            ("former", "#86947f", "#d3dacf"))  # fmt: skip


@cache
def _world() -> dict[str, Any]:
    path = Path(__file__).with_name("world.json")
    return dict(json.loads(path.read_text(encoding="utf-8")))


def choropleth(
    values: Mapping[str, str],
    labels: Mapping[str, Label],
    lang: str,
    *,
    title: str,
    desc: str = "",
    links: Mapping[str, str] | None = None,
    legend: Sequence[tuple[str, str]] = (),
    ident: str = "map",
) -> Markup:
    """Draw the world with the states of `values` filled by kind.

    `values` maps alpha-3 codes to a kind of `KINDS`; `labels` gives the tooltip's name and
    `links` the address of a state's page. `legend`, pairs of kind and text, is drawn under the
    map for print. A kind is told apart by its hatching as well as by its colour. Returns the
    whole SVG document, to be served at its own address.

    A state without a shape at this scale, and any too small to be seen, stands as a dot:
    `choropleth({"BHR": "member"}, {"BHR": "Bahrain"}, "en", title="Members")`.
    """
    unknown = {kind for kind in values.values() if kind not in KINDS}
    if unknown:
        raise ValueError(f"The map knows no state as {', '.join(sorted(unknown))}.")
    world, names = _world(), {c: label_of(labels.get(c, c), lang)[0] for c in values}
    frame = Frame(world["width"], lang)
    height = world["height"] + (LEGEND_HEIGHT if legend else 0)
    body = [element("style", STYLE), _patterns()]
    body += [
        element("path", d=shape, class_="land", fill="#e3e6e0", fill_rule="evenodd")
        for code, shape in world["shapes"].items()
        if code not in values
    ]
    body += [
        _state(code, kind, names[code], (links or {}).get(code, ""))
        for code, kind in sorted(values.items())
    ]
    if legend:
        body.append(_legend(frame, world["height"], legend))
    said = desc or "; ".join(names[code] for code in sorted(names))
    return picture(frame, height, body, ident=ident, title=title, desc=said)


def _patterns() -> Markup:
    drawn = [
        element(
            "pattern",
            element("rect", width=6, height=6, fill=ground),
            element("rect", width=3, height=6, fill=line),
            id=kind,
            width=6,
            height=6,
            patternUnits="userSpaceOnUse",
            patternTransform=f"rotate({45 + 45 * at})",
        )
        for at, (kind, line, ground) in enumerate(PATTERNS)
    ]
    return element("defs", *drawn)


def _fill(kind: str) -> str:
    return "#0b5a3c" if kind == "member" else f"url(#{kind})"


def _state(code: str, kind: str, name: str, link: str) -> Markup:
    inside, world = element("title", escape(name)), _world()
    shape, dot = world["shapes"].get(code), world["dots"].get(code)
    if shape:
        inside += element("path", d=shape, class_=kind, fill=_fill(kind), fill_rule="evenodd")
    if dot:
        inside += element("circle", cx=dot[0], cy=dot[1], r=DOT, class_=kind, fill=_fill(kind))
    return element("a", inside, href=link) if link else element("g", inside)


def _legend(frame: Frame, top: float, legend: Sequence[tuple[str, str]]) -> Markup:
    drawn, start = Markup(""), 8.0
    room = (frame.width - 16) / len(legend)
    for kind, label in legend:
        drawn += frame.rect(start, top + 9, 17, 17, class_=kind, fill=_fill(kind))
        drawn += frame.text(start + 24, top + 24, label, 18)
        start += room
    return drawn
