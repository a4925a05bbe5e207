"""The screens of a floor: each seat has its page, and the hall one that needs no account.

Every page shows the whole state when it is opened and works without scripts: what is pressed is a
form, and what is out of order comes back with its rule and with what was typed.
"""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from markupsafe import Markup

from amana.accounts.api import reader
from amana.conferences.acts.saying import say
from amana.conferences.floor.folding import folded, log_of
from amana.conferences.floor.seats import DELEGATE, Seat, seat_of, seats_of
from amana.conferences.models import Duty, Log
from amana.conferences.pages.access import language
from amana.conferences.permissions import power_to_serve
from amana.conferences.screens.acting import keys_of
from amana.conferences.screens.frames import COLUMNS, act_html, drawn, shown_on
from amana.conferences.screens.mine import mine
from amana.conferences.screens.naming import Names, names_for
from amana.conferences.screens.refusing import Told, told
from amana.conferences.screens.taps import said_of
from amana.ground import clock
from amana.kernel.refusals import Refusal
from amana.live.api import ticket
from amana.web.links import has_url

__all__ = ["SCREENS", "urlpatterns"]


@dataclass(frozen=True, slots=True)
class Screen:
    """A kind of screen: its route, and the seats that may look at it."""

    kind: str
    route: str
    roles: tuple[str, ...]
    template: str = "conferences/floor/screen.html"


