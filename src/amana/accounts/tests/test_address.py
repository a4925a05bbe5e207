"""One's own e-mail address: a letter to the new one, its link, a letter to the old one."""

import re
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from amana.accounts import address, api
from amana.accounts.models import User
from amana.accounts.tests.conftest import PASSWORD, acts
from amana.accounts.tests.test_sign_in import text

PAGE = "/en/account/address/"
NEW = "amal.new@example.org"


@pytest.fixture
def amals(amal, sign_in) -> Client:
    """Amal's browser, where she has just confirmed that it is she."""
    client = sign_in()
    asked = client.get(PAGE)
    assert asked["Location"].startswith("/en/account/reauthenticate/")
    assert client.post(asked["Location"], {"password": PASSWORD})["Location"] == PAGE
    return client


def link_of(letter: Any) -> str:
    return re.search(r"http://testserver(\S+)", letter.body)[1]


def ask(client: Client, email: str = NEW) -> str:
    assert client.post(PAGE, {"email": email}).status_code == 302
    return link_of(mail.outbox[-1])


def test_nothing_changes_before_the_link_of_the_letter_is_opened_and_pressed(amal, amals):
    link = ask(amals, "Amal.New@example.org")
    assert [letter.to for letter in mail.outbox] == [[NEW]]
    assert EmailAddress.objects.filter(user=amal).count() == 1
    page = Client().get(link)
    assert NEW in text(page)
    assert amal.email in text(page)
    amal.refresh_from_db()
    assert amal.email == "amal@example.org"
    assert [act.verb for act in acts()] == ["create"]


def test_the_link_changes_the_address_as_one_act_and_tells_the_old_one(amal, amals, sign_in):
    done = amals.post(ask(amals))
    assert done["Location"] == "/en/account/"
    amal.refresh_from_db()
    assert amal.email == NEW
    stored = EmailAddress.objects.filter(user=amal).values_list("email", "verified", "primary")
    assert list(stored) == [(NEW, True, True)]
    act = acts()[-1]
    assert (act.verb, act.actor, act.facts) == ("change address", amal.key, {})
    assert mail.outbox[-1].to == ["amal@example.org"]
    assert NEW in mail.outbox[-1].body
    assert sign_in(NEW).get("/en/account/").status_code == 200
    old = Client().post("/en/account/login/", {"login": "amal@example.org", "password": PASSWORD})
    assert "do not belong together" in text(old)


def test_the_link_works_once_and_in_a_browser_that_is_not_signed_in(amal, amals):
    link = ask(amals)
    stranger = Client()
    assert stranger.post(link)["Location"] == "/en/account/login/"
    assert stranger.get("/en/account/").status_code == 302
    again = stranger.post(link)
    assert again.status_code == 410
    assert "has been changed since" in text(again)


def test_a_link_older_than_a_day_or_altered_or_of_a_closed_account_is_refused(
    amal, amals, keeper, monkeypatch
):
    link = ask(amals)
    assert Client().get(link.replace("address/", "address/x", 1)).status_code == 410
    api.close(amal, by=keeper, reason="Left")
    assert "This account is closed." in text(Client().get(link))
    monkeypatch.setattr(address, "LIFETIME", timedelta(seconds=-1))
    assert "older than a day" in text(Client().get(link))


def test_an_address_of_another_account_is_not_betrayed_nor_taken(amal, amals, keeper):
    api.create("omar@example.org", "Omar", PASSWORD, by=keeper)
    free = amals.post(PAGE, {"email": NEW}, follow=True)
    taken = amals.post(PAGE, {"email": "omar@example.org"}, follow=True)
    assert text(free).replace(NEW, "") == text(taken).replace("omar@example.org", "")
    letter = mail.outbox[-1]
    assert letter.to == ["omar@example.org"]
    assert "http://" not in letter.body
    assert "belongs to an account already" in letter.body


def test_an_address_that_was_taken_meanwhile_is_refused_in_words(amal, amals, keeper):
    link = ask(amals)
    api.create(NEW, "Omar", by=keeper)
    answer = amals.post(link)
    assert answer.status_code == 410
    assert "already belongs to an account" in text(answer)
    amal.refresh_from_db()
    assert amal.email == "amal@example.org"


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "Write an e-mail address."), ("amal", "Write it in full"),
     ("AMAL@example.org", "This is your address already.")],
)  # fmt: skip
def test_faults_are_said_at_the_field(amal, amals, typed, said):
    answer = amals.post(PAGE, {"email": typed})
    assert answer.status_code == 422
    assert said in text(answer)
    assert not mail.outbox


def test_what_was_typed_is_kept_while_the_proof_is_asked_for_again(amal, amals, settings):
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = -1
    asked = amals.post(PAGE, {"email": NEW})
    assert asked["Location"].startswith("/en/account/reauthenticate/")
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 60
    assert amals.post(asked["Location"], {"password": PASSWORD}).status_code == 302
    assert [letter.to for letter in mail.outbox] == [[NEW]]


def test_only_so_many_letters_are_written_at_once(amal, amals):
    for number in range(5):
        ask(amals, f"amal{number}@example.org")
    assert amals.post(PAGE, {"email": "amal6@example.org"}).status_code == 429
    assert len(mail.outbox) == 5


@pytest.mark.parametrize("lang", ["ar", "fr"])
def test_letters_are_written_in_the_language_of_the_account(amal, amals, lang):
    User.objects.filter(pk=amal.pk).update(language=lang)
    link = ask(amals)
    assert link.startswith(f"/{lang}/account/address/")
    assert "Somebody" not in mail.outbox[-1].body
    assert amals.get(link).status_code == 200
    amals.post(link)
    assert "From now on" not in mail.outbox[-1].body
    assert amals.get(f"/{lang}/account/address/").status_code == 200
