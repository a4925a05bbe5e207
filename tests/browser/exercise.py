"""Two kinds of screens, served: `python -m tests.browser.exercise PORT STATE`.

Topics are names, their state a count of taps in a table. `board` shows it to anybody; a `seat` has
a part of its own, taps, and may be shut out. Frames of the topic `wide` are as long as a book.
"""

import json
import sys
import time
from collections.abc import Collection
from pathlib import Path

import psycopg

from amana.ground.postgres import acquire
from amana.live.api import Tap, announce, register

WIDE = 200_000
TABLES = """
CREATE TABLE IF NOT EXISTS live_exercise (
    n bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    topic text, viewer text, key text UNIQUE, said text
);
CREATE TABLE IF NOT EXISTS live_exercise_shut (viewer text PRIMARY KEY)
"""


def rows(statement: str, *values: object) -> list[tuple]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def frame(topic: str, lang: str) -> str:
    count, last = rows("SELECT count(*), max(n) FROM live_exercise WHERE topic = %s", topic)[0]
    html = {"tally": f"<p>{count} {lang}</p>{'ص' * WIDE if topic == 'wide' else ''}"}
    return json.dumps({"n": last or 0, "count": count, "html": html}, ensure_ascii=False)


def own(topic: str, viewers: Collection[str]) -> dict[str, object]:
    statement = "SELECT viewer, count(*) FROM live_exercise WHERE topic = %s GROUP BY viewer"
    counts = dict(rows(statement, topic))
    return {viewer: {"viewer": viewer, "taps": counts.get(viewer, 0)} for viewer in viewers}


def admits(_topic: str, viewers: Collection[str]) -> set[str]:
    return set(viewers) - {viewer for (viewer,) in rows("SELECT viewer FROM live_exercise_shut")}


def take(topic: str, taps: list[Tap]) -> list[dict[str, object]]:
    """Write all taps in one transaction; a key that is known is answered as the first time."""
    from django.db import transaction

    if any(tap.do == "wait" for tap in taps):
        time.sleep(0.3)
    with transaction.atomic():
        announce(topic)
        return [_written(topic, tap) | {"together": len(taps)} for tap in taps]


def _written(topic: str, tap: Tap) -> dict[str, object]:
    if tap.do == "break":
        raise ZeroDivisionError
    said = json.dumps([tap.do, tap.more], ensure_ascii=False)
    new = rows(
        "INSERT INTO live_exercise (topic, viewer, key, said) VALUES (%s, %s, %s, %s) "
        "ON CONFLICT (key) DO NOTHING RETURNING n",
        topic, tap.viewer, tap.key, said,
    )  # fmt: skip
    known = new or rows("SELECT n FROM live_exercise WHERE key = %s", tap.key)
    return {"n": known[0][0], "lang": tap.lang}


def make(state: Path) -> None:
    with acquire(state) as lease, psycopg.connect(lease.url, autocommit=True) as connection:
        connection.execute(TABLES)


if __name__ == "__main__":
    from amana.serve import serve

    make(Path(sys.argv[2]))
    register("board", frame=frame)
    register("seat", frame=frame, own=own, take=take, admits=admits)
    serve(port=int(sys.argv[1]), state=Path(sys.argv[2]))
