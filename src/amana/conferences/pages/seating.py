"""The hall by protocol order: looked at, arranged, changed by hand, printed, as CSV."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amana.conferences.acts import seating as acts
from amana.conferences.hall import Hall, hall_on
from amana.conferences.lookups import SessionRow, sessions
from amana.conferences.models import SeatMoved
from amana.conferences.pages.access import language, serving
from amana.conferences.pages.asking import attempt
from amana.conferences.pages.workplace import Offer
from amana.conferences.printing import printed
from amana.conferences.rules.seating import BLOCKS, MEMBERS, OBSERVERS, PODIUM, Place
from amana.kernel.authority import Authority
from amana.kernel.order import sort_key
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS
from amana.texts.pages.labels import LANGUAGES
from amana.web.export import asked_format, export_response
from amana.web.identity import name_for
from amana.web.tables import Column

__all__ = ["OFFER", "urlpatterns"]

BLOCK_WORDS = {
    PODIUM: gettext_lazy("Podium"), MEMBERS: gettext_lazy("Members"),
    OBSERVERS: gettext_lazy("Observers and guests"),
}  # fmt: skip

OFFER = Offer(
    gettext_lazy("Seating"), "conference:seating", 60,
    gettext_lazy("The hall in protocol order, printed on one sheet."),
)  # fmt: skip


class ArrangingForm(forms.Form):
    """How the hall is seated."""

    language = forms.ChoiceField(label=gettext_lazy("Alphabetical order of"))
    desks = forms.IntegerField(
        label=gettext_lazy("Desks in a row"), min_value=1, max_value=acts.MOST_DESKS
    )
    first = forms.CharField(
        label=gettext_lazy("Drawn by lot"), required=False, max_length=120,
        help_text=gettext_lazy("The letter, or the delegation, with which the order begins."),
        widget=forms.TextInput({"list": "parties"}),
    )  # fmt: skip
    chair = forms.ChoiceField(label=gettext_lazy("Delegation that presides"), required=False)

    def __init__(self, *args: Any, hall: Hall, **more: Any) -> None:
        super().__init__(*args, **more)
        self.by_name = {name: key for key, name in _parties(hall)}
        _choices(self, "language", [(code, LANGUAGES[code]) for code in LANGS])
        _choices(self, "chair", [("", _("none at the podium")), *_parties(hall)])

    def clean_first(self) -> str:
        """A letter, or the key of the delegation whose name was given."""
        said: str = self.cleaned_data["first"].strip()
        found = self.by_name.get(said, said if said in self.by_name.values() else "")
        if said and len(said) > 1 and not found:
            raise forms.ValidationError(_("There is no delegation of this name."))
        return found or said


class MovingForm(forms.Form):
    """A delegation to another seat."""

    party = forms.ChoiceField(label=gettext_lazy("Delegation"))
    block = forms.ChoiceField(label=gettext_lazy("Block"))
    row = forms.IntegerField(label=gettext_lazy("Row"), min_value=1, max_value=acts.MOST_DESKS)
    seat = forms.IntegerField(label=gettext_lazy("Seat"), min_value=1, max_value=acts.MOST_DESKS)

    def __init__(self, *args: Any, hall: Hall, **more: Any) -> None:
        super().__init__(*args, **more)
        _choices(self, "party", _parties(hall))
        _choices(self, "block", [(value, BLOCK_WORDS[value]) for value in SeatMoved.Block.values])


def _choices(form: forms.Form, name: str, choices: Iterable[tuple[str, Any]]) -> None:
    form.fields[name].choices = list(choices)  # type: ignore[attr-defined]


def _parties(hall: Hall) -> list[tuple[str, str]]:
    """The delegations in the order of the reader's language."""
    lang = language()
    found = [(key, names.text(lang)) for key, names in hall.names.items()]
    return sorted(found, key=lambda pair: sort_key(pair[1], lang))


@serving
def seating(request: HttpRequest, by: Authority, key: str) -> HttpResponseBase:
    """The plan of the hall on a day, in its own order or as another language would have it."""
    hall = hall_on(key, by.on, lang=_asked(request))
    if asked := asked_format(request):
        return _exported(asked, key, hall)
    do = request.POST.get("do", "")
    arranging = ArrangingForm(
        request.POST if do == "arrange" else None, hall=hall, auto_id="arrange-%s",
        initial={"language": hall.language, "desks": hall.desks, "chair": hall.chair,
                 "first": _first_said(hall)},
    )  # fmt: skip
    moving = MovingForm(request.POST if do == "move" else None, hall=hall, auto_id="move-%s")
    if done := _done(request, by, key, do, arranging, moving):
        messages.success(request, done)
        return HttpResponseRedirect(request.path)
    context: dict[str, Any] = {
        "this": _session(key, by), "hall": hall, "arranging": arranging,
        "moving": moving, "parties": _parties(hall),
        "orders": [(code, LANGUAGES[code]) for code in LANGS],
        "blocks": [(block, BLOCK_WORDS[block], hall.plan.rows(block)) for block in BLOCKS
                   if hall.plan.of(block)],
        "moved": [place for place in hall.plan.places if place.moved],
    }  # fmt: skip
    return render(request, "conferences/seating.html", context, status=422 if do else 200)


