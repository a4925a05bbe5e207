"""The pages of badges, check-in and seating, and their sheets: what is said, counted, printed."""

import csv
import io
import json
import re
import subprocess

import pytest

from amana.conferences.acts.badges import issue_badges, revoke_badge
from amana.conferences.acts.delegations import (
    Details,
    add_delegate,
    change_delegate,
    open_delegations,
)
from amana.conferences.acts.opening import open_floor
from amana.conferences.acts.seating import move_seat
from amana.conferences.badging.codes import code_of
from amana.conferences.badging.sheets import initials_of
from amana.conferences.models import Badge, Passage, SeatMoved
from amana.conferences.tests.meetings import SERVING, SESSION
from amana.desk.tests.conftest import plain
from amana.desk.tests.people import gather
from amana.ground import clock, files
from amana.kernel.words import LANGS, Words
from amana.texts.renditions.code import png

pytestmark = pytest.mark.usefixtures("oic")
DESK = f"/en/desk/conferences/{SESSION}/"
PHOTO = png("a photograph of an exercise")
BROKEN = PHOTO[:60] + b"\x00\x01\x02" + PHOTO[63:]


@pytest.fixture
def cast():
    return gather()


@pytest.fixture
def officer(cast):
    return cast.client(cast.registrar)


@pytest.fixture
def numbers():
    """One head of Egypt with a photograph, one delegate of Jordan, one of an observer."""
    open_delegations(SESSION, by=SERVING)
    day = clock.today()
    head = Details(Words(ar="المندوب الأول (تمرين)", en="Delegate One (exercise)"), rank="head",
                   since=day, until=day, photo=files.keep(PHOTO))  # fmt: skip
    plainly = Details(Words(en="Delegate Two (exercise)"), since=day, until=day)
    return [
        add_delegate(SESSION, party, details, by=SERVING).pk
        for party, details in (("egy", head), ("jor", plainly), ("rus", plainly))
    ]


def words_of(pdf):
    made = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return made.stdout.decode()


def code(number):
    return code_of(Badge.objects.get(delegate=number, revoked=None).serial)


# --- Badges


@pytest.mark.parametrize("size", ["a6", "card"])
def test_two_delegations_are_printed_with_one_press(officer, numbers, size):
    assert "Nothing was printed" in plain(officer.post(f"{DESK}badges/", {"size": size}))
    answer = officer.post(f"{DESK}badges/", {"party": ["egy", "rus"], "size": size}, follow=True)
    assert answer.headers["Content-Type"] == "application/pdf"
    text = words_of(answer.content)
    for said in ("Delegate One", "Delegate Two", "Egypt", "head of delegation", "مصر", "observer"):
        assert said in text
    assert Badge.objects.count() == 2
    again = officer.post(f"{DESK}badges/", {"party": ["egy", "rus"], "size": size}, follow=True)
    assert (Badge.objects.count(), again.content) == (2, answer.content)
    one = officer.get(f"{DESK}badges/sheets.pdf?party=egy&party=rus&number={numbers[2]}")
    assert "Delegate One" not in words_of(one.content)


def pictures_in(pdf):
    told = subprocess.run(["pdfimages", "-list", "-"], input=pdf, capture_output=True, check=True)
    return len(told.stdout.splitlines()) - 2


@pytest.mark.parametrize("lang", LANGS)
def test_a_photograph_is_printed_and_a_broken_one_leaves_initials(officer, numbers, lang):
    issue_badges(SESSION, ["egy"], by=SERVING)
    at = f"{DESK.replace('/en/', f'/{lang}/')}badges/sheets.pdf"
    assert pictures_in(officer.get(at).content) == 1
    broken = Details(Words(en="Delegate One (exercise)"), photo=files.keep(BROKEN))
    change_delegate(numbers[0], broken, by=SERVING)
    page = officer.get(at).content
    assert pictures_in(page) == 0
    assert "Delegate One" in words_of(page)


