"""Writing DOCX: a paper as a Word document, the same bytes every time."""

from amana.texts.docx.writing import write_docx

__all__ = ["write_docx"]
