"""The one statement that searches: what is worth ranking, one entry a record, and how many.

Common words stand in a great part of a library, and to rank or even to count all of it takes
seconds. So a bounded number of candidates is taken from the index, those first that anybody would
want first: what is called so, titles with the words, weighty records, those that began in the two
years before the day; then all the others, if those are not enough already. Where there are more,
counts are no longer exact, and the answer says so; where there are few, beginnings of words are
looked at as well.

An entry is worth more for words in its title than in its text, for being called just what was
typed, for a title close to it or with these very words, for whole words than for beginnings, for
what holds on the day, and a little for the weight that its room gives it. A record that is met in
several languages is shown in the reader's, unless it is called so in another.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection

from amana.kernel.words import LANGS
from amana.search.query import BEGUN, EXACTLY, IN_TITLE, WHOLE, Asked, How
from amana.search.vectors import NAME, TITLED, WEIGHTY, WEIGHTY_TITLED, YEAR, quoted

__all__ = ["MOST", "Narrowed", "Ranked", "begun", "close_titles", "ranked"]

MOST = 500  # candidates of each sort
CALLED, ENTITLED = 50, 200  # candidates called just so, and with the words in their title
FEW = 100  # whole words met in fewer entries than this: beginnings are looked at as well
YEARS = 2  # before the day
BEGUN_TITLE, WEIGHTY_TITLE = How(begun=True, sign=TITLED), How(begun=True, sign=WEIGHTY_TITLED)
WHOLE_TITLE = How(sign=TITLED)

# The planner takes a common word for a reason to read the whole table; and compiling the statement
# takes longer than running it.
_BY_INDEX = "SET LOCAL enable_seqscan = off; SET LOCAL jit = off"
_AS_USUAL = "SET LOCAL enable_seqscan TO DEFAULT; SET LOCAL jit TO DEFAULT"
_SEEN = "(readers = '{}' OR readers && %(readers)s::text[])"
# `kind || ''`: to look the kind up in its index would be to read half the library.
_OF_KIND = "(%(only)s = '' OR kind || '' = %(only)s)"
_WHERE = f"(NOT %(held)s OR during @> %(on)s::date) AND {_OF_KIND} AND {_SEEN}"


@dataclass(frozen=True, slots=True)
class Narrowed:
    """For whom, and on what day, a search is made.

    `held`: only what is so on the day. `kind`: one kind of records, or "" for all. `readers`: the
    keys that open what is not for everybody.
    """

    on: date
    lang: str = "en"
    held: bool = False
    kind: str = ""
    readers: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """Entries in order, and how many records of each kind there are, or at least are."""

    ids: tuple[int, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    is_capped: bool = False


class _Statement:
    """A statement as it is put together: queries of three languages become parameters."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values

    def matches(self, queries: Sequence[str], and_also: str = "") -> str:
        """The condition that an entry meets the query of its own language."""
        written = [f"({each}) & {and_also}" if and_also else each for each in queries]
        if len(set(written)) == 1:
            return f"vector @@ {self._parameter(written[0])}"
        langs: dict[str, list[str]] = {}
        for lang, each in zip(LANGS, written, strict=True):
            langs.setdefault(each, []).append(f"'{lang}'")
        # `lang || ''`: the index of one word is short, that of one language is a third of all.
        either = (
            f"(lang || '' IN ({', '.join(of)}) AND vector @@ {self._parameter(each)})"
            for each, of in langs.items()
        )
        return f"({' OR '.join(either)})"

    def of_row(self, queries: Sequence[str]) -> str:
        """The query in the language of the row: Latin words are stemmed by it."""
        if len(set(queries)) == 1:
            return self._parameter(queries[0])
        cases = (
            f"WHEN '{lang}' THEN {self._parameter(each)}"
            for lang, each in zip(LANGS, queries, strict=True)
        )
        return f"CASE lang {' '.join(cases)} END"

    def _parameter(self, query: str) -> str:
        name = f"q{len(self.values)}"
        self.values[name] = query
        return f"%({name})s::tsquery"


@dataclass(frozen=True, slots=True)
class _Sort:
    """One sort of candidates: what they meet, how many are taken, and when they are looked for.

    `is_titled`: the words stand in the title, or may, so that titles are compared as well.
    `only_if`: conditions on the sorts before.
    """

    condition: str
    most: int
    is_titled: bool = False
    only_if: tuple[str, ...] = ()

    @property
    def statement(self) -> str:
        """The places of the candidates."""
        where = " AND ".join([*self.only_if, self.condition, _WHERE])
        return f"SELECT ctid AS at FROM search_entry WHERE {where} LIMIT {self.most}"  # noqa: S608


