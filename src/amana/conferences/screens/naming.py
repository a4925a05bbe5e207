"""What everything on a floor is called: parties, texts, items, questions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from amana.conferences.agendas import agenda_of
from amana.conferences.floor.naming import names_of, title_of
from amana.conferences.lookups import session
from amana.conferences.models import Log
from amana.conferences.rules.floor.events import delegation
from amana.conferences.rules.floor.state import Floor
from amana.conferences.rules.record.questions import question_named
from amana.conferences.screens.labels import kinds, label
from amana.ground import clock
from amana.ground.register import data_version
from amana.kernel.analyser.folding import fold
from amana.kernel.order import sort_key
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words

__all__ = ["Names", "names_for"]

_ARTICLE = re.compile(r"^(?:les? |la |l')")
_ROLES = frozenset({"chair", "secretariat", "rapporteur", "tellers", "system", "administrator"})


@dataclass(frozen=True)
class Names:
    """The names of a floor: `parties` of its roll, `titles` of its texts and items, by key."""

    parties: Mapping[str, Words]
    titles: Mapping[str, Words]
    floor_title: Words
    session: Words
    items: Mapping[str, Words] = field(default_factory=dict)  # with their numbers, as printed
    _found: dict[str, str] = field(default_factory=dict)

    def party(self, key: str, lang: str) -> str:
        """A delegation (or one of its persons), an observer, or a role."""
        own = delegation(key)
        named = self.parties.get(own)
        if named:
            return named.text(lang)
        return label("roles", own, lang) if own in _ROLES else own

    def title(self, key: str, lang: str) -> str:
        """The title of a text or an item; nothing where none is known."""
        found = self.titles.get(key)
        return found.text(lang) if found else ""

    def text(self, floor: Floor, key: str, lang: str) -> str:
        """The title of a proposal: as it was submitted, or as it stood before the meeting."""
        proposal = floor.texts.proposals.get(key)
        said = proposal.more.get("title") if proposal is not None else None
        if isinstance(said, Mapping):
            return Words.of({k: str(v) for k, v in said.items() if k in LANGS}).text(lang)
        return str(said) if said else self.title(key, lang)

    def question(self, floor: Floor, name: str, lang: str) -> str:
        """What is put to the vote, as a record would call it, without its title."""
        if not name:
            return ""
        if name in floor.contests:
            title = Words.of(floor.contests[name].title)
            return title.text(lang) or self.title(name, lang) or name
        said = str(question_named(floor, name, self.parties).form(lang))
        said = _ARTICLE.sub("", said) if lang == "fr" else said
        return said[:1].upper() + said[1:]

    def item(self, said: str, lang: str) -> str:
        """A line of the agenda: its number and title; a second vote by what it is on."""
        if said.startswith("second vote on "):
            again = {
                "ar": "تصويت ثانٍ على {}",
                "en": "Second vote on {}",
                "fr": "Second vote sur {}",
            }
            return again[lang].format(said.removeprefix("second vote on "))
        if said in self.items:
            return self.items[said].text(lang)
        title = self.title(said, lang)
        return f"{said}. {title}" if title else said

    def key_of(self, said: str) -> str:
        """The key of a party as somebody typed it: key, code or name in any language.

        What names nobody comes back as it was: the floor will refuse it by that name.
        """
        if not self._found:
            self._found.update(self._spellings())
        return self._found.get(fold(said.strip()), said.strip())

    def _spellings(self) -> dict[str, str]:
        known = {fold(text): key for key, names in self.parties.items() for _, text in names}
        roles = {
            fold(text): role for role, names in kinds()["roles"].items() if role in _ROLES
            for _, text in names
        }  # fmt: skip
        return roles | known | {fold(key): key for key in (*_ROLES, *self.parties)}

    def sorted(self, keys: Any, lang: str) -> list[str]:
        """Parties in the alphabetical order of the reader's language."""
        return sorted(keys, key=lambda key: (sort_key(self.party(key, lang), lang), key))


def names_for(log: Log) -> Names:
    """The names as the register stands: one query, and some more after an act."""
    return _names(log.pk, log.key, data_version())


@lru_cache(maxsize=64)
def _names(pk: int, key: str, version: str) -> Names:
    log = Log.objects.select_related("session__body").get(pk=pk)
    titles = {str(name): Words.of(said) for name, said in log.before.get("titles", {}).items()}
    titles |= _given_titles(log)
    items = {} if log.exercise else _items(log)
    return Names(dict(names_of(log)), titles, title_of(log), _session(log), items)


def _session(log: Log) -> Words:
    """What the session is called; one without days by its key."""
    try:
        return session(log.session.key, on=clock.today(), planned=True).this.title
    except Refusal:
        return Words(log.session.key, log.session.key, log.session.key)


def _given_titles(log: Log) -> dict[str, Words]:
    given = log.before.get("given", {})
    found = {}
    for record in (*given.get("proposals", ()), *given.get("contests", ())):
        if isinstance(record.get("title"), dict):
            found[str(record["id"])] = Words.of(record["title"])
    return found


def _items(log: Log) -> dict[str, Words]:
    """The items of the session's agenda by key: `3 (a). Title`."""
    rows = agenda_of(log.session.key, serving=True, brief=True)
    return {
        row.key: Words(**{
            lang: f"{row.label(lang)}. {row.row.title.text(lang)}" for lang in LANGS
        }) for row in rows
    }  # fmt: skip
