"""What each part of a symbol means, in the language of the reader."""

from collections.abc import Iterator

from amana.kernel.numbers import ordinal
from amana.kernel.words import Words
from amana.texts.symbols.grammar import Grammar
from amana.texts.symbols.leading import vocabulary
from amana.texts.symbols.roman import number_of
from amana.texts.symbols.symbol import Symbol
from amana.texts.symbols.writing import grammar_by_key

__all__ = ["explain"]


def explain(symbol: Symbol, lang: str) -> list[tuple[str, str, str]]:
    """Each part that the symbol has: what it is called, its value, what that means.

    `[("body", "CFM", "Council of Foreign Ministers"), ("session", "50", "50th"), …]` in the
    words of `lang`; nothing for a symbol that no grammar reads.
    """
    grammar = grammar_by_key(symbol.grammar)
    if grammar is None:
        return []
    names = vocabulary()["parts"]
    return [
        (Words.of(names[part]).text(lang), value, meaning)
        for part, value, meaning in _parts(symbol, grammar, lang)
        if value or meaning
    ]


def _parts(symbol: Symbol, grammar: Grammar, lang: str) -> Iterator[tuple[str, str, str]]:
    body = grammar.body(symbol.codes.get("body", ""))
    cluster = grammar.cluster(symbol.cluster)
    nature = grammar.type(symbol.codes.get("type", ""))
    kind = (nature.names if nature else Words()) or Words.of(vocabulary()["kinds"].get(symbol.kind))
    yield "system", grammar.system, grammar.names.text(lang)
    yield "kind", symbol.codes.get("type", ""), kind.text(lang) or symbol.kind
    yield "body", symbol.codes.get("body", ""), body.names.text(lang) if body else ""
    yield "session", symbol.session, _session(symbol.session, lang)
    yield "year", symbol.year, ""
    yield "cluster", symbol.cluster, cluster.names.text(lang) if cluster else ""
    yield "number", symbol.number, ""
    yield "modifier", symbol.modifier, _modifier(symbol, grammar, lang)


def _session(session: str, lang: str) -> str:
    """`50th`; of a Roman one the same; `special session 10` for S-10."""
    kind, _dash, number = session.rpartition("-")
    count = int(number) if number.isdigit() else number_of(number)
    if not count:
        return ""
    if kind in ("S", "ES"):
        said = Words.of(vocabulary()["said"]["special" if kind == "S" else "emergency"])
        return said.text(lang).format(count)
    return ordinal(count, lang, feminine=True)


def _modifier(symbol: Symbol, grammar: Grammar, lang: str) -> str:
    """Every piece of the modifier that the grammar knows, in words."""
    said = []
    for piece in symbol.modifier.split(grammar.joint) if symbol.modifier else ():
        code = piece.rstrip("0123456789. ")
        for each in (*grammar.suffixes, *grammar.marks):
            if code == each.code:
                said.append(f"{each.names.text(lang)} {piece[len(code) :].strip('. ')}".strip())
                break
    return ("، " if lang == "ar" else ", ").join(said)
