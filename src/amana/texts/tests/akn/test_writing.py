"""Files of the exercises: valid, sound, in concord, and saying what such files say."""

from datetime import date

import pytest
from lxml import etree

from amana.kernel.marks import Mark
from amana.kernel.words import LANGS, Words
from amana.texts.akn.document import Document
from amana.texts.akn.names import NS
from amana.texts.akn.soundness import concord, unsound
from amana.texts.akn.validity import validate
from amana.texts.akn.writing import write
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Block, grow
from amana.texts.tests.akn.exercises import ALL, assembly, charter, resolution, words, work

AKN = {"a": NS}


def tree(document: Document, lang: str = "en") -> etree._Element:
    return etree.fromstring(write(document, lang))


def one(root: etree._Element, path: str) -> etree._Element:
    found = root.xpath(path, namespaces=AKN)
    assert len(found) == 1, (path, found)
    return found[0]


def text(root: etree._Element, path: str) -> str:
    return "".join(one(root, path).itertext())


@pytest.mark.parametrize("name", ALL)
def test_every_exercise_is_valid_and_sound_in_three_languages(name: str) -> None:
    document = ALL[name]()
    files = {lang: write(document, lang) for lang in LANGS}
    for xml in files.values():
        assert validate(xml) == []
        assert unsound(xml) == []
    assert concord(files) == []


@pytest.mark.parametrize("name", ALL)
def test_the_same_document_gives_the_same_bytes(name: str) -> None:
    assert [write(ALL[name](), lang) for lang in LANGS] == [
        write(ALL[name](), lang) for lang in LANGS
    ]


def test_the_address_is_the_same_in_every_language_but_for_the_expression() -> None:
    uri = "/akn/aa-union/statement/deliberation/union-council/2024-08-29/7-50-POL"
    for lang, code in (("ar", "ara"), ("en", "eng"), ("fr", "fra")):
        root = tree(resolution(), lang)
        assert one(root, "/*/*/a:meta//a:FRBRWork/a:FRBRuri").get("value") == uri
        assert (
            one(root, "/*/*/a:meta//a:FRBRExpression/a:FRBRuri").get("value")
            == f"{uri}/{code}@2024-08-29"
        )


def test_the_number_is_clean_in_the_address_and_true_where_it_is_shown() -> None:
    number = tree(resolution(), "ar").find(".//a:FRBRnumber", AKN)
    assert number is not None
    assert number.get("value") == "7-50-POL"
    alias = tree(resolution()).find(".//a:FRBRalias", AKN)
    assert alias is not None
    assert dict(alias.attrib) == {"value": "7/50-POL/L.1", "name": "draft"}


def test_only_the_master_has_no_master_expression() -> None:
    has = {lang: tree(resolution(), lang).find(".//a:FRBRmasterExpression", AKN) for lang in LANGS}
    assert has["en"] is None
    assert has["ar"] is not None
    assert has["fr"] is not None
    assert has["fr"].get("href", "").endswith("/eng@2024-08-29")


def test_ids_know_no_language_and_numbers_are_printed_as_each_prints_them() -> None:
    ids = {lang: [each.get("eId") for each in tree(resolution(), lang).iterfind(".//a:point", AKN)]
           for lang in LANGS}  # fmt: skip
    assert ids["ar"] == ids["en"] == ids["fr"]
    assert ids["ar"] == ["para_2__subpara_a__point_i", "para_2__subpara_a__point_ii"]
    arabic = tree(resolution(), "ar")
    assert text(arabic, "//a:paragraph[@eId='para_2']/a:num") == "٢-"
    assert text(arabic, "//a:subparagraph[@eId='para_2__subpara_a']/a:num") == "(أ)"
    assert (
        text(tree(resolution(), "fr"), "//a:subparagraph[@eId='para_2__subpara_b']/a:num") == "b)"
    )


def test_every_part_says_its_language() -> None:
    root = tree(resolution(), "ar")
    for part in ("preface", "preamble", "mainBody", "conclusions"):
        first = root.find(f".//a:{part}", AKN)
        assert first is not None
        assert first.get("{http://www.w3.org/XML/1998/namespace}lang") == "ar"
    assert one(root, "/*/*/a:meta//a:FRBRExpression/a:FRBRlanguage").get("language") == "ara"


def test_a_deliberation_is_a_statement_with_containers_and_an_act_has_recitals() -> None:
    root = tree(resolution())
    assert [each.get("name") for each in root.iterfind(".//a:preamble/a:container", AKN)] == [
        "recalling", "preambular", "enacting",
    ]  # fmt: skip
    act = tree(charter())
    assert one(act, "//a:recitals/a:recital").get("eId") == "recs__rec_1"
    assert act.find("a:act", AKN) is not None


def test_verbs_are_concepts_and_a_mandate_says_so() -> None:
    root = tree(resolution(), "fr")
    paragraph = one(root, "//a:paragraph[@eId='para_2']")
    assert paragraph.get("refersTo") == "#mandate"
    assert text(root, "//a:paragraph[@eId='para_2']/a:intro//a:concept") == "Prie"
    assert one(root, "//a:TLCConcept[@eId='requests']").get("showAs") == "prie"


def test_a_part_keeps_its_own_preamble_as_cross_headings_that_say_what_they_are() -> None:
    root = tree(assembly())
    crossed = root.findall(".//a:part[@eId='part_B']/a:crossHeading", AKN)
    assert [each.get("refersTo") for each in crossed] == ["#formula", "#preamble"]
    numbers = root.xpath("//a:paragraph/@eId", namespaces=AKN)
    assert numbers == ["part_A__para_1", "part_B__para_1"]


