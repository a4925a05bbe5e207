"""`amana ballot verify FILE`: prove a published secret ballot. It needs no database."""

import sys
from pathlib import Path

import click

from amana.cli.main import LANG, spoken
from amana.conferences import verifier

__all__ = ["ballot"]


@click.group()
def ballot() -> None:
    """Secret ballots."""


@ballot.command(name="verify")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--receipt", default="", metavar="CODE", help="Show the paper that bears this code.")
@click.option("--hash", "known", default="", metavar="SHA256", help="As the log of the meeting.")
@LANG
def verify_(file: Path, receipt: str, known: str, lang: str | None) -> None:
    """Prove the published list in FILE: signatures, codes, and the count.

    Exit 0 when all holds, 1 when something does not, 2 when the file cannot be read. The same in
    one file without Amana: `python3 verifier.py FILE`, from the page of the ballot.
    """
    words = [str(file), "--receipt", receipt, "--hash", known, "--lang", lang or spoken()]
    sys.exit(verifier.main(words))
