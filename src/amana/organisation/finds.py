"""What search finds of this room: states, bodies, offices, persons, rules, disputed facts."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from amana.kernel.periods import Period
from amana.kernel.words import LANGS, Words
from amana.organisation.models import (
    Attestation,
    BodyName,
    Establishment,
    PersonName,
    Post,
    Question,
    Rule,
    Seat,
    StateName,
    Term,
)
from amana.search.api import COMMA, SEMICOLON, Document, Finder, joined
from amana.web.formats import years

__all__ = ["FINDERS"]

Keys = Collection[str] | None
ORGANS = Q(body__kind__is_institution=False, body__kind__is_department=False)
INSTITUTIONS = Q(body__kind__is_institution=True)
DEPARTMENTS = Q(body__kind__is_department=True)


def _only(rows: Any, path: str, keys: Keys) -> Any:
    """All rows, or those of some records, in the order of their periods."""
    rows = rows.order_by("during", "id")
    return rows if keys is None else rows.filter(**{f"{path}__in": keys})


def _life(row: Any) -> dict[str, Any]:
    """The period of a row as a document tells it."""
    return {"period": row.period, "since_mark": row.since_mark, "until_mark": row.until_mark}


def states(keys: Keys = None) -> Iterable[Document]:
    """States by every name they bore and their codes: one query."""
    for row in _only(StateName.objects.known().select_related("state"), "state__key", keys):
        state = row.state
        codes = tuple(code for code in (state.alpha3, state.alpha2) if code)
        yield Document(
            key=state.key, title=row.names, text=row.official,
            also=(*row.official.as_dict().values(), *codes), route="organisation:state",
            route_key=state.alpha3.lower(), weight=9, **_life(row),
        )  # fmt: skip


def bodies(where: Q, weight: int, keys: Keys = None) -> Iterable[Document]:
    """Bodies by their names over time: what they are for, where they sit; four queries."""
    names = BodyName.objects.known().filter(where).select_related("body__kind")
    lives = {row.body_id: row for row in Establishment.objects.known().order_by("during")}
    places = _places()
    for row in _only(names, "body__key", keys):
        life = lives.get(row.body_id)
        yield _body(row, life, places.get(row.body_id, Words()), weight)


def _body(row: BodyName, life: Establishment | None, place: Words, weight: int) -> Document:
    said = [row.acronym, row.body.kind.names]
    if life:
        said += [life.role, _listed(life.functions), life.composition, life.established_by]
        said += [life.headed_by, _listed(life.sections)]
    return Document(
        key=row.body.key, title=row.names, text=joined(*said, place),
        also=tuple(dict.fromkeys(row.acronym.as_dict().values())), route="organisation:body",
        route_key=row.body.key, weight=weight, **_within(row, life),
    )  # fmt: skip


def _within(row: BodyName, life: Establishment | None) -> dict[str, Any]:
    """A name without a beginning or an end of its own lasts as long as its body."""
    if life is None:
        return _life(row)
    begins, ends = (row if row.since_mark else life), (row if row.until_mark else life)
    since = begins.during.lower or row.during.lower
    until = ends.during.upper or row.during.upper
    if since and until and until <= since:
        return _life(row)
    return {
        "period": Period(since, until),
        "since_mark": begins.since_mark, "until_mark": ends.until_mark,
    }  # fmt: skip


def _listed(texts: Mapping[str, list[str]]) -> Words:
    return Words.of({lang: getattr(SEMICOLON, lang).join(texts.get(lang, [])) for lang in LANGS})


def _places() -> dict[int, Words]:
    """Where each body sits or sat, first to last: two queries."""
    names = _names_of_states()
    found: dict[int, Words] = {}
    for row in Seat.objects.known().order_by("during", "id"):
        place = joined(row.place, names.get(row.state_id or 0, Words()), by=COMMA)
        found[row.body_id] = joined(found.get(row.body_id, Words()), place)
    return found


def _names_of_states() -> dict[int, Words]:
    """The last name of every state."""
    return {row.state_id: row.names for row in StateName.objects.known().order_by("during")}


def offices(keys: Keys = None) -> Iterable[Document]:
    """Offices by their titles, with their body and all who held them: five queries."""
    posts = Post.objects.known().select_related("office")
    of_bodies = {row.body_id: row.names for row in BodyName.objects.known().order_by("during")}
    holders = _holders()
    for row in _only(posts, "office__key", keys):
        office = row.office
        yield Document(
            key=office.key, title=row.title,
            text=joined(of_bodies.get(office.body_id, Words()), *holders.get(office.pk, [])),
            route="organisation:office", route_key=office.key, weight=7 if row.chief else 6,
            **_life(row),
        )  # fmt: skip


def _holders() -> dict[int, list[Words]]:
    persons = {row.person_id: row.names for row in PersonName.objects.known().order_by("during")}
    nations = _names_of_states()
    found: dict[int, list[Words]] = {}
    for term in Term.objects.known().order_by("during", "id"):
        holder = persons.get(term.person_id or 0) or nations.get(term.state_id or 0) or Words()
        found.setdefault(term.office_id, []).append(_with_years(holder, term))
    return found


def _with_years(text: Words, term: Term) -> Words:
    """`Habib Chatty (1979–1984)`; no years where none is on record."""
    first, last = term.since_mark[:4], term.until_mark[:4]
    if not (first or last):
        return text
    return Words.of(
        {lang: f"{said} ({years(first, last, lang)})" if said else said for lang, said in text}
    )


def persons(keys: Keys = None) -> Iterable[Document]:
    """Persons by every spelling of their names, with the offices they held: four queries."""
    titles = {row.office_id: row.title for row in Post.objects.known().order_by("during")}
    nations, held = _names_of_states(), _held(titles)
    names = PersonName.objects.known().select_related("person")
    for row in _only(names, "person__key", keys):
        nation = nations.get(row.person.nationality_id or 0, Words())
        yield Document(
            key=row.person.key, title=row.names,
            text=joined(*held.get(row.person_id, []), nation),
            also=(*row.spellings, *row.names.as_dict().values()), route="organisation:person",
            route_key=row.person.key, weight=8, **_life(row),
        )  # fmt: skip


def _held(titles: Mapping[int, Words]) -> dict[int, list[Words]]:
    found: dict[int, list[Words]] = {}
    for term in Term.objects.known().filter(person__isnull=False).order_by("during", "id"):
        said = _with_years(titles.get(term.office_id, Words()), term)
        found.setdefault(term.person_id or 0, []).append(said)
    return found


def rules(keys: Keys = None) -> Iterable[Document]:
    """Rules by their titles, with each value over its period: one query."""
    for row in _only(Rule.objects.known().select_related("name"), "name__key", keys):
        value = row.shown or Words(**dict.fromkeys(LANGS, row.value))
        yield Document(
            key=row.name.key, title=row.name.title, text=joined(value, row.text),
            also=tuple(row.name.aliases), route="organisation:rule", route_key=row.name.key,
            weight=5, **_life(row),
        )  # fmt: skip


def questions(keys: Keys = None) -> Iterable[Document]:
    """Disputed facts with what each source says: two queries."""
    answers: dict[str, list[Words]] = {}
    for each in Attestation.objects.known().order_by("question_key", "number"):
        answers.setdefault(each.question_key, []).append(each.value)
    for row in _only(Question.objects.known(), "key", keys):
        yield Document(
            key=row.key, title=row.question, text=joined(*answers.get(row.key, []), row.reason),
            route="organisation:question", route_key=row.key, weight=3, **_life(row),
        )  # fmt: skip


def _bodies_of(where: Q, weight: int) -> Any:
    return lambda keys=None: bodies(where, weight, keys)


_OF_BODY = {
    "organisation.BodyName": "body", "organisation.Establishment": "body",
    "organisation.Seat": "body", "organisation.Body": "key", "organisation.StateName": "",
}  # fmt: skip
FINDERS = (
    Finder(
        "state", _("States"), pgettext_lazy("one record", "State"), states,
        {"organisation.StateName": "state", "organisation.State": "key"},
    ),
    Finder(
        "body", _("Bodies"), pgettext_lazy("one record", "Body"), _bodies_of(ORGANS, 8), _OF_BODY
    ),
    Finder(
        "institution", _("Institutions"), _("Institution"), _bodies_of(INSTITUTIONS, 7), _OF_BODY
    ),
    Finder(
        "department", _("Departments"), _("Department"), _bodies_of(DEPARTMENTS, 6), _OF_BODY
    ),
    Finder(
        "office", _("Offices"), pgettext_lazy("one record", "Office"), offices,
        {
            "organisation.Post": "office", "organisation.Office": "key",
            "organisation.Term": "office", "organisation.BodyName": "",
            "organisation.PersonName": "", "organisation.StateName": "",
        },
    ),
    Finder(
        "person", _("Persons"), pgettext_lazy("one record", "Person"), persons,
        {
            "organisation.PersonName": "person", "organisation.Person": "key",
            "organisation.Term": "person", "organisation.Post": "", "organisation.StateName": "",
        },
    ),
    Finder(
        "rule", _("Rules"), pgettext_lazy("one record", "Rule"), rules,
        {"organisation.Rule": "name", "organisation.RuleName": "key"},
    ),
    Finder(
        "question", _("Disputed facts"), _("Disputed fact"), questions,
        {"organisation.Question": "key", "organisation.Attestation": "question_key"},
    ),
)  # fmt: skip
