"""The floor of a meeting that was held, for every test of records."""

import pytest

from amana.conferences.acts.opening import open_floor
from amana.conferences.acts.saying import Said, say
from amana.conferences.models import (
    Session,
)
from amana.conferences.tests.records.holding import (
    HELD,
    NAMES,
    STATES,
    chair,
    votes_cast,
)
from amana.ground import clock
from amana.kernel.authority import Authority, OfficeHeld
from amana.kernel.words import Words
from amana.organisation.permissions import CONFERENCES


@pytest.fixture
def officer():
    office = OfficeHeld("conferences", Words(en="Conferences"), "gs", frozenset({CONFERENCES}))
    return Authority("account:1", "Officer", clock.today(), (office,))


@pytest.fixture
def log(officer):
    """A floor on which a meeting was held, from its opening to its adjournment."""
    session = Session.objects.filter(body__key="cfm").latest("ordinal")
    made = open_floor(session.key, by=officer, book="oic", exercise=True)
    made.before = {
        "roll": {"members": STATES}, "words": NAMES,
        "given": {"agenda": ["1", "2"], "item": "2", "proposals": [
            {"id": "L.1", "sponsors": ["S001"]}, {"id": "L.2", "sponsors": ["S002"]}]},
    }  # fmt: skip
    made.save()
    say(made.key, Said("check_in", more={"who": STATES[:45]}), chair(made))
    for do, more in HELD:
        say(made.key, Said(do, more=more), chair(made))
        if do == "start_voting":
            votes_cast(made)
    made.refresh_from_db()
    made.exercise = False  # its roll stays as given; its records are read as real ones are
    made.save(update_fields=["exercise"])
    return made
