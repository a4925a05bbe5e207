"""The pages of members say who took part on a day, and everything on record of a state."""

import csv
import io
import re
import time
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from openpyxl import load_workbook

from amana.ground.facts import Provenance, When, assert_fact
from amana.kernel.authority import Authority
from amana.organisation.lookups.roll import applicants, roll
from amana.organisation.models import Body, BodyKind, Membership, State
from amana.organisation.pages.members import members

MOST_QUERIES = 10
JUNE_1982 = date(1982, 6, 1)
PAGES = ("members/", "members/egy/", "members/xtc/", "members/zaf/", "members/eaz/", "groups/",
         "members/map.svg")  # fmt: skip


def text(response: HttpResponse) -> str:
    """What a reader sees, in one line."""
    page = re.sub(r"</?(a|bdi|strong|time)\b[^>]*>", "", response.content.decode())
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def rows_of(response: HttpResponse) -> list[dict[str, str]]:
    """The lines of a file of comma-separated values."""
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_in_june_1982_egypt_and_afghanistan_are_members_whose_participation_is_suspended(
    oic: Path,
) -> None:
    found = roll(on=JUNE_1982)
    assert len(found.members) == 43
    assert [row.code for row in found.members if row.suspension] == ["AFG", "EGY"]
    assert {group.key: number for group, number in found.groups} == {
        "arab-group": 22, "asian-group": 8, "african-group": 12,
    }  # fmt: skip


def _observes(party: dict[str, object], since: str = "1970-01-01", **more: object) -> None:
    """Record that a state or a body observes."""
    assert_fact(
        Membership,
        {**party, "body": Body.objects.get(key="oic"), "status": "observer"},
        When(since),
        Provenance(sources=("exercise",), **more),
        verb="test.admit",
        subject="test",
        by=Authority("tester", "Tester", date(2026, 11, 24), (), frozenset()),
    )


def test_the_roll_is_read_anew_after_an_act(client: Client, oic: Path) -> None:
    on, address = date(2026, 11, 24), "/en/members/?on=2026-11-24"
    its_row = b"/en/members/phl/?on=2026-11-24#membership"
    before = len(roll(on=on).observers)
    assert its_row not in client.get(address).content
    _observes({"state": State.objects.get(key="phl")}, "2026-01-01")
    assert len(roll(on=on).observers) == before + 1
    assert its_row in client.get(address).content


def test_members_stand_in_the_order_of_the_readers_language(oic: Path) -> None:
    arabic = [row.names.ar for row in roll(on=JUNE_1982, lang="ar").members]
    french = [row.names.fr for row in roll(on=date(2026, 1, 1), lang="fr").members]
    assert arabic[0] == "الأردن"  # the article does not count
    assert french.index("Égypte") == french.index("Djibouti") + 1


def test_what_was_member_for_a_time_is_a_former_member_afterwards_only(oic: Path) -> None:
    assert [row.key for row in roll(on=date(1993, 5, 1)).former] == ["ymd"]
    assert [row.key for row in roll(on=date(1994, 1, 1)).former] == ["ymd", "eaz"]
    assert roll(on=date(1989, 1, 1)).former == ()


def test_a_request_is_on_record_from_the_day_it_is_known(oic: Path) -> None:
    assert "zaf" in {each.key for each in applicants(on=date(2003, 1, 1))}
    assert "zaf" not in {each.key for each in applicants(on=date(2001, 1, 1))}


def test_the_page_says_who_is_suspended_in_words(client: Client, oic: Path) -> None:
    page = client.get("/en/members/?on=1982-06-01")
    shown = text(page)
    assert "43 states are members on this day." in shown
    assert "The participation of 2 of them is suspended" in shown
    assert "Member, suspended since May 1979" in shown
    assert "Arab Republic of Egypt" in shown
    assert 'src="/en/members/map.svg?on=1982-06-01&amp;legend=none"' in page.content.decode()
    assert 'href="/en/members/map.svg?on=1982-06-01"' in page.content.decode()
    bare = client.get("/en/members/map.svg?on=1982-06-01&legend=none").content.decode()
    assert "Suspended" not in bare
    assert "Suspended" in client.get("/en/members/map.svg?on=1982-06-01").content.decode()
    assert "do not imply any opinion on legal status" in shown


def test_an_observing_organisation_names_its_source_in_place(client: Client, oic: Path) -> None:
    page = client.get("/en/members/?on=1982-06-01")
    assert "Organisation of African Unity" in text(page)
    assert "Source of: Organisation of African Unity" in text(page)


