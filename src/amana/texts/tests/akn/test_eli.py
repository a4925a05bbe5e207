"""Linked data: the ELI ontology's terms, addresses that are those of the files."""

import json
from typing import Any

from amana.kernel.marks import Mark
from amana.kernel.words import LANGS, Words
from amana.texts.akn.document import Document
from amana.texts.akn.eli import json_ld
from amana.texts.akn.writing import write
from amana.texts.tests.akn.exercises import (
    ALL,
    AMENDER,
    CHARTER,
    amending,
    charter,
    consolidated,
    work,
)

# The terms of the ontology (http://data.europa.eu/eli/ontology#) that are used.
TERMS = {
    "LegalResource", "LegalExpression", "Format", "LegalResourceSubdivision", "id_local", "number",
    "type_document", "passed_by", "publisher_agent", "date_document", "first_date_entry_in_force",
    "is_about", "changed_by", "changes", "consolidated_by", "consolidates", "has_member",
    "is_member_of", "version_date", "is_realized_by", "realizes", "language", "title",
    "title_short", "is_embodied_by", "embodies", "format", "is_translation_of", "is_part_of",
}  # fmt: skip


def nodes(document: Document, **more: Any) -> dict[str, dict[str, Any]]:
    data = json_ld(document, LANGS, **more)
    assert json.loads(json.dumps(data)) == data
    assert data["@context"]["eli"] == "http://data.europa.eu/eli/ontology#"
    return {node["@id"]: node for node in data["@graph"]}


def ids(values: list[dict[str, str]]) -> list[str]:
    return [each["@id"] for each in values]


def test_only_terms_of_the_ontology_are_used() -> None:
    for make in ALL.values():
        for node in nodes(make()).values():
            used = {node["@type"], *(key for key in node if not key.startswith("@"))}
            assert {term.removeprefix("eli:") for term in used} <= TERMS


def test_everything_that_is_pointed_at_inside_the_work_is_described() -> None:
    for make in (charter, consolidated):
        found = nodes(make())
        for node in found.values():
            for key in ("eli:is_realized_by", "eli:is_embodied_by", "eli:has_member"):
                assert set(ids(node.get(key, []))) <= set(found), (node["@id"], key)
            for key in ("eli:realizes", "eli:embodies"):
                assert key not in node or node[key]["@id"] in found


def test_a_work_has_an_expression_a_language_with_its_own_title() -> None:
    found = nodes(charter())
    work = found[CHARTER.uri]
    assert work["eli:date_document"] == {"@value": "1972-03-04", "@type": "xsd:date"}
    assert work["eli:first_date_entry_in_force"] == {"@value": "1973-02-28", "@type": "xsd:date"}
    expressions = [found[each] for each in ids(work["eli:is_realized_by"])]
    assert [each["eli:language"]["@id"][-3:] for each in expressions] == ["ARA", "ENG", "FRA"]
    assert expressions[2]["eli:title"] == {"@value": "Charte d’exercice", "@language": "fr"}


def test_the_addresses_are_those_that_the_files_give_themselves() -> None:
    for make in ALL.values():
        document = make()
        found = nodes(document)
        for lang in LANGS:
            assert f'FRBRuri value="{document.expression(lang)}"'.encode() in write(document, lang)
            assert document.expression(lang) in found


def test_a_consolidated_version_consolidates_the_work_and_what_changed_it() -> None:
    found = nodes(consolidated())
    version = found[f"{CHARTER.uri}/@2012-01-01"]
    assert ids(version["eli:consolidates"])[:2] == [CHARTER.uri, AMENDER.uri]
    assert version["eli:version_date"]["@value"] == "2012-01-01"
    changed_by = ids(found[CHARTER.uri]["eli:changed_by"])
    assert AMENDER.uri in changed_by
    assert f"{AMENDER.uri}/!main#para_2" in changed_by
    assert "eli:is_realized_by" not in found[CHARTER.uri]


def test_an_amending_resolution_changes_the_provisions_of_the_other() -> None:
    found = nodes(amending())
    target = f"{CHARTER.uri}/!main#art_3__para_1"
    assert {CHARTER.uri, target} <= set(ids(found[AMENDER.uri]["eli:changes"]))
    assert found[target]["eli:is_part_of"]["@id"] == CHARTER.uri


def test_a_date_is_as_exact_as_it_is_known() -> None:
    for known, said in (
        ("1981", {"@value": "1981", "@type": "xsd:gYear"}),
        ("1987-01", {"@value": "1987-01", "@type": "xsd:gYearMonth"}),
        ("1972..1975", "1972..1975"),
    ):
        document = Document(work("statute", "s", Words(en="Statute"), adopted=Mark.parse(known)))
        assert nodes(document)[document.work.uri]["eli:date_document"] == said
    document = Document(work("statute", "s", Words(en="Statute"), adopted=None))
    assert "eli:date_document" not in nodes(document)[document.work.uri]


def test_addresses_can_be_absolute_and_other_files_named() -> None:
    base = "https://texts.example.org"
    pdf = f"{base}/files/charter-ar.pdf"
    found = nodes(charter(), base=base, formats={"ar": {"application/pdf": pdf}})
    assert base + CHARTER.uri in found
    assert found[pdf]["eli:format"]["@id"].endswith("/application/pdf")
    assert pdf in ids(found[base + CHARTER.expression("ar")]["eli:is_embodied_by"])
    assert pdf not in ids(found[base + CHARTER.expression("fr")]["eli:is_embodied_by"])


def test_a_title_in_another_language_says_so_and_a_translation_names_its_original() -> None:
    document = Document(work("note", "N.1", Words(en="Note"), authentic=("en",)))
    french = nodes(document)[document.expression("fr")]
    assert french["eli:title"] == {"@value": "Note", "@language": "en"}
    assert french["eli:is_translation_of"]["@id"] == document.expression("en")
