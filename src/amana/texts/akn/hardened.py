"""XML from elsewhere: no network, no entities, no document types, no more than a book."""

from lxml import etree
from lxml.etree import _ElementTree as Tree

from amana.kernel.refusals import Refusal

__all__ = ["LARGEST", "parsed"]

LARGEST = 16 * 1024 * 1024  # bytes; a charter of six thousand provisions is a tenth of it


def parsed(xml: bytes) -> Tree:
    """The tree of a file, or a refusal: `akn.too-large`, `akn.hostile`, `akn.unreadable`."""
    if len(xml) > LARGEST:
        raise Refusal("akn.too-large", size=len(xml) >> 20, largest=LARGEST >> 20)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False,
        remove_pis=True, remove_comments=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as fault:
        if b"<!DOCTYPE" in xml.replace(b"\0", b""):  # in UTF-16 every other byte is none
            raise Refusal("akn.hostile") from fault
        line, column = fault.position
        raise Refusal("akn.unreadable", line=line, column=column) from fault
    except ValueError as fault:  # nothing at all, or not an encoding
        raise Refusal("akn.unreadable", line=1, column=1) from fault
    tree = root.getroottree()
    if tree.docinfo.doctype:
        raise Refusal("akn.hostile")
    return tree
