"""Symbols inside a running text: after a word for a resolution, or standing by themselves."""

import re
from collections.abc import Iterator

from amana.texts.citing.found import Found
from amana.texts.citing.plain import Plain
from amana.texts.symbols import Symbol, parse

__all__ = ["documents", "numbers_at"]

_HARMLESS = ("symbol.misprint", "symbol.year-of-session")
# One segment of a number (44, POL, س) and what joins it to the next, with spaces around it.
_SEGMENT = r"(?:[A-Z][A-Z&]{0,5}(?![a-z])|[ء-ي](?:[ .]?[ء-ي]){0,2}(?![ء-ي])|\d{1,5})"
_NUMBER = re.compile(
    rf"(?:E?S ?- ?)?\d{{1,5}}[A-Z]?(?: ?/ ?{_SEGMENT})?(?: ?- ?{_SEGMENT})?(?: ?/ ?{_SEGMENT})?"
    r"(?: ?- ?\d{1,3})?(?: ?\([^()]{1,8}\))?(?:/(?:Rev|REV)\.? ?\d{1,2})?"
)
_CUT = re.compile(r" ?[-/(]| ")
# A document's symbol by itself: capitals and a slash, as A/79/390/Add.1, EX.CL/Dec.900(XXVIII).
_DOCUMENT = re.compile(
    r"(?<![\w/.@-])(?:Ext/)?(?:[A-Z]{1,9}[0-9]{0,3}(?:\.[A-Z]{1,3})?|Assembly|[0-9]{1,3} (?:EX|C))"
    r"(?: ?/[A-Za-z0-9][\w.&-]{0,20}){1,8}(?: ?\([A-Z0-9-]{1,10}\))?(?: (?:Rev|Add|Corr)\.\d?)?"
    r"|(?<![\w/.@-])WHA\d{1,3}(?:\.\d{1,3}|\(\d{1,3}\))"
)


def numbers_at(text: Plain, word: re.Match[str], again: re.Pattern[str]) -> tuple[list[Found], int]:
    """The numbers of resolutions that follow a word for them, and where they end.

    The first citation goes from that word, the others are the numbers alone.
    """
    found: list[Found] = []
    start, end = word.span()
    at, said = end, text.cased[start:end]
    while read := _read(text, at, said):
        symbol, stop = read
        begins = text.start(at if found else start)
        found.append(Found(begins, text.end(stop), "symbol", symbol=symbol))
        end = stop
        joint = again.match(text.text, stop)
        if joint is None:
            break
        at = joint.end()
    return found, end


def _read(text: Plain, at: int, word: str) -> tuple[Symbol, int] | None:
    """The symbol at a place, as long as it can be read without a remark, and where it ends."""
    match = _DOCUMENT.match(text.cased, at) or _NUMBER.match(text.cased, at)
    for whole in _prefixes(match[0]) if match else ():
        symbol = parse(f"{word} {whole}")
        if symbol and not symbol.remarks:
            return symbol, at + len(whole)
    return None


def _prefixes(text: str) -> Iterator[str]:
    """A symbol, then the same without its last segment, and so on."""
    whole = text.rstrip(" .-/")
    yield whole
    for cut in reversed(list(_CUT.finditer(whole))):
        if cut.start():
            yield whole[: cut.start()]


def documents(text: Plain) -> Iterator[Found]:
    """Symbols of documents that stand in a text without a word before them."""
    for match in _DOCUMENT.finditer(text.cased):
        whole = match[0].rstrip(" .-")
        if not any(character.isdigit() for character in whole):
            continue
        symbol = parse(whole)
        if symbol and not [r for r in symbol.remarks if r.code not in _HARMLESS]:
            end = match.start() + len(whole)
            yield Found(text.start(match.start()), text.end(end), "symbol", symbol=symbol)
