"""From a vote to a text in force: what the floor adopted is frozen, numbered and announced."""

from collections.abc import Mapping

from django.utils import timezone

from amana.conferences.acts.writing import Written, act, serving
from amana.conferences.adoption import Adopted, announce_adopted
from amana.conferences.decided import Settled, settled
from amana.conferences.floor.folding import log_of
from amana.conferences.models import Decision, Log, Statement
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.texts.acts import symbols, tabling
from amana.texts.models import DraftBlock, DraftRecord, Milestone

__all__ = ["adopt", "attach_statement", "withdraw_statement"]


@act
def adopt(
    log: str, proposal: str, *, by: Authority, draft: str = "", series: str,
    scope: Mapping[str, str], work: str = "", as_amended: bool = False,
) -> Decision:  # fmt: skip
    """Freeze the text that the floor adopted, give it the next symbol of a series, announce it.

    `draft` is the draft that was before the meeting, where the proposal does not name it. Refused
    where the proposal is not adopted, where it was recorded before, and where the draft says other
    words than the version put to the vote, unless the floor amended it and `as_amended` says that
    the draft now holds the adopted words. Tally, majority and rules are stored with the decision;
    who disassociated from a consensus is attached as a statement. The tests of the texts apply:
    `by` must also hold a power to table and to number.
    """
    power = serving("decision.adopt", by)
    found = log_of(log)
    taken = _adopted(found, proposal)
    if Decision.objects.filter(log=found, proposal=proposal).exists():
        raise Refusal("adoption.recorded", proposal=proposal)
    if found.exercise:
        raise Refusal("adoption.exercise")
    key = draft or taken.draft
    _same_words(key, taken, as_amended)
    day = timezone.localtime(taken.at).date().isoformat()
    symbol = symbols.reserve(series, scope, by=by, draft=key)
    address = work or _address(symbol.canonical)
    tabling.table(
        key, work=address, by=by, symbol=symbol.canonical, canonical=symbol.canonical, adopted=day
    )
    borne = symbols.assign(symbol.canonical, by=by, work=address).work
    assert borne is not None
    row = Decision.objects.create(
        key=address, session=found.session, work=borne, log=found, proposal=proposal,
        entry=taken.entry, how=taken.how,
    )  # fmt: skip
    entry = Written("decision.adopt", f"work:{address}", by, power)
    entry.record({"log": found.key, "proposal": proposal, "entry": taken.entry, **taken.how})
    for party in taken.disassociated:
        entry.begin(Statement, day, decision=row, party=party, kind=Statement.Kind.DISASSOCIATION,
                    text=Words())  # fmt: skip
    announce_adopted(
        Adopted(row.key, found.session.key, address, taken.at.date(), taken.how["outcome"])
    )
    return row


def _adopted(log: Log, proposal: str) -> Settled:
    found = next((each for each in settled(log) if each.proposal == proposal), None)
    if found is None or not found.how["outcome"].startswith("adopted"):
        outcome = found.how["outcome"] if found else ""
        raise Refusal("adoption.not-adopted", proposal=proposal[:80], outcome=outcome)
    return found


def _same_words(key: str, taken: Settled, as_amended: bool) -> None:
    """The draft says what was adopted: nothing was changed since its version on the table."""
    record = DraftRecord.objects.known().filter(draft__key=key).first()
    if record is None:
        raise Refusal("draft.unknown", key=key)
    if taken.amended_by and not as_amended:
        raise Refusal("adoption.amended", proposal=taken.proposal, by=list(taken.amended_by))
    pinned = Milestone.objects.known().filter(draft=record.draft, number=taken.milestone).first()
    if taken.amended_by or pinned is None:
        return
    blocks = DraftBlock.objects.filter(draft=record.draft)
    later = blocks.filter(recorded__startswith__gt=pinned.at)
    gone = blocks.filter(recorded__contains=pinned.at, recorded__upper_inf=False)
    if later.exists() or gone.exists():
        raise Refusal("adoption.text-moved", proposal=taken.proposal, number=pinned.number)


def _address(symbol: str) -> str:
    """`OIC/CFM-51/POL/RES.3` is found at `oic-cfm-51-pol-res.3`."""
    letters = [char if char.isalnum() or char == "." else "-" for char in symbol.lower()]
    return "".join(letters).strip("-.")


@act
def attach_statement(
    decision: str, *, party: str, kind: str, text: Words, by: Authority, made: str = ""
) -> Statement:
    """Put on record a reservation or a statement of a party on a decision, from the day it says."""
    power = serving("statement.attach", by)
    row = Decision.objects.filter(key=decision).first()
    if row is None:
        raise Refusal("decision.unknown", key=decision[:120])
    if kind not in Statement.Kind.values:
        raise Refusal("statement.unknown-kind", kind=kind[:40])
    if not text and kind != Statement.Kind.DISASSOCIATION:
        raise Refusal("statement.empty")
    entry = Written("statement.attach", f"work:{row.work.key}", by, power)
    return entry.begin(Statement, made, decision=row, party=party, kind=kind, text=text)


@act
def withdraw_statement(decision: str, party: str, kind: str, *, by: Authority) -> None:
    """Take a reservation or statement back: it is known no longer, and stays in the history."""
    power = serving("statement.withdraw", by)
    rows = Statement.objects.known().filter(decision__key=decision, party=party, kind=kind)
    row = rows.select_related("decision__work").first()
    if row is None:
        raise Refusal("statement.none", party=party[:80])
    Written("statement.withdraw", f"work:{row.decision.work.key}", by, power).withdraw(row)
