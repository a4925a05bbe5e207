"""What a file truly is, by its content; its name is only compared."""

import re
from enum import StrEnum
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from amana.kernel.words import Words
from amana.texts.intake.plain import unmarked

__all__ = ["NAMES", "Type", "fits", "is_declared", "type_of"]

_HEAD = 4096


class Type(StrEnum):
    """A kind of file. The first five are read."""

    DOCX = "docx"
    HTML = "html"
    TEXT = "text"
    AKN = "akn"
    XML = "xml"
    PDF = "pdf"
    RTF = "rtf"
    DOC = "doc"
    ODT = "odt"
    SHEET = "sheet"
    SLIDES = "slides"
    ZIP = "zip"
    PICTURE = "picture"
    BINARY = "binary"
    EMPTY = "empty"


NAMES = {
    Type.DOCX: Words(ar="مستند وورد", en="a Word document", fr="un document Word"),
    Type.HTML: Words(ar="صفحة ويب (HTML)", en="a web page (HTML)", fr="une page web (HTML)"),
    Type.TEXT: Words(ar="نص عادي", en="plain text", fr="du texte brut"),
    Type.AKN: Words(ar="Akoma Ntoso", en="Akoma Ntoso", fr="Akoma Ntoso"),
    Type.XML: Words(ar="ملف XML من نوع آخر", en="XML of another kind",
                    fr="du XML d’un autre type"),
    Type.PDF: Words(ar="ملف PDF", en="a PDF", fr="un PDF"),
    Type.RTF: Words(ar="مستند RTF", en="an RTF document", fr="un document RTF"),
    Type.DOC: Words(ar="مستند وورد قديم (‎.doc) أو محمي بكلمة سر",
                    en="an old Word document (.doc) or one under a password",
                    fr="un ancien document Word (.doc) ou protégé par mot de passe"),
    Type.ODT: Words(ar="مستند OpenDocument", en="an OpenDocument text",
                    fr="un texte OpenDocument"),
    Type.SHEET: Words(ar="جدول حسابي", en="a spreadsheet", fr="un tableur"),
    Type.SLIDES: Words(ar="عرض شرائح", en="a slide show", fr="un diaporama"),
    Type.ZIP: Words(ar="ملف مضغوط", en="a packed file (ZIP)", fr="une archive (ZIP)"),
    Type.PICTURE: Words(ar="صورة", en="a picture", fr="une image"),
    Type.BINARY: Words(ar="بيانات ليست نصًا", en="data that are no text",
                       fr="des données qui ne sont pas du texte"),
    Type.EMPTY: Words(ar="ملف فارغ", en="an empty file", fr="un fichier vide"),
}  # fmt: skip

_ENDINGS = {
    "docx": Type.DOCX, "docm": Type.DOCX, "dotx": Type.DOCX, "dotm": Type.DOCX,
    "html": Type.HTML, "htm": Type.HTML, "xhtml": Type.HTML, "txt": Type.TEXT, "md": Type.TEXT,
    "text": Type.TEXT, "xml": Type.AKN, "akn": Type.AKN,
}  # fmt: skip
_MAGIC = (
    (b"%PDF-", Type.PDF), (b"{\\rtf", Type.RTF), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Type.DOC),
    (b"\x89PNG", Type.PICTURE), (b"\xff\xd8\xff", Type.PICTURE), (b"GIF8", Type.PICTURE),
    (b"II*\0", Type.PICTURE), (b"MM\0*", Type.PICTURE), (b"RIFF", Type.PICTURE),
    (b"\x1f\x8b", Type.ZIP), (b"7z\xbc\xaf", Type.ZIP), (b"Rar!", Type.ZIP),
    (b"\x7fELF", Type.BINARY), (b"MZ\x90", Type.BINARY),
)  # fmt: skip
_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_TAGS = "html|head|body|title|meta|div|p|h[1-6]|table|ol|ul|section|article|main|span|b|br|font"
_HTML = re.compile(
    r"\s*(?:(?:<!--(?:(?!-->).)*-->|<\?xml[^>]*\?>)\s*)*"
    rf"(?:<!doctype\s+html|<(?:{_TAGS})(?=[\s/>]))",
    re.I | re.S,
)
_XML = re.compile(r"<(?:\?xml\b|!DOCTYPE\b|!ENTITY\b|!--|[A-Za-z_][\w.:-]*[\s/>])", re.I)
_AKN = re.compile(r"<(?:[\w.-]+:)?akomaNtoso\b")
_CONTROLS = re.compile(rb"[\0-\x08\x0e-\x1a]")


def type_of(data: bytes) -> Type:
    """The kind of file that these bytes are; never an error."""
    if not data.strip(b" \t\r\n\0"):
        return Type.EMPTY
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _package(data)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    return _of_text(data)


def _of_text(data: bytes) -> Type:
    """Which kind of text the bytes are, if they are text at all."""
    head = _head(data).lstrip("\ufeff")
    if _AKN.search(head):
        return Type.AKN
    if _HTML.match(head):
        return Type.HTML
    if _XML.match(head):
        return Type.XML
    return Type.BINARY if _is_binary(data) else Type.TEXT


def _head(data: bytes) -> str:
    """The beginning as text, whatever the encoding: only its ASCII letters matter here."""
    start = data[:_HEAD]
    if start.startswith((b"\xff\xfe", b"<\0")):
        return start.decode("utf-16-le", "replace").lstrip("\ufeff")
    if start.startswith((b"\xfe\xff", b"\0<")):
        return start.decode("utf-16-be", "replace").lstrip("\ufeff")
    return start.decode("utf-8-sig", "replace")


def _is_binary(data: bytes) -> bool:
    """Whether controls that no text holds stand in the bytes; UTF-16 has zeros of its own."""
    if data.startswith(_BOMS):
        return False
    if unmarked(data):
        return False
    start = data[: 1 << 16]
    return len(_CONTROLS.findall(start)) * 50 > len(start) or 0 in start


def _package(data: bytes) -> Type:
    """What a ZIP holds, by the names of its parts alone."""
    try:
        with ZipFile(BytesIO(data)) as opened:
            names = set(opened.namelist()[:20_000])
    except (BadZipFile, ValueError, OSError, NotImplementedError, IndexError):
        return Type.DOCX if b"word/" in data[: 1 << 16] or b"_rels" in data else Type.ZIP
    if any(name.startswith("word/") for name in names) or "[Content_Types].xml" in names:
        if any(name.startswith("xl/") for name in names):
            return Type.SHEET
        if any(name.startswith("ppt/") for name in names):
            return Type.SLIDES
        return Type.DOCX
    return Type.ODT if "content.xml" in names and "mimetype" in names else Type.ZIP


_DECLARED = re.compile(r"<(?:\?xml\b|!DOCTYPE\b|!ENTITY\b)|xmlns|akomaNtoso", re.I)


def is_declared(data: bytes) -> bool:
    """Whether the bytes say that they are XML, and do not only begin with a bracket."""
    head = _head(data).lstrip("\ufeff")
    return _DECLARED.search(head) is not None


def fits(filename: str, kind: Type) -> bool:
    """Whether the name of a file agrees with what it is; a name without ending always does."""
    ending = PurePath(filename).suffix.lower().lstrip(".")
    expected = _ENDINGS.get(ending)
    return expected is None or expected is kind or (ending == "xml" and kind is Type.HTML)
