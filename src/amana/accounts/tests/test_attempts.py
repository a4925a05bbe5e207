"""Attempts are counted by address and visitor: nobody closes the account of another easily."""

import re

import pytest
from django.core import mail
from django.test import Client

from amana.accounts.tests.conftest import PASSWORD

LOGIN = "/en/account/login/"
WRONG = "not the password at all"
HERE, THERE = "192.0.2.1", "198.51.100.7"


def attempt(place: str, password: str, email: str = "amal@example.org"):
    return Client(REMOTE_ADDR=place).post(LOGIN, {"login": email, "password": password})


def too_many(answer) -> bool:
    return "Too many attempts" in answer.content.decode()


def close_everywhere() -> None:
    """Thirty wrong passwords from ten places within the hour."""
    for place in range(10):
        for _time in range(3):
            assert not too_many(attempt(f"203.0.113.{place}", WRONG))


def test_five_wrong_passwords_close_the_address_there_and_nowhere_else(amal):
    for _time in range(5):
        assert not too_many(attempt(HERE, WRONG))
    assert too_many(attempt(HERE, PASSWORD))
    assert attempt(THERE, PASSWORD).status_code == 302
    assert not too_many(attempt(HERE, WRONG, "another@example.org"))


def test_letters_and_blanks_of_the_address_make_no_second_count(amal):
    for email in ("amal@example.org", "AMAL@example.org", " amal@example.org", "Amal@Example.Org"):
        attempt(HERE, WRONG, email)
    attempt(HERE, WRONG)
    assert too_many(attempt(HERE, PASSWORD))


def test_visitors_of_one_network_of_ipv6_are_one_visitor(amal):
    for host in range(5):
        attempt(f"2001:db8:0:1::{host + 1}", WRONG)
    assert too_many(attempt("2001:db8:0:1::ffff", PASSWORD))
    assert attempt("2001:db8:0:2::1", PASSWORD).status_code == 302


def test_thirty_wrong_passwords_from_many_places_close_it_to_all(amal):
    close_everywhere()
    assert too_many(attempt(THERE, PASSWORD))


def test_one_place_alone_cannot_close_it_to_all(amal, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {
        "login": "", "login_failed": "10/h/key"
    }  # fmt: skip
    for _time in range(40):
        attempt(HERE, WRONG)
    assert too_many(attempt(HERE, PASSWORD))
    assert attempt(THERE, PASSWORD).status_code == 302


def test_right_passwords_do_not_count(amal):
    for _time in range(4):
        attempt(HERE, WRONG)
    for _time in range(8):
        assert attempt(HERE, PASSWORD).status_code == 302
    assert not too_many(attempt(HERE, WRONG))
    assert too_many(attempt(HERE, PASSWORD))


def test_a_new_password_after_a_letter_opens_it_again(amal):
    close_everywhere()
    client = Client(REMOTE_ADDR=THERE)
    client.post("/en/account/password/reset/", {"email": amal.email})
    link = re.search(r"http://testserver(\S+)", mail.outbox[0].body)[1]
    form = client.get(link, follow=True).redirect_chain[-1][0]
    new = "nine cranes near Dakar"
    client.post(form, {"password1": new, "password2": new})
    assert attempt(THERE, new).status_code == 302


@pytest.mark.parametrize("lang", ["ar", "fr"])
def test_the_sentence_is_said_in_the_language_of_the_page(amal, lang):
    for _time in range(5):
        attempt(HERE, WRONG)
    answer = Client(REMOTE_ADDR=HERE).post(
        f"/{lang}/account/login/", {"login": amal.email, "password": PASSWORD}
    )
    assert {"ar": "محاولات كثيرة", "fr": "Trop de tentatives"}[lang] in answer.content.decode()
