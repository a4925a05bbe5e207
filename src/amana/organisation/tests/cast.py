"""Who acts in the tests of this room, on what they rest, and one valid call of every act."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.apps import apps

from amana.ground import register
from amana.ground.dated import Dated
from amana.ground.facts import Provenance
from amana.kernel.authority import Authority, OfficeHeld
from amana.kernel.words import Words
from amana.organisation import acts
from amana.organisation.models import Body, Office, Person, RuleName, Term

TODAY = date(2026, 11, 24)


def _holder(name: str, office: str, body: str, power: str) -> Authority:
    held = OfficeHeld(office, Words(en=office), body, frozenset({power}))
    return Authority(f"test:{office}", name, TODAY, (held,))


REGISTRAR = _holder("A registrar", "registrar", "general-secretariat", "registrar")
SECRETARY_GENERAL = _holder(
    "A Secretary General", "secretary-general", "general-secretariat", "secretary-general"
)
HEAD_OF_CABINET = _holder("A head", "head-dept-cabinet", "dept-cabinet", "head-of-department")
HEAD_OF_LEGAL = _holder("Another head", "head-dept-legal", "dept-legal", "head-of-department")
ADMINISTRATOR = Authority("test:admin", "An administrator", TODAY, (), frozenset({"administrator"}))
NOBODY = Authority("test:nobody", "Somebody without office", TODAY)

ORIGIN = Provenance(basis=("charter-2008#art_16",), sources=("minutes of the session",))
UNRESOLVED = Provenance(basis=("charter-2008#art_99",), sources=("minutes of the session",))
UNKNOWN_TEXT = Provenance(basis=("no-such-charter",), sources=("minutes of the session",))


def running(office: str) -> Term:
    """The term of an office that has no end on record."""
    return Term.objects.known().get(office__key=office, during__upper_inf=True)


def head_of(office: str) -> uuid.UUID:
    """The fact of that term."""
    return running(office).fact


def state_of_everything() -> dict[str, Any]:
    """The register's head and how many rows there are of everything an act may write."""
    counts = {
        model.__name__: model.objects.count()
        for model in (*apps.get_app_config("organisation").get_models(), Body, Office)
    }
    dated = [m for m in apps.get_app_config("organisation").get_models() if issubclass(m, Dated)]
    known = {f"{model.__name__} known": model.objects.known().count() for model in dated}
    people = {"linked": Person.objects.filter(user__isnull=False).count()}
    return {"head": register.head(), "rules": RuleName.objects.count(), **counts, **known, **people}


@dataclass(frozen=True)
class Call:
    """An act with facts for which it succeeds on the loaded pack."""

    act: Callable[..., Any]
    verb: str
    facts: dict[str, Any] = field(default_factory=dict)
    sourced: bool = True  # whether it takes `origin`

    def __call__(self, **changes: Any) -> Any:
        given = {name: each() if callable(each) else each for name, each in self.facts.items()}
        given = given | ({"origin": ORIGIN} if self.sourced else {}) | {"by": REGISTRAR} | changes
        return self.act(**given)

    def __str__(self) -> str:
        return self.act.__name__


def _words(text: str) -> Words:
    return Words(ar=f"{text} ع", en=f"{text} in English", fr=f"{text} en français")


