"""`amana exercise`: open a session as an exercise and print the addresses of its seats."""

import os
from pathlib import Path

import click

from amana.cli.database import ROOT, database
from amana.kernel.words import LANGS

__all__ = ["command"]


@click.command("exercise")
@click.option("--body", default="cfm", show_default=True, help="Whose session is exercised.")
@click.option("--rulebook", default="oic", show_default=True, help="The rules of procedure.")
@click.option("--language", type=click.Choice(LANGS), default="ar", show_default=True,
              help="The language of the session, in which its roll is ordered.")  # fmt: skip
@click.option("--address", default="http://localhost:8000", show_default=True,
              help="Where this installation is reached.")  # fmt: skip
def command(body: str, rulebook: str, language: str, address: str) -> None:
    """Open a session with 57 generic members, marked as an exercise, and its floor.

    Prints one address for each seat: the chair, the secretary's desk, three delegations, the
    interpreters, the hall. The other delegations are simulated from the secretary's desk.
    """
    from amana.serve import secret_key

    state = Path(os.environ.setdefault("AMANA_STATE", str(ROOT / "var")))
    state.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("AMANA_SECRET_KEY", secret_key(state))  # it signs the addresses
    with database():
        from amana.conferences.exercise import open_exercise
        from amana.conferences.pages.exercise import addresses
        from amana.ground import clock
        from amana.kernel.authority import Authority

        by = Authority(
            "system", "amana exercise", clock.today(), powers=frozenset({"conference-officer"})
        )
        made = open_exercise(by=by, body=body, book=rulebook, language=language)
        for title, path in addresses(made.log, language):
            click.echo(f"{title}: {address.rstrip('/')}{path}")
