"""Serve Amana from nothing: database, tables, organisation, first link, web server.

Nothing here must be undone after a `kill -9` of any process: the database is held by a lease, the
workers leave when their parent is gone, and each step looks first at what is already there.
"""

import contextlib
import gc
import os
import secrets
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from amana.ground.postgres import DatabaseUnavailable, Lease, acquire

if TYPE_CHECKING:
    from django.core.handlers.wsgi import WSGIHandler

__all__ = ["command", "migrate", "serve"]

ROOT = Path(__file__).resolve().parents[2]
LOCAL = ("localhost", "127.0.0.1", "::1")
ANY = ("0.0.0.0", "::")  # noqa: S104  (recognised, not chosen)
# A worker takes some 110 MB and one core; the second of two cores is left to PostgreSQL. Four
# threads let a page be written while another waits for its rows; more only wait for each other.
WORKERS = int(os.environ.get("AMANA_WORKERS", "1"))
THREADS = int(os.environ.get("AMANA_THREADS", "4"))
QUEUE = 4096  # connections that wait to be accepted: a hall full of screens comes at once
PATIENCE = 3.0  # seconds for the workers of a killed predecessor to leave the port
PULSE = 1.0  # seconds between two looks at what must be alive


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--state",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of the data (default: AMANA_STATE, or var/ in the project).",
)
def command(host: str, port: int, state: Path | None) -> None:
    """Serve Amana; make its database and load its organisation the first time."""
    serve(host, port, state)


def serve(host: str = "127.0.0.1", port: int = 8000, state: Path | None = None) -> None:
    """Serve until Ctrl-C or SIGTERM, then stop everything this started."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    folder = state or Path(os.environ.get("AMANA_STATE") or ROOT / "var")
    try:
        _wait_for_port(host, port)
        _set_environment(host, folder.absolute())
        with _database(folder):
            address = f"http://{'localhost' if host in (*ANY, *LOCAL) else host}:{port}"
            link = _prepare(address)
            _wait_for_port(host, port)  # again: making the tables takes a while
            _start_worker()
            _run(host, port, partial(_on_startup, address, link))
    except (DatabaseUnavailable, OSError) as cause:
        raise click.ClickException(str(cause)) from cause
    except KeyboardInterrupt:
        sys.exit(130)


def _wait_for_port(host: str, port: int) -> None:
    """Make sure that the port is ours to take: two servers could otherwise share it unseen."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_server((host, port), family=family).close()
        except OSError as cause:
            if time.monotonic() > deadline:
                message = f"Amana cannot listen at {host}, port {port}: {cause.strerror}."
                raise click.ClickException(f"{message} Choose another with --port.") from cause
            time.sleep(0.1)
        else:
            return


def _set_environment(host: str, state: Path) -> None:
    """Tell the settings where the state is, the secret of this installation, and its names."""
    (state / "static").mkdir(parents=True, exist_ok=True)  # looked for by WhiteNoise
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amana.settings")
    os.environ["AMANA_STATE"] = str(state)
    os.environ.setdefault("AMANA_SECRET_KEY", secret_key(state))
    if host not in LOCAL:
        names = ("localhost", "127.0.0.1", "[::1]", socket.gethostname(), host)
        os.environ.setdefault("AMANA_HOSTS", ",".join(names))


def secret_key(state: Path) -> str:
    """The secret with which sessions and links are signed: made once, readable by us alone."""
    file = state / "secret-key"
    if not file.exists():
        draft = state / f"secret-key.{secrets.token_hex(4)}"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as made:
            made.write(secrets.token_urlsafe(64))
        with contextlib.suppress(FileExistsError):  # another process was first: its secret counts
            os.link(draft, file)
        draft.unlink()
    return file.read_text()


@contextlib.contextmanager
def _database(state: Path) -> Iterator[None]:
    """The server that DATABASE_URL names, or our own for as long as we run."""
    if os.environ.get("DATABASE_URL"):
        yield
        return
    with acquire(state) as lease:
        os.environ["DATABASE_URL"] = lease.url
        threading.Thread(target=_keep_alive, args=(lease,), daemon=True).start()
        yield