def test_each_reader_of_the_same_roll_keeps_the_day_as_typed(client: Client, oic: Path) -> None:
    """What a page hangs on the grounds of an organisation is not seen by the next page."""
    kind = BodyKind.objects.get(is_external=True)
    watchers = Body.objects.create(key="watchers", kind=kind)
    _observes({"member_body": watchers}, basis=("charter-1972#art_8",))
    typed = ["1982-06-01", "1982-06-02", "9 Sha'ban 1402", "1982-06-01"]
    for day in typed:
        page = client.get("/en/members/", {"on": day}).content.decode()
        links = re.findall(r'href="(/en/texts/charter-1972/[^"]*)"', page)
        assert links == [f"/en/texts/charter-1972/?{urlencode({'on': day})}#art_8"]
    entry = next(each for each in roll(on=JUNE_1982).observers if each.key == "watchers")
    assert not hasattr(entry.grounds, "basis_links")


def test_the_page_asks_for_the_head_of_the_register_and_nothing_else(
    client: Client, oic: Path
) -> None:
    client.get("/en/members/?on=1969-12-31")
    with CaptureQueriesContext(connection) as asked:
        client.get("/en/members/?on=1969-12-31&q=mali")
    assert [each["sql"] for each in asked if "conferences_" not in each["sql"]] == [
        "SELECT hash FROM ground_act ORDER BY seq DESC LIMIT 1"
    ]


def test_a_hijri_day_is_the_same_day(client: Client, oic: Path) -> None:
    hijri = client.get("/en/members/", {"on": "9 Sha'ban 1402"})
    gregorian = client.get("/en/members/", {"on": "1982-06-01"})
    assert hijri.status_code == 200
    assert "43 states are members on this day." in text(hijri)
    shown = [re.findall(r"<tbody>.*?</tbody>", each.content.decode(), re.S) for each in
             (hijri, gregorian)]  # fmt: skip
    assert re.sub(r"\?on=[^\"#]*", "", shown[0][0]) == re.sub(r"\?on=[^\"#]*", "", shown[1][0])


def test_a_day_that_does_not_exist_is_refused_with_a_sentence(client: Client, oic: Path) -> None:
    for lang in ("ar", "en", "fr"):
        page = client.get(f"/{lang}/members/?on=1982-02-30")
        assert page.status_code == 400
        assert 'class="fault" id="day-fault"' in page.content.decode()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"status": "suspended"}, {"AFG", "EGY"}),
        ({"q": "مصر"}, {"EGY"}),
        ({"q": "egypte"}, {"EGY"}),
        ({"q": "EGY"}, {"EGY"}),
        ({"group": "asian-group", "status": "suspended"}, {"AFG"}),
        ({"q": "no such state"}, set()),
    ],
)
def test_filters_keep_what_is_asked_for(
    client: Client, oic: Path, query: dict[str, str], expected: set[str]
) -> None:
    found = client.get("/en/members/", {"on": "1982-06-01", "format": "csv", **query})
    assert {row["Code"] for row in rows_of(found)} == expected


def test_a_file_holds_what_the_page_shows(client: Client, oic: Path) -> None:
    lines = rows_of(client.get("/fr/members/?on=1982-06-01&format=csv"))
    assert len(lines) == 43 + 6  # members; observers and former members
    egypt = next(line for line in lines if "EGY" in line.values())
    assert "République arabe d'Égypte" in egypt.values()
    assert "1979-05" in egypt.values()
    book = load_workbook(io.BytesIO(client.get("/ar/members/?on=1982-06-01&format=xlsx").content))
    assert book.active is not None
    assert book.active.sheet_view.rightToLeft
    assert any("مصر" in row for row in book.active.iter_rows(values_only=True))


def test_before_the_founding_there_are_no_members(client: Client, oic: Path) -> None:
    shown = text(client.get("/en/members/?on=1969-09-24"))
    assert "The organisation has no member on this day" in shown
    assert "No group counts a member" in text(client.get("/en/groups/?on=1969-09-24"))


def test_a_membership_known_to_the_year_only_says_so_in_that_year(
    client: Client, oic: Path
) -> None:
    shown = text(client.get("/en/members/", {"on": "1976-06-01", "q": "COM"}))
    assert "Comoros" in shown
    assert "known to the year only" in shown
    assert "known to the year only" not in text(
        client.get("/en/members/", {"on": "1977-06-01", "q": "COM"})
    )


