"""The check-in page of a session: badges are read and people found by name, in and out.

Without scripts it is a form. With them (`checkin.js`) scans are kept on the device under their own
keys until the product has them, so that a cut of the network loses nobody and counts nobody twice.
"""

import json
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils import timezone
from django.utils.translation import gettext_lazy

from amana.conferences.acts.passing import Scan, Told, pass_desk
from amana.conferences.badging.presence import hall_of
from amana.conferences.delegations.columns import plain
from amana.conferences.delegations.values import RANKS
from amana.conferences.hall import names_of_parties
from amana.conferences.lookups import session
from amana.conferences.models import Badge, Passage
from amana.conferences.pages.access import language, serving
from amana.conferences.pages.checkin_words import RESULTS, answer_of, clock_of, hall_said
from amana.conferences.pages.workplace import Offer
from amana.conferences.participants import DelegateRow, delegates_of
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words

__all__ = ["OFFER", "urlpatterns"]

# This page alone may ask for the camera, to read badges.
_CAMERA = "camera=(self), geolocation=(), microphone=(), payment=(), usb=()"
_FOUND, _LAST = 12, 10
_LARGEST = 100_000  # bytes of one sending


OFFER = Offer(
    gettext_lazy("Check-in"), "conference:checkin", 55,
    gettext_lazy("Read badges at the door, with or without a network."),
)  # fmt: skip


@serving
def checkin(request: HttpRequest, by: Authority, key: str) -> HttpResponseBase:
    """The desk: a badge or a name, in or out; what came of it; who passed last."""
    this = session(key, on=by.on, planned=True).this
    parties = _parties(key, by)
    told = _by_form(request, by, key) if request.method == "POST" else None
    asked = request.GET.get("q", "").strip()
    context: dict[str, Any] = {
        "this": this, "hall": hall_said(hall_of(key)), "code": request.GET.get("code", "")[:300],
        "way": request.POST.get("way", "in"), "desk": request.POST.get("desk", "")[:60],
        "told": answer_of(told, parties, language()) if told else None, "asked": asked,
        "found": _found(key, asked, parties) if asked else (),
        "last": () if asked else _last(key, parties),
        "new_key": secrets.token_urlsafe(18), "RESULTS": RESULTS,
        "zone": timezone.get_current_timezone_name(),
    }  # fmt: skip
    answer = render(request, "conferences/checkin.html", context)
    answer.headers["Permissions-Policy"] = _CAMERA
    return answer


def _parties(key: str, by: Authority) -> dict[str, Words]:
    return {party: names for party, (names, _) in names_of_parties(key, by.on).items()}


def _by_form(request: HttpRequest, by: Authority, key: str) -> Told:
    """A scan from a page without scripts: the account is the device, the form has the key."""
    said = request.POST
    scan = Scan(
        said.get("key", ""), code=said.get("code", "").strip(), number=_number(said.get("number")),
        way=said.get("way", "in"),
    )  # fmt: skip
    if not scan.code and not scan.number:
        return Told(scan.key, "badge.not-a-code")
    return pass_desk(key, [scan], device=by.actor, desk=said.get("desk", ""), by=by)[0]


def _number(said: Any) -> int:
    """A number of a delegate as it was sent; 0 for anything else."""
    text = str(said or "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def _found(key: str, asked: str, parties: dict[str, Words]) -> list[tuple[DelegateRow, Words]]:
    """People whose name, or the name of whose delegation, holds all the words asked for."""
    wanted = plain(asked).split()
    found = []
    for person in delegates_of(key):
        of = parties.get(person.party, Words(en=person.party))
        told = plain(" ".join([person.party, *(text for _, text in (*person.names, *of))]))
        if all(word in told for word in wanted):
            found.append((person, of))
    return found[:_FOUND]


def _last(key: str, parties: dict[str, Words]) -> list[dict[str, Any]]:
    rows = Passage.objects.filter(session__key=key).select_related("delegate__delegation")
    return [
        {"row": row, "party": parties.get(row.delegate.delegation.party, Words()),
         "at": clock_of(row.at, language()), "result": RESULTS[Passage.Result(row.result)],
         "scanned": clock_of(row.scanned, language()) if row.scanned else ""}
        for row in rows.order_by("-pk")[:_LAST]
    ]  # fmt: skip


# --- What the script of the page asks


@serving
def scan(request: HttpRequest, by: Authority, key: str) -> HttpResponseBase:
    """Scans as JSON, `{"device", "desk", "scans": [{"key", "code" | "number", "way", "scanned"}]}`.

    Each is answered under its key; sent again, it has the same answer.
    """
    device, desk, scans = _sent(request)
    told = pass_desk(key, scans, device=device, desk=desk, by=by)
    parties, lang = _parties(key, by), language()
    answers = [answer_of(each, parties, lang) for each in told]
    return JsonResponse({"answers": answers, "hall": hall_said(hall_of(key))})


def _sent(request: HttpRequest) -> tuple[str, str, Sequence[Scan]]:
    """What a device sent. Refused: `passage.unreadable`."""
    try:
        if len(request.body) > _LARGEST:
            raise ValueError
        said = json.loads(request.body)
        json.dumps(said, ensure_ascii=False).encode()  # whole letters, as PostgreSQL keeps them
        if b"\\u0000" in request.body:
            raise ValueError
        scans = [
            Scan(
                str(each["key"]), str(each.get("code") or "")[:300], _number(each.get("number")),
                str(each.get("way", "in")), _time(each.get("scanned")),
            )
            for each in said["scans"]
        ]  # fmt: skip
        return str(said["device"]), str(said.get("desk", "")), scans
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise Refusal("passage.unreadable") from fault


def _time(said: object) -> datetime | None:
    """An instant as a device writes it: 2026-11-24T09:30:00.000Z."""
    if not isinstance(said, str):
        return None
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


@serving
def hall(request: HttpRequest, by: Authority, key: str) -> HttpResponseBase:
    """How full the hall is: asked every few seconds, so that a desk knows whether it is cut off.

    With the token to send with: another one once somebody signed in again.
    """
    return JsonResponse({"hall": hall_said(hall_of(key)), "token": get_token(request)})


@serving
def people(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """Everybody on record, with the serial of the badge that holds and of those revoked.

    A desk that is cut off finds people by it and knows a revoked badge; a serial without its seal
    makes no badge.
    """
    lang, parties = language(), _parties(key, by)
    serials: dict[int, str] = {}
    revoked: list[str] = []
    badges = Badge.objects.filter(delegate__delegation__session__key=key)
    for number, serial, ended in badges.values_list("delegate", "serial", "revoked"):
        if ended:
            revoked.append(serial)
        else:
            serials[number] = serial
    told = [
        {"number": each.pk, "serial": serials.get(each.pk, ""), "name": each.names.text(lang),
         "party": parties.get(each.party, Words(en=each.party)).text(lang),
         "rank": RANKS[each.rank].text(lang),
         "words": plain(" ".join([each.party, *(text for _, text in each.names),
                                  *(text for _, text in parties.get(each.party, Words()))]))}
        for each in delegates_of(key)
    ]  # fmt: skip
    return JsonResponse({"people": told, "revoked": revoked})


urlpatterns: list[URLPattern] = [
    path("<str:key>/checkin/", checkin, name="checkin"),
    path("<str:key>/checkin/scan/", scan, name="checkin-scan"),
    path("<str:key>/checkin/hall/", hall, name="checkin-hall"),
    path("<str:key>/checkin/people/", people, name="checkin-people"),
]
