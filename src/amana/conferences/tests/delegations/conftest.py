"""An officer who serves sessions, with a browser, and a session with its delegations open."""

import pytest

from amana.conferences.acts.delegations import open_delegations
from amana.conferences.participants import delegations_of
from amana.conferences.tests.delegations.lists import SESSION
from amana.conferences.tests.meetings import SERVING
from amana.desk.tests.people import gather


@pytest.fixture
def parties(oic):
    """The delegations of the exercise session are open; the keys of 41 members."""
    open_delegations(SESSION, by=SERVING)
    rows = delegations_of(SESSION)
    return [row.party for row in rows if row.status == "member"][:41]


@pytest.fixture
def officer(oic):
    """A browser in which somebody who may serve sessions has signed in."""
    cast = gather()
    return cast.client(cast.registrar)
