"""A charter after its changes, and the resolution that made them: what changed, when, by what."""

from dataclasses import replace
from datetime import date

from lxml import etree

from amana.kernel.words import LANGS
from amana.texts.akn.document import Document, Instrument
from amana.texts.akn.names import NS
from amana.texts.akn.soundness import unsound
from amana.texts.akn.validity import validate
from amana.texts.akn.writing import write
from amana.texts.rules.kinds import Kind
from amana.texts.rules.operations import Change, Fate, Operation, fold
from amana.texts.rules.tree import Block, grow
from amana.texts.tests.akn.exercises import (
    CHARTER,
    OPERATIONS,
    ORIGINAL,
    amending,
    article,
    consolidated,
    words,
)

AKN = {"a": NS}


def tree(document: Document, lang: str = "en") -> etree._Element:
    xml = write(document, lang)
    assert (validate(xml), unsound(xml)) == ([], [])
    return etree.fromstring(xml)


def standing(operations: tuple[Operation, ...], on: date = date(2020, 1, 1)) -> Document:
    folded = fold(ORIGINAL, operations, on)
    applied = tuple(each.operation for each in folded.outcomes if each.fate is Fate.APPLIED)
    assert len(applied) == len(operations), folded.outcomes
    return Document(CHARTER, folded.units, applied)


def test_the_version_is_of_the_day_of_its_last_change() -> None:
    root = tree(consolidated())
    uri = root.find(".//a:FRBRExpression/a:FRBRuri", AKN)
    version = root.find(".//a:FRBRversionNumber", AKN)
    assert uri is not None
    assert uri.get("value") == f"{CHARTER.uri}/eng@2012-01-01"
    assert version is not None
    assert version.get("value") == "3"
    assert root[0].get("contains") == "singleVersion"


def test_also_the_master_language_names_its_master_once_it_has_changed() -> None:
    for lang in LANGS:
        master = tree(consolidated(), lang).find(".//a:FRBRmasterExpression", AKN)
        assert master is not None
        assert master.get("href") == f"{CHARTER.uri}/eng@1972-03-04"


def test_events_name_the_instruments_and_the_last_made_this_version() -> None:
    root = tree(consolidated())
    events = root.findall(".//a:lifecycle/a:eventRef", AKN)
    assert [(each.get("date"), each.get("type"), each.get("source")) for each in events] == [
        ("1972-03-04", "generation", "#ro1"), ("1973-02-28", "generation", "#ro1"),
        ("2008-03-14", "amendment", "#rp1"), ("2012-01-01", "amendment", "#rp2"),
    ]  # fmt: skip
    assert [each.get("eId") for each in events if each.get("originatingExpression")] == ["e4"]


def test_every_change_is_a_passive_modification_with_source_place_and_time() -> None:
    root = tree(consolidated())
    listed = [
        (each.get("type"), each.find("a:source", AKN).get("href").rpartition("/")[2],
         each.find("a:destination", AKN).get("href"), each.get("period"))
        for each in root.iterfind(".//a:passiveModifications/a:textualMod", AKN)
    ]  # fmt: skip
    assert listed == [
        ("insertion", "!main#para_1", "#art_1a", "#tmpg_2"),
        ("substitution", "!main#para_2", "#art_3__para_1", "#tmpg_2"),
        ("repeal", "!main#para_3", "#art_4", "#tmpg_3"),
        ("renumbering", "!main#para_4", "#art_2bis", "#tmpg_3"),
    ]


def test_a_renumbered_provision_keeps_its_lasting_id_and_is_mapped() -> None:
    root = tree(consolidated())
    renumbered = root.find(".//a:article[@eId='art_2bis']", AKN)
    assert renumbered is not None
    assert renumbered.get("wId") == "art_2"
    mappings = [(each.get("original"), each.get("current"), each.get("start"))
                for each in root.iterfind(".//a:mapping", AKN)]  # fmt: skip
    assert ("#art_2", "#art_2bis", "#e4") in mappings
    assert ("#art_2__para_2__point_a", "#art_2bis__para_2__point_a", "#e4") in mappings
    with_other = {each.get("wId") for each in root.iter() if each.get("wId")}
    assert with_other == {original.removeprefix("#") for original, _current, _start in mappings}


def test_a_repealed_article_stays_as_a_place_that_had_its_time() -> None:
    for lang, said in (("ar", "[حكم ملغى]"), ("en", "[Repealed]"), ("fr", "[Disposition abrogée]")):
        root = tree(consolidated(), lang)
        gone = root.find(".//a:article[@eId='art_4']", AKN)
        assert gone is not None
        assert gone.get("status") == "removed"
        assert "".join(gone.find("a:content", AKN).itertext()) == said
        group = root.find(
            f".//a:temporalGroup[@eId='{gone.get('period')[1:]}']/a:timeInterval", AKN
        )
        assert group is not None
        assert (group.get("start"), group.get("end")) == ("#e2", "#e4")


