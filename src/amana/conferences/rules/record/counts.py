"""Counted nouns: *38 members*, *38 عضوًا*, *3 أعضاء*, *aucun membre*; and the tally of a vote."""

from amana.conferences.rules.record.phrases import Phrase
from amana.kernel.numbers import plural_category
from amana.kernel.words import LANGS, Words

__all__ = ["counted", "tally"]

# Arabic: one, two (nominative and oblique), few, many, hundreds; English and French: one, many.
_AR = {
    "member": ("عضو واحد", "عضوان", "عضوين", "أعضاء", "عضوًا", "عضو"),
    "vote": ("صوت واحد", "صوتان", "صوتين", "أصوات", "صوتًا", "صوت"),
    "paper": ("ورقة واحدة", "ورقتان", "ورقتين", "أوراق", "ورقة", "ورقة"),
    "item": ("بند واحد", "بندان", "بندين", "بنود", "بندًا", "بند"),
    "decision": ("قرار واحد", "قراران", "قرارين", "قرارات", "قرارًا", "قرار"),
    "meeting": ("جلسة واحدة", "جلستان", "جلستين", "جلسات", "جلسة", "جلسة"),
    "state": ("دولة واحدة", "دولتان", "دولتين", "دول", "دولة", "دولة"),
    "minute": ("دقيقة واحدة", "دقيقتان", "دقيقتين", "دقائق", "دقيقة", "دقيقة"),
    "second": ("ثانية واحدة", "ثانيتان", "ثانيتين", "ثوانٍ", "ثانية", "ثانية"),
    "speech": ("كلمة واحدة", "كلمتان", "كلمتين", "كلمات", "كلمة", "كلمة"),
    "place": ("مقعد واحد", "مقعدان", "مقعدين", "مقاعد", "مقعدًا", "مقعد"),
}  # fmt: skip
_EN = {
    "member": ("member", "members"), "vote": ("vote", "votes"), "paper": ("paper", "papers"),
    "item": ("item", "items"), "decision": ("decision", "decisions"),
    "meeting": ("meeting", "meetings"), "state": ("State", "States"),
    "minute": ("minute", "minutes"), "second": ("second", "seconds"),
    "speech": ("statement", "statements"), "place": ("seat", "seats"),
}  # fmt: skip
_FR = {
    "member": ("membre", "membres"), "vote": ("voix", "voix"), "paper": ("bulletin", "bulletins"),
    "item": ("point", "points"), "decision": ("décision", "décisions"),
    "meeting": ("séance", "séances"), "state": ("État", "États"),
    "minute": ("minute", "minutes"), "second": ("seconde", "secondes"),
    "speech": ("déclaration", "déclarations"), "place": ("siège", "sièges"),
}  # fmt: skip


def counted(number: int, noun: str, lang: str, case: str = "") -> str:
    """A number with its noun; `case` is `obl` for the Arabic form after a preposition.

    >>> [counted(n, "member", "ar") for n in (1, 2, 3, 38, 100)]
    ['عضو واحد', 'عضوان', '3 أعضاء', '38 عضوًا', '100 عضو']
    """
    if lang == "ar":
        return _arabic(number, noun, case)
    one, many = (_EN if lang == "en" else _FR)[noun]
    alone = plural_category(number, lang) == "one"
    return f"{number} {one if alone else many}"


def _arabic(number: int, noun: str, case: str) -> str:
    one, two, two_oblique, few, many, hundreds = _AR[noun]
    category = plural_category(number, "ar")
    if category in ("one", "two"):
        return one if category == "one" else (two_oblique if case == "obl" else two)
    return f"{number} { ({'few': few, 'many': many}.get(category, hundreds)) }"


def tally(yes: int, no: int, abstain: int, on: Phrase) -> Words:
    """How many voted for `on`, against it, and abstained: one sentence without its stop."""
    said = {"ar": _tally_ar, "en": _tally_en, "fr": _tally_fr}
    return Words(**{lang: said[lang](yes, no, abstain, on) for lang in LANGS})


def _tally_ar(yes: int, no: int, abstain: int, on: Phrase) -> str:
    it = "ها" if on.feminine else "ه"
    favour = f"صوّت لصالح{it} {_arabic(yes, 'member', '')}" if yes else f"لم يصوّت لصالح{it} أي عضو"
    against = f"صوّت ضد{it} {_arabic(no, 'member', '')}" if no else f"لم يصوّت ضد{it} أي عضو"
    rest = f"امتنع {_arabic(abstain, 'member', '')}" if abstain else "لم يمتنع أي عضو"
    return f"{favour}، و{against}، و{rest} عن التصويت"


def _tally_en(yes: int, no: int, abstain: int, on: Phrase) -> str:
    favour = (
        f"{counted(yes, 'member', 'en')} voted in favour" if yes else "no member voted in favour"
    )
    against = f"{no} voted against" if no else "none voted against"
    return f"{favour}, {against}, and {abstain or 'none'} abstained"


def _tally_fr(yes: int, no: int, abstain: int, on: Phrase) -> str:
    if yes:
        favour = f"{counted(yes, 'member', 'fr')} {'ont' if yes > 1 else 'a'} voté pour"
        against = f"{no or 'aucun'} contre"
    else:
        favour = "aucun membre n'a voté pour"
        against = f"{no} {'ont' if no > 1 else 'a'} voté contre" if no else "aucun n'a voté contre"
    rest = {0: "aucun ne s'est abstenu", 1: "1 s'est abstenu"}.get(
        abstain, f"{abstain} se sont abstenus"
    )
    return f"{favour}, {against}, et {rest}"
