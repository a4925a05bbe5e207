"""Parts of the hub that need no server."""

import asyncio
from collections.abc import Collection, Mapping
from types import SimpleNamespace

import pytest

from amana.handover import Pages
from amana.live.kinds import Tap, register
from amana.live.taps import BURST, Away, Pace, Taps
from amana.live.tickets import opened, ticket
from amana.live.wire import event_of, with_own


def test_a_ticket_says_what_was_written_on_it() -> None:
    read = opened(ticket("hall", "cfm-50", "fr", "egy/12"))
    assert read
    assert (read.kind, read.topic, read.lang, read.viewer) == ("hall", "cfm-50", "fr", "egy/12")
    assert opened(ticket("hall", "cfm-50", "fr", hours=0)) is None


@pytest.mark.parametrize(
    ("frame", "whole"),
    [
        ('{"n": 1, "html": {}}', '{"n": 1, "html": {},"mine":[1]}'),
        ("{}", '{"mine":[1]}'),
        ('{"a": 1 }\n', '{"a": 1,"mine":[1]}'),
    ],
)
def test_what_is_ones_own_is_put_into_the_frame(frame: str, whole: str) -> None:
    assert with_own(frame, "[1]") == whole
    assert with_own(frame, "") == frame


def test_an_event_is_one_line_of_data() -> None:
    assert event_of('{"n": 7,\n"a": 1}') == b'id: 7\nevent: frame\ndata: {"n": 7, "a": 1}\n\n'
    assert event_of('{"a": "\u2028"}') == 'event: frame\ndata: {"a": "\u2028"}\n\n'.encode()


def test_a_viewer_who_taps_without_end_is_slowed_and_no_other() -> None:
    pace = Pace()
    assert all(pace.allows("seat", "egy") for _ in range(int(BURST)))
    assert not all(pace.allows("seat", "egy") for _ in range(5))
    assert pace.allows("seat", "tur")


def test_a_page_is_asked_for_as_wsgi_asks() -> None:
    headers = [
        ("host", "amana.example"), ("cookie", "a=1"), ("cookie", "b=2"), ("accept", "x"),
        ("accept", "y"), ("content-type", "text/plain"), ("x_forwarded_for", "192.0.2.1"),
    ]  # fmt: skip
    scope = SimpleNamespace(
        method="GET", path="/فا", query_string="q=%D9%81", server="[::1]:8000", scheme="http",
        client="[::1]:4000", http_version="1.1", authority=None,
        headers=SimpleNamespace(items=lambda: headers),
    )  # fmt: skip
    environ = Pages(print, None, 1).environ(scope, None)  # type: ignore[arg-type]
    assert environ["PATH_INFO"].encode("latin-1").decode() == "/فا"
    assert (environ["HTTP_COOKIE"], environ["HTTP_ACCEPT"]) == ("a=1;b=2", "x,y")
    assert (environ["CONTENT_TYPE"], environ["HTTP_HOST"]) == ("text/plain", "amana.example")
    assert (environ["REMOTE_ADDR"], environ["SERVER_PORT"]) == ("::1", "8000")
    assert "HTTP_X_FORWARDED_FOR" not in environ
    assert environ["wsgi.input"].read() == b""


def test_a_batch_that_could_not_be_answered_stops_no_line() -> None:
    asked: list[str] = []

    def admits(topic: str, viewers: Collection[str]) -> set[str]:
        asked.append(topic)
        if len(asked) == 1:
            raise RuntimeError("unforeseen")
        return set(viewers)

    register(
        "unforeseen", frame=lambda topic, lang: "{}", admits=admits,
        take=lambda topic, taps: [{"n": 1} for _ in taps],
    )  # fmt: skip

    async def tapped() -> Mapping[str, object]:
        taps, tap = Taps(), Tap("somebody", "do", key="k", kind="unforeseen")
        with pytest.raises(Away):
            await taps.take("topic", tap)
        return await asyncio.wait_for(taps.take("topic", tap), 5)

    assert asyncio.run(tapped()) == {"n": 1}
