"""The last entries of a log as the desk reads them: number, time, who, what, under which rule."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from amana.conferences.models import Entry
from amana.conferences.rules.floor.acts import ACTS
from amana.conferences.rules.floor.state import Floor
from amana.conferences.screens.acting import rule_names
from amana.conferences.screens.citing import rule_of
from amana.conferences.screens.labels import label
from amana.conferences.screens.naming import Names

__all__ = ["last_said"]

_ABOUT = ("question", "on", "of", "from", "contest", "id")
_PARTIES = ("to", "who", "state", "first")
_SOME = 4


def last_said(rows: Iterable[Entry], floor: Floor, names: Names, lang: str) -> list[dict[str, Any]]:
    """Entries in plain words. An answer in a vote is never told: how it stands says the tally."""
    return [
        {
            "n": row.n, "at": timezone.localtime(row.at), "what": _what(row, lang),
            "who": _listed(row.by, names, lang), "about": _about(row, floor, names, lang),
            "duty": label("roles", row.duty, lang),
            "rule": rule_of(floor.rules, rule_names(_slug(row)), lang),
        }
        for row in rows if row.do in ACTS
    ]  # fmt: skip


def _slug(row: Entry) -> str:
    return f"move-{row.more.get('motion')}" if row.do == "move" else row.do


def _what(row: Entry, lang: str) -> str:
    said = label("acts", row.do, lang)
    motion = str(row.more.get("motion", "")) if row.do == "move" else ""
    return f"{said}: {label('motions', motion, lang)}" if motion else said


def _listed(keys: Iterable[str], names: Names, lang: str) -> str:
    found = [names.party(str(key), lang) for key in keys]
    separator = "، " if lang == "ar" else ", "
    more = f" (+{len(found) - _SOME})" if len(found) > _SOME else ""
    return separator.join(found[:_SOME]) + more


def _about(row: Entry, floor: Floor, names: Names, lang: str) -> str:
    for name in _PARTIES:
        if value := row.more.get(name):
            return _listed([value] if isinstance(value, str) else value, names, lang)
    for name in _ABOUT:
        value = row.more.get(name)
        if isinstance(value, str) and value:
            return names.question(floor, value, lang)
    return ""
