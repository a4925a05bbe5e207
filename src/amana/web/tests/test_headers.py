"""What every answer says to the browser: policy of content, caches, languages."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory, override_settings
from django.utils import translation

from amana.web import etag
from amana.web.headers import PICTURE_POLICY, SecurityHeaders

VERSIONS = {"data": "one"}


def version():
    return VERSIONS["data"]


@pytest.fixture(autouse=True)
def _data_version():
    VERSIONS["data"] = "one"
    with override_settings(DATA_VERSION=f"{__name__}.version", DEBUG=False):
        yield


class Site:
    """A site of one page that counts how often it was drawn."""

    def __init__(self, **headers):
        self.drawn, self.headers = 0, headers
        self.middleware = etag.PublicPages(self._page)

    def _page(self, request):
        self.drawn += 1
        return HttpResponse("text", headers=self.headers)

    def get(self, path="/", method="get", **more):
        request = getattr(RequestFactory(), method)(path, **more)
        return self.middleware(request)


def test_every_answer_forbids_scripts_from_elsewhere():
    response = SecurityHeaders(lambda request: HttpResponse(""))(RequestFactory().get("/"))
    policy = response.headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_a_picture_keeps_the_policy_that_it_brought():
    def picture(request):
        return HttpResponse("", headers={"Content-Security-Policy": PICTURE_POLICY})

    response = SecurityHeaders(picture)(RequestFactory().get("/map.svg"))
    assert response.headers["Content-Security-Policy"] == PICTURE_POLICY


def test_an_unchanged_page_is_not_drawn_again():
    site = Site()
    tag = site.get().headers["ETag"]
    again = site.get(headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert again.headers["ETag"] == tag
    assert again.content == b""
    assert site.drawn == 1


def test_a_head_request_is_answered_by_the_same_tag():
    site = Site()
    assert site.get(method="head").headers["ETag"] == site.get().headers["ETag"]


def test_a_page_is_drawn_again_after_a_write():
    site = Site()
    tag = site.get().headers["ETag"]
    VERSIONS["data"] = "two"
    again = site.get(headers={"If-None-Match": tag})
    assert again.status_code == 200
    assert again.headers["ETag"] != tag
    assert site.drawn == 2


def test_each_query_and_each_language_has_its_own_tag():
    site = Site()
    with translation.override("en"):
        tags = {site.get("/?on=1982").headers["ETag"], site.get("/?on=1983").headers["ETag"]}
    with translation.override("ar"):
        tags.add(site.get("/?on=1982").headers["ETag"])
    assert len(tags) == 3


def test_the_same_address_asks_afresh_on_the_next_day():
    site = Site()

    def on(day):
        request = RequestFactory().get("/")
        request.on = day
        return site.middleware(request).headers["ETag"]

    assert on("2026-11-24") != on("2026-11-25")


def test_a_reader_with_a_session_is_never_told_to_keep_a_page(settings):
    site = Site()
    request = RequestFactory().get("/")
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "x"
    assert "ETag" not in site.middleware(request).headers


def test_a_page_with_its_own_rule_of_caching_keeps_it():
    response = Site(**{"Cache-Control": "no-store"}).get()
    assert "ETag" not in response.headers
    assert response.headers["Cache-Control"] == "no-store"


def test_a_page_that_sets_a_cookie_has_no_tag():
    def page(request):
        response = HttpResponse("")
        response.set_cookie("language", "ar")
        return response

    assert "ETag" not in etag.PublicPages(page)(RequestFactory().get("/")).headers


def test_a_page_that_was_not_found_has_no_tag():
    middleware = etag.PublicPages(lambda request: HttpResponse("", status=404))
    assert "ETag" not in middleware(RequestFactory().get("/")).headers


def test_a_star_asks_for_the_page_itself():
    site = Site()
    assert site.get(headers={"If-None-Match": "*"}).status_code == 200


def test_a_post_is_never_tagged():
    assert "ETag" not in Site().get(method="post").headers


def test_a_shared_cache_is_told_what_the_page_depends_on():
    vary = Site().get().headers["Vary"]
    assert {"Accept-Language", "Cookie"} <= {part.strip() for part in vary.split(",")}
