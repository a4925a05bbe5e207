"""The pages of the programme: the grid, the form that names a clash, the public list, calendars."""

import re
from datetime import date, timedelta

import pytest

from amana.accounts.models import User
from amana.conferences.acts.programme import cancel_meeting, move_meeting
from amana.conferences.models import Feed, Meeting, Room
from amana.conferences.programme import meeting, meetings_of
from amana.conferences.tests.meetings import (
    GREAT,
    SERVING,
    SESSION,
    SMALL,
    at,
    plain,
    planned,
    registrar,
    signed_in,
    titled,
    two_rooms,
)
from amana.ground.models import Act

pytestmark = pytest.mark.usefixtures("oic")

PROGRAMME = f"/en/desk/conferences/{SESSION}/programme/"
ASKED = {
    "room": GREAT, "day": "2026-12-03", "starts": "12:00", "ends": "14:00", "access": "public",
    "title_en": "Committee B (exercise)",
}  # fmt: skip


@pytest.fixture
def officer(oic):
    """A browser in which somebody who may serve sessions has signed in."""
    return signed_in(registrar())


@pytest.fixture(autouse=True)
def halls(oic):
    return two_rooms()


def test_a_clash_is_named_before_saving_and_what_was_typed_is_kept(officer):
    planned(at("10:00", "13:00"), title=titled("Committee A"))
    written = Act.objects.count()
    answer = officer.post(f"{PROGRAMME}new/", ASKED)
    page = plain(answer)
    assert answer.status_code == 422
    assert "Great hall (exercise) is taken: “Committee A (exercise)”" in page
    assert 'value="Committee B (exercise)"' in answer.content.decode()
    assert Act.objects.count() == written
    answer = officer.post(f"{PROGRAMME}new/", {**ASKED, "room": SMALL}, follow=True)
    assert "Saved: Committee B (exercise)" in plain(answer)
    assert len(meetings_of(SESSION)) == 2


def test_a_doubt_is_shown_once_and_then_saved_all_the_same(officer):
    asked = {**ASKED, "room": SMALL, "languages": ["ar", "en", "fr"]}
    answer = officer.post(f"{PROGRAMME}new/", asked)
    assert "fewer booths (0) than languages are asked (3)" in plain(answer)
    assert not Meeting.objects.exists()
    seen = re.search(r'name="seen" value="(\w+)"', answer.content.decode())[1]
    assert officer.post(f"{PROGRAMME}new/", {**asked, "seen": seen}).status_code == 302
    page = plain(officer.get(PROGRAMME))
    assert re.search(r"Interpreters needed 6 6", page)  # 12:00 to 14:00 falls on both half days


def test_the_desk_leads_to_the_own_meetings(officer):
    assert "/en/desk/conferences/calendar/" in officer.get("/en/desk/").content.decode()
    planned(at("10:00", "13:00", date(2070, 12, 3)))
    page = plain(officer.get("/en/desk/conferences/calendar/"))
    assert "10:00–13:00 · Great hall (exercise) Plenary meeting" in page


def test_a_moved_meeting_is_struck_out_where_it_was(officer):
    row = planned(at("10:00", "13:00"), title=titled("Committee A"))
    answer = officer.post(
        f"{PROGRAMME}1/", {**ASKED, "title_en": "Committee A (exercise)", "starts": "15:00",
                           "ends": "18:00", "room": SMALL, "reason": "The hall is needed"},
        follow=True,
    )  # fmt: skip
    page = answer.content.decode()
    assert "<s><bdi>10:00–13:00</bdi></s>" in page
    assert "moved" in page
    assert meeting(row.meeting.key).moved_from.pk == row.pk
    form = plain(officer.get(f"{PROGRAMME}1/"))
    assert "Earlier times" in form


def test_a_meeting_is_cancelled_with_a_reason_and_restored(officer):
    planned(at("10:00", "13:00"))
    assert officer.post(f"{PROGRAMME}1/cancel/", {"reason": ""}).status_code == 422
    assert officer.post(f"{PROGRAMME}1/cancel/", {"reason": "Postponed"}).status_code == 302
    assert "cancelled" in plain(officer.get(PROGRAMME))
    assert "Restore the meeting" in plain(officer.get(f"{PROGRAMME}1/"))
    assert officer.post(f"{PROGRAMME}1/cancel/").status_code == 302
    assert meetings_of(SESSION)[0].this.cancelled is False
    assert officer.get(f"{PROGRAMME}9/").status_code == 404


