"""`amana backup FILE` and `amana restore FILE`: one file that holds everything on record."""

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import click
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from amana.cli.database import database

__all__ = ["backup", "restore"]

DUMP, FILES = "database.dump", "files"
HEADER = 4096  # bytes: the settings at the head of a script of pg_restore, before any data


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    """Write the whole database and every kept file to FILE, complete or not at all.

    FILE is a tar archive of `database.dump` (pg_dump, custom format) and `files/SHA-256`; only
    its owner can read it.
    """
    draft = file.with_name(file.name + ".part")
    with database(), tempfile.NamedTemporaryFile(dir=file.absolute().parent) as dump:
        where, surroundings = _target()
        _call("pg_dump", f"--dbname={where}", "--format=custom", "--no-owner", "--no-privileges",
              f"--file={dump.name}", env=surroundings)  # fmt: skip
        _pack(Path(dump.name), draft)
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
        if tarfile.is_tarfile(file):
            _unpack(file)
        else:  # a copy made before files were kept
            _put(file)
        count, head, broken = acts.verify()
    if broken:
        click.echo(f"Restored, but the register is broken at act {broken.seq}.", err=True)
        sys.exit(1)
    click.echo(f"Restored: {count} acts, head {head}")


def _pack(dump: Path, copy: Path) -> None:
    from amana.ground import files

    copy.unlink(missing_ok=True)  # of a call that was interrupted
    own = os.open(copy, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)  # it holds every secret
    with os.fdopen(own, "wb") as file, tarfile.open(fileobj=file, mode="w") as archive:
        archive.add(dump, DUMP)
        for digest in files.kept():
            archive.add(files.path_of(digest), f"{FILES}/{digest}")


def _unpack(copy: Path) -> None:
    """The database, then every file; a file that is not what its name says is left out, aloud."""
    from amana.ground import files

    with tarfile.open(copy) as archive, tempfile.NamedTemporaryFile() as dump:
        for member in archive:
            held = archive.extractfile(member)
            if held is None:
                continue
            if member.name == DUMP:
                shutil.copyfileobj(held, dump)
                dump.flush()
                _put(Path(dump.name))
            elif member.name.startswith(f"{FILES}/"):
                digest = member.name.partition("/")[2]
                data = held.read()
                if sha256(data).hexdigest() == digest:
                    files.keep(data)
                else:
                    click.echo(f"The file {digest} of this copy has been altered.", err=True)


def _close_connections() -> None:
    from django.db import connection

    connection.close()


def _put(file: Path) -> None:
    """Put a copy into the database of this command, in one transaction, once it is read whole.

    Not by pg_restore alone: since version 17 it sets `transaction_timeout`, which a server of
    version 15 or 16 does not know. In its script that line can be made a comment.
    """
    with tempfile.NamedTemporaryFile(buffering=0) as script:
        _call("pg_restore", f"--file={script.name}", "--clean", "--if-exists", "--no-owner",
              "--no-privileges", str(file))  # fmt: skip
        at = script.read(HEADER).find(b"\nSET transaction_timeout")
        if at >= 0:
            script.seek(at + 1)
            script.write(b"--")
        where, surroundings = _target()
        _call("psql", f"--dbname={where}", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1",
              "--single-transaction", f"--file={script.name}", stdout=subprocess.DEVNULL,
              env=surroundings)  # fmt: skip


def _call(program: str, *arguments: str, **how: Any) -> None:
    """Run a program of the PostgreSQL that we use; what it says of a failure is ours."""
    from amana.ground.postgres import DatabaseUnavailable
    from amana.ground.postgres.binaries import find_binaries

    try:
        folder = find_binaries().folder
    except DatabaseUnavailable as fault:
        raise click.ClickException(str(fault)) from fault
    if not os.access(folder / program, os.X_OK):
        raise click.ClickException(f"There is no PostgreSQL program {program} in {folder}.")
    done = subprocess.run(
        [folder / program, *arguments], stderr=subprocess.PIPE, text=True, check=False, **how
    )
    if done.returncode:
        raise click.ClickException(f"{program}: {done.stderr.strip()}")


def _target() -> tuple[str, dict[str, str]]:
    """The database of this command; its password apart, for any account sees a command line."""
    parts = conninfo_to_dict(os.environ["DATABASE_URL"])
    password = parts.pop("password", None)
    secret = {"PGPASSWORD": str(password)} if password else {}
    return make_conninfo("", **parts), {**os.environ, **secret}
