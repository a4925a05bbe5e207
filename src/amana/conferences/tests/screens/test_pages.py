"""The pages of a floor: each seat its own, no seat no page; everything works without scripts."""

import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from django.test import Client

from amana.accounts import api, readers
from amana.conferences.models import Entry, Log, Session
from amana.conferences.tests.screens.floors import (
    OFFICER,
    address,
    exercise,
    opened,
    said_by,
    words_in,
)
from amana.ground import clock
from amana.kernel.authority import Authority

SEATS = (
    ("chair", "chair", ""), ("desk", "secretary", ""), ("delegate", "delegate", "S02"),
    ("interpreters", "interpreter", ""),
)  # fmt: skip


@pytest.fixture
def log(oic):
    return opened()


@pytest.fixture
def desk(oic):
    """Whoever signs in here is an officer who serves sessions."""
    before = readers._authority[0]
    readers.authorities_by(lambda user: replace(OFFICER(), actor=user.key))
    console = Authority("system", "Console", clock.today(), powers=frozenset({"administrator"}))
    user = api.create("officer@example.org", "Exercise", "seven herons over the pier", False,
                      by=console)  # fmt: skip
    found = Client()
    found.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    yield found
    readers.authorities_by(before)


def page(client, log, screen, role, party="", lang="en"):
    return client.get(address(log, screen, role, party, lang))


def pressed(client, log, screen, role, party="", **fields):
    """Press a button without scripts: the hidden fields are those of the page."""
    shown = page(client, log, screen, role, party).content.decode()
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', shown))
    action = re.search(r'action="(/en/floor/[^"]*/say/[^"]*)"', shown)[1].replace("&amp;", "&")
    return client.post(action, {**hidden, **fields})


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
@pytest.mark.parametrize(("screen", "role", "party"), SEATS)
def test_each_seat_has_its_page_in_few_queries(
    client, log, screen, role, party, lang, django_assert_max_num_queries
):
    with django_assert_max_num_queries(10):
        response = page(client, log, screen, role, party, lang)
    assert response.status_code == 200
    assert response.headers["Cache-Control"].startswith("max-age=0, no-cache, no-store")
    html = response.content.decode()
    assert 'class="exercise"' in html  # the mark of the exercise
    assert not re.search(r"<script(?![^>]*src)|<style| style=| on\w+=\"", html)


@pytest.mark.parametrize(("screen", "role", "party"), SEATS)
def test_without_a_seat_there_is_no_page(client, log, screen, role, party):
    assert client.get(f"/en/floor/{log.key}/{screen}/").status_code == 422
    other = "delegate" if role != "delegate" else "interpreter"
    if screen != "interpreters":
        wrong = page(client, log, screen, other, "S02" if other == "delegate" else "")
        assert wrong.status_code == 422
    elsewhere = exercise()
    forged = address(elsewhere, screen, role, party).replace(elsewhere.key, log.key)
    assert client.get(forged).status_code == 422


def test_a_delegate_does_not_see_the_screens_of_the_served(client, log):
    for screen in ("chair", "desk", "interpreters"):
        assert page(client, log, screen, "delegate", "S02").status_code == 422


def test_the_address_of_the_floor_leads_to_the_own_seat(client, log):
    for screen, role, party in SEATS:
        seat = address(log, screen, role, party)
        response = client.get(seat.replace(f"/{screen}/", "/"))
        assert response.status_code == 302
        assert unquote(response.url) == seat
    assert client.get(f"/en/floor/{log.key}/").status_code == 422
    assert client.get("/en/floor/nothing/").status_code == 404