_Sorts = dict[str, _Sort]
_PROBE = "last"  # not for ranking: it only tells whether the last word is a common one


def _fewer(name: str, number: int) -> str:
    return f"(SELECT count(*) FROM {name}) < {number}"  # noqa: S608


def _all_words(asked: Asked, on: date, say: _Statement) -> _Sorts:
    """Where every word is met: by sorts, the later only looked at where the former are few."""
    whole, newest = _in_languages(asked, WHOLE), _newest(on)
    last = [asked.each_of(lang, WHOLE)[-1] for lang in LANGS]
    few = (
        _fewer("newest", FEW),
        _fewer("every", FEW),
        *([_fewer(_PROBE, FEW)] if len(asked.chunks) > 1 else ()),
    )
    return {
        **_entitled(asked, newest, say),
        "newest": _Sort(say.matches(whole, newest), MOST),
        "every": _Sort(say.matches(whole), MOST, only_if=(_fewer("newest", MOST),)),
        _PROBE: _Sort(say.matches(last), FEW, only_if=few[:2]),
        "begun": _Sort(say.matches(_in_languages(asked, BEGUN)), MOST, True, few),
    }


def _newest(on: date) -> str:
    """Weighty, or begun in the years before the day."""
    years = " | ".join(quoted(f"{YEAR}{on.year + 1 - back}") for back in range(YEARS + 1))
    return f"({quoted(WEIGHTY)} | {years})"


def _entitled(asked: Asked, newest: str, say: _Statement) -> _Sorts:
    """What is called so, and what has the words in its title or in another name."""
    name, titles = quoted(NAME + asked.called), _in_languages(asked, WHOLE_TITLE)
    rest = (_fewer("new_titles", ENTITLED),)
    return {
        "called": _Sort(say.matches([name]), CALLED, True),
        "new_titles": _Sort(say.matches(titles, newest), ENTITLED, True),
        "titles": _Sort(say.matches(titles), ENTITLED, True, rest),
    }


def _some_words(asked: Asked, say: _Statement) -> _Sorts:
    """Where one of the words is met: so many for each, that the common do not hide the rare."""
    words = zip(*(asked.each_of(lang, BEGUN) for lang in LANGS), strict=False)
    each = MOST // max(len(asked.chunks), 1)
    return {
        f"word{number}": _Sort(say.matches(word), each, True) for number, word in enumerate(words)
    }


def _titles_begun(asked: Asked, say: _Statement, most: int) -> _Sorts:
    """What may be meant while someone is typing: titles, the weighty first."""
    weighty = say.matches(_in_languages(asked, WEIGHTY_TITLE))
    titles = say.matches(_in_languages(asked, BEGUN_TITLE))
    return {
        "weighty": _Sort(weighty, ENTITLED, True),
        "titles": _Sort(titles, ENTITLED, True, (_fewer("weighty", most),)),
    }


def _in_languages(asked: Asked, how: How) -> list[str]:
    return [asked.all_of(lang, how) for lang in LANGS]


def _ranking(sorts: _Sorts, asked: Asked, some: bool, say: _Statement) -> str:
    """The statement over these sorts of candidates."""
    sources = ", ".join(
        f"{name} AS MATERIALIZED ({each.statement})" for name, each in sorts.items()
    )
    return f"""
WITH {sources}, titled AS MATERIALIZED ({_taken(sorts, True)}), met AS (
  SELECT id, record, kind, {_score(asked, some, say, True)} AS score, {_OWN}
  FROM search_entry WHERE ctid = ANY(ARRAY(SELECT at FROM titled))
  UNION ALL
  SELECT id, record, kind, {_score(asked, some, say, False)} AS score, {_OWN}
  FROM search_entry WHERE ctid = ANY(ARRAY(
    ({_taken(sorts, False)}) EXCEPT SELECT at FROM titled))
), best AS MATERIALIZED (
  SELECT DISTINCT ON (record) id, kind, score FROM met ORDER BY record, score + own DESC, id
)
SELECT
  (SELECT jsonb_object_agg(kind, n)::text
     FROM (SELECT kind, count(*) AS n FROM best GROUP BY kind) counted),
  ARRAY(SELECT id FROM best WHERE %(kind)s IN ('', kind)
        ORDER BY score DESC, id LIMIT %(limit)s OFFSET %(offset)s),
  {_capped(sorts)}
"""  # noqa: S608  (nothing that a reader typed stands in it: values are parameters)


_OWN = "0.3 * (lang = %(lang)s)::int AS own"


