"""`bin/run` as its user sees it: from an empty folder to a page, and again after every kill."""

import contextlib
import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from amana.ground.postgres import discard_if_idle
from amana.ground.postgres.places import places_of
from amana.ground.postgres.server import is_answering

PATIENCE = 120.0


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A state folder that starts empty and is filled by the first test that serves from it."""
    folder = tmp_path_factory.mktemp("serving")
    yield folder
    discard_if_idle(folder)


@pytest.fixture(scope="module")
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number: int = taken.getsockname()[1]
    return number


@contextlib.contextmanager
def serving(state: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """The service in a process of its own, with nothing of the tests' surroundings but the path."""
    surroundings = {
        name: value
        for name, value in os.environ.items()
        if name == "AMANA_PG_BIN" or not name.startswith(("AMANA_", "DATABASE_", "DJANGO_"))
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "amana", "serve", "--port", str(port), "--state", str(state)],
        env={**surroundings, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def page(process: subprocess.Popen[str], port: int) -> str:
    """The front page, as soon as there is one."""
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/en/", timeout=10) as answer:
                text: str = answer.read().decode()
            return text
        time.sleep(0.05)
    process.kill()
    pytest.fail(f"no page came: {process.communicate()[1]}")


def postmaster(state: Path) -> int:
    return int((places_of(state).data / "postmaster.pid").read_text().split("\n")[0])


def stop(process: subprocess.Popen[str], by: signal.Signals) -> str:
    process.send_signal(by)
    said: str = process.communicate(timeout=30)[1]
    assert process.returncode == 0
    return said


def test_from_an_empty_folder_to_the_organisation_and_back_to_silence(
    state: Path, port: int
) -> None:
    with serving(state, port) as process:
        assert "<html" in page(process, port)
        assert is_answering(places_of(state))
        said = stop(process, signal.SIGTERM)
    assert f"Amana is at http://localhost:{port}/" in said
    assert re.search(rf"administrator .* http://localhost:{port}/\S+", said)
    assert stat.S_IMODE((state / "secret-key").stat().st_mode) == 0o600
    assert len((state / "secret-key").read_text()) >= 64
    assert not is_answering(places_of(state))


def test_after_everything_was_killed_it_starts_as_if_nothing_had_been(
    state: Path, port: int
) -> None:
    with serving(state, port) as process:
        page(process, port)
        secret = (state / "secret-key").read_text()
        os.kill(postmaster(state), signal.SIGKILL)
        process.kill()
    with serving(state, port) as process:
        assert "<html" in page(process, port)
        assert (state / "secret-key").read_text() == secret
        stop(process, signal.SIGHUP)


def until_another(state: Path, killed: int) -> None:
    """Wait until another server has taken the place of the killed one, at most half a minute.

    Without it the page may still come from a connection of the killed one, and the product be
    stopped before it notices.
    """
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError, ValueError, IndexError):
            if postmaster(state) != killed and is_answering(places_of(state)):
                return
        time.sleep(0.1)
    raise AssertionError("no other server was started")


def test_a_killed_database_comes_back_by_itself(state: Path, port: int) -> None:
    with serving(state, port) as process:
        page(process, port)
        killed = postmaster(state)
        os.kill(killed, signal.SIGKILL)
        until_another(state, killed)
        assert "<html" in page(process, port)
        assert "started again" in stop(process, signal.SIGINT)
    assert not is_answering(places_of(state))


def test_a_port_that_is_taken_is_refused_in_one_sentence(state: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        with serving(state, number) as process:
            said = process.communicate(timeout=30)[1]
    assert process.returncode == 1
    assert f"cannot listen at 127.0.0.1, port {number}" in said
