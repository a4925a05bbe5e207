"""A work as linked data: the European Legislation Identifier (ELI) ontology, in JSON-LD.

The work is a LegalResource, each language of a version a LegalExpression, each file a Format. A
consolidated version is a LegalResource of its own, which consolidates the first version and
everything that changed it.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from amana.kernel.marks import Mark
from amana.texts.akn.changes import Changes
from amana.texts.akn.clean import clean, clean_id, slug
from amana.texts.akn.document import Document
from amana.texts.akn.names import LANG3, DocType
from amana.texts.akn.parts import recital
from amana.texts.rules.operations import Operation

__all__ = ["CONTEXT", "json_ld"]

_LANGUAGE = "http://publications.europa.eu/resource/authority/language/"
_MEDIA = "http://www.iana.org/assignments/media-types/"
CONTEXT: dict[str, Any] = {
    "eli": "http://data.europa.eu/eli/ontology#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
}
_PRECISION = {"day": "xsd:date", "month": "xsd:gYearMonth", "year": "xsd:gYear"}

Node = dict[str, Any]
Formats = Mapping[str, Mapping[str, str]]


def json_ld(
    document: Document, langs: Sequence[str], *, base: str = "", formats: Formats | None = None
) -> Node:
    """The linked data of a document in the languages given.

    `base` stands before every address (`https://texts.example.org`); without it addresses are
    relative to where the data lie. `formats` names further files, by language and media type.
    """
    return {"@context": CONTEXT, "@graph": list(_Described(document, base).graph(langs, formats))}


class _Described:
    """Builds the nodes of one document."""

    def __init__(self, document: Document, base: str) -> None:
        self._document, self._work, self._base = document, document.work, base
        self._changes = Changes(document)

    def graph(self, langs: Sequence[str], formats: Formats | None) -> Iterator[Node]:
        """The work, its version, its languages and files, and what it changes."""
        version = self._version_uri()
        realized = [self._document.expression(lang) for lang in langs]
        yield self._resource(realized, version)
        if version:
            yield self._version(version, realized)
        for lang in langs:
            yield from self._expression(
                lang, version or self._work.uri, (formats or {}).get(lang, {})
            )
        yield from self._provisions()

    def _at(self, uri: str) -> Node:
        return {"@id": self._base + uri if uri.startswith("/") else uri}

    def _all(self, uris: Sequence[str]) -> list[Node]:
        return [self._at(uri) for uri in dict.fromkeys(uris)]

    def _ontology(self, what: str, key: str) -> Node:
        return self._at(f"/akn/ontology/{what}/{self._work.jurisdiction}/{key}")

    def _version_uri(self) -> str:
        changed = self._document.changed
        return f"{self._work.uri}/@{changed[-1].isoformat()}" if changed else ""

    def _resource(self, realized: Sequence[str], version: str) -> Node:
        work = self._work
        found = {
            **self._at(work.uri), "@type": "eli:LegalResource", "eli:id_local": work.key,
            "eli:number": clean(work.number),
            "eli:type_document": self._ontology("concept", work.name),
            "eli:passed_by": self._ontology("organization", slug(work.author.key)),
            "eli:publisher_agent": self._ontology("organization", slug(work.editor.key)),
        }  # fmt: skip
        if work.adopted:
            found["eli:date_document"] = _dated(work.adopted)
        if work.in_force:
            found["eli:first_date_entry_in_force"] = _day(work.in_force)
        if self._document.keywords:
            found["eli:is_about"] = [
                self._ontology("concept", slug(word.key)) for word in self._document.keywords
            ]
        if version:
            found["eli:changed_by"] = self._all(self._changers())
            found["eli:consolidated_by"] = [self._at(version)]
            found["eli:has_member"] = [self._at(version)]
        else:
            found["eli:is_realized_by"] = self._all(realized)
        changes = [self._target(each.of.uri, each.operation) for each in self._document.active]
        if changes:
            works = [each.of.uri for each in self._document.active]
            found["eli:changes"] = self._all([*works, *changes])
        return found

    def _changers(self) -> list[str]:
        """The instruments that changed the work, and in them the provisions that say so."""
        found = []
        for operation in self._document.applied:
            found += [self._changes.instrument(operation).uri, self._changes.deciding(operation)]
        return found

    def _version(self, version: str, realized: Sequence[str]) -> Node:
        instruments = [self._changes.instrument(each).uri for each in self._document.applied]
        return {
            **self._at(version), "@type": "eli:LegalResource",
            "eli:is_member_of": [self._at(self._work.uri)],
            "eli:version_date": _day(self._document.changed[-1]),
            "eli:consolidates": self._all([self._work.uri, *instruments]),
            "eli:is_realized_by": self._all(realized),
        }  # fmt: skip

    def _expression(self, lang: str, of: str, files: Mapping[str, str]) -> Iterator[Node]:
        uri, work = self._document.expression(lang), self._work
        title = work.title.text(lang)
        own = {"application/akn+xml": f"{uri}.akn"}
        found = {
            **self._at(uri), "@type": "eli:LegalExpression", "eli:realizes": self._at(of),
            "eli:language": {"@id": _LANGUAGE + LANG3[lang].upper()},
            "eli:title": {"@value": clean(title), "@language": work.title.lang_of(lang)},
            "eli:is_embodied_by": self._all([*own.values(), *files.values()]),
        }  # fmt: skip
        if work.shown:
            found["eli:title_short"] = {
                "@value": clean(work.shown.text(lang)), "@language": work.shown.lang_of(lang),
            }  # fmt: skip
        if lang not in work.authentic:
            master = work.expression(work.master)
            found["eli:is_translation_of"] = self._at(master)
        yield found
        for media, file in {**own, **files}.items():
            yield {
                **self._at(file), "@type": "eli:Format", "eli:embodies": self._at(uri),
                "eli:format": {"@id": _MEDIA + media},
            }  # fmt: skip

    def _target(self, uri: str, operation: Operation) -> str:
        """The provision that an operation changes, as the file of that work names it."""
        wid = recital(operation.target) if f"/{DocType.ACT}/" in uri else operation.target
        return f"{uri}/!main#{clean_id(wid)}" if wid else uri

    def _provisions(self) -> Iterator[Node]:
        """The provisions that changes point at, as parts of their works."""
        seen: set[str] = set()
        for each in self._document.active:
            target = self._target(each.of.uri, each.operation)
            if target != each.of.uri and target not in seen:
                seen.add(target)
                yield {
                    **self._at(target), "@type": "eli:LegalResourceSubdivision",
                    "eli:is_part_of": self._at(each.of.uri),
                }  # fmt: skip


def _dated(mark: Mark) -> Node | str:
    """A day, month or year as far as it is known; an interval as it is written."""
    kind = _PRECISION.get(mark.precision)
    return {"@value": mark.text, "@type": kind} if kind else mark.text


def _day(on: date) -> Node:
    return {"@value": on.isoformat(), "@type": "xsd:date"}
