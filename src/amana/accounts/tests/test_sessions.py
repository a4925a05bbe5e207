"""Where I am signed in: the list, in words, and signing out the others."""

import pytest
from django.test import Client
from django.utils import translation

from amana.accounts.devices import device
from amana.accounts.tests.conftest import PASSWORD
from amana.accounts.tests.test_sign_in import text

PAGE = "/en/account/sessions/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
    "Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
)
EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0"
)
PIXEL = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/126.0.0.0 Mobile Safari/537.36"
)


def browser(user_agent: str, place: str) -> Client:
    client = Client(headers={"user-agent": user_agent}, REMOTE_ADDR=place)
    said = client.post("/en/account/login/", {"login": "amal@example.org", "password": PASSWORD})
    assert said.status_code == 302
    return client


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (FIREFOX, "Firefox on Windows"), (IPHONE, "Safari on iPhone"), (EDGE, "Edge on Windows"),
        (PIXEL, "Chrome on Android"), ("curl/8.5.0", "a browser that does not say its name"),
        ("", "a browser that does not say its name"), ("something on Linux", "Linux"),
    ],
)  # fmt: skip
def test_a_browser_is_named_in_words(user_agent, words):
    with translation.override("en"):
        assert device(user_agent) == words


def test_the_page_lists_every_session_and_marks_this_one(amal):
    browser(IPHONE, "198.51.100.7")
    here = browser(FIREFOX, "192.0.2.1")
    page = text(here.get(PAGE))
    for said in ("Firefox on Windows", "192.0.2.1", "Safari on iPhone", "198.51.100.7"):
        assert said in page
    assert page.count("this one") == 1
    assert page.index("Firefox on Windows") < page.index("this one") < page.index("Safari")
    assert "Where I am signed in" in text(here.get("/en/account/"))


def test_signing_out_the_others_ends_them_and_leaves_this_one(amal):
    phone, here = browser(IPHONE, "198.51.100.7"), browser(FIREFOX, "192.0.2.1")
    browser(PIXEL, "198.51.100.8")
    assert "Sign out the 2 others" in text(here.get(PAGE))
    done = here.post(PAGE, follow=True)
    assert "2 other sessions were signed out." in text(done)
    assert "You are signed in nowhere else." in text(done)
    assert phone.get("/en/account/").status_code == 302
    assert here.get("/en/account/").status_code == 200


def test_a_session_that_was_signed_out_is_listed_no_longer(amal):
    phone, here = browser(IPHONE, "198.51.100.7"), browser(FIREFOX, "192.0.2.1")
    phone.post("/en/account/logout/")
    assert "Safari on iPhone" not in text(here.get(PAGE))


def test_nobody_sees_or_ends_the_sessions_of_another(amal, keeper, sign_in):
    from amana.accounts import api

    api.create("omar@example.org", "Omar", PASSWORD, by=keeper)
    hers, his = browser(IPHONE, "198.51.100.7"), sign_in("omar@example.org")
    assert "Safari on iPhone" not in text(his.get(PAGE))
    his.post(PAGE)
    assert hers.get("/en/account/").status_code == 200
    assert Client().get(PAGE).status_code == 302


@pytest.mark.parametrize("lang", ["ar", "fr"])
def test_the_page_stands_in_three_languages(amal, lang):
    browser(IPHONE, "198.51.100.7")
    page = text(browser(FIREFOX, "192.0.2.1").get(f"/{lang}/account/sessions/"))
    assert {"ar": "أماكن دخولي", "fr": "Mes sessions ouvertes"}[lang] in page
    assert "Firefox" in page
    assert "Sign out" not in page
