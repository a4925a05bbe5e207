"""Fixtures of every room: the loaded organisation, and the product itself, served."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent
OIC = ROOT / "packs" / "oic"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: "pytest.FixtureRequest") -> None:
    """The test database holds the OIC pack; each test's own writes are rolled back."""
    from amana.ground.packs import load

    with django_db_blocker.unblock():
        load(OIC)


@pytest.fixture
def oic(db: None) -> Path:
    """The organisation as loaded from its pack."""
    return OIC


@dataclass(frozen=True)
class Live:
    """The product as its users have it: `bin/run`'s server on a port of its own."""

    url: str
    state: Path

    def amana(self, *words: str, stdin: str = "") -> str:
        """Run the command line against the same state."""
        done = subprocess.run(
            [sys.executable, "-m", "amana", *words],
            input=stdin, capture_output=True, text=True, env=environment(self.state), check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout


def environment(state: Path) -> dict[str, str]:
    """What a process of the product sees: no database but the embedded one of this state."""
    kept = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "AMANA_TEST_RUN")}
    return kept | {
        "AMANA_STATE": str(state), "AMANA_TEST": "1", "PYTHONPATH": str(ROOT / "src"),
        "DJANGO_SETTINGS_MODULE": "amana.settings",
    }  # fmt: skip


@pytest.fixture(scope="session")
def live() -> Iterator[Live]:
    """Serve the product in a process of its own until the tests end.

    Not in pytest's folder: another run of pytest closes that to the account of the server.
    """
    from amana.ground.postgres import discard_if_idle

    state = Path(tempfile.mkdtemp(prefix="amana-test-live-"))
    state.chmod(0o755)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = (state / "serve.log").open("w")
    process = subprocess.Popen(
        [sys.executable, "-m", "amana", "serve", "--port", str(port), "--state", str(state)],
        env=environment(state), stdout=log, stderr=log,
    )  # fmt: skip
    url = f"http://127.0.0.1:{port}"
    try:
        _wait(url, process, state / "serve.log")
        yield Live(url, state)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)
        log.close()
        discard_if_idle(state)


def _wait(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline:
        assert process.poll() is None, log.read_text()
        try:
            urllib.request.urlopen(f"{url}/en/", timeout=20).close()  # noqa: S310  (our own)
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError(log.read_text())
