"""Reading who takes part in a session: delegations, their people, papers and rulings."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce

from amana.conferences.lookups import SessionRow, sessions
from amana.conferences.models import (
    Accreditation,
    Credential,
    Delegation,
    ParticipantsList,
    Ruling,
    Sitting,
)
from amana.ground import clock
from amana.kernel.order import sort_key
from amana.kernel.periods import Period
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.api import name_of_body, name_of_state

__all__ = [
    "DelegateRow", "DelegationRow", "credentials_of", "days_of_session", "delegate_of",
    "delegates_of", "delegation_of", "delegations_of", "served",
]  # fmt: skip

ORDER = {"member": 0, "observer": 1, "guest": 2}
RANKS = {rank: place for place, rank in enumerate(Accreditation.Rank.values)}


@dataclass(frozen=True, slots=True)
class DelegateRow:
    """A person in a delegation as known now. `key` is how the log of a floor names them."""

    pk: int
    party: str
    names: Words
    title: Words
    rank: str
    protocol: str
    email: str
    photo: str
    user_id: int | None
    since: date | None
    until: date | None  # the last day, None where the end is open
    since_mark: str
    until_mark: str

    @property
    def key(self) -> str:
        """`egy/12`."""
        return f"{self.party}/{self.pk}"

    @property
    def is_head(self) -> bool:
        """Whether the person leads the delegation."""
        return self.rank == Accreditation.Rank.HEAD


@dataclass(frozen=True, slots=True)
class DelegationRow:
    """A delegation in the names of a day, with its people, its papers and the ruling on them.

    `public`: the list of participants of the session stands open to everybody that day.
    """

    pk: int
    key: str
    party: str
    names: Words
    status: str
    is_state: bool
    public: bool = False
    delegates: tuple[DelegateRow, ...] = ()
    papers: tuple[Credential, ...] = ()
    ruling: Ruling | None = None

    @property
    def heads(self) -> list[DelegateRow]:
        """Who leads it: one person, or nobody yet."""
        return [each for each in self.delegates if each.is_head]

    @property
    def credentials(self) -> str:
        """What the roll of a floor says of it: see `credentials_of`; empty with no paper."""
        return _standing(self.ruling.kind if self.ruling else "", (row.form for row in self.papers))


@dataclass(slots=True)
class _Found:
    people: list[DelegateRow] = field(default_factory=list)
    papers: list[Credential] = field(default_factory=list)
    ruling: Ruling | None = None


def delegations_of(
    session: str, *, on: date | None = None, lang: str = "en", where: Q | None = None
) -> list[DelegationRow]:
    """Delegations to a session in the order of a language, members first: four queries.

    Names, papers and rulings are those of the day (today when none is given); people are all who
    are on record, whichever their days.
    """
    day = on or clock.today()
    chosen = Q(session__key=session) & (where or Q())
    rows = list(_named(chosen, day))
    found = {row.pk: _Found() for row in rows}
    _people(found)
    papers = Credential.objects.on(day).filter(delegation__in=found).order_by("during")
    for paper in papers:
        found[paper.delegation_id].papers.append(paper)
    for ruling in Ruling.objects.on(day).filter(delegation__in=found):
        found[ruling.delegation_id].ruling = ruling
    told = [_told(row, found[row.pk]) for row in rows]
    return sorted(told, key=lambda row: (ORDER[row.status], sort_key(row.names.text(lang), lang)))


def delegation_of(
    session: str, party: str, *, on: date | None = None, lang: str = "en"
) -> DelegationRow:
    """One delegation. Refused: `delegations.unknown`."""
    for row in delegations_of(session, on=on, lang=lang, where=Q(party=party)):
        return row
    raise Refusal("delegations.unknown", party=party, session=session)


def delegates_of(session: str) -> list[DelegateRow]:
    """Everybody on record for a session, by delegation and rank: one query."""
    rows = _accredited(Q(delegate__delegation__session__key=session))
    return [_person(row) for row in rows.order_by("delegate__delegation__party", "delegate")]


def delegate_of(user: Any, session: str, *, on: date | None = None) -> DelegateRow | None:
    """Whom an account speaks for in a session: one query; None for everybody else.

    With a day, only who is accredited on it.
    """
    if user is None or user.pk is None:
        return None
    rows = _accredited(Q(delegate__delegation__session__key=session, delegate__user=user.pk))
    if on is not None:
        rows = rows.filter(during__contains=on)
    row = rows.first()
    return _person(row) if row else None


def credentials_of(session: str, *, on: date | None = None) -> dict[str, str]:
    """How each delegation stands with its credentials, for the roll of a floor: two queries.

    `rejected` and `challenged` by the ruling of the day; else `formal` where the signed original
    is there and `copy` where a copy, a photograph or a letter is. Without any paper a delegation
    is not named: it sits provisionally and votes all the same.
    """
    day = on or clock.today()
    of = Q(delegation__session__key=session)
    party = F("delegation__party")
    ruled = Ruling.objects.on(day).filter(of).values_list(party, "kind")
    forms: dict[str, list[str]] = {}
    papers = Credential.objects.on(day).filter(of).values_list(party, "form")
    for key, form in papers:
        forms.setdefault(key, []).append(form)
    kinds = dict(ruled)
    standing = {key: _standing(kinds.get(key, ""), forms.get(key, ())) for key in {*forms, *kinds}}
    return {key: said for key, said in sorted(standing.items()) if said}


def days_of_session(session: str) -> tuple[date, date | None]:
    """First and last day of a session as known now; the last is None where it is not known.

    Refused: `session.unknown`.
    """
    sitting = Sitting.objects.known().filter(session__key=session).order_by("-during").first()
    if sitting is None:
        raise Refusal("session.unknown", key=session)
    return sitting.during.lower or clock.today(), sitting.period.last_day


def served(session: str, *, on: date) -> SessionRow:
    """The session, without its neighbours: one query. Refused: `session.unknown`."""
    for row in sessions(on=on, planned=True, exercises=True, where=Q(session__key=session)):
        return row
    raise Refusal("session.unknown", key=session)


def _named(chosen: Q, day: date) -> Any:
    """Delegations with the name of their state or organisation."""
    lists = ParticipantsList.objects.on(day).filter(session=OuterRef("session"))
    return Delegation.objects.filter(chosen).annotate(
        names=Coalesce(name_of_state("state", day), name_of_body("body", day)),
        public=Exists(lists),
    )


def _accredited(where: Q) -> Any:
    """Plain columns of who is on record: hundreds of them stand on a page."""
    rows = Accreditation.objects.known().filter(where).order_by("delegate")
    return rows.values_list(
        "delegate", "delegate__delegation__party", "names", "title", "rank", "protocol", "email",
        "photo", "delegate__user", "since_mark", "until_mark", "during", "delegate__delegation",
    )  # fmt: skip


def _people(found: dict[int, _Found]) -> None:
    for row in _accredited(Q(delegate__delegation__in=found)):
        found[row[-1]].people.append(_person(row))


def _person(row: tuple[Any, ...]) -> DelegateRow:
    *columns, since_mark, until_mark, during, _ = row
    days = Period(during.lower, during.upper)
    return DelegateRow(*(*columns, days.since, days.last_day, since_mark, until_mark))


def _told(row: Any, found: _Found) -> DelegationRow:
    people = sorted(found.people, key=lambda each: (RANKS[each.rank], each.pk))
    return DelegationRow(
        row.pk, row.key, row.party, row.names or Words(en=row.party), row.status,
        row.state_id is not None, row.public, tuple(people), tuple(found.papers), found.ruling,
    )  # fmt: skip


def _standing(ruling: str, forms: Iterable[str]) -> str:
    if ruling in (Ruling.Kind.REJECTED, Ruling.Kind.CHALLENGED):
        return ruling
    held = set(forms)
    return "formal" if Credential.Form.ORIGINAL in held else "copy" if held else ""
