"""Invitations: the language of an addressee, issuing with numbers, initials, seal, sending."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from amana.conferences.acts.writing import Written, act, serving
from amana.conferences.inviting import addressees, known_states, notice_of, words_of
from amana.conferences.lookups import session
from amana.conferences.models import Correspondence, Letter, LetterCounter
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words

__all__ = ["STEPS", "advance", "issue_invitations", "speak"]

Stage = Letter.Stage
# What each step is called, and where a letter must stand for it.
STEPS = {
    Stage.INITIALLED: ("invitation.initial", Stage.NUMBERED),
    Stage.SEALED: ("invitation.seal", Stage.INITIALLED),
    Stage.SENT: ("invitation.send", Stage.SEALED),
}


@act
def speak(languages: Mapping[str, str], *, by: Authority) -> int:
    """Say in which language letters go to parties, by key; how many changed."""
    verb = "letter.language"
    power = serving(verb, by)
    for lang in languages.values():
        if lang not in LANGS:
            raise Refusal("letters.language", language=lang[:10])
    known = {row.party: row for row in Correspondence.objects.on(by.on).filter(party__in=languages)}
    states = known_states(languages)
    changed = 0
    for party, lang in languages.items():
        row = known.get(party)
        if (row.language if row else LANGS[0]) == lang:
            continue
        written = Written(verb, f"{'state' if party in states else 'body'}:{party}", by, power)
        if row:
            written.change(row, language=lang)
        else:
            written.begin(Correspondence, party=party, language=lang)
        changed += 1
    return changed


@act
def issue_invitations(
    key: str, parties: Collection[str], organisation: Words, *, by: Authority, otherwise: str = ""
) -> list[Letter]:
    """Number an invitation for each party that has none, members first; those that are new.

    Refused: `letters.nobody`, `.no-days`, and `.short-notice` where the rule in force asks for
    more days and no reason is given.
    """
    verb = "invitation.issue"
    power = serving(verb, by)
    this = session(key, on=by.on, planned=True).this
    chosen = [
        each for each in addressees(key, on=by.on) if each.party in parties and not each.letter
    ]
    if not chosen:
        raise Refusal("letters.nobody")
    told = notice_of(this, on=by.on)
    if told.short and not otherwise.strip():
        raise Refusal(
            "letters.short-notice", basis=told.call.terms.basis, days=told.days, notice=told.asked
        )
    said = words_of(this, chosen, organisation, on=by.on)
    exercise = this.row.session.exercise
    first = _numbers(by.on, len(chosen), exercise)
    written = Written(verb, f"session:{key}", by, power, otherwise.strip())
    facts = {"letters": len(chosen), "first": first, "last": first + len(chosen) - 1,
             "year": by.on.year, "notice": told.days}  # fmt: skip
    register = written.record(facts, basis=told.call.terms.basis)
    return Letter.objects.bulk_create(
        Letter(
            year=by.on.year, exercise=exercise, number=number, session=this.row.session,
            delegation=each.delegation, language=each.language, addressee=each.addressed,
            dated=by.on, paragraphs=said[each.party], act=register,
        )
        for number, each in enumerate(chosen, start=first)
    )  # fmt: skip


def _numbers(day: date, count: int, exercise: bool) -> int:
    """The first of so many numbers in a row; the counter of the year stays locked."""
    rows = LetterCounter.objects.filter(year=day.year, exercise=exercise)
    LetterCounter.objects.get_or_create(year=day.year, exercise=exercise)
    counter = rows.select_for_update().get()
    first: int = counter.next
    counter.next = first + count
    counter.save(update_fields=["next"])
    return first


@act
def advance(key: str, to: str, *, by: Authority, way: str = "") -> int:
    """All invitations of a session that stand before a step take it; how many.

    Refused: `letters.stage` where there are none, `letters.same-hand` where who seals initialled.
    """
    verb, before = STEPS[Stage(to)]
    power = serving(verb, by)
    rows = Letter.objects.filter(session__key=key, stage=before)
    if not rows.exists():
        raise Refusal("letters.stage")
    if to == Stage.SEALED and rows.filter(initialled_by=by.actor).exists():
        raise Refusal("letters.same-hand")
    now: dict[str, Any] = {"sent": by.on, "way": way.strip()[:120]}
    if to != Stage.SENT:
        now = {f"{to}_by": by.actor}
    count = rows.update(stage=to, **now)
    Written(verb, f"session:{key}", by, power).record({"letters": count})
    return count
