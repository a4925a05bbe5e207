"""Where the reading of a text stands: the paragraphs, the blocks so far, the part, the numbers.

The regions of a text (front, preamble, operative, annex) each have a module that says what a
paragraph is there; this one keeps the place for them and writes the blocks down.
"""

from collections.abc import Callable, Mapping
from functools import cached_property

from amana.texts.reading.headings import annex_heading, article
from amana.texts.reading.lexicon import NOTHING, Lead
from amana.texts.reading.lines import clean
from amana.texts.reading.markers import Marker
from amana.texts.reading.numbering import Numbering, Place
from amana.texts.reading.paragraph import Paragraph
from amana.texts.reading.paragraphs import paragraphs
from amana.texts.reading.parts import Part
from amana.texts.reading.passages import Aside, Doubt, Passage
from amana.texts.rules.kinds import Kind

__all__ = ["COUNTED", "OPERATIVE", "Region", "Walk"]

COUNTED = ("number", "enclosed", "bare")
OPERATIVE = (Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SUBSUBPARAGRAPH)
_AHEAD = 80
_PARTED = ("capital", "Roman", "name")
_SECOND = ("B", "II", "باء", "ثانيا")
Region = Callable[["Walk", Paragraph], None]


class Walk:
    """One reading of one text, from the first paragraph to the last.

    `regions` are what to do with a paragraph in each region. `spans` are the places of the blocks
    in the text; `parted` the blocks whose number a part may prefix.
    """

    def __init__(self, text: str, lang: str, regions: Mapping[str, Region]) -> None:
        self.text = text
        self.lang = lang
        self.regions = regions
        self.paragraphs = paragraphs(text, lang)
        self.markers = [each.marker for each in self.paragraphs]
        self.ahead = self._ahead()
        self.blocks: list[Passage] = []
        self.spans: list[tuple[int, int]] = []
        self.parted: list[tuple[int, Part]] = []
        self.asides: list[Aside] = []
        self.pending: list[Doubt] = []
        self.symbols: set[str] = set()
        self.at = 0
        self.skip = -1
        self.new_text()

    def new_text(self) -> None:
        """A deliberation begins: its numbers, parts and classes are its own."""
        self.region = "front"
        self.has_formula = False
        self.has_operative = False
        self.numbering = Numbering()
        self.part: Part | None = None
        self.in_part = False
        self.enacting: Lead = NOTHING
        self.classes = ["", "", ""]
        self.keys = ["", "", ""]

    def _ahead(self) -> list[bool]:
        """For every paragraph, whether a paragraph 1 is still to come before the annexes."""
        found, ahead = [False] * len(self.paragraphs), False
        for place in range(len(self.paragraphs) - 1, -1, -1):
            found[place] = ahead
            number = self.markers[place]
            if number is not None:
                ahead = ahead or (number.value == 1 and number.style in (*COUNTED, "ordinal"))
            elif ahead and annex_heading(self.paragraphs[place].lines[0].text):
                ahead = False
        return found

    @cached_property
    def has_parts(self) -> bool:
        """Whether a second part is marked anywhere: B., II., باء -, or alone on its line."""
        return any(
            (each.marker is not None and each.marker.value == 2 and _may_part(each))
            or each.lines[0].text in _SECOND
            for each in self.paragraphs
        )

    @cached_property
    def is_act(self) -> bool:
        """Whether two articles or rules stand before any annex."""
        count = 0
        for each in self.paragraphs:
            line = each.lines[0].text
            if each.marker is None and not each.aside:
                if annex_heading(line):
                    break
                count += article(line) is not None
        return count > 1

    # Walking ---------------------------------------------------------------------------------

    def all(self) -> None:
        """Every paragraph in turn."""
        for at, paragraph in enumerate(self.paragraphs):
            self.at = at
            if at == self.skip:
                continue
            if paragraph.aside:
                self._put_aside(paragraph)
                continue
            if paragraph.joined:
                self.doubt("reading.joined", paragraph)
            self.regions[self.region](self, paragraph)

    def go(self, region: str, paragraph: Paragraph) -> None:
        """Enter a region with this paragraph."""
        self.region = region
        self.regions[region](self, paragraph)

    def following(self) -> Paragraph | None:
        """The next paragraph that is no aside."""
        near = self.paragraphs[self.at + 1 : self.at + 6]
        return next((each for each in near if not each.aside), None)

    def markers_ahead(self) -> list[Marker | None]:
        """The numbers of the next paragraphs."""
        return self.markers[self.at + 1 : self.at + 1 + _AHEAD]

    @property
    def last(self) -> Passage | None:
        """The block before."""
        return self.blocks[-1] if self.blocks else None

    def last_is(self, *kinds: Kind) -> bool:
        """Whether the block before is of one of these kinds."""
        return bool(self.blocks) and self.blocks[-1].kind in kinds

    def key(self, place: Place) -> str:
        """The path of an item below a paragraph; empty for an item without number."""
        depth = min(place.depth, 3)
        key = place.own if place.own[:1] == "." else f"({place.own})" if place.own else ""
        above = "".join(self.keys[: depth - 1])
        if place.depth > 3:
            above += self.keys[2]
        else:
            self.keys[depth - 1 :] = [key] + [""] * (3 - depth)
        return above + key if key else ""

    # Doubts ----------------------------------------------------------------------------------

    def doubt(self, code: str, paragraph: Paragraph, **facts: object) -> None:
        """A doubt about the block to come."""
        self.pending.append(Doubt(code, paragraph.lines[0].number, facts))

    def doubt_the_number(self, paragraph: Paragraph, place: Place) -> None:
        """What the numbers themselves make doubtful."""
        printed = paragraph.marker.printed if paragraph.marker else place.own
        for code in place.doubts:
            self.doubt(code, paragraph, printed=printed, expected=place.expected)

    def doubt_the_verb(self, paragraph: Paragraph, found: Lead) -> None:
        """A paragraph that opens with no verb we know."""
        if self.is_act:
            return  # articles have no verbs of this kind
        known = "reading.unknown-verb" if _is_verbal(found, self.lang) else "reading.no-verb"
        self.doubt(known, paragraph, word=found.word[:40] or "…")

    def doubts(self) -> tuple[Doubt, ...]:
        """The doubts that waited for this block."""
        if not self.pending:
            return ()
        doubts = tuple(self.pending)
        self.pending.clear()
        return doubts

    # Writing down ----------------------------------------------------------------------------

    def emit(
        self,
        kind: Kind,
        paragraph: Paragraph,
        found: Lead = NOTHING,
        *,
        level: int = 0,
        number: str = "",
        own: str = "",
        text: str | None = None,
        printed: str | None = None,
        whole: bool = False,
        stop: int = 0,
    ) -> None:
        """One block of a paragraph; `whole` where what looks like a number belongs to its words."""
        first, last = paragraph.lines[0], paragraph.lines[-1]
        marker = paragraph.marker
        if text is None:
            text = whole_text(paragraph) if whole and marker else paragraph.text
        if printed is None:
            printed = "" if marker is None or whole else marker.printed
        passage = Passage(
            kind, text, number, level, found.verb, found.action, found.verb_class, printed,
            first.number, self.doubts(), own=own,
        )  # fmt: skip
        if self.part and number and kind in OPERATIVE:
            self.parted.append((len(self.blocks), self.part))
        self.put(passage, first.start, stop or last.end)

    def put(self, passage: Passage, start: int, stop: int) -> None:
        """A block that stands from `start` to `stop` in the text."""
        self.blocks.append(passage)
        self.spans.append((start, stop))

    def set_aside(self, what: str, paragraph: Paragraph) -> Aside:
        """Keep the lines of a paragraph apart."""
        aside = Aside(what, whole_text(paragraph), paragraph.lines[0].number)
        self.asides.append(aside)
        return aside

    def _put_aside(self, paragraph: Paragraph) -> None:
        aside = self.set_aside(paragraph.aside, paragraph)
        if aside.what in ("cover", "note"):
            self.pending.append(Doubt("reading.aside", aside.line, {"text": aside.text[:60]}))


def _may_part(paragraph: Paragraph) -> bool:
    """Whether its number may be that of a part: B, II, باء, and in Arabic ب before few words."""
    number = paragraph.marker
    if number is None or number.style in _PARTED:
        return number is not None
    return number.style == "letter" and not number.letters.isascii() and paragraph.is_short


def whole_text(paragraph: Paragraph) -> str:
    """The words of a paragraph with its number, on one line."""
    return clean("\n".join(line.text for line in paragraph.lines))


_ENDINGS = {"en": ("s", "ing", "ed"), "fr": ("e", "ant", "it")}


def _is_verbal(found: Lead, lang: str) -> bool:
    """Whether the first word looks like a verb that the lexicon lacks."""
    word = found.word
    if lang == "ar":
        return found.marked or (word[:1] in ("ي", "ت") and len(word) > 2)
    return word.endswith(_ENDINGS[lang]) and word.isalpha() and len(word) > 3
