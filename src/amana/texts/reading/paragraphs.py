"""From lines to paragraphs: which lines belong together, and which belong to no paragraph.

A blank line usually ends a paragraph, and so does a new number; but texts are also pasted with
every line broken, or with no blank line at all. What stands apart (the printed cover, numbers of
pages, notes at the foot) is kept as an aside and never read as a paragraph.
"""

from collections.abc import Sequence

from amana.texts.reading.headings import (
    annex_heading,
    article,
    head,
    is_conclusion,
    is_connective,
    is_cover,
    is_enacting,
    is_formula,
    is_note,
    is_page,
    is_rule,
    looks_like_formula,
    symbol_end,
)
from amana.texts.reading.lexicon import lead
from amana.texts.reading.lines import Line, ends_a_sentence, lines
from amana.texts.reading.markers import Marker, alphabetic, marker
from amana.texts.reading.paragraph import LONGEST_HEADING, Paragraph

__all__ = ["paragraphs"]

_GREATEST = 999  # a greater number at the head of a line is a year
_HOLDING = ("number", "enclosed", "letter")  # numbers below which a list may begin at once
_ARABIC_BREAK = 60  # a shorter Arabic paragraph that breaks off is a heading


def paragraphs(text: str, lang: str) -> list[Paragraph]:
    """Every paragraph and every aside of a text, in order."""
    return _Gathering([part for line in lines(text) for part in _two(line)], lang).all()


def _two(line: Line) -> tuple[Line, ...]:
    """A line, or the two that it is where a list begins behind a number: `(b) (i) to read;`."""
    outer = marker(line.text)
    if outer is None or outer.style not in _HOLDING or outer.end >= len(line.text):
        return (line,)
    inner = marker(rest := line.text[outer.end :].lstrip())
    if inner is None or inner.printed[-1:] != ")" or not _begins_below(outer, inner):
        return (line,)
    middle = line.end - len(rest)
    first = line.text[: outer.end]
    return (
        line._replace(text=first, end=line.start + len(first)),
        Line(rest, middle, line.end, line.number, gap=False),
    )


def _begins_below(outer: Marker, inner: Marker) -> bool:
    """Whether the second of two numbers is the first of a list that stands below the first."""
    if inner.style == "letter" and inner.letters != "i":
        return inner.value == 1 and outer.style != "letter"
    is_roman = inner.letters == "i" or (inner.style == "enclosed" and inner.value == 1)
    return is_roman and outer.style == "letter"


