"""The one statement that searches: what matches, one entry a record, in order, with counts.

An entry is worth more for words in its title than in its text, for being called just what was
typed, for a title close to it, for whole words than for beginnings, for what holds on the day,
and a little for the weight that its room gives it. A record that is met in several languages is
shown in the reader's, unless it is called so in another.
"""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from amana.kernel.words import LANGS
from amana.search.query import Asked

__all__ = ["Ranked", "close_titles", "ranked"]


def _of_row(query: str) -> str:
    """The query in the language of the row: Latin words are stemmed by it."""
    cases = " ".join(f"WHEN '{lang}' THEN %({query}_{lang})s::tsquery" for lang in LANGS)
    return f"CASE lang {cases} END"


_MATCHES = " OR ".join(
    f"(lang = '{lang}' AND vector @@ %(match_{lang})s::tsquery)" for lang in LANGS
)
_SEARCH = f"""
WITH met AS (
  SELECT id, record, kind,
    ts_rank(ARRAY[0.05, 0.2, 0.5, 1.0]::real[], vector, {_of_row("match")}, 1)
    + similarity(plain, %(plain)s)
    + 1.5 * (%(called)s = ANY(names))::int
    + 0.8 * (vector @@ %(symbol)s::tsquery)::int
    + 0.6 * (vector @@ {_of_row("title")})::int
    + 0.4 * (vector @@ {_of_row("exact")})::int
    + 0.05 * weight
    + 0.1 * (during @> %(on)s::date)::int
    AS score, 0.3 * (lang = %(lang)s)::int AS own
  FROM search_entry
  WHERE ({_MATCHES}) AND (NOT %(held)s OR during @> %(on)s::date)
), best AS MATERIALIZED (
  SELECT DISTINCT ON (record) id, kind, score FROM met ORDER BY record, score + own DESC, id
)
SELECT
  (SELECT jsonb_object_agg(kind, n)::text
     FROM (SELECT kind, count(*) AS n FROM best GROUP BY kind) counted),
  ARRAY(SELECT id FROM best WHERE %(kind)s IN ('', kind)
        ORDER BY score DESC, id LIMIT %(limit)s OFFSET %(offset)s)
"""  # noqa: S608  (nothing that a reader typed stands in it: values are parameters)
_CLOSE = """
SELECT title, lang FROM (
  SELECT DISTINCT ON (plain) title, lang, weight,
    similarity(plain, %(plain)s) + word_similarity(%(plain)s, plain) AS alike
  FROM search_entry WHERE %(plain)s <%% plain OR plain %% %(plain)s
) near ORDER BY alike DESC, weight DESC, title LIMIT %(limit)s
"""


@dataclass(frozen=True, slots=True)
class Ranked:
    """Entries in order, and how many records of each kind there are in all."""

    ids: tuple[int, ...]
    counts: dict[str, int]


def ranked(
    asked: Asked, *, some: bool, on: date, held: bool, lang: str, kind: str, limit: int, offset: int
) -> Ranked:
    """The best entry of every record that has all the words, or with `some` at least one."""
    values: dict[str, Any] = {
        "plain": asked.plain, "called": asked.called, "symbol": asked.symbol, "kind": kind,
        "on": on, "held": held, "limit": limit, "offset": offset,
        "lang": "ar" if asked.is_arabic else lang,
    }  # fmt: skip
    for each in LANGS:
        values[f"match_{each}"] = asked.some_of(each) if some else asked.all_of(each)
        values[f"exact_{each}"] = asked.all_of(each, exactly=True)
        values[f"title_{each}"] = asked.all_of(each, weight="A")
    with connection.cursor() as cursor:
        cursor.execute(_SEARCH, values)
        counts, ids = cursor.fetchone()
    return Ranked(tuple(ids), json.loads(counts or "{}"))


def close_titles(asked: Asked, limit: int = 3) -> list[tuple[str, str]]:
    """Titles spelled like what was typed, each with its language: one query."""
    with connection.cursor() as cursor:
        cursor.execute(_CLOSE, {"plain": asked.plain, "limit": limit})
        return list(cursor.fetchall())
