"""What a provisional agenda is built from: standing items, what was left over, recommendations,
and what earlier resolutions asked for."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q, Subquery

from amana.conferences.models import ItemRecord, Recommendation, Session, Sitting, Standing
from amana.conferences.rules.inclusion import NEXT, WORDS, asked_session
from amana.kernel.words import Words
from amana.texts.models import NodeText

__all__ = ["Candidate", "candidates_for", "session_before"]

Origin, Stage, Fate = ItemRecord.Origin, ItemRecord.Stage, ItemRecord.Fate
_OPEN = (Recommendation.Fate.OPEN, Recommendation.Fate.DEFERRED)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that the next agenda may have; `taken` when it is on it already.

    `key` is what the item remembers to have come from.
    """

    key: str
    origin: str
    title: Words
    explanation: Words = Words()
    basis: tuple[str, ...] = ()
    asked_by: str = ""
    taken: bool = False


def candidates_for(
    session: Session, *, on: date, taken: Collection[str] | None = None
) -> list[Candidate]:
    """Everything that asks to be on the agenda of a session, in the order of an agenda.

    `taken` is what the items of the agenda came from, where that is known already. Five queries:
    standing items, the session before, what it left over, recommendations, and paragraphs of
    earlier resolutions; one more to find what is taken.
    """
    if taken is None:
        rows = ItemRecord.objects.known().filter(item__session=session)
        taken = set(rows.values_list("came_from", flat=True))
    before = session_before(session)
    found = (
        *_standing(session, on), *(_left_over(before) if before else ()),
        *_recommended(session), *_mandated(session, before),
    )  # fmt: skip
    return [replace(each, taken=each.key in taken) for each in found]


def session_before(session: Session) -> Session | None:
    """The session of the same body that opened before, or that is resumed: one query."""
    known = Sitting.objects.known()
    own = known.filter(session=session).values("during")[:1]
    same = known.filter(session__body=session.body_id, session__exercise=session.exercise)
    earlier = same.exclude(session=session).filter(during__lt=Subquery(own))
    last = earlier.select_related("session").order_by("-during").first()
    return last.session if last else None


def _standing(session: Session, on: date) -> Iterator[Candidate]:
    rows = Standing.objects.on(on).filter(
        Q(kinds=[]) | Q(kinds__contains=[session.kind]), body=session.body_id
    )
    for row in rows.order_by("place", "key"):
        yield Candidate(row.key, Origin.STANDING, row.names, row.explanation, tuple(row.basis))


def _left_over(before: Session) -> Iterator[Candidate]:
    """Items that the last session deferred, or did not take up."""
    rows = ItemRecord.objects.known().filter(
        Q(stage=Stage.DEFERRED) | Q(fate__in=(Fate.DEFERRED, Fate.NOT_TAKEN_UP)),
        item__session=before,
    )
    for row in rows.exclude(origin=Origin.RECOMMENDATION).select_related("item").order_by("place"):
        yield Candidate(
            row.item.key, Origin.DEFERRED, row.title, row.explanation, tuple(row.basis),
            row.asked_by,
        )  # fmt: skip


def _recommended(session: Session) -> Iterator[Candidate]:
    """Recommendations to the body that are open, or that it deferred."""
    rows = Recommendation.objects.known().filter(made_to=session.body_id, fate__in=_OPEN)
    for row in rows.select_related("made_by").order_by("during", "key"):
        yield Candidate(
            row.key, Origin.RECOMMENDATION, row.title, row.text, tuple(row.basis),
            row.made_by.key,
        )  # fmt: skip


def _mandated(session: Session, before: Session | None) -> Iterator[Candidate]:
    """Paragraphs of resolutions of the body, whose wording is on record, that ask for an item."""
    asking = Q()
    for lang, word in WORDS.items():
        asking |= Q(**{f"text__{lang}__icontains": word})
    rows = NodeText.objects.known().filter(
        asking, node__work__decision__session__body=session.body_id
    )
    rows = rows.select_related("node__work__decision__session").order_by(
        "node__work", "node__position"
    )
    for row in rows:
        decision = row.node.work.decision
        wanted = _wanted(row.text)
        follows = before is not None and decision.session_id == before.pk
        if wanted is None or not (wanted == session.ordinal if wanted != NEXT else follows):
            continue
        yield Candidate(
            row.node.key, Origin.MANDATE, row.text, Words(), (row.node.key,), session.body.key
        )


def _wanted(text: Words) -> int | None:
    """The session that a paragraph names, in the first language that names any."""
    found: Iterable[int | None] = (asked_session(said, lang) for lang, said in text if said)
    return next((each for each in found if each is not None), None)
