"""Reading for invitations: to whom they go, in which language, with what words and notice."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.apps import apps

from amana.conferences.calling import Call, terms_of
from amana.conferences.dues import deadlines_for
from amana.conferences.lookups import SessionRow
from amana.conferences.models import Correspondence, Deadline, Delegation, Letter
from amana.conferences.rules.letters import Invitation, addressed, invitation
from amana.kernel.dual_dates import format_dual
from amana.kernel.order import sort_key
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words

__all__ = ["Addressee", "Notice", "addressees", "issued", "known_states", "notice_of", "words_of"]

DIRECT = ("designation", "community")  # no ministry: addressed themselves


@dataclass(frozen=True, slots=True)
class Addressee:
    """A delegation that is or will be invited; `official` is its full name of the day."""

    delegation: Delegation
    names: Words
    official: Words
    ministry: bool
    language: str
    letter: Letter | None = field(default=None)

    @property
    def party(self) -> str:
        """The key of the state or of the body."""
        return str(self.delegation.party)

    @property
    def addressed(self) -> Words:
        """Whom the letter goes to, in every language that has the name."""
        return Words.of({
            lang: addressed(getattr(self.official, lang), lang, ministry=self.ministry)
            for lang in LANGS if getattr(self.official, lang)
        })  # fmt: skip


@dataclass(frozen=True, slots=True)
class Notice:
    """The days from a day to the opening, beside the notice that the rule in force asks for."""

    days: int
    call: Call

    @property
    def asked(self) -> int | None:
        """Days of notice; None where no rule on record says any."""
        return self.call.terms.notice

    @property
    def short(self) -> bool:
        """Whether the rule asks for more."""
        return self.asked is not None and self.days < self.asked


def addressees(session: str, *, on: date, lang: str = "en") -> list[Addressee]:
    """The delegations of a session, members first, by name: five queries."""
    rows = list(Delegation.objects.filter(session__key=session).select_related("state", "body"))
    states = _names("StateName", "state", [row.state_id for row in rows if row.state_id], on)
    bodies = _names("BodyName", "body", [row.body_id for row in rows if row.body_id], on)
    spoken = dict(Correspondence.objects.on(on).filter(
        party__in=[row.party for row in rows]).values_list("party", "language"))  # fmt: skip
    letters = {letter.delegation_id: letter for letter in issued(session)}
    found = []
    for row in rows:
        known = (states if row.state_id else bodies).get(row.state_id or row.body_id or 0) or (
            Words(en=row.party), Words())  # fmt: skip
        names, official = known
        ministry = row.state is not None and row.state.kind not in DIRECT
        found.append(Addressee(
            row, names, _whole(official, names), ministry, spoken.get(row.party, LANGS[0]),
            letters.get(row.pk),
        ))  # fmt: skip
    order = {"member": 0, "observer": 1, "guest": 2}
    return sorted(found, key=lambda each: (
        order[each.delegation.status], sort_key(each.names.text(lang), lang)))  # fmt: skip


def _whole(official: Words, names: Words) -> Words:
    """The official name; the short one in a language that has no other."""
    return Words.of({
        lang: getattr(official, lang) or getattr(names, lang) for lang in LANGS
    })  # fmt: skip


def _names(model: str, of: str, keys: Collection[int], on: date) -> dict[int, tuple[Words, Words]]:
    rows: Any = apps.get_model("organisation", model)._default_manager
    named = rows.on(on).filter(**{f"{of}__in": keys})
    return {
        getattr(row, f"{of}_id"): (row.names, getattr(row, "official", Words())) for row in named
    }


def issued(session: str) -> list[Letter]:
    """The invitations of a session in the order of their numbers: one query."""
    return list(Letter.objects.filter(session__key=session))


def notice_of(this: SessionRow, *, on: date) -> Notice:
    """The notice of a session that is sent on a day: four queries. Refused: `letters.no-days`."""
    _exact(this)
    held = this.row.session
    call = terms_of(held.body.key, held.kind, on=on)
    return Notice((this.days.opens.earliest - on).days, call)


def _exact(this: SessionRow) -> None:
    if not (this.days.opens.is_exact and this.days.closes.is_exact):
        raise Refusal("letters.no-days")


def words_of(
    this: SessionRow, chosen: Collection[Addressee], organisation: Words, *, on: date
) -> dict[str, list[str]]:
    """The paragraphs for each addressee, by party, in its language: one query."""
    _exact(this)
    opens, closes = this.days.opens.earliest, this.days.closes.earliest
    dues = deadlines_for(this.row.session, opens, on=on)
    due = next((each.day for each in dues if each.rule.kind == Deadline.Kind.CREDENTIALS), None)
    return {
        each.party: invitation(Invitation(
            organisation.text(each.language), each.official.text(each.language), each.ministry,
            this.title.text(each.language), this.place.text(each.language),
            format_dual(opens, closes, each.language, printed=this.days.hijri), opens != closes,
            format_dual(due, None, each.language) if due else "",
        ), each.language)
        for each in chosen
    }  # fmt: skip


def known_states(keys: Collection[str]) -> set[str]:
    """Which of these keys are those of states: one query."""
    rows = apps.get_model("organisation", "State")._default_manager.filter(key__in=keys)
    return set(rows.values_list("key", flat=True))
