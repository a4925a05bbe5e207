"""Names of the vocabulary: namespace, languages, document classes, elements of the kinds."""

from enum import StrEnum

from amana.texts.rules.kinds import Kind

__all__ = [
    "CLASSES", "ELEMENTS", "LANG3", "NS", "XML_LANG", "XML_SPACE", "DocType", "Zone", "class_of",
    "kind_of", "kind_of_class", "lang_of",
]  # fmt: skip

NS = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_XML = "{http://www.w3.org/XML/1998/namespace}"
XML_LANG = f"{_XML}lang"
XML_SPACE = f"{_XML}space"

# ISO 639-2 in addresses and FRBRlanguage; RFC 4646 in xml:lang.
LANG3 = {"ar": "ara", "en": "eng", "fr": "fra"}
_LANG2 = {"ara": "ar", "eng": "en", "fra": "fr", "fre": "fr"}


def lang_of(code: str) -> str:
    """The language of the house of a code (`ara`, `fre`, `fr-FR`); empty when it is another."""
    short = code.lower().partition("-")[0]
    return short if short in LANG3 else _LANG2.get(short, "")


class DocType(StrEnum):
    """The structure of a document: open (statement, doc) or hierarchical (act)."""

    STATEMENT = "statement"
    ACT = "act"
    DOC = "doc"

    @property
    def body(self) -> str:
        """The element of its body."""
        return "body" if self is DocType.ACT else "mainBody"


# Which names go with which structure and subtype: the classes of Akoma Ntoso for the United
# Nations (AKN4UN), with those of an organisation's own instruments.
CLASSES: dict[tuple[DocType, str], frozenset[str]] = {
    (DocType.STATEMENT, "deliberation"): frozenset({
        "resolution", "resolutionDraft", "decision", "decisionDraft", "declaration",
        "declarationDraft", "communique", "communiqueDraft",
    }),
    (DocType.ACT, "provision"): frozenset({
        "charter", "rulesOfProcedure", "statute", "regulations", "treaty", "convention",
        "agreement", "constitution", "rules",
    }),
    (DocType.DOC, "report"): frozenset({"report", "note", "reportDraft", "noteDraft"}),
    (DocType.DOC, "record"): frozenset({"practice", "record"}),
}  # fmt: skip
_OF_KIND = {
    "resolution": (DocType.STATEMENT, "deliberation", "resolution"),
    "decision": (DocType.STATEMENT, "deliberation", "decision"),
    "declaration": (DocType.STATEMENT, "deliberation", "declaration"),
    "communique": (DocType.STATEMENT, "deliberation", "communique"),
    "charter": (DocType.ACT, "provision", "charter"),
    "rules": (DocType.ACT, "provision", "rulesOfProcedure"),
    "statute": (DocType.ACT, "provision", "statute"),
    "regulations": (DocType.ACT, "provision", "regulations"),
    "treaty": (DocType.ACT, "provision", "treaty"),
    "report": (DocType.DOC, "report", "report"),
    "note": (DocType.DOC, "report", "note"),
    "practice": (DocType.DOC, "record", "practice"),
}


def class_of(kind: str, *, draft: bool = False) -> tuple[DocType, str, str]:
    """Structure, subtype and name of a kind of work; a draft of a deliberation says so."""
    doctype, subtype, name = _OF_KIND.get(kind, (DocType.DOC, "record", "record"))
    drafted = f"{name}Draft"
    return doctype, subtype, drafted if draft and drafted in CLASSES[doctype, subtype] else name


def kind_of_class(doctype: DocType, name: str) -> str:
    """The kind of work that has this name; empty for a class that the house does not know."""
    plain = name.removesuffix("Draft")
    return next(
        (kind for kind, (kept, _, named) in _OF_KIND.items() if kept is doctype and named == plain),
        "",
    )


ELEMENTS = {
    Kind.PART_HEADING: "part", Kind.CHAPTER: "chapter", Kind.SECTION: "section",
    Kind.ARTICLE: "article", Kind.RULE: "rule", Kind.OPERATIVE: "paragraph",
    Kind.PARAGRAPH: "paragraph", Kind.ANNEX_PARAGRAPH: "paragraph",
    Kind.SUBPARAGRAPH: "subparagraph", Kind.ANNEX_ITEM: "subparagraph",
    Kind.SUBSUBPARAGRAPH: "point", Kind.POINT: "point",
}  # fmt: skip


class Zone(StrEnum):
    """Where an element stands, which says what a paragraph is there."""

    DELIBERATION = "deliberation"
    ACT = "act"
    ANNEX = "annex"  # of a deliberation


_IN_ZONE = {
    "paragraph": {Zone.DELIBERATION: Kind.OPERATIVE, Zone.ACT: Kind.PARAGRAPH,
                  Zone.ANNEX: Kind.ANNEX_PARAGRAPH},
    "subparagraph": {Zone.DELIBERATION: Kind.SUBPARAGRAPH, Zone.ACT: Kind.POINT,
                     Zone.ANNEX: Kind.ANNEX_ITEM},
    "point": {Zone.DELIBERATION: Kind.SUBSUBPARAGRAPH, Zone.ACT: Kind.POINT,
              Zone.ANNEX: Kind.SUBSUBPARAGRAPH},
}  # fmt: skip
_ALWAYS = {
    "part": Kind.PART_HEADING, "chapter": Kind.CHAPTER, "section": Kind.SECTION,
    "article": Kind.ARTICLE, "rule": Kind.RULE,
}  # fmt: skip


def kind_of(element: str, zone: Zone, parent: Kind | None) -> Kind | None:
    """The kind that an element names where it stands; the writer marks only what differs.

    A paragraph of an article is a PARAGRAPH wherever the article stands; a point of a
    PARAGRAPH or an article a POINT.
    """
    if element == "paragraph" and parent in (Kind.ARTICLE, Kind.RULE):
        return Kind.PARAGRAPH
    if element == "point" and parent in (Kind.ARTICLE, Kind.RULE, Kind.PARAGRAPH):
        return Kind.POINT
    return _ALWAYS.get(element) or _IN_ZONE.get(element, {}).get(zone)
