"""Taking in a list of delegates: one act, one row in the register, all of it or nothing."""

import uuid
from collections.abc import Collection, Iterable
from typing import Any

from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange

from amana.conferences.acts.writing import Written, act, serving
from amana.conferences.delegations.checking import Entry
from amana.conferences.delegations.comparing import Comparison, Person, compared
from amana.conferences.models import Accreditation, Delegate, Delegation
from amana.conferences.participants import days_of_session, delegates_of
from amana.ground import clock
from amana.ground.facts import When
from amana.ground.models import Act
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal

__all__ = ["record_of", "take_in", "with_record"]

_CLOSE = """
UPDATE conferences_accreditation SET recorded = tstzrange(lower(recorded), %s)
WHERE id = ANY(%s) AND upper_inf(recorded)
"""


def record_of(session: str) -> list[Person]:
    """Everybody on record of a session, as a list is compared with them: one query."""
    return [
        Person(each.pk, each.party, each.names, each.title, each.rank, each.protocol, each.email,
               each.since, each.until)
        for each in delegates_of(session)
    ]  # fmt: skip


def with_record(session: str, entries: Iterable[Entry]) -> Comparison:
    """What an import of these entries would change today: two queries."""
    return compared(entries, record_of(session), days_of_session(session))


@act
def take_in(
    session: str, entries: Iterable[Entry], digest: str, *, by: Authority,
    withdraw: Collection[int] = (),
) -> Comparison:  # fmt: skip
    """Write who is new and changed in a list, and withdraw of those no longer listed whom it says.

    `digest` is the SHA-256 of the file. A list that says nothing new writes nothing. Refused:
    `delegations.two-heads`, `fact.changed-meanwhile`.
    """
    verb = "delegations.import"
    power = serving(verb, by)
    found = with_record(session, entries)
    leaving = [person for person in found.gone if person.pk in set(withdraw)]
    for party, names in found.two_heads([person.pk for person in leaving]).items():
        raise Refusal("delegations.two-heads", party=party.upper(), names=names)
    if found.says_nothing_new and not leaving:
        return found
    told = {
        "file": digest, "new": len(found.new), "changed": len(found.changed),
        "same": len(found.same), "delegations": found.parties,
        "withdrawn": [f"{person.party}/{person.pk}" for person in leaving],
    }  # fmt: skip
    written = Written(verb, f"session:{session}", by, power).record(told)
    _write(session, found, leaving, written)
    return found


def _write(session: str, found: Comparison, leaving: list[Person], by_act: Act) -> None:
    numbers = [*(change.before.pk for change in found.changed), *(each.pk for each in leaving)]
    rows = {
        row.delegate_id: row for row in Accreditation.objects.known().filter(delegate__in=numbers)
    }
    _close(rows.values())
    versions = [
        _row(change.after, change.before.pk, by_act, rows[change.before.pk])
        for change in found.changed
    ]
    delegations = dict(Delegation.objects.filter(session__key=session).values_list("party", "pk"))
    made = Delegate.objects.bulk_create(
        Delegate(delegation_id=delegations[person.party]) for person in found.new
    )
    versions += [_row(person, one.pk, by_act) for person, one in zip(found.new, made, strict=True)]
    Accreditation.objects.bulk_create(versions, batch_size=500)


def _close(rows: Iterable[Accreditation]) -> None:
    """End what is known of these rows, in one statement."""
    numbers = [row.pk for row in rows]
    with connection.cursor() as cursor:
        cursor.execute(_CLOSE, [clock.now(), numbers])
        if cursor.rowcount != len(numbers):
            raise Refusal("fact.changed-meanwhile")


def _row(
    person: Person, number: int, by_act: Act, before: Accreditation | None = None
) -> Accreditation:
    """One version of what is known of a delegate; what a list does not tell stays as it was."""
    when = When(
        person.since.isoformat() if person.since else "",
        person.until.isoformat() if person.until else "",
    )
    kept: dict[str, Any] = {"fact": uuid.uuid4()}
    if before:
        others = ("fact", "photo", "basis", "sources", "confidence", "detail", "note", "conflict")
        kept = {name: getattr(before, name) for name in others}
    return Accreditation(
        delegate_id=number, names=person.names, title=person.title, rank=person.rank,
        protocol=person.protocol, email=person.email, act=by_act,
        during=DateRange(when.period.since, when.period.until), since_mark=when.since,
        until_mark=when.until, **kept,
    )  # fmt: skip
