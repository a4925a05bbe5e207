"""The verbs of a deliberation, as the file marks them: found by the lexicon of the house."""

from collections.abc import Iterable

from amana.kernel.words import LANGS, Words
from amana.texts.akn.document import Concept, Verb
from amana.texts.reading.lexicon import lead
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Unit, walk

__all__ = ["verbs_of"]

_WITH_VERBS = frozenset({
    Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SUBSUBPARAGRAPH, Kind.ANNEX_PARAGRAPH,
})  # fmt: skip


def verbs_of(units: Iterable[Unit]) -> dict[str, Verb]:
    """The verb of every provision that opens with one, by wId.

    The languages must agree on the action for it to be that of all; where they do not, the first
    of English, French and Arabic is followed and only its words are marked.
    """
    found = {}
    for unit, _depth in walk(units):
        if unit.kind in _WITH_VERBS and (verb := _verb(unit)) is not None:
            found[unit.wid] = verb
    return found


def _verb(unit: Unit) -> Verb | None:
    actions: dict[str, tuple[str, str, str]] = {}
    for lang in LANGS:
        text = getattr(unit.text, lang)
        read = lead(text, lang)
        if read.action and read.end:
            start = max(text.lower().rfind(read.verb, 0, read.end), 0)
            actions[lang] = (read.action, text[start : read.end], read.verb)
    first = next((actions[lang][0] for lang in ("en", "fr", "ar") if lang in actions), "")
    if not first:
        return None
    same = {lang: each for lang, each in actions.items() if each[0] == first}
    names = {lang: verb for lang, (_action, _words, verb) in same.items()}
    words = {lang: text for lang, (_action, text, _verb) in same.items()}
    return Verb(Concept(first, Words(**names)), Words(**words))
