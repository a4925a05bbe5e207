"""The API: what it answers for a day, how it refuses, and that it keeps to its own schema."""

import json
from typing import Any

import pytest
import schemathesis
from conftest import Live
from django.test import Client
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from amana.organisation.lookups.roll import known as known_of_the_roll
from amana.rest.api import api

pytestmark = pytest.mark.django_db


def _schema() -> schemathesis.BaseSchema:
    """Our own schema, as the server publishes it."""
    from django.urls import get_resolver

    assert get_resolver().url_patterns  # the rooms have added their routes
    return schemathesis.openapi.from_dict(json.loads(json.dumps(api.get_openapi_schema())))


def test_the_schema_is_openapi_3_1(client: Client) -> None:
    assert client.get("/api/v1/openapi.json").json()["openapi"].startswith("3.1")


def test_members_on_a_day_of_1982(client: Client) -> None:
    members = client.get("/api/v1/members?on=1982-06-01").json()
    assert {row["code"] for row in members if row["suspended"]} == {"AFG", "EGY"}
    assert all(row["provenance"]["sources"] for row in members)


@pytest.mark.parametrize("day", ["1982-06-01", "2026-01-01"])
@pytest.mark.parametrize(
    "route",
    ["organisation", "members", "observers", "states/egy", "bodies", "bodies/general-secretariat",
     "offices", "offices/secretary-general", "persons/hissein-brahim-taha", "seats", "rules",
     "rules/secretary-general.term-length", "questions", "sessions", "sessions/summit-1",
     "resolutions", "works/charter-2008"],
)  # fmt: skip
def test_a_read_takes_few_queries_even_after_an_act(
    client: Client, django_assert_max_num_queries: Any, route: str, day: str
) -> None:
    known_of_the_roll.cache_clear()  # as an act makes it be read anew
    with django_assert_max_num_queries(10):
        answer = client.get(f"/api/v1/{route}?on={day}")
    assert answer.status_code == 200


def test_a_hijri_day_asks_the_same(client: Client) -> None:
    gregorian = client.get("/api/v1/members?on=1982-06-01").json()
    assert client.get("/api/v1/members?on=9 شعبان 1402").json() == gregorian


def test_an_office_with_every_term_on_record(client: Client) -> None:
    office = client.get("/api/v1/offices/secretary-general").json()
    assert [term["name"] for term in office["terms"]][-1] == "Hissein Brahim Taha"
    assert office["terms"][-1]["expected_end"] == "2026-11-17"


def test_a_table_comes_as_csv_with_arabic_intact(client: Client) -> None:
    answer = client.get("/api/v1/members?on=1982-06-01&format=csv&lang=ar")
    assert answer["Content-Type"].startswith("text/csv")
    text = answer.content.decode("utf-8-sig")
    assert "مصر" in text
    assert len(text.strip().splitlines()) == 44


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("members?on=2023-02-29", 400, "date.no-such-day"),
        ("members?on=1 Muharram 1600", 400, "date.hijri-out-of-range"),
        ("bodies/none", 404, "body.unknown"),
        ("rules/none", 404, "rule.unknown"),
        ("members?lang=de", 422, "api.invalid"),
    ],
)
def test_a_refusal_is_a_problem_in_the_readers_language(
    client: Client, address: str, status: int, code: str
) -> None:
    for lang in ("ar", "en", "fr"):
        answer = client.get(f"/api/v1/{address}", headers={"Accept-Language": lang})
        assert answer.status_code == status
        assert answer["Content-Type"] == "application/problem+json"
        problem = json.loads(answer.content)
        assert problem["code"] == code
        assert any("\u0600" <= c <= "\u06ff" for c in problem["detail"]) is (lang == "ar")


def test_a_read_has_an_etag_and_a_head(client: Client) -> None:
    answer = client.get("/api/v1/members?on=1982-06-01")
    again = client.get("/api/v1/members?on=1982-06-01", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
    head = client.head("/api/v1/members?on=1982-06-01")
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", answer["ETag"])


schema = _schema()
# A day is free text in three languages and two calendars: no schema can say which texts are days,
# so a text that the schema allows may be refused, by its sentence.
NOT_OURS = [positive_data_acceptance]


@schema.parametrize()
@settings(
    max_examples=5, suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_every_route_keeps_to_its_schema(case: schemathesis.Case, live: Live) -> None:
    case.call_and_validate(base_url=live.url, excluded_checks=NOT_OURS)


@pytest.mark.parametrize(
    "address",
    ["/api/", "/api/v1/", "/api/v1/nothing", "/api/v1/members/", "/api/v2/members", "/api/x/y?on=z",
     "/api/v1/%D9%82%D8%B1%D8%A7%D8%B1"],
)  # fmt: skip
@pytest.mark.parametrize("method", ["get", "post", "put", "delete", "head"])
def test_an_address_that_is_no_route_is_answered_in_data(address: str, method: str) -> None:
    answer = getattr(Client(enforce_csrf_checks=True), method)(address)
    assert answer.status_code == 404, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    if method != "head":
        assert answer.json()["code"] == "api.nothing-here"


def test_an_address_that_is_no_route_says_so_in_the_language_asked_for(client: Client) -> None:
    said = {lang: client.get(f"/api/v1/x?lang={lang}").json()["title"] for lang in ("ar", "fr")}
    assert said["ar"].startswith("لا شيء على هذا العنوان")
    assert said["fr"].startswith("Il n'y a rien à cette adresse")


def test_an_address_of_the_site_that_is_no_page_is_still_a_page(client: Client) -> None:
    answer = client.get("/en/no-such-page/")
    assert answer.status_code == 404
    assert answer["Content-Type"].startswith("text/html")
