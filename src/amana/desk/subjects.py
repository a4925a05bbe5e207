"""What an act is about: the register's `office:secretary-general` as a name and a page."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import override

from amana.conferences.api import sessions
from amana.desk.lookups.directory import Directory
from amana.finance.models import PublicFigure
from amana.finance.wording import title
from amana.kernel.authority import Authority
from amana.kernel.words import LANGS, Words
from amana.texts.citations import provision
from amana.texts.drafting import drafts
from amana.texts.models import WorkRecord

__all__ = ["Subject", "learn", "subject"]

ROUTES = {
    "body": "organisation:body",
    "state": "organisation:state",
    "person": "organisation:person",
    "office": "organisation:office",
    "rule": "organisation:rule",
    "question": "organisation:question",
    "work": "texts:work",
    "draft": "drafting:edit",
    "session": "conferences:session",
}
COMMA = {"ar": "،", "en": ",", "fr": ","}
NOT_PUBLIC = Words(
    ar="نص غير متاح للعموم", en="a text that is not public", fr="un texte qui n’est pas public"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject of the register: how it is written there, its name, its page if it has one."""

    written: str
    names: Words
    route: str
    key: str

    @property
    def kind(self) -> str:
        """The word before the colon: `office`, `work`."""
        return self.written.partition(":")[0]


def learn(names: Directory, subjects: Iterable[str], by: Authority) -> None:
    """Give sessions, figures of finance and texts under way, unknown to the directory, a name.

    At most four queries for any number of subjects, none where there are no such ones. A text
    that the reader may not see is called just that.
    """
    keys: dict[str, set[str]] = {}
    for written in subjects:
        kind, _, key = written.partition(":")
        keys.setdefault(kind, set()).add(key)
        if kind == "provision":
            keys.setdefault("work", set()).add(key.partition("#")[0])
    if wanted := keys.get("session"):
        for row in sessions(on=names.on, planned=True, where=Q(session__key__in=wanted)):
            names.learn("session", row.key, row.title)
    if wanted := keys.get("figure"):
        for figure in PublicFigure.objects.known().filter(key__in=wanted):
            names.learn("figure", figure.key, _figure(figure))
    if wanted := keys.get("draft"):
        for draft in drafts(by).filter(draft__key__in=wanted):
            names.learn("draft", draft.draft.key, draft.title)
    if wanted := {key for key in keys.get("work", ()) if not names.knows("work", key)}:
        works = WorkRecord.objects.seen_by(by).select_related("work")
        for work in works.filter(work__key__in=wanted):
            names.learn("work", work.work.key, work.short or work.title)
    for kind in ("draft", "work"):
        for key in keys.get(kind, ()):
            names.learn(kind, key, NOT_PUBLIC)


def _figure(row: PublicFigure) -> Words:
    """`Budget approved, General Secretariat, 1984/85`."""
    said = {}
    for lang in LANGS:
        with override(lang):
            parts = (title(row), row.entity.text(lang), row.fiscal_year or row.since_mark[:4])
            said[lang] = f"{COMMA[lang]} ".join(part for part in parts if part)
    return Words.of(said)


def subject(written: str, names: Directory) -> Subject:
    """Read a subject; one of a kind without names keeps its key."""
    kind, _, key = written.partition(":")
    if kind == "membership":
        return _party(written, key, names)
    if kind == "provision":
        return _provision(written, key, names)
    name = names.name(kind, key)
    return Subject(written, name, "" if name is NOT_PUBLIC else ROUTES.get(kind, ""), key)


def _party(written: str, key: str, names: Directory) -> Subject:
    """`membership:oic.mli` and `membership:oic.ecowas`: the state or body that takes part."""
    party = key.rpartition(".")[2]
    kind = "state" if names.knows("state", party) else "body"
    return Subject(written, names.name(kind, party), ROUTES[kind], party)


def _provision(written: str, key: str, names: Directory) -> Subject:
    """`provision:charter-2008#art_16`: Charter 2008, Art. 16."""
    work, _sign, wid = key.partition("#")
    title = names.name("work", work)
    said = {lang: f"{title.text(lang)}{COMMA[lang]} {provision(wid, lang)}" for lang in LANGS}
    return Subject(written, Words.of(said), ROUTES["work"], work)
