"""A DOCX as paragraphs and doubts."""

from urllib.parse import urlsplit

from amana.texts.intake.gathering import Gathered, Written, shortened
from amana.texts.intake.word.body import Paragraph, Tables, paragraphs
from amana.texts.intake.word.package import Package, local, opened, value

__all__ = ["gathered", "word"]

_EMBEDDED = ("oleObject", "package", "control", "aFChunk", "attachedToolbars")
_COUNTED = {
    "inserted": "intake.inserted", "deleted": "intake.deleted", "pictures": "intake.pictures",
    "objects": "intake.objects",
}  # fmt: skip
_NEAR = ("settings", "header", "footer", "footnotes")  # parts that may point out of the file too


def word(data: bytes) -> tuple[Gathered, list[Paragraph]]:
    """The paragraphs of a DOCX; refused are bombs, macros, entities and broken packages."""
    package = opened(data)
    tables = Tables()
    found = list(paragraphs(package, tables))
    into = gathered(found)
    for place, rows, columns in tables.found:
        if columns > 1 or rows > 1:
            into.doubt("intake.table", place, rows=rows, columns=columns)
    _notes(package, found, into)
    _of_paragraphs(found, into)
    _of_the_package(package, into)
    return into, found


def gathered(found: list[Paragraph]) -> Gathered:
    """The paragraphs that have words, as lines."""
    return Gathered([
        Written(each.text, each.place, each.heading) for each in found if each.text.strip()
    ])  # fmt: skip


def _of_paragraphs(found: list[Paragraph], into: Gathered) -> None:
    for each in found:
        if each.said.hidden.strip():
            into.doubt("intake.hidden", each.place, text=shortened(each.said.hidden))
        for box in each.said.boxes:
            into.doubt("intake.text-box", each.place, text=shortened(box))
    for name, code in _COUNTED.items():
        count = sum(getattr(each.said, name) for each in found)
        if count:
            into.doubt(code, count=count)


def _notes(package: Package, found: list[Paragraph], into: Gathered) -> None:
    """The notes at the foot, each at the paragraph it belongs to."""
    texts = {kind: _note_texts(package, f"{kind}s") for kind in ("footnote", "endnote")}
    for each in found:
        for kind, key in each.said.notes:
            into.doubt("intake.note", each.place, text=shortened(texts[kind].get(key, "")))


def _note_texts(package: Package, kind: str) -> dict[str, str]:
    name = package.related(kind)
    if not name:
        return {}
    return {
        value(note, "id"): "".join(t.text or "" for t in note.iter() if local(t) == "t")
        for note in package.root(name)
        if isinstance(note.tag, str)
    }


def _of_the_package(package: Package, into: Gathered) -> None:
    """What stands beside the body: comments, heads and feet, links out, things embedded."""
    comments = package.related("comments")
    if comments:
        count = sum(local(each) == "comment" for each in package.root(comments))
        if count:
            into.doubt("intake.comments", count=count)
    relations = package.relations(package.main)
    if any(each.kind in ("header", "footer") for each in relations):
        into.doubt("intake.header")
    outside = [each for name in _with_relations(package) for each in package.relations(name)
               if each.external]  # fmt: skip
    if outside:
        hosts = sorted({_host(each.target) for each in outside})
        into.doubt("intake.outside", count=len(outside), hosts=hosts[:5])
    embedded = [each for each in relations if each.kind in _EMBEDDED and not each.external]
    if embedded:
        into.doubt("intake.embedded", count=len(embedded))


def _with_relations(package: Package) -> list[str]:
    """The document, its settings (a template may be far away), its heads and feet."""
    near = [
        each.target
        for each in package.relations(package.main)
        if each.kind in _NEAR and not each.external
    ]
    return [package.main, *[name for name in near if name in package.names][:20]]


def _host(target: str) -> str:
    try:
        parts = urlsplit(target)
    except ValueError:
        return "?"
    return (parts.hostname or parts.scheme or "?")[:60]
