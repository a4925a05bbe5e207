"""What a published file says of its proof: the square code, and the address in words."""

from lxml import etree

from amana.texts.docx.parts import OFFICE, w
from amana.texts.renditions.paper import Proof

__all__ = ["PICTURE", "code", "note"]

PICTURE = "rId1"  # in the relations of the first head
_SIDE = 756_000  # 2.1 cm, as on paper, in the units of drawings
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_A, _PIC, _WP = (f"{_DRAWING}/{part}" for part in ("main", "picture", "wordprocessingDrawing"))


def code(proof: Proof, lang: str, *, end: bool = False) -> etree._Element:
    """A paragraph with the picture of the code, which is told to who does not see it."""
    inline = _element(
        _WP, "inline", _element(_WP, "extent", cx=_SIDE, cy=_SIDE),
        _element(_WP, "docPr", id=1, name="code", descr=proof.alt),
        _element(_A, "graphic", _element(_A, "graphicData", _picture(proof), uri=_PIC)),
        distT=0, distB=0, distL=0, distR=0,
    )  # fmt: skip
    spaced = w("spacing", before=40, after=40)
    side = w("jc", val="right" if end else "left")
    properties = w("pPr", w("bidi") if lang == "ar" else None, spaced, side)
    return w("p", properties, w("r", w("drawing", inline)))


def _picture(proof: Proof) -> etree._Element:
    blip = _element(_A, "blip")
    blip.set(f"{{{OFFICE}}}embed", PICTURE)
    told = _element(_PIC, "cNvPr", id=1, name="code.png", descr=proof.alt)
    stretched = _element(_A, "stretch", _element(_A, "fillRect"))
    placed = _element(
        _A, "xfrm", _element(_A, "off", x=0, y=0), _element(_A, "ext", cx=_SIDE, cy=_SIDE)
    )
    square = _element(_A, "prstGeom", _element(_A, "avLst"), prst="rect")
    return _element(
        _PIC, "pic", _element(_PIC, "nvPicPr", told, _element(_PIC, "cNvPicPr")),
        _element(_PIC, "blipFill", blip, stretched), _element(_PIC, "spPr", placed, square),
    )  # fmt: skip


def note(line: etree._Element, proof: Proof) -> etree._Element:
    """The same line as a link to the page of the proof.

    A field and no relation to an outside address, which whoever reads files back warns of.
    """
    said = line.findall("{*}r")
    said[0].addprevious(w("r", w("fldChar", fldCharType="begin")))
    said[0].addprevious(w("r", w("instrText", text=f' HYPERLINK "{proof.address}" ')))
    said[0].addprevious(w("r", w("fldChar", fldCharType="separate")))
    said[-1].addnext(w("r", w("fldChar", fldCharType="end")))
    return line


def _element(space: str, name: str, /, *inner: etree._Element, **told: object) -> etree._Element:
    names = {"wp": _WP, "a": _A, "pic": _PIC}
    found = etree.Element(f"{{{space}}}{name}", nsmap=names)
    for key, value in told.items():
        found.set(key, str(value))
    found.extend(inner)
    return found
