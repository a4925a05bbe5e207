"""Every form of file that a text can take, each from the same paper."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import qrcode  # type: ignore[import-untyped]
import qrcode.image.svg  # type: ignore[import-untyped]
from django.conf import settings
from django.utils.module_loading import import_string

from amana.ground import clock
from amana.kernel.authority import Authority
from amana.kernel.words import Words
from amana.texts.renditions.page import html
from amana.texts.renditions.paper import Paper, paper_of
from amana.texts.renditions.pdf import pdf
from amana.texts.standing_text import Text

__all__ = ["MAKERS", "Asked", "made"]

PROVED = Words(ar="تحقق من هذا الملف: {}", en="Verify this file: {}", fr="Vérifier ce fichier : {}")
ALT = Words(
    ar="رمز يقود إلى صفحة التحقق من هذا الملف",
    en="A code that leads to the page that verifies this file",
    fr="Code menant à la page de vérification de ce fichier",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be made: a text, its languages, and the address of its proof, if it has one.

    `by` is whose eyes it is made for: instruments that they may not see are not named.
    """

    text: Text
    langs: tuple[str, ...]
    proof: str = ""
    by: Authority | None = None

    @property
    def paper(self) -> Paper:
        """The text on paper, under the organisation's name of its day."""
        return paper_of(self.text, self.langs, _organisation(self.text))


def _organisation(text: Text) -> Words:
    """The name of the house on the day of the text; the product's own where none is set."""
    path = getattr(settings, "ORGANISATION_NAME", "")
    found = import_string(path)(text.on or clock.today()) if path else None
    return (
        found if isinstance(found, Words) and found else Words(ar="الأمانة", en="Amana", fr="Amana")
    )


def _pdf(asked: Asked) -> bytes:
    lang, proof = asked.langs[0], asked.proof
    note = getattr(PROVED, lang).format(proof) if proof else ""
    return pdf(asked.paper, qr=_qr(proof) if proof else "", qr_alt=ALT.text(lang), note=note)


def _qr(address: str) -> str:
    code = qrcode.QRCode(border=0, image_factory=qrcode.image.svg.SvgPathImage)
    code.add_data(address)
    code.make(fit=True)
    out = BytesIO()
    code.make_image().save(out)
    return out.getvalue().decode()


def _html(asked: Asked) -> bytes:
    return html(asked.paper)


def _docx(asked: Asked) -> bytes:
    from amana.texts.docx import write_docx

    return write_docx(asked.paper, asked.langs)


def _akn(asked: Asked) -> bytes:
    """Akoma Ntoso is one file a language: of the first that is asked for."""
    from amana.texts.akn.of_work import document_of
    from amana.texts.akn.writing import write

    return write(document_of(asked.text, by=asked.by), asked.langs[0])


def _json_ld(asked: Asked) -> bytes:
    from amana.texts.akn.eli import json_ld
    from amana.texts.akn.of_work import document_of

    said = json_ld(document_of(asked.text, by=asked.by), asked.langs)
    return json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True).encode()


MAKERS: dict[str, Callable[[Asked], bytes]] = {
    "pdf": _pdf, "html": _html, "docx": _docx, "akn": _akn, "jsonld": _json_ld,
}  # fmt: skip


def made(form: str, asked: Asked) -> bytes:
    """The bytes of a file; the same text gives the same bytes."""
    return MAKERS[form](asked)
