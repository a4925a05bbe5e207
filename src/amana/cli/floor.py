"""`amana floor replay FILE`: fold a whole meeting. It needs no database."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from amana.cli.main import LANG, spoken
from amana.conferences.rules.floor.fold import replay
from amana.kernel.refusals import Refusal

__all__ = ["floor"]

LARGEST = 50_000_000
"""Bytes of a log: a session of a month is a hundredth of it."""


@click.group()
def floor() -> None:
    """Meetings as logs."""


@floor.command(name="replay")
@click.argument("file", type=click.Path(path_type=Path))
@LANG
@click.option("--json", "as_json", is_flag=True, help="One line of JSON for each event.")
def replay_(file: Path, lang: str | None, as_json: bool) -> None:
    """Answer for every event of the meeting in FILE whether it was in order, and under which rule.

    With --json the state after each event stands beside the answer. A file may hold one meeting,
    or several under "scenarios"; "-" is the input.
    """
    speak = lang or spoken()
    for scenario in _scenarios(file):
        if "id" in scenario and not as_json:
            click.echo(f"{scenario['id']}: {scenario.get('title', '')}")
        for answer in replay(scenario, speak):
            click.echo(_said(scenario, answer, as_json))


def _said(scenario: dict[str, Any], answer: dict[str, Any], as_json: bool) -> str:
    if as_json:
        named = {"scenario": scenario["id"]} if "id" in scenario else {}
        return json.dumps(named | answer, ensure_ascii=False, default=str)
    mark = "✓" if answer["allowed"] else "✗"
    rules = ", ".join(answer["rule"])
    return f"{answer['n']:>5} {mark} {answer['do']}  [{rules}]  {answer.get('reason', '')}".rstrip()


def _scenarios(file: Path) -> Iterator[dict[str, Any]]:
    """The meetings of a file. Refused: `floor.file-unreadable`."""
    try:
        raw = _read(file)
        if len(raw) > LARGEST:
            raise Refusal("floor.file-too-large", file=file.name, limit=LARGEST // 1_000_000)
        read = json.loads(raw.decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError, ValueError, RecursionError) as fault:
        raise Refusal("floor.file-unreadable", file=file.name, why=str(fault)) from fault
    found = read.get("scenarios", [read]) if isinstance(read, dict) else read
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise Refusal("floor.file-unreadable", file=file.name, why="scenarios")
    yield from found


def _read(file: Path) -> bytes:
    if str(file) == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    with file.open("rb") as opened:
        return opened.read(LARGEST + 1)
