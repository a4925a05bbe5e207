"""The numbers of Word's lists, which stand in no paragraph: counted as Word counts them."""

import re
from dataclasses import dataclass, field

from lxml import etree

from amana.texts.intake.word.formats import BULLET, printed
from amana.texts.intake.word.package import local, value

__all__ = ["Lists", "Spot"]

_PLACE = re.compile(r"%([1-9])")
_DEEPEST = 8
_NUMBERED = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a paragraph stands in a list: the number of the list and the level from 0."""

    num: str
    level: int


@dataclass(slots=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int = -1  # the level after which it begins anew; -1: after any higher one
    legal: bool = False
    style: str = ""


@dataclass(slots=True)
class _Num:
    abstract: str
    levels: dict[int, _Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Lists:
    """All lists of a document, and where each of them is."""

    def __init__(self, root: etree._Element | None, style_nums: dict[str, str]) -> None:
        self.abstracts: dict[str, dict[int, _Level]] = {}
        self.nums: dict[str, _Num] = {}
        self.counters: dict[str, dict[int, int]] = {}
        self.begun: set[str] = set()
        linked: dict[str, str] = {}
        for element in root if root is not None else ():
            if local(element) == "abstractNum":
                self._abstract(element, linked)
            elif local(element) == "num":
                self._num(element)
        for abstract, style in linked.items():
            num = self.nums.get(style_nums.get(style, ""))
            if num and not self.abstracts[abstract]:
                self.abstracts[abstract] = self.abstracts.get(num.abstract, {})

    def _abstract(self, element: etree._Element, linked: dict[str, str]) -> None:
        levels = {}
        for child in element:
            if local(child) == "lvl":
                levels[_number(value(child, "ilvl"))] = _level(child)
            elif local(child) == "numStyleLink":
                linked[value(element, "abstractNumId")] = value(child)
        self.abstracts[value(element, "abstractNumId")] = levels

    def _num(self, element: etree._Element) -> None:
        num = _Num("")
        for child in element:
            if local(child) == "abstractNumId":
                num.abstract = value(child)
            elif local(child) == "lvlOverride":
                at = _number(value(child, "ilvl"))
                for part in child:
                    if local(part) == "startOverride":
                        num.starts[at] = _number(value(part))
                    elif local(part) == "lvl":
                        num.levels[at] = _level(part)
        self.nums[value(element, "numId")] = num

    def level_of_style(self, num: str, style: str) -> int:
        """The level that a style stands on in its list."""
        levels = self.abstracts.get(self.nums[num].abstract, {}) if num in self.nums else {}
        return next((at for at, each in levels.items() if each.style == style), 0)

    def next(self, spot: Spot) -> str:
        """The number of the next paragraph at that place, as printed; empty for none."""
        num = self.nums.get(spot.num)
        if num is None or spot.num == "0":
            return ""
        at = min(max(spot.level, 0), _DEEPEST)
        counter = self.counters.setdefault(num.abstract, {})
        self._restart(spot.num, num, counter)
        level = self._level(num, at)
        for above in range(at):
            counter.setdefault(above, self._level(num, above).start)
        counter[at] = counter[at] + 1 if at in counter else level.start
        for below in [each for each in counter if each > at]:
            restart = self._level(num, below).restart
            if restart != 0 and (restart < 0 or at < restart):
                del counter[below]
        return self._told(num, level, counter, at)

    def _restart(self, name: str, num: _Num, counter: dict[int, int]) -> None:
        """A list that shares its levels with another begins where its overrides say."""
        if name in self.begun:
            return
        self.begun.add(name)
        for at, start in num.starts.items():
            counter[at] = start - 1
            for below in [each for each in counter if each > at and each not in num.starts]:
                del counter[below]

    def _level(self, num: _Num, at: int) -> _Level:
        found = num.levels.get(at) or self.abstracts.get(num.abstract, {}).get(at)
        return found or _Level(text=f"%{at + 1}.")

    def _told(self, num: _Num, level: _Level, counter: dict[int, int], at: int) -> str:
        if level.form == "bullet":
            return BULLET
        if level.form == "none" and not _PLACE.search(level.text):
            return level.text.strip()

        def number(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            other = self._level(num, place)
            form = "decimal" if level.legal and other.form != "bullet" else other.form
            return printed(counter.get(place, other.start), form) if place <= at else ""

        told = _PLACE.sub(number, level.text).strip()
        return told if _NUMBERED.search(told) else ""


def _level(element: etree._Element) -> _Level:
    level = _Level()
    for child in element.iter():
        name, said = local(child), value(child)
        if name == "numFmt":
            level.form = said
        elif name == "lvlText":
            level.text = said[:40]
        elif name == "start":
            level.start = _number(said)
        elif name == "lvlRestart":
            level.restart = _number(said)
        elif name == "isLgl":
            level.legal = said not in ("0", "false", "off")
        elif name == "pStyle":
            level.style = said
    return level


def _number(text: str) -> int:
    """A whole number of the file; nonsense is 0, and no counter goes beyond a million."""
    try:
        return max(-1, min(int(text), 1_000_000))
    except ValueError:
        return 0
