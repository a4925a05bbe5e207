"""What the styles of a document say of a paragraph: its name, its list, whether it is a heading."""

from dataclasses import dataclass, field

from lxml import etree

from amana.texts.intake.word.package import local, value

__all__ = ["Style", "Styles", "child", "numbering_of"]

_LEVELS = frozenset("012345678")
_FURTHEST = 20  # styles that rest on one another; a ring of them ends here


@dataclass(slots=True)
class Style:
    """One style: what it is called, what it rests on, and the list it stands in."""

    name: str = ""
    based: str = ""
    num: str = ""
    level: int | None = None
    hidden: bool = False


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of a name, or None."""
    if element is None:
        return None
    return next((each for each in element if local(each) == name), None)


def numbering_of(properties: etree._Element | None) -> tuple[str, int | None]:
    """The list and the level that the properties of a paragraph name; empty for none."""
    numbering = child(properties, "numPr")
    if numbering is None:
        return "", None
    level = value(child(numbering, "ilvl"))
    return value(child(numbering, "numId")), int(level) if level in _LEVELS else None


@dataclass(slots=True)
class Styles:
    """The styles of a document by their ids."""

    all: dict[str, Style] = field(default_factory=dict)

    @classmethod
    def of(cls, root: etree._Element | None) -> "Styles":
        """The styles of the part that holds them; none without it."""
        styles = cls()
        for element in root if root is not None else ():
            if local(element) == "style":
                styles.all[value(element, "styleId")] = _style(element)
        return styles

    def name(self, key: str) -> str:
        """What a style is called; empty for an unknown one."""
        return self.all[key].name if key in self.all else ""

    def nums(self) -> dict[str, str]:
        """The list that each style names itself."""
        return {key: style.num for key, style in self.all.items() if style.num}

    def numbering(self, key: str) -> tuple[str, int | None, str]:
        """The list and level of a style or of what it rests on, and the style that names it."""
        level = None
        for _step in range(_FURTHEST):
            style = self.all.get(key)
            if style is None:
                break
            level = style.level if level is None else level
            if style.num:
                return style.num, level, key
            key = style.based
        return "", None, ""

    def heading(self, key: str) -> str:
        """The name of the style where it is that of a heading or title; else nothing."""
        for _step in range(_FURTHEST):
            style = self.all.get(key)
            if style is None:
                return ""
            name = style.name.lower()
            if name.startswith("heading ") or name in ("title", "subtitle"):
                return style.name
            key = style.based
        return ""


def _style(element: etree._Element) -> Style:
    properties = child(element, "pPr")
    num, level = numbering_of(properties)
    return Style(
        value(child(element, "name")), value(child(element, "basedOn")), num, level,
        child(child(element, "rPr"), "vanish") is not None,
    )  # fmt: skip
