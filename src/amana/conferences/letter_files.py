"""Letters as a file to be printed, initialled and sealed: each on a sheet in its own language."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from amana.conferences.models import Letter
from amana.conferences.printing import printed
from amana.kernel.dual_dates import format_dual
from amana.kernel.words import Words

__all__ = ["letters_pdf"]

_TITLE = Words(ar="دعوات", en="Invitations", fr="Invitations")
_OFFICE = Words(ar="الأمانة العامة", en="General Secretariat", fr="Secrétariat général")
_NUMBER = Words(ar="مذكرة شفوية رقم {}", en="Note verbale No. {}", fr="Note verbale n° {}")
_EXERCISE = Words(ar="تمرين", en="EXERCISE", fr="EXERCICE")
_SEAL = Words(ar="الختم", en="Seal", fr="Sceau")
_INITIALS = Words(ar="الأحرف الأولى", en="Initials", fr="Paraphe")


def letters_pdf(letters: Iterable[Letter], organisation: Words, lang: str, day: date) -> bytes:
    """The PDF of some letters; `lang` is that of its title alone."""
    return printed("letters.typ", {
        "lang": lang, "title": _TITLE.text(lang), "organisation": organisation.text(lang),
        "letters": [_letter(each, organisation) for each in letters],
    }, day)  # fmt: skip


def _letter(of: Letter, organisation: Words) -> dict[str, Any]:
    lang = of.language
    return {
        "lang": lang, "sender": organisation.text(lang), "office": _OFFICE.text(lang),
        "mark": _EXERCISE.text(lang) if of.exercise else "",
        "number": _NUMBER.text(lang).format(of.printed),
        "date": format_dual(of.dated, None, lang), "addressee": of.addressee.text(lang),
        "paragraphs": of.paragraphs, "seal": _SEAL.text(lang), "initials": _INITIALS.text(lang),
    }  # fmt: skip
