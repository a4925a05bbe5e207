"""Files of the works on record: every one of the pack, and one that is drafted and changed."""

from datetime import date

import pytest
from lxml import etree

from amana.ground.facts import correct_fact
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.texts.acts import drafts, operations, releases, tabling
from amana.texts.akn.eli import json_ld
from amana.texts.akn.of_work import from_work
from amana.texts.akn.reading import read
from amana.texts.akn.soundness import concord, unsound
from amana.texts.akn.validity import validate
from amana.texts.akn.writing import write
from amana.texts.models import WorkRecord
from amana.texts.rules.kinds import Kind
from amana.texts.rules.operations import Change, Operation
from amana.texts.rules.tree import Block
from amana.texts.tests.people import DRAFTER, RELEASER

pytestmark = pytest.mark.django_db


def file_of(key: str, lang: str, *, by: Authority | None = None) -> bytes:
    return write(from_work(key, by=by), lang)


BLOCKS = (
    Block(Kind.TITLE, Words(en="On exercises", fr="Des exercices", ar="بشأن التمارين")),
    Block(Kind.FORMULA, Words(en="The Council,", fr="Le Conseil,", ar="إن المجلس،")),
    Block(Kind.OPERATIVE, Words(en="Requests the Secretary General to report;",
                                fr="Prie le Secrétaire général de faire rapport ;",
                                ar="يطلب إلى الأمين العام تقديم تقرير؛")),
    Block(Kind.OPERATIVE, Words(en="Decides to meet again.",
                                fr="Décide de se réunir de nouveau.", ar="يقرر الاجتماع مجددًا.")),
)  # fmt: skip


def tabled(key: str) -> WorkRecord:
    """An exercise resolution, drafted in three languages and tabled."""
    record = drafts.open_draft("resolution", BLOCKS[0].text, by=DRAFTER, blocks=BLOCKS)
    for lang in LANGS:
        drafts.set_state(record.draft.key, lang, "ready", by=DRAFTER)
    tabling.table(record.draft.key, work=key, by=DRAFTER)
    return tabling.set_distribution(key, by=RELEASER, distribution="general")


@pytest.mark.usefixtures("oic")
def test_every_work_of_the_pack_is_valid_and_sound_in_three_languages() -> None:
    keys = list(WorkRecord.objects.known().values_list("work__key", flat=True))
    assert len(keys) > 300
    for key in keys:
        document = from_work(key)
        files = {lang: write(document, lang) for lang in LANGS}
        for lang, xml in files.items():
            assert (key, lang, validate(xml), unsound(xml)) == (key, lang, [], [])
        assert concord(files) == []
        assert json_ld(document, LANGS)["@graph"]


@pytest.mark.usefixtures("oic")
def test_a_charter_without_its_wording_is_its_headings() -> None:
    document = from_work("charter-2008", on=date(2026, 1, 1))
    xml = write(document, "ar")
    blocks = read(xml).blocks
    assert sum(each.kind is Kind.ARTICLE for each in blocks) == 39
    assert sum(each.kind is Kind.CHAPTER for each in blocks) == 18
    assert not any(each.text for each in blocks)
    assert all(each.heading.ar for each in blocks if each.kind is Kind.ARTICLE)
    assert document.work.uri == "/akn/aa-oic/act/provision/oic/2008-03-14/charter-2008"


@pytest.mark.usefixtures("oic")
def test_a_resolution_stands_under_the_body_that_its_symbol_names() -> None:
    work = from_work("res-cfm-8-eco-1").work
    assert work.uri == "/akn/aa-oic/statement/deliberation/oic-icfm/1977/1-8-E"
    assert work.author.names.fr


def test_a_jurisdiction_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    tabled("res-exercise")
    monkeypatch.setenv("AMANA_AKN_JURISDICTION", "aa-exercise")
    xml = file_of("res-exercise", "en", by=DRAFTER)
    assert b'<statement name="resolutionDraft"' in xml
    assert b'value="/akn/aa-exercise/statement/' in xml
    assert (validate(xml), unsound(xml)) == ([], [])


def test_an_unknown_work_is_refused() -> None:
    with pytest.raises(Refusal, match="no text"):
        file_of("nothing", "en")


def test_words_are_in_the_file_of_the_public_only_once_they_are_released() -> None:
    tabled("res-exercise")
    with pytest.raises(Refusal, match="no text"):
        file_of("res-exercise", "en")
    assert b"Secretary General to report" in file_of("res-exercise", "en", by=DRAFTER)
    releases.release("res-exercise", by=RELEASER)
    for lang in LANGS:
        done = read(file_of("res-exercise", lang))
        assert [getattr(each.text, lang) for each in done.blocks] == [
            getattr(each.text, lang) for each in BLOCKS
        ]  # fmt: skip
        xml = file_of("res-exercise", lang)
        assert (validate(xml), unsound(xml)) == ([], [])
    verbs = etree.fromstring(file_of("res-exercise", "fr")).iter("{*}concept")
    assert [each.text for each in verbs] == ["Prie", "Décide"]


def test_a_text_that_is_not_adopted_keeps_its_address() -> None:
    """Whatever becomes known of it later: its symbol, its body, its day of adoption."""
    record = tabled("res-exercise")
    uri = "/akn/aa-oic/statement/deliberation/oic/{}/res-exercise"
    expected = uri.format(DRAFTER.on.isoformat())
    assert from_work("res-exercise", by=DRAFTER).work.uri == expected
    correct_fact(
        record, {"adopted": "2027-01-05", "symbol": "7/60-POL", "canonical": "7/60-POL"},
        verb="work.correct", subject="work:res-exercise", by=RELEASER,
    )  # fmt: skip
    document = from_work("res-exercise", by=DRAFTER)
    assert document.work.uri == expected
    xml = write(document, "en")
    assert b'value="7/60-POL" name="symbol"' in xml
    assert b'date="2027-01-05"' in xml
    assert (validate(xml), unsound(xml)) == ([], [])


def test_what_was_done_with_a_text_is_its_workflow() -> None:
    tabled("res-exercise")
    releases.release("res-exercise", by=RELEASER)
    steps = etree.fromstring(file_of("res-exercise", "ar")).iterfind(".//{*}workflow/{*}step")
    assert [each.get("outcome") for each in steps] == [
        "#drafted", "#tabled", "#released-ar-en-fr",
    ]  # fmt: skip


@pytest.mark.usefixtures("oic")
def test_the_steps_of_a_charter_are_those_on_record() -> None:
    steps = from_work("charter-2008").steps
    said = [(each.on.isoformat(), each.outcome.key if each.outcome else "") for each in steps]
    assert ("2008-03-14", "adopted") in said
    assert said == sorted(said)


def test_a_change_is_in_both_files_the_changed_and_the_changing() -> None:
    tabled("res-exercise")
    tabled("res-changing")
    operations.amend(
        "res-exercise",
        Operation("", Change.SUBSTITUTE, "para_2", date(2026, 12, 1), old=Words(en="again"),
                  new=Words(en="in a year"), instrument="res-changing#para_1"),
        by=RELEASER,
    )  # fmt: skip
    before = write(from_work("res-exercise", on=date(2026, 11, 30), by=DRAFTER), "en")
    after = write(from_work("res-exercise", on=date(2026, 12, 1), by=DRAFTER), "en")
    assert b"meet again" in before
    assert b"meet in a year" in after
    assert b"passiveModifications" in after
    changing = write(from_work("res-changing", by=DRAFTER), "en")
    assert b"activeModifications" in changing
    for xml in (before, after, changing):
        assert (validate(xml), unsound(xml)) == ([], [])
