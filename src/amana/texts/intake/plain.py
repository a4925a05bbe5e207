"""Bytes as text: Unicode by its mark, UTF-8, else the old code pages of Arabic and French."""

import codecs
import re

from amana.texts.intake.gathering import Gathered, Written

__all__ = ["decoded", "plain", "unmarked"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_UPPER = (b"\x00", b"\x06", b"\x20")
_ARABIC = re.compile("[\u0621-\u064a]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f]")


def plain(data: bytes, lang: str) -> Gathered:
    """The lines of a plain text, as they stand; the place of a line is its number."""
    into = Gathered()
    text = decoded(data, lang, into)
    if "\0" in text or _CONTROLS.search(text):
        into.doubt("intake.controls", _line(text, _CONTROLS))
        text = _CONTROLS.sub("", text)
    into.lines = [Written(line, number) for number, line in enumerate(text.splitlines(), 1)]
    return into


def decoded(data: bytes, lang: str, into: Gathered) -> str:
    """The text of the bytes; what had to be guessed or could not be read is a doubt."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data, encoding, into)
    encoding = unmarked(data)
    if encoding:
        into.doubt("intake.encoding", 1, encoding="UTF-16")
        return _lenient(data, encoding, into)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return _guessed(data, lang, fault.start, into)


def unmarked(data: bytes) -> str:
    """UTF-16 without its mark, by the upper halves of Latin and Arabic letters; else nothing."""
    start = data[:4096]
    if not any(upper in start for upper in _UPPER[:2]):
        return ""
    for encoding, at in (("utf-16-le", 1), ("utf-16-be", 0)):
        upper, lower = start[at::2], start[1 - at :: 2]
        if _share(upper) > 0.9 and _share(lower) < 0.5:
            return encoding
    return ""


def _share(half: bytes) -> float:
    """How many of the bytes are upper halves: 00 Latin, 06 Arabic, 20 dashes and quotes."""
    return sum(half.count(upper) for upper in _UPPER) / max(len(half), 1)


def _guessed(data: bytes, lang: str, at: int, into: Gathered) -> str:
    """UTF-8 with a few bad bytes, Windows-1256, or Windows-1252.

    Both code pages hold the French letters; only the first holds Arabic ones.
    """
    line = data.count(b"\n", 0, at) + 1
    unread = data.decode("utf-8", "replace")
    high = sum(1 for byte in data if byte > 127)
    bad = unread.count("\ufffd")
    if bad * 20 < high:
        into.doubt("intake.replaced", line, count=bad)
        return unread
    arabic = data.decode("cp1256", "replace")
    if lang == "ar" and len(_ARABIC.findall(arabic)) * 2 > high:
        into.doubt("intake.encoding", line, encoding="Windows-1256")
        return arabic
    into.doubt("intake.encoding", line, encoding="Windows-1252")
    return data.decode("cp1252", "replace")


def _lenient(data: bytes, encoding: str, into: Gathered) -> str:
    text = data.decode(encoding, "replace")
    bad = text.count("\ufffd")
    if bad:
        into.doubt("intake.replaced", text[: text.index("\ufffd")].count("\n") + 1, count=bad)
    return text.removeprefix("\ufeff")


def _line(text: str, pattern: re.Pattern[str]) -> int:
    found = pattern.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 1