SCREENS: Mapping[str, Screen] = {
    screen.kind: screen
    for screen in (
        Screen("chair", "floor-chair", (Duty.Role.CHAIR,)),
        Screen("desk", "floor-desk", (Duty.Role.SECRETARY,)),
        Screen("delegate", "floor-delegate", (DELEGATE,), "conferences/floor/delegate.html"),
        Screen("interpreter", "floor-interpreters", (Duty.Role.INTERPRETER, *Duty.Role.values)),
    )
}
_OF_ROLE = {
    Duty.Role.CHAIR: "chair", Duty.Role.SECRETARY: "desk", DELEGATE: "delegate",
    Duty.Role.INTERPRETER: "interpreter", Duty.Role.TELLER: "interpreter",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody filled in and was refused: it is shown again."""

    slug: str
    fields: Mapping[str, str] = field(default_factory=dict)


def _title(kind: str) -> str:
    return {
        "chair": _("Chair's console"), "desk": _("Secretary's desk"),
        "delegate": _("Delegation"), "interpreter": _("Interpreters"), "hall": _("Hall"),
    }[kind]  # fmt: skip


# --- Pages


@never_cache
@require_GET
def index(request: HttpRequest, key: str) -> HttpResponse:
    """Go to the screen of the reader's own seat; of several, to the highest."""
    for seat in seats_of(request, log_of(key)):
        kind = _OF_ROLE.get(seat.role)
        if kind:
            return HttpResponseRedirect(_address(SCREENS[kind].route, key, request))
    raise Refusal("floor.no-seat")


def _page(kind: str) -> Any:
    screen = SCREENS[kind]

    @never_cache
    @require_GET
    def page(request: HttpRequest, key: str) -> HttpResponse:
        row = log_of(key)
        return _shown(request, screen, row, seat_of(request, row, *screen.roles))

    return page


@never_cache
@require_GET
def hall(request: HttpRequest, key: str, door: str) -> HttpResponse:
    """The screen of the hall, for whoever knows its address; else there is no such page."""
    row = log_of(key)
    if not hmac.compare_digest(row.door.encode(), door.encode()):
        raise Http404
    screen = Screen("hall", "hall", (), "conferences/floor/hall.html")
    return _shown(request, screen, row, Seat(row.key, ""))


@never_cache
@require_POST
def speak(request: HttpRequest, key: str) -> HttpResponse:
    """Do what a form of a screen says, and go back to the screen."""
    row, kind = log_of(key), request.POST.get("screen", "")
    screen = SCREENS.get(kind)
    if screen is None or kind == "interpreter":
        raise Http404
    seat = seat_of(request, row, *screen.roles)
    slug, fields = pressed(request)
    names = names_for(row)
    try:
        say(row.key, said_of(slug, fields, request.POST.get("key", ""), seat, names), seat)
    except Refusal as refusal:
        with folded(row) as floor:
            why = told(refusal, floor, names, language())
        return _shown(request, screen, row, seat, why, Typed(slug, fields))
    return HttpResponseRedirect(_address(screen.route, key, request))


def pressed(request: HttpRequest) -> tuple[str, dict[str, str]]:
    """The act that a button names, with what it says itself and what was filled in."""
    slug, _mark, preset = request.POST.get("do", "").partition("?")
    own = {"do", "key", "as", "screen", "csrfmiddlewaretoken"}
    fields = {name: str(value) for name, value in request.POST.items() if name not in own}
    return slug, fields | dict(parse_qsl(preset))


# --- Drawn


def _shown(
    request: HttpRequest, screen: Screen, log: Log, seat: Seat, refused: Told | None = None,
    typed: Typed | None = None,
) -> HttpResponse:  # fmt: skip
    lang, names = language(), names_for(log)
    with folded(log) as floor:
        context = shown_on(screen.kind, log, floor, names, lang)
        own = mine(floor, names, seat.delegation) if screen.kind == "delegate" else None
    context |= {
        "carried": _carried(request, screen.kind), "typed": typed, "mine": own, "refused": refused,
        "action": _address("floor-say", log.key, request),
        "seat_query": f"&{urlencode({'as': _seat_in(request)})}" if _seat_in(request) else "",
    }  # fmt: skip
    if screen.kind == "delegate":
        context |= _one_act(request, context, log) | {"typed": typed}
    regions = {name: Markup(html) for name, html in drawn(screen.kind, context).items()}  # noqa: S704
    context |= _around(request, screen, log, names, seat, context["meeting"]["number"]) | {
        "regions": regions
    }
    return render(request, screen.template, context, status=422 if refused else 200)


def _one_act(request: HttpRequest, context: Mapping[str, Any], log: Log) -> dict[str, Any]:
    """The form of the act that a delegation chose, with what was typed and refused."""
    typed = context["typed"] or Typed(request.GET.get("act", ""))
    found = next((e for g in context["groups"] for e in g.entries if e.slug == typed.slug), None)
    html = ""
    if found is not None and found.fields:
        html = act_html(found, context["carried"], context["action"], typed, lang=language())
    return {"form_html": html, "action_back": _address("floor-delegate", log.key, request)}


def _carried(request: HttpRequest, kind: str) -> Markup:
    """The hidden fields of every form of a page."""
    pairs = {
        "screen": kind, "key": secrets.token_urlsafe(12), "as": _seat_in(request),
        "csrfmiddlewaretoken": "" if kind == "hall" else get_token(request),
    }  # fmt: skip
    hidden = Markup('<input type="hidden" name="{}" value="{}">')
    return Markup("").join(hidden.format(name, value) for name, value in pairs.items() if value)


def _seat_in(request: HttpRequest) -> str:
    """The seat of an exercise that the address names."""
    return request.GET.get("as") or request.POST.get("as") or ""


def _address(route: str, log: str, request: HttpRequest, **more: str) -> str:
    address = reverse(f"conferences:{route}", kwargs={"key": log, **more})
    seat = _seat_in(request)
    return f"{address}?{urlencode({'as': seat})}" if seat else address


def _around(
    request: HttpRequest, screen: Screen, log: Log, names: Names, seat: Seat, meeting: int
) -> dict[str, Any]:
    """What stands around the regions: the stream, the roll to choose from, keys, other pages."""
    lang, kind = language(), screen.kind
    served = kind in ("chair", "desk")
    index_ = "" if kind == "hall" else _address("floor", log.key, request)
    return {
        "screen_title": _title(kind), "index": index_, "session_title": names.session,
        "party": names.party(seat.delegation, lang) if kind == "delegate" else "",
        "parties": _parties(names, lang) if served else (),
        "shortcuts": keys_of(lang) if served else (), "links": _links(request, log, kind, meeting),
        "columns": COLUMNS[kind], "now": int(clock.now().timestamp() * 1000),
        "stream": _stream(ticket(kind, log.key, lang, seat.viewer if seat.role else "")),
    }  # fmt: skip


def _parties(names: Names, lang: str) -> list[tuple[str, str]]:
    """Every party by its name, with its code and its names in the other languages."""
    found = []
    for key in names.sorted(names.parties, lang):
        own = names.party(key, lang)
        others = [text for _, text in names.parties[key] if text and text != own]
        found.append((own, " · ".join([*dict.fromkeys(others), key.upper()])))
    return found


def _stream(asked: str) -> dict[str, str]:
    """The addresses of the hub: see `live.api`."""
    query = urlencode({"ticket": asked})
    return {
        "stream": f"/live/stream?{query}", "frame": f"/live/frame?{query}", "tap": "/live/tap",
        "ticket": asked,
    }  # fmt: skip


def _links(request: HttpRequest, log: Log, kind: str, meeting: int) -> list[tuple[str, str]]:
    """Other pages of the floor for those who serve it, as far as they are there."""
    if kind not in ("chair", "desk"):
        return []
    found = [
        (_address("hall", log.key, request, door=log.door), _("Hall")),
        (_address("floor-interpreters", log.key, request), _("Interpreters")),
    ]
    if log.exercise and has_url("conferences:exercise", key=log.key):
        found.append((_address("exercise", log.key, request), _("Seats of the exercise")))
    record = {"key": log.session.key, "log": log.key, "meeting": meeting}
    wanted: list[tuple[str, dict[str, Any], str]] = [
        ("conferences:replay", {"log": log.key}, _("Replay"))
    ]
    by = reader(request)
    if by is not None and power_to_serve(by):
        wanted.append(("conference:records-record", record, _("Record")))
    return found + [
        (reverse(route, kwargs=kwargs), label) for route, kwargs, label in wanted
        if has_url(route, **kwargs)
    ]  # fmt: skip


urlpatterns: list[URLPattern] = [
    path("floor/<str:key>/", index, name="floor"),
    path("floor/<str:key>/chair/", _page("chair"), name="floor-chair"),
    path("floor/<str:key>/desk/", _page("desk"), name="floor-desk"),
    path("floor/<str:key>/delegate/", _page("delegate"), name="floor-delegate"),
    path("floor/<str:key>/interpreters/", _page("interpreter"), name="floor-interpreters"),
    path("floor/<str:key>/hall/<str:door>/", hall, name="hall"),
    path("floor/<str:key>/say/", speak, name="floor-say"),
]
