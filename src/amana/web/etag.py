"""Public pages that did not change are not drawn again.

The tag is a hash of what the page depends on: its address with the host (a page may write it out
in full), the language, the asked day, the version of the data (the head of the register) and the
version of the code. It is computed before rendering, with one query, so that an unchanged page
costs no more than that; pages drawn lately are kept by their tag.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.module_loading import import_string

__all__ = ["PublicPages", "code_version", "tag_of", "version_of"]

VARY = ("Accept", "Accept-Language", "Cookie", "HX-Request")
MOST = 4096  # pages kept: even an empty one takes its headers
CODE = {".py", ".html", ".mo", ".toml", ".json", ".css", ".js", ".svg"}


@cache
def code_version() -> str:
    """A hash of the sizes and times of the product's files: another after every upgrade."""
    root = Path(__file__).resolve().parents[1]
    found = hashlib.sha256()
    for path in sorted(each for each in root.rglob("*") if each.suffix in CODE):
        known = path.stat()
        found.update(f"{path.relative_to(root)}:{known.st_size}:{known.st_mtime_ns}\n".encode())
    return found.hexdigest()[:16]


def data_version() -> str:
    """What the setting DATA_VERSION, the dotted path of a function, says of the data."""
    return str(import_string(settings.DATA_VERSION)())


def version_of(request: HttpRequest) -> str:
    """The version of the data that this answer is drawn from: that of its tag where it has one."""
    return getattr(request, "data_version", "") or data_version()


def tag_of(request: HttpRequest) -> str:
    """The entity tag of a public page; weak, since compression may change its bytes."""
    version = data_version()
    request.data_version = version  # type: ignore[attr-defined]
    parts = (
        f"{request.scheme}://{request.get_host()}",
        request.get_full_path(),
        translation.get_language() or "",
        str(getattr(request, "on", "")),
        request.headers.get("Accept", ""),
        request.headers.get("HX-Request", ""),
        version,
        code_version(),
    )
    return f'W/"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"'


class PublicPages:
    """Middleware, the innermost: ETag, 304 and Vary for readers who are not signed in.

    A reader with a session, a form's token or a waiting message is served afresh, always. A
    page keeps its tag only if it was found (200), set no cookie, announced nothing and named no
    caching of its own.
    """

    sync_capable, async_capable = True, False

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.pages = Pages(settings.PAGE_CACHE_BYTES)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer 304 where the reader has the page, and else the page with its tag."""
        if not _is_public(request):
            own = self.get_response(request)
            own.headers.setdefault("Cache-Control", "private, no-cache")
            return own
        tag = tag_of(request)
        unchanged = get_conditional_response(request, tag) if _has_tag(request) else None
        response = unchanged or self.pages.get(tag) or self.get_response(request)
        if response.status_code == 304 or _keeps(request, response):
            response.headers["ETag"] = tag
            response.headers["Cache-Control"] = "public, no-cache"
            patch_vary_headers(response, VARY)
            if response.status_code == 200 and request.method == "GET":
                self.pages.keep(tag, response)
        return response


class Pages:
    """Pages already drawn, by their tag, the latest asked kept, up to so many bytes and pages.

    A tag names the data and the code it was drawn from, so nothing here grows old; what is no
    longer asked for falls out.
    """

    def __init__(self, limit: int) -> None:
        self._limit, self._size, self._lock = limit, 0, Lock()
        self._kept: OrderedDict[str, tuple[bytes, dict[str, str]]] = OrderedDict()

    def get(self, tag: str) -> HttpResponse | None:
        """The page of this tag, as a new response."""
        with self._lock:
            found = self._kept.get(tag)
            if found is None:
                return None
            self._kept.move_to_end(tag)
        return HttpResponse(found[0], headers=found[1])

    def keep(self, tag: str, response: HttpResponseBase) -> None:
        """Keep a page, letting go of those asked for least lately."""
        body = response.content if isinstance(response, HttpResponse) else b""
        if not body or len(body) > self._limit // 8:
            return
        with self._lock:
            if tag not in self._kept:
                self._size += len(body)
            self._kept[tag] = (body, dict(response.headers))
            while self._size > self._limit or len(self._kept) > MOST:
                _tag, (gone, _headers) = self._kept.popitem(last=False)
                self._size -= len(gone)


def _is_public(request: HttpRequest) -> bool:
    cookies = {
        settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, CookieStorage.cookie_name,
    }  # fmt: skip
    return (
        not settings.DEBUG
        and request.method in {"GET", "HEAD"}
        and "Authorization" not in request.headers
        and not cookies & request.COOKIES.keys()
    )


def _has_tag(request: HttpRequest) -> bool:
    """Whether the reader names the page he has; `*` would match pages that do not exist."""
    return request.headers.get("If-None-Match", "*").strip() != "*"


def _keeps(request: HttpRequest, response: HttpResponseBase) -> bool:
    session = getattr(request, "session", None)
    return (
        isinstance(response, HttpResponse)
        and response.status_code == 200
        and not response.cookies
        and "Cache-Control" not in response.headers
        and "CSRF_COOKIE_NEEDS_UPDATE" not in request.META
        and not getattr(session, "modified", False)
        and not getattr(getattr(request, "_messages", None), "added_new", False)
    )
