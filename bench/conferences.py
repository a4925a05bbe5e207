"""Measure the page of a session: `python -m bench.conferences`.

A session of the Council with 40, then with 200 items, a document on every second one. CPU is
measured by `bench.requests`, with the cache of drawn pages off.
"""

from datetime import date
from pathlib import Path

from bench.pages import ROOT, database
from bench.requests import measure

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
                measure(f"{size} items, {lang}", ADDRESS.format(lang=lang, key=key))


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


if __name__ == "__main__":
    main()
