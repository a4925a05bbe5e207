"""What a scanner typed on an Arabic keyboard, read back by the place of the keys.

A scanner presses the keys of Latin letters; the layout of the computer makes Arabic of them.
Layouts: Arabic (101) of Windows, and `ara` of xkeyboard-config, which exchange two pairs of keys.
"""

import re

__all__ = ["as_latin"]

_PLAIN = dict(zip(
    "ضصثقفغعهخحشسيبلاتنمئءؤرىةوزظ", "QWERTYUIOPASDFGHJKLZXCVNM,./", strict=True
))  # fmt: skip
_SHIFTED = dict(zip(
    "\u064e\u064b\u064f\u064cإ`‘÷×؛\u0650\u064d[]أـ،/~\u0652{}آ'’",
    "QWERYUUIOPASFDHJKLZXVCNMM", strict=True,
))  # fmt: skip
_LIGATURES = {"لا": "B", "لآ": "B", "لأ": "G", "لإ": "T", "ﻻ": "B", "ﻵ": "B", "ﻷ": "G", "ﻹ": "T"}
_FIGURES = dict(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True))
_WINDOWS = {**_PLAIN, **_SHIFTED, **_LIGATURES, **_FIGURES}
_XKB = {**_WINDOWS, "[": "D", "]": "F", "{": "C", "}": "V"}
_ARABIC = re.compile(r"[\u0600-\u06ff\ufef5-\ufefc]")
_KEY = re.compile("|".join(map(re.escape, sorted(_XKB, key=len, reverse=True))))


def as_latin(text: str) -> tuple[str, ...]:
    """The readings of a text as capitals: itself without Arabic letters, else one a layout.

    Without the shift key `لا` may be B or GH; it is read as B.
    """
    if not _ARABIC.search(text):
        return (text,)
    return tuple(
        _KEY.sub(lambda key, keys=keys: keys[key[0]], text)  # type: ignore[misc]
        for keys in (_WINDOWS, _XKB)
    )
