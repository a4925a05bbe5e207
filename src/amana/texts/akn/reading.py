"""A file of Akoma Ntoso as blocks of a text: our own exactly, those of others as far as they go.

Every namespace since 1.0 is read. What has no place among the kinds of the house is taken as the
nearest one or left out, and each such doubt is named with its line. Hostile files are refused.
"""

from typing import NamedTuple

from amana.kernel.refusals import Refusal
from amana.texts.akn.collected import Collected
from amana.texts.akn.hardened import parsed
from amana.texts.akn.names import XML_LANG, DocType, Zone, kind_of_class, lang_of
from amana.texts.akn.provisions import Provisions
from amana.texts.akn.told import Doubts, children, local, told
from amana.texts.akn.wording import Element
from amana.texts.reading.passages import Doubt
from amana.texts.rules.tree import Block

__all__ = ["About", "Read", "read"]

_OPEN = frozenset({"statement", "doc", "debateReport", "amendment", "judgment"})
_DOCUMENTS = frozenset({"act", "bill"}) | _OPEN
_COLLECTIONS = frozenset({"documentCollection", "officialGazette", "amendmentList", "portion"})
_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


class About(NamedTuple):
    """What the metadata say of the work; empty where they say nothing.

    `kind` is a kind of work of the house, where the class of the document is one.
    """

    uri: str = ""
    doctype: str = ""
    name: str = ""
    kind: str = ""
    subtype: str = ""
    number: str = ""
    shown: str = ""
    title: str = ""
    date: str = ""
    expression_date: str = ""
    version: str = ""
    master: str = ""


class Read(NamedTuple):
    """A file that was read: its blocks, its language, its metadata, and what is in doubt."""

    blocks: list[Block]
    lang: str
    meta: About
    doubts: list[Doubt]


def read(xml: bytes) -> Read:
    """Read a file. Refused by `akn.too-large`, `akn.hostile`, `akn.unreadable`, `akn.not-akn`, and
    `akn.language` where it is in none of the three languages.
    """
    root = parsed(xml).getroot()
    doubts = Doubts()
    document = _document(root, doubts)
    if document is None:
        raise Refusal("akn.not-akn", element=local(root)[:40])
    lang = _lang(document, doubts)
    zone = Zone.DELIBERATION if local(document) in _OPEN else Zone.ACT
    into = Collected(lang)
    Provisions(into).document(document, zone)
    return Read(into.blocks, lang, _about(document), [*doubts, *into.doubts])


def _document(root: Element, doubts: Doubts) -> Element | None:
    """The document in a file; of a collection the first one."""
    if local(root) != "akomaNtoso":
        return None
    if root.tag != f"{{{_NAMESPACE}}}akomaNtoso":
        doubts.about("akn.older", root)
    for child in root.iter():
        if isinstance(child.tag, str) and local(child) in _COLLECTIONS:
            doubts.about("akn.collection", child)
        if isinstance(child.tag, str) and local(child) in _DOCUMENTS:
            return child
    return None


def _lang(document: Element, doubts: Doubts) -> str:
    """The language declared; where none is, that of its letters, which is a doubt."""
    declared = _value(document, "FRBRExpression", "FRBRlanguage", "language")
    declared = declared or next((each.get(XML_LANG, "") for each in document.iter()
                                 if each.get(XML_LANG)), "")  # fmt: skip
    if declared:
        lang = lang_of(declared)
        if not lang:
            raise Refusal("akn.language", language=declared[:20])
        return lang
    doubts.about("akn.language-guessed", document)
    text = "".join(document.itertext())
    arabic = sum("\u0600" <= each <= "\u06ff" for each in text)
    return "ar" if arabic * 3 > sum(map(str.isalpha, text)) else "en"


def _about(document: Element) -> About:
    name = document.get("name", "")
    doctype = local(document)
    known = doctype in set(DocType)
    return About(
        uri=_value(document, "FRBRWork", "FRBRuri"),
        doctype=doctype,
        name=name,
        kind=kind_of_class(DocType(doctype), name) if known else "",
        subtype=_value(document, "FRBRWork", "FRBRsubtype"),
        number=_value(document, "FRBRWork", "FRBRnumber"),
        shown=_value(document, "FRBRWork", "FRBRnumber", "showAs"),
        title=_title(document),
        date=_value(document, "FRBRWork", "FRBRdate", "date"),
        expression_date=_value(document, "FRBRExpression", "FRBRdate", "date"),
        version=_value(document, "FRBRExpression", "FRBRversionNumber"),
        master=_value(document, "FRBRExpression", "FRBRmasterExpression", "href"),
    )


def _value(document: Element, level: str, name: str, attribute: str = "value") -> str:
    found = next(document.iterfind(f".//{{*}}identification/{{*}}{level}/{{*}}{name}"), None)
    return found.get(attribute, "") if found is not None else ""


def _title(document: Element) -> str:
    for part in children(document):
        if local(part) == "preface":
            title = next(part.iterfind(".//{*}docTitle"), None)
            return told(title, Doubts()) if title is not None else ""
    return ""
