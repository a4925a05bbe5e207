"""The hub as screens meet it: real streams, a real database, one process for all of this file."""

import json
import os
import re
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import psycopg
import pytest
from django.core.signing import dumps
from playwright.sync_api import Browser, Page, expect

from amana.web.headers import PAGE_POLICY
from tests.browser.conftest import watched
from tests.browser.served import Served, postmaster, serving, worker

pytestmark = pytest.mark.browser

SCREEN = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Screen (exercise)</title>
<script type="module" src="/static/web/js/live.js"></script>
<amana-live data-stream="/live/stream?ticket={0}" data-frame="/live/frame?ticket={0}"
  data-tap="/live/tap" data-ticket="{0}" data-said-lost="No contact since {{time}}."
  data-said-back="Contact again." data-said-sending="Sending." data-said-kept="Not sent yet.">
  <p role="status"></p><div data-region="tally"></div>
  <div data-region="note"><input name="note" aria-label="Note"></div>
  <form data-do="yes"><button name="vote" value="yes">Yes</button></form>
</amana-live></html>"""


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with serving() as found:
        yield found


@contextmanager
def screen(served: Served, chromium: Browser, ticket: str, expected: str = "$^") -> Iterator[Page]:
    """A page of this site with a screen, under the policy of all pages."""
    context = chromium.new_context()
    with watched(context, expected) as page:
        page.route(
            "**/exercise",
            lambda route: route.fulfill(
                body=SCREEN.format(ticket), content_type="text/html",
                headers={"Content-Security-Policy": PAGE_POLICY},
            ),
        )  # fmt: skip
        page.goto(f"http://127.0.0.1:{served.port}/exercise")
        yield page
    context.close()


def test_a_screen_is_shown_the_whole_state_at_once_and_then_each_change(served: Served) -> None:
    mine, other = (served.ticket("seat", "first", "ar", who) for who in ("egy/1", "tur/1"))
    hall = served.ticket("board", "first", "fr")
    with served.stream(mine) as seat, served.stream(other) as next_to, served.stream(hall) as board:
        assert seat.frame()["mine"] == {"viewer": "egy/1", "taps": 0}
        assert (next_to.frame()["count"], board.frame()["count"]) == (0, 0)
        n = served.done(mine)["n"]
        shown = seat.until(1)[-1]
        assert (shown["n"], shown["id"], shown["html"]) == (n, str(n), {"tally": "<p>1 ar</p>"})
        assert shown["mine"] == {"viewer": "egy/1", "taps": 1}
        assert next_to.until(1)[-1]["mine"] == {"viewer": "tur/1", "taps": 0}
        last = board.until(1)[-1]
        assert "mine" not in last
        assert last["html"] == {"tally": "<p>1 fr</p>"}
    asked = served.ask("GET", f"/live/frame?ticket={mine}")
    assert json.loads(asked.said) == {name: shown[name] for name in ("n", "count", "html", "mine")}


def test_a_stream_may_be_kept_by_nobody_and_says_that_it_lives(served: Served) -> None:
    with served.stream(served.ticket("board", "quiet", "en")) as board:
        board.frame()
        assert board.next() == {"event": "beat", "data": "1"}
    asked = served.ask("GET", f"/live/frame?ticket={served.ticket('board', 'quiet', 'en')}")
    assert asked.getheader("cache-control") == "no-store"
    assert asked.getheader("x-accel-buffering") == "no"
    assert asked.getheader("x-content-type-options") == "nosniff"


def test_no_bad_ticket_opens_anything_or_says_why(served: Served) -> None:
    good = served.ticket("seat", "closed", "en", "egy/1")
    foreign = dumps(["seat", "closed", "en", "egy/1", 2**40], key="another", salt="amana.live")
    bad = {
        "forged": good[:-2] + ("AA" if good[-2:] != "AA" else "BB"),
        "foreign": foreign,
        "expired": served.ticket("seat", "closed", "en", "egy/1", hours=-0.001),
        "of no kind": served.ticket("podium", "closed", "en", "egy/1"),
        "none": "",
    }
    for ticket in bad.values():
        said = {
            served.ask("GET", f"/live/{route}?ticket={ticket}").said
            for route in ("stream", "frame")
        }
        assert said == {b'{"status":403}'}
        assert served.tap(ticket) == (403, {"status": 403})
    assert served.ask("GET", f"/live/frame?ticket={good}").status == 200


def test_who_may_look_no_more_is_cut_and_cannot_tap(served: Served) -> None:
    shut = served.ticket("seat", "shut", "en", "xxx/1")
    stays = served.ticket("seat", "shut", "en", "yyy/1")
    with served.stream(shut) as out, served.stream(stays) as inside:
        out.frame()
        inside.frame()
        with psycopg.connect(_url(served), autocommit=True) as database:
            database.execute("INSERT INTO live_exercise_shut VALUES ('xxx/1')")
            database.execute("SELECT pg_notify('amana_live', 'shut')")
        assert inside.frame()["count"] == 0
        while event := out.next():
            assert event.get("event") != "frame"
    assert served.tap(shut) == (403, {"status": 403})
    assert served.ask("GET", f"/live/frame?ticket={shut}").status == 403
    assert served.tap(stays)[0] == 200


def test_one_viewer_holds_only_a_few_streams(served: Served) -> None:
    ticket = served.ticket("seat", "many", "en", "egy/1")
    with ExitStack() as streams:
        statuses = [streams.enter_context(served.stream(ticket)).status for _ in range(9)]
    assert statuses == [200] * 8 + [429]


def test_taps_that_come_together_are_written_together(served: Served) -> None:
    tickets = [served.ticket("seat", "vote", "ar", f"state/{n}") for n in range(12)]
    answers: list[tuple[int, dict]] = []
    with served.stream(served.ticket("board", "vote", "en")) as board:
        board.frame()
        first = threading.Thread(target=lambda: answers.append(served.tap(tickets[0], "wait")))
        first.start()
        time.sleep(0.1)
        others = [
            threading.Thread(target=lambda n=n: answers.append(served.tap(tickets[n])))
            for n in range(1, 12)
        ]
        for other in others:
            other.start()
        for thread in (first, *others):
            thread.join()
        assert len(board.until(12)) < 12
    assert {status for status, _ in answers} == {200}
    assert {said["answer"]["lang"] for _, said in answers} == {"ar"}
    assert max(said["answer"]["together"] for _, said in answers) >= 6
    assert len({said["answer"]["n"] for _, said in answers}) == 12


def test_a_tap_is_done_once_however_often_it_is_sent(served: Served) -> None:
    ticket = served.ticket("seat", "again", "en", "egy/1")
    first = served.done(ticket, key="the same")
    assert served.done(ticket, key="the same")["n"] == first["n"]
    frame = served.ask("GET", f"/live/frame?ticket={ticket}")
    assert json.loads(frame.said)["count"] == 1


def test_a_tap_that_breaks_the_room_breaks_no_other(served: Served) -> None:
    tickets = [served.ticket("seat", "break", "en", f"state/{n}") for n in range(4)]
    does = ["wait", "yes", "break", "yes"]
    statuses: dict[int, int] = {}

    def tap(n: int) -> None:
        statuses[n] = served.tap(tickets[n], does[n])[0]

    threads = [threading.Thread(target=tap, args=[n]) for n in range(4)]
    for thread in threads:
        thread.start()
        time.sleep(0.05)
    for thread in threads:
        thread.join()
    assert statuses == {0: 200, 1: 200, 2: 500, 3: 200}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400), (b"[]", 400), (b'{"ticket": "%s", "do": "yes", "key": ""}', 400),
        (b'{"ticket": "%s", "do": "yes", "key": "k", "more": 3}', 400),
        (b'{"ticket": "%s", "do": "yes", "key": "k", "more": {"a": "\\u0000"}}', 400),
        (b'{"ticket": "%s", "do": "yes", "key": "k", "more": {"a": "\\ud800"}}', 400),
        (b'{"ticket": "%s", "do": "yes", "key": "k", "more": {"a": NaN}}', 400),
        (b"[" * 60_000, 400), (b"\xff", 400), (b" " * 70_000, 413),
    ],
)  # fmt: skip
def test_what_is_no_tap_is_refused(served: Served, body: bytes, status: int) -> None:
    ticket = served.ticket("seat", "odd", "en", "egy/1").encode()
    answer = served.ask("POST", "/live/tap", body.replace(b"%s", ticket))
    assert (answer.status, answer.said) == (status, b'{"status":%d}' % status)


def test_a_slow_screen_gets_the_newest_frame_and_no_backlog(served: Served) -> None:
    ticket = served.ticket("seat", "wide", "en", "egy/1")
    with served.stream(served.ticket("board", "wide", "en"), room=4096) as slow:
        slow.frame()
        time.sleep(2.2)  # until the hub has found its connection
        for _ in range(40):
            served.done(ticket)
            time.sleep(0.02)
        frames = slow.until(40)
    assert len(frames) < 20
    assert frames[-1]["count"] == 40


def test_pages_stand_beside_the_hub(served: Served) -> None:
    assert served.ask("GET", "/en/about/", Accept="text/html").status == 200
    assert served.ask("HEAD", "/en/about/").said == b""
    script = served.ask("GET", "/static/web/js/live.js")
    assert len(script.said) == int(script.getheader("content-length")) > 1000
    part = served.ask("GET", "/static/web/js/live.js", Range="bytes=0-99")
    assert (part.status, part.said) == (206, script.said[:100])
    assert served.ask("POST", "/en/account/login/", b"login=x").status == 403  # CSRF: it was read
    assert served.ask("GET", "/live/unknown").status == 404
    assert served.ask("GET", "/en/%D9%81/").status == 404


def test_a_page_shows_the_frames_and_taps(served: Served, chromium: Browser) -> None:
    ticket = served.ticket("seat", "page", "fr", "egy/1")
    with screen(served, chromium, ticket) as page:
        tally = page.locator("[data-region=tally]")
        expect(tally).to_have_text("0 fr")
        page.get_by_role("button").click()
        expect(tally).to_have_text("1 fr")
        served.done(ticket)
        expect(tally).to_have_text("2 fr")
        expect(page.get_by_role("status")).to_have_text("")
        put = "(html) => document.querySelector('amana-live').put('note', html)"
        page.get_by_label("Note").fill("not sent yet")
        page.evaluate(put, "<p>put in</p>")
        expect(page.get_by_label("Note")).to_have_value("not sent yet")
        page.get_by_role("button").focus()
        expect(page.locator("[data-region=note]")).to_have_text("put in")


def test_a_page_says_since_when_it_hears_nothing_and_sends_what_was_tapped_meanwhile(
    served: Served, chromium: Browser
) -> None:
    ticket = served.ticket("seat", "lost", "en", "egy/1")
    with screen(served, chromium, ticket) as page:
        tally = page.locator("[data-region=tally]")
        expect(tally).to_have_text("0 en")
        frozen = worker(served)
        os.kill(frozen, signal.SIGSTOP)
        try:
            page.get_by_role("button").click()
            lost = page.locator("amana-live[data-lost]")
            expect(lost).to_have_count(1, timeout=9000)
            expect(page.get_by_role("status")).to_have_text(
                re.compile(r"^No contact since \d\d:\d\d:\d\d\.$")
            )
            page.reload(wait_until="commit")  # the tap is kept, and sent again under its key
        finally:
            os.kill(frozen, signal.SIGCONT)
        expect(tally).to_have_text("1 en")
        expect(page.locator("amana-live[data-lost]")).to_have_count(0)
        time.sleep(0.5)
        expect(tally).to_have_text("1 en")


def test_screens_recover_from_a_killed_database(served: Served) -> None:
    ticket = served.ticket("seat", "killed", "en", "egy/1")
    with served.stream(ticket) as seat:
        served.done(ticket, key="before")
        seat.until(1)
        os.kill(postmaster(served), signal.SIGKILL)
        statuses = [served.tap(ticket, key="during")[0]]
        while statuses[-1] != 200 and len(statuses) < 60:
            time.sleep(0.25)
            statuses.append(served.tap(ticket, key="during")[0])
        assert set(statuses) <= {200, 503}
        assert statuses[-1] == 200
        assert seat.until(2)[-1]["mine"]["taps"] == 2
        served.done(ticket, key="after")
        assert seat.until(3)[-1]["count"] == 3


def test_the_stop_of_the_server_ends_its_streams(served: Served) -> None:
    with served.stream(served.ticket("board", "end", "en")) as board:
        board.frame()
        begin = time.monotonic()
        served.process.send_signal(signal.SIGTERM)
        while board.next():
            pass
        served.process.wait(20)
    assert time.monotonic() - begin < 5


def _url(served: Served) -> str:
    from amana.ground.postgres import acquire

    with acquire(served.state) as lease:
        return lease.url
