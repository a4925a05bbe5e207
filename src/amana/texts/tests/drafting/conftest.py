"""Accounts of the drafting room for each test; the door is closed again behind it."""

from collections.abc import Iterator

import pytest

from amana.accounts import readers
from amana.texts.tests.drafting.rooms import open_the_door


@pytest.fixture(autouse=True)
def door() -> Iterator[None]:
    before = readers._authority[0]
    open_the_door()
    yield
    readers.authorities_by(before)
