"""What an act does, told in sentences: what begins, what ends, what is changed, from which day."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from amana.desk.labels import field_label, model_label
from amana.desk.lookups.directory import Directory
from amana.desk.rehearsal import Step
from amana.kernel.dual_dates import format_dual, format_mark
from amana.kernel.marks import Mark
from amana.kernel.words import Words

__all__ = ["Line", "Told", "differences", "in_both_calendars", "tell", "tell_all"]

# The fields that hold a key of something with a name, and in which part of the directory.
NAMED = {
    "body": "body", "parent": "body", "member_body": "body", "group": "body", "state": "state",
    "nationality": "state", "person": "person", "office": "office", "name": "rule",
    "term_rule": "rule", "question_key": "question",
}  # fmt: skip
UNTOLD = frozenset({"during", "detail"})


@dataclass(frozen=True, slots=True)
class Line:
    """One field of a fact, before and after, ready to show: texts, Words or lists of them."""

    name: str
    label: Any
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Told:
    """A step in words: its kind, a sentence, its fields; `sign` is begins, ends or changed."""

    step: Step
    kind: Any
    sign: str
    sentence: str
    lines: tuple[Line, ...]


# By which field of which fact something new gets its name.
NAMING = {
    "BodyName": ("body", "body", "names"), "PersonName": ("person", "person", "names"),
    "Post": ("office", "office", "title"), "Question": ("question", "key", "question"),
}  # fmt: skip


def tell_all(steps: list[Step], names: Directory, lang: str) -> list[Told]:
    """Every step of an act; what it newly makes is called by the name it gives."""
    for step in steps:
        kind, key, field = NAMING.get(step.model.__name__ if step.model else "", ("", "", ""))
        if kind and step.after.get(key):
            names.learn(kind, step.after[key], Words.of(step.after.get(field)))
    return [tell(step, names, lang) for step in steps]


def tell(step: Step, names: Directory, lang: str) -> Told:
    """The sentence and the fields of one step."""
    said = step.after or step.before
    what = _phrase(step, said, names, lang)
    sign, sentence = _sentence(step, what, lang)
    label = step.model._meta.label if step.model else step.act.facts.get("model", "")
    return Told(step, model_label(label), sign, sentence, differences(step, names))


def _sentence(step: Step, what: str, lang: str) -> tuple[str, str]:
    since, until = step.after.get("since_mark", ""), step.after.get("until_mark", "")
    if step.is_withdrawn:
        return "ends", _("Withdrawn as recorded in error: %(what)s.") % {"what": what}
    if step.model is None:
        return "begins", _("A new entry is made: %(what)s.") % {"what": what}
    if step.is_new and since:
        day = in_both_calendars(since, lang)
        return "begins", _("From %(day)s: %(what)s.") % {"what": what, "day": day}
    if step.is_new:
        return "begins", _("Put on record: %(what)s.") % {"what": what}
    if until and until != step.before.get("until_mark", ""):
        day = in_both_calendars(until, lang)
        return "ends", _("No longer from %(day)s: %(what)s.") % {"what": what, "day": day}
    return "changed", _("Known otherwise from now on: %(what)s.") % {"what": what}


def in_both_calendars(mark: str, lang: str) -> str:
    """A mark in words; a single day, or the days between two, in both calendars."""
    read = Mark.parse(mark)
    if read.precision == "day":
        return format_dual(read.earliest, None, lang)
    if read.precision == "interval":
        return format_dual(read.earliest, read.latest, lang)
    return format_mark(mark, lang)


def _phrase(step: Step, said: Mapping[str, Any], names: Directory, lang: str) -> str:
    """What a fact is, as a noun: "Term of Hissein Brahim Taha as Secretary General"."""

    def name(field: str) -> str:
        key = said.get(field)
        return names.name(NAMED[field], key).text(lang) if key else ""

    def text(field: str) -> str:
        return Words.of(said.get(field)).text(lang)

    party = name("state") or name("member_body")
    match step.model.__name__ if step.model else "":
        case "Membership" if said.get("status") == "observer":
            return _("%(who)s is an observer in %(where)s") % {"who": party, "where": name("body")}
        case "Membership":
            return _("%(who)s is a member of %(where)s") % {"who": party, "where": name("body")}
        case "Suspension" if said.get("of") == "vote":
            told = {"who": party, "where": name("body")}
            return _("the vote of %(who)s in %(where)s is suspended") % told
        case "Suspension":
            told = {"who": party, "where": name("body")}
            return _("the participation of %(who)s in %(where)s is suspended") % told
        case "Establishment":
            return _("%(body)s exists") % {"body": name("body")}
        case "BodyName":
            told = {"key": name("body"), "name": text("names")}
            return _("the name “%(name)s” of the body %(key)s") % told
        case "Placement":
            told = {"body": name("body"), "parent": name("parent")}
            return _("%(body)s stands under %(parent)s") % told
        case "Seat":
            return _("%(body)s sits in %(place)s") % {"body": name("body"), "place": text("place")}
        case "PersonName":
            return _("the name of the person, %(name)s") % {"name": text("names")}
        case "Post":
            return _("the office “%(title)s”") % {"title": text("title")}
        case "Term":
            told = {"who": name("person") or name("state"), "office": name("office")}
            return _("%(who)s holds the office “%(office)s”") % told
        case "Rule":
            shown = text("shown") or str(said.get("value", ""))
            return _("the rule “%(rule)s” is %(value)s") % {"rule": name("name"), "value": shown}
        case "Question":
            return _("the question “%(question)s”") % {"question": text("question")}
        case "Attestation":
            told = {"question": name("question_key"), "value": text("value")}
            return _("to “%(question)s” a source answers “%(value)s”") % told
    label = step.model._meta.label if step.model else step.act.facts.get("model", "")
    return f"{model_label(label) or field_label('account')} {said.get('key') or step.act.subject}"


def differences(step: Step, names: Directory) -> tuple[Line, ...]:
    """The fields that the step sets or changes."""
    fields = [*step.after, *(field for field in step.before if field not in step.after)]
    return tuple(
        Line(
            field,
            field_label(field),
            _shown(field, step.before.get(field), names),
            _shown(field, step.after.get(field), names) if not step.is_withdrawn else None,
        )
        for field in fields
        if field not in UNTOLD
        and (step.is_withdrawn or step.before.get(field) != step.after.get(field))
    )


def _shown(field: str, value: Any, names: Directory) -> Any:
    """A value as a page shows it: Words, text, or a list of them."""
    if value in (None, "", [], {}):
        return None
    if field in NAMED and isinstance(value, str):
        return names.name(NAMED[field], value)
    if value is True:
        return _("yes")
    if value is False:
        return _("no")
    if isinstance(value, dict) and set(value) <= {"ar", "en", "fr"}:
        return Words.of(value) if all(isinstance(t, str) for t in value.values()) else str(value)
    return value
