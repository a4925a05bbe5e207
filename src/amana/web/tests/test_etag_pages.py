"""Pages drawn lately are kept by their tag, up to a size, and never grow old."""

from django.contrib import messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, override_settings

from amana.web.etag import MOST, Pages, PublicPages


def test_a_page_is_kept_by_its_tag() -> None:
    pages = Pages(1000)
    pages.keep("a", HttpResponse("page", headers={"X-Kept": "1"}))
    found = pages.get("a")
    assert found is not None
    assert (found.content, found["X-Kept"]) == (b"page", "1")
    assert pages.get("b") is None


def test_the_page_asked_for_least_lately_falls_out() -> None:
    pages = Pages(800)
    for tag in "abcdefgh":
        pages.keep(tag, HttpResponse("x" * 100))
    assert pages.get("a") is not None
    pages.keep("i", HttpResponse("x" * 100))
    assert pages.get("b") is None
    assert pages.get("a") is not None


def test_a_page_too_large_is_not_kept() -> None:
    pages = Pages(800)
    pages.keep("a", HttpResponse("x" * 200))
    assert pages.get("a") is None


def test_pages_of_almost_no_bytes_do_not_fill_the_memory() -> None:
    pages = Pages(16 * 1024 * 1024)
    for number in range(MOST + 1):
        pages.keep(str(number), HttpResponse("{}"))
    assert pages.get("0") is None
    assert pages.get(str(MOST)) is not None


def test_the_message_of_one_reader_is_never_kept_for_others() -> None:
    served = Served()
    assert "saved" in served.get(cookies={CookieStorage.cookie_name: "saved"})
    assert "saved" not in served.get()


def test_a_page_that_announces_something_is_not_kept() -> None:
    served = Served(announces=True)
    served.get()
    served.get()
    assert served.drawn == 2


def test_a_page_drawn_under_another_host_is_not_served() -> None:
    served = Served()
    assert "localhost:6666" in served.get(HTTP_HOST="localhost:6666")
    assert "6666" not in served.get(HTTP_HOST="testserver")


class Served:
    """A page that shows its host and what waits for the reader, behind the middleware."""

    def __init__(self, announces: bool = False) -> None:
        self.drawn, self.announces = 0, announces
        with override_settings(PAGE_CACHE_BYTES=1_000_000):
            self.middleware = PublicPages(self._page)

    def _page(self, request: HttpRequest) -> HttpResponse:
        self.drawn += 1
        if self.announces:
            messages.add_message(request, messages.INFO, "announced")
        waiting = request.COOKIES.get(CookieStorage.cookie_name, "")
        return HttpResponse(f"{request.build_absolute_uri()} {waiting}")

    def get(self, cookies: dict[str, str] | None = None, **environ: str) -> str:
        """The text of the page as this reader gets it."""
        request = RequestFactory().get("/", **environ)
        request.COOKIES = cookies or {}
        request._messages = CookieStorage(request)  # type: ignore[attr-defined]
        with override_settings(DATA_VERSION=f"{__name__}.version", ALLOWED_HOSTS=["*"]):
            response = self.middleware(request)
        assert isinstance(response, HttpResponse)
        return response.content.decode()


def version() -> str:
    """The data never change here."""
    return "one"
