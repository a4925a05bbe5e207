"""`amana verify` and `amana register export FILE`: the proof of every write."""

import sys
from pathlib import Path

import click

from amana.cli.database import database

__all__ = ["register", "verify"]

FAULTS = {
    "hash": "act {seq} was altered: its hash does not fit its words",
    "prev": "act {seq} does not follow the act before it: the chain was cut or rewritten there",
    "gap": "act {expected} is missing: the register jumps to act {seq}",
}


@click.command()
def verify() -> None:
    """Walk the register of acts and name the first one that does not hold (exit 1)."""
    with database():
        from amana.ground import register as acts

        count, head, broken = acts.verify()
    if broken:
        sentence = FAULTS[broken.fault].format(seq=broken.seq, expected=count + 1)
        click.echo(f"Broken: {sentence}. {count} acts before it hold.", err=True)
        sys.exit(1)
    click.echo(f"Whole: {count} acts, head {head}")


@click.group()
def register() -> None:
    """The register of acts."""


@register.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def export(file: Path) -> None:
    """Write every act to FILE, one JSON line each; docs/verify_register.py proves it offline."""
    draft = file.with_name(file.name + ".part")
    with database():
        from amana.ground import register as acts

        count = 0
        with draft.open("w", encoding="utf-8") as out:
            for line in acts.lines():
                out.write(line)
                count += 1
    draft.replace(file)
    click.echo(f"{count} acts in {file}")