def _prepare(address: str) -> str | None:
    """Bring tables and organisation up to date; the link for the first administrator, if any."""
    import django

    gc.disable()  # what is imported stays: looking for garbage in it only costs time
    django.setup()
    _application()
    gc.enable()
    from django.db import connections

    migrate()
    _load_pack()
    _index()
    link = _first_link(address)
    # The workers are forked from here: no connection may be shared with them.
    for connection in connections.all():
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]
    return link


def migrate() -> None:
    """Bring the tables up to date; costs one look when they are."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        click.echo("Making the tables …", err=True)
        call_command("migrate", interactive=False, verbosity=0)


def _load_pack() -> None:
    from django.conf import settings

    from amana.ground.models import PackRecord
    from amana.ground.packs.loading import Faulty, load

    if PackRecord.objects.exists():
        return
    with click.progressbar(length=1, label=f"Loading {settings.PACK.name}", file=sys.stderr) as bar:

        def advance(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        try:
            load(settings.PACK, progress=advance)
        except Faulty as refused:
            lines = "\n".join(fault.sentence() for fault in refused.faults)
            raise click.ClickException(f"The pack {settings.PACK} has faults:\n{lines}") from None


def _index() -> None:
    """Bring the search index up to date, so that no visitor waits for it."""
    from amana.search.api import keep_true

    keep_true()


def _first_link(address: str) -> str | None:
    from amana.accounts.api import first_link

    return first_link(address)


def _run(host: str, port: int, announce: Callable[[Any], None]) -> None:
    """Run the web server; the memory that the workers will share is filled first."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from amana.live.serving import open_files

    server = Granian(
        "amana.rsgi:Front",
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        workers=WORKERS,
        websockets=False,
        backlog=QUEUE,
        backpressure=open_files(),  # a screen is one request that lasts all day
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        respawn_interval=0.2,
        workers_kill_timeout=10,
    )
    gc.collect()
    gc.freeze()
    server.on_startup(partial(announce, server))
    server.serve(target_loader=partial(_application_of_worker, os.getpid()), wrap_loader=False)


def _start_worker() -> None:
    """Do long work in a process of its own, which shares what is loaded and leaves with us."""
    parent = os.getpid()
    if os.fork():
        return
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C: it leaves when its parent has
        threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()
        _work()
    finally:
        os._exit(1)


def _work() -> None:
    """Do jobs for ever; while the database is away, ask again."""
    from amana.ground.jobs import run_worker

    while True:
        with contextlib.suppress(Exception):
            run_worker()
        time.sleep(PULSE)


def _on_startup(address: str, link: str | None, server: Any) -> None:
    # A closed terminal ends the service like Ctrl-C; the server would take it for "reload".
    signal.signal(signal.SIGHUP, server.signal_handler_interrupt)
    click.echo(f"Amana is at {address}/", err=True)
    if link:
        click.echo(f"The first administrator signs in here, once: {link}", err=True)
    click.echo("Ctrl-C stops it.", err=True)


def _application() -> "WSGIHandler":
    """The application with every page's code loaded."""
    from django.urls import get_resolver

    from amana.wsgi import application

    import_module("amana.rsgi")  # in the memory that all workers share
    assert get_resolver().url_patterns
    return application


def _application_of_worker(parent: int) -> Any:
    from amana.rsgi import Front

    threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()
    return Front(_application(), THREADS)


def _leave_with(parent: int) -> None:
    """End this worker when its parent was killed: it would hold the port for ever."""
    while os.getppid() == parent:
        time.sleep(PULSE)
    os.kill(os.getpid(), signal.SIGKILL)


def _keep_alive(lease: Lease) -> None:
    """Start the database again if something killed it."""
    while True:
        time.sleep(PULSE)
        try:
            if lease.revive():
                click.echo("The database had ended and was started again.", err=True)
        except (DatabaseUnavailable, OSError) as cause:
            click.echo(str(cause), err=True)