def test_the_hall_needs_no_account_but_the_address(client, log, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        response = client.get(f"/ar/floor/{log.key}/hall/{log.door}/")
    assert response.status_code == 200
    assert "تمرين" in response.content.decode()
    assert "csrftoken" not in response.cookies
    assert client.get(f"/en/floor/{log.key}/hall/{log.door[:-1]}x/").status_code == 404
    assert client.get(f"/en/floor/{log.key}/hall/é/").status_code == 404


def test_the_hall_is_never_served_from_a_cache(client, log):
    hall = f"/en/floor/{log.key}/hall/{log.door}/"
    assert "ETag" not in client.get(hall).headers
    said_by(log, "request_floor", "S07")
    assert "State 07" in client.get(hall).content.decode()


def test_a_press_without_scripts_does_the_same_and_comes_back(client, log):
    response = pressed(client, log, "delegate", "delegate", "S02", do="request_floor")
    assert response.status_code == 302
    assert "/delegate/?as=" in response.url
    assert Entry.objects.latest("n").by == ["S02/exercise"]
    shown = words_in(client.get(response.url).content.decode())
    assert "Place on the list: 1" in shown


def test_a_refusal_names_its_rule_and_keeps_what_was_typed(client, log):
    said_by(log, "close_list", consent="given")
    response = pressed(client, log, "desk", "secretary", do="request_floor", by="State 07",
                       rank="minister")  # fmt: skip
    assert response.status_code == 422
    html = response.content.decode()
    assert "The list of speakers is closed: State 07 cannot be added." in words_in(html)
    assert "Rule 73, General Assembly" in html
    assert 'id="error-summary"' in html
    assert 'value="State 07"' in html
    assert re.search(r'<option value="minister" selected>', html)
    assert re.search(r'id="act-request_floor"[^>]*open>', html)


def test_the_same_form_sent_twice_counts_once(client, log):
    shown = page(client, log, "delegate", "delegate", "S02").content.decode()
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', shown))
    action = address(log, "say", "delegate", "S02")
    for _ in range(2):
        assert client.post(action, {**hidden, "do": "request_floor"}).status_code == 302
    assert Entry.objects.filter(do="request_floor").count() == 1


def test_a_delegation_votes_and_finds_its_answer_marked(client, log):
    said_by(log, "ask_consensus", on="L.1")
    said_by(log, "object", "S03")
    said_by(log, "start_voting", question="L.1", method="recorded")
    for answer in ("yes", "abstain"):
        pressed(client, log, "delegate", "delegate", "S02",
                do=f"cast?answer={answer}&question=L.1")  # fmt: skip
    html = page(client, log, "delegate", "delegate", "S02").content.decode()
    assert re.search(r'data-answer="abstain" aria-pressed="true"', html)
    assert html.count('aria-pressed="true"') == 1
    assert Entry.objects.filter(do="cast").count() == 2


def test_the_form_of_an_act_opens_on_the_page_of_a_delegation(client, log):
    html = page(client, log, "delegate", "delegate", "S02").content.decode()
    assert "?act=amend" in html
    assert 'name="change"' not in html
    html = client.get(address(log, "delegate", "delegate", "S02") + "&act=amend").content.decode()
    assert 'name="change"' in html
    response = pressed(client, log, "delegate", "delegate", "S02", do="amend", of="L.1", change="x")
    assert response.status_code == 302


def test_a_press_for_a_screen_that_is_none_or_without_seat_does_nothing(client, log):
    action = address(log, "say", "delegate", "S02")
    assert client.post(action, {"screen": "chair", "do": "close_list"}).status_code == 422
    assert client.post(action, {"screen": "interpreter", "do": "close_list"}).status_code == 404
    assert client.post(action, {"screen": "delegate", "do": "nothing"}).status_code == 422
    assert client.get(action).status_code == 405
    assert Entry.objects.filter(log=log).count() == 2


def test_an_officer_opens_a_floor_and_gives_its_duties(desk):
    key = Session.objects.filter(body__key="cfm", exercise=False).latest("ordinal").key
    there = f"/en/desk/conferences/{key}/floor/"
    assert desk.get(there).status_code == 200
    assert desk.post(there, {"do": "open", "book": "oic", "language": "ar"}).status_code == 302
    assert desk.post(there, {"do": "open", "book": "oic", "language": "ar"}).status_code == 422
    log = Log.objects.get(session__key=key)
    said = {"do": "give", "log": log.key, "role": "chair", "email": "officer@example.org"}
    assert desk.post(there, said).status_code == 302
    html = desk.get(there).content.decode()
    assert log.door in html
    assert 'class="qr"' in html
    chair = f"/en/floor/{log.key}/chair/"
    assert desk.get(chair).status_code == 200
    wrong = desk.post(there, said | {"email": "nobody@example.org"})
    assert wrong.status_code == 422
    assert "There is no account" in wrong.content.decode()
    assert desk.post(there, said | {"do": "end"}).status_code == 302
    assert desk.get(chair).status_code == 422


def test_the_floors_of_a_session_are_for_officers_alone(client, log):
    there = f"/en/desk/conferences/{log.session.key}/floor/"
    assert "/account/" in client.get(there).url