def test_a_print_of_nobody_is_refused_in_words(officer, numbers):
    answer = officer.get(f"{DESK}badges/sheets.pdf")
    assert answer.status_code == 422
    assert "There is nobody to print a badge for." in plain(answer)


def test_initials_are_of_the_first_and_the_last_name():
    assert initials_of("Delegate of State 07 Ø") == "D\u200aØ"
    assert initials_of("مندوب الدولة (تمرين)") == "م\u200aا"
    assert initials_of("07") == ""


def test_a_badge_is_revoked_with_a_reason_and_issued_again(officer, numbers):
    issue_badges(SESSION, ["egy"], by=SERVING)
    at, number = f"{DESK}badges/of/egy/", numbers[0]
    refused = officer.post(at, {"number": number, "do": "revoke"})
    assert refused.status_code == 422
    assert "A badge is revoked for a reason that is kept." in plain(refused)
    page = officer.post(at, {"number": number, "do": "revoke", "reason": "Lost"}, follow=True)
    assert "revoked" in plain(page)
    page = officer.post(at, {"number": number, "do": "again"}, follow=True)
    assert "valid" in plain(page)
    assert Badge.objects.filter(delegate=number).count() == 2


# --- Check-in


def test_a_desk_without_scripts_reads_finds_and_stops(officer, numbers):
    open_floor(SESSION, by=SERVING, book="oic", language="en")
    issue_badges(SESSION, ["egy"], by=SERVING)
    at, form = f"{DESK}checkin/", {"desk": "Gate 1", "way": "in"}
    page = officer.post(at, {**form, "key": "a", "code": code(numbers[0])})
    assert "Comes in Egypt Delegate One (exercise) · head of delegation" in plain(page)
    assert "Present: 1 of 57 · needed to debate: 38 · to decide: 38" in plain(page)
    assert page.headers["Permissions-Policy"].startswith("camera=(self)")
    again = officer.post(at, {**form, "key": "a", "code": code(numbers[0])})
    assert "Received before; it counts once." in plain(again)
    copied = officer.post(at, {**form, "key": "b", "code": code(numbers[0])})
    assert re.search(r"Already inside .*Since \d\d:\d\d, at the desk “Gate 1”", plain(copied))
    forged = officer.post(at, {**form, "key": "c", "code": "A" * 32})
    assert "This badge is false" in plain(forged)
    found = officer.get(at, {"q": "jordan"})
    assert "Delegate Two (exercise)" in plain(found)
    revoke_badge(SESSION, numbers[0], by=SERVING, reason="Lost (exercise)")
    late = code_of(Badge.objects.get(delegate=numbers[0]).serial)
    officer.post(at, {**form, "way": "out", "key": "d", "code": late})
    stopped = plain(officer.post(at, {**form, "key": "e", "code": late}))
    assert "Stop: the badge is revoked" in stopped
    assert "Lost (exercise)" in stopped


def test_a_telephone_that_reads_a_badge_comes_to_the_desk_with_its_code(officer, numbers):
    issue_badges(SESSION, ["egy"], by=SERVING)
    answer = officer.get(f"/en/desk/conferences/b/{code(numbers[0])}/", follow=True)
    assert f'value="{code(numbers[0])}"' in answer.content.decode()
    assert officer.get(f"/en/desk/conferences/b/{'A' * 32}/").status_code == 422


def test_what_a_device_kept_is_sent_at_once_and_answered_by_key(officer, numbers):
    issue_badges(SESSION, ["egy", "jor"], by=SERVING)
    scans = [{"key": "k1", "code": code(numbers[0]), "scanned": "2026-01-01T00:00:00.000Z"},
             {"key": "k2", "number": numbers[1], "way": "in"}]  # fmt: skip
    sent = {"device": "d1", "desk": "Gate 2", "scans": scans}
    for again in (False, True):
        answer = officer.post(f"{DESK}checkin/scan/", json.dumps(sent), "application/json",
                              headers={"accept": "application/json"}).json()  # fmt: skip
        assert [(a["key"], a["result"], a["again"]) for a in answer["answers"]] == [
            ("k1", "in", again), ("k2", "in", again),
        ]  # fmt: skip
    assert answer["hall"] == "Delegations inside: 2"
    assert Passage.objects.count() == 2
    people = officer.get(f"{DESK}checkin/people/").json()["people"]
    assert {each["number"] for each in people} == set(numbers)


