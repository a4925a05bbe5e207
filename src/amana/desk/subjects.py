"""What an act is about: the register's `office:secretary-general` as a name and a page."""

from dataclasses import dataclass

from amana.desk.lookups.directory import Directory
from amana.kernel.words import LANGS, Words
from amana.texts.citations import provision

__all__ = ["Subject", "subject"]

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
