"""Names of the months: the house lists that we write, and the spellings that we read.

Hijri names are read by patterns over the letters alone (spaces, hyphens, apostrophes and accents
are gone by then), because a transliteration varies without end: Jumad Al Thani, Djoumadah Thani,
Jamadi-us-Sani. Gregorian names are read from lists, with the Levantine and the Maghreb names.
"""

from __future__ import annotations

import re
from functools import cache

HIJRI = {
    "ar": (
        "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
        "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
    ),
    "en": (
        "Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Akhir", "Jumada al-Ula", "Jumada al-Akhira",
        "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qada", "Dhu al-Hijja",
    ),
    "fr": (
        "mouharram", "safar", "rabia al-awal", "rabia al-akhir", "joumada al-oula",
        "joumada al-akhira", "rajab", "chaabane", "ramadan", "chawwal", "dhou al-qida",
        "dhou al-hijja",
    ),
}  # fmt: skip

GREGORIAN = {
    "ar": (
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
        "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
}  # fmt: skip

# Folded letters, without spaces: Egypt and the Gulf, the Levant, the Maghreb; English; French.
_GREGORIAN_READ = (
    "يناير كانونالثاني كانونثاني جانفي january jan janvier janv",
    "فبراير شباط فيفري فبرائر february feb febr fevrier fevr fev",
    "مارس اذار march mar mars",
    "ابريل نيسان افريل april apr avril avr",
    "مايو ايار ماي may mai",
    "يونيو يونيه حزيران جوان june jun juin",
    "يوليو يوليه تموز يوليوز جويليه july jul juillet juil",
    "اغسطس اب غشت اوت august aug aout",
    "سبتمبر ايلول شتنبر september sept sep septembre",
    "اكتوبر تشرينالاول تشريناول october oct octobre",
    "نوفمبر تشرينالثاني تشرينثاني نونبر november nov novembre",
    "ديسمبر كانونالاول كانوناول دجنبر december dec decembre",
)

_AL = r"(?:[aeiou]*l+)?"
_ATH = r"(?:[aeiou]*(?:l+|th|t|s))?"
_FIRST = r"(?:[aeo]+(?:u?[wv]+|o?u)[aeou]+l+|[uo]+l+a+h?|1|1er|first|premier)"
_SECOND = r"(?:(?:th|t|s)+[ae]*h?n+[iy]+[aey]*h?t?|[ae]+k?h+[iea]+r+[ae]*h?|2|2e|second)"
_RABI = r"r[ae]b+[aeiouy]*h?"
_JUMADA = r"(?:dj|j|g)[aou]+m+[aeou]+[dz]+h?[aeiouy]*h?"
_DHU = r"(?:dh|th|zh|z|d)+[ouie]+"
_HARAM = r"(?:[aeu]lharam)?"
_AR_FIRST, _AR_SECOND = r"(?:ال)?(?:اولي?|1)", r"(?:ال)?(?:اخره?|اخري|اخير|ثانيه?|ثان|2)"

_HIJRI_READ = (
    rf"(?:al)?m[aeou]+h+[ae]+r+[aeou]*m{_HARAM}|muharrem|(?:ال)?محرم(?:الحرام)?",
    r"s+a+(?:f|ph)+[aeiu]+r|(?:صفر)(?:الخير|المظفر)?",
    rf"{_RABI}{_AL}{_FIRST}|rebiulevvel|ربيعا?{_AR_FIRST}",
    rf"{_RABI}{_ATH}{_SECOND}|rebiulahir|ربيعا?{_AR_SECOND}",
    rf"{_JUMADA}{_AL}{_FIRST}|cemaziyelevvel|جماد[ياه]?{_AR_FIRST}",
    rf"{_JUMADA}{_ATH}{_SECOND}|cemaziyelahir|جماد[ياه]?{_AR_SECOND}",
    r"r[ae]+(?:dj|j|g)+[aeou]+h?b+|recep|رجب(?:المرجب|الفرد|الحرام)?",
    r"(?:sh|ch|sch|sy|s)[ae]+h?[ae]*b+[aeo]+n+e?|شعبان(?:المعظم|الكريم)?",
    r"r[ae]+m+[aeo]+(?:d|dh|z|dz|dj)+[aeo]+n+e?|رمضان(?:المبارك|المعظم)?",
    r"(?:sh|ch|sch|sy|s)[ae]+[uwvo]+[wvua]*[ae]*l+(?:[aeu]lmu[kq]arram)?|شوال(?:المكرم)?",
    rf"{_DHU}{_AL}(?:q|k|g)+[aeiou]+h?[aeiou]*d+[aeiou]*h?{_HARAM}|ذ[ويا](?:ال)?قعده?(?:الحرام)?",
    rf"{_DHU}{_AL}h?[aeiou]+(?:dj|j|g|c)+[aeiou]*h?{_HARAM}|ذ[ويا](?:ال)?حجه?(?:الحرام)?",
)

_HIJRI_PATTERNS = tuple(re.compile(pattern) for pattern in _HIJRI_READ)
_GREGORIAN_BY_NAME = {
    name: month for month, names in enumerate(_GREGORIAN_READ, 1) for name in names.split()
}

Month = tuple[str, int]
"""A calendar, `hijri` or `gregorian`, and the number of a month in it."""


def month_named(letters: str) -> Month | None:
    """The month that these folded letters name: `jumadalthani` is `("hijri", 6)`."""
    if letters in _GREGORIAN_BY_NAME:
        return "gregorian", _GREGORIAN_BY_NAME[letters]
    for month, pattern in enumerate(_HIJRI_PATTERNS, 1):
        if pattern.fullmatch(letters):
            return "hijri", month
    return None


# Names against which a misspelling is measured; no short forms, since almost anything is near them.
_HIJRI_MODELS = (
    "muharram mouharram محرم", "safar صفر",
    "rabialawwal rabiulawwal rabiaalawal ربيعالاول",
    "rabialthani rabialakhir rabiaaththani ربيعالثاني ربيعالاخر",
    "jumadaalula jumadaalawwal joumadaaloula جماديالاولي جماديالاول",
    "jumadaalthani jumadaalakhira joumadaaththania جماديالاخره جماديالثانيه",
    "rajab رجب", "shaban chaabane شعبان", "ramadan ramadhan رمضان",
    "shawwal chawwal شوال", "dhualqada dhulqadah zulqada dhoualqida ذوالقعده ذيالقعده",
    "dhualhijja dhulhijjah zulhijja dhoualhijja ذوالحجه ذيالحجه",
)  # fmt: skip


@cache
def _models() -> tuple[tuple[str, Month], ...]:
    hijri = [(n, ("hijri", i)) for i, names in enumerate(_HIJRI_MODELS, 1) for n in names.split()]
    gregorian = [(n, ("gregorian", i)) for n, i in _GREGORIAN_BY_NAME.items() if len(n) > 3]
    return (*hijri, *gregorian)


def edit_distance(one: str, other: str) -> int:
    """Letters to insert, drop, change or swap with a neighbour to get from one to the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        current = [i]
        for j, b in enumerate(other, 1):
            cost = min(row[j] + 1, current[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        before, row = row, current
    return row[-1]


def month_near(letters: str) -> Month | None:
    """The only month whose name is a slip of the pen away, or None.

    One slip in a name of up to six letters, two in a longer one, and no other month as near:
    `ramadam` is Ramadan; `jumada` alone is neither Jumada.
    """
    if len(letters) < 4:
        return None
    allowed = 1 if len(letters) <= 6 else 2
    nearest: dict[Month, int] = {}
    for name, month in _models():
        distance = edit_distance(letters, name)
        nearest[month] = min(distance, nearest.get(month, distance))
    best = min(nearest.values())
    months = [month for month, distance in nearest.items() if distance == best]
    return months[0] if best <= allowed and len(months) == 1 else None
