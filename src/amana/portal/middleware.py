"""The day a request asks for, addresses that name nothing, what is sent, refusals as pages."""

from collections.abc import Callable
from datetime import date
from http import HTTPStatus
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language

from amana.ground import clock
from amana.kernel.dual_dates import parse
from amana.kernel.refusals import Refusal
from amana.texts.api import citations
from amana.web.export import LICENCE_LINK, named

__all__ = ["Addresses", "Bodies", "Refusals", "TheDay", "refused"]

Handler = Callable[[HttpRequest], HttpResponse]
MEGABYTE = 1 << 20
LARGEST = 21 * MEGABYTE  # bytes of a form: one file of 20 MB, as anybody may bring to be proved
LARGEST_OF_ALL = 64 * MEGABYTE  # three files of a new draft, of who signed in
FIRST, LAST = date(1924, 8, 1), date(2077, 11, 16)  # the days of the Umm al-Qura tables


class TheDay:
    """`?on=1982-06-01`, or a Hijri day, becomes `request.on`; today when nothing is asked."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Give the request its day, or answer with why it is none."""
        request.on = clock.today()  # type: ignore[attr-defined]
        asked = request.GET.get("on", "").strip()
        if asked and not request.path.startswith("/api/"):  # the API reads its own parameters
            try:
                request.on = asked_day(asked)  # type: ignore[attr-defined]
            except Refusal as refusal:
                request.day_error = refusal.sentence(language())  # type: ignore[attr-defined]
                return refused(request, refusal, status=400)
        return taken(request, self.get_response(request))


def taken(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A table that the interface for programs gives as a file says its licence and its day."""
    ending = request.GET.get("format", "")
    is_file = request.path.startswith("/api/") and ending in {"csv", "json"}
    if is_file and response.status_code == HTTPStatus.OK:
        asked = request.GET.get("on", "").strip()
        try:
            day = asked_day(asked) if asked else clock.today()
        except Refusal:  # a route that has no day passes over it
            day = clock.today()
        table = request.path.rstrip("/").rpartition("/")[2]
        named(response, f"{table} {day.isoformat()}", ending)
        response.headers["Link"] = LICENCE_LINK
    return response


def asked_day(text: str) -> date:
    """The first day of what was typed, in either calendar; refused when it is no day."""
    day = parse(text).start
    if not FIRST <= day <= LAST:
        raise Refusal("date.out-of-range", text=text[:40])
    return day


class Addresses:
    """An address with a NUL names nothing: PostgreSQL holds none, and cannot be asked for one."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass, or answer that nothing is there."""
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise Http404
        return self.get_response(request)


class Bodies:
    """What is sent in a form: not larger than the largest form, and no NUL in any field.

    PostgreSQL holds no NUL. A body is refused by the length it claims, before it is read.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass, or answer with why it may not."""
        if request.method == "POST":
            length = request.META.get("CONTENT_LENGTH") or ""
            size = int(length) if length.isdecimal() else 0
            if size > LARGEST and (size > LARGEST_OF_ALL or not request.user.is_authenticated):
                limit = LARGEST_OF_ALL if request.user.is_authenticated else LARGEST
                refusal = Refusal("request.too-large", megabytes=limit // MEGABYTE)
                return _answered(request, refusal, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            if _holds_nul(request):
                return _answered(request, Refusal("request.nul"), HTTPStatus.BAD_REQUEST)
        return self.get_response(request)


def _holds_nul(request: HttpRequest) -> bool:
    return any("\0" in text for name, values in request.POST.lists() for text in (name, *values))


def _answered(request: HttpRequest, refusal: Refusal, status: int) -> HttpResponse:
    """A page, or JSON where a page's own script asks."""
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse({"fault": refusal.sentence(language())}, status=status)
    return refused(request, refusal, status=status)


class Refusals:
    """A refusal that reaches the top is a page, in the reader's language, with its rule."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass; what it raises comes to `process_exception`."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """Turn the one domain error into its page; leave every other error alone."""
        if not isinstance(fault, Refusal):
            return None
        return refused(request, fault, status=404 if fault.code.endswith(".unknown") else 422)


def refused(request: HttpRequest, refusal: Refusal, *, status: int) -> HttpResponse:
    """What is refused, why, what to do, and the provision it rests on."""
    lang = language()
    cited = citations(refusal.basis)
    context = {
        "what": refusal.what(lang),
        "why": "",
        "do": refusal.remedy(lang),
        "basis": [(cite.label.text(lang), cite.url()) for cite in cited.values()],
        "status": status,
        "back": _came_from(request),
    }
    return render(request, "web/error.html", context, status=status)


def _came_from(request: HttpRequest) -> str:
    """The page of this site that a form was sent from; empty where none was sent."""
    came = urlsplit(request.headers.get("Referer", ""))
    here = came.netloc == request.get_host() and came.path[:1] == "/" != came.path[1:2]
    query = f"?{came.query}" if came.query else ""
    return f"{came.path}{query}" if request.method == "POST" and here else ""


def language() -> str:
    """The language of the reader."""
    return (get_language() or "en").partition("-")[0]
