"""Addresses that nobody means: answered in words, leading nowhere else, never a fault of ours."""

import html
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

HTTPS = (
    "import amana.settings as s; print(s.SECURE_PROXY_SSL_HEADER, s.ACCOUNT_DEFAULT_HTTP_PROTOCOL)"
)


@pytest.mark.parametrize(
    "address",
    [
        "/en/texts/%00/", "/en/bodies/%00/", "/en/offices/%00/", "/en/persons/%00/",
        "/en/sessions/%00/", "/api/v1/states/%00", "/en/account/oidc/%00/login/",
        "/en/sessions/sessions.ics?body=%00", "/en/search/?q=%00",
    ],
)  # fmt: skip
def test_an_address_with_a_nul_leads_nowhere(oic: Path, address: str) -> None:
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_a_nul_in_a_form_is_refused_in_words(db: None, accept: str) -> None:
    answer = Client().post("/fr/verify/", {"x": "a\0b"}, headers={"accept": accept})
    assert answer.status_code == 400
    assert "aucun texte ne peut contenir" in html.unescape(answer.content.decode())


def test_a_body_larger_than_any_form_is_refused_before_it_is_read(db: None) -> None:
    answer = Client().post("/en/verify/", CONTENT_LENGTH=str(400 << 20))
    assert answer.status_code == 413
    assert "21 MB" in answer.content.decode()


@pytest.mark.parametrize("page", ["9" * 5000, "0", "-1", "²", "٣", ""])
def test_a_page_number_that_is_none_is_no_fault(oic: Path, page: str) -> None:
    answer = Client().get("/en/search/", {"q": "charter", "page": page})
    assert answer.status_code == 200


def test_a_page_not_found_links_to_no_other_site(oic: Path) -> None:
    """Its forms are kept here by the policy `form-action`; links have no such guard."""
    answer = Client().get("/", PATH_INFO="//other.example/")
    assert answer.status_code == 404
    assert 'href="//' not in answer.content.decode()


def test_behind_a_proxy_that_ends_tls_letters_and_links_are_of_https() -> None:
    source = str(Path(__file__).parents[3])
    environment = {**os.environ, "AMANA_HTTPS": "1", "PYTHONPATH": source}
    said = subprocess.run(
        [sys.executable, "-c", HTTPS], env=environment, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "('HTTP_X_FORWARDED_PROTO', 'https') https"


@pytest.mark.parametrize(
    ("came", "link"),
    [
        ("http://testserver/ar/members/?on=1982-06-01", "/ar/members/?on=1982-06-01"),
        ("http://elsewhere.test/ar/members/", ""),
        ("http://testserver//elsewhere.test/", ""),
    ],
)
def test_a_refused_form_leads_back_to_the_page_it_was_sent_from(
    db: None, came: str, link: str
) -> None:
    answer = Client().post("/ar/account/login/", {"login": "a\0"}, headers={"Referer": came})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert f'href="{link}"' in page if link else "elsewhere" not in page