@pytest.mark.parametrize(
    "body", ["", "[]", "{}", '{"device": 1, "scans": 3}', '{"device": "d", "scans": [1]}',
             '{"device": "d", "scans": [{"key": ""}]}', "[" * 90_000, " " * 200_000]
)  # fmt: skip
def test_what_cannot_be_read_is_refused_whole(officer, numbers, body):
    answer = officer.post(f"{DESK}checkin/scan/", body, "application/json",
                          headers={"accept": "application/json"})  # fmt: skip
    assert answer.status_code == 422
    assert answer.json()["fault"]


# --- Seating


@pytest.mark.parametrize("lang", LANGS)
def test_the_hall_is_seated_in_the_order_of_a_language_and_printed_on_one_sheet(
    officer, numbers, lang
):
    rows = csv.DictReader(io.StringIO(
        officer.get(f"{DESK}seating/?order={lang}&format=csv").content.decode("utf-8-sig")
    ))  # fmt: skip
    first = [row["Code"] for row in rows][:3]
    assert first == {"ar": ["aze", "jor", "afg"], "en": ["afg", "alb", "dza"],
                     "fr": ["afg", "alb", "dza"]}[lang]  # fmt: skip
    made = officer.get(f"{DESK}seating/plan.pdf?order={lang}").content
    told = subprocess.run(["pdfinfo", "-"], input=made, capture_output=True, check=True)
    assert re.search(r"Pages:\s+1\n", told.stdout.decode())


def test_an_exception_by_hand_stays_when_the_hall_is_arranged_anew(officer, numbers):
    at = f"{DESK}seating/"
    moved = {"do": "move", "party": "egy", "block": "members", "row": 2, "seat": 3}
    assert "The delegation is moved" in plain(officer.post(at, moved, follow=True))
    taken = officer.post(at, {**moved, "party": "jor"})
    assert taken.status_code == 422
    assert "another delegation was moved to this seat by hand" in plain(taken)
    arranged = {"do": "arrange", "language": "fr", "desks": 8, "first": "M", "chair": "tur"}
    page = plain(officer.post(at, arranged, follow=True))
    assert "The hall is arranged." in page
    assert re.search(r"2/3 · moved by hand Égypte", page)
    assert re.search(r"Podium (Türkiye|Turquie) Members 1/1 Malaisie", page)
    assert "2/3 · moved by hand مصر" in plain(officer.get(f"{at}?order=ar"))
    officer.post(at, {"do": "back", "party": "egy"})
    assert not SeatMoved.objects.known().exists()
    assert officer.post(at, {**arranged, "first": "Atlantis"}).status_code == 422
    assert officer.post(at, {**arranged, "desks": 0}).status_code == 422


# --- All of them


def test_the_pages_take_few_queries_and_are_closed_to_others(
    officer, cast, numbers, django_assert_max_num_queries
):
    issue_badges(SESSION, ["egy", "jor", "rus"], by=SERVING)
    open_floor(SESSION, by=SERVING, book="oic", language="en")
    move_seat(SESSION, "egy", "members", 1, 1, by=SERVING)
    for page in ("badges/", "badges/of/egy/", "checkin/?q=a", "checkin/hall/", "checkin/people/",
                 "seating/", "seating/plan.pdf"):  # fmt: skip
        officer.get(f"{DESK}{page}")
        with django_assert_max_num_queries(10, info=page):
            assert officer.get(f"{DESK}{page}").status_code == 200
        assert cast.client(cast.outsider).get(f"{DESK}{page}").status_code == 403
