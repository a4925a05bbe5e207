"""Symbols of documents inside Arabic text, kept in their own order."""

import re

from amana.kernel.dates.writing import isolate

__all__ = ["kept_in_order"]

# 5/46-MM, 1/10-P(IS), 4/15-AF, OIC/CFM-46/2019/MM/RES/FINAL: Latin letters, digits and slashes.
# What is isolated already stays so.
_PART = r"[A-Z0-9&][A-Za-z0-9&]*(?:\.[A-Za-z0-9&]+)*"  # a last stop ends the sentence
_SYMBOL = re.compile(rf"(?<![\w/\u2066-\u2068]){_PART}(?:[/-]{{1,2}}{_PART})+(?:\(I\.?S\.?\))?")
_ARABIC = re.compile("[\u0621-\u064a]")
_FIXED = re.compile(r"[A-Z]|\d{4}-\d\d-\d\d$")  # has letters, or is a day as 1982-06-01


def kept_in_order(text: str) -> str:
    """Arabic text with each symbol isolated, so that 5/46-MM is not shown as MM-5/46.

    So is a day written 1982-06-01, which would be read 01-06-1982. Text without Arabic letters,
    and numbers alone such as 1978/79, stay as they are. This is for what is shown: the marks of
    isolation stand in no data and in no file.
    """
    if ("/" not in text and "-" not in text) or not _ARABIC.search(text):
        return text  # nearly always: the page of members asks this of some hundred names
    return _SYMBOL.sub(
        lambda found: isolate(found[0]) if _FIXED.search(found[0]) else found[0], text
    )
