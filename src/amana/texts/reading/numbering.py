"""From printed numbers to places: which level a number stands on, and its own number.

The same number is the same in every language: `(أ)` is a, `(١)` below a letter is i, as is `(i)`;
whether `(i)` is the ninth letter or the first roman number, its neighbours say.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from amana.texts.reading.markers import Marker, alphabetic, letter, roman, romanised

__all__ = ["Numbering", "Place"]

_PLAIN = {
    "article": "top", "ordinal": "top", "Roman": "top", "bullet": "bullet",
    "roman": "roman", "quoted": "roman",
}  # fmt: skip
_HOLDING = ("article", "ordinal")  # paragraphs so numbered hold 1. and 2. as their items
Ahead = Callable[[], Sequence[Marker | None]]
"""Gives the numbers of the following paragraphs, some dozens of them."""


class Place(NamedTuple):
    """Where a number stands: depth (1 is a paragraph), own number, and the codes of its doubts.

    `expected` is what should have stood there when the number is not the next one.
    """

    depth: int
    own: str
    doubts: tuple[str, ...] = ()
    expected: str = ""


class _Level:
    __slots__ = ("family", "form", "value")

    def __init__(self, family: str, value: int, form: str = "") -> None:
        self.family = family
        self.value = value
        self.form = form  # what is printed around the number: (a) is not a.


class Numbering:
    """Follows the numbers of one text, one part or one annex."""

    def __init__(self) -> None:
        self.style = ""  # of the paragraphs: number or enclosed
        self.levels: list[_Level] = []
        self.fresh = True  # a new part may begin anew or count on
        self.second = ""  # the family below the paragraphs, once there was one
        self.more = ""

    def new_part(self) -> None:
        """A heading: the next paragraph may be 1 or the next."""
        self.fresh = True
        del self.levels[1:]

    def unnumbered(self) -> None:
        """A paragraph without number: what is inside the last one is closed."""
        if self.levels:
            del self.levels[1:]
        else:
            self.levels.append(_Level("top", 0))

    @property
    def top(self) -> int:
        """The number of the last paragraph."""
        return self.levels[0].value if self.levels else 0

    def place(self, marker: Marker, ahead: Ahead, *, worded: bool = False) -> Place:
        """The place of a number; `ahead` gives the numbers of the following paragraphs.

        `worded` says that a finite verb follows, as in a paragraph and rarely in an item.
        """
        if marker.style == "decimal":
            return self._decimal(marker)
        family, value, doubts = self._family(marker, ahead)
        if family == "roman" and worded and self._is_next(marker):
            family = "top"
        if family == "top":
            return self._paragraph(marker, value)
        return self._item(family, value, doubts, _form(marker.printed))

    # Paragraphs ----------------------------------------------------------------------------

    def _paragraph(self, marker: Marker, value: int) -> Place:
        own = f"{value}{marker.more}"
        last, was = self.top, self.more
        self.style = marker.style if marker.style == "article" else self.style or marker.style
        self.levels = [_Level("top", value)]
        fresh, self.fresh, self.more = self.fresh, False, marker.more
        if value == last + 1 or (fresh and value == 1):
            return Place(1, own)
        if value == last and marker.more and marker.more != was:
            return Place(1, own)
        return Place(1, own, (_fault(value, last),), str(last + 1))

    # Items ---------------------------------------------------------------------------------

    def _item(self, family: str, value: int, doubts: tuple[str, ...], form: str) -> Place:
        if not self.levels:
            self.levels = [_Level("top", 0)]
        at = self._level(family, value, form)
        if at < len(self.levels):
            last = self.levels[at].value
            del self.levels[at + 1 :]
            self.levels[at].value = value
        else:
            last = 0
            self.levels.append(_Level(family, value, form))
        if at == 1 and family != "bullet":
            if family == "roman" and self.second == "letter":
                doubts = (*doubts, "reading.level-jump")
            self.second = self.second or family
        if at > 2:
            doubts = (*doubts, "reading.too-deep")
        if family == "bullet":
            return Place(at + 1, "", doubts)
        write = letter if family == "letter" else romanised
        if value != last + 1:
            return Place(at + 1, write(value), (*doubts, _fault(value, last)), write(last + 1))
        return Place(at + 1, write(value), doubts)

    def _level(self, family: str, value: int, form: str) -> int:
        """The level that a number goes on with; a new one where it begins a list inside another.

        Below (a) and (ii) stands `a.`, and (b) after it goes on with (a): they are printed alike.
        """
        known = [at for at, level in enumerate(self.levels) if level.family == family]
        following = [at for at in known if self.levels[at].value + 1 == value]
        alike = [at for at in following or known if self.levels[at].form == form]
        begins = value == 1 and family != "bullet" and self.levels[-1].family != family
        if not known or (begins and not following):
            return len(self.levels)
        return alike[-1] if alike else (following or known)[-1 if following else 0]

    def _decimal(self, marker: Marker) -> Place:
        """3.1 is an item of paragraph 3, 3.1.2 one of that."""
        depth = marker.letters.count(".") + 1
        last = self._last(f"decimal {depth}")
        self.levels = [each for each in self.levels[:depth] if each.family != f"decimal {depth}"]
        self.levels.append(_Level(f"decimal {depth}", marker.value))
        doubts = () if marker.value == last + 1 else (_fault(marker.value, last),)
        return Place(depth, f".{marker.value}", doubts, str(last + 1))

    def _family(self, marker: Marker, ahead: Ahead) -> tuple[str, int, tuple[str, ...]]:
        """Whether a number is of a paragraph (top), a letter, a roman one, a dash; its value."""
        style = marker.style
        if style in ("number", "bare", "enclosed") and self.style in _HOLDING and self.top:
            return "roman", marker.value, ()
        if style in ("number", "bare"):
            return ("roman" if self._is_inner(marker, ahead) else "top"), marker.value, ()
        if style == "enclosed":
            return self._enclosed(marker, ahead), marker.value, ()
        if style in _PLAIN:
            return _PLAIN[style], marker.value, ()
        if style == "letter" and marker.letters in ("i", "v", "x"):
            return self._letter_or_roman(marker, ahead)
        return self._letter(marker)

    def _enclosed(self, marker: Marker, ahead: Ahead) -> str:
        """(1) or 1): a paragraph where paragraphs are numbered so, an item elsewhere."""
        if self.style not in ("", "enclosed"):
            return "roman"
        if not self.style and len(self.levels) > 1:
            return "roman"  # below (a), where the paragraphs have no number at all
        if not self.style and any(each and each.style == "number" for each in ahead()):
            return "roman" if self.levels else "top"
        return "roman" if self._is_inner(marker, ahead) else "top"

    def _is_next(self, marker: Marker) -> bool:
        """Whether `3)` goes on after `2.`, with no list open that it would go on."""
        counted = marker.style == "enclosed" and marker.value == self.top + 1
        return counted and self._last("roman") + 1 != marker.value

    def _is_inner(self, marker: Marker, ahead: Ahead) -> bool:
        """Whether 1. begins a list inside a paragraph, after which the paragraphs count on."""
        families = [level.family for level in self.levels]
        if "roman" in families and self.top + 1 != marker.value:
            return marker.value == self.levels[families.index("roman")].value + 1
        if self.fresh or marker.value != 1 or self.top < 1:
            return False
        count = 1
        for each in ahead():
            if each is None or each.style not in ("number", "bare", "enclosed"):
                continue
            if each.value == count + 1 and each.value != self.top + 1:
                count += 1
            else:
                return each.value == self.top + 1
        return False

    def _letter(self, marker: Marker) -> tuple[str, int, tuple[str, ...]]:
        """A letter; Arabic ones are counted أ ب ج, unless they clearly run أ ب ت."""
        expected = self._last("letter") + 1
        other = alphabetic(marker.letters)
        if marker.value != expected and other == expected:
            return "letter", other, ("reading.letter-order",)
        return "letter", marker.value, ()

    def _letter_or_roman(self, marker: Marker, ahead: Ahead) -> tuple[str, int, tuple[str, ...]]:
        families = [level.family for level in self.levels]
        number = roman(marker.letters)
        as_letter = "letter" in families and self._last("letter") + 1 == marker.value
        as_roman = "roman" in families and self._last("roman") + 1 == number
        if as_letter and as_roman:
            as_letter = families.index("letter") > families.index("roman")
            return ("letter", marker.value, ()) if as_letter else ("roman", number, ())
        if as_letter and marker.letters == "i":
            following = next((each for each in ahead() if each), None)
            as_letter = following is None or following.letters != "ii"
        if as_letter:
            return "letter", marker.value, ()
        if as_roman or marker.letters == "i" or "roman" in families:
            return "roman", number, ()
        return "letter", marker.value, ()

    def _last(self, family: str) -> int:
        return next((level.value for level in self.levels if level.family == family), 0)


def _form(printed: str) -> str:
    return re.sub(r"\w+", "", printed)


def _fault(value: int, last: int) -> str:
    if value == last:
        return "reading.number-repeated"
    return "reading.number-skipped" if value > last else "reading.number-back"
