"""A process that serves the screens of `tests.browser.exercise`, and what they receive."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import quote

from conftest import ROOT, _copy, _loaded, environment
from django.core.signing import dumps

from amana.ground.postgres import discard_if_idle
from amana.ground.postgres.places import places_of


@dataclass
class Served:
    """The product with the screens of the exercise."""

    port: int
    state: Path
    process: "subprocess.Popen[bytes]"
    keys: Iterator[str] = field(default_factory=lambda: map("key-{}".format, range(10**6)))

    def ticket(self, kind: str, topic: str, lang: str, viewer: str = "", hours: float = 1) -> str:
        """A ticket as the served process would write it: signed with its secret."""
        said = [kind, topic, lang, viewer, int(_now() + hours * 3600)]
        return dumps(said, key=(self.state / "secret-key").read_text(), salt="amana.live")

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Any:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        answer.said = answer.read()  # type: ignore[attr-defined]
        connection.close()
        return answer

    def tap(self, ticket: str, do: str = "yes", key: str = "", **more: object) -> tuple[int, Any]:
        said = {"ticket": ticket, "do": do, "more": more, "key": key or next(self.keys)}
        answer = self.ask("POST", "/live/tap", json.dumps(said).encode())
        return answer.status, json.loads(answer.said)

    def done(self, ticket: str, do: str = "yes", key: str = "") -> Any:
        status, said = self.tap(ticket, do, key)
        assert status == 200
        return said["answer"]

    @contextmanager
    def stream(self, ticket: str, room: int = 0) -> Iterator["Stream"]:
        with socket.socket() as line:
            if room:
                line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
            line.settimeout(15)
            line.connect(("127.0.0.1", self.port))
            path = f"/live/stream?ticket={quote(ticket)}"
            line.sendall(f"GET {path} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())
            yield Stream(line)


class Stream:
    """What a screen receives."""

    def __init__(self, line: socket.socket) -> None:
        self.lines = line.makefile("rb")
        self.status = int(self.lines.readline().split()[1])
        while self.lines.readline().strip():
            pass

    def next(self) -> dict[str, str]:
        """The next event; empty at the end of the stream."""
        event: dict[str, str] = {}
        for line in self.lines:
            name, _, value = line.decode().rstrip("\n").partition(": ")
            if name:
                event[name] = value
            elif event:
                return event
        return {}

    def frame(self) -> dict[str, Any]:
        """The next frame."""
        while event := self.next():
            if event.get("event") == "frame":
                return json.loads(event["data"]) | {"id": event.get("id")}
        raise AssertionError("the stream ended")

    def until(self, count: int) -> list[dict[str, Any]]:
        """All frames up to the one that shows this count."""
        frames = [self.frame()]
        while frames[-1]["count"] < count:
            frames.append(self.frame())
        return frames


def _now() -> float:
    from amana.ground import clock

    return clock.now().timestamp()


@contextmanager
def serving() -> Iterator[Served]:
    """The exercise on a port of its own."""
    state = Path(tempfile.mkdtemp(prefix="amana-test-hub-"))
    state.chmod(0o755)
    _copy(_loaded(), state)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (state / "serve.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.browser.exercise", str(port), str(state)],
            env=environment(state) | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
            stdout=log, stderr=log,
        )  # fmt: skip
        try:
            yield _ready(Served(port, state, process))
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(20)
            discard_if_idle(state)


def _ready(served: Served) -> Served:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        assert served.process.poll() is None, (served.state / "serve.log").read_text()
        try:
            served.ask("GET", "/en/about/")
        except OSError:
            time.sleep(0.1)
        else:
            return served
    raise AssertionError((served.state / "serve.log").read_text())


def postmaster(served: Served) -> int:
    return int((places_of(served.state).data / "postmaster.pid").read_text().split("\n")[0])


def worker(served: Served) -> int:
    """The process that serves; the parent of all only watches it."""
    asked = ["ps", "-o", "nlwp=,pid=", "--ppid", str(served.process.pid)]
    lines = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()
    return max(tuple(map(int, line.split())) for line in lines)[1]
