"""The hall of a session as it is seated on a day: its order, its exceptions, its plan."""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from amana.conferences.models import Delegation, Duty, Log, Seating, SeatMoved
from amana.conferences.rules.seating import Party, Plan, seated
from amana.kernel.words import Words
from amana.organisation.api import name_of_body, name_of_state

__all__ = ["DESKS", "Hall", "hall_on", "names_of_parties"]

DESKS = 10  # in a row, until the desk says otherwise


@dataclass(frozen=True, slots=True)
class Hall:
    """A seated hall. `settled` is false while nobody has arranged it: then it follows the floor."""

    plan: Plan
    names: dict[str, Words]
    language: str
    first: str
    chair: str
    desks: int
    settled: bool


def hall_on(session: str, on: date, *, lang: str = "") -> Hall:
    """The plan of a day, in its own language or in another one to look at: three or four queries.

    Where nobody arranged it, it stands in the language of the floor, and the delegation on duty as
    chair presides.
    """
    row = Seating.objects.on(on).filter(session__key=session).first()
    named = names_of_parties(session, on)
    moved = SeatMoved.objects.on(on).filter(session__key=session).select_related("delegation")
    by_hand = {each.delegation.party: (each.block, each.row_number, each.seat_number)
               for each in moved}  # fmt: skip
    language, chair = (row.language, row.chair) if row else _of_the_floor(session, on)
    chosen = lang or language
    first, desks = (row.first, row.desks) if row else ("", DESKS)
    parties = [Party(key, names.text(chosen), status) for key, (names, status) in named.items()]
    return Hall(
        seated(parties, chosen, desks, first=first, chair=chair, moved=by_hand),
        {key: names for key, (names, _) in named.items()}, chosen, first, chair, desks,
        row is not None,
    )  # fmt: skip


def names_of_parties(session: str, on: date) -> dict[str, tuple[Words, str]]:
    """The names of the delegations on a day, with their status: one query."""
    rows = Delegation.objects.filter(session__key=session).annotate(
        names=Coalesce(name_of_state("state", on), name_of_body("body", on))
    )
    return {
        party: (names or Words(en=party), status)
        for party, names, status in rows.values_list("party", "names", "status")
    }


def _of_the_floor(session: str, on: date) -> tuple[str, str]:
    duties = Duty.objects.on(on).filter(log=OuterRef("pk"), role=Duty.Role.CHAIR)
    log = Log.objects.filter(session__key=session, position=0)
    presides = Coalesce(Subquery(duties.values("delegation")[:1]), Value(""))
    found: tuple[str, str] | None = log.values_list("language", presides).first()
    return found or ("ar", "")
