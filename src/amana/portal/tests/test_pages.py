"""The front door says what the organisation is on the day, and where its facts come from."""

import csv
import io
import re
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from amana.organisation.api import annals, bodies, counts, main_seat
from amana.portal.sources import GENERAL_KNOWLEDGE, all_sources

MOST_QUERIES = 10
PAGES = ("", "about/", "sources/", "data/", "accessibility/")


def text(response: HttpResponse) -> str:
    """What a reader sees, in one line."""
    page = re.sub(r"</?(a|bdi|strong|time)\b[^>]*>", "", response.content.decode())
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_the_counts_of_june_1982_are_those_of_the_roll(oic: Path) -> None:
    found = counts(on=date(1982, 6, 1))
    assert (found.members, found.suspended) == (43, 2)
    assert counts(on=date(1969, 9, 24)).members == 0


def test_the_organisation_sits_provisionally_in_jeddah(oic: Path) -> None:
    seat = main_seat(on=date(1982, 6, 1))
    assert (seat.place.en, seat.state_names.fr) == ("Jeddah", "Arabie saoudite")
    assert seat.provisional
    assert main_seat(on=date(1969, 10, 1)) is None


def test_bodies_bear_the_names_of_the_day(oic: Path) -> None:
    names = {row.key: row.names.en for row in bodies(on=date(1982, 6, 1))}
    assert names["oic"] == "Organisation of the Islamic Conference"
    today = {row.key: row.names.en for row in bodies(on=date(2026, 1, 1))}
    assert today["oic"] == "Organisation of Islamic Cooperation"


def test_the_annals_of_1984_tell_of_egypts_return(oic: Path) -> None:
    told = {(each.mark, each.kind, each.ends, each.key) for each in annals(1984)}
    assert ("1984-03", "suspension", True, "egy") in told
    assert ("1984-01", "member", False, "brn") in told


def test_an_end_belongs_to_the_year_of_its_last_day(oic: Path) -> None:
    """The term of 1984-12-31 ended in 1984, although the day after it is of 1985."""
    ended = [each.what.en for each in annals(1984) if each.kind == "term" and each.ends]
    assert "Habib Chatty" in ended
    assert not [each for each in annals(1985) if each.mark.startswith("1984")]


def test_the_home_page_of_june_1982(client: Client, oic: Path) -> None:
    shown = text(client.get("/en/?on=1982-06-01"))
    assert "Organisation of the Islamic Conference" in shown
    assert "43 Members" in shown or "Members 43" in shown
    assert "Seat: Jeddah, Saudi Arabia." in shown
    assert "until the liberation of Al-Quds" in shown
    assert "Habib Chatty" in shown
    assert "What changed in 1982" in shown
    assert "From then on the rule “Rules of procedure” reads" in shown


def test_the_home_page_says_that_an_expected_end_has_passed(client: Client, oic: Path) -> None:
    sentence = "The expected end has passed and no successor is on record."
    assert sentence in text(client.get("/en/?on=2026-11-24"))
    assert sentence not in text(client.get("/en/?on=2026-06-01"))


def test_before_the_founding_the_home_page_says_so(client: Client, oic: Path) -> None:
    shown = text(client.get("/en/?on=1969-09-24"))
    assert "The organisation did not exist on this day" in shown
    assert "25 September 1969" in shown
    assert "Chief offices" not in shown
    first_day = text(client.get("/en/?on=1969-09-25"))
    assert "Chief offices" in first_day
    assert "Chair of COMCEC" not in first_day  # its body came twelve years later


def test_an_impossible_day_is_refused_with_a_sentence(client: Client, oic: Path) -> None:
    page = client.get("/fr/?on=1982-13-45")
    assert page.status_code == 400
    assert 'class="fault" id="day-fault"' in page.content.decode()


