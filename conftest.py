"""Fixtures of every room: the loaded organisation, and the product itself, served."""

import fcntl
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from amana.testing.drawing import choose_profile

choose_profile()
ROOT = Path(__file__).parent
OIC = ROOT / "packs" / "oic"
TEMPLATE = "test_template"


@contextmanager
def once(name: str) -> Iterator[Path]:
    """The folder in which the processes of a run share what one of them makes, one at a time."""
    folder = Path(os.environ["AMANA_STATE"]) / name
    folder.mkdir(mode=0o755, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: "pytest.FixtureRequest"
) -> None:
    """The processes of one run copy one loaded database, which the first of them makes."""
    if "PYTEST_XDIST_WORKER" not in os.environ or os.environ["AMANA_TEST_RUN"] != "embedded":
        return
    from django.db import connection

    with once("template") as folder, django_db_blocker.unblock():
        if not (folder / "made").exists():
            _make_template()
            (folder / "made").touch()
    connection.settings_dict["TEST"]["TEMPLATE"] = TEMPLATE


def _make_template() -> None:
    from django.db import connection

    from amana.ground.packs import load

    names, name = connection.settings_dict["TEST"], connection.settings_dict["NAME"]
    own, names["NAME"] = names["NAME"], TEMPLATE
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    load(OIC)
    connection.close()
    connection.close_pool()
    names["NAME"], connection.settings_dict["NAME"] = own, name


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: "pytest.FixtureRequest") -> None:
    """The test database holds the OIC pack; each test's own writes are rolled back."""
    from amana.ground.models import PackRecord
    from amana.ground.packs import load

    with django_db_blocker.unblock():
        if not PackRecord.objects.exists():
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


def _loaded() -> Path:
    """A state folder with the organisation, at rest: made by the first process that asks for it."""
    with once("loaded") as folder:
        if not (folder / "made").exists():
            Live("", folder).amana("load", str(OIC))
            (folder / "made").touch()
    return folder


def _copy(state: Path, to: Path) -> None:
    """Give a new state folder the database of one at rest, with its owner."""
    from amana.ground.postgres.places import places_of, prepare_home

    target = places_of(to)
    prepare_home(target)
    subprocess.run(["cp", "-a", places_of(state).data, target.data], check=True)


@pytest.fixture(scope="session")
def live() -> Iterator[Live]:
    """Serve the product in a process of its own until the tests end.

    Not in pytest's folder: another run of pytest closes that to the account of the server.
    """
    from amana.ground.postgres import discard_if_idle

    state = Path(tempfile.mkdtemp(prefix="amana-test-live-"))
    state.chmod(0o755)
    _copy(_loaded(), state)
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
