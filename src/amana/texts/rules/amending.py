"""What an operation says as a paragraph of the resolution that decides it, in three languages.

Drafting an amendment from the charter: choose the provision, change it, and this is the wording
of the amendment, with the new words quoted. Quotation marks are those of each language.
"""

from collections.abc import Callable

from amana.kernel.words import LANGS, Words
from amana.texts.rules.operations import Change, Operation, Place
from amana.texts.rules.tree import Unit, walk

__all__ = ["amending", "quoted"]

Named = Callable[[str, str], str]  # a wId and a language: "Article 5, paragraph 2"

_WHOLE = Words(
    ar="يقرر أن يُستعاض عن {where} من {work} بما يلي: {new}",
    en="Decides that {where} of the {work} is replaced by the following: {new}",
    fr="Décide que {where} de {work} est remplacé par ce qui suit : {new}",
)
_WORDS = Words(
    ar="يقرر أن يُستعاض في {where} من {work} عن عبارة {old} بعبارة {new}",
    en="Decides that in {where} of the {work} the words {old} are replaced by {new}",
    fr="Décide que dans {where} de {work} les mots {old} sont remplacés par {new}",
)
_REPEAL = Words(
    ar="يقرر إلغاء {where} من {work}",
    en="Decides that {where} of the {work} is repealed",
    fr="Décide que {where} de {work} est abrogé",
)
_RENUMBER = Words(
    ar="يقرر أن يصبح رقم {where} من {work} {num}",
    en="Decides that {where} of the {work} is renumbered {num}",
    fr="Décide que {where} de {work} prend le numéro {num}",
)
_INSERT = {
    Place.AFTER: Words(
        ar="يقرر أن يُدرج بعد {where} من {work} ما يلي: {new}",
        en="Decides to insert after {where} of the {work} the following: {new}",
        fr="Décide d'insérer après {where} de {work} ce qui suit : {new}",
    ),
    Place.BEFORE: Words(
        ar="يقرر أن يُدرج قبل {where} من {work} ما يلي: {new}",
        en="Decides to insert before {where} of the {work} the following: {new}",
        fr="Décide d'insérer avant {where} de {work} ce qui suit : {new}",
    ),
    Place.INTO: Words(
        ar="يقرر أن يُضاف في نهاية {where} من {work} ما يلي: {new}",
        en="Decides to add at the end of {where} of the {work} the following: {new}",
        fr="Décide d'ajouter à la fin de {where} de {work} ce qui suit : {new}",
    ),
}
_AT_END = Words(
    ar="يقرر أن يُضاف في نهاية {work} ما يلي: {new}",
    en="Decides to add at the end of the {work} the following: {new}",
    fr="Décide d'ajouter à la fin de {work} ce qui suit : {new}",
)
_QUOTES = {"ar": "«{}»", "en": "“{}”", "fr": "«\N{NO-BREAK SPACE}{}\N{NO-BREAK SPACE}»"}


def amending(operation: Operation, work: Words, named: Named) -> Words:
    """The paragraph that decides an operation; a language without new words has none."""
    form = _form(operation)
    said = {}
    for lang in LANGS:
        new, old = _new(operation, lang), getattr(operation.old, lang)
        if _needs_words(operation) and not new:
            continue
        said[lang] = getattr(form, lang).format(
            where=named(operation.target, lang), work=work.text(lang), num=operation.num,
            new=quoted(new, lang), old=quoted(old, lang),
        )  # fmt: skip
    return Words.of(said)


def _form(operation: Operation) -> Words:
    if operation.change is Change.INSERT:
        return _INSERT[operation.place] if operation.target else _AT_END
    if operation.change is Change.SUBSTITUTE:
        return _WORDS if operation.old else _WHOLE
    return _REPEAL if operation.change is Change.REPEAL else _RENUMBER


def _needs_words(operation: Operation) -> bool:
    return operation.change in (Change.INSERT, Change.SUBSTITUTE)


def _new(operation: Operation, lang: str) -> str:
    if operation.old:
        return str(getattr(operation.new, lang))
    return "\n".join(said for unit, _depth in walk(operation.units) if (said := _said(unit, lang)))


def _said(unit: Unit, lang: str) -> str:
    parts = (getattr(unit.printed, lang) or unit.num, getattr(unit.heading, lang))
    head = " ".join(part for part in parts if part)
    text = getattr(unit.text, lang)
    return f"{head} {text}".strip() if text or getattr(unit.heading, lang) else ""


def quoted(text: str, lang: str) -> str:
    """A text between the quotation marks of its language."""
    return _QUOTES[lang].format(text)
