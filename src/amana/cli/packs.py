"""`amana check PATH` and `amana load PATH`: an organisation as data."""

import sys
from pathlib import Path

import click

from amana.cli.database import database, setup
from amana.cli.main import LANG, spoken

__all__ = ["check", "load"]

FOLDER = click.argument("path", type=click.Path(path_type=Path))


@click.command()
@FOLDER
@LANG
def check(path: Path, lang: str | None) -> None:
    """Name every fault of a pack at once: file, table, record, field, and a sentence."""
    setup()
    from amana.ground.packs import check as read_and_check

    pack = read_and_check(path)
    for fault in pack.faults:
        click.echo(fault.sentence(lang or spoken()), err=True)
    if pack.faults:
        click.echo(f"{len(pack.faults)} ✗", err=True)
        sys.exit(2)
    counts = ", ".join(f"{name} {len(rows)}" for name, rows in pack.records.items())
    click.echo(f"{pack.key} ✓ {counts}")


@click.command()
@FOLDER
@LANG
@click.option("--verbose", "-v", is_flag=True, help="Name each record added or changed.")
def load(path: Path, lang: str | None, verbose: bool) -> None:
    """Load a pack; again, only what changed. Says what was added, changed, unchanged."""
    with database():
        from amana.ground import packs
        from amana.ground.packs.loading import Faulty
        from amana.search.api import keep_true

        try:
            with click.progressbar(length=1, label=path.name, file=sys.stderr) as bar:

                def advance(done: int, of: int) -> None:
                    bar.length = of
                    bar.update(done - bar.pos)

                report = packs.load(path, progress=advance)
            keep_true()
        except Faulty as refused:
            for fault in refused.faults:
                click.echo(fault.sentence(lang or spoken()), err=True)
            click.echo(f"{len(refused.faults)} ✗", err=True)
            sys.exit(2)
    for detail in report.details if verbose else ():
        click.echo(" ".join(detail))
    for line in report.absent:
        click.echo(f"no longer in the pack: {line}")
    click.echo(
        f"{report.pack}: {report.added} added, {report.changed} changed, "
        f"{report.unchanged} unchanged"
    )
