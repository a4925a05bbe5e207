"""One PostgreSQL server: made, started, asked, stopped.

Readiness is a connection, never a process number: a stale number after a crash or a reboot can
point at anything. The caller holds the gate, so that one process at a time is in here.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg

from amana.ground.postgres.account import Account, account_for
from amana.ground.postgres.binaries import Binaries, find_binaries
from amana.ground.postgres.faults import DatabaseUnavailable
from amana.ground.postgres.places import Places, prepare_socket_folder

NAME = "amana"
PATIENCE = 120.0  # recovery after a crash may have much to replay
LOG_LIMIT = 5_000_000
ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C"}
# What a server may leave out that need not survive a power cut. Only tests may ask for it.
# It survives every kill, for what it has committed is with the operating system.
CARELESS = {"fsync": "off", "full_page_writes": "off"}
# Lines by which a new postmaster says that the remains of a killed one are not gone yet.
REMAINS = ("shared memory block", "lock file")


def is_answering(places: Places) -> bool:
    """Whether a server takes connections here now."""
    try:
        with _connect(places):
            return True
    except psycopg.OperationalError:
        return False


def start(places: Places) -> None:
    """Start the server, making its data folder the first time, and wait until it answers."""
    account = account_for(places.data)
    binaries = find_binaries().reachable_by(account)
    if not places.data.exists():
        _initialise(places, account, binaries)
    _refuse_other_version(places, binaries)
    prepare_socket_folder(places, account)
    _shorten_log(places.log)
    deadline = time.monotonic() + PATIENCE
    while not is_answering(places):
        _forget_the_dead(places)
        said = _launch(places, account, binaries, deadline)
        if said is None:
            return
        if not any(sign in said for sign in REMAINS) or time.monotonic() > deadline:
            raise DatabaseUnavailable(f"PostgreSQL did not start: {_cause(said)}")
        time.sleep(0.05)


def ensure_database(places: Places) -> None:
    """Make the role and the database of the application if they are missing."""
    with _connect(places) as connection:
        if not _exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = %s"):
            connection.execute(f"CREATE ROLE {NAME} LOGIN CREATEDB")
        if not _exists(connection, "SELECT 1 FROM pg_database WHERE datname = %s"):
            connection.execute(f"CREATE DATABASE {NAME} OWNER {NAME}")


def stop(places: Places) -> None:
    """Stop the server and wait until it has written everything and gone."""
    if not is_answering(places):
        return
    number = places.data / "postmaster.pid"
    try:
        os.kill(_postmaster(places) or 0, signal.SIGINT)
    except (ProcessLookupError, PermissionError):
        return
    deadline = time.monotonic() + PATIENCE
    while number.exists() and time.monotonic() < deadline:
        time.sleep(0.005)


def _connect(places: Places) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(
        host=str(places.socket_folder),
        port=5432,
        user="postgres",
        dbname="postgres",
        connect_timeout=10,
        autocommit=True,
    )


def _exists(connection: psycopg.Connection[tuple[object, ...]], question: str) -> bool:
    return connection.execute(question, [NAME]).fetchone() is not None


def _initialise(places: Places, account: Account, binaries: Binaries) -> None:
    """Make the data folder under another name, so that a killed attempt leaves no half of one."""
    for remains in places.home.glob("data.new-*"):
        shutil.rmtree(remains, ignore_errors=True)
    draft = Path(tempfile.mkdtemp(prefix="data.new-", dir=places.home))
    account.own(draft)
    outcome = subprocess.run(
        [binaries.folder / "initdb", "-D", draft, *_initdb_options(binaries)],
        check=False,
        capture_output=True,
        text=True,
        cwd="/",
        env=ENVIRONMENT,
        **account.identity,
    )
    if outcome.returncode:
        shutil.rmtree(draft, ignore_errors=True)
        raise DatabaseUnavailable(f"PostgreSQL could not make {draft}: {_cause(outcome.stderr)}")
    draft.rename(places.data)


def _initdb_options(binaries: Binaries) -> list[str]:
    """Sort by code point everywhere: an upgrade of the C library can then corrupt no index."""
    options = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-instructions"]
    options += ["--locale=C.UTF-8", "--lc-collate=C", "--lc-messages=C"]
    if binaries.major >= 17:
        options += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    if _may_be_careless():
        options.append("--no-sync")
    return options


def _refuse_other_version(places: Places, binaries: Binaries) -> None:
    made_by = (places.data / "PG_VERSION").read_text().strip()
    if made_by != str(binaries.major):
        raise DatabaseUnavailable(
            f"The data in {places.data} was made by PostgreSQL {made_by} and these programs are "
            f"PostgreSQL {binaries.major}: name programs of version {made_by} in AMANA_PG_BIN."
        )


def _launch(places: Places, account: Account, binaries: Binaries, deadline: float) -> str | None:
    """Run the server until it answers (None) or ends (what it said).

    A shell starts it and leaves at once, so that it is nobody's child: a killed holder does not
    take it along and a killed server is not kept as a zombie by its holder.
    """
    command = [str(binaries.folder / "postgres"), "-D", str(places.data), *_settings(places)]
    descriptor = os.open(places.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "ab") as log:
        began = log.seek(0, os.SEEK_END)
        number = subprocess.run(
            ["/bin/sh", "-c", '"$@" </dev/null >&2 & echo $!', "sh", *command],
            stdout=subprocess.PIPE,
            stderr=log,
            cwd="/",
            env=ENVIRONMENT,
            start_new_session=True,
            check=True,
            **account.identity,
        ).stdout
    while not is_answering(places):
        if not _is_alive(int(number)) or time.monotonic() > deadline:
            return places.log.read_bytes()[began:].decode(errors="replace")
        time.sleep(0.005)
    return None


def _settings(places: Places) -> list[str]:
    settings = {
        "listen_addresses": "",
        "port": "5432",
        "unix_socket_directories": str(places.socket_folder).replace(",", "\\,"),
        "unix_socket_permissions": "0700",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "lc_messages": "C",
        **(CARELESS if _may_be_careless() else {}),
    }
    return [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]


def _may_be_careless() -> bool:
    return os.environ.get("AMANA_TEST") == "1"


def _forget_the_dead(places: Places) -> None:
    """Remove the file of a postmaster whose number now belongs to another process, or to a zombie.

    PostgreSQL would take that process for a running server. Its own guard, the shared memory of
    the data folder, stays in force. Where there is no /proc, PostgreSQL's judgement stands.
    """
    number = _postmaster(places)
    if number is None or not Path(f"/proc/{number}").exists():
        return
    with contextlib.suppress(OSError):
        if Path(f"/proc/{number}/cwd").resolve(strict=True) == places.data.resolve():
            return
    (places.data / "postmaster.pid").unlink(missing_ok=True)
    places.socket.with_name(f"{places.socket.name}.lock").unlink(missing_ok=True)


def _postmaster(places: Places) -> int | None:
    try:
        return int((places.data / "postmaster.pid").read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return None


def _is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _shorten_log(log: Path) -> None:
    if log.exists() and log.stat().st_size > LOG_LIMIT:
        log.replace(log.with_name("log.before"))


def _cause(said: str) -> str:
    """The line that names the cause, of all that a program of PostgreSQL printed."""
    lines = [line for line in said.splitlines() if line.strip()]
    causes = [line for line in lines if "FATAL" in line or "error:" in line]
    return (causes or lines or ["it said nothing."])[-1].strip()
