"""The pytest plug-in: a database of its own for each run, and no network.

It is named by `-p` in pyproject.toml, because pytest-django reads the settings, and with them
`DATABASE_URL`, before any conftest.py. Each run starts an embedded server in a folder of its own,
so that several runs can go on side by side; the processes of pytest-xdist share their run's server,
each with a lease. A killed run leaves a folder behind, which a later run removes.

With `DATABASE_URL` set, the tests use that server (Django makes a database `test_…` on it).
"""

import os
import stat
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest

from amana.ground import clock
from amana.ground.postgres import Lease, acquire, discard_if_idle
from amana.testing.network import close_network
from amana.web.catalogues import compile_due

PREFIX = "amana-test-"
OLD = 3600  # seconds; a younger folder may belong to a run that is only just starting
_lease: Lease | None = None
_own_folder: Path | None = None


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests() -> Generator[None, None, None]:
    """Prepare the surroundings before any other plug-in reads the settings."""
    global _lease, _own_folder  # noqa: PLW0603  (a process has one)
    os.environ["AMANA_TEST"] = "1"
    if "AMANA_STATE" not in os.environ or "AMANA_TEST_RUN" not in os.environ:
        _remove_old_folders()
        _own_folder = _new_folder()
        os.environ["AMANA_STATE"] = str(_own_folder)
        os.environ["AMANA_TEST_RUN"] = "external" if os.environ.get("DATABASE_URL") else "embedded"
    if os.environ["AMANA_TEST_RUN"] == "embedded":
        _lease = acquire(Path(os.environ["AMANA_STATE"]))
        os.environ["DATABASE_URL"] = _lease.url
    compile_due()
    close_network()
    return (yield)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """Leave the server; the process that made the folder removes it."""
    if _lease:
        _lease.release()
    if _own_folder:
        if (_own_folder / "loaded").exists():  # the state that served products are copies of
            discard_if_idle(_own_folder / "loaded")
        discard_if_idle(_own_folder)


def _new_folder() -> Path:
    """A folder that the account of the server may enter; what it holds guards itself."""
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    folder.chmod(0o755)
    (folder / "static").mkdir()  # looked for by WhiteNoise
    return folder


def _remove_old_folders() -> None:
    """Remove what killed runs of ours left behind, unless something still uses it."""
    long_ago = clock.now().timestamp() - OLD
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        facts = folder.lstat()
        is_ours = stat.S_ISDIR(facts.st_mode) and facts.st_uid == os.geteuid()
        if is_ours and facts.st_mtime < long_ago:
            discard_if_idle(folder)
