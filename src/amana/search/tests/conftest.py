"""The index of the loaded pack, made once for all tests of this room."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def _indexed(django_db_setup: None, django_db_blocker: "pytest.FixtureRequest") -> None:
    from amana.search.api import keep_true

    with django_db_blocker.unblock():
        keep_true()


@pytest.fixture
def indexed(_indexed: None, oic: Path) -> Path:
    """The pack with its index; each test's own writes are rolled back."""
    return oic
