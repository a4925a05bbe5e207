"""The one-time links: the first administrator's, and invitations."""

from datetime import timedelta

import pytest
from django.test import Client

from amana.accounts import api, links
from amana.accounts.models import OneTimeLink, User
from amana.accounts.tests.conftest import PASSWORD, acts

BASE = "http://localhost:8000"
SAID = {
    "email": "Idris@example.org",
    "name": "إدريس",
    "language": "ar",
    "password": PASSWORD,
    "again": PASSWORD,
}


def path(link: str) -> str:
    assert link.startswith(f"{BASE}/")
    return link.removeprefix(BASE)


def test_the_first_link_makes_the_administrator_and_signs_them_in(db):
    client = Client()
    address = path(api.first_link(BASE))
    assert client.get(address).status_code == 200
    assert client.post(address, SAID).status_code == 302
    user = User.objects.get()
    assert (user.email, user.name, user.is_administrator) == ("idris@example.org", "إدريس", True)
    assert client.get("/ar/account/").context["user"] == user
    (act,) = acts()
    assert (act.verb, act.subject, act.actor, act.actor_name) == (
        "set up", user.key, user.key, "إدريس",
    )  # fmt: skip


def test_there_is_no_first_link_once_an_administrator_has_signed_in(db):
    Client().post(path(api.first_link(BASE)), SAID)
    assert api.first_link(BASE) is None


def test_an_account_that_administers_nothing_leaves_the_first_link_open(amal, sign_in):
    sign_in()
    assert api.first_link(BASE)


def test_the_table_keeps_no_token(db):
    token = path(api.first_link(BASE)).rstrip("/").rpartition("/")[2]
    assert token not in str(list(OneTimeLink.objects.values()))


def test_a_link_works_once_and_then_says_so(db):
    address = path(api.first_link(BASE))
    Client().post(address, SAID)
    for said in (Client().get(address), Client().post(address, SAID | {"email": "b@example.org"})):
        assert said.status_code == 410
        assert "This link has been used" in said.content.decode()
    assert User.objects.count() == 1


def test_a_new_first_link_ends_the_one_before(db):
    before, after = path(api.first_link(BASE)), path(api.first_link(BASE))
    assert "expired" in Client().get(before).content.decode()
    assert Client().get(after).status_code == 200


def test_a_link_older_than_a_day_has_expired(db):
    address = path(api.first_link(BASE))
    OneTimeLink.objects.update(
        made=links.clock.now() - timedelta(hours=25), expires=links.clock.now() - timedelta(hours=1)
    )
    said = Client().post(address, SAID)
    assert said.status_code == 410
    assert "expired" in said.content.decode()
    assert not User.objects.exists()


def test_the_first_link_lives_one_day(db):
    api.first_link(BASE)
    link = OneTimeLink.objects.get()
    assert link.expires - link.made == timedelta(hours=24)


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_a_link_that_nobody_made_gives_a_sentence_in_each_language(db, lang):
    said = Client().get(f"/{lang}/account/first/{'x' * 43}/")
    assert said.status_code == 410
    assert f'lang="{lang}"' in said.content.decode()


def test_a_weak_password_leaves_the_link_unspent_and_what_was_typed_in_place(db):
    address = path(api.first_link(BASE))
    weak = SAID | {"password": "password1234", "again": "password1234"}
    said = Client().post(address, weak)
    assert said.status_code == 422
    assert 'href="#id_password"' in said.content.decode()
    assert "Idris@example.org" in said.content.decode()
    assert Client().post(address, SAID).status_code == 302


def test_two_different_passwords_are_not_taken(db):
    said = Client().post(path(api.first_link(BASE)), SAID | {"again": PASSWORD + "!"})
    assert said.status_code == 422
    assert "The two passwords differ" in said.content.decode()


def test_the_invited_choose_their_password_and_are_in(keeper):
    fatou = api.create("fatou@example.org", "Fatou", language="fr", by=keeper)
    address = path(api.invitation_link(fatou, BASE))
    assert address.startswith("/fr/account/invitation/")
    client = Client()
    assert "fatou@example.org" in client.get(address).content.decode()
    said = client.post(address, {"password": PASSWORD, "again": PASSWORD})
    assert said.status_code == 302
    assert client.get("/fr/account/").context["user"] == fatou
    assert Client().get(address).status_code == 410
    assert acts()[-1].verb == "accept invitation"


def test_an_invitation_to_a_closed_account_opens_nothing(keeper):
    fatou = api.create("fatou@example.org", "Fatou", by=keeper)
    address = path(api.invitation_link(fatou, BASE))
    api.close(fatou, by=keeper, reason="mistake")
    assert Client().post(address, {"password": PASSWORD, "again": PASSWORD}).status_code == 410
    fatou.refresh_from_db()
    assert not fatou.has_usable_password()


def test_an_invitation_does_not_stand_in_for_the_first_link(keeper):
    fatou = api.create("fatou@example.org", "Fatou", by=keeper)
    token = path(api.invitation_link(fatou, BASE)).rstrip("/").rpartition("/")[2]
    said = Client().post(f"/en/account/first/{token}/", SAID)
    assert said.status_code == 410
    assert not User.objects.filter(is_administrator=True).exists()
