"""What an act does, told in sentences: what begins, what ends, what is changed, from which day."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from amana.desk.labels import EVENTS, LANGUAGES, VALUES, field_label, model_label, subject_label
from amana.desk.lookups.directory import Directory
from amana.desk.rehearsal import Step
from amana.desk.subjects import subject
from amana.kernel.dual_dates import format_dual, format_mark
from amana.kernel.marks import Mark
from amana.kernel.words import LANGS, Words
from amana.texts.api import citations
from amana.web.formats import counted

__all__ = ["Line", "Told", "differences", "in_both_calendars", "tell", "tell_all"]

# The fields that hold a key of something with a name, and in which part of the directory.
NAMED = {
    "body": "body", "parent": "body", "member_body": "body", "group": "body", "state": "state",
    "nationality": "state", "person": "person", "office": "office", "name": "rule",
    "term_rule": "rule", "question_key": "question", "draft": "draft", "work": "work",
}  # fmt: skip
PARTIES = ("person", "state", "member_body")
MARKS = frozenset({"since_mark", "until_mark", "expected_end", "elected", "on"})
CITED = frozenset({"basis", "term_basis"})
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
    "StateName": ("state", "state", "names"), "BodyName": ("body", "body", "names"),
    "PersonName": ("person", "person", "names"),
    "Post": ("office", "office", "title"), "Question": ("question", "key", "question"),
}  # fmt: skip


def tell_all(steps: list[Step], names: Directory, lang: str, *, done: bool = False) -> list[Told]:
    """Every step of an act; what it newly makes is called by the name it gives."""
    for step in steps:
        kind, key, field = NAMING.get(step.model.__name__ if step.model else "", ("", "", ""))
        if kind and step.after.get(key):
            names.learn(kind, step.after[key], Words.of(step.after.get(field)))
    return [tell(step, names, lang, done=done) for step in steps]


def tell(step: Step, names: Directory, lang: str, *, cite: bool = True, done: bool = False) -> Told:
    """The sentence and the fields of one step.

    In a long list provisions stand by address (`cite`). `done` is said of what the register
    holds; a preview says what will be.
    """
    said = step.after or step.before
    what = _phrase(step, said, names, lang)
    sign, sentence = _sentence(step, what, lang, done=done)
    label = step.model._meta.label if step.model else step.act.facts.get("model", "")
    return Told(step, model_label(label), sign, sentence, differences(step, names, lang, cite=cite))


def _sentence(step: Step, what: str, lang: str, *, done: bool) -> tuple[str, str]:
    since, until = step.after.get("since_mark", ""), step.after.get("until_mark", "")
    if step.is_withdrawn:
        return "ends", _("Withdrawn as recorded in error: %(what)s.") % {"what": what}
    if step.act.verb in OF_ACCOUNTS or step.model is None:
        return _undated(step, what, done=done)
    if step.is_new:
        return _new(what, since, until, lang, done=done)
    if until and until != step.before.get("until_mark", ""):
        day = in_both_calendars(until, lang)
        return "ends", _("No longer from %(day)s: %(what)s.") % {"what": what, "day": day}
    return "changed", _("Known otherwise from now on: %(what)s.") % {"what": what}


def _undated(step: Step, what: str, *, done: bool) -> tuple[str, str]:
    """An act that wrote no dated fact: of an account, of a pack, or a new entry."""
    if step.act.verb in OF_ACCOUNTS:
        sign, said = OF_ACCOUNTS[step.act.verb]
        return sign, str(said % {"who": what})
    if step.act.verb == "load":
        return "begins", _loaded(step.act.facts, what)
    if step.act.verb == "text.render":
        return "begins", _made(step.act.facts, what)
    entry = _("A new entry was made: %(what)s.") if done else _("A new entry is made: %(what)s.")
    return "begins", entry % {"what": what}


def _loaded(facts: Mapping[str, Any], what: str) -> str:
    """What loading a pack of facts did, in numbers."""
    said = {name: counted(facts.get(name, 0)) for name in ("added", "changed", "unchanged")}
    return _(
        "%(what)s, version %(version)s, was loaded. Facts added: %(added)s, changed: %(changed)s, "
        "unchanged: %(unchanged)s."
    ) % {"what": what, "version": facts.get("version", ""), **said}


FILES = {"pdf": "PDF", "docx": "DOCX", "html": "HTML", "akn": "Akoma Ntoso", "jsonld": "JSON-LD"}


def _made(facts: Mapping[str, Any], what: str) -> str:
    """A file of a text: its format and its languages; no text was made or changed."""
    langs = str(facts.get("languages", "")).split("-")
    return _("A file was made (%(format)s; %(languages)s): %(what)s.") % {
        "format": FILES.get(facts.get("format", ""), facts.get("format", "")),
        "languages": " · ".join(str(LANGUAGES[lang]) for lang in langs if lang in LANGUAGES),
        "what": what,
    }


def _new(what: str, since: str, until: str, lang: str, *, done: bool) -> tuple[str, str]:
    """What was not known before: it begins on a day, it happened on a day, or it has no day."""
    if not since:
        past = pgettext("done", "Put on record: %(what)s.")
        return "begins", (past if done else _("Put on record: %(what)s.")) % {"what": what}
    day = in_both_calendars(since, lang)
    if since == until:
        return "changed", _("On %(day)s: %(what)s.") % {"what": what, "day": day}
    return "begins", _("From %(day)s: %(what)s.") % {"what": what, "day": day}


# Acts of the room of accounts, each with how it is shown.
OF_ACCOUNTS: dict[str, tuple[str, Any]] = {
    "create": ("begins", gettext_lazy("An account is made for %(who)s.")),
    "invite": (
        "changed",
        gettext_lazy("The invitation of %(who)s is renewed; links given before no longer work."),
    ),
    "close": ("ends", gettext_lazy("The account of %(who)s is closed.")),
    "reopen": ("begins", gettext_lazy("The account of %(who)s is open again.")),
}


def in_both_calendars(mark: str, lang: str) -> str:
    """A mark in words; a single day, or the days between two, in both calendars."""
    read = Mark.parse(mark)
    if read.precision == "day":
        return format_dual(read.earliest, None, lang)
    if read.precision == "interval":
        return format_dual(read.earliest, read.latest, lang)
    return format_mark(mark, lang)


# What a fact is, in words; what stands in parentheses are its fields.
PHRASES: dict[str, Any] = {
    "Membership": gettext_lazy("%(party)s is a member of %(body)s"),
    "Membership:observer": gettext_lazy("%(party)s is an observer in %(body)s"),
    "Suspension": gettext_lazy("the participation of %(party)s in %(body)s is suspended"),
    "Suspension:vote": gettext_lazy("the vote of %(party)s in %(body)s is suspended"),
    "VoteExemption": gettext_lazy("%(party)s votes in %(body)s although its vote is suspended"),
    "Application": gettext_lazy("%(party)s applies to be a member of %(body)s"),
    "Application:observer": gettext_lazy("%(party)s applies to be an observer in %(body)s"),
    "StatusEvent": gettext_lazy("the membership of %(state)s in %(body)s: %(event)s"),
    "StateName": gettext_lazy("the name “%(names)s” of the state %(state)s"),
    "Establishment": gettext_lazy("%(body)s exists"),
    "BodyName": gettext_lazy("the name “%(names)s” of the body %(body)s"),
    "Placement": gettext_lazy("%(body)s stands under %(parent)s"),
    "Seat": gettext_lazy("%(body)s sits in %(place)s"),
    "PersonName": gettext_lazy("the name of the person, %(names)s"),
    "Post": gettext_lazy("the office “%(title)s”"),
    "Term": gettext_lazy("%(party)s holds the office “%(office)s”"),
    "Rule": gettext_lazy("the rule “%(name)s” is %(shown)s"),
    "Question": gettext_lazy("the question “%(question)s”"),
    "Attestation": gettext_lazy("to “%(question_key)s” a source answers “%(value)s”"),
}


def _phrase(step: Step, said: Mapping[str, Any], names: Directory, lang: str) -> str:
    """What a fact is, as a phrase: "Hissein Brahim Taha holds the office “Secretary General”"."""
    if step.act.verb in OF_ACCOUNTS:
        return str(said.get("name") or names.name(*step.act.subject.split(":", 1)).text(lang))
    kind = step.model.__name__ if step.model else ""
    variant = f"{kind}:{said.get('status') or said.get('of') or said.get('sought') or ''}"
    phrase = PHRASES.get(variant) or PHRASES.get(kind)
    if phrase is None:
        return _by_name(step, names, lang)
    texts = _Texts(said, names, lang)
    return str(phrase % texts)


def _by_name(step: Step, names: Directory, lang: str) -> str:
    """A fact without a phrase of its own: its kind, and what it is about by name."""
    kind, _colon, key = step.act.subject.partition(":")
    label = step.model._meta.label if step.model else step.act.facts.get("model", "")
    about = subject(step.act.subject, names).names.text(lang) or key
    if step.act.verb == "text.release":
        given = ("، " if lang == "ar" else ", ").join(
            _coded("languages", each) for each in step.after.get("languages", ())
        )
        about = f"{about} ({given})"
    return _("%(field)s: %(value)s") % {
        "field": model_label(label) if step.model else subject_label(kind), "value": about,
    }  # fmt: skip


class _Texts(dict[str, str]):
    """The fields of a fact as texts, made when a phrase asks for them."""

    def __init__(self, said: Mapping[str, Any], names: Directory, lang: str) -> None:
        super().__init__()
        self.said, self.names, self.lang = said, names, lang

    def __missing__(self, field: str) -> str:
        if field == "party":
            return next(filter(None, (self[each] for each in PARTIES)), "")
        if field == "event":
            return str(EVENTS.get(self.said.get("kind", ""), self.said.get("kind", "")))
        value = self.said.get(field)
        if field in NAMED:
            return self.names.name(NAMED[field], value).text(self.lang) if value else ""
        if isinstance(value, Mapping):
            return Words.of(value).text(self.lang)
        return str(value or (self.said.get("value", "") if field == "shown" else ""))


def differences(step: Step, names: Directory, lang: str, *, cite: bool = True) -> tuple[Line, ...]:
    """The fields that the step sets or changes."""
    before, after = step.before, {} if step.is_withdrawn else step.after
    fields = [*step.after, *(field for field in before if field not in step.after)]
    return tuple(
        Line(
            field,
            field_label(field),
            _shown(field, before.get(field), names, lang, cite),
            _shown(field, after.get(field), names, lang, cite),
        )
        for field in fields
        if field not in UNTOLD and before.get(field) != after.get(field)
    )


def _shown(field: str, value: Any, names: Directory, lang: str, cite: bool) -> Any:
    """A value as a page shows it: Words, text, or a list of them."""
    if value in (None, "", [], {}):
        return None
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, str):
        return _text_shown(field, value, names, lang)
    if isinstance(value, list):
        return _list_shown(field, value, lang, cite)
    if isinstance(value, dict) and all(isinstance(text, str) for text in value.values()):
        return _words_shown(field, value, lang)
    return value


def _words_shown(field: str, value: dict[str, str], lang: str) -> Any:
    """Words; words of which the register keeps the hash; or what holds of each language."""
    if set(value) == {"sha256"}:
        return _("sealed; its fingerprint is %(hash)s") % {"hash": f"{value['sha256'][:12]}…"}
    if field not in ("states", "wanted"):
        return Words.of(value) if set(value) <= set(LANGS) else str(value)
    return [
        _("%(field)s: %(value)s") % {
            "field": _coded("language", each),
            "value": in_both_calendars(of, lang) if field == "wanted" else _coded(field, of),
        }
        for each, of in value.items()
    ]  # fmt: skip


def _text_shown(field: str, value: str, names: Directory, lang: str) -> Any:
    if field in NAMED:
        kind = NAMED[field]
        if field == "office" and not names.knows("office", value):
            kind = "body"  # a draft is kept in the office of a body
        name = names.name(kind, value)
        return Words(**{name.lang_of(lang): name.text(lang)})
    return in_both_calendars(value, lang) if field in MARKS else _coded(field, value)


def _list_shown(field: str, value: list[Any], lang: str, cite: bool) -> list[Any]:
    if field in CITED and cite:
        return [cite.label.text(lang) for cite in citations(value).values()]
    return [_coded(field, each) for each in value]


def _coded(field: str, value: Any) -> Any:
    """A code in words, where the field has such; any other value as it is."""
    known = VALUES.get(field, {}).get(value) if isinstance(value, str) else None
    return str(known) if known else value
