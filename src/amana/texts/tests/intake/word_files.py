"""Word documents made by hand for the tests: only what a test is about stands in them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = f'xmlns:w="{W}" xmlns:r="{R}"'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def document(body: str, *, before: str = "") -> bytes:
    """The part `document.xml`; `before` stands before its root."""
    return f"{before}<w:document {_NAMES}><w:body>{body}</w:body></w:document>".encode()


def p(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"
    )


def listed(num: int, text: str, level: int = 0, more: str = "") -> str:
    """A paragraph of a list."""
    number = f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{num}'/></w:numPr>"
    return p(text, number + more)


def level(at: int, form: str, text: str, *, start: int = 1, more: str = "") -> str:
    """A level of a list."""
    return (
        f"<w:lvl w:ilvl='{at}'><w:start w:val='{start}'/><w:numFmt w:val='{form}'/>{more}"
        f"<w:lvlText w:val='{text}'/></w:lvl>"
    )


def numbering(*lists: str, nums: str = "") -> bytes:
    """The part `numbering.xml`: lists 1, 2, 3 …, and more nums by hand."""
    abstract = "".join(
        f"<w:abstractNum w:abstractNumId='{at}'>{levels}</w:abstractNum>"
        for at, levels in enumerate(lists, 1)
    )
    own = "".join(
        f"<w:num w:numId='{at}'><w:abstractNumId w:val='{at}'/></w:num>"
        for at in range(1, len(lists) + 1)
    )
    return f"<w:numbering {_NAMES}>{abstract}{own}{nums}</w:numbering>".encode()


def part(name: str, inner: str) -> bytes:
    """A part of Word by the name of its root."""
    return f"<w:{name} {_NAMES}>{inner}</w:{name}>".encode()


def packed(
    main: bytes, parts: dict[str, bytes] | None = None, *, outside: str = "", content: str = _MAIN,
    others: dict[str, bytes] | None = None,
) -> bytes:  # fmt: skip
    """A DOCX of a document and parts `{relation: bytes}`, each in a file of its own."""
    parts = parts or {}
    office = "http://schemas.openxmlformats.org/package/2006"
    related = "".join(
        f"<Relationship Id='i{at}' Type='{R}/{kind}' Target='{kind}{at}.xml'/>"
        for at, kind in enumerate(parts)
    )
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f"<Types xmlns='{office}/content-types'><Override PartName='/word/document.xml' "
            f"ContentType='{content}'/></Types>",
        )
        archive.writestr(
            "_rels/.rels",
            f"<Relationships xmlns='{office}/relationships'><Relationship Id='r1' "
            f"Type='{R}/officeDocument' Target='word/document.xml'/></Relationships>",
        )
        archive.writestr("word/document.xml", main)
        archive.writestr(
            "word/_rels/document.xml.rels",
            f"<Relationships xmlns='{office}/relationships'>{related}{outside}</Relationships>",
        )
        for at, (kind, data) in enumerate(parts.items()):
            archive.writestr(f"word/{kind}{at}.xml", data)
        for name, data in (others or {}).items():
            archive.writestr(name, data)
    return out.getvalue()


def word(*paragraphs: str, **parts: bytes) -> bytes:
    """A DOCX of paragraphs and related parts by the name of their relation."""
    return packed(document("".join(paragraphs)), parts)
