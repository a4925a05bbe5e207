"""The people of these tests, and the ways they come in."""

from collections.abc import Callable
from datetime import date
from http import HTTPStatus

import pytest
from django.core.cache import cache
from django.test import Client

from amana.accounts import api
from amana.accounts.models import User
from amana.ground.models import Act
from amana.kernel.authority import Authority

PASSWORD = "seven herons over Jeddah"


def acts() -> list[Act]:
    """The acts on accounts, oldest first."""
    return list(Act.objects.filter(subject__startswith="account:").order_by("seq"))


@pytest.fixture(autouse=True)
def _no_attempts_counted_yet(db: None) -> None:
    cache.clear()


@pytest.fixture
def keeper() -> Authority:
    return Authority("account:0", "Console", date(2026, 1, 1), powers=frozenset({"administrator"}))


@pytest.fixture
def amal(keeper: Authority) -> User:
    return api.create("amal@example.org", "أمل", PASSWORD, language="en", by=keeper)


@pytest.fixture
def sign_in() -> Callable[..., Client]:
    def come_in(email: str = "amal@example.org", password: str = PASSWORD) -> Client:
        client = Client()
        said = client.post("/en/account/login/", {"login": email, "password": password})
        assert said.status_code == HTTPStatus.FOUND, said.content.decode()
        return client

    return come_in
