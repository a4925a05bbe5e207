"""A document as a file of Akoma Ntoso 3.0, one language: the same document, the same bytes."""

from lxml import etree

from amana.texts.akn.body import Body
from amana.texts.akn.changes import Changes
from amana.texts.akn.clean import Ids, clean
from amana.texts.akn.document import Document
from amana.texts.akn.meta import Meta
from amana.texts.akn.names import NS, DocType
from amana.texts.akn.parts import addressed
from amana.texts.akn.references import References
from amana.texts.akn.units import Units
from amana.texts.akn.wording import put

__all__ = ["write"]


def write(document: Document, lang: str) -> bytes:
    """The file of one language (`ar`, `en`, `fr`), valid against the strict schema.

    Provisions without a text in the language stay, marked `incomplete`, so that the structure
    is the same in every language. Characters that XML forbids are left out.
    """
    ids = Ids()
    tree = addressed(document.units, ids, act=document.work.doctype is DocType.ACT)
    changes = Changes(document)
    refs = References(lang, document.work.jurisdiction, ids)
    meta = Meta(document, lang, tree, changes, refs)
    root = etree.Element(f"{{{NS}}}akomaNtoso", nsmap={None: NS})
    said = put(root, document.work.doctype.value, "", {
        "name": clean(document.work.name),
        "contains": "singleVersion" if document.changed else "originalVersion",
    })  # fmt: skip
    head = put(said, "meta")
    units = Units(document, lang, tree, changes, refs, ids)
    Body(document, lang, tree, units, ids).write(said, meta.identification)
    # The body has said by now what it refers to, and since when each provision stands.
    meta.write(head, units.active())
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")
