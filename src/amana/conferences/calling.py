"""Reading how a session may be convened: the rules in force on a day, and who asks for one."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from amana.conferences.models import Condition, Convening, Session, Sitting
from amana.conferences.rules.convening import Answer, Asked, Terms, answer, falls_due
from amana.kernel.refusals import Refusal
from amana.organisation.api import RuleRow, counts, rule

__all__ = [
    "Call", "Regularity", "asked_for", "asked_session", "call_for", "convening_of",
    "earlier_days", "next_ordinal", "regularity", "terms_of",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Call:
    """The rules for one kind of session of a body on a day.

    `condition` and `rule` are None where none is on record: then nothing is asked for.
    """

    terms: Terms
    condition: Condition | None
    rule: RuleRow | None


@dataclass(frozen=True, slots=True)
class Regularity:
    """When a body last met in ordinary session, and by when the next one falls due."""

    last: Sitting
    due: date | None


def terms_of(body: str, kind: str, *, on: date) -> Call:
    """The conditions in force for a kind of session: four queries at most."""
    row = Condition.objects.on(on).select_related("rule").filter(body__key=body, kind=kind).first()
    if row is None:
        return Call(Terms(), None, None)
    known = rule(row.rule.key, on=on) if row.rule else None
    value = known.row if known else None
    share = value.value if value and kind == Session.Kind.EXTRAORDINARY else ""
    basis = tuple(dict.fromkeys((*row.basis, *(value.basis if value else ()))))
    return Call(Terms(row.initiatives, row.alone, share, row.notice, basis), row, known)


def call_for(
    body: str, kind: str, initiative: str, opens: date, *, on: date, agreed: int
) -> tuple[Call, Answer, int]:
    """The rules, what they answer to this session, and how many members there are on the day."""
    found, members = terms_of(body, kind, on=on), counts(on=on).members
    return found, answer(found.terms, Asked(initiative, on, opens, members, agreed)), members


def next_ordinal(body: str, kind: str) -> int | None:
    """The number after the last one given to a session of this kind: one query.

    None where the latest of them has no number on record: then nobody can say how many there were.
    """
    rows = Sitting.objects.known().filter(
        session__body__key=body, session__kind=kind, session__exercise=False
    )
    numbers = list(rows.order_by("-during").values_list("session__ordinal", flat=True))
    if numbers and numbers[0] is None:
        return None
    return max([0, *(number for number in numbers if number)]) + 1


def regularity(body: str, call: Call, *, on: date) -> Regularity | None:
    """The last ordinary session of a body that had opened, and what its rule makes of it."""
    opened = Q(session__body__key=body, session__kind=Session.Kind.ORDINARY)
    rows = Sitting.objects.known().filter(opened, session__exercise=False)
    rows = rows.filter(during__startswith__lte=on).select_related("session")
    last = rows.order_by("-during").first()
    if last is None or last.during.lower is None:
        return None
    value = call.rule.row.value if call.rule and call.rule.row else ""
    return Regularity(last, falls_due(last.during.lower, value))


def asked_for() -> list[Convening]:
    """Sessions asked for and not convened yet, the latest request first: one query."""
    rows = Convening.objects.known().filter(stage=Convening.Stage.ASKED)
    return list(rows.select_related("body").order_by("-during", "key"))


def convening_of(key: str) -> Convening | None:
    """How a session was convened or asked for, by its key; None where nothing is on record."""
    rows = Convening.objects.known().select_related("body", "session", "parent")
    return rows.filter(key=key).first()


def asked_session(key: str) -> Convening:
    """A session that is asked for and not yet convened. Refused when there is none."""
    row = convening_of(key)
    if row is None or row.stage != Convening.Stage.ASKED:
        raise Refusal("convening.not-asked", key=key[:80])
    return row


def earlier_days(key: str) -> list[Sitting]:
    """The days and places for which a session stood before it was moved, the latest first."""
    rows = Sitting.objects.filter(session__key=key).select_related("state").order_by("-recorded")
    found: list[Sitting] = []
    last: Sitting | None = None
    for row in rows:
        said = (row.during, row.city, row.state_id)
        if last is not None and said != (last.during, last.city, last.state_id):
            found.append(row)
        last = row
    return found
