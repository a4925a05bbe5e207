"""Writing symbols: by the letters of their period, in a template, in every spelling on record."""

from collections.abc import Iterator, Mapping

from amana.texts.symbols.cleaning import cleaned
from amana.texts.symbols.grammar import Grammar
from amana.texts.symbols.patterns import rendered
from amana.texts.symbols.sources import grammars
from amana.texts.symbols.symbol import Symbol

__all__ = ["filled", "grammar_by_key", "letter_for", "spellings"]


def grammar_by_key(key: str) -> Grammar | None:
    """A grammar of this installation by its id."""
    return next((grammar for grammar in grammars() if grammar.key == key), None)


def letter_for(grammar: Grammar, cluster: str, body: str, session: str, lang: str = "en") -> str:
    """The letters by which numbers of that body and session say a subject.

    POL is P in the numbers of the foreign ministers to the session that its grammar names; for a
    reader of Arabic it is the Arabic letter where one is known.
    """
    found = grammar.cluster(cluster)
    if found is None:
        return cluster
    if lang == "ar" and found.arabic:
        return found.arabic
    number = int(session) if session.isdigit() else 0
    for letter in found.letters:
        if letter.body in ("", body) and (not letter.until or number <= letter.until):
            return letter.code
    return found.code


def filled(template: str, parts: Mapping[str, str]) -> str:
    """A template of a series with its parts, as `Resolution No. {number}/{session}-{cluster}`."""
    return rendered(template, lambda part: parts.get(part, ""))


def spellings(symbol: Symbol) -> tuple[str, ...]:
    """The canonical form and the same with every other letter that its subject was printed by.

    `1/28-P` is also looked for as `1/28-POL`, `2/8-E` as `2/8-EC`: records keep the letters of
    their source.
    """
    return tuple(dict.fromkeys((symbol.canonical, *_others(symbol)))) if symbol else ()


def _others(symbol: Symbol) -> Iterator[str]:
    grammar = grammar_by_key(symbol.grammar)
    cluster = grammar.cluster(symbol.cluster) if grammar else None
    if grammar is None or cluster is None:
        return
    kin = [cluster] + [c for c in grammar.clusters if cluster.same in (c.code, c.same) and c.same]
    own = letter_for(grammar, symbol.cluster, symbol.codes.get("body", ""), symbol.session)
    for now in dict.fromkeys((own, cluster.document or cluster.code)):
        for mark in ("-", "/"):
            if f"{mark}{now}" in symbol.canonical:
                for each in kin:
                    for form in (each.code, each.document, *each.forms):
                        if form and form.isascii() and form == cleaned(form):
                            yield symbol.canonical.replace(f"{mark}{now}", f"{mark}{form}", 1)
