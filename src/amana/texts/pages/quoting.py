"""The sentence by which a work is cited elsewhere."""

from datetime import date
from enum import StrEnum

from django.http import HttpRequest
from django.utils.translation import gettext as _

from amana.kernel.dual_dates import DateFault, format_dual, format_hijri, format_mark, parse
from amana.texts.models import WorkRecord
from amana.texts.pages.adoption import Adopting
from amana.web.links import lasting
from amana.web.sections import Section

__all__ = ["Rendering", "cited", "printed_hijri", "rendering"]


class Rendering(StrEnum):
    """Whose words a title is in a language."""

    ORIGINAL = "original"  # as the source prints it, or nobody says otherwise
    WORKING = "working"  # our own working translation
    UNSURE = "unsure"  # either: the language of the source was not noted


def rendering(row: WorkRecord, lang: str) -> Rendering:
    """Whose words the title is for a reader of a language: a citation must not hide it."""
    if "working translation" not in row.detail.get("title", {}).get("sources", ()):
        return Rendering.ORIGINAL
    if not row.title_lang:
        return Rendering.UNSURE
    same = row.title.lang_of(lang) == row.title_lang
    return Rendering.ORIGINAL if same else Rendering.WORKING


def printed_hijri(text: str, lang: str) -> str:
    """A Hijri date that a document prints, in the reader's words; as printed if not understood.

    `7 Rabi I 1429` is `7 ربيع الأول 1429هـ` in Arabic.
    """
    try:
        return format_hijri(parse(text).start, lang) if text else ""
    except DateFault:
        return text


def cited(request: HttpRequest, row: WorkRecord, session: Adopting | None) -> Section:
    """How to cite a text: by the session that adopted it, where that is on record."""
    on, lang = request.on, request.LANGUAGE_CODE  # type: ignore[attr-defined]
    said = _of_session(row, session, on, lang) if session else _alone(row, on, lang)
    return Section(str(_("Cite")), "web/citation.html", {"text": said, "address": lasting(request)})


def _of_session(row: WorkRecord, at: Adopting, on: date, lang: str) -> str:
    """Symbol, title, body, session, place, both dates, and the day that is asked.

    A title that is our own working translation says so, so that nobody quotes it as the text.
    `Resolution 1/44-POL, “on the Situation in Somalia”, Council of Foreign Ministers, 44th
    session, Abidjan, Côte d'Ivoire, 16 to 17 Shawwal 1438H (10-11 July 2017). As on record for
    14 Jumada al-Akhira 1448H (24 November 2026).`
    """
    sentence = {
        Rendering.ORIGINAL: _("%(name)s, “%(title)s”, %(session)s. As on record for %(day)s."),
        Rendering.WORKING: _(
            "%(name)s, “%(title)s” [working translation], %(session)s. As on record for %(day)s."
        ),
        Rendering.UNSURE: _(
            "%(name)s, “%(title)s” [working translation, or a source's rendering], %(session)s. "
            "As on record for %(day)s."
        ),
    }
    name = row.short.text(lang) or row.symbol or row.title.text(lang)
    return sentence[rendering(row, lang)] % {
        "name": name, "title": row.title.text(lang), "day": format_dual(on, lang=lang),
        "session": _listed(lang, at.title, at.place, at.days),
    }  # fmt: skip


def _alone(row: WorkRecord, on: date, lang: str) -> str:
    """`Charter of the Organisation, adopted 14 March 2008. As on record for 24 November 2026.`

    A symbol stands before the title, the body that adopted it after.
    """
    body = row.adopted_by.text(lang) if row.symbol else ""
    said = {
        "title": _listed(lang, row.symbol, row.title.text(lang), body),
        "on": format_dual(on, lang=lang),
    }
    if not row.adopted:
        return _("%(title)s. As on record for %(on)s.") % said
    said["adopted"] = format_mark(row.adopted, lang, dual=True)
    return _("%(title)s, adopted: %(adopted)s. As on record for %(on)s.") % said


def _listed(lang: str, *parts: str) -> str:
    return ("، " if lang == "ar" else ", ").join(part for part in parts if part)
