"""Finding citations in a running text: provisions of instruments, resolutions, documents. Pure.

The text is reduced to plain letters (`plain`), every place where a citation may begin is tried
once, and what was read is not read again: the time is in proportion to the length.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from amana.texts.citing.found import Found, Instrument
from amana.texts.citing.instruments import Named, named
from amana.texts.citing.languages import Language, language
from amana.texts.citing.ordinals import inner_number, number_from
from amana.texts.citing.plain import Plain, plain
from amana.texts.citing.symbols_in_text import documents, numbers_at
from amana.texts.reading.citing import symbols_in
from amana.texts.symbols.roman import number_of, roman_of

__all__ = ["cited_symbols", "find_citations"]

_MOST = 40  # provisions of one list or range


def find_citations(text: str, lang: str) -> list[Found]:
    """Every citation of a text in one language, in order and without overlap.

    "Articles 3 and 5 of the Charter" are two, and so is "paragraph 2 of Article 8" one:
    `art_8__para_2`. A resolution is found after a word for it, a document by its symbol alone.
    """
    if not text:
        return []
    reader = _Reader(plain(text), language(lang))
    found = list(reader.citations())
    starts = [each.start for each in found]
    alone = [each for each in documents(reader.plain) if _is_free(each, found, starts)]
    return sorted([*found, *alone], key=lambda each: each.start)


def cited_symbols(text: str, lang: str) -> list[str]:
    """The symbols that a text cites, canonical, each once.

    What looks like that of a document and is read by no grammar is given as it stands.
    """
    found = [each for each in find_citations(text, lang) if each.symbol]
    rest = list(text)
    for each in found:
        rest[each.start : each.end] = " " * (each.end - each.start)
    read = [each.symbol.canonical for each in found if each.symbol]
    unread = [each for each in symbols_in("".join(rest)) if not each[0].isdigit()]
    return list(dict.fromkeys([*read, *unread]))


def _is_free(one: Found, found: Sequence[Found], starts: Sequence[int]) -> bool:
    """Whether a symbol stands apart from every citation already found."""
    at = bisect_left(starts, one.end)
    return at == 0 or found[at - 1].end <= one.start


@dataclass(frozen=True, slots=True)
class _Item:
    """One number of a list: its wId from the unit on, and the piece of the text it stands in."""

    wid: str
    start: int
    end: int
    also: tuple[str, ...] = ()


@dataclass(slots=True)
class _Reader:
    """A text that is read once from its beginning to its end."""

    plain: Plain
    words: Language
    is_range: bool = False  # whether a range leads to the next number of the list being read

    def citations(self) -> Iterator[Found]:
        """Every citation that begins with a word."""
        at, start = 0, self.words.start()
        while begun := start.search(self.plain.text, at):
            found, end = self._from(begun.start())
            yield from found
            at = max(end, begun.start() + 1)

    def _from(self, at: int) -> tuple[list[Found], int]:
        if begun := self.words.resolution.match(self.plain.text, at):
            return self._resolutions(begun)
        if begun := self.words.paragraph.match(self.plain.text, at):
            return self._paragraphs(begun)
        for unit, pattern in self.words.units:
            if begun := pattern.match(self.plain.text, at):
                return self._provisions(unit, begun)
        return [], at

    def _resolutions(
        self, word: re.Match[str], within: Sequence[_Item] = ()
    ) -> tuple[list[Found], int]:
        """The symbols after a word for a resolution; the provisions `within` are of the first."""
        found, end = numbers_at(self.plain, word, self.words.again)
        if not found:
            return [], word.end()
        if within:
            first = found[0]
            found[:1] = [
                replace(
                    first, start=self.plain.start(item.start), wid=item.wid, also=item.also,
                    end=first.end if item is within[-1] else self.plain.end(item.end),
                )
                for item in within
            ]  # fmt: skip
        return found, end

    def _paragraphs(self, begun: re.Match[str]) -> tuple[list[Found], int]:
        """`paragraphs 2 and 3 of Article 8`, `paragraph 5 of resolution 8/44-POL`."""
        items, at = self._list("para", begun)
        joined = self.words.of.match(self.plain.text, at) if items else None
        if joined is None:
            return [], at
        if word := self.words.resolution.match(self.plain.text, joined.end()):
            return self._resolutions(word, items)
        for unit, pattern in self.words.units:
            if outer := pattern.match(self.plain.text, joined.end()):
                return self._inner(unit, outer, items)
        return [], joined.end()

    def _inner(
        self, unit: str, outer: re.Match[str], items: Sequence[_Item]
    ) -> tuple[list[Found], int]:
        """Paragraphs of the one article that follows them."""
        number = self.words.item.match(self.plain.text, outer.end())
        wid = self._wid(unit, number[0]) if number else ""
        if not number or not wid:
            return [], outer.end()
        instrument = self._instrument(number.end())
        last = _Item("", items[-1].start, number.end())
        whole = [replace(item, wid=f"{wid}__{item.wid}",
                         also=tuple(f"{wid}__{each}" for each in item.also))
                 for item in items]  # fmt: skip
        whole[-1] = replace(whole[-1], end=last.end)
        return self._found(whole, instrument)

    def _provisions(self, unit: str, begun: re.Match[str]) -> tuple[list[Found], int]:
        """`Articles 3 and 5 of the Charter`, `Article 8, paragraph 2, of the Charter`."""
        items, at = self._list(unit, begun)
        if not items:
            return [], begun.end()
        comma = self.words.comma.match(self.plain.text, at)
        after = comma.end() if comma else at
        if below := self.words.paragraph.match(self.plain.text, after) if comma else None:
            inner, end = self._list("para", below)
            if inner and not self._is_of_another(end):
                at = end
                items = [
                    *items[:-1],
                    *(replace(each, wid=f"{items[-1].wid}__{each.wid}",
                              also=tuple(f"{items[-1].wid}__{a}" for a in each.also),
                              start=items[-1].start if each is inner[0] else each.start)
                      for each in inner),
                ]  # fmt: skip
        return self._found(items, self._instrument(at))

    def _is_of_another(self, at: int) -> bool:
        """Whether paragraphs after an article belong to the next one: `Article 3, paragraph 2 of
        Article 8`."""
        joined = self.words.of.match(self.plain.text, at)
        return joined is not None and any(
            pattern.match(self.plain.text, joined.end()) for _unit, pattern in self.words.units
        )

    def _list(self, unit: str, begun: re.Match[str]) -> tuple[list[_Item], int]:
        """The numbers after a unit, with ranges, and where the list ends."""
        items: list[_Item] = []
        start, at = begun.start(), begun.end()
        while len(items) < _MOST:
            one = self._item(unit, start, at)
            if one is None:
                break
            if items and self.is_range:
                one = _between(items[-1], one, unit)
            items.append(one)
            at = one.end
            joint = self._joint(at)
            if joint is None:
                break
            start = at = joint
        return items, items[-1].end if items else begun.end()

    def _joint(self, at: int) -> int | None:
        """Where the next number of a list would stand; remembers whether a range leads to it."""
        to = self.words.to.match(self.plain.text, at)
        if to and self.words.item.match(self.plain.text, to.end()):
            self.is_range = True
            return to.end()
        self.is_range = False
        more = self.words.more.match(self.plain.text, at)
        return more.end() if more else None

    def _item(self, unit: str, start: int, at: int) -> _Item | None:
        """One number with the paragraphs in brackets after it: `33(1)(a)`."""
        number = self.words.item.match(self.plain.text, at)
        wid = self._wid(unit, number[0]) if number else ""
        if not number or not wid:
            return None
        end = number.end()
        if below := self.words.below.match(self.plain.text, end):
            inner = _below(below[0], unit)
            if inner:
                wid, end = f"{wid}__{inner}", below.end()
        if point := self.words.point.match(self.plain.text, end):
            letter = self.words.item.match(self.plain.text, point.end())
            said = inner_number(letter[0]) if letter else ""
            if letter and said:
                wid, end = f"{wid}__point_{said}", letter.end()
        return _Item(wid, start, end)

    def _wid(self, unit: str, number: str) -> str:
        if unit == "para":
            return f"para_{said}" if (said := inner_number(number)) else ""
        said = number_from(number)
        if not said or said.isalpha():
            return ""
        if unit == "chp":
            return f"chp_{roman_of(int(said))}" if said.isdigit() else ""
        return f"{unit}_{said}"

    def _instrument(self, at: int) -> Named:
        """The instrument that a provision is said to be of, from here on."""
        joined = self.words.of.match(self.plain.text, at)
        if joined is None:
            return Named(Instrument.THIS, at)
        return named(self.plain, joined.end(), self.words) or Named(Instrument.THIS, at)

    def _found(self, items: Sequence[_Item], instrument: Named) -> tuple[list[Found], int]:
        """The items as citations; the last goes on to the end of the instrument's name."""
        found = [
            Found(
                self.plain.start(item.start), self.plain.end(item.end), "provision",
                instrument.kind, item.wid, item.also, instrument.year, instrument.whose,
            )
            for item in items
        ]  # fmt: skip
        end = max(instrument.end, items[-1].end)
        found[-1] = replace(found[-1], end=self.plain.end(end))
        return found, end


def _below(brackets: str, unit: str) -> str:
    """`(1)(a)` after an article is its paragraph 1, point a; after a paragraph point a."""
    names = ["para", "point", "point"] if unit in ("art", "rule") else ["point", "point"]
    parts = [inner_number(each) for each in re.findall(r"[^\s()]+", brackets)]
    if not parts or not all(parts):
        return ""
    if not parts[0].isdigit():
        names = names[names.index("point") :]
    return "__".join(f"{name}_{part}" for name, part in zip(names, parts, strict=False))


def _between(first: _Item, last: _Item, unit: str) -> _Item:
    """The end of a range, with the provisions between it and its beginning."""
    begin, end = first.wid.partition("_")[2], last.wid.partition("_")[2]
    if unit == "chp":
        low, high = number_of(begin), number_of(end)
        between = [f"chp_{roman_of(number)}" for number in range(low + 1, high)]
    elif begin.isdigit() and end.isdigit():
        between = [f"{unit}_{number}" for number in range(int(begin) + 1, int(end))]
    else:
        between = []
    return replace(last, also=tuple(between[:_MOST]))
