"""Before a grave act is recorded, who is at the keyboard proves it again; nothing typed is lost."""

import html
import re
from typing import Any

import pytest
from django.test import Client

from amana.accounts.api import minutes
from amana.desk.forms.catalogue import BY_VERB
from amana.desk.tests.conftest import HIDDEN, SOURCES, Doing, plain
from amana.desk.tests.people import PASSWORD, Cast, proved
from amana.ground.models import Act
from amana.organisation.models import Membership, Seat

LEAVING = {"state": "mli", "day": "2027-12-01", "note_ar": "بعد سنة", "reason": "Its letter <1>"}
WITHDRAW = "/en/desk/acts/membership.withdraw/"
LONG_AGO = 60 * (minutes() + 1)


def confirm(client: Client, address: str, **said: Any) -> Any:
    preview = client.post(address, {**said, "step": "preview"})
    hidden = dict(HIDDEN.findall(preview.content.decode()))
    return client.post(address, {**said, **hidden, "step": "confirm"})


def returned(client: Client, asked: Any, password: str = PASSWORD) -> Any:
    """Give the password where it is asked for, and follow."""
    form = client.get(asked["Location"]).content.decode()
    back = html.unescape(re.findall(r'name="next" value="([^"]+)"', form)[0])
    return client.post(asked["Location"], {"password": password, "next": back})


def hidden_of(page: Any) -> dict[str, str]:
    found = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page.content.decode())
    return {name: html.unescape(value) for name, value in found}


def test_after_ten_minutes_a_grave_act_asks_who_it_is_and_brings_back_what_was_typed(
    cast: Cast,
) -> None:
    client = cast.client(cast.registrar)
    proved(client, cast.registrar, LONG_AGO)
    before = Act.objects.count()
    said = {**LEAVING, **SOURCES}
    asked = confirm(client, WITHDRAW, **said)
    assert asked.status_code == 302
    assert asked["Location"].startswith("/en/account/reauthenticate/?next=")
    wrong = client.post(asked["Location"], {"password": "not this one at all"})
    assert "This is not your password" in plain(wrong)
    done = returned(client, asked)
    assert done["Location"].startswith(f"{WITHDRAW}?kept=")
    page = client.get(done["Location"])
    assert page.status_code == 200
    assert "You have confirmed that it is you. Nothing is written yet." in plain(page)
    assert "One year's notice" in plain(page)
    kept = hidden_of(page)
    assert {name: kept[name] for name in said} == said
    assert Act.objects.count() == before
    recorded = client.post(WITHDRAW, {**kept, "step": "confirm"})
    assert recorded["Location"].startswith("/en/desk/register/")
    assert Membership.objects.known().filter(state__key="mli", until_mark="2027-12-01").exists()
    again = client.get(done["Location"])
    assert "Nothing is written yet" not in plain(again)


def test_what_was_typed_comes_back_in_the_other_languages_too(cast: Cast) -> None:
    client = cast.client(cast.registrar)
    proved(client, cast.registrar, LONG_AGO)
    back = returned(client, confirm(client, WITHDRAW, **LEAVING, **SOURCES))["Location"]
    for lang in ("ar", "fr"):
        page = client.get(back.replace("/en/", f"/{lang}/", 1))
        assert page.status_code == 200
        assert hidden_of(page)["note_ar"] == LEAVING["note_ar"]


def test_a_record_is_withdrawn_after_the_proof(cast: Cast) -> None:
    client = cast.client(cast.registrar)
    proved(client, cast.registrar, LONG_AGO)
    row = Seat.objects.known().order_by("pk")[0]
    address = "/en/desk/acts/record.withdraw/"
    asked = confirm(client, address, fact=str(row.fact), reason="Recorded twice.")
    page = client.get(returned(client, asked)["Location"])
    client.post(address, {**hidden_of(page), "step": "confirm"})
    assert not Seat.objects.known().filter(fact=row.fact).exists()


def test_the_preview_says_that_the_question_will_come(cast: Cast) -> None:
    client = cast.client(cast.registrar)
    said = {**LEAVING, **SOURCES, "step": "preview"}
    assert "you are asked once more" not in plain(client.post(WITHDRAW, said))
    proved(client, cast.registrar, LONG_AGO)
    assert "you are asked once more" in plain(client.post(WITHDRAW, said))


def test_other_acts_and_a_fresh_sign_in_are_not_asked(cast: Cast, do: Doing) -> None:
    client = cast.client(cast.registrar)
    done = do(client, "membership.withdraw", **LEAVING, **SOURCES)
    assert done.acts, done.text
    proved(client, cast.registrar, LONG_AGO)
    renaming = {"body": "comcec", "names_en": "Committee for Trade", "since": "2026-12-01"}
    assert do(client, "body.rename", **renaming, **SOURCES).acts


def test_the_sign_in_of_another_person_proves_nothing(cast: Cast) -> None:
    client = cast.client(cast.registrar)
    proved(client, cast.head)
    asked = confirm(client, WITHDRAW, **LEAVING, **SOURCES)
    assert asked["Location"].startswith("/en/account/reauthenticate/")


def test_whoever_has_only_single_sign_on_has_nothing_to_prove_with(cast: Cast) -> None:
    cast.registrar.set_unusable_password()
    cast.registrar.save()
    client = cast.client(cast.registrar)
    proved(client, cast.registrar, LONG_AGO)
    answer = confirm(client, WITHDRAW, **LEAVING, **SOURCES)
    assert answer["Location"].startswith("/en/desk/register/")


def test_only_the_last_three_acts_are_kept_and_an_unknown_number_is_an_empty_form(
    cast: Cast,
) -> None:
    client = cast.client(cast.registrar)
    proved(client, cast.registrar, LONG_AGO)
    for _time in range(4):
        confirm(client, WITHDRAW, **LEAVING, **SOURCES)
    assert len(client.session["desk_kept"]) == 3
    page = client.get(f"{WITHDRAW}?kept=nobody-knows")
    assert page.status_code == 200
    assert "Record this act" not in page.content.decode()
    number = client.session["desk_kept"][0][0]
    other = client.get(f"/en/desk/acts/membership.suspend/?kept={number}")
    assert LEAVING["note_ar"] not in other.content.decode()


def test_a_proof_is_forgotten_after_its_minutes(cast: Cast, settings: Any) -> None:
    client = cast.client(cast.registrar)
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 60
    proved(client, cast.registrar, 61)
    answer = confirm(client, WITHDRAW, **LEAVING, **SOURCES)
    assert "/account/reauthenticate/" in answer["Location"]


@pytest.mark.parametrize(
    "verb",
    ["membership.withdraw", "membership.suspend", "body.dissolve", "rule.repeal", "record.correct",
     "record.withdraw", "account.create", "account.invite", "account.close", "account.reopen",
     "account.link", "account.unlink", "office.create", "term.elect", "term.appoint", "term.end"],
)  # fmt: skip
def test_grave_acts_corrections_accounts_and_what_gives_powers_are_proved(verb: str) -> None:
    assert BY_VERB[verb].is_proved
