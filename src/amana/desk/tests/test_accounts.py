"""Accounts at the desk: listed, invited again, closed, reopened, by the administrator alone."""

import re

import pytest
from django.test import Client

from amana.accounts import api
from amana.desk.tests.conftest import Doing, plain
from amana.desk.tests.people import Cast, console
from amana.ground.models import Act

LINK = re.compile(r"http://testserver/ar/account/invitation/[\w-]+/")


def test_the_administrator_sees_every_account_with_offices_and_last_sign_in(cast: Cast) -> None:
    page = plain(cast.client(cast.administrator).get("/en/desk/accounts/"))
    for said in ("Amina Registrar", "registrar@example.org", "head@example.org", "Registrar",
                 "Auditor", "administers the system", "linked to no person", "never"):  # fmt: skip
        assert said in page
    assert "Accounts" in plain(cast.client(cast.administrator).get("/en/desk/"))


def test_the_list_of_accounts_stands_in_three_languages(cast: Cast) -> None:
    for lang in ("ar", "en", "fr"):
        assert cast.client(cast.administrator).get(f"/{lang}/desk/accounts/").status_code == 200


@pytest.mark.parametrize("who", ["registrar", "head", "auditor", "outsider"])
def test_nobody_else_sees_the_accounts_or_acts_on_them(cast: Cast, do: Doing, who: str) -> None:
    client, before = cast.client(getattr(cast, who)), Act.objects.count()
    answer = client.get("/en/desk/accounts/")
    assert answer.status_code == 403
    assert "the administrator of the system" in plain(answer)
    assert "registrar@example.org" not in plain(answer)
    for verb in ("account.create", "account.invite", "account.close", "account.reopen"):
        said = {"account": str(cast.head.pk), "reason": "why", "step": "preview"}
        assert client.post(f"/en/desk/acts/{verb}/", said).status_code == 403
    assert Act.objects.count() == before


def test_an_invitation_is_renewed_once_and_ends_the_one_before(cast: Cast, do: Doing) -> None:
    user = api.create("new@example.org", "New Officer", by=console())
    old = api.invitation_link(user, "http://testserver")
    client, said = cast.client(cast.administrator), {"account": str(user.pk)}
    assert "renew an invitation" in plain(client.get("/en/desk/accounts/"))
    done = do(client, "account.invite", **said)
    assert "The invitation of New Officer is renewed" in done.text
    assert done.answer is not None
    (link,) = set(LINK.findall(done.answer.content.decode()))
    assert Client().get(link).status_code == 200
    assert Client().get(old).status_code != 200
    assert [act.verb for act in done.acts] == ["invite"]
    again = client.post("/en/desk/acts/account.invite/", done.confirmed)
    assert again.status_code == 302


def test_who_has_chosen_a_password_gets_no_new_invitation(cast: Cast, do: Doing) -> None:
    done = do(cast.client(cast.administrator), "account.invite", account=str(cast.registrar.pk))
    assert done.preview.status_code == 422
    assert "has accepted the invitation already" in done.text


def test_an_account_is_closed_with_a_reason_and_reopened(cast: Cast, do: Doing) -> None:
    client, officer = cast.client(cast.administrator), cast.client(cast.head)
    assert officer.get("/en/desk/").status_code == 200
    said = {"account": str(cast.head.pk)}
    assert do(client, "account.close", **said).preview.status_code == 422
    done = do(client, "account.close", **said, reason="On leave")
    assert "The account of Hadi Political is closed." in done.text
    assert [(act.verb, act.reason) for act in done.acts] == [("close", "On leave")]
    assert officer.get("/en/desk/").status_code == 302
    page = plain(client.get("/en/desk/accounts/"))
    assert "closed" in page
    assert "reopen an account" in page
    twice = do(client, "account.close", **said, reason="Again")
    assert "The account of Hadi Political is closed." in twice.text
    assert twice.preview.status_code == 422
    assert do(client, "account.reopen", **said, reason="Back").answer is not None
    cast.head.refresh_from_db()
    assert cast.head.is_active


def test_nobody_closes_their_own_account(cast: Cast, do: Doing) -> None:
    done = do(
        cast.client(cast.administrator), "account.close", account=str(cast.administrator.pk),
        reason="Tired",
    )  # fmt: skip
    assert done.preview.status_code == 422
    assert "Nobody closes or reopens their own account" in done.text


def test_a_number_that_is_no_account_is_refused_at_its_field(cast: Cast, do: Doing) -> None:
    for number in ("0", "x", "99999999999999999999"):
        done = do(cast.client(cast.administrator), "account.close", account=number, reason="Gone")
        assert done.preview.status_code == 422