def test_only_who_serves_sessions_comes_to_the_rooms(client):
    user = User.objects.create(email="outsider@example.org", name="Outsider (exercise)")
    outsider = signed_in(user)
    for page in (PROGRAMME, f"{PROGRAMME}new/", "/en/desk/conferences/rooms/"):
        assert outsider.get(page).status_code == 403
        assert client.get(page).status_code == 302


def test_a_room_is_added_changed_and_taken_out_of_use(officer):
    rooms = "/en/desk/conferences/rooms/"
    assert officer.post(f"{rooms}new/", {"booths": "2"}).status_code == 422
    said = {"names_en": "Hall 3 (exercise)", "booths": "2", "seats_theatre": "80"}
    assert officer.post(f"{rooms}new/", said).status_code == 302
    room = Room.objects.get(key="hall-3-exercise")
    assert (room.booths, room.seats) == (2, {"theatre": 80})
    officer.post(f"{rooms}hall-3-exercise/", {**said, "booths": "4"})
    officer.post(f"{rooms}hall-3-exercise/", {"do": "close"})
    room.refresh_from_db()
    assert (room.booths, room.active) == (4, False)
    assert "out of use" in plain(officer.get(rooms))


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_the_public_programme_says_what_moved_and_hides_what_is_closed(client, lang):
    row = planned(at("10:00", "13:00"), title=titled("Committee A"))
    planned(at("15:00", "18:00"), title=titled("Secret"), access="closed")
    move_meeting(row.meeting.key, row.starts - timedelta(hours=1), by=SERVING)
    response = client.get(f"/{lang}/sessions/{SESSION}/programme/")
    page = plain(response)
    assert "Secret" not in page
    closed = {"ar": "جلسة مغلقة", "en": "Closed meeting", "fr": "Séance privée"}
    assert closed[lang] in page
    assert response.content.decode().count("<s><bdi>") == 1
    hijri, civil = page.index("1448"), page.index("2026")
    assert hijri < civil if lang == "ar" else civil < hijri or hijri > 0


def test_the_calendar_page_shows_the_meetings_of_its_months(client):
    row = planned(at("10:00", "13:00"), title=titled("Committee A"))
    cancel_meeting(row.meeting.key, by=SERVING, reason="Postponed")
    page = client.get("/en/sessions/?month=2026-12").content.decode()
    assert '<a href="#d-2026-12-03" aria-label="1 meeting">' in page
    assert "Committee A (exercise)" in page
    assert "Postponed" in page
    assert "Committee A" not in client.get("/en/sessions/?month=2027-02").content.decode()
    assert (
        "Committee A" not in client.get("/en/sessions/?month=2026-12&body=iphrc").content.decode()
    )
    assert f"/en/sessions/{SESSION}/programme/" in (
        client.get(f"/en/sessions/{SESSION}/").content.decode()
    )


def test_an_empty_programme_says_what_will_be_there(client, officer):
    assert "No meeting is planned yet" in plain(client.get(f"/en/sessions/{SESSION}/programme/"))
    assert "Plan a meeting" in plain(officer.get(PROGRAMME))
    Room.objects.all().delete()
    assert "No room is on record" in plain(officer.get(PROGRAMME))


def test_pages_of_the_programme_ask_few_questions(client, officer, django_assert_max_num_queries):
    for hour in range(8, 20):
        planned(at(f"{hour:02}:00", f"{hour + 1:02}:00"))
    for browser, page in (
        (officer, PROGRAMME), (officer, f"{PROGRAMME}1/"), (officer, f"{PROGRAMME}new/"),
        (officer, "/en/desk/conferences/calendar/"), (client, f"/en/sessions/{SESSION}/programme/"),
        (client, "/en/sessions/?month=2026-12"),
    ):  # fmt: skip
        browser.get(page)
        who_reads = 4 if browser is officer else 0  # session, account, terms, offices
        with django_assert_max_num_queries(10 + who_reads):
            assert browser.get(page).status_code == 200


def test_the_own_address_is_shown_once_and_only_its_hash_is_kept(officer):
    page = officer.post("/en/desk/conferences/calendar/", {"do": "make"}).content.decode()
    address = re.search(r"http://testserver(/en/calendar/([\w-]{40,}).ics)", page)
    assert Feed.objects.get().digest != address[2]
    assert address[2] not in officer.get("/en/desk/conferences/calendar/").content.decode()
    assert address[2] not in str(list(Act.objects.values("facts", "subject")))
