"""The values of a row: ranks in three languages, days in either writing, addresses, names."""

import re
from datetime import date, timedelta
from functools import cache

from amana.conferences.delegations.columns import plain
from amana.kernel import dual_dates
from amana.kernel.dual_dates import format_gregorian
from amana.kernel.numbers import digits
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words

__all__ = [
    "PROTOCOLS", "RANKS", "day_of", "is_address", "protocol_of", "rank_of", "script_of", "spoken",
]  # fmt: skip

RANKS: dict[str, Words] = {
    "head": Words(en="head of delegation", fr="chef de délégation", ar="رئيس الوفد"),
    "alternate": Words(en="alternate head", fr="chef adjoint de délégation",
                       ar="نائب رئيس الوفد"),
    "delegate": Words(en="delegate", fr="délégué", ar="مندوب"),
    "adviser": Words(en="adviser", fr="conseiller", ar="مستشار"),
    "support": Words(en="support staff", fr="personnel d'appui", ar="موظف دعم"),
}  # fmt: skip

PROTOCOLS: dict[str, Words] = {
    "head_of_state": Words(en="Head of State", fr="chef d'État", ar="رئيس دولة"),
    "head_of_government": Words(en="Head of Government", fr="chef de gouvernement",
                                ar="رئيس حكومة"),
    "minister": Words(en="minister", fr="ministre", ar="وزير"),
    "deputy_minister": Words(en="deputy minister", fr="vice-ministre", ar="نائب وزير"),
    "ambassador": Words(en="ambassador", fr="ambassadeur", ar="سفير"),
    "other": Words(en="other", fr="autre", ar="غير ذلك"),
}  # fmt: skip

_RANKS_TOO: dict[str, tuple[str, ...]] = {
    "head": ("head", "leader", "hod", "chef", "cheffe de délégation", "chef de la délégation",
             "cheffe", "رئيس", "رئيسة الوفد", "رئيس وفد", "رئيسة وفد"),
    "alternate": ("alternate", "alternate head of delegation", "deputy head",
                  "deputy head of delegation", "chef adjoint", "suppléant", "suppléante",
                  "cheffe adjointe de délégation", "chef suppléant", "نائب الرئيس", "مناوب",
                  "نائبة رئيس الوفد", "رئيس مناوب"),
    "delegate": ("member", "representative", "déléguée", "membre", "représentant",
                 "représentante", "مندوبة", "عضو", "عضوة", "عضو الوفد", "عضو وفد", "ممثل",
                 "ممثلة"),
    "adviser": ("advisor", "expert", "counsellor", "conseillère", "experte", "مستشارة", "خبير",
                "خبيرة"),
    "support": ("support", "staff", "assistant", "secretary", "security", "protocol", "press",
                "interpreter", "appui", "assistante", "secrétaire", "sécurité", "protocole",
                "presse", "interprète", "دعم", "مساعد", "مساعدة", "سكرتير", "أمن", "مراسم",
                "صحافة", "مترجم", "موظفة دعم"),
}  # fmt: skip

_PROTOCOLS_TOO: dict[str, tuple[str, ...]] = {
    "head_of_state": ("president", "king", "emir", "sultan", "président", "roi", "émir",
                      "رئيس الدولة", "رئيس الجمهورية", "ملك", "أمير", "سلطان",
                      "head of state or government"),
    "head_of_government": ("prime minister", "premier ministre", "première ministre",
                           "رئيس الحكومة", "رئيس الوزراء", "رئيس مجلس الوزراء"),
    "minister": ("foreign minister", "minister of foreign affairs",
                 "ministre des affaires étrangères", "وزير الخارجية", "وزيرة", "وزيرة الخارجية",
                 "وزير الشؤون الخارجية"),
    "deputy_minister": ("vice minister", "vice-minister", "minister of state",
                        "secretary of state", "under-secretary", "ministre délégué",
                        "ministre d'état", "secrétaire d'état", "وزير دولة", "نائب الوزير",
                        "وكيل وزارة", "نائبة وزير"),
    "ambassador": ("permanent representative", "ambassadrice", "représentant permanent",
                   "représentante permanente", "سفيرة", "المندوب الدائم", "مندوب دائم",
                   "المندوبة الدائمة", "الممثل الدائم"),
    "other": ("none", "aucun", "لا شيء", "أخرى"),
}  # fmt: skip

_ADDRESS = re.compile(r"[^\s@<>(),;:\"\[\]\\]{1,64}@(?:[^\s@<>(),;:\"\[\]\\.]+\.)+[^\s@<>(),.]{2,}")
_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3]")
_SERIAL = date(1899, 12, 30)  # the day 0 of a spreadsheet


def rank_of(said: str) -> str:
    """The rank in the delegation; empty for what is none. Nothing said is a delegate."""
    return _means("rank").get(plain(said), "") if said else "delegate"


def protocol_of(said: str) -> str:
    """The rank on the list of speakers; empty for what is none. Nothing said is `other`."""
    return _means("protocol").get(plain(said), "") if said else "other"


@cache
def _means(kind: str) -> dict[str, str]:
    own, others = (RANKS, _RANKS_TOO) if kind == "rank" else (PROTOCOLS, _PROTOCOLS_TOO)
    found = {plain(form): key for key, forms in others.items() for form in forms}
    found |= {plain(form): key for key, words in own.items() for _, form in words}
    return found | {plain(key): key for key in own}


def day_of(said: str) -> date | None:
    """A day: 2026-11-24, 24/11/2026 (the day first), `٢٤ نوفمبر ٢٠٢٦`, `24 nov. 2026`, a Hijri day,
    or the number that a spreadsheet keeps for a day; None for what is none.
    """
    text = digits(said.strip())
    if text.isdecimal() and 20_000 < int(text) < 80_000:
        return _SERIAL + timedelta(days=int(text))
    try:
        dual = dual_dates.parse(text)
    except Refusal:
        return None
    exact = dual.start == dual.end and dual.precision == "day" and not dual.warnings
    return dual.start if exact else None


def spoken(day: date | None) -> Words:
    """A day as each language writes it; an ellipsis for one that is not known."""
    return Words(**{lang: format_gregorian(day, lang) if day else "…" for lang in LANGS})


def is_address(said: str) -> bool:
    """Whether this can be an e-mail address."""
    return len(said) <= 254 and _ADDRESS.fullmatch(said) is not None


def script_of(text: str) -> str:
    """`ar` for Arabic letters, `latin` for other letters, empty where there is no letter."""
    if _ARABIC.search(text):
        return "ar"
    return "latin" if any(c.isalpha() for c in text) else ""
