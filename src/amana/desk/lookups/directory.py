"""What everything is called, on a day: one query for all that the desk lists and names."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.fields import DateRangeField
from django.db.models import Case, ExpressionWrapper, F, TextField, Value, When
from django.db.models.functions import Cast, JSONObject

from amana.accounts.api import User
from amana.ground.fields import WordsField
from amana.kernel.order import sort_key
from amana.kernel.words import LANGS, Words
from amana.organisation import models as m
from amana.texts.models import WorkRecord

__all__ = ["Directory", "Named"]


@dataclass(frozen=True, slots=True)
class Named:
    """A state, body, person, office, rule, question, text or kind of body with its name.

    `group` is the kind of a body, the body of an office, the group of a rule.
    """

    key: str
    names: Words
    group: str
    stands: bool  # whether it bore this name on the day


class Directory:
    """Names on a day, the last one known where nothing bore that name then."""

    def __init__(self, on: date) -> None:
        self.on = on
        self._of: dict[str, dict[str, Named]] = {}
        for kind, key, names, group, during in _rows():
            stands = during is None or on in during
            known = self._of.setdefault(kind, {})
            if key not in known or stands or not known[key].stands:
                known[key] = Named(key, names, group or "", stands)

    def name(self, kind: str, key: str) -> Words:
        """The name of a key; the key itself where it has none."""
        found = self._of.get(kind, {}).get(key)
        return found.names if found and found.names else Words(en=key)

    def knows(self, kind: str, key: str) -> bool:
        """Whether something of that kind has that key."""
        return key in self._of.get(kind, {})

    def group(self, kind: str, key: str) -> str:
        """What it belongs to: the kind of a body, the body of an office."""
        found = self._of.get(kind, {}).get(key)
        return found.group if found else ""

    def learn(self, kind: str, key: str, names: Words) -> None:
        """Name something that a rehearsed act makes and that is not yet on record."""
        if names and not self.knows(kind, key):
            self._of.setdefault(kind, {})[key] = Named(key, names, "", stands=False)

    def all(self, kind: str, lang: str, *, standing: bool = False) -> list[Named]:
        """Everything of a kind in the order of the reader's language."""
        found = (each for each in self._of.get(kind, {}).values() if each.stands or not standing)
        return sorted(found, key=lambda each: sort_key(each.names.text(lang), lang))


def _rows() -> Any:
    first, *others = _parts()
    return first.union(*others, all=True)


def _parts() -> Iterator[Any]:
    dated = F("during")
    undated = Cast(Value(None), DateRangeField())
    yield _part(m.StateName.objects.known(), "state", "state__key", "names", "state__alpha3", dated)
    yield _part(m.BodyName.objects.known(), "body", "body__key", "names", "body__kind__key", dated)
    yield _part(m.PersonName.objects.known(), "person", "person__key", "names", "", dated)
    yield _part(
        m.Post.objects.known(), "office", "office__key", "title", "office__body__key", dated
    )
    yield _part(m.RuleName.objects.all(), "rule", "key", "title", "group", undated)
    yield _part(m.Question.objects.known(), "question", "key", "question", "about", dated)
    short = Case(When(short={}, then=F("title")), default=F("short"), output_field=WordsField())
    works = WorkRecord.objects.known().annotate(cited=short)
    yield _part(works, "work", "work__key", "cited", "symbol", undated)
    once = dict.fromkeys(LANGS, F("name"))  # an account has one name for every reader
    people = User.objects.annotate(
        names=ExpressionWrapper(JSONObject(**once), output_field=WordsField())
    )
    yield _part(people, "account", "pk", "names", "", undated)
    yield _part(m.BodyKind.objects.all(), "kind", "key", "names", "", undated)


def _part(rows: Any, kind: str, key: str, names: str, group: str, during: Any) -> Any:
    text = TextField()
    columns = {
        "a_kind": Value(kind, output_field=text),
        "a_key": Cast(F(key), text),
        "a_names": ExpressionWrapper(F(names), output_field=WordsField()),
        "a_group": Cast(F(group), text) if group else Value("", output_field=text),
        "a_during": during,
    }
    return rows.order_by().annotate(**columns).values_list(*columns)
