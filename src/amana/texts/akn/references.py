"""What a file points at: documents, parties, roles, concepts and events, each listed once."""

from collections.abc import Mapping

from amana.kernel.words import Words
from amana.texts.akn.clean import Ids, clean, slug
from amana.texts.akn.document import Concept, Instrument, Party
from amana.texts.akn.wording import Element, put

__all__ = ["ENTRY", "IN_FORCE", "ORIGINAL", "References"]

ORIGINAL = Words(ar="النص الأصلي", en="Original", fr="Original")
IN_FORCE = Concept("inForce", Words(ar="نافذ", en="in force", fr="en vigueur"))
ENTRY = Concept(
    "entryIntoForce", Words(ar="بدء النفاذ", en="entry into force", fr="entrée en vigueur")
)
_ROLES = {
    "author": Words(ar="المؤلف", en="Author", fr="Auteur"),
    "editor": Words(ar="المحرر", en="Editor", fr="Éditeur"),
}
_DOCUMENTS = {"original": "ro", "passiveRef": "rp", "activeRef": "ra"}


class References:
    """The list of references of one file; asking for one gives its `#id`."""

    def __init__(self, lang: str, jurisdiction: str, ids: Ids) -> None:
        self._lang, self._jurisdiction, self._ids = lang, jurisdiction, ids
        self._documents: dict[tuple[str, str], tuple[str, str]] = {}
        self._things: dict[tuple[str, str], Mapping[str, str]] = {}

    def document(self, relation: str, instrument: Instrument) -> str:
        """Another document: `original`, `passiveRef` or `activeRef`."""
        key = (relation, instrument.uri)
        if key not in self._documents:
            counted = 1 + sum(each[0] == relation for each in self._documents)
            eid = f"{_DOCUMENTS[relation]}{counted}"  # such ids are kept free for them
            self._documents[key] = (eid, clean(instrument.names.text(self._lang)))
        return "#" + self._documents[key][0]

    def party(self, party: Party) -> str:
        """An organisation or body."""
        return self._thing("TLCOrganization", "organization", party.key, party.names)

    def role(self, key: str) -> str:
        """What a party is to the document: `author` or `editor`."""
        return self._thing("TLCRole", "role", key, _ROLES[key], own=False)

    def concept(self, concept: Concept, *, own: bool = True) -> str:
        """A word of a vocabulary, of the house or of everybody."""
        return self._thing("TLCConcept", "concept", concept.key, concept.names, own=own)

    def event(self, concept: Concept) -> str:
        """A session, a meeting, a conference."""
        return self._thing("TLCEvent", "event", concept.key, concept.names)

    def thesaurus(self) -> str:
        """The list from which keywords are taken."""
        return self._thing("TLCReference", "reference", "thesaurus", Words(en="Thesaurus"))

    def _thing(
        self, element: str, ontology: str, key: str, names: Words, *, own: bool = True
    ) -> str:
        found = self._things.get((element, key))
        if found is None:
            where = f"{ontology}/{self._jurisdiction}" if own else ontology
            found = {
                "eId": self._ids.take(key),
                "href": f"/akn/ontology/{where}/{key if key.isalnum() else slug(key)}",
                "showAs": clean(names.text(self._lang)) or key,
            }
            self._things[element, key] = found
        return "#" + found["eId"]

    def write(self, meta: Element, source: str) -> None:
        """The element `references`: documents first, then what else was asked for, in its order."""
        references = put(meta, "references", "", {"source": source})
        for (relation, uri), (eid, shown) in self._documents.items():
            put(references, relation, "", {"eId": eid, "href": uri, "showAs": shown})
        for (element, key), attributes in self._things.items():
            named = {"name": key} if element == "TLCReference" else {}
            put(references, element, "", {**attributes, **named})
