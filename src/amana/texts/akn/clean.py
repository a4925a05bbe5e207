"""Text and identifiers as XML may hold them: what it forbids is dropped, never refused."""

import re

from amana.kernel.numbers import digits

__all__ = ["SOUND_ID", "Ids", "clean", "clean_id", "keeps_its_spaces", "slug"]

# What XML 1.0 allows in a document; surrogates, most controls and two non-characters are not.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PART = r"[A-Za-z][A-Za-z0-9.-]*(?:_[A-Za-z0-9.-]+)?"
SOUND_ID = re.compile(rf"{_PART}(?:__{_PART})*")


def clean(text: str) -> str:
    """The text without characters that XML forbids, its lines ended by a line feed.

    `clean("a\\x00b\\r\\nc")` is `"ab\\nc"`. Marks of direction are kept: they are part of the text.
    """
    if text.isprintable():  # nearly always; what is forbidden never is
        return text
    return _FORBIDDEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def keeps_its_spaces(text: str) -> bool:
    """Whether a text holds white space that a reader of XML would otherwise fold away."""
    if text[:1] == " " or text[-1:] == " " or "  " in text or "\t" in text:
        return True
    return "\n" in text and (" \n" in text or "\n " in text)


def clean_id(wished: str) -> str:
    """An id as the naming convention writes it: `para_5 bis` is `para_5-bis`, `art_٣` `art_3`."""
    if SOUND_ID.fullmatch(wished):
        return wished
    parts = (_part(part) for part in re.split("_{2,}", digits(wished)))
    return "__".join(part for part in parts if part) or "unit"


def _part(wished: str) -> str:
    name, _underscore, number = wished.strip("_").partition("_")
    name = re.sub(r"[^A-Za-z0-9.-]+", "-", name)
    number = re.sub(r"[^A-Za-z0-9.-]+", "-", number)
    if not name[:1].isalpha():
        name = f"unit{name}" if name else ""
    return f"{name}_{number}" if name and number else name


def slug(text: str) -> str:
    """A part of an address: what stands between two slashes (`OIC/CFM` is `oic-cfm`)."""
    found = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return found if found[:1].isalpha() else f"x{found}"


# What the metadata of a file calls its events, references, times and changes.
_RESERVED = re.compile(r"(?:e|ro|rp|ra)\d+|(?:tmpg|pmod|amod|map)_\d+")


class Ids:
    """The ids of one file: each is given once; a second asker gets `…-dup-2`."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def take(self, wished: str) -> str:
        """The id wished for, made sound, and different from every other of the file."""
        asked = clean_id(wished)
        if _RESERVED.fullmatch(asked):
            asked = f"unit-{asked}"
        found, count = asked, 1
        while found in self._given:
            count += 1
            found = f"{asked}-dup-{count}"
        self._given.add(found)
        return found
