"""Making, closing and describing accounts; every write is one act without a secret."""

import json
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from amana.accounts import api
from amana.accounts.models import User
from amana.accounts.tests.conftest import PASSWORD, acts
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS


def test_a_new_account_is_one_act_by_the_administrator(amal, keeper):
    (act,) = acts()
    assert (act.verb, act.actor, act.office) == ("create", keeper.actor, "administrator")
    assert act.facts == {"name": "أمل", "language": "en", "administrator": False, "password": True}


def test_the_register_holds_neither_password_nor_address(amal, keeper):
    api.close(amal, by=keeper, reason="left the secretariat")
    written = json.dumps([[a.facts, a.reason, a.subject, a.actor_name] for a in acts()])
    assert PASSWORD not in written
    assert amal.password not in written
    assert "example.org" not in written


def test_one_address_is_one_account_however_it_is_typed(amal, keeper):
    with pytest.raises(Refusal, match="already belongs") as refused:
        api.create(" Amal@EXAMPLE.org ", "Another", by=keeper)
    assert refused.value.code == "account.email-taken"
    assert api.find("AMAL@example.org") == amal


def test_the_database_itself_refuses_capitals_in_an_address(amal):
    with pytest.raises(IntegrityError, match="lower_case"), transaction.atomic():
        User.objects.filter(pk=amal.pk).update(email="Amal@example.org")


@pytest.mark.parametrize(
    ("email", "name", "password", "code"),
    [
        ("not an address", "Name", PASSWORD, "account.email-unreadable"),
        ("a@example.org", "   ", PASSWORD, "account.nameless"),
        ("a@example.org", "Name", "short", "account.password-too-weak"),
        ("amal.alharbi@example.org", "Name", "amal.alharbi@example", "account.password-too-weak"),
        ("a@example.org", "Name", "147258369014725", "account.password-too-weak"),
    ],
)
def test_what_cannot_be_an_account_is_refused_with_a_sentence(email, name, password, code, keeper):
    with pytest.raises(Refusal) as refused:
        api.create(email, name, password, by=keeper)
    assert refused.value.code == code
    assert all(refused.value.sentence(lang) for lang in ("ar", "en", "fr"))
    assert not User.objects.exists()


def test_a_weak_password_is_explained_in_every_language(keeper):
    with pytest.raises(Refusal) as refused:
        api.create("a@example.org", "Name", "short", by=keeper)
    assert "fewer than 12 characters" in refused.value.sentence("en")
    assert {lang for lang in LANGS if "12" in refused.value.sentence(lang)} == set(LANGS)


def test_a_closed_account_is_out_at_once_and_back_when_reopened(amal, keeper, sign_in):
    client = sign_in()
    assert client.get("/en/account/").status_code == 200
    api.close(amal, by=keeper, reason="on leave")
    assert client.get("/en/account/").status_code == 302
    refused = Client().post("/en/account/login/", {"login": amal.email, "password": PASSWORD})
    assert refused["Location"] == "/en/account/inactive/"
    api.reopen(amal, by=keeper, reason="back")
    assert sign_in().get("/en/account/").status_code == 200
    assert [(a.verb, a.reason) for a in acts()[1:]] == [("close", "on leave"), ("reopen", "back")]


def test_a_person_writes_their_own_name_and_language(amal, sign_in):
    client = sign_in()
    said = client.post("/en/account/", {"name": " Amal  Al-Harbi ", "language": "fr"})
    assert said.status_code == 302
    amal.refresh_from_db()
    assert (amal.name, amal.language) == ("Amal Al-Harbi", "fr")
    act = acts()[-1]
    assert (act.verb, act.actor, act.office) == ("describe", amal.key, "")


def test_a_name_left_empty_is_shown_at_the_field(amal, sign_in):
    said = sign_in().post("/en/account/", {"name": "", "language": "fr"})
    assert said.status_code == 422
    assert 'href="#id_name"' in said.content.decode()


def test_nobody_but_the_administrator_makes_closes_or_opens_accounts(amal, keeper):
    stranger = Authority("account:99", "Somebody", date(2026, 11, 24))
    written = len(acts())
    for verb, doing in {
        "create": lambda: api.create("b@example.org", "B", by=stranger),
        "invite": lambda: api.invite(amal, by=stranger),
        "close": lambda: api.close(amal, by=stranger, reason="x"),
        "reopen": lambda: api.reopen(amal, by=stranger, reason="x"),
        "forget factors": lambda: api.forget_factors(amal, by=stranger, reason="x"),
    }.items():
        with pytest.raises(Refusal) as refused:
            doing()
        assert refused.value.code == "account.no-authority"
        for lang in LANGS:
            assert api.TITLES[verb].text(lang) in refused.value.sentence(lang)
    amal.refresh_from_db()
    assert amal.is_active
    assert len(acts()) == written
    assert api.find("b@example.org") is None


def test_what_was_kept_on_a_device_is_let_go_at_sign_out(amal, sign_in):
    client = sign_in()
    assert "Clear-Site-Data" not in client.get("/en/account/").headers
    assert client.post("/en/account/logout/").headers["Clear-Site-Data"] == '"storage"'