class _Gathering:
    """Goes through the lines once and puts each to the paragraph it belongs to."""

    def __init__(self, found: Sequence[Line], lang: str) -> None:
        self.lines = found
        self.lang = lang
        self.found: list[Paragraph] = []
        self.front = True
        self.notes = False
        self.loose = False
        self.annexed = False  # or in an act: where articles may stand line under line
        self.decimal = ""
        self.last: dict[str, int] = {}

    def all(self) -> list[Paragraph]:
        for place, line in enumerate(self.lines):
            self._take(place, line)
        return self.found

    def _take(self, place: int, line: Line) -> None:
        number = self._marker(place, line)
        aside = self._aside(line, number)
        before = self.found[-1] if self.found else None
        if aside:
            if aside == "page" and before and not before.aside:
                self.found.insert(len(self.found) - 1, Paragraph(line, None, self.lang, aside))
                return
            self.found.append(Paragraph(line, None, self.lang, aside))
        elif before is None or self._begins(place, line, number, before):
            self._begin(place, line, number)
        else:
            before.joined = before.joined or (line.gap and not before.is_bare)
            before.add(line)

    def _begin(self, place: int, line: Line, number: Marker | None) -> None:
        paragraph = Paragraph(line, number, self.lang)
        self.found.append(paragraph)
        self.notes = False
        if number is None and article(line.text) is not None:
            self.front = False
        if number is None and not self.annexed:
            self.annexed = annex_heading(line.text) is not None or article(line.text) is not None
        if number:
            self.last[number.style] = number.value
            self.decimal = number.letters if number.style == "decimal" else ""
        if self.front:
            self.front = not self._leaves_the_front(place, paragraph)

    def _leaves_the_front(self, place: int, paragraph: Paragraph) -> bool:
        if paragraph.marker and paragraph.marker.style in ("number", "enclosed", "bare"):
            return paragraph.lead.role != "" or paragraph.is_bare
        return paragraph.lead.marked or self._is_formula_from(place) or (
            paragraph.lead.role == "participle" and paragraph.is_ended
        )  # fmt: skip

    def _marker(self, place: int, line: Line) -> Marker | None:
        """The number of the line, where it can be one."""
        found = marker(line.text)
        if found is None:
            if line.text.isdecimal() and len(line.text) <= 3:
                return self._lone(place, line)
            return None
        if found.style == "number" and found.value > _GREATEST:
            return None
        if found.style == "decimal" and not self._is_decimal(found):
            return None
        if found.style == "bare":
            follows = found.value == self.last.get("number", self.last.get("bare", 0)) + 1
            if not (follows and lead(line.text[found.end :], self.lang).role):
                return None
        return found

    def _is_decimal(self, found: Marker) -> bool:
        """Whether 3.1 stands in paragraph 3, and is no sum: 3.5 million."""
        above, _dot, _own = found.letters.rpartition(".")
        return above == str(self.last.get("number", 0)) or above == self.decimal

    def _lone(self, place: int, line: Line) -> Marker | None:
        """A number alone on its line, when it is the next one and a verb follows."""
        value = int(line.text)
        if value != self.last.get("number", self.last.get("bare", 0)) + 1:
            return None
        following = self.lines[place + 1].text if place + 1 < len(self.lines) else ""
        if lead(following, self.lang).role != "finite":
            return None
        return Marker("number", value, line.text, len(line.text))

    def _aside(self, line: Line, number: Marker | None) -> str:
        """What the line is when it is no part of the text: page, rule, note, cover."""
        text = line.text
        first = text[0]
        if len(text) < 24 and (number is None or number.style == "bullet") and is_page(head(text)):
            return "" if self.front and symbol_end(text) else "page"
        if not first.isalnum() and is_rule(text):
            self.notes = len(text) < 60 and first in "_-–—─━"
            return "rule"
        if not first.isalpha() and (number is None or number.style in ("bullet", "enclosed")):
            noted = (line.gap or self.notes) and is_note(text, head(text))
            if noted or (self.notes and first.isdigit() and number is None):
                self.notes = True
                return "note"
        return "cover" if self.front and is_cover(head(text)) else ""

    def _begins(self, place: int, line: Line, number: Marker | None, before: Paragraph) -> bool:
        """Whether a new paragraph begins with this line."""
        if before.aside:
            return self._after_an_aside(line, number, before)
        if before.is_bare:
            numbered = number is not None and number.style != "bullet"
            return numbered or self._heads(before, line)
        if line.gap:
            return number is not None or self._after_a_gap(line, before)
        if number is not None:
            return self._numbered(place, number, before)
        return self._unnumbered(place, line, before)

    def _heads(self, before: Paragraph, line: Line) -> bool:
        """Whether a number alone on its line is that of a part: ألف above the formula."""
        number = before.marker
        if number is None or number.style not in ("name", "capital", "Roman", "ordinal"):
            return False
        return self._begins_a_part(line.text) or (line.gap and number.style == "name")

    def _after_an_aside(self, line: Line, number: Marker | None, before: Paragraph) -> bool:
        if before.aside != "note":
            return True
        return line.gap or (number is not None and number.style == "number")

    def _after_a_gap(self, line: Line, before: Paragraph) -> bool:
        """A paragraph torn by a blank line (a page was turned) is put together again."""
        if before.is_ended or (before.is_short and before.is_heading and not before.lead.verb):
            return True
        text = line.text
        if self.lang != "ar":
            torn = text[0].islower() and not lead(text, self.lang).verb
            return not torn
        if not (before.marker or before.lead.verb) or before.size < _ARABIC_BREAK:
            return True
        return bool(
            lead(text, "ar").verb or len(text) < _ARABIC_BREAK or annex_heading(text)
            or is_conclusion(head(text), "ar") or symbol_end(text)
        )  # fmt: skip

    def _numbered(self, place: int, number: Marker, before: Paragraph) -> bool:
        """A number at the head of a line, without a blank line before it.

        After a line that breaks off it must be the next one, or the text be written without
        marks at the ends of its paragraphs.
        """
        if before.is_ended or (before.is_short and before.is_heading):
            return True
        if number.style == "bullet":
            return _is_bullet(before.marker) or (
                place + 1 < len(self.lines) and _is_bullet(marker(self.lines[place + 1].text))
            )
        if number.value == 1:
            return self.loose and number.style != "bare"
        expected = self.last.get(number.style, 0) + 1
        follows = expected in (number.value, alphabetic(number.letters))
        self.loose = self.loose or follows
        return follows

    def _unnumbered(self, place: int, line: Line, before: Paragraph) -> bool:
        """A line without number that follows directly: mostly the same paragraph goes on."""
        text = line.text
        ended = before.is_ended
        if self.front and self._begins_in_front(place, line, before):
            return True
        if before.marker is None and self._is_enacting(text, before):
            return True
        if self.annexed and self._begins_in_an_annex(text, before):
            return True
        if (ended or before.is_short) and self._is_heading_like(place, line):
            return True
        return self._opens(text, ended, before)

    def _is_enacting(self, text: str, before: Paragraph) -> bool:
        if len(text) < LONGEST_HEADING and is_enacting(head(text), self.lang):
            return True
        return len(before.lines) == 1 and is_enacting(before.folded, self.lang)

    def _opens(self, text: str, ended: bool, before: Paragraph) -> bool:
        """Whether the verb at the head of the line shows that a paragraph begins."""
        if before.marker is not None and before.marker.style != "bullet":
            return before.is_heading and before.is_short and self._begins_a_part(text)
        found = lead(text, self.lang)
        if not found.verb and not found.marked:
            return False
        recital = before.lead.opens_preamble
        if not found.opens_preamble:
            marks = ".؛;:,،" if recital else ".؛;:"
            return ended and before.last in marks and not text[0].islower()
        if self.lang == "ar":
            return ended or found.marked
        if text[0].isupper():
            return ended or recital
        lower = before.lead.verb != "" and before.opening[:1].islower()
        return ended and (lower or before.is_formula)

    def _begins_a_part(self, text: str) -> bool:
        """Below the heading of a part: its formula or its first recital."""
        return lead(text, self.lang).opens_preamble or looks_like_formula(head(text), self.lang)

    def _begins_in_an_annex(self, text: str, before: Paragraph) -> bool:
        """Below the heading of an annex its title or first words; an article among others."""
        headed = len(before.lines) == 1 and annex_heading(before.text) is not None
        return headed or ((before.is_ended or before.is_short) and article(text) is not None)

    def _begins_in_front(self, place: int, line: Line, before: Paragraph) -> bool:
        """Among symbol and title, which often stand line under line."""
        text = line.text
        ending = symbol_end(before.text) if before.marker is None and len(before.lines) == 1 else 0
        if ending and ending == len(before.text):
            return True
        if symbol_end(text):
            return not is_connective(before.folded)
        return looks_like_formula(head(text), self.lang) and self._is_formula_from(place)

    def _is_formula_from(self, place: int) -> bool:
        """Whether a formula stands from this line on, up to its comma."""
        gathered = ""
        for line in self.lines[place : place + 10]:
            if gathered and line.gap:
                break
            gathered = f"{gathered} {line.text}".strip()
            if is_formula(gathered, head(gathered), self.lang):
                return True
            if ends_a_sentence(line.text):
                break
        return False

    def _is_heading_like(self, place: int, line: Line) -> bool:
        text = line.text
        if len(text) > LONGEST_HEADING:
            return False
        if annex_heading(text) or is_conclusion(head(text), self.lang):
            return True
        following = self.lines[place + 1] if place + 1 < len(self.lines) else None
        if following is None or ends_a_sentence(text) or text[0].islower():
            return False
        found = marker(following.text)
        return found is not None and found.style == "number" and not lead(text, self.lang).verb


def _is_bullet(number: Marker | None) -> bool:
    return number is not None and number.style == "bullet"
