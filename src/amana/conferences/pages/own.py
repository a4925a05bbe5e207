"""The own floors of who is signed in: from a duty, or from a delegation, to the seat."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from amana.accounts.api import User, reader
from amana.conferences.floor.naming import title_of
from amana.conferences.floor.seats import DELEGATE
from amana.conferences.lookups import sessions
from amana.conferences.models import Accreditation, Duty, Log
from amana.conferences.pages.exercise import ROLES
from amana.conferences.permissions import power_to_serve
from amana.ground import clock
from amana.kernel.words import Words
from amana.web.sections import Section

__all__ = ["section"]


@dataclass(frozen=True, slots=True)
class Line:
    """A floor on which somebody has a seat today."""

    session: Words
    floor: Words
    role: str
    address: str


def section(request: HttpRequest, key: str) -> Section | None:
    """The floors of today with the reader's seat on each: one query, one more where there are any.

    Who serves sessions goes to their floors from there.
    """
    user, by = request.user, reader(request)
    if not isinstance(user, User) or by is None or power_to_serve(by):
        return None
    on = clock.today()
    duties = Duty.objects.on(on).filter(user=user, log=OuterRef("pk"))
    of_session = {"delegate__delegation__session": OuterRef("session"), "delegate__user": user}
    sent = Accreditation.objects.on(on).filter(**of_session)
    rows = Log.objects.annotate(role=Subquery(duties.values("role")[:1]), sent=Exists(sent))
    mine = list(
        rows.filter(Q(role__isnull=False) | Q(sent=True))
        .select_related("session__body").order_by("session", "position")
    )  # fmt: skip
    if not mine:
        return None
    titles = {row.key: row.title for row in sessions(on=on, planned=True, exercises=True)}
    lines = [
        Line(
            titles.get(log.session.key, Words(en=log.session.key)), title_of(log),
            str(ROLES.get(log.role or DELEGATE, "")),
            reverse("conferences:floor", kwargs={"key": log.key}),
        )
        for log in mine
    ]  # fmt: skip
    return Section(_("My seats"), "conferences/seats_section.html", {"lines": lines})
