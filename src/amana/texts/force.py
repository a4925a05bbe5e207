"""How strongly a paragraph binds, by its action verb: what lineage compares."""

from amana.texts.reading.lexicon import lead
from amana.texts.rules.tree import Unit

__all__ = ["body", "force", "verb_end"]

# From taking note to deciding; within the directives from encouraging to requesting.
_OF_CLASS = {"observing": 10, "evaluative": 20, "reinforcing": 30, "directive": 50, "deciding": 90}
_OF_ACTION = {
    "encourage": 40, "recommend": 44, "invite": 46, "appeal": 48, "call-upon": 52, "urge": 56,
    "request": 60, "entrust": 64, "mandate": 64, "demand": 70,
}  # fmt: skip


def force(unit: Unit, lang: str) -> int:
    """The binding force of a paragraph, greater for stronger verbs; 0 where no verb is known."""
    found = lead(getattr(unit.text, lang), lang)
    return _OF_ACTION.get(found.action, _OF_CLASS.get(found.verb_class, 0))


def body(unit: Unit, lang: str) -> str:
    """What a paragraph says after its verb."""
    text: str = getattr(unit.text, lang)
    return text[verb_end(text, lang) :]


def verb_end(text: str, lang: str) -> int:
    """Where the action verb at the head of a text ends; 0 where none is known."""
    found = lead(text, lang)
    return found.end if found.verb_class else 0
