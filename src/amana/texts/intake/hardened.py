"""XML from elsewhere: no network, no document types, no entities."""

from lxml import etree

from amana.kernel.refusals import Refusal
from amana.texts.intake.limits import MEGABYTE

__all__ = ["root_of"]


def root_of(xml: bytes, part: str, largest: int) -> etree._Element:
    """The root of a part, or a refusal: `intake.too-large`, `intake.hostile`, `intake.broken`."""
    if len(xml) > largest:
        raise Refusal("intake.too-large", size=len(xml) // MEGABYTE, largest=largest // MEGABYTE)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_pis=True, remove_comments=True, collect_ids=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as fault:
        if b"<!DOCTYPE" in xml.replace(b"\0", b"") or b"<!ENTITY" in xml:
            raise Refusal("intake.hostile", part=part) from fault
        line, column = fault.position
        raise _broken(part, line, column) from fault
    except (ValueError, LookupError, AssertionError) as fault:  # empty, or an unknown encoding
        raise _broken(part, 1, 1) from fault
    if root is None:
        raise _broken(part, 1, 1)
    if root.getroottree().docinfo.doctype:
        raise Refusal("intake.hostile", part=part)
    return root


def _broken(part: str, line: int, column: int) -> Refusal:
    return Refusal("intake.broken", part=part, line=line, column=column)
