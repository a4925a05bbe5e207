"""`amana text split FILE`: a deliberation as its blocks, one line each; `amana text akn FILE`."""

import json
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from amana.cli.ask import JSON
from amana.cli.database import setup
from amana.cli.main import LANG, spoken
from amana.kernel.refusals import Refusal
from amana.texts.reading.passages import Doubt, Reading
from amana.texts.reading.split import split as split_text

if TYPE_CHECKING:
    from amana.texts.intake import Intake

__all__ = ["command", "read"]

_LARGEST = 20_000_000  # bytes
_READ_BY_INTAKE = frozenset((".docx", ".docm", ".html", ".htm", ".xml", ".akn"))
# Commands of this group that live elsewhere, imported when they are asked for.
_ELSEWHERE = {"akn": "amana.cli.akn"}


class _Texts(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *_ELSEWHERE})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in _ELSEWHERE:
            found: click.Command = getattr(import_module(_ELSEWHERE[cmd_name]), cmd_name)
            return found
        return super().get_command(ctx, cmd_name)


@click.group("text", cls=_Texts)
def command() -> None:
    """The texts of the organisation: what is in a file, paragraph by paragraph."""


@command.command()
@click.argument("file")
@LANG
@JSON
def split(file: str, lang: str | None, as_json: bool) -> None:
    """The blocks of the deliberation in FILE (- for standard input), one line each.

    FILE is plain text in UTF-8, or .docx, .html or .xml. What is in doubt is a warning of its
    block, with its line; what concerns the file is said on the error output.
    """
    reading, others = _reading(file, lang or spoken())
    click.echo(_json(reading) if as_json else _told(reading), nl=bool(reading.blocks))
    for doubt in others:
        click.echo(doubt.sentence(spoken()), err=True)


def read(file: str, lang: str) -> str:
    """The text of a file; one that cannot be read is refused with its name."""
    if _is_for_intake(file):
        return _intake(Path(file), lang).text
    return _decoded(_content(file), file)


def _reading(file: str, lang: str) -> tuple[Reading, Sequence[Doubt]]:
    """The reading of a file, and the doubts about the file itself."""
    if not _is_for_intake(file):
        return split_text(read(file, lang), lang), ()
    intake = _intake(Path(file), lang)
    known = {(doubt.code, doubt.line) for doubt in intake.reading.doubts}
    return intake.reading, [each for each in intake.warnings if each[:2] not in known]


def _is_for_intake(file: str) -> bool:
    return Path(file).suffix.lower() in _READ_BY_INTAKE


def _content(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read(_LARGEST + 1)
    try:
        with Path(file).open("rb") as opened:
            return opened.read(_LARGEST + 1)
    except (OSError, ValueError) as fault:
        raise Refusal("text.no-file", file=file[:200]) from fault


def _intake(path: Path, lang: str) -> "Intake":
    """What the importers make of a file of another kind; they need the settings, no database."""
    setup()
    from amana.texts.intake import read_file

    try:
        return read_file(path, lang)
    except OSError as fault:
        raise Refusal("text.no-file", file=str(path)[:200]) from fault


def _decoded(content: bytes, file: str) -> str:
    if len(content) > _LARGEST:
        raise Refusal("text.too-large", file=file[:200], limit=_LARGEST // 1_000_000)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        raise Refusal("text.not-utf8", file=file[:200], line=line) from fault
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Refusal("text.not-utf8", file=file[:200], line=line)
    return text


def _json(reading: Reading) -> str:
    rows = (block.as_row(spoken()) for block in reading.blocks)
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


def _told(reading: Reading) -> str:
    """A listing for people: kind, number, verb and class, the words; doubts below."""
    lines = []
    for block in reading.blocks:
        indent = "  " * block.level
        said = " · ".join(part for part in (block.verb, block.verb_class) if part)
        named = f"{block.kind} {block.number}".rstrip()
        lines.append(f"{indent}{named}  [{said}]" if said else f"{indent}{named}")
        lines.append(f"{indent}    {block.text}")
        lines += [f"{indent}    ! {doubt.sentence(spoken())}" for doubt in block.doubts]
    return "\n".join(lines)
