"""How passwords are kept: by Argon2; what an older installation kept is read and kept anew."""

from importlib import reload

import pytest
from django.contrib.auth.hashers import identify_hasher, make_password

from amana.accounts import configuration
from amana.accounts.models import User
from amana.accounts.tests.conftest import PASSWORD

NAMES = ["argon2", "pbkdf2_sha256"]


@pytest.fixture
def as_in_production(monkeypatch, settings):
    monkeypatch.delenv("AMANA_TEST")
    try:
        settings.PASSWORD_HASHERS = reload(configuration).PASSWORD_HASHERS
        yield
    finally:
        monkeypatch.undo()
        reload(configuration)


def test_argon2_comes_first_and_the_old_hasher_is_still_read(as_in_production, settings):
    assert len(settings.PASSWORD_HASHERS) == len(NAMES)
    assert identify_hasher(make_password(PASSWORD)).algorithm == NAMES[0]
    old = make_password(PASSWORD, hasher=NAMES[1])
    assert identify_hasher(old).algorithm == NAMES[1]


def test_a_password_of_an_older_installation_becomes_argon2_at_sign_in(
    as_in_production, amal, sign_in
):
    User.objects.filter(pk=amal.pk).update(password=make_password(PASSWORD, hasher=NAMES[1]))
    assert sign_in().get("/en/account/").status_code == 200
    amal.refresh_from_db()
    assert identify_hasher(amal.password).algorithm == NAMES[0]
    assert sign_in().get("/en/account/").status_code == 200
