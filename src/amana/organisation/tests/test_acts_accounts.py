"""An account is tied to a person: it then has that person's offices, and no others."""

from datetime import date

import pytest

from amana.accounts.api import User
from amana.ground.models import Act
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.organisation import acts
from amana.organisation.authority import authority_now, authority_of
from amana.organisation.models import Person
from amana.organisation.permissions import may_correct, may_register
from amana.organisation.tests.cast import (
    ADMINISTRATOR,
    NOBODY,
    ORIGIN,
    REGISTRAR,
    head_of,
    state_of_everything,
)

pytestmark = pytest.mark.usefixtures("oic")
TAHA = "hissein-brahim-taha"


def account(email: str = "clerk@example.org", **more: object) -> User:
    return User.objects.create(email=email, name="A Clerk", **more)


def test_an_account_has_the_offices_that_its_person_holds_that_day() -> None:
    user = account()
    acts.link_account(person=TAHA, user_email="Clerk@Example.org", by=ADMINISTRATOR)
    held = authority_of(user, date(2026, 1, 1))
    assert [office.key for office in held.offices] == ["secretary-general"]
    assert held.offices[0].body == "general-secretariat"
    assert may_register(held)
    assert authority_of(user, date(2021, 11, 16)).offices == ()
    assert authority_of(user, date(2021, 11, 17)).offices != ()
    assert may_correct(authority_now(user))


def test_the_last_day_of_a_term_is_the_last_day_of_its_powers() -> None:
    user = account()
    acts.link_account(person=TAHA, user_email=user.email, by=ADMINISTRATOR)
    acts.end_term(term=head_of("secretary-general"), on="2026-11-17", origin=ORIGIN, by=REGISTRAR)
    assert may_register(authority_of(user, date(2026, 11, 16)))
    assert not may_register(authority_of(user, date(2026, 11, 17)))


def test_a_term_known_to_the_year_gives_no_power_within_that_year() -> None:
    user = account()
    acts.link_account(person="samir-bakr-diab", user_email=user.email, by=ADMINISTRATOR)
    assert authority_of(user, date(2023, 7, 1)).offices == ()
    assert authority_of(user, date(2024, 7, 1)).has("head-of-department")


def test_an_office_gives_no_power_that_only_an_account_can_have() -> None:
    user = account()
    acts.link_account(person=TAHA, user_email=user.email, by=ADMINISTRATOR)
    assert not authority_of(user, date(2026, 1, 1)).has("administrator")
    user.is_administrator = True
    assert authority_of(user, date(2026, 1, 1)).has("administrator")


def test_a_closed_account_has_no_authority_at_all() -> None:
    user = account(is_active=False, is_administrator=True)
    acts.link_account(person=TAHA, user_email=user.email, by=ADMINISTRATOR)
    nothing = authority_of(user, date(2026, 1, 1))
    assert (nothing.offices, nothing.powers) == ((), frozenset())


def test_authority_is_found_in_two_queries(django_assert_num_queries: object) -> None:
    user = account()
    acts.link_account(person=TAHA, user_email=user.email, by=ADMINISTRATOR)
    with django_assert_num_queries(2):  # type: ignore[operator]
        authority_of(user, date(2026, 1, 1))


def test_the_register_names_the_account_by_number_and_never_by_address() -> None:
    user = account()
    acts.link_account(person=TAHA, user_email=user.email, by=ADMINISTRATOR, reason="identity seen")
    act = Act.objects.first()
    assert (act.verb, act.subject, act.office) == (
        "account.link", f"person:{TAHA}", "administrator",
    )  # fmt: skip
    assert act.facts["account"] == user.key
    assert "example.org" not in str(act.facts) + act.reason


def test_an_account_belongs_to_one_person_and_a_person_has_one_account() -> None:
    user, other = account(), account("other@example.org")
    acts.link_account(person=TAHA, user_email=user.email, by=ADMINISTRATOR)
    before = state_of_everything()
    for facts, code in (
        ({"person": "samir-bakr-diab", "user_email": user.email}, "account.of-another"),
        ({"person": TAHA, "user_email": other.email}, "person.has-account"),
        ({"person": TAHA, "user_email": "nobody@example.org"}, "account.unknown"),
        ({"person": "no-one", "user_email": other.email}, "person.unknown"),
        ({"person": TAHA, "user_email": "a\x00b"}, "text.control-character"),
    ):
        with pytest.raises(Refusal) as refused:
            acts.link_account(**facts, by=REGISTRAR)
        assert refused.value.code == code
        assert len({refused.value.sentence(lang) for lang in LANGS}) == 3
    assert state_of_everything() == before


def test_an_account_can_be_untied_and_its_powers_end() -> None:
    user = account()
    acts.link_account(person=TAHA, user_email=user.email, by=ADMINISTRATOR)
    acts.unlink_account(person=TAHA, by=ADMINISTRATOR, reason="a mistake")
    assert authority_of(user, date(2026, 1, 1)).offices == ()
    assert Person.objects.get(key=TAHA).user is None
    with pytest.raises(Refusal) as refused:
        acts.unlink_account(person=TAHA, by=ADMINISTRATOR)
    assert refused.value.code == "person.no-account"


def test_nobody_else_ties_accounts_to_persons() -> None:
    user = account()
    with pytest.raises(Refusal) as refused:
        acts.link_account(person=TAHA, user_email=user.email, by=NOBODY)
    assert refused.value.code == "authority.missing"
    assert "the administrator of the system" in refused.value.sentence("en")


def test_the_administrator_hands_out_the_registry_only_until_somebody_can_use_it() -> None:
    first, own = account(), account("own@example.org")
    acts.link_account(person=TAHA, user_email=first.email, by=ADMINISTRATOR)
    acts.record_person(key="self", names=Words(en="Self"), origin=ORIGIN, by=ADMINISTRATOR)
    before = state_of_everything()
    grasping = (
        lambda: acts.create_office(
            key="another", body="general-secretariat", title=Words(en="Another"),
            powers=["registrar"], since="2026-11-24", origin=ORIGIN, by=ADMINISTRATOR,
        ),
        lambda: acts.appoint(
            office="registrar", person="self", since="2026-11-24", origin=ORIGIN, by=ADMINISTRATOR
        ),
    )  # fmt: skip
    for grasp in grasping:
        with pytest.raises(Refusal) as refused:
            grasp()
        assert refused.value.code == "authority.missing"
    assert state_of_everything() == before
    acts.appoint(office="registrar", person="self", since="2026-11-24", origin=ORIGIN, by=REGISTRAR)
    with pytest.raises(Refusal) as refused:
        acts.link_account(person="self", user_email=own.email, by=ADMINISTRATOR)
    assert refused.value.code == "authority.missing"
    acts.link_account(person="self", user_email=own.email, by=REGISTRAR)


def test_a_head_of_department_is_still_set_up_by_the_administrator() -> None:
    acts.link_account(person=TAHA, user_email=account().email, by=ADMINISTRATOR)
    acts.record_person(key="head", names=Words(en="Head"), origin=ORIGIN, by=ADMINISTRATOR)
    acts.appoint(
        office="head-dept-legal", person="head", since="2026-11-24", origin=ORIGIN,
        by=ADMINISTRATOR,
    )  # fmt: skip
    acts.link_account(person="head", user_email=account("head@example.org").email, by=ADMINISTRATOR)
