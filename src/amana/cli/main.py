"""The command group, the database it works on, and how a refusal leaves it."""

import os
import sys
from pathlib import Path
from typing import Any

import click

from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS
from amana.web.catalogues import compile_due

__all__ = ["LANG", "main", "spoken"]

COMMANDS = {
    "at": "amana.cli.ask",
    "rule": "amana.cli.ask",
    "date": "amana.cli.ask",
    "check": "amana.cli.packs",
    "load": "amana.cli.packs",
    "verify": "amana.cli.register",
    "register": "amana.cli.register",
    "backup": "amana.cli.copies",
    "restore": "amana.cli.copies",
    "user": "amana.cli.users",
    "serve": "amana.serve",
    "migrate": "amana.cli.tables",
    "text": "amana.cli.texts",
    "symbol": "amana.cli.symbol",
    "render": "amana.cli.render",
    "decide": "amana.cli.procedure",
    "elect": "amana.cli.procedure",
    "ballot": "amana.cli.ballot",
    "ballot-kind": "amana.cli.procedure",
    "floor": "amana.cli.floor",
    "exercise": "amana.cli.exercise",
}


class Commands(click.Group):
    """Commands are imported when they are asked for: `amana date` needs no database."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, by name."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command."""
        from importlib import import_module

        if cmd_name not in COMMANDS:
            return None
        module = import_module(COMMANDS[cmd_name])
        found: click.Command = getattr(module, "command", None) or getattr(
            module, cmd_name.replace("-", "_")
        )
        return found

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a refusal is one sentence on stderr and exit 2."""
        try:
            return super().invoke(ctx)
        except Refusal as refusal:
            click.echo(refusal.sentence(spoken(ctx)), err=True)
            sys.exit(2)


def spoken(ctx: click.Context | None = None) -> str:
    """The language of messages: `--lang` of the command, else the environment, else English."""
    asked = (_asked(sys.argv), os.environ.get("LC_ALL", ""), os.environ.get("LANG", ""))
    return next((said[:2] for said in asked if said[:2] in LANGS), "en")


def _asked(arguments: list[str]) -> str:
    for index, word in enumerate(arguments):
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
        if word == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
    return ""


def _language(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None and value not in LANGS:
        raise Refusal("lang.unknown", language=value[:20])
    return value


LANG = click.option(
    "--lang", callback=_language, metavar="ar|en|fr", help="Language of answers and messages."
)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--state",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of the data (default: AMANA_STATE, or var/ in the project).",
)
def main(state: Path | None) -> None:
    """Amana, the digital secretariat: the organisation on any day, from the command line."""
    compile_due()
    if state is not None:
        os.environ["AMANA_STATE"] = str(state.absolute())