def test_a_hijri_day_is_understood(client: Client, oic: Path) -> None:
    assert "What changed in 1982" in text(client.get("/en/", {"on": "9 شعبان 1402"}))


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_every_page_stands_in_three_languages_in_few_queries(
    client: Client, oic: Path, lang: str, path: str
) -> None:
    with CaptureQueriesContext(connection) as asked:
        page = client.get(f"/{lang}/{path}")
    assert page.status_code == 200
    own = [each for each in asked if path or "conferences_" not in each["sql"]]
    assert len(own) <= MOST_QUERIES, [each["sql"][:120] for each in own]
    assert f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">' in page.content.decode()


@pytest.mark.parametrize("path", PAGES)
def test_an_unchanged_page_is_not_sent_again(client: Client, oic: Path, path: str) -> None:
    page = client.get(f"/en/{path}")
    again = client.get(f"/en/{path}", headers={"If-None-Match": page["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = client.head(f"/en/{path}")
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", page["ETag"])


def test_every_source_is_counted_by_the_facts_that_name_it(oic: Path) -> None:
    from amana.organisation.models import Membership

    found = {each.text: each.facts for each in all_sources()}
    page = "https://oic-oci.org/states/?lan=fr"
    assert found[page] >= Membership.objects.known().filter(sources__contains=[page]).count() > 0
    assert found[GENERAL_KNOWLEDGE] > 0


def test_the_list_of_sources_has_pages_a_filter_and_a_file(client: Client, oic: Path) -> None:
    shown = client.get("/en/sources/").content.decode()
    assert 'href="/en/sources/?page=2"' in shown
    assert "general knowledge" in shown.lower()
    found = client.get("/en/sources/", {"q": "OIC-OCI.org", "format": "csv"})
    lines = list(csv.DictReader(io.StringIO(found.content.decode("utf-8-sig"))))
    assert lines
    assert all("oic-oci.org" in line["Source"] for line in lines)
    assert int(lines[0]["Facts"]) >= int(lines[-1]["Facts"])


def test_open_data_gives_every_table_of_the_day_in_every_format(client: Client, oic: Path) -> None:
    shown = client.get("/en/data/?on=1982-06-01").content.decode()
    assert 'name="on" aria-describedby="take-hint" value="1982-06-01" dir="auto"' in shown
    assert 'class="link" formaction="/en/members/">Members and observers</button>' in shown
    found = re.findall(r'name="format" value="(\w+)" formaction="([^"]+)"', shown)
    assert len(found) == 13 * 2 + 8
    kinds = {"csv": "text/csv", "xlsx": "application/vnd.openxml", "json": "application/json"}
    for kind, address in found:
        page = client.get(address, {"on": "1982-06-01", "lang": "en", "format": kind})
        assert page.status_code == 200, address
        assert page["Content-Type"].startswith(kinds[kind]), address
        assert 'rel="license"' in page["Link"], address
        if not address.endswith(("/finance/", "/sources/")):  # these are of no one day
            assert "1982-06-01" in page["Content-Disposition"], address


def test_open_data_keeps_the_day_as_it_was_typed(client: Client, oic: Path) -> None:
    shown = client.get("/ar/data/", {"on": "1 يونيو 1982"}).content.decode()
    assert 'aria-describedby="take-hint" value="1 يونيو 1982" dir="auto"' in shown


def test_a_day_that_is_none_gives_no_file(client: Client, oic: Path) -> None:
    page = client.get("/en/members/", {"on": "31 February 1982", "format": "csv"})
    assert page.status_code == 400
    assert page["Content-Type"].startswith("text/html")


def test_the_page_about_explains_confidence_licence_and_citing(client: Client, oic: Path) -> None:
    shown = text(client.get("/en/about/?on=1982-06-01"))
    assert "Apache-2.0" in shown
    assert "A single weak source, to be confirmed." in shown
    assert "/en/members/?on=1982-06-01" in shown


def test_the_worker_answers_for_every_language(client: Client, oic: Path) -> None:
    answer = client.get("/offline.js")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert "caches.match" in answer.content.decode()
    assert "worker-src 'self'" in answer.headers["Content-Security-Policy"]


def test_a_page_that_was_not_kept_says_so(client: Client, oic: Path) -> None:
    page = client.get("/fr/offline/").content.decode()
    assert "cette page n'a pas été gardée" in page.replace("&#39;", "'")
