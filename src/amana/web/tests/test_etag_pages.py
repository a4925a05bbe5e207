"""Pages drawn lately are kept by their tag, up to a size, and never grow old."""

from django.http import HttpResponse

from amana.web.etag import Pages


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
