"""Records as files: the same blocks on the house's own paper, as PDF and as Word."""

from collections.abc import Iterator
from datetime import date

from amana.conferences.rules.record.blocks import HEADING, TABLE, Block, Document
from amana.kernel.numbers import digits
from amana.kernel.words import LANGS, Words
from amana.texts.renditions.paper import Paper
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Unit

__all__ = ["FORMS", "file_of", "paper_of_document"]

FORMS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def file_of(form: str, paper: Paper) -> bytes:
    """The bytes of a paper as `pdf` or `docx`; the same document gives the same bytes."""
    if form == "pdf":
        from amana.texts.renditions.pdf import pdf  # Typst is slow to load

        return pdf(paper)
    from amana.texts.docx import write_docx

    return write_docx(paper)


def paper_of_document(
    document: Document, langs: tuple[str, ...], organisation: Words, body: Words, day: date,
    notice: Words = Words(),
) -> Paper:  # fmt: skip
    """A document on paper: paragraphs are numbered through, a row of a table is a line."""
    return Paper(
        organisation, body, "", document.title, document.facts, notice,
        (_title(document), *_units(document)), langs, day,
    )  # fmt: skip


def _title(document: Document) -> Unit:
    return Unit("title", Kind.TITLE, text=document.title)


def _units(document: Document) -> Iterator[Unit]:
    number = 0
    for block in document.blocks:
        if block.kind == HEADING:
            yield Unit(block.id, Kind.PART_HEADING, heading=block.words)
        elif block.kind == TABLE:
            yield from _rows(block)
        else:
            number += 1
            yield Unit(block.id, Kind.PARAGRAPH, str(number), text=block.words,
                       printed=_printed(number))  # fmt: skip


def _printed(number: int) -> Words:
    return Words(ar=f"{digits(number, 'arab')}-", en=f"{number}.", fr=f"{number}.")


def _rows(block: Block) -> Iterator[Unit]:
    """The caption, then a line for each row: `Egypt: In favour`, or cells after one another."""
    assert block.grid is not None
    yield Unit(block.id, Kind.PARAGRAPH, heading=block.words)
    for place, row in enumerate(block.grid.rows, 1):
        cells = {lang: [cell.text(lang) for cell in row] for lang in LANGS}
        text = Words(*(_line(cells[lang], lang) for lang in LANGS))
        yield Unit(f"{block.id}.{place}", Kind.POINT, text=text)


def _line(cells: list[str], lang: str) -> str:
    colon = "\u00a0: " if lang == "fr" else ": "
    mark = "؛ " if lang == "ar" else "; "
    rest = mark.join(cell for cell in cells[1:] if cell)
    return f"{cells[0]}{colon}{rest}" if rest else cells[0]
