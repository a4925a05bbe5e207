"""One paragraph of a text as it was found: its lines, its number, what its words open with."""

import re

from amana.texts.reading.headings import head, is_formula, looks_like_formula
from amana.texts.reading.lexicon import Lead, lead
from amana.texts.reading.lines import Line, clean, ends_a_sentence
from amana.texts.reading.markers import Marker

__all__ = ["LONGEST_HEADING", "Paragraph", "formula_end"]

LONGEST_HEADING = 130
_OPENING = 4  # lines in which a paragraph shows what it is


class Paragraph:
    """Lines that belong together, with the number they begin with.

    `aside` is what the lines are when they are no paragraph: cover, page, rule or note.
    """

    __slots__ = (
        "_folded", "_lead", "_text", "aside", "joined", "lang", "lines", "marker", "size",
    )  # fmt: skip

    def __init__(self, line: Line, found: Marker | None, lang: str, aside: str = "") -> None:
        self.lines = [line]
        self.marker = found
        self.lang = lang
        self.aside = aside
        self.joined = False
        self.size = len(line.text)
        self._text: str | None = None
        self._folded: str | None = None
        self._lead: Lead | None = None

    def add(self, line: Line) -> None:
        """One more line of the paragraph; its opening is that of the first four."""
        self.lines.append(line)
        self.size += len(line.text)
        self._text = None
        if len(self.lines) <= _OPENING:
            self._folded = self._lead = None

    def _words(self, most: int) -> str:
        first = self.lines[0].text
        if self.marker:
            first = first[self.marker.end :]
        if len(self.lines) > 1:
            first = "\n".join((first, *(line.text for line in self.lines[1:most])))
        return clean(first)

    @property
    def text(self) -> str:
        """The words after the number, on one line."""
        if self._text is None:
            self._text = self._words(len(self.lines))
        return self._text

    @property
    def opening(self) -> str:
        """The beginning of the words: enough to know what the paragraph is."""
        if self._text is not None:
            return self._text
        words = self._words(_OPENING)
        if len(self.lines) <= _OPENING:
            self._text = words
        return words

    @property
    def folded(self) -> str:
        """The beginning of the words, folded."""
        if self._folded is None:
            self._folded = head(self.opening)
        return self._folded

    @property
    def lead(self) -> Lead:
        """The verb the words open with."""
        if self._lead is None:
            self._lead = lead(self.opening, self.lang)
        return self._lead

    @property
    def last(self) -> str:
        """The last character."""
        return self.lines[-1].text[-1:]

    @property
    def is_bare(self) -> bool:
        """A number that still waits for its words."""
        return (
            self.marker is not None
            and len(self.lines) == 1
            and self.marker.end >= len(self.lines[0].text)
        )

    @property
    def is_ended(self) -> bool:
        """Whether the last line ends as a paragraph may end."""
        return ends_a_sentence(self.lines[-1].text)

    @property
    def is_short(self) -> bool:
        """Whether the paragraph could be a heading: one short line that is no sentence."""
        return len(self.lines) <= 3 and self.size <= LONGEST_HEADING and not self.is_ended

    @property
    def is_heading(self) -> bool:
        """Whether nothing says that the words are a paragraph: no number with a verb."""
        return self.marker is None or self.marker.style in ("capital", "Roman", "name", "ordinal")

    @property
    def is_formula(self) -> bool:
        """Whether the paragraph is the adopting body's opening."""
        return is_formula(self.lines[-1].text, self.folded, self.lang)


_MOST_COMMAS = 12
_COMMA = re.compile(r"\s?[,،;؛:]\s+")


def formula_end(text: str, paragraph: Paragraph) -> int:
    """Where in its text a formula ends that a recital follows; 0 where none does."""
    lang = paragraph.lang
    if not looks_like_formula(paragraph.folded, lang):
        return 0
    for count, match in enumerate(_COMMA.finditer(text, 0, 600)):
        if count == _MOST_COMMAS:
            break
        if not text[match.end() : match.end() + 1].isupper() and lang != "ar":
            continue
        found = lead(text[match.end() : match.end() + 90], lang)
        if found.opens_preamble and (lang != "ar" or found.marked):
            return match.end()
    return 0
