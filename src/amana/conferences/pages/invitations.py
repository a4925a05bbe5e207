"""Invitations at the desk: chosen, looked at, issued; then initialled, sealed and sent."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from amana.conferences.acts import letters as acts
from amana.conferences.inviting import Addressee, addressees, issued, notice_of, words_of
from amana.conferences.letter_files import letters_pdf
from amana.conferences.lookups import SessionRow, session
from amana.conferences.models import Letter
from amana.conferences.pages.access import language, serving
from amana.conferences.pages.asking import cited
from amana.conferences.pages.delegation_words import STATUSES
from amana.conferences.pages.workplace import Offer
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.texts.pages.labels import LANGUAGES
from amana.web.export import asked_format, export_response
from amana.web.identity import name_for
from amana.web.tables import column

__all__ = ["OFFER", "urlpatterns"]

SHOWN = 3  # letters of a preview
STAGES = {
    Letter.Stage.NUMBERED: pgettext_lazy("a letter", "numbered"),
    Letter.Stage.INITIALLED: pgettext_lazy("a letter", "initialled"),
    Letter.Stage.SEALED: pgettext_lazy("a letter", "sealed"),
    Letter.Stage.SENT: pgettext_lazy("a letter", "sent"),
}


def _told(key: str) -> str:
    count = Letter.objects.filter(session__key=key).count()
    return _("invitations issued: %(num)s") % {"num": count} if count else ""


OFFER = Offer(
    gettext_lazy("Invitations"), "conference:invitations", 20,
    gettext_lazy("Choose, look at three, issue; initials, seal, sending."), _told,
)  # fmt: skip


@serving
def invitations(request: HttpRequest, by: Authority, key: str) -> HttpResponseBase:
    """Whom a session invites, and what became of each letter."""
    fault, preview = "", []
    if request.method == "POST":
        try:
            if request.POST.get("do") != "preview":
                _done(request, by, key)
                return HttpResponseRedirect(request.path)
            preview = _preview(request, by, key)
        except Refusal as why:
            if why.code.endswith(".no-power"):
                raise
            fault = why.sentence(language())
    this = session(key, on=by.on, planned=True).this
    rows = addressees(key, on=by.on, lang=language())
    if asked := asked_format(request):
        return _file(asked, this, rows, by)
    context = {
        "this": this, "rows": rows, "fault": fault, "preview": preview, "STAGES": STAGES,
        "STATUSES": STATUSES, "language_names": LANGUAGES, "chosen": request.POST.getlist("party"),
        "invited": sum(1 for row in rows if row.letter), "said": request.POST,
        **_notice(this, by),
    }  # fmt: skip
    return render(request, "conferences/invitations.html", context, status=422 if fault else 200)


def _notice(this: SessionRow, by: Authority) -> dict[str, Any]:
    """How many days there are and what the rule asks; nothing where the days are not known."""
    try:
        told = notice_of(this, on=by.on)
    except Refusal:
        return {"notice": None, "cited": ()}
    return {"notice": told, "cited": cited(told.call.terms.basis, by.on)}


def _preview(request: HttpRequest, by: Authority, key: str) -> list[tuple[Addressee, list[str]]]:
    """Three of the letters chosen, one in each language before a second one in any."""
    chosen = request.POST.getlist("party")
    rows = [
        row for row in addressees(key, on=by.on, lang=language())
        if row.party in chosen and not row.letter
    ]  # fmt: skip
    if not rows:
        raise Refusal("letters.nobody")
    firsts = list({row.language: row for row in reversed(rows)}.values())
    some = (firsts + [row for row in rows if row not in firsts])[:SHOWN]
    this = session(key, on=by.on, planned=True).this
    said = words_of(this, some, name_for(request), on=by.on)
    return [(row, said[row.party]) for row in some]


def _done(request: HttpRequest, by: Authority, key: str) -> None:
    said = request.POST
    if (do := said.get("do", "")) in acts.STEPS:
        count = acts.advance(key, do, by=by, way=said.get("way", ""))
        messages.success(request, _("Done for letters: %(num)s.") % {"num": count})
    elif do == "languages":
        languages = {name[5:]: str(lang) for name, lang in said.items() if name.startswith("lang-")}
        count = acts.speak(languages, by=by)
        messages.success(request, _("Languages changed: %(num)s.") % {"num": count})
    else:
        made = acts.issue_invitations(
            key, said.getlist("party"), name_for(request), by=by,
            otherwise=" ".join(said.get("otherwise", "").split())[:1000],
        )  # fmt: skip
        messages.success(
            request, _("Invitations issued: %(first)s to %(last)s.")
            % {"first": made[0].printed, "last": made[-1].printed},
        )  # fmt: skip


def _file(asked: str, this: SessionRow, rows: list[Addressee], by: Authority) -> HttpResponse:
    """Who was sent what, as a file, in the order of the numbers."""
    lang = language()
    columns = [
        column("number", _("Number")), column("addressee", _("Addressee")),
        column("status", _("Status")), column("language", _("Language")),
        column("dated", _("Dated")), column("stage", _("Stage")), column("sent", _("Sent on")),
        column("way", _("Sent by")),
    ]  # fmt: skip
    letters = sorted(
        ((row.letter, row) for row in rows if row.letter),
        key=lambda each: (each[0].year, each[0].number),
    )
    told = [
        {"number": letter.printed, "addressee": row.addressed.text(lang),
         "status": str(STATUSES[row.delegation.status]),
         "language": str(LANGUAGES[letter.language]),
         "dated": letter.dated.isoformat(), "stage": str(STAGES[Letter.Stage(letter.stage)]),
         "sent": letter.sent.isoformat() if letter.sent else "", "way": letter.way}
        for letter, row in letters
    ]  # fmt: skip
    return export_response(
        asked, f"invitations {this.key}", columns, told, lang=lang, about=this.title.text(lang),
        on=by.on,
    )  # fmt: skip


@serving
def papers(request: HttpRequest, by: Authority, key: str) -> HttpResponseBase:
    """The PDF of all invitations of a session, or of the one whose party is asked."""
    letters = [
        each for each in issued(key)
        if request.GET.get("letter", "") in ("", str(each.pk))
    ]  # fmt: skip
    if not letters:
        raise Refusal("letters.stage")
    made = letters_pdf(letters, name_for(request), language(), letters[0].dated)
    answer = HttpResponse(made, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="invitations-{key}.pdf"'
    return answer


urlpatterns: list[URLPattern] = [
    path("<str:key>/invitations/", invitations, name="invitations"),
    path("<str:key>/invitations/letters.pdf", papers, name="invitation-letters"),
]
