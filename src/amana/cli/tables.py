"""`amana migrate`: bring the tables up to date without serving."""

import click

from amana.cli.database import database

__all__ = ["migrate"]


@click.command()
def migrate() -> None:
    """Bring the tables of the database up to date."""
    with database():
        click.echo("The tables are up to date.")