def _taken(sorts: _Sorts, titled: bool) -> str:
    """The places of all candidates of these sorts."""
    names = [name for name, each in sorts.items() if each.is_titled is titled and name != _PROBE]
    return " UNION ".join(f"SELECT at FROM {name}" for name in names) or _NONE  # noqa: S608


_NONE = "SELECT NULL::tid WHERE false"


def _capped(sorts: _Sorts) -> str:
    """Whether there may be more than were taken."""
    full = [
        f"NOT {_fewer(name, each.most)}"
        for name, each in sorts.items()
        if name in ("newest", "every", "begun") or name.startswith("word")
    ]
    return " OR ".join(full) or "false"


def _score(asked: Asked, some: bool, say: _Statement, titled: bool) -> str:
    """What a candidate is worth; of one without the words in its title, the title says nothing."""
    match = _in_languages(asked, BEGUN if titled else WHOLE)
    if some:
        match = [" | ".join(asked.each_of(lang, BEGUN)) for lang in LANGS]
    terms = [
        f"ts_rank(ARRAY[0.05, 0.2, 0.5, 1.0]::real[], vector, {say.of_row(match)}, 1)",
        "0.05 * weight",
        "0.1 * (during @> %(on)s::date)::int",
    ]
    if titled or any(chunk.symbol for chunk in asked.chunks):
        terms.append("0.8 * (vector @@ %(symbol)s::tsquery)::int")
    exact = f"0.4 * (vector @@ {say.of_row(_in_languages(asked, EXACTLY))})::int"
    if titled:
        terms += [
            "similarity(plain, %(plain)s)",
            "0.3 * (position(%(plain)s IN plain) > 0)::int",
            "1.5 * (%(called)s = ANY(names))::int",
            f"0.6 * (vector @@ {say.of_row(_in_languages(asked, IN_TITLE))})::int",
        ]
    return " + ".join([*terms, exact])


def ranked(
    asked: Asked, to: Narrowed, *, some: bool = False, limit: int = 20, offset: int = 0
) -> Ranked:
    """The best entry of every record that has all the words, or with `some` at least one."""
    found = _run(asked, to, some, limit, offset, only="")
    if found.is_capped and to.kind:
        of_kind = _run(asked, to, some, limit, offset, only=to.kind)
        counts = found.counts | of_kind.counts
        return Ranked(of_kind.ids, counts, of_kind.is_capped)
    return found


def begun(asked: Asked, to: Narrowed, limit: int) -> Ranked:
    """The best titles that begin so."""
    say = _Statement(_values(asked, to, limit, 0, ""))
    return _execute(_ranking(_titles_begun(asked, say, limit), asked, False, say), say)


def _run(asked: Asked, to: Narrowed, some: bool, limit: int, offset: int, only: str) -> Ranked:
    say = _Statement(_values(asked, to, limit, offset, only))
    sorts = _some_words(asked, say) if some else _all_words(asked, to.on, say)
    return _execute(_ranking(sorts, asked, some, say), say)


def _values(asked: Asked, to: Narrowed, limit: int, offset: int, only: str) -> dict[str, Any]:
    return {
        "plain": asked.plain, "called": asked.called, "symbol": asked.symbol, "kind": to.kind,
        "only": only, "on": to.on, "held": to.held, "limit": limit, "offset": offset,
        "readers": list(to.readers), "lang": "ar" if asked.is_arabic else to.lang,
    }  # fmt: skip


def _execute(statement: str, say: _Statement) -> Ranked:
    with connection.cursor() as cursor:
        cursor.execute(f"{_BY_INDEX}; {statement}; {_AS_USUAL}", say.values)
        cursor.nextset()
        cursor.nextset()
        counts, ids, is_capped = cursor.fetchone()
    return Ranked(tuple(ids), json.loads(counts or "{}"), is_capped)


_CLOSE = f"""
SELECT title, lang FROM (
  SELECT DISTINCT ON (plain) title, lang, weight,
    similarity(plain, %(plain)s) + word_similarity(%(plain)s, plain) AS alike
  FROM search_entry
  WHERE proposed AND {_SEEN} AND (%(plain)s <%% plain OR plain %% %(plain)s)
) near ORDER BY alike DESC, weight DESC, title LIMIT %(limit)s
"""  # noqa: S608


def close_titles(
    asked: Asked, readers: Sequence[str] = (), limit: int = 3
) -> list[tuple[str, str]]:
    """Titles spelled like what was typed, each with its language: one query."""
    with connection.cursor() as cursor:
        cursor.execute(_CLOSE, {"plain": asked.plain, "limit": limit, "readers": list(readers)})
        return list(cursor.fetchall())
