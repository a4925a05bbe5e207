"""A convened session of the Council, and items on its agenda."""

from collections.abc import Callable
from datetime import date

import pytest

from amana.conferences.acts import agenda, convening
from amana.conferences.models import ItemRecord, Session
from amana.conferences.tests.before.people import OFFICER, exercise
from amana.kernel.words import Words


@pytest.fixture
def council(oic: None) -> Session:
    """The 52nd session of the Council, convened for June 2027 as an exercise."""
    return convening.convene(
        "cfm", "ordinary", date(2027, 6, 20), date(2027, 6, 22), by=OFFICER, initiative="rule",
        city=Words(en="Jeddah", fr="Djeddah", ar="جدة"), host="sau", theme=exercise("Archives"),
    )  # fmt: skip


@pytest.fixture
def items(council: Session) -> Callable[..., list[ItemRecord]]:
    """Put so many items of the Secretariat on the agenda."""

    def put(count: int) -> list[ItemRecord]:
        return [
            agenda.add_item(council.key, exercise(f"Item {number}"), by=OFFICER, origin="proposal")
            for number in range(1, count + 1)
        ]

    return put
