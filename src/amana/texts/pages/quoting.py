"""The sentence by which a work that no session adopted is cited elsewhere."""

from datetime import date
from enum import StrEnum

from django.http import HttpRequest
from django.utils.translation import gettext as _

from amana.kernel.dual_dates import DateFault, format_dual, format_hijri, format_mark, parse
from amana.texts.models import WorkRecord
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


def cited(request: HttpRequest, row: WorkRecord) -> Section | None:
    """How to cite a text that no room above cites: those who know sessions cite what they adopt."""
    on, lang = request.on, request.LANGUAGE_CODE  # type: ignore[attr-defined]
    context = {"text": _citation(row, on, lang), "address": lasting(request)}
    return Section(str(_("Cite")), "web/citation.html", context)


def _citation(row: WorkRecord, on: date, lang: str) -> str:
    """`Charter of the Organisation, adopted 14 March 2008. As on record for 24 November 2026.`

    A symbol stands before the title, the body that adopted it after.
    """
    comma = "، " if lang == "ar" else ", "
    parts = (row.symbol, row.title.text(lang), row.adopted_by.text(lang) if row.symbol else "")
    said = {
        "title": comma.join(each for each in parts if each),
        "on": format_dual(on, lang=lang),
    }
    if not row.adopted:
        return _("%(title)s. As on record for %(on)s.") % said
    said["adopted"] = format_mark(row.adopted, lang, dual=True)
    return _("%(title)s, adopted: %(adopted)s. As on record for %(on)s.") % said
