"""Before the preamble: symbol, title, the adopting body's opening."""

from amana.kernel.arabic import fold
from amana.texts.reading.annexes import is_annex
from amana.texts.reading.headings import (
    covered_symbol,
    is_connective,
    is_enacting,
    looks_like_formula,
    symbol_end,
)
from amana.texts.reading.lexicon import lead
from amana.texts.reading.lines import clean
from amana.texts.reading.paragraph import Paragraph, formula_end
from amana.texts.reading.passages import Passage
from amana.texts.reading.walk import COUNTED, Walk, whole_text
from amana.texts.rules.kinds import Kind

__all__ = ["front", "is_opening", "is_symbol"]

_LONG = 400  # a longer paragraph is no title
_MOST = 200  # a longer paragraph amid a text is no symbol with its title
_AROUND = " \t\r\n\xa0:–—-،,."


def front(walk: Walk, paragraph: Paragraph) -> None:
    """A paragraph before the preamble."""
    from amana.texts.reading.preamble import is_article, is_part

    if is_symbol(walk, paragraph) or is_annex(walk, paragraph):
        return
    if paragraph.marker is None and is_opening(walk, paragraph):
        return
    if _is_formula_without_comma(walk, paragraph):
        walk.has_formula, walk.region = True, "preamble"
        walk.emit(Kind.FORMULA, paragraph)
        return
    if (walk.has_parts or walk.is_act) and is_part(walk, paragraph):
        return
    if walk.is_act and is_article(walk, paragraph):
        walk.go("operative", paragraph)
        return
    if _is_past_the_front(walk, paragraph):
        if not walk.has_formula:
            walk.has_formula = True
            walk.doubt("reading.no-formula", paragraph)
        walk.go("preamble", paragraph)
    else:
        _title(walk, paragraph)


def _is_formula_without_comma(walk: Walk, paragraph: Paragraph) -> bool:
    """Whether a body is named alone before the first recital or the first paragraph with a verb."""
    following = walk.following()
    if following is None or paragraph.marker is not None or not paragraph.is_short:
        return False
    if not looks_like_formula(paragraph.folded, walk.lang):
        return False
    opens = following.lead.opens_preamble and not following.is_formula
    return opens or (following.marker is not None and following.lead.role == "finite")


def _is_past_the_front(walk: Walk, paragraph: Paragraph) -> bool:
    """Whether the text has begun without naming its body."""
    number, found = paragraph.marker, paragraph.lead
    if number is not None:
        if number.style not in (*COUNTED, "ordinal"):
            return number.style == "recital"
        return found.role != "" or paragraph.is_ended or paragraph.is_bare or _counts_on(walk)
    if is_enacting(paragraph.folded, walk.lang) or found.marked:
        return True
    return paragraph.is_ended and (found.verb != "" or paragraph.size > _LONG)


def _counts_on(walk: Walk) -> bool:
    """Whether the next paragraph has the next number."""
    number, following = walk.markers[walk.at], walk.following()
    after = following.marker if following else None
    return bool(
        number and after and after.style == number.style and after.value == number.value + 1
    )


def is_opening(walk: Walk, paragraph: Paragraph) -> bool:
    """Write the formula down, with a first recital on its lines; whether it was one."""
    start, stop = paragraph.lines[0].start, paragraph.lines[-1].end
    end = formula_end(walk.text[start:stop], paragraph)
    if not end and not paragraph.is_formula:
        return False
    walk.has_formula, walk.region = True, "preamble"
    if end:
        _two_in_one(walk, paragraph, start + end, stop)
    else:
        walk.emit(Kind.FORMULA, paragraph)
    return True


def _two_in_one(walk: Walk, paragraph: Paragraph, middle: int, stop: int) -> None:
    """A formula and the first recital in one paragraph: The Assembly, Recalling …"""
    first = paragraph.lines[0]
    words = clean(walk.text[first.start : middle])
    opening = Passage(Kind.FORMULA, words, line=first.number, doubts=walk.doubts())
    walk.put(opening, first.start, middle)
    text = clean(walk.text[middle:stop])
    found = lead(text, walk.lang)
    walk.classes[0] = found.verb_class
    line = first.number + len(walk.text[first.start : middle + 1].splitlines()) - 1
    recital = Passage(
        Kind.PREAMBULAR, text, "", 1, found.verb, found.action, found.verb_class, "", line
    )  # fmt: skip
    walk.put(recital, middle, stop)


def _title(walk: Walk, paragraph: Paragraph) -> None:
    """A title; one that ON or بشأن began goes on."""
    last = walk.last
    text = whole_text(paragraph)
    if last is None or last.kind is not Kind.TITLE or not is_connective(fold(last.text)):
        walk.emit(Kind.TITLE, paragraph, whole=True)
        return
    start = walk.spans.pop()[0]
    walk.blocks.pop()
    doubts = (*last.doubts, *walk.doubts())
    joined = last._replace(text=f"{last.text} {text}", doubts=doubts)
    walk.put(joined, start, paragraph.lines[-1].end)


def is_symbol(walk: Walk, paragraph: Paragraph) -> bool:
    """Write a symbol down, and with it a title on the same line; whether it was one.

    Amid a text it begins another, unless it is the running head of this one.
    """
    amid = walk.region != "front"
    if paragraph.marker and (amid or paragraph.marker.style == "bullet"):
        return False
    if amid and paragraph.size > _MOST:
        return False
    text = whole_text(paragraph)
    end = symbol_end(text)
    if end:
        return _is_symbol(walk, paragraph, text[:end].strip(_AROUND), text[end:].strip(_AROUND))
    symbol = "" if amid else covered_symbol(text)
    if symbol:
        walk.symbols.add(symbol)
        walk.emit(Kind.SYMBOL, paragraph, text=symbol)
    return symbol != ""


def _is_symbol(walk: Walk, paragraph: Paragraph, symbol: str, rest: str) -> bool:
    if walk.region != "front":
        if not _begins_a_text(walk, rest, symbol):
            return False
        if symbol in walk.symbols:
            walk.set_aside("page", paragraph)
            return True
        walk.doubt("reading.another-text", paragraph)
        walk.new_text()
    walk.symbols.add(symbol)
    _put(walk, paragraph, symbol, rest)
    return True


def _begins_a_text(walk: Walk, rest: str, symbol: str) -> bool:
    """Amid a text: a symbol alone, a symbol and ON, a symbol and a title in capitals."""
    last = walk.last
    ended = last is None or last.text[-1:] in ".؛;:" or last.kind is Kind.CONCLUSION
    if not ended and symbol not in walk.symbols:
        return False
    return not rest or rest.isupper() or is_connective(fold(rest.split(maxsplit=1)[0]))


def _put(walk: Walk, paragraph: Paragraph, symbol: str, rest: str) -> None:
    """The symbol, and what follows it in the paragraph as the title."""
    first, stop = paragraph.lines[0], paragraph.lines[-1].end
    cut = first.start + symbol_end(first.text) if rest else stop
    if cut <= first.start:
        cut = first.end if rest and len(paragraph.lines) > 1 else stop
    walk.put(
        Passage(Kind.SYMBOL, symbol, line=first.number, doubts=walk.doubts()), first.start, cut
    )
    behind = walk.text[cut:stop]
    start = stop - len(behind.lstrip(_AROUND))
    if rest and start < stop:
        line = first.number + len(walk.text[first.start : start].splitlines()) - 1
        walk.put(Passage(Kind.TITLE, rest, line=line), start, stop)
