"""Secret ballots on screen: the delegate's booth, the tellers' table, the published result.

What is sent to the box comes without a session, a cookie or a name (`put`); the page of the booth
asks its browser to send it so.
"""

import json
import secrets
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, ensure_csrf_cookie
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from amana.conferences import verifier
from amana.conferences.acts import balloting, contests
from amana.conferences.booth.reading import (
    Standing,
    current,
    elections,
    held,
    published_of,
    standing,
    title_of,
)
from amana.conferences.floor.folding import folded, log_of
from amana.conferences.floor.seats import DELEGATE, SERVED, Seat, seat_of
from amana.conferences.models import Booth, Duty, Log
from amana.conferences.pages.access import language
from amana.conferences.rules.elections.count import Figures
from amana.conferences.screens.labels import label
from amana.conferences.screens.naming import Names, names_for
from amana.conferences.verifier import unpacked
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.web.export import named

__all__ = ["urlpatterns"]

P = ParamSpec("P")
Json = Callable[Concatenate[HttpRequest, P], HttpResponse]
_TELLERS = (*SERVED, Duty.Role.TELLER)


def _as_json(page: Json[P]) -> Json[P]:
    """A refusal is a sentence in JSON: the page's own script asks."""

    @wraps(page)
    def within(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return page(request, *args, **kwargs)
        except Refusal as refusal:
            return JsonResponse({"fault": refusal.sentence(language())}, status=422)

    return never_cache(require_POST(within))


def _said(request: HttpRequest) -> dict[str, Any]:
    try:
        found = json.loads(request.body)
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {}


def _named(names: Names, key: str) -> str:
    """What a name on a paper is called: a delegation, a person, or yes and no of one alone."""
    known = {"yes": _("Yes"), "no": _("No")}
    return known.get(key) or names.party(key, language())


def _title(told: dict[str, str]) -> str:
    return Words.of(told).text(language()) if told else ""


def _stands(status: str) -> str:
    """How a contest stands, or of which kind a ballot is."""
    return _("no ballot is open") if status == "open" else label("status", status, language())


def _asked_as(request: HttpRequest) -> str:
    """The seat of an exercise that the address names, to be kept in the addresses of the page."""
    asked = request.GET.get("as", "")
    return f"?as={asked}" if asked else ""


def _context(request: HttpRequest, log: Log, contest: str) -> dict[str, Any]:
    names = names_for(log)
    return {
        "log": log, "contest": contest, "title": _title(title_of(log, contest)) or contest,
        "part": contest.partition("/")[2], "floor_title": names.floor_title,
        "named": lambda key: _named(names, key), "seat": _asked_as(request),
        "kind_of": _stands, "held": held(log, contest),
    }  # fmt: skip


@never_cache
@ensure_csrf_cookie
@require_GET
def booth(request: HttpRequest, log: str, contest: str) -> HttpResponse:
    """Where a delegate takes the paper of the delegation, fills it and puts it into the box."""
    row = log_of(log)
    seat = seat_of(request, row, DELEGATE)
    found = current(row, contest)
    context = _context(request, row, contest) | {"booth": found, "party": seat.delegation}
    if found is not None:
        context["fields"] = _fields(found.field, standing(row, contest))
    return render(request, "conferences/booth.html", context)


def _fields(field: Sequence[str], here: Standing) -> list[tuple[str, list[str]]]:
    """The names of a paper: all together, or those who stand and then whoever else may be named."""
    first = [name for name in field if name in here.contest["candidates"]]
    if not first or len(first) == len(field):
        return [("", list(field))]
    others = [name for name in field if name not in first]
    return [("", first), (_("Others who may be voted for"), others)]


@_as_json
def take(request: HttpRequest, log: str, contest: str) -> HttpResponse:
    """Sign the blinded token of the delegation, once."""
    seat = seat_of(request, log_of(log), DELEGATE)
    try:
        blinded = unpacked(str(_said(request).get("blinded", "")))
    except ValueError:
        raise Refusal("ballot.blinded-unreadable") from None
    return JsonResponse({"signature": balloting.take_paper(log, contest, seat, blinded).hex()})


@csrf_exempt
@_as_json
def put(request: HttpRequest, booth: int) -> HttpResponse:
    """Take a paper from whoever holds a token of this ballot. Nobody is asked who that is."""
    said = _said(request)
    names = said.get("names", [])
    if not isinstance(names, list):
        raise Refusal("ballot.token-forged")
    token, signature = str(said.get("token", "")), str(said.get("signature", ""))
    code = balloting.put_paper(booth, token, signature, [str(name) for name in names])
    return JsonResponse({"code": code})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def announced(request: HttpRequest, log: str) -> HttpResponse:
    """The elections of a floor, and the form that announces one, for the chair and the desk."""
    row = log_of(log)
    seat = seat_of(request, row, *_TELLERS)
    if request.method == "POST":
        _announce(request, row, seat)
        return HttpResponseRedirect(request.get_full_path())
    names = names_for(row)
    parties = [
        (key, names.party(key, language())) for key in names.sorted(_members(row), language())
    ]
    context = {
        "log": row, "floor_title": names.floor_title, "seat": _asked_as(request),
        "rows": [(key, part, _title(told) or key, one) for key, part, told, one in elections(row)],
        "named": lambda key: _named(names, key), "serves": seat.role in SERVED,
        "kind_of": _stands, "parties": parties,
        "MAJORITIES": _majorities(),
    }  # fmt: skip
    return render(request, "conferences/elections.html", context)


def _members(log: Log) -> list[str]:
    with folded(log) as floor:
        return list(floor.roll.members)


def _majorities() -> list[tuple[str, str]]:
    said = (
        _("as the rulebook says"), _("a simple majority"), _("two thirds"),
        _("a majority of the members"), _("two thirds of the members"),
    )  # fmt: skip
    return list(zip(contests.MAJORITIES, said, strict=True))


def _announce(request: HttpRequest, log: Log, seat: Seat) -> None:
    said = request.POST
    title = Words.of({lang: said.get(f"title-{lang}", "").strip()[:200] for lang in LANGS})
    people = [line.strip() for line in said.get("people", "").splitlines() if line.strip()]
    contests.announce(
        log.key, seat, title, places=_number(said.get("places", "1")),
        majority=said.get("majority", ""), candidates=[*said.getlist("states"), *people],
    )  # fmt: skip


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tellers(request: HttpRequest, log: str, contest: str) -> HttpResponse:
    """Where a ballot is opened, papers are handed out, the ballot is closed and counted."""
    row = log_of(log)
    seat = seat_of(request, row, *_TELLERS)
    if request.method == "POST":
        _done(request, row, contest, seat)
        return HttpResponseRedirect(request.get_full_path())
    found, here = current(row, contest), standing(row, contest)
    context = _context(request, row, contest) | {
        "booth": found, "here": here, "serves": seat.role in SERVED,
        "handed": found.handed if found else None,
        "in_box": len(found.box.papers) if found else 0, "free": _free(found, here),
        "fields": _fields(found.field if found else here.field, here),
    }  # fmt: skip
    return render(request, "conferences/tellers.html", context)


def _free(found: Booth | None, here: Standing) -> list[str]:
    """The delegations present that took no paper yet."""
    if found is None:
        return []
    return [key for key in here.here if key not in {*found.handed.taken, *found.handed.by_hand}]


def _done(request: HttpRequest, log: Log, contest: str, seat: Seat) -> None:
    asked = request.POST.get("act", "")
    if asked in ("open", "open-on-paper"):
        balloting.open_booth(log.key, contest, seat, electronic=asked == "open")
    elif asked == "give":
        balloting.give_by_hand(log.key, contest, seat, request.POST.get("delegation", ""))
    elif asked == "close":
        balloting.close_booth(log.key, contest, seat)
    elif asked == "count":
        balloting.count_booth(log.key, contest, seat, _figures(request))
    elif asked == "draw":
        seed = request.POST.get("seed", "").strip()[:200] or secrets.token_hex(16)
        balloting.draw_lots(log.key, contest, seat, seed)


def _figures(request: HttpRequest) -> Figures | None:
    """The tellers' figures as typed; None where none were asked for."""
    said = request.POST
    if "papers" not in said:
        return None
    votes = {name.removeprefix("votes-"): _number(said[name]) for name in said
             if name.startswith("votes-")}  # fmt: skip
    return Figures(
        _number(said["papers"]), _number(said.get("invalid", "")), _number(said.get("blank", "")),
        {name: number for name, number in votes.items() if number},
    )  # fmt: skip


def _number(text: str) -> int:
    """A whole number as typed, in whatever digits; nothing is zero. Refused:
    `ballot.figures-unreadable`."""
    plain = text.strip()
    if plain and not (plain.isdecimal() and len(plain) < 6):
        raise Refusal("ballot.figures-unreadable", text=plain[:20])
    return int(plain or 0)


@never_cache
@require_GET
def result(request: HttpRequest, log: str, contest: str, number: int) -> HttpResponse:
    """A counted ballot, for everybody: its figures, its list, and how to prove them."""
    row = log_of(log)
    found = published_of(row, contest, number)
    ballot = json.loads(found.text)
    figures = ballot["figures"]
    votes = sorted(figures["votes"].items(), key=lambda each: (-each[1], each[0]))
    context = _context(request, row, contest) | {
        "this": found, "ballot": ballot, "figures": figures, "votes": votes,
        "outcome": found.outcome, "papers": _rows(ballot, names_for(row)),
    }  # fmt: skip
    return render(request, "conferences/ballot.html", context)


def _rows(ballot: dict[str, Any], names: Names) -> list[dict[str, Any]]:
    """The published list for a table: each code, and what stands on its paper."""
    between = "، " if language() == "ar" else ", "
    return [
        {"code": paper["code"],
         "names": between.join(_named(names, key) for key in paper["names"])}
        for paper in ballot["papers"]
    ]  # fmt: skip


@never_cache
@require_GET
def list_file(request: HttpRequest, log: str, contest: str, number: int) -> HttpResponse:
    """The published list: the very bytes whose hash stands in the log of the meeting."""
    found = published_of(log_of(log), contest, number)
    response = HttpResponse(found.text, content_type="application/json; charset=utf-8")
    return named(response, f"{log} {contest} {number}".replace("/", " "), "json")


@require_GET
def verifier_file(request: HttpRequest) -> HttpResponse:
    """The verifier: one file that needs nothing but Python."""
    from pathlib import Path

    text = Path(verifier.__file__).read_text(encoding="utf-8")
    response = HttpResponse(text, content_type="text/x-python; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="verifier.py"'
    return response


urlpatterns: list[URLPattern] = [
    path("floor/verifier.py", verifier_file, name="ballot-verifier"),
    path("floor/box/<int:booth>/", put, name="ballot-box"),
    path("floor/<str:log>/elections/", announced, name="elections"),
    path("floor/<str:log>/booth/<path:contest>/", booth, name="booth"),
    path("floor/<str:log>/paper/<path:contest>/", take, name="ballot-paper"),
    path("floor/<str:log>/tellers/<path:contest>/", tellers, name="tellers"),
    path(
        "floor/<str:log>/ballots/<path:contest>/<int:number>/list.json", list_file,
        name="ballot-list",
    ),
    path("floor/<str:log>/ballots/<path:contest>/<int:number>/", result, name="ballot"),
]  # fmt: skip
