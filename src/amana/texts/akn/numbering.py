"""The own number of a provision in a file: from its id, else from what is printed."""

import re

from amana.kernel.numbers import digits
from amana.texts.akn.clean import SOUND_ID
from amana.texts.reading.markers import ABJAD, letter, marker

__all__ = ["number_of"]

_DUPLICATE = re.compile(r"-dup-\d+$")
_TOKEN = re.compile(r"[A-Za-z]{0,2}\d+[A-Za-z]*|\b[IVXLC]+\b|\b[A-Za-z]\b")


def number_of(eid: str, printed: str) -> str:
    """The number without language and punctuation: `3`, `a`, `ii`, `XI`, `5a`; else empty.

    `number_of("art_33__para_1", "1.")` is `1`; `number_of("", "المادة ١٢")` is `12`.
    """
    if SOUND_ID.fullmatch(eid):
        return _DUPLICATE.sub("", eid).rpartition("__")[2].partition("_")[2]
    found = marker(printed)
    if found and found.style in ("number", "enclosed") and found.value:
        return f"{found.value}{found.more}"
    if found and found.style == "letter" and found.letters[:1] in ABJAD:
        return letter(found.value)
    token = _TOKEN.findall(digits(printed))
    return token[-1] if token else ""