def test_an_annex_is_a_document_with_its_own_address() -> None:
    root = tree(resolution())
    annex = one(root, "//a:attachment/a:doc")
    assert annex.get("name") == "annex"
    this = annex.find(".//a:FRBRWork/a:FRBRthis", AKN)
    assert this is not None
    assert this.get("value", "").endswith("/7-50-POL/!annex_1")
    assert text(root, "//a:attachment/a:heading[@eId='att_I__heading_1']") == "Plan of action"
    assert annex.find(".//a:subparagraph[@eId='att_I__para_1__subpara_a']", AKN) is not None


def test_a_language_without_a_text_keeps_the_place_and_says_that_it_is_incomplete() -> None:
    units = grow([
        Block(Kind.OPERATIVE, words(en="Requests a report.", ar="يطلب تقريرًا."), "1"),
        Block(Kind.OPERATIVE, words(), "2"),
    ])  # fmt: skip
    document = Document(work("decision", "1", words(en="Report")), units)
    root = tree(document, "fr")
    said = {
        each.get("eId"): each.find("a:content", AKN)
        for each in root.iterfind(".//a:paragraph", AKN)
    }
    assert said["para_1"].get("status") == "incomplete"
    assert said["para_2"].get("status") == "unknown"
    assert one(root, "//a:paragraph[@eId='para_1']/a:num").get("status") == "editorial"
    assert validate(write(document, "fr")) == []


def test_a_work_without_words_is_its_metadata_and_a_title_by_the_editors() -> None:
    known = words(ar="النظام المالي", en="Financial regulations")
    for kind in ("regulations", "resolution", "report", "practice", "something-new"):
        document = Document(work(kind, "1", known, adopted=None))
        for lang in LANGS:
            xml = write(document, lang)
            assert validate(xml) == []
            assert unsound(xml) == []
        title = tree(document, "fr").find(".//a:docTitle", AKN)
        assert title is not None
        assert title.get("status") == "editorial"
        assert title.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
        assert title.text == "Financial regulations"


@pytest.mark.parametrize(
    ("known", "in_address", "day", "name", "version"),
    [
        ("2024-08-29", "2024-08-29", "2024-08-29", "adoption", "eng@2024-08-29"),
        ("2024-08", "2024-08", "2024-08-01", "adoptionMonth", "eng@"),
        ("1981", "1981", "1981-01-01", "adoptionYear", "eng@"),
        ("1972..1975", "1972", "1972-01-01", "adoptionInterval", "eng@"),
        ("", "0001-01-01", "0001-01-01", "unknown", "eng@"),
    ],
)
def test_a_date_is_never_made_more_exact_than_it_is(
    known: str, in_address: str, day: str, name: str, version: str
) -> None:
    adopted = Mark.parse(known) if known else None
    document = Document(work("resolution", "1/8-E", words(en="Trade"), adopted=adopted))
    root = tree(document)
    uri = one(root, "/*/*/a:meta//a:FRBRWork/a:FRBRuri").get("value", "")
    assert uri.split("/")[6] == in_address
    said = one(root, "/*/*/a:meta//a:FRBRWork/a:FRBRdate")
    assert (said.get("date"), said.get("name")) == (day, name)
    assert one(root, "/*/*/a:meta//a:FRBRExpression/a:FRBRuri").get("value") == f"{uri}/{version}"
    xml = write(document, "en")
    assert (validate(xml), unsound(xml)) == ([], [])


def test_a_translation_that_is_not_authentic_says_of_what() -> None:
    document = Document(work("note", "N.1", words(en="Note"), authentic=("en",)))
    translated = one(tree(document, "fr"), "/*/*/a:meta//a:FRBRtranslation")
    assert translated.get("fromLanguage") == "eng"
    assert (
        one(tree(document, "fr"), "/*/*/a:meta//a:FRBRExpression/a:FRBRauthoritative").get("value")
        == "false"
    )
    assert tree(document, "en").find(".//a:FRBRtranslation", AKN) is None
    assert validate(write(document, "fr")) == []


def test_the_entry_into_force_is_an_event_of_its_own() -> None:
    root = tree(charter())
    events = root.findall(".//a:eventRef", AKN)
    assert [(each.get("date"), each.get("refersTo")) for each in events] == [
        ("1972-03-04", None), (date(1973, 2, 28).isoformat(), "#entryIntoForce"),
    ]  # fmt: skip
    assert one(root, "//a:temporalGroup/a:timeInterval").get("start") == "#e2"


def test_characters_that_xml_forbids_are_dropped_and_marks_of_direction_stay() -> None:
    said = words(ar="\u2067يطلب\u2069\x00 من\ud800 الأمين\x0b", en="\x1bRequests\ufffe it")
    document = Document(work("resolution", "1", said), grow([Block(Kind.OPERATIVE, said, "1")]))
    assert text(tree(document, "ar"), "//a:paragraph//a:p") == "\u2067يطلب\u2069 من الأمين"
    assert text(tree(document, "en"), "//a:paragraph//a:p") == "Requests it"


def test_a_printed_number_of_hostile_characters_gives_a_sound_id() -> None:
    for number in ("٣", "5 bis", "a/b", "<1>", "__", "é", "\x00", "1" * 300, " "):
        units = grow(
            [Block(Kind.ARTICLE, words(en="x"), number), Block(Kind.ARTICLE, words(), number)]
        )
        xml = write(Document(work("charter", "c", Words(en="c")), units), "en")
        assert (validate(xml), unsound(xml)) == ([], []), number