CALLS = [
    Call(acts.admit, "membership.admit", {"state": "zaf", "since": "2026-06-01"}),
    Call(acts.record_observer, "membership.observe", {"state": "srb", "since": "2026-06-01"}),
    Call(
        acts.suspend, "membership.suspend",
        {"state": "egy", "since": "2026-06-01", "decided_by": _words("a summit")},
    ),
    Call(
        acts.reinstate, "membership.reinstate",
        {"state": "syr", "on": "2025-03-01", "lifted_by": _words("a council")},
    ),
    Call(
        acts.suspend_vote, "vote.suspend",
        {"state": "egy", "since": "2026-06-01", "why": _words("arrears"),
         "decided_by": _words("a council")},
    ),
    Call(acts.withdraw, "membership.withdraw", {"state": "egy", "on": "2026-06-01"}),
    Call(
        acts.record_application, "application.record",
        {"state": "srb", "sought": "member", "since": "2026-06-01"},
    ),
    Call(
        acts.record_status_event, "status-event.record",
        {"state": "egy", "kind": "suspension_recommended", "on": "2026-06",
         "decided_by": _words("a committee")},
    ),
    Call(
        acts.record_state, "state.record",
        {"alpha3": "AND", "alpha2": "AD", "names": _words("Andorra"),
         "official": _words("Principality of Andorra")},
    ),
    Call(
        acts.rename_state, "state.rename",
        {"state": "egy", "names": _words("Nile"), "since": "2026-06-01"},
    ),
    Call(
        acts.establish, "body.establish",
        {"key": "dept-archives", "kind": "department", "names": _words("Archives"),
         "parent": "dept-cabinet", "since": "2026-06-01"},
    ),
    Call(
        acts.rename, "body.rename",
        {"body": "dept-legal", "names": _words("Law"), "since": "2026-06-01"},
    ),
    Call(
        acts.reparent, "body.reparent",
        {"body": "office-geneva", "parent": "dept-political", "since": "2026-06-01"},
    ),
    Call(
        acts.move_seat, "seat.move",
        {"body": "comcec", "place": _words("Istanbul"), "state": "tur", "since": "2026-06-01"},
    ),
    Call(
        acts.dissolve, "body.dissolve",
        {"body": "office-geneva", "on": "2026-06-01", "dissolved_by": _words("a council")},
    ),
    Call(
        acts.record_person, "person.record",
        {"key": "a-new-person", "names": _words("A Person"), "nationality": "mar",
         "spellings": ["Another Spelling"]},
    ),
    Call(
        acts.create_office, "office.create",
        {"key": "head-of-archives", "body": "dept-legal", "title": _words("Head of Archives"),
         "term_rule": "assistant-secretary-general.term-length", "since": "2026-06-01"},
    ),
    Call(
        acts.elect, "term.elect",
        {"office": "chair-cfm", "state": "egy", "since": "2026-07-01", "elected": "2026-06-20",
         "elected_by": _words("the Council")},
    ),
    Call(
        acts.appoint, "term.appoint",
        {"office": "registrar", "person": "khaled-saleem", "since": "2026-12-01"},
    ),
    Call(
        acts.end_term, "term.end",
        {"term": lambda: head_of("secretary-general"), "on": "2026-11-17",
         "end_reason": _words("end of the term")},
    ),
    Call(
        acts.extend_term, "term.extend",
        {"term": lambda: head_of("secretary-general"), "until": "2027-03-17"},
    ),
    Call(
        acts.set_rule, "rule.set",
        {"rule": "archives.opening", "title": _words("Opening of the archives"), "value": "30",
         "unit": _words("years"), "text": _words("thirty years"), "since": "2026-06-01"},
    ),
    Call(
        acts.amend_rule, "rule.amend",
        {"rule": "secretary-general.term-length", "value": "6",
         "unit": Words(ar="سنوات", en="years", fr="ans"), "text": _words("six years"),
         "since": "2026-06-01"},
    ),
    Call(
        acts.repeal_rule, "rule.repeal",
        {"rule": "secretary-general.term-length", "on": "2026-06-01"},
    ),
    Call(
        acts.open_question, "question.open",
        {"key": "archives.opened", "question": _words("When?"), "about": "body:dept-legal"},
    ),
    Call(
        acts.add_attestation, "attestation.add",
        {"question": "languages", "value": _words("a fourth language"), "source": "a journal"},
    ),
    Call(
        acts.prefer_attestation, "attestation.prefer",
        {"question": "general-secretariat.established", "number": 2, "why": _words("seen")},
        sourced=False,
    ),
    Call(
        acts.correct, "record.correct",
        {"model_label": "organisation.Term", "fact": lambda: head_of("secretary-general"),
         "changes": {"since": "2021-11-18", "note": _words("corrected")}, "reason": "misread"},
        sourced=False,
    ),
    Call(
        acts.withdraw_record, "record.withdraw",
        {"model_label": "organisation.Term", "fact": lambda: head_of("chair-islamic-summit"),
         "reason": "entered twice"},
        sourced=False,
    ),
]  # fmt: skip