def test_what_waits_for_an_event_is_not_in_the_text() -> None:
    assert b"res-9-44" not in write(consolidated(), "en")
    assert b"op-5" not in write(consolidated(), "en")


def test_an_article_inserted_and_repealed_had_its_time_between_the_two() -> None:
    gone = Operation("op-6", Change.REPEAL, "art_1a", date(2015, 6, 1), instrument="res-1#para_9")
    root = tree(standing((OPERATIONS[0], gone)))
    place = root.find(".//a:article[@eId='art_1a']", AKN)
    assert place is not None
    interval = root.find(
        f".//a:temporalGroup[@eId='{place.get('period')[1:]}']/a:timeInterval", AKN
    )
    assert interval is not None
    assert (interval.get("start"), interval.get("end")) == ("#e3", "#e4")


def test_a_change_whose_place_is_gone_points_at_the_work() -> None:
    chapter = Operation("op-7", Change.REPEAL, "chp_II", date(2016, 1, 1))
    root = tree(standing((*OPERATIONS[:2], chapter)))
    targets = [
        each.get("href") for each in root.iterfind(".//a:passiveModifications//a:destination", AKN)
    ]
    assert targets[1] == f"{CHARTER.uri}/!main#art_3__para_1"


def test_an_instrument_that_is_not_on_record_leaves_only_the_name_of_the_operation() -> None:
    xml = write(replace(consolidated(), instruments={}), "fr")
    assert (validate(xml), unsound(xml)) == ([], [])
    assert b"res-2-11" not in xml
    assert "Instrument modificatif" in xml.decode()


def test_an_article_put_after_the_annexes_goes_into_the_body() -> None:
    added = grow([Block(Kind.ARTICLE, words(en="More."), "9", printed=article("9"))])
    operation = Operation("op-8", Change.INSERT, "", date(2017, 1, 1), units=added)
    root = tree(standing((operation,)))
    assert root.find(".//a:act/a:body/a:article[@eId='art_9']", AKN) is not None


def test_an_annex_put_inside_an_article_is_still_valid() -> None:
    added = grow(
        [Block(Kind.ANNEX, words(en="Map."), "7"), Block(Kind.PARAGRAPH, words(en="x"), "1")]
    )
    root = tree(
        standing((Operation("op-9", Change.INSERT, "art_1", date(2017, 1, 1), units=added),))
    )
    assert root.find(".//a:hcontainer[@name='annex']", AKN) is not None


def test_the_amending_resolution_quotes_what_it_changes_in_every_language() -> None:
    for lang in LANGS:
        root = tree(amending(), lang)
        quoted = root.findall(".//a:paragraph[@eId='para_2']//a:quotedText", AKN)
        assert [each.text for each in quoted] == [
            getattr(OPERATIONS[1].old, lang), getattr(OPERATIONS[1].new, lang),
        ]  # fmt: skip
        assert [each.get("startQuote").strip() for each in quoted] == (
            ["“", "“"] if lang == "en" else ["«", "«"]
        )
        inserted = root.find(".//a:quotedStructure//a:article/a:paragraph//a:p", AKN)
        assert inserted is not None
        assert inserted.text == getattr(OPERATIONS[0].units[0].children[0].text, lang)


def test_active_modifications_mirror_the_passive_ones() -> None:
    root = tree(amending())
    active = [
        (each.get("type"), each.find("a:source", AKN).get("href"),
         each.find("a:destination", AKN).get("href"), each.find("a:destination", AKN).get("pos"))
        for each in root.iterfind(".//a:activeModifications/a:textualMod", AKN)
    ]  # fmt: skip
    assert active == [
        ("insertion", "#para_1__mod_1", f"{CHARTER.uri}/!main#art_1", "after"),
        ("substitution", "#para_2__mod_1", f"{CHARTER.uri}/!main#art_3__para_1", None),
    ]
    assert root.find(".//a:references/a:activeRef", AKN).get("href") == CHARTER.uri


def test_an_amendment_whose_words_are_not_in_its_paragraph_is_valid_all_the_same() -> None:
    document = amending()
    silent = tuple(
        replace(unit, text=words(en="Decides so."), wid="para_2") if unit.wid == "para_2" else unit
        for unit in document.units
    )
    root = tree(replace(document, units=silent), "ar")
    assert root.find(".//a:quotedText", AKN) is None
    assert root.find(".//a:textualMod[@type='substitution']/a:old", AKN) is None


def test_two_instruments_on_one_day_are_two_events() -> None:
    again = Operation(
        "op-x", Change.REPEAL, "art_4", date(2008, 3, 14), 9, instrument="res-7#para_1"
    )
    document = replace(
        standing((OPERATIONS[0], again)),
        instruments={
            "res-2-11": Instrument("/akn/aa-union/act/provision/union/2008/a", words(en="A"))
        },
    )
    assert len(tree(document).findall(".//a:eventRef[@type='amendment']", AKN)) == 2
