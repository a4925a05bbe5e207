"""`amana backup FILE` and `amana restore FILE`: one file that holds everything on record."""

import os
import subprocess
import sys
from pathlib import Path

import click

from amana.cli.database import database

__all__ = ["backup", "restore"]


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    """Write the whole database to FILE (pg_dump, custom format), complete or not at all."""
    draft = file.with_name(file.name + ".part")
    with database():
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={draft}")
    draft.replace(file)
    click.echo(f"{file}: {file.stat().st_size} bytes")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Replace what is on record here.")
def restore(file: Path, replace: bool) -> None:
    """Put FILE in place of an empty database, in one transaction, and prove its register."""
    with database():
        from amana.ground import register as acts

        seq, _hash = acts.head()
        if seq and not replace:
            raise click.UsageError(
                f"{seq} acts are on record here and would be replaced. "
                "Say --replace, or name another folder with --state."
            )
        _close_connections()
        _run("pg_restore", "--clean", "--if-exists", "--single-transaction", "--no-owner",
             "--no-privileges", str(file))  # fmt: skip
        count, head, broken = acts.verify()
    if broken:
        click.echo(f"Restored, but the register is broken at act {broken.seq}.", err=True)
        sys.exit(1)
    click.echo(f"Restored: {count} acts, head {head}")


def _close_connections() -> None:
    from django.db import connection

    connection.close()


def _run(program: str, *arguments: str) -> None:
    """Run a program of the PostgreSQL that we use, on the database of this command."""
    from amana.ground.postgres.binaries import find_binaries

    path = find_binaries().folder / program
    command = [str(path), f"--dbname={os.environ['DATABASE_URL']}", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise click.ClickException(f"{program}: {done.stderr.strip()}")
