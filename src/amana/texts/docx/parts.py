"""The elements of WordprocessingML, and the package they stand in."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

__all__ = ["ID", "OFFICE", "package", "serialised", "w"]

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ID = f"{{{OFFICE}}}id"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NAMES = {"w": WORD, "r": OFFICE}
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that a ZIP knows


def w(name: str, /, *inner: etree._Element | None, **attributes: object) -> etree._Element:
    """An element of Word: `w("ind", left=567)`; children that are None are left out.

    The text of `w:t` is given as `text=`; its spaces are kept.
    """
    text = attributes.pop("text", None)
    element = etree.Element(f"{{{WORD}}}{name}", nsmap=_NAMES)
    for key, value in attributes.items():
        element.set(f"{{{WORD}}}{key}", str(value))
    if text is not None:
        element.text = str(text)
        element.set(_SPACE, "preserve")
    element.extend(each for each in inner if each is not None)
    return element


def serialised(root: etree._Element) -> bytes:
    """A part as bytes."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w"])
    return bytes(
        etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    )  # fmt: skip


def package(parts: Mapping[str, bytes], order: Iterable[str]) -> bytes:
    """A ZIP of the parts in an order, with times that never change."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name in order:
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0  # the same bytes on every system
            archive.writestr(info, parts[name])
    return out.getvalue()
