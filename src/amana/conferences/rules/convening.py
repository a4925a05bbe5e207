"""Whether a session may be convened: who may ask, how many must agree, how long before.

The values are those of rules in force on the day, read elsewhere and given here: a share of the
members as rules print it ("simple majority", "2/3"), the initiatives that are open, those that
need nobody's support, the days of notice. What no rule says is no condition.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from amana.conferences.rules.shares import SHARE, need
from amana.kernel.refusals import Refusal

__all__ = ["Answer", "Asked", "Terms", "answer", "falls_due", "share_of", "support_needed"]

_MAJORITIES = ("simple majority", "majority", "absolute majority")


@dataclass(frozen=True, slots=True)
class Terms:
    """What the rules in force ask for one kind of session of one body.

    `share` is the value of the rule on support, empty where there is none; `basis` the addresses
    of the provisions.
    """

    initiatives: Collection[str] = ()
    alone: Collection[str] = ()
    share: str = ""
    notice: int | None = None
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A session as it is asked for: on whose initiative, when, with how many members agreeing."""

    initiative: str
    on: date
    opens: date
    members: int
    agreed: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """Why a session may not be convened, rule by rule; nothing where it may.

    `needed` is the number of members that must agree, None where no rule asks for any.
    """

    faults: tuple[Refusal, ...]
    needed: int | None
    agreed: int

    @property
    def allowed(self) -> bool:
        """Whether every rule is met."""
        return not self.faults


def answer(terms: Terms, asked: Asked) -> Answer:
    """Hold what is asked against the rules."""
    needed = support_needed(terms, asked.initiative, asked.members)
    faults = (_closed(terms, asked), _unsupported(terms, asked, needed), _sudden(terms, asked))
    return Answer(tuple(fault for fault in faults if fault), needed, asked.agreed)


def support_needed(terms: Terms, initiative: str, members: int) -> int | None:
    """How many members must agree: 29 of 57 where the rule says a simple majority."""
    share = share_of(terms.share)
    if not share or initiative in terms.alone:
        return None
    return need(share, members)


def share_of(value: str) -> str:
    """The value of a rule as a share that can be counted; empty for what is none ("as needed")."""
    plain = " ".join(value.lower().split())
    if plain in _MAJORITIES:
        return "majority"
    return plain if SHARE.fullmatch(plain) else ""


def falls_due(last: date, years: str) -> date | None:
    """The day by which the next ordinary session falls due, where the rule counts in years.

    One that opened on 29 February falls due on 28 February of a common year.
    """
    if not (years.isascii() and years.isdigit() and 0 < int(years) < 100):
        return None
    try:
        return last.replace(year=last.year + int(years))
    except ValueError:
        return last.replace(year=last.year + int(years), day=28)


def _closed(terms: Terms, asked: Asked) -> Refusal | None:
    if not terms.initiatives or asked.initiative in terms.initiatives:
        return None
    return Refusal("convening.no-initiative", basis=terms.basis)


def _unsupported(terms: Terms, asked: Asked, needed: int | None) -> Refusal | None:
    if needed is None or asked.agreed >= needed:
        return None
    return Refusal(
        "convening.no-support", basis=terms.basis,
        agreed=asked.agreed, needed=needed, members=asked.members,
    )  # fmt: skip


def _sudden(terms: Terms, asked: Asked) -> Refusal | None:
    days = (asked.opens - asked.on).days
    if terms.notice is None or days >= terms.notice:
        return None
    return Refusal("convening.short-notice", basis=terms.basis, days=days, notice=terms.notice)
