"""The database a command works on: the one of DATABASE_URL, or the embedded one by a lease."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import click

__all__ = ["database"]

ROOT = Path(__file__).resolve().parents[3]


@contextlib.contextmanager
def database(*, migrate: bool = True) -> Iterator[None]:
    """Join or start the database, bring its tables up to date, set Django up."""
    from amana.ground.postgres import DatabaseUnavailable, acquire
    from amana.serve import migrate as bring_up_to_date

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amana.settings")
    state = Path(os.environ.setdefault("AMANA_STATE", str(ROOT / "var")))
    with contextlib.ExitStack() as stack:
        if not os.environ.get("DATABASE_URL"):
            state.mkdir(parents=True, exist_ok=True)
            try:
                lease = stack.enter_context(acquire(state))
            except DatabaseUnavailable as fault:
                raise click.ClickException(str(fault)) from fault
            os.environ["DATABASE_URL"] = lease.url
            stack.callback(os.environ.pop, "DATABASE_URL", None)
        setup()
        stack.callback(_close)
        if migrate:
            bring_up_to_date()
        yield


def setup() -> None:
    """Set Django up without touching a database: what the checks of packs need."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amana.settings")
    django.setup()


def _close() -> None:
    from django.db import connections

    for connection in connections.all():
        connection.close()
        with contextlib.suppress(AttributeError):
            connection.close_pool()  # type: ignore[attr-defined]
