"""Measure the hub: `python -m bench.live [--screens 10000]`.

The product in a process of its own on a state of its own (durable, the embedded server), with the
screens of `tests.browser.exercise`: real rows, one transaction a batch, NOTIFY, a frame drawn
from the table. This process is all the screens: real connections, one epoll, times taken at the
read that brings the frame. Server, screens and PostgreSQL share the machine's cores, so the work
of the screens is inside the figures.
"""

import json
import os
import resource
import select
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
PORT = 8766
SEATS = 200
PATIENCE = 30.0


@contextmanager
def served() -> Iterator[int]:
    """The process that serves, by its number."""
    with tempfile.TemporaryDirectory(prefix="amana-bench-") as folder:
        Path(folder).chmod(0o755)
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.browser.exercise", str(PORT), folder],
            env=os.environ | {"PYTHONPATH": f"{ROOT}/src:{ROOT}"}, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            for _ in range(600):
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{PORT}/en/about/").close()
                    break
                except OSError:
                    time.sleep(0.2)
            os.environ["DJANGO_SETTINGS_MODULE"] = "amana.settings"
            os.environ["AMANA_SECRET_KEY"] = (Path(folder) / "secret-key").read_text()
            yield worker_of(process.pid)
        finally:
            process.terminate()
            process.wait(20)


def worker_of(parent: int) -> int:
    """The child with the most threads is the web server's."""
    asked = ["ps", "-o", "pid=,nlwp=", "--ppid", str(parent)]
    lines = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()
    return max(((int(n), int(pid)) for pid, n in map(str.split, lines)))[1]


class Screens:
    """Many open streams, and what the last frame of each says."""

    def __init__(self, tickets: list[str]) -> None:
        self.poll = select.epoll()
        self.open: dict[int, socket.socket] = {}
        self.rest: dict[int, bytes] = {}
        begin = time.monotonic()
        for ticket in tickets:
            stream = socket.create_connection(("127.0.0.1", PORT))
            stream.sendall(f"GET /live/stream?ticket={ticket} HTTP/1.1\r\nHost: l\r\n\r\n".encode())
            stream.setblocking(False)
            self.open[stream.fileno()] = stream
            self.poll.register(stream, select.EPOLLIN)
        self.wait(0)
        self.connecting = time.monotonic() - begin

    def wait(self, count: int) -> list[float]:
        """Read until every screen has shown this count; the moment of each, in order."""
        sought, moments, left = b'"count": %d,' % count, [], set(self.open)
        deadline = time.monotonic() + PATIENCE
        while left and time.monotonic() < deadline:
            for number, _ in self.poll.poll(1):
                data = self.rest.pop(number, b"") + self.open[number].recv(65536)
                if sought in data:
                    moments.append(time.monotonic())
                    left.discard(number)
                else:
                    self.rest[number] = data[-40:]
        assert not left, f"{len(left)} screens did not show {count}"
        return moments

    def drain(self, seconds: float) -> None:
        """Read whatever comes, for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            for number, _ in self.poll.poll(left):
                self.open[number].recv(65536)

    def close(self) -> None:
        for stream in self.open.values():
            stream.close()


class Seat:
    """A connection that is kept, by which one delegate taps."""

    def __init__(self, ticket: str) -> None:
        self.ticket = ticket
        self.line = socket.create_connection(("127.0.0.1", PORT))

    def tap(self, key: str) -> None:
        body = json.dumps({"ticket": self.ticket, "do": "yes", "more": {}, "key": key}).encode()
        head = f"POST /live/tap HTTP/1.1\r\nHost: l\r\nContent-Length: {len(body)}\r\n\r\n"
        self.line.sendall(head.encode() + body)

    def answer(self) -> None:
        assert b"200 OK" in self.line.recv(65536)


def cpu(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(process: int) -> float:
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * 4 / 1024


def share(times: list[float], part: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * part))]


def said(times: list[float]) -> str:
    figures = (share(times, part) * 1000 for part in (0.5, 0.95, 0.99, 1))
    return "p50 {:.0f}, p95 {:.0f}, p99 {:.0f}, worst {:.0f} ms".format(*figures)


def seats(process: int, rounds: int = 5, acts: int = 40) -> None:
    """200 delegates on 200 streams: single acts, then all 200 tap at once."""
    from amana.live.api import ticket

    tickets = [ticket("seat", "floor", "ar", f"state/{n}") for n in range(SEATS)]
    screens, lines = Screens(tickets), [Seat(one) for one in tickets]
    count, times = 0, []
    for act in range(acts):
        time.sleep(0.1)
        begin, count = time.monotonic(), count + 1
        lines[act % SEATS].tap(f"act{act}")
        times += [moment - begin for moment in screens.wait(count)]
        lines[act % SEATS].answer()
    print(f"one act to {SEATS} screens, {acts} acts: {said(times)}")
    for turn in range(rounds):
        time.sleep(3.1)  # so long that no seat is too quick for the hub
        before, begin, count = cpu(process), time.monotonic(), count + SEATS
        for number, line in enumerate(lines):
            line.tap(f"{turn}/{number}")
        last = max(screens.wait(count)) - begin
        for line in lines:
            line.answer()
        used = cpu(process) - before
        print(
            f"{SEATS} taps, first tap to last final screen: {last * 1000:.0f} ms, CPU {used:.2f} s"
        )
    screens.close()


def hall(process: int, count: int, rounds: int = 10) -> None:
    """One frame to many screens without an account."""
    from amana.live.api import ticket

    line, board = Seat(ticket("seat", "hall", "ar", "chair")), ticket("board", "hall", "ar")
    empty = memory(process)
    screens = Screens([board] * count)
    each = (memory(process) - empty) * 1024 / count
    print(f"{count} screens: connected in {screens.connecting:.1f} s, {each:.0f} kB each")
    for turn in range(rounds):
        screens.drain(2.0)
        before, begin = cpu(process), time.monotonic()
        line.tap(f"hall{turn}")
        times = [moment - begin for moment in screens.wait(turn + 1)]
        line.answer()
        print(f"{said(times)}, server CPU {(cpu(process) - before) / count * 1e6:.0f} µs a screen")
    before = cpu(process)
    screens.drain(6)
    print(f"signs of life: {(cpu(process) - before) / 6 * 100:.0f} % of a core")
    screens.close()


def main() -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--screens", type=int, default=10_000)
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    count = min(parser.parse_args().screens, most - 1000)
    with served() as process:
        seats(process)
        hall(process, count)


if __name__ == "__main__":
    main()
