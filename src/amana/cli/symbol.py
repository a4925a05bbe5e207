"""`amana symbol TEXT`: what a symbol says, part by part; lines on the input give lines of JSON."""

import json
import sys
from collections.abc import Iterator

import click

from amana.cli.main import LANG, spoken
from amana.kernel.refusals import Refusal
from amana.texts.symbols import Symbol, explain, parse

__all__ = ["symbol"]


@click.command()
@click.argument("text", nargs=-1)
@LANG
@click.option("--json", "as_json", is_flag=True, help="The parts as JSON, one line a symbol.")
def symbol(text: tuple[str, ...], lang: str | None, as_json: bool) -> None:
    """Read the symbol TEXT, however it is printed, and say what its parts mean.

    Without TEXT every line of the input is read; with --json each gives one line. It needs no
    database.
    """
    words = " ".join(text).strip()
    if text and not words:
        raise Refusal("symbol.none-given")
    found = 0
    for line in [words] if words else _lines():
        found += 1
        click.echo(_said(parse(line), lang or spoken(), as_json))
    if not found:
        raise Refusal("symbol.none-given")


def _lines() -> Iterator[str]:
    """The lines of the input that are not empty; none when nobody writes to it."""
    if sys.stdin.isatty():
        return
    for number, line in enumerate(sys.stdin.buffer, 1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
        except UnicodeDecodeError as fault:
            raise Refusal("symbol.not-text", line=number) from fault
        if text:
            yield text


def _said(read: Symbol, lang: str, as_json: bool) -> str:
    if as_json:
        return json.dumps(read.as_dict(lang), ensure_ascii=False)
    lines = [read.canonical or read.printed]
    colon = "\N{NO-BREAK SPACE}:" if lang == "fr" else ":"
    lines += [
        f"  {name}{colon} {' — '.join(filter(None, (value, meaning)))}"
        for name, value, meaning in explain(read, lang)
    ]
    lines += [f"  ! {remark.sentence(lang)}" for remark in read.remarks]
    return "\n".join(lines)
