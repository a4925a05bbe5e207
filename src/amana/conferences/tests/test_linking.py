"""A secret ballot cannot be linked; stores that look alike can, by the very same attempts."""

import hashlib
import json
import random
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction

from amana.conferences.acts.balloting import close_booth, open_booth
from amana.conferences.models import BallotList
from amana.conferences.tests.linking import lines_of, linked, rows_since
from amana.conferences.tests.test_balloting import SEAT, STATES, chair, delegate, floor_with
from amana.conferences.tests.voter import Voter
from amana.ground.register import lines as register_lines

pytestmark = pytest.mark.usefixtures("oic")
VOTERS = 16
GUESSED = 0.625  # ten of 16; an order drawn by chance has so many right once in nine million


def now() -> int:
    """A number of transaction from which on everything belongs to the ballot."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        return int(cursor.fetchone()[0])


def elsewhere(caplog):
    """What stands outside the tables: log lines, the register as exported, files."""
    for place, record in enumerate(caplog.records):
        yield "log", {"(place)": place, "words": record.getMessage().split()}
    for place, line in enumerate(register_lines()):
        yield "register", {"(place)": place, "words": json.loads(line)}
    kept = Path(settings.STATE) / "files"
    yield from lines_of(path for path in kept.rglob("*") if path.is_file())


def in_a_drawn_order():
    order = STATES[:VOTERS]
    random.Random(20261124).shuffle(order)
    return order


@pytest.mark.parametrize("counted", [False, True])
def test_nothing_that_is_kept_links_a_delegation_and_its_paper(caplog, counted):
    """Each delegation puts its paper at once after taking it: the worst that can happen."""
    log = floor_with(SEAT)
    since, truth = now(), {}
    booth = open_booth(log.key, "council", chair(log))
    for number, state in enumerate(in_a_drawn_order()):
        voter = Voter.at(booth).take(booth, delegate(log, state))
        truth[state] = voter.put(booth, "S001" if number % 3 else "S002")
    if counted:
        close_booth(log.key, "council", chair(log))
        assert len(json.loads(BallotList.objects.get().text)["papers"]) == VOTERS
    rows = [*rows_since(since), *elsewhere(caplog)]
    published = BallotList.objects.filter(booth=booth).values_list("text", flat=True)
    rows += [("published", json.loads(text)) for text in published]
    share, how = linked(rows, truth)
    assert share < GUESSED, how
    assert any(state in str(row) for _, row in rows for state in truth)
    assert all(any(code in str(row) for _, row in rows) for code in truth.values())


NAIVE = """
    CREATE TABLE naive_voter (id serial PRIMARY KEY, delegation text, voted bool, note text);
    CREATE TABLE naive_paper (code text PRIMARY KEY, names text, note text);
    CREATE TABLE naive_heap (code text, names text);
    CREATE TABLE naive_row (id int PRIMARY KEY, taken jsonb, papers jsonb);
"""


def in_one_transaction(cursor, state, code):
    with transaction.atomic():
        cursor.execute("INSERT INTO naive_voter (delegation) VALUES (%s)", [state])
        cursor.execute("INSERT INTO naive_paper (code) VALUES (%s)", [code])


def one_after_the_other(cursor, state, code):
    with transaction.atomic():
        cursor.execute("INSERT INTO naive_voter (delegation) VALUES (%s)", [state])
    with transaction.atomic():
        cursor.execute("INSERT INTO naive_paper (code) VALUES (%s)", [code])


def a_flag_in_rows_made_before(cursor, state, code):
    """Rows for all were made at the opening, shuffled; voting only sets a flag."""
    with transaction.atomic():
        cursor.execute("UPDATE naive_voter SET voted = true WHERE delegation = %s", [state])
    with transaction.atomic():
        cursor.execute("INSERT INTO naive_heap (code) VALUES (%s)", [code])


def a_hash_in_common(cursor, state, code):
    shared = hashlib.sha256(code.encode()).hexdigest()
    cursor.execute("INSERT INTO naive_voter (delegation, note) VALUES (%s, %s)", [state, shared])
    cursor.execute("INSERT INTO naive_paper (code, note) VALUES (%s, %s)", [code, shared])


def one_row_in_order_of_arrival(cursor, state, code):
    cursor.execute(
        "UPDATE naive_row SET taken = taken || to_jsonb(%s::text), "
        "papers = papers || to_jsonb(%s::text)",
        [state, code],
    )


def one_sorted_row_with_times(cursor, state, code):
    cursor.execute("SELECT taken, papers FROM naive_row")
    taken, papers = (json.loads(told) for told in cursor.fetchone())
    at = len(papers)
    taken, papers = {**dict(taken), state: at}, [*papers, {"code": code, "at": 1000 + at}]
    papers.sort(key=lambda paper: paper["code"])
    cursor.execute(
        "UPDATE naive_row SET taken = %s, papers = %s", [json.dumps(taken), json.dumps(papers)]
    )


@pytest.mark.parametrize(
    "store",
    [
        in_one_transaction, one_after_the_other, a_flag_in_rows_made_before, a_hash_in_common,
        one_row_in_order_of_arrival, one_sorted_row_with_times,
    ],
)  # fmt: skip
def test_the_same_attempts_link_stores_that_are_naive(db, store):
    order = in_a_drawn_order()
    drawn = random.Random(7)
    truth = {state: f"{drawn.getrandbits(80):020X}" for state in order}
    with connection.cursor() as cursor:
        cursor.execute(NAIVE)
        cursor.execute("INSERT INTO naive_row VALUES (1, '[]', '[]')")
        if store is a_flag_in_rows_made_before:
            for state in sorted(order, key=lambda _: drawn.random()):
                cursor.execute("INSERT INTO naive_voter (delegation) VALUES (%s)", [state])
        since = now()
        for state, code in truth.items():
            store(cursor, state, code)
        share, how = linked(rows_since(since), truth)
    assert share == 1.0, how
