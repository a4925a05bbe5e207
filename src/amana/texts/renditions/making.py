"""Every form of file that a text can take, each from the same paper."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.module_loading import import_string

from amana.ground import clock
from amana.kernel.authority import Authority
from amana.kernel.words import Words
from amana.texts.renditions.page import html
from amana.texts.renditions.paper import Paper, Proof, paper_of
from amana.texts.renditions.pdf import pdf
from amana.texts.standing_text import Text

if TYPE_CHECKING:
    from amana.texts.akn.document import Document

__all__ = ["MAKERS", "PROVED", "Asked", "Edition", "made"]

PROVED = frozenset({"pdf", "docx"})  # forms that carry the address of their proof, once published
VERIFY = Words(  # an address keeps its order from left to right
    ar="تحقق من هذا الملف: \u2066{}\u2069", en="Verify this file: {}",
    fr="Vérifier ce fichier : {}",
)  # fmt: skip
ALT = Words(
    ar="رمز يقود إلى صفحة التحقق من هذا الملف",
    en="A code that leads to the page that verifies this file",
    fr="Code menant à la page de vérification de ce fichier",
)


class Edition:
    """A text as its files see it: read once, put on paper once for each choice of languages.

    `by` is whose eyes it is made for: instruments that they may not see are not named.
    """

    def __init__(self, text: Text, by: Authority | None = None) -> None:
        self.text, self.by = text, by
        self._papers: dict[tuple[str, ...], Paper] = {}

    def paper(self, langs: tuple[str, ...]) -> Paper:
        """The text on paper, under the organisation's name of its day."""
        if langs not in self._papers:
            self._papers[langs] = paper_of(self.text, langs, self._organisation)
        return self._papers[langs]

    @cached_property
    def document(self) -> "Document":
        """The text as Akoma Ntoso sees it."""
        from amana.texts.akn.of_work import document_of

        return document_of(self.text, by=self.by)

    @cached_property
    def _organisation(self) -> Words:
        return _organisation(self.text)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be made: an edition, its languages, the address of its proof, if it has one."""

    edition: Edition
    langs: tuple[str, ...]
    proof: str = ""

    @property
    def paper(self) -> Paper:
        """The text on paper in these languages."""
        return self.edition.paper(self.langs)

    @property
    def proved(self) -> Proof | None:
        """What the paper says of its proof."""
        lang = self.langs[0]
        if not self.proof:
            return None
        return Proof(self.proof, getattr(VERIFY, lang).format(self.proof), ALT.text(lang))


def _organisation(text: Text) -> Words:
    """The name of the house on the day of the text; the product's own where none is set."""
    path = getattr(settings, "ORGANISATION_NAME", "")
    found = import_string(path)(text.on or clock.today()) if path else None
    return (
        found if isinstance(found, Words) and found else Words(ar="الأمانة", en="Amana", fr="Amana")
    )


def _pdf(asked: Asked) -> bytes:
    return pdf(asked.paper, asked.proved)


def _html(asked: Asked) -> bytes:
    return html(asked.paper)


def _docx(asked: Asked) -> bytes:
    from amana.texts.docx import write_docx

    return write_docx(asked.paper, proof=asked.proved)


def _akn(asked: Asked) -> bytes:
    """Akoma Ntoso is one file a language: of the first that is asked for."""
    from amana.texts.akn.writing import write

    return write(asked.edition.document, asked.langs[0])


def _json_ld(asked: Asked) -> bytes:
    from amana.texts.akn.eli import json_ld

    said = json_ld(asked.edition.document, asked.langs)
    return json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True).encode()


MAKERS: dict[str, Callable[[Asked], bytes]] = {
    "pdf": _pdf, "html": _html, "docx": _docx, "akn": _akn, "jsonld": _json_ld,
}  # fmt: skip


def made(form: str, asked: Asked) -> bytes:
    """The bytes of a file; the same text gives the same bytes."""
    return MAKERS[form](asked)