@pytest.mark.parametrize(
    ("key", "day", "sentence"),
    [
        ("egy", "1982-06-01", "Member since 1969, its participation suspended since May 1979."),
        ("egy", "1990-06-01", "Member since 1969."),
        ("eaz", "1995-01-01", "It was a member from 1993 to August 1993 and is none on this day."),
        ("tha", "2020-01-01", "Observer since 1998."),
        ("zaf", "2020-01-01", "its request to become an observer is on record"),
        ("zaf", "1990-01-01", "Neither a member nor an observer on this day."),
        ("aze", "1990-01-01", "It became one after this day"),
    ],
)
def test_a_state_is_described_by_what_it_was_on_the_day(
    client: Client, oic: Path, key: str, day: str, sentence: str
) -> None:
    page = client.get(f"/en/members/{key}/?on={day}")
    assert page.status_code == 200
    assert sentence in text(page)


def test_the_page_of_egypt_tells_who_decided_and_where_sources_disagree(
    client: Client, oic: Path
) -> None:
    page = client.get("/en/members/egy/?on=1982-06-01")
    shown = text(page)
    assert "10th ICFM, Fez, 8-12 May 1979" in shown
    assert "4th Islamic Summit, Casablanca, 16-19 January 1984" in shown
    assert "Its return was decided" in shown
    assert "an archived Wikipedia list gives March 1984" in shown
    assert "Hassan" in shown  # the national who was Secretary General
    assert 'href="/en/texts/decision-cfm-10/?on=1982-06-01"' in page.content.decode()


def test_an_unknown_state_is_a_page_that_says_what_to_do(client: Client, oic: Path) -> None:
    page = client.get("/en/members/atlantis/")
    assert page.status_code == 404
    assert "Use its three-letter code" in text(page)


def test_groups_list_their_states_with_those_suspended(client: Client, oic: Path) -> None:
    page = client.get("/fr/groups/?on=1982-06-01")
    assert 'id="asian-group"' in page.content.decode()
    lines = rows_of(client.get("/en/groups/?on=1982-06-01&format=csv"))
    assert [line["Group"] for line in lines].count("African Group") == 12


def test_the_map_is_a_picture_of_the_day(client: Client, oic: Path) -> None:
    page = client.get("/ar/members/map.svg?on=1982-06-01")
    drawn = page.content.decode()
    assert page["Content-Type"].startswith("image/svg+xml")
    assert page["Content-Security-Policy"].startswith("default-src 'none'")
    assert drawn.count('class="suspended"') >= 2
    assert "مصر" in drawn
    assert 'href="/ar/members/egy/?on=1982-06-01"' in drawn


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_every_page_stands_in_three_languages_in_few_queries(
    client: Client, oic: Path, lang: str, path: str
) -> None:
    client.get(f"/{lang}/members/")  # what is kept until the next act is read once
    with CaptureQueriesContext(connection) as asked:
        page = client.get(f"/{lang}/{path}")
    assert page.status_code == 200
    own = [each for each in asked if "conferences_" not in each["sql"]]
    assert len(own) <= MOST_QUERIES, [each["sql"][:120] for each in own]
    if not path.endswith(".svg"):
        assert f'dir="{"rtl" if lang == "ar" else "ltr"}"' in page.content.decode()


@pytest.mark.parametrize("path", ["members/", "members/egy/", "members/map.svg", "groups/"])
def test_an_unchanged_page_is_not_sent_again(client: Client, oic: Path, path: str) -> None:
    page = client.get(f"/en/{path}")
    assert page["ETag"]
    again = client.get(f"/en/{path}", headers={"If-None-Match": page["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = client.head(f"/en/{path}")
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", page["ETag"])


def test_the_rows_of_the_roll_cost_little(client: Client, oic: Path) -> None:
    """57 rows beside the shell of the page: some 5 ms of work; the bound leaves a slow machine."""

    def cost(query: str) -> float:
        request = RequestFactory().get("/en/members/", {"q": query} if query else {})
        request.on, request.LANGUAGE_CODE = date(2026, 11, 24), "en"  # type: ignore[attr-defined]
        request._messages = []  # type: ignore[attr-defined]
        members(request)
        start = time.process_time()
        for _ in range(20):
            members(request)
        return (time.process_time() - start) / 20

    with translation.override("en"):
        whole, empty = cost(""), cost("no such state")
    assert whole - empty < 0.024


def test_a_request_of_a_body_is_not_known_before_the_body_was_founded(client, oic):
    """The request of the Turkic Council has no day on record, but not before 2009."""
    assert "Turkic Council" not in client.get("/en/members/?on=1982-06-01").content.decode()
    assert "Turkic Council" in client.get("/en/members/?on=2014-01-01").content.decode()