def _session(key: str, by: Authority) -> SessionRow:
    """The session without its neighbours. Refused: `session.unknown`."""
    for row in sessions(on=by.on, planned=True, where=Q(session__key=key), exercises=True):
        return row
    raise Refusal("session.unknown", key=key[:120])


def _asked(request: HttpRequest) -> str:
    asked = request.GET.get("order", "")
    return asked if asked in LANGS else ""


def _first_said(hall: Hall) -> str:
    return hall.names[hall.first].text(language()) if hall.first in hall.names else hall.first


def _done(
    request: HttpRequest, by: Authority, key: str, do: str, arranging: ArrangingForm,
    moving: MovingForm,
) -> str:  # fmt: skip
    """Do what was asked: what to tell about it, empty where nothing was done."""
    if do == "arrange":
        settled = attempt(
            arranging, lambda: acts.arrange_seating(key, by=by, **arranging.cleaned_data)
        )
        return _("The hall is arranged.") if settled else ""
    if do == "move":
        moved = attempt(moving, lambda: acts.move_seat(key, by=by, **moving.cleaned_data))
        return _("The delegation is moved; it stays there whatever the order.") if moved else ""
    if do == "back":
        acts.put_seat_back(key, request.POST.get("party", ""), by=by)
        return _("The delegation sits by the order again.")
    return ""


# --- Files


def _exported(asked: str, key: str, hall: Hall) -> HttpResponse:
    lang = language()
    columns = [
        Column("block", _("Block")), Column("row", _("Row"), "number"),
        Column("seat", _("Seat"), "number"), Column("name", _("Delegation")),
        Column("key", _("Code"), "symbol"), Column("moved", _("Moved by hand")),
    ]  # fmt: skip
    rows = [_line(place, hall, lang) for place in hall.plan.places]
    return export_response(asked, f"{_('Seating')} {key}", columns, rows, lang=lang)


def _line(place: Place, hall: Hall, lang: str) -> dict[str, object]:
    return {
        "block": str(BLOCK_WORDS[place.block]), "row": place.row, "seat": place.seat,
        "name": hall.names[place.party.key], "key": place.party.key,
        "moved": _("yes") if place.moved else "",
    }  # fmt: skip


@serving
def sheet(request: HttpRequest, by: Authority, key: str) -> HttpResponseBase:
    """The plan as PDF, always one sheet of A4, in the language of its order."""
    hall = hall_on(key, by.on, lang=_asked(request))
    this = _session(key, by)
    organisation = name_for(request).text(hall.language)
    answer = HttpResponse(
        printed("seating.typ", _sheet(hall, this, organisation), by.on),
        content_type="application/pdf",
    )
    answer.headers["Content-Disposition"] = f'inline; filename="seating-{key}.pdf"'
    return answer


def _sheet(hall: Hall, this: SessionRow, organisation: str) -> dict[str, Any]:
    with translation.override(hall.language):
        blocks = [_block(block, hall) for block in BLOCKS if hall.plan.of(block)]
        starred = any(place.moved for place in hall.plan.places)
        note = _("Seating in the alphabetical order of the language.")
        if starred:
            note += " " + _("* moved by hand")
        title = f"{this.title.text(hall.language)} · {_('Seating')}"
    widest = max([hall.desks, *(len(row["desks"]) for part in blocks for row in part["rows"])])
    return {
        "lang": hall.language, "title": title, "organisation": organisation, "note": note,
        "desks": widest, "blocks": blocks,
    }  # fmt: skip


def _block(block: str, hall: Hall) -> dict[str, Any]:
    rows = hall.plan.rows(block)
    if block == PODIUM:
        rows = [[place for place in row if place] for row in rows]
    return {
        "podium": block == PODIUM, "title": str(BLOCK_WORDS[block]),
        "rows": [{"number": str(number), "desks": [_desk(place) for place in row]}
                 for number, row in enumerate(rows, 1)],
    }  # fmt: skip


def _desk(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "name": place.party.name, "moved": place.moved, "podium": place.block == PODIUM
    }  # fmt: skip


urlpatterns: list[URLPattern] = [
    path("<str:key>/seating/", seating, name="seating"),
    path("<str:key>/seating/plan.pdf", sheet, name="seating-sheet"),
]
