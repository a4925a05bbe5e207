"""Signing in: password, attempts, closed sign-up, second factor, recovery, reset."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.db import connection
from django.test import Client

from amana.accounts import api
from amana.accounts.models import User
from amana.accounts.tests.conftest import PASSWORD, acts
from amana.ground import clock

LOGIN = "/en/account/login/"
WRONG = "not the password at all"


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def text(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def connect_app(client: Client) -> tuple[str, list[str]]:
    """Connect an authenticator app as a person does; its secret and the recovery codes."""
    address = "/en/account/factors/app/activate/"
    asked = client.get(address)
    if asked.status_code == 302:
        assert client.post(asked["Location"], {"password": PASSWORD})["Location"] == address
    page = client.get(address)
    secret = page.context["form"].secret
    done = client.post(address, {"code": code_of(secret)})
    assert done["Location"] == "/en/account/factors/codes/"
    codes = client.get(done["Location"]).context["unused_codes"]
    return secret, list(codes)


def test_the_right_password_opens_the_account(amal, sign_in):
    assert sign_in("AMAL@example.org").get("/en/account/").context["user"] == amal


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_a_wrong_password_gives_one_sentence_and_the_address_stays_typed(amal, lang):
    said = Client().post(f"/{lang}/account/login/", {"login": amal.email, "password": WRONG})
    page = said.content.decode()
    assert said.status_code == 200
    assert 'class="error-summary"' in page
    assert f'value="{amal.email}"' in page
    assert WRONG not in page
    assert f'dir="{"rtl" if lang == "ar" else "ltr"}"' in page


def test_an_unknown_address_is_answered_like_a_wrong_password(amal):
    known = Client().post(LOGIN, {"login": amal.email, "password": WRONG})
    unknown = Client().post(LOGIN, {"login": "nobody@example.org", "password": WRONG})
    assert "do not belong together" in text(known)
    assert text(known) == text(unknown)


def test_after_five_wrong_passwords_even_the_right_one_waits(amal):
    for _ in range(5):
        assert "do not belong together" in text(
            Client().post(LOGIN, {"login": amal.email, "password": WRONG})
        )
    said = Client().post(LOGIN, {"login": amal.email, "password": PASSWORD})
    assert "Too many attempts" in text(said)
    assert "sessionid" not in said.cookies


def test_attempts_are_counted_in_the_database_so_that_all_workers_know_them(amal):
    Client().post(LOGIN, {"login": amal.email, "password": WRONG})
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM accounts_cache WHERE cache_key LIKE '%login_failed%'")
        assert cursor.fetchone()[0] >= 1


def test_nobody_signs_up():
    for said in (
        Client().get("/en/account/signup/"),
        Client().post("/en/account/signup/", {"email": "x@example.org", "password1": PASSWORD}),
    ):
        assert said.status_code == 403
        assert "Accounts are made by the administrator" in text(said)
    assert not User.objects.exists()


def test_pages_of_allauth_that_we_do_not_offer_are_not_there(amal, sign_in):
    client = sign_in()
    for page in ("email", "confirm-email", "3rdparty", "2fa", "login/code"):
        assert client.get(f"/en/account/{page}/").status_code == 404, page


def test_an_account_without_a_password_cannot_be_entered_with_one(keeper):
    api.create("sso@example.org", "Single Sign-On", by=keeper)
    said = Client().post(LOGIN, {"login": "sso@example.org", "password": ""})
    assert said.status_code == 200
    said = Client().post(LOGIN, {"login": "sso@example.org", "password": "!"})
    assert "do not belong together" in text(said)


def test_an_app_is_asked_for_its_code_at_the_next_sign_in(amal, sign_in):
    secret, _codes = connect_app(sign_in())
    client = sign_in()
    assert client.get("/en/account/").status_code == 302
    wrong = client.post("/en/account/factors/authenticate/", {"code": "000000"})
    assert "This code is not right" in text(wrong)
    assert client.get("/en/account/").status_code == 302
    later = code_of(secret)
    right = client.post("/en/account/factors/authenticate/", {"code": later})
    assert right.status_code == 302
    assert client.get("/en/account/").context["user"] == amal


def test_a_code_serves_once(amal, sign_in):
    secret, _codes = connect_app(sign_in())
    code = code_of(secret)
    for expected in (302, 200):
        client = sign_in()
        said = client.post("/en/account/factors/authenticate/", {"code": code})
        assert said.status_code == expected


def test_a_recovery_code_stands_in_once_for_a_lost_phone(amal, sign_in):
    _secret, codes = connect_app(sign_in())
    assert len(codes) == 10
    client = sign_in()
    assert client.post("/en/account/factors/authenticate/", {"code": codes[0]}).status_code == 302
    assert client.get("/en/account/").context["user"] == amal
    again = sign_in().post("/en/account/factors/authenticate/", {"code": codes[0]})
    assert "This code is not right" in text(again)


def test_recovery_codes_are_shown_once(amal, sign_in):
    client = sign_in()
    _secret, codes = connect_app(client)
    page = client.get("/en/account/factors/codes/").content.decode()
    assert not any(code in page for code in codes)
    assert "10 codes are left" in page


def test_factors_are_acts_and_their_secrets_are_encrypted_at_rest(amal, sign_in):
    client = sign_in()
    secret, _codes = connect_app(client)
    stored = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in stored
    client.post("/en/account/factors/app/deactivate/")
    assert [(a.verb, a.actor, a.facts["factor"]) for a in acts()[1:]] == [
        ("add factor", amal.key, "totp"),
        ("add factor", amal.key, "recovery_codes"),
        ("remove factor", amal.key, "totp"),
        ("remove factor", amal.key, "recovery_codes"),
    ]


def test_changing_factors_asks_for_the_password_again(amal, sign_in):
    client = sign_in()
    session = client.session
    session["account_authentication_methods"] = []  # as if the sign-in were long ago
    session.save()
    said = client.get("/en/account/factors/keys/add/")
    assert said["Location"].startswith("/en/account/reauthenticate/")
    wrong = client.post(said["Location"], {"password": WRONG})
    assert "This is not your password" in text(wrong)


def test_an_administrator_frees_an_account_whose_phone_is_lost(amal, keeper, sign_in):
    connect_app(sign_in())
    assert api.forget_factors(amal, by=keeper, reason="phone stolen in Jeddah") == 2
    assert sign_in().get("/en/account/").context["user"] == amal
    act = acts()[-1]
    assert (act.verb, act.actor, act.facts) == (
        "forget factors", keeper.actor, {"factors": ["recovery_codes", "totp"]},
    )  # fmt: skip


def test_a_changed_password_ends_the_other_sessions_and_is_an_act(amal, sign_in):
    elsewhere, here = sign_in(), sign_in()
    new = {"oldpassword": PASSWORD, "password1": "eight storks by Istanbul"}
    said = here.post("/en/account/password/change/", {**new, "password2": new["password1"]})
    assert said.status_code == 302
    assert here.get("/en/account/").status_code == 200
    assert elsewhere.get("/en/account/").status_code == 302
    assert acts()[-1].verb == "set password"
    assert [letter.to for letter in mail.outbox] == [[amal.email]]


def test_a_forgotten_password_is_reset_by_a_letter_in_the_persons_language(amal, keeper, sign_in):
    api.describe(amal, amal.name, "fr", by=keeper)
    said = Client().post("/en/account/password/reset/", {"email": "AMAL@example.org"})
    assert said["Location"] == "/en/account/password/reset/sent/"
    (letter,) = mail.outbox
    link = re.search(r"http://testserver(\S+)", letter.body)[1]
    client = Client()
    form = client.get(link, follow=True)
    new = "nine cranes near Dakar"
    said = client.post(form.redirect_chain[-1][0], {"password1": new, "password2": new})
    assert said["Location"] == "/en/account/password/reset/done/"
    assert sign_in(password=new).get("/en/account/").context["user"] == amal
    assert "does not work any more" in text(Client().get(link, follow=True))


def test_a_reset_for_an_unknown_address_says_the_same_and_writes_to_nobody():
    said = Client().post("/en/account/password/reset/", {"email": "nobody@example.org"})
    assert said["Location"] == "/en/account/password/reset/sent/"
    assert mail.outbox == []


def test_no_page_of_sign_in_carries_a_script_or_style_of_its_own(amal, sign_in):
    client = sign_in()
    connect_app(client)
    pages = [Client().get(LOGIN), Client().get("/ar/account/password/reset/")]
    pages += [
        client.get(f"/en/account/{page}")
        for page in (
            "",
            "factors/",
            "factors/keys/",
            "factors/keys/add/",
            "password/change/",
            "sessions/",
            "address/",
        )
    ]
    for page in pages:
        found = page.content.decode()
        assert page.status_code == 200
        assert not re.search(r"<style|\sstyle=|\son\w+=", found), page.request["PATH_INFO"]
        for script in re.findall(r"<script([^>]*)>", found):
            assert "src=" in script or 'type="application/json"' in script


def test_the_account_page_says_when_nothing_but_a_password_protects_it(amal, sign_in):
    client = sign_in()
    assert "your password alone protects this account" in text(client.get("/en/account/"))
    connect_app(client)
    assert "authenticator app" in text(client.get("/en/account/"))


def test_a_session_ends_with_the_working_day(amal, sign_in):
    client = sign_in()
    assert client.session.get_expire_at_browser_close()
    left = client.session.get_expiry_date() - clock.now()
    assert left <= timedelta(hours=12)
