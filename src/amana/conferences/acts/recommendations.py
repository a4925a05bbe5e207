"""Acts on recommendations: made by one body to another, travelling as items, ended by decisions."""

from collections.abc import Sequence
from typing import Any

from amana.conferences import parties
from amana.conferences.acts.writing import Written, act, serving
from amana.conferences.models import AgendaItem, ItemRecord, Recommendation, Session
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.texts.models import Draft

__all__ = ["conclude", "follow", "recommend", "travel"]

Fate = Recommendation.Fate
_ENDED_AS = {
    ItemRecord.Fate.CONSIDERED: Fate.NOT_TAKEN_UP,  # the item was talked of, nothing was decided
    ItemRecord.Fate.ADOPTED: Fate.ADOPTED,
    ItemRecord.Fate.AMENDED: Fate.AMENDED,
    ItemRecord.Fate.DEFERRED: Fate.DEFERRED,
    ItemRecord.Fate.NOT_TAKEN_UP: Fate.NOT_TAKEN_UP,
}


@act
def recommend(
    made_by: str, made_to: str, title: Words, *, by: Authority, text: Words = Words(),
    made_in: str = "", draft: str = "", basis: Sequence[str] = (),
) -> Recommendation:  # fmt: skip
    """Record what a body, or the Secretariat, recommends to another body.

    `made_in` is the session in which it was made, `draft` the draft that it recommends.
    """
    power = serving("recommendation.make", by)
    if not title:
        raise Refusal("recommendation.no-title")
    if made_by == made_to:
        raise Refusal("recommendation.to-itself")
    number = Recommendation.objects.values("fact").distinct().count() + 1
    key = f"rec-{number}"
    values: dict[str, Any] = {
        "key": key, "made_by": parties.body(made_by), "made_to": parties.body(made_to),
        "title": title, "text": text, "made_in": _session(made_in), "draft": _draft(draft),
    }  # fmt: skip
    written = Written("recommendation.make", f"recommendation:{key}", by, power)
    return written.begin(Recommendation, basis=basis, **values)


@act
def conclude(key: str, fate: str, *, by: Authority, decision: str = "") -> Recommendation:
    """Record how a recommendation ended that no item of an agenda here decided."""
    power = serving("recommendation.conclude", by)
    if fate not in Fate.values:
        raise Refusal("agenda.no-such-fate", fate=fate[:20])
    return _ended(_row(key), fate, decision, by, power)


def travel(key: str, item: AgendaItem, by: Authority, power: str) -> None:
    """A recommendation goes before the body as an item, inside another act."""
    written = Written("agenda.add", f"recommendation:{key}", by, power)
    written.change(_row(key), item=item, fate=Fate.OPEN)


def follow(item: AgendaItem, fate: str, decision: str, by: Authority, power: str) -> None:
    """What travelled in an item ends as the item does, inside another act."""
    for row in Recommendation.objects.known().filter(item=item):
        _ended(row, _ENDED_AS[ItemRecord.Fate(fate)], decision, by, power)


def _ended(
    row: Recommendation, fate: str, decision: str, by: Authority, power: str
) -> Recommendation:
    written = Written("recommendation.conclude", f"recommendation:{row.key}", by, power)
    return written.change(row, fate=fate, decision=decision)


def _row(key: str) -> Recommendation:
    row = Recommendation.objects.known().filter(key=key).first()
    if row is None:
        raise Refusal("recommendation.unknown", key=key[:60])
    return row


def _session(key: str) -> Session | None:
    if not key:
        return None
    row = Session.objects.filter(key=key).first()
    if row is None:
        raise Refusal("session.unknown", key=key[:120])
    return row


def _draft(key: str) -> Draft | None:
    if not key:
        return None
    row = Draft.objects.filter(key=key).first()
    if row is None:
        raise Refusal("draft.unknown", key=key[:80])
    return row
