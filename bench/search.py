"""Measure search: `python -m bench.search [--count 50000] [--engines]`.

Its own embedded server in a temporary folder, with the settings of the product; generated
paragraphs (`bench.paragraphs`); 300 queries of one to three words through `search.api.find`, that
is with ranking, counts by kind, the texts of twenty records and their sisters, and the marks.
Wall is `time.perf_counter`; CPU is this process and its PostgreSQL backend together, which says
more than wall on a machine with other work on it. The load average is printed with the figures.
"""

import gc
import os
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from bench.pages import database

WARM = 30
BUDGETS = {50_000: 20, 1_000_000: 60}


def measure(name: str, queries: list[str], answer: Callable[[str], Any]) -> None:
    """Print p50, p95 and the worst, of the wall and of the work."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")
    for query in queries[:WARM]:
        answer(query)
    gc.collect()
    gc.freeze()
    wall, work = [], []
    for query in queries:
        began, spent, served = time.perf_counter(), time.process_time(), _cpu(backend)
        answer(query)
        wall.append((time.perf_counter() - began) * 1000)
        work.append((time.process_time() - spent) * 1000 + _cpu(backend) - served)
    load = os.getloadavg()[0]
    print(f"| {name} | {_shares(wall)} | {_shares(work)} | {load:.1f} |", flush=True)


def _cpu(backend: Path) -> float:
    """Milliseconds that a backend has run."""
    return int(backend.read_text().split()[0]) / 1e6


def _shares(times: list[float]) -> str:
    ordered = sorted(times)
    p50, p95 = (ordered[int(len(ordered) * share)] for share in (0.5, 0.95))
    return f"{p50:.1f} / {p95:.1f} / {ordered[-1]:.0f}"


def main() -> None:
    count = int(sys.argv[sys.argv.index("--count") + 1]) if "--count" in sys.argv else 50_000
    with database():
        from amana.search.api import find, suggest
        from bench import paragraphs

        day = date(2026, 11, 24)
        paragraphs.check()
        began = time.perf_counter()
        paragraphs.load(count)
        print(f"generated and loaded {count:,} paragraphs: {time.perf_counter() - began:.0f} s")
        _trusted()
        print(_sizes())
        queries = paragraphs.queries()
        found = [find(query, day) for query in queries]
        capped = sum(each.is_capped for each in found)
        silent = sum(not each.total for each in found)
        print(f"{len(found)} queries, {silent} without an answer, {capped} of more than is counted")
        print(f"budget of p95: {BUDGETS.get(count)} ms")
        print("\n| what | wall ms p50 / p95 / worst | work ms p50 / p95 / worst | load |")
        print("| --- | --- | --- | ---: |")
        measure("find, page of 20", queries, lambda query: find(query, day))
        measure("find, one kind", queries, lambda query: find(query, day, kind="provision"))
        measure("suggest", [q[:4] for q in queries], lambda query: suggest(query, "en", day))
        unmet = [f"{query} zzyzx" for query in queries]
        measure("find, no record has all words", unmet, lambda query: find(query, day))
        if "--engines" in sys.argv:
            _engines(queries)


def _engines(queries: list[str]) -> None:
    from bench import engines

    measure("tried: rank and count everything", queries[:100], engines.ranks_everything)
    try:
        other = engines.Tantivy()
    except ImportError:
        print("tantivy is not installed")
        return
    began = time.perf_counter()
    other.index()
    print(f"tantivy indexed in {time.perf_counter() - began:.0f} s")
    measure("tried: tantivy, ids and counts only", queries, other.search)


def _trusted() -> None:
    """Let the index be taken for true: no room has these paragraphs."""
    from amana.ground import register
    from amana.search.index import analyser
    from amana.search.models import Position

    values = {"act": register.head()[0], "made_by": analyser()}
    Position.objects.update_or_create(pk=1, defaults=values)


def _sizes() -> str:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_size_pretty(pg_table_size('search_entry')),"
            " pg_size_pretty(pg_relation_size('search_entry_vector_idx'))"
        )
        table, index = cursor.fetchone()
    return f"table {table}, index of words {index}"


if __name__ == "__main__":
    main()
