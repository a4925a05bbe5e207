"""The pages before a session: at the desk, and what the public reads of it."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from amana.accounts import api, readers
from amana.conferences.acts import agenda, convening, documents, recommendations
from amana.conferences.agendas import agenda_of, item
from amana.conferences.models import AgendaItem, ItemDocument, Recommendation, Session, Sitting
from amana.conferences.tests.before.people import DELEGATE, OFFICER, ON, exercise
from amana.ground import clock
from amana.kernel.authority import Authority
from amana.organisation.api import roll

DESK = "/en/desk/conferences"


@pytest.fixture
def door() -> Iterator[dict[str, Authority]]:
    """Who the account is that signs in: an officer, unless a test says otherwise."""
    before, who = readers._authority[0], {"is": OFFICER}
    readers.authorities_by(lambda user: who["is"])
    yield who
    readers.authorities_by(before)


@pytest.fixture
def desk(council, door) -> Client:
    console = Authority("system", "Console", clock.today(), powers=frozenset({"administrator"}))
    user = api.create("officer@example.org", "Exercise", "seven herons over the pier", False,
                      by=console)  # fmt: skip
    found = Client()
    found.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return found


def shown(response):
    return unescape(" ".join(strip_tags(response.content.decode()).split()))


@pytest.fixture
def issued(council, items):
    keys = [row.item.key for row in items(2)]
    agenda.issue_agenda("cfm-52", by=OFFICER)
    return keys


PAGES = (
    "convene/", "convene/?body=cfm&kind=ordinary", "convene/?body=cfm&kind=extraordinary",
    "convene/?body=cfm&kind=resumed", "recommendations/", "cfm-52/", "cfm-52/convening/",
    "cfm-52/agenda/", "cfm-52/items/1/", "cfm-52/items/1/documents/1/", "cfm-52/deadlines/",
    "cfm-52/clone/", "cfm-52/clone/?from=cfm-51&part=documents",
)  # fmt: skip


@pytest.mark.parametrize("lang", ["ar", "fr"])
def test_every_page_is_shown_in_a_bounded_number_of_queries(desk, issued, lang):
    documents.slot(issued[0], "report", exercise("Report"), by=OFFICER, words=700)
    desk.get(f"/{lang}/desk/conferences/recommendations/")
    roll(on=ON, lang=lang)  # kept until the next act
    for page in PAGES:
        with CaptureQueriesContext(connection) as asked:
            response = desk.get(f"/{lang}/desk/conferences/{page}")
        assert response.status_code == 200, page
        # Two of them are of the session that signed in; forms offer states, bodies and drafts.
        assert len(asked) <= 14, (page, "\n".join(each["sql"][:200] for each in asked))


def test_who_serves_no_session_is_shown_out(desk, door):
    door["is"] = DELEGATE
    for page in PAGES:
        assert desk.get(f"{DESK}/{page}").status_code == 403, page


def test_the_rule_is_shown_before_a_session_is_convened(desk):
    page = shown(desk.get(f"{DESK}/convene/?body=cfm&kind=extraordinary"))
    assert "29 of 57 members" in page
    assert "Charter 2008, Art. 10(2)" in page
    assert "number 23" in page


def test_a_session_against_the_rule_is_refused_with_it_and_what_was_typed_is_kept(desk):
    address = f"{DESK}/convene/?body=cfm&kind=extraordinary"
    said = {"do": "convene", "initiative": "state", "opens": "2026-12-20",
            "closes": "2026-12-20", "venue_en": "Hall of an exercise"}  # fmt: skip
    response = desk.post(address, said)
    assert response.status_code == 422
    assert "asks for the agreement of 29 of 57 members; on record: 0" in shown(response)
    assert 'value="Hall of an exercise"' in response.content.decode()
    assert not Session.objects.filter(key="ex-cfm-23").exists()
    said["otherwise"] = "Decided by the Chair."
    assert desk.post(address, said).status_code == 302
    page = shown(desk.get(f"{DESK}/ex-cfm-23/convening/"))
    assert "Decided by the Chair." in page
    assert "Hall of an exercise" in page


def test_a_request_gathers_members_until_it_may_be_convened(desk):
    said = {"do": "ask", "initiative": "state", "state": "egy", "purpose_en": "Exercise"}
    response = desk.post(f"{DESK}/convene/?body=cfm&kind=extraordinary", said)
    assert response.url.endswith("/convene/ex-cfm-23/")
    desk.post(response.url, {"states": ["mar", "dza"], "on": "2026-11-20"})
    page = shown(desk.get(response.url))
    assert "3 of 29 needed" in page
    assert "not reached" in page


def test_a_session_is_moved_on_its_page_and_the_earlier_days_are_struck_out(desk):
    said = {"do": "move", "opens": "2027-07-04", "closes": "2027-07-05", "city_en": "Jeddah",
            "host": "sau", "reason": "The hall is not ready."}  # fmt: skip
    assert desk.post(f"{DESK}/cfm-52/convening/", said).status_code == 302
    assert Sitting.objects.known().get(session__key="cfm-52").during.lower == date(2027, 7, 4)
    page = desk.get(f"{DESK}/cfm-52/convening/").content.decode()
    (struck,) = re.findall(r"<s>(.*?)</s>", page)
    assert strip_tags(unescape(struck)) == "15 to 17 Muharram 1449H (20-22 June 2027)"
    assert desk.post(f"{DESK}/cfm-52/convening/", {**said, "reason": ""}).status_code == 422


def test_an_agenda_is_built_numbered_issued_and_adopted_on_its_page(desk, client):
    recommendations.recommend("general-secretariat", "cfm", exercise("On archives"), by=OFFICER)
    address = f"{DESK}/cfm-52/agenda/"
    desk.post(address, {"do": "add", "title_en": "First", "asked_by": "egy"})
    desk.post(address, {"do": "build", "chosen": ["rec-1"]})
    first, second = AgendaItem.objects.order_by("number").values_list("key", flat=True)
    desk.post(address, {"do": "order", f"n-{first}": "2", f"n-{second}": "1"})
    assert "On archives" not in shown(client.get("/en/sessions/cfm-52/"))
    desk.post(address, {"do": "issue"})
    assert "Provisional agenda" in shown(client.get("/en/sessions/cfm-52/"))
    desk.post(address, {"do": "adopt", f"a-{first}": "deferred"})
    assert [(row.label("en"), row.key) for row in agenda_of("cfm-52")] == [("1", second)]
    number = AgendaItem.objects.get(key=second).number
    desk.post(f"{DESK}/cfm-52/items/{number}/", {"do": "end", "fate": "amended"})
    assert Recommendation.objects.known().get().fate == "amended"


def test_numbers_that_cannot_be_read_are_told_and_kept_as_typed(desk, issued):
    said = {"do": "order", f"n-{issued[0]}": "seven", f"n-{issued[1]}": "1"}
    response = desk.post(f"{DESK}/cfm-52/agenda/", said)
    assert response.status_code == 422
    assert "“seven” is no number of an item" in shown(response)
    assert 'value="seven"' in response.content.decode()


def test_a_document_is_slotted_with_its_symbol_due_day_and_pages(desk, issued):
    said = {"do": "slot", "role": "report", "title_en": "Report", "series": "cfm-sg-reports",
            "cluster": "POL", "languages": ["ar", "en", "fr"], "words_count": "1000",
            "distribution": "limited"}  # fmt: skip
    response = desk.post(f"{DESK}/cfm-52/items/1/", said, follow=True)
    page = shown(response)
    assert "OIC/CFM-52/2027/POL/SG.REP.1" in page
    assert "9 May 2027" in page
    assert "12 pages are to be expected" in shown(desk.get(f"{DESK}/cfm-52/deadlines/"))


def test_a_late_document_says_under_which_practice(desk, items):
    convening.convene("cfm", "ordinary", date(2026, 12, 5), date(2026, 12, 6), by=OFFICER,
                      initiative="decision")  # fmt: skip
    record = agenda.add_item("cfm-53", exercise("Late"), by=OFFICER, origin="proposal")
    documents.slot(record.item.key, "report", exercise("Report"), by=OFFICER)
    page = shown(desk.get(f"{DESK}/cfm-53/items/1/"))
    assert "31 days late" in page
    assert "42 days before the opening" in page
    assert "practice of the Secretariat, to be confirmed" in page


def test_a_document_is_submitted_and_taken_off_with_a_reason(desk, issued):
    row = documents.slot(issued[0], "note", exercise("Note"), by=OFFICER)
    address = f"{DESK}/cfm-52/items/1/documents/1/"
    desk.post(address, {"do": "submit", "day": "2026-11-20"})
    assert ItemDocument.objects.known().get(key=row.key).submitted == date(2026, 11, 20)
    desk.post(address, {"do": "withdraw", "reason": "Joined with another."})
    assert desk.get(address).status_code == 422
    assert not ItemDocument.objects.known().filter(key=row.key).exists()


def test_a_recommendation_is_recorded_and_ended_on_its_page(desk):
    said = {"do": "add", "made_by": "general-secretariat", "made_to": "cfm", "title_en": "Keep"}
    assert desk.post(f"{DESK}/recommendations/", said).status_code == 302
    assert "Keep" in shown(desk.get(f"{DESK}/recommendations/?made_to=cfm&fate=open"))
    desk.post(f"{DESK}/recommendations/", {"do": "end", "key": "rec-1", "fate": "not-taken-up"})
    assert "Keep" not in shown(desk.get(f"{DESK}/recommendations/?made_to=cfm&fate=open"))


def test_taking_over_shows_what_comes_along_before_it_is_done(desk, issued):
    convening.convene("cfm", "ordinary", date(2028, 6, 5), date(2028, 6, 6), by=OFFICER,
                      initiative="rule")  # fmt: skip
    address = f"{DESK}/cfm-53/clone/"
    page = shown(desk.get(f"{address}?from=cfm-52&part=documents"))
    assert "Agenda: items in their order needed by what you chose" in page
    assert agenda_of("cfm-53", serving=True) == []
    desk.post(address, {"do": "take", "from": "cfm-52", "part": "documents"})
    assert len(agenda_of("cfm-53", serving=True)) == 2


def test_the_public_reads_the_agenda_and_no_document_that_is_not_for_it(client, issued):
    documents.slot(issued[0], "report", exercise("Hidden"), by=OFFICER)
    documents.slot(issued[0], "report", exercise("Open"), by=OFFICER, distribution="general")
    page = shown(client.get("/en/sessions/cfm-52/"))
    assert "Item 1 (exercise)" in page
    assert "Open (exercise)" in page
    assert "Hidden" not in page
    one = shown(client.get("/en/sessions/cfm-52/items/1/"))
    assert "Open (exercise)" in one
    assert "Hidden" not in one
    assert client.get("/en/sessions/cfm-52/items/9/").status_code == 422
    assert item("cfm-52", "1").key == issued[0]


def test_on_an_earlier_day_the_agenda_was_not_there(client, issued):
    assert "Item 1" not in shown(client.get("/en/sessions/cfm-52/?on=2026-11-23"))


def test_the_page_of_a_session_costs_ten_queries_at_most(client, council, items):
    for number, row in enumerate(items(40)):
        if number % 4 == 0:
            documents.slot(
                row.item.key, "report", exercise("Report"), by=OFFICER, distribution="general"
            )
    agenda.issue_agenda("cfm-52", by=OFFICER)
    client.get("/en/sessions/?on=2026-11-24")
    with CaptureQueriesContext(connection) as asked:
        client.get("/en/sessions/cfm-52/?on=2026-11-24")
    assert len(asked) <= 10, "\n".join(each["sql"][-230:] for each in asked)
