"""A document as plain data, to be kept as it was published, and back."""

from collections.abc import Mapping
from typing import Any

from amana.conferences.rules.record.blocks import Block, Document, Grid
from amana.kernel.words import Words

__all__ = ["read", "written"]


def written(document: Document) -> dict[str, Any]:
    """A document as JSON holds it."""
    return {
        "key": document.key, "title": document.title.as_dict(),
        "facts": [fact.as_dict() for fact in document.facts],
        "mark": document.mark.as_dict(),
        "blocks": [_written(block) for block in document.blocks],
    }  # fmt: skip


def _written(block: Block) -> dict[str, Any]:
    said: dict[str, Any] = {
        "id": block.id, "kind": block.kind, "words": block.words.as_dict(), "level": block.level,
        "n": block.n, "rules": list(block.rules), "borrowed": block.borrowed,
    }  # fmt: skip
    if block.is_corrected:
        said["generated"] = block.generated.as_dict()
    if block.grid is not None:
        said["columns"] = [each.as_dict() for each in block.grid.columns]
        said["rows"] = [[cell.as_dict() for cell in row] for row in block.grid.rows]
    return said


def read(content: Mapping[str, Any]) -> Document:
    """A document that was kept."""
    return Document(
        str(content["key"]), Words.of(content["title"]),
        tuple(_read(block) for block in content["blocks"]),
        tuple(Words.of(fact) for fact in content["facts"]), Words.of(content.get("mark")),
    )  # fmt: skip


def _read(said: Mapping[str, Any]) -> Block:
    grid = None
    if "columns" in said:
        grid = Grid(
            tuple(Words.of(each) for each in said["columns"]),
            tuple(tuple(Words.of(cell) for cell in row) for row in said["rows"]),
        )
    return Block(
        str(said["id"]), str(said["kind"]), Words.of(said["words"]), int(said["level"]),
        tuple(said["rules"]), bool(said.get("borrowed")), n=int(said["n"]), grid=grid,
        generated=Words.of(said.get("generated")),
    )  # fmt: skip
