"""What a drafter should look at before tabling: each doubt with the line, none a refusal.

A directive paragraph that names nobody, no day, no report; a paragraph said before; a symbol
nobody knows; and the languages of one text side by side: paragraphs, numbers, days, symbols, and
the class of the verb.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from amana.texts.reading.aligning import Row, rows
from amana.texts.reading.citing import Symbols, days_in, numbers_in, symbols_in, written_out
from amana.texts.reading.lexicon import meanings
from amana.texts.reading.lineage import Earlier
from amana.texts.reading.mandates import Charge, charges
from amana.texts.reading.passages import Doubt, Passage, Reading
from amana.texts.rules.kinds import Kind

__all__ = ["concordance", "lint"]

_BODY = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SUBSUBPARAGRAPH)


def lint(
    reading: Reading,
    *,
    opened: date | None = None,
    session: int = 0,
    names: Mapping[str, str] | None = None,
    earlier: Earlier | None = None,
    known: Callable[[str], bool] | None = None,
    symbols: Symbols = symbols_in,
) -> list[Doubt]:
    """The doubts of a drafter about one language of a text, in its order.

    `earlier` are the paragraphs said before; `known` says whether a symbol is on record, and
    `symbols` finds those a text cites. `opened`, `session` and `names` are those of
    `mandates.charges`.
    """
    doubts = list(_unsaid(charges(reading, opened=opened, session=session, names=names)))
    for block in reading.blocks:
        if earlier is not None and block.kind in _BODY:
            doubts += _said_before(block, earlier)
        if known is not None:
            doubts += [
                Doubt("lint.unknown-symbol", block.line, {"place": _place(block), "symbol": each})
                for each in symbols(block.text, reading.lang)
                if block.kind is not Kind.SYMBOL and not known(each)
            ]
    return sorted(doubts, key=lambda doubt: doubt.line)


def _unsaid(found: Iterable[Charge]) -> Iterator[Doubt]:
    """What directive paragraphs leave unsaid; what an item says counts for its paragraph."""
    for family in _families(found):
        head = family[0].passage
        if head.verb_class != "directive":
            continue
        facts = {"place": _place(head), "verb": head.verb}
        if not any(each.addressee for each in family):
            yield Doubt("lint.no-addressee", head.line, facts)
        if not any(each.deadline for each in family):
            yield Doubt("lint.no-deadline", head.line, facts)
        if not any(each.reporting for each in family):
            yield Doubt("lint.no-reporting", head.line, facts)


def _families(found: Iterable[Charge]) -> Iterator[list[Charge]]:
    family: list[Charge] = []
    for charge in found:
        if charge.passage.kind is Kind.OPERATIVE and family:
            yield family
            family = []
        family.append(charge)
    if family:
        yield family


def _said_before(block: Passage, earlier: Earlier) -> Iterator[Doubt]:
    near = earlier.nearest(block.text)
    if near is not None:
        facts = {"place": _place(block), "key": near.key, "share": f"{near.share:.0%}"}
        yield Doubt("lint.said-before", block.line, facts)


def _place(block: Passage) -> str:
    return block.number or str(block.kind)


# The languages side by side -----------------------------------------------------------------------


def concordance(readings: Mapping[str, Reading], *, symbols: Symbols = symbols_in) -> list[Doubt]:
    """Where the languages of a text do not say the same: counts, numbers, days, symbols, classes.

    The lines are those of the language that is read first: English, French, then Arabic.
    """
    doubts = list(_counts(readings))
    for row in rows(readings):
        if len(row) > 1:
            doubts += _numbers(row)
            doubts += _sets("lint.days-differ", row, lambda text, _lang: days_in(text))
            doubts += _sets("lint.symbols-differ", row, symbols)
            doubts += _classes(row)
    return doubts


def _counts(readings: Mapping[str, Reading]) -> Iterator[Doubt]:
    counted = {
        lang: Counter(block.kind for block in each.blocks) for lang, each in readings.items()
    }
    for kind in Kind:
        counts = {lang: each[kind] for lang, each in counted.items()}
        if len(set(counts.values())) > 1:
            said = [f"{lang}: {count}" for lang, count in counts.items()]
            yield Doubt("lint.counts-differ", 0, {"kind": str(kind), "counts": said})


def _numbers(row: Row) -> Iterator[Doubt]:
    """A number in one language and not in another, not even in words."""
    found = {lang: Counter(numbers_in(each.text)) for lang, each in row.items()}
    every = set().union(*found.values())
    for number in sorted(every, key=lambda each: (len(each), each)):
        most = max(counts[number] for counts in found.values())
        lacks = [
            lang for lang, counts in found.items()
            if counts[number] < most and number not in written_out(row[lang].text, lang)
        ]  # fmt: skip
        if lacks:
            has = [lang for lang in row if lang not in lacks]
            yield _differ("lint.numbers-differ", row, what=number, has=has, lacks=lacks)


def _sets(code: str, row: Row, find: Symbols) -> Iterator[Doubt]:
    found = {lang: set(find(each.text, lang)) for lang, each in row.items()}
    for what in sorted(set().union(*found.values())):
        lacks = [lang for lang, each in found.items() if what not in each]
        if lacks:
            has = [lang for lang in row if lang not in lacks]
            yield _differ(code, row, what=what, has=has, lacks=lacks)


def _classes(row: Row) -> Iterator[Doubt]:
    """Verbs of different classes; one that may mean either agrees with both."""
    classes = {lang: _may_be(each, lang) for lang, each in row.items()}
    said = {lang: each for lang, each in classes.items() if each}
    if len(said) > 1 and not frozenset.intersection(*said.values()):
        verbs = [f"{lang}: {row[lang].verb} ({row[lang].verb_class})" for lang in said]
        yield _differ("lint.classes-differ", row, verbs=verbs)


def _may_be(block: Passage, lang: str) -> frozenset[str]:
    own = frozenset((block.verb_class,)) if block.verb_class else frozenset()
    return own | meanings(block.verb, lang) if block.verb else own


def _differ(code: str, row: Row, **facts: object) -> Doubt:
    first = next(row[lang] for lang in ("en", "fr", "ar") if lang in row)
    return Doubt(code, first.line, {"place": _place(first), **facts})
