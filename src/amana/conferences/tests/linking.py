"""Whoever holds database, log, register and files: can a paper be linked to a voter?

Every trace of delegations and of papers is read from wherever it can be read, and each way of
linking that a person with this access has is tried: a value that both have in common, a transaction
that wrote both, and the order of both, by place in the file, by number of transaction, by key or by
position within a row. The same code is let loose on stores that are known to be naive.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

from django.db import connection

Trace = tuple[str, Any]  # where a mark was found, and its rank or value there


def rows_since(xid: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every row of every table that was written by this transaction number or a later one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(
                f'SELECT ctid::text, xmin::text, to_jsonb(t)::text FROM "{table}" t '
                "WHERE xmin::text::bigint >= %s ORDER BY t.ctid",
                [xid],
            )
            for place, (_ctid, xmin, row) in enumerate(cursor.fetchall()):
                yield table, {"(place)": place, "(xmin)": int(xmin), **json.loads(row)}


def lines_of(files: Iterable[Path]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every line of every file, as a row."""
    for file in files:
        for place, line in enumerate(file.read_text(errors="replace").splitlines()):
            yield str(file), {"(place)": place, "words": line.split()}


def _marks(value: Any, marks: set[str]) -> set[str]:
    """The marks that a value names: as a whole, as a key, or as `S001/7`."""
    if isinstance(value, str):
        head = value.partition("/")[0]
        return {head} & marks
    if isinstance(value, Mapping):
        return {m for k, v in value.items() for m in _marks(k, marks) | _marks(v, marks)}
    if isinstance(value, list):
        return {m for one in value for m in _marks(one, marks)}
    return set()


def _scalars(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from (str(key), *_scalars(one))
    elif isinstance(value, list):
        for one in value:
            yield from _scalars(one)
    elif value is not None:
        yield str(value)


def _units(value: Any, marks: set[str], path: str) -> Iterator[tuple[str, str, int, Any]]:
    """For each mark the smallest part that names it alone: its path, its position, the part."""
    parts: Iterable[tuple[str, Any]] = ()
    if isinstance(value, Mapping):
        parts = [(f"{path}.{key if not _marks(key, marks) else '*'}", {key: one})
                 for key, one in value.items()]  # fmt: skip
    elif isinstance(value, list):
        parts = [(f"{path}[]", one) for one in value]
    for position, (where, part) in enumerate(parts):
        found = _marks(part, marks)
        if len(found) == 1:
            yield found.pop(), where, position, part
        elif found:
            inner = next(iter(part.values())) if isinstance(part, Mapping) else part
            yield from _units(inner, marks, where)


def _leaves(part: Any, marks: set[str], path: str) -> Iterator[tuple[str, Any]]:
    """What stands within a part, by its path: a time, a number, a hash."""
    if isinstance(part, Mapping):
        for key, one in part.items():
            yield from _leaves(one, marks, f"{path}.{'*' if _marks(key, marks) else key}")
    elif isinstance(part, (int, float, str)):
        yield path + ":", part


def traces(
    rows: Iterable[tuple[str, dict[str, Any]]], marks: set[str]
) -> tuple[dict[str, dict[str, Any]], dict[str, set[str]]]:
    """Of each place where marks stand in an order: the ranks. Of each mark: the values with it."""
    ranks: dict[str, dict[str, Any]] = defaultdict(dict)
    values: dict[str, set[str]] = defaultdict(set)
    for table, row in rows:
        found = _marks(row, marks)
        if len(found) == 1:
            mark = found.pop()
            for column, value in row.items():
                if isinstance(value, (int, float, str)):
                    ranks[f"{table}.{column}"].setdefault(mark, value)
            values[mark].update(_scalars(row))
            values[mark].add(f"xmin:{row.get('(xmin)')}")
        elif found:
            for mark, where, position, part in _units(row, marks, table):
                ranks[where].setdefault(mark, position)
                for column, value in _leaves(part, marks, where):
                    ranks[column].setdefault(mark, value)
                values[mark].update(_scalars(part))
    return ranks, values


def linked(
    rows: Iterable[tuple[str, dict[str, Any]]], truth: Mapping[str, str]
) -> tuple[float, str]:
    """The share of delegations that the best way of linking links to their papers, and that way.

    `truth` is who put which paper.
    """
    kept = list(rows)
    voters, voter_values = traces(kept, set(truth))
    papers, paper_values = traces(kept, set(truth.values()))
    for found, all_of in ((voters, truth), (papers, set(truth.values()))):
        assert any(len(ranks) == len(all_of) for ranks in found.values()), "nothing was read"
    ways = [_by_order(voters, papers, truth), _by_values(voter_values, paper_values, truth)]
    return max(ways)


def _by_order(
    voters: Mapping[str, Mapping[str, Any]], papers: Mapping[str, Mapping[str, Any]],
    truth: Mapping[str, str],
) -> tuple[float, str]:  # fmt: skip
    best = (0.0, "nothing")
    for (where, ranks), (there, other) in product(voters.items(), papers.items()):
        if len(ranks) < len(truth) or len(other) < len(truth):
            continue
        first = sorted(ranks, key=lambda mark: (str(type(ranks[mark])), ranks[mark]))
        second = sorted(other, key=lambda mark: (str(type(other[mark])), other[mark]))
        for order in (second, second[::-1]):
            right = sum(truth[a] == b for a, b in zip(first, order, strict=True))
            best = max(best, (right / len(truth), f"order of {where} and {there}"))
    return best


def _by_values(
    voters: Mapping[str, set[str]], papers: Mapping[str, set[str]], truth: Mapping[str, str]
) -> tuple[float, str]:
    """Linked where a voter shares more values with one paper than with any other."""
    right = 0
    for voter in truth:
        shared = {paper: len(voters[voter] & papers[paper]) for paper in truth.values()}
        most = max(shared.values())
        of_most = [paper for paper, number in shared.items() if number == most]
        right += of_most == [truth[voter]]
    return right / len(truth), "a value in common"
