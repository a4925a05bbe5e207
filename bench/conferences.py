"""Measure the page of a session: `python -m bench.conferences`.

A session of the Council with 40, then with 200 items, a document on every second one. CPU is
`time.process_time` of the whole request in this process, the median of `ROUNDS` after three that
warm up, with the cache of drawn pages off; PostgreSQL's own is not in it.
"""

import statistics
import time
from datetime import date
from pathlib import Path

from bench.pages import ROOT, database

ROUNDS = 40
SIZES = (40, 200)
ADDRESS = "/{lang}/sessions/{key}/"


def main() -> None:
    """Print a line for each size and language: CPU in ms, queries, bytes."""
    with database():
        from django.conf import settings

        from amana.ground.packs import load

        settings.PAGE_CACHE_BYTES = 0
        load(Path(ROOT) / "packs" / "oic")
        print(
            f"{'session page':<28} {'median ms':>10} {'slowest ms':>11} {'queries':>8} {'bytes':>8}"
        )
        for place, size in enumerate(SIZES):
            key = _session(size, date(2027 + place, 6, 20))
            for lang in ("ar", "en"):
                _measure(f"{size} items, {lang}", ADDRESS.format(lang=lang, key=key))


def _session(size: int, opens: date) -> str:
    """A session with an issued agenda of so many items."""
    from amana.conferences.acts import agenda, convening, documents
    from amana.kernel.authority import Authority, OfficeHeld
    from amana.kernel.words import Words

    held = OfficeHeld("officer", Words(en="Officer"), "general-secretariat",
                      frozenset({"conference-officer"}))  # fmt: skip
    by = Authority("person:officer", "Exercise officer", date(2026, 11, 24), (held,))
    made = convening.convene("cfm", "ordinary", opens, opens, by=by, initiative="rule")
    for number in range(1, size + 1):
        title = Words(en=f"Item {number} of an exercise", fr=f"Point {number} d'un exercice",
                      ar=f"البند {number} من تمرين")  # fmt: skip
        row = agenda.add_item(made.key, title, by=by, origin="proposal")
        if number % 2 == 0:
            documents.slot(row.item.key, "report", title, by=by, distribution="general")
    agenda.issue_agenda(made.key, by=by)
    return made.key


def _measure(name: str, address: str) -> None:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client, times = Client(), []
    for _ in range(3):
        response = client.get(address)
    assert response.status_code == 200, response.status_code
    for _ in range(ROUNDS):
        begin = time.process_time()
        client.get(address)
        times.append((time.process_time() - begin) * 1000)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    print(
        f"{name:<28} {statistics.median(times):>10.1f} {max(times):>11.1f} "
        f"{len(asked):>8} {len(response.content):>8}"
    )


if __name__ == "__main__":
    main()
