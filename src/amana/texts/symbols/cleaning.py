"""One way of writing for every way of printing: digits, dashes, slashes, letters, spaces."""

import re
import unicodedata
from functools import lru_cache

from amana.kernel.arabic import fold

__all__ = ["cleaned"]

_SLASHES = str.maketrans("\\∕⁄╱⧸_", "//////")  # names of files have _ for /
_OPENING, _CLOSING = " \"'“”‘’«»[<‹", " \"'“”‘’«»]>›,;:؛،"


@lru_cache(maxsize=4096)
def cleaned(text: str) -> str:
    """The text in capitals, in plain letters and digits, with `-`, `/` and single spaces.

    `cleaned("القرار رقم ٦/٣٩ – أت")` is `القرار رقم 6/39 - ات`: marks, tatweel and the controls of
    direction are gone, the hamza does not count. A tatweel between spaces was meant as a dash.
    """
    text = re.sub(r"(?<=\s)ـ+(?=\s)|(?<=\d)ـ+", "-", text)
    text = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    text = fold(text).upper().translate(_SLASHES)
    text = "".join("-" if _is_dash(c) else c for c in text)
    text = " ".join(text.split()).lstrip(_OPENING).rstrip(_CLOSING)
    return text[1:-1].strip() if text[:1] == "(" and text[-1:] == ")" else text.lstrip("( ")


def _is_dash(character: str) -> bool:
    return unicodedata.category(character) == "Pd" or character in "−⁃"
