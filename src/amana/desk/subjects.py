"""What an act is about: the register's `office:secretary-general` as a name and a page."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import override

from amana.conferences.api import sessions
from amana.desk.lookups.directory import Directory
from amana.finance.models import PublicFigure
from amana.finance.wording import title
from amana.kernel.words import LANGS, Words
from amana.texts.citations import provision

__all__ = ["Subject", "learn", "subject"]

ROUTES = {
    "body": "organisation:body",
    "state": "organisation:state",
    "person": "organisation:person",
    "office": "organisation:office",
    "rule": "organisation:rule",
    "question": "organisation:question",
    "work": "texts:work",
    "session": "conferences:session",
}
COMMA = {"ar": "،", "en": ",", "fr": ","}


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


def learn(names: Directory, subjects: Iterable[str]) -> None:
    """Give sessions and figures of finance, which the directory lacks, their names.

    At most two queries for any number of subjects, none where there are no such ones.
    """
    keys: dict[str, set[str]] = {}
    for written in subjects:
        kind, _, key = written.partition(":")
        keys.setdefault(kind, set()).add(key)
    if wanted := keys.get("session"):
        for row in sessions(on=names.on, planned=True, where=Q(session__key__in=wanted)):
            names.learn("session", row.key, row.title)
    if wanted := keys.get("figure"):
        for figure in PublicFigure.objects.known().filter(key__in=wanted):
            names.learn("figure", figure.key, _figure(figure))


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
    return Subject(written, names.name(kind, key), ROUTES.get(kind, ""), key)


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
