"""Elements of SVG as escaped text, and the frame that mirrors a picture in Arabic."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from amana.kernel.symbols import kept_in_order
from amana.kernel.words import Words

__all__ = ["Frame", "element", "label_of", "number", "picture", "text"]

Label = Words | str


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def element(name: str, *inside: str, **attributes: Any) -> Markup:
    """`<name …>inside</name>`; `class_` becomes class, `_` in other names `-`, None leaves out."""
    written = "".join(
        f' {_name(key)}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    body = Markup("").join(inside)
    if not body:
        return Markup(f"<{name}{written}/>")  # noqa: S704 - every value was escaped
    return Markup(f"<{name}{written}>{body}</{name}>")  # noqa: S704


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: Any) -> str:
    return number(value) if isinstance(value, float) else str(value)


def label_of(label: Label, lang: str) -> tuple[str, str]:
    """A label's text for a reader of `lang`, and the language it is really in.

    Symbols inside Arabic keep their own order.
    """
    if isinstance(label, Words):
        return kept_in_order(label.text(lang)), label.lang_of(lang)
    return kept_in_order(label), lang


@dataclass(frozen=True, slots=True)
class Frame:
    """The width of a picture and its direction; positions are given from the inline start."""

    width: float
    lang: str

    @property
    def is_rtl(self) -> bool:
        """Whether the picture runs from right to left."""
        return self.lang == "ar"

    def x(self, start: float, extent: float = 0) -> float:
        """The left edge of something `extent` wide that begins `start` from the inline start."""
        return self.width - start - extent if self.is_rtl else start

    def rect(self, start: float, top: float, extent: float, height: float, **more: Any) -> Markup:
        """A rectangle placed from the inline start."""
        return element(
            "rect", x=float(self.x(start, extent)), y=float(top), width=float(extent),
            height=float(height), **more,
        )  # fmt: skip

    def line(self, start: float, top: float, end: float, bottom: float, class_: str) -> Markup:
        """A straight line between two points given from the inline start."""
        return element(
            "path",
            class_=class_,
            d=f"M{number(self.x(start))} {number(top)}L{number(self.x(end))} {number(bottom)}",
        )

    def text(self, start: float, top: float, label: Label, size: float = 13, **more: Any) -> Markup:
        """One line of text; `anchor` is start, middle or end in the reader's direction."""
        return text(self, start, top, label, size, **more)


def text(
    frame: Frame,
    start: float,
    baseline: float,
    label: Label,
    size: float = 13,
    *,
    anchor: str = "start",
    class_: str | None = None,
) -> Markup:
    """Text as text, with the direction of the page and the language it is in."""
    shown, its_lang = label_of(label, frame.lang)
    return element(
        "text",
        escape(shown),
        x=float(frame.x(start)),
        y=float(baseline),
        font_size=float(size),
        text_anchor=anchor if anchor != "start" else None,
        direction="rtl" if frame.is_rtl else None,
        lang=its_lang if its_lang != frame.lang else None,
        class_=class_,
    )


def picture(
    frame: Frame,
    height: float,
    body: Iterable[str],
    *,
    ident: str,
    title: str,
    desc: str,
    class_: str = "",
) -> Markup:
    """The whole `<svg>`, named by its title and described.

    To a screen reader it is one image; with links inside it is a group, or they would be lost.
    """
    parts: Sequence[str] = (
        element("title", escape(title), id=f"{ident}-title"),
        element("desc", escape(desc or title), id=f"{ident}-desc"),
        *body,
    )
    return element(
        "svg",
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(frame.width)} {number(height)}",
        width=number(frame.width),
        height=number(height),
        id=ident,
        role="group" if any("<a " in part for part in parts) else "img",
        lang=frame.lang,
        aria_labelledby=f"{ident}-title",
        aria_describedby=f"{ident}-desc",
        class_=class_ or None,
    )
