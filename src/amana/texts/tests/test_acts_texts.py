"""From a draft to a released text and its changes, written by the acts."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from amana.ground import register
from amana.ground.models import Act
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.texts.acts import drafts, operations, releases, tabling
from amana.texts.drafting import draft
from amana.texts.drafting import drafts as drafts_seen
from amana.texts.models import DraftRecord, SetAside, WorkRecord
from amana.texts.rules.kinds import Kind
from amana.texts.rules.operations import Change, Operation
from amana.texts.rules.tree import Block, Unit, find, walk
from amana.texts.standing_text import text_on
from amana.texts.tests.people import DELEGATE, DRAFTER, ON, RELEASER, officer

pytestmark = pytest.mark.django_db


@contextmanager
def refuses(code: str) -> Iterator[pytest.ExceptionInfo[Refusal]]:
    with pytest.raises(Refusal) as refused:
        yield refused
    assert refused.value.code == code


BLOCKS = (
    Block(Kind.TITLE, Words(en="On exercises", fr="Des exercices", ar="بشأن التمارين")),
    Block(Kind.FORMULA, Words(en="The Council,", fr="Le Conseil,", ar="إن المجلس،")),
    Block(Kind.OPERATIVE, Words(en="Requests the Secretary General to report;",
                                fr="Prie le Secrétaire général de faire rapport ;",
                                ar="يطلب إلى الأمين العام تقديم تقرير؛")),
    Block(Kind.OPERATIVE, Words(en="Decides to meet again.",
                                fr="Décide de se réunir de nouveau.", ar="يقرر الاجتماع مجددًا.")),
)  # fmt: skip


def opened(**more: object) -> DraftRecord:
    return drafts.open_draft(
        "resolution",
        BLOCKS[0].text,
        by=DRAFTER,
        blocks=BLOCKS,
        **more,  # type: ignore[arg-type]
    )


def tabled(**more: object) -> WorkRecord:
    record = opened(**more)
    for lang in LANGS:
        drafts.set_state(record.draft.key, lang, "ready", by=DRAFTER)
    return tabling.table(record.draft.key, work="res-exercise", by=DRAFTER)


def test_a_draft_is_numbered_by_its_order() -> None:
    record = opened()
    view = draft(record.draft.key, by=DRAFTER)
    assert [(unit.kind.value, unit.num) for unit, _depth in walk(view.units)] == [
        ("title", ""), ("formula", ""), ("operative", "1"), ("operative", "2"),
    ]  # fmt: skip
    drafts.move_block(record.draft.key, "n4", after="n2", by=DRAFTER)
    drafts.add_block(record.draft.key, "subparagraph", after="n4", by=DRAFTER, text=Words(en="x;"))
    view = draft(record.draft.key, by=DRAFTER)
    assert [(block.wid, block.num) for block in view.blocks] == [
        ("n1", ""), ("n2", ""), ("n4", "1"), ("n5", "a"), ("n3", "2"),
    ]  # fmt: skip
    drafts.move_block(record.draft.key, "n4", after="n3", by=DRAFTER)
    view = draft(record.draft.key, by=DRAFTER)
    assert [block.wid for block in view.blocks] == ["n1", "n2", "n3", "n4", "n5"]


def test_two_hands_on_one_draft_lose_nothing() -> None:
    key = opened().draft.key
    english, french = BLOCKS[2].text.en, BLOCKS[2].text.fr
    drafts.save_text(key, "n3", "en", "Urges all to report;", seen=english, by=DRAFTER)
    drafts.save_text(key, "n3", "fr", "Engage à faire rapport ;", seen=french, by=RELEASER_TOO)
    _row, aside = drafts.save_text(key, "n3", "en", "Invites a report;", seen=english, by=DRAFTER)
    assert aside is not None
    view = draft(key, by=DRAFTER)
    assert view.rows[2].text.en == "Urges all to report;"
    assert view.rows[2].text.fr == "Engage à faire rapport ;"
    assert [each.text.en for each in view.asides] == ["Invites a report;"]
    drafts.settle(key, aside.pk, take=True, by=DRAFTER)
    assert draft(key, by=DRAFTER).rows[2].text.en == "Invites a report;"
    assert not SetAside.objects.known().exists()


RELEASER_TOO = officer("releaser")


def test_new_words_in_the_language_of_drafting_put_the_others_back() -> None:
    key = opened().draft.key
    for lang in LANGS:
        drafts.set_state(key, lang, "ready", by=DRAFTER)
    drafts.save_text(key, "n4", "en", "Decides nothing.", seen=BLOCKS[3].text.en, by=DRAFTER)
    states = draft(key, by=DRAFTER).rows[3].states
    assert states == {"en": "drafted", "fr": "drafted", "ar": "drafted"}


def test_a_named_version_can_be_read_again() -> None:
    key = opened().draft.key
    version = drafts.name_version(key, by=DRAFTER)
    drafts.save_text(key, "n4", "en", "Decides nothing.", seen=BLOCKS[3].text.en, by=DRAFTER)
    drafts.remove_block(key, "n3", by=DRAFTER)
    then = draft(key, by=DRAFTER, at=version.at)
    assert [row.text.en for row in then.rows] == [block.text.en for block in BLOCKS]
    assert len(draft(key, by=DRAFTER).rows) == 3


def test_a_draft_is_unknown_to_who_may_not_see_it() -> None:
    key = opened(distribution="restricted", readers=["body:legal-affairs"]).draft.key
    assert draft(key, by=DRAFTER)
    for eyes in (None, DELEGATE, RELEASER):
        assert key not in {row.draft.key for row in drafts_seen(eyes)}
        with refuses("draft.unknown"):
            draft(key, by=eyes)


def test_who_has_no_power_writes_nothing() -> None:
    key, before = opened().draft.key, register.head()
    with refuses("text.no-power"):
        drafts.save_text(key, "n3", "en", "x", seen=BLOCKS[2].text.en, by=DELEGATE)
    assert register.head() == before


def test_the_register_keeps_the_hash_of_words_and_not_the_words() -> None:
    opened(distribution="restricted", readers=["body:legal-affairs"])
    told = str([act.facts for act in Act.objects.all()])
    assert "Requests the Secretary General" not in told
    assert "sha256" in told


def test_a_tabled_text_has_lasting_ids_and_is_frozen() -> None:
    record = tabled()
    text = text_on("res-exercise", on=ON, by=DRAFTER)
    assert [unit.wid for unit, _depth in walk(text.units)] == [
        "preface__docTitle_1", "preamble__formula_1", "para_1", "para_2",
    ]  # fmt: skip
    assert text.units[2].printed == Words(ar="١-", en="1.", fr="1.")
    key = DraftRecord.objects.known().get(work=record.work).draft.key
    with refuses("draft.frozen"):
        drafts.remove_block(key, "n3", by=DRAFTER)


def test_a_limited_text_exists_for_nobody_outside() -> None:
    tabled()
    assert not WorkRecord.objects.known().filter(work__key="res-exercise").exists()
    assert WorkRecord.objects.seen_by(DELEGATE).filter(work__key="res-exercise").exists()
    with refuses("work.unknown"):
        text_on("res-exercise", on=ON)


def test_all_languages_are_released_at_one_second() -> None:
    tabled()
    tabling.set_distribution("res-exercise", by=RELEASER, distribution="general")
    with refuses("work.unknown"):
        text_on("res-exercise", on=ON)
    row = releases.release("res-exercise", by=RELEASER)
    assert (row.languages, row.missing) == (["ar", "en", "fr"], [])
    assert text_on("res-exercise", on=ON).units[2].text == BLOCKS[2].text


def test_a_language_that_is_not_ready_stops_the_release() -> None:
    key = opened().draft.key
    for lang in ("ar", "en"):
        drafts.set_state(key, lang, "ready", by=DRAFTER)
    drafts.ask_translation(key, "fr", "2026-12-01", blocks=["n3"], by=DRAFTER)
    tabling.table(key, work="res-exercise", by=DRAFTER)
    with refuses("release.not-ready") as refused:
        releases.release("res-exercise", by=RELEASER)
    assert "French" in refused.value.sentence("en")
    with refuses("release.parity"):
        releases.release("res-exercise", by=RELEASER, languages=["ar", "en"])
    reason = Words(en="The French text is awaited.")
    row = releases.release("res-exercise", by=RELEASER, languages=["ar", "en"], reason=reason)
    assert row.missing == ["fr"]
    assert Act.objects.get(pk=row.act_id).reason == "The French text is awaited."


def instrument() -> str:
    record = drafts.open_draft("resolution", Words(en="Amending"), by=DRAFTER, blocks=BLOCKS)
    tabling.table(record.draft.key, work="res-amending", by=DRAFTER)
    tabling.set_distribution("res-amending", by=RELEASER, distribution="general")
    return "res-amending#para_2"


def test_an_operation_changes_the_text_from_its_day_and_undo_takes_it_back() -> None:
    tabled()
    change = Operation(
        "", Change.SUBSTITUTE, "para_2", date(2027, 1, 1), old=Words(en="again"),
        new=Words(en="in a year"), instrument=instrument(),
    )  # fmt: skip
    row = operations.amend("res-exercise", change, by=RELEASER)

    def says(on: date) -> str:
        unit = find(text_on("res-exercise", on=on, by=DRAFTER).units, "para_2")
        return unit.text.en if unit else ""

    assert says(date(2026, 12, 31)) == "Decides to meet again."
    assert says(date(2027, 1, 1)) == "Decides to meet in a year."
    operations.undo("res-exercise", row.key, by=RELEASER, reason="Recorded in error.")
    assert says(date(2027, 1, 1)) == "Decides to meet again."


def test_an_operation_waits_for_its_event() -> None:
    tabled()
    operations.happened("res-exercise", "ratified", name=Words(en="Ratification"), by=RELEASER)
    change = Operation("", Change.REPEAL, "para_2", event="ratified", instrument=instrument())
    operations.amend("res-exercise", change, by=RELEASER)
    unit = find(text_on("res-exercise", on=date(2030, 1, 1), by=DRAFTER).units, "para_2")
    assert unit is not None
    assert not unit.repealed
    operations.happened("res-exercise", "ratified", on="2028-05-01", by=RELEASER)
    unit = find(text_on("res-exercise", on=date(2030, 1, 1), by=DRAFTER).units, "para_2")
    assert unit is not None
    assert unit.repealed


def test_amendments_do_not_go_in_a_circle() -> None:
    tabled()
    change = Operation("", Change.REPEAL, "para_2", ON, instrument=instrument())
    operations.amend("res-exercise", change, by=RELEASER)
    back = Operation("", Change.REPEAL, "para_1", ON, instrument="res-exercise#para_1")
    with refuses("operation.circle"):
        operations.amend("res-amending", back, by=RELEASER)


@pytest.mark.parametrize("target", ["para_9", "art_1"])
def test_an_operation_on_nothing_is_refused_and_writes_nothing(target: str) -> None:
    tabled()
    change = Operation("", Change.REPEAL, target, ON, instrument=instrument())
    before = register.head()
    with refuses("operation.no-target"):
        operations.amend("res-exercise", change, by=RELEASER)
    assert register.head() == before


def test_the_draft_of_a_text_is_read_by_who_may_read_the_text() -> None:
    tabled()
    key = DraftRecord.objects.known().get().draft.key
    assert draft(key, by=DELEGATE).rows
    tabling.set_distribution(
        "res-exercise", by=RELEASER, distribution="restricted", readers=["body:cabinet"]
    )
    for who in (DELEGATE, DRAFTER):
        with refuses("draft.unknown"):
            draft(key, by=who)
    assert draft(key, by=RELEASER).rows


def test_nobody_shuts_a_text_away_from_themselves() -> None:
    with refuses("release.not-yourself"):
        opened(sensitivity="secret")
    key = opened(distribution="restricted").draft.key  # its own body still reads it
    with refuses("release.not-yourself"):
        drafts.describe_draft(key, by=DRAFTER, sensitivity="secret")
    with refuses("release.not-yourself"):
        tabling.table(key, work="res-lost", by=DRAFTER)
    tabled()
    with refuses("release.not-yourself"):
        tabling.set_distribution("res-exercise", by=RELEASER, distribution="restricted")


@pytest.mark.parametrize("day", ["1445-02-10", "0999", "2078-01-01"])
def test_a_day_that_no_page_can_write_is_refused(day: str) -> None:
    key = opened().draft.key
    with refuses("date.out-of-range"):
        tabling.table(key, work="res-exercise", by=DRAFTER, adopted=day)
    tabling.table(key, work="res-exercise", by=DRAFTER)
    with refuses("date.out-of-range"):
        operations.happened("res-exercise", "ratified", on=day, by=RELEASER)
    with refuses("date.out-of-range"):
        operations.amend(
            "res-exercise", Operation("", Change.REPEAL, "para_2"), by=RELEASER, decided=day
        )


def test_what_no_table_holds_is_refused_in_words() -> None:
    tabled()
    by = instrument()
    long = Unit("para_9", Kind.OPERATIVE, "9" * 130, text=Words(en="x"))
    with refuses("operation.number-too-long"):
        operations.amend(
            "res-exercise",
            Operation("", Change.INSERT, "para_2", ON, units=(long,), instrument=by),
            by=RELEASER,
        )
    with refuses("text.name-too-long"):
        operations.happened("res-exercise", "x" * 81, by=RELEASER)


def test_a_whole_provision_is_replaced_in_every_language_that_it_has() -> None:
    tabled()
    new = Unit("para_2", Kind.OPERATIVE, "2", text=Words(en="Decides otherwise."))
    change = Operation("", Change.SUBSTITUTE, "para_2", ON, units=(new,), instrument=instrument())
    with refuses("operation.language-lost"):
        operations.amend("res-exercise", change, by=RELEASER)


def test_a_wording_is_corrected_only_where_it_is_as_it_was_seen() -> None:
    tabled()
    node, seen = "res-exercise#para_2", dict(BLOCKS[3].text)
    tabling.record_text(node, {"ar": "يقرر."}, by=RELEASER, seen=seen)
    known = tabling.record_text(node, {"en": "Decides."}, by=RELEASER, seen=seen)
    assert known.text == Words(ar="يقرر.", en="Decides.", fr=BLOCKS[3].text.fr)
    with refuses("provision.changed-meanwhile"):
        tabling.record_text(node, {"en": "Decides now."}, by=RELEASER, seen=seen)
    assert tabling.record_text(node, {"fr": ""}, by=RELEASER).text.fr == ""


def test_a_correction_lets_no_change_on_record_fail() -> None:
    tabled()
    change = Operation(
        "", Change.SUBSTITUTE, "para_2", date(2027, 1, 1), old=Words(en="again"),
        new=Words(en="in a year"), instrument=instrument(),
    )  # fmt: skip
    operations.amend("res-exercise", change, by=RELEASER)
    with refuses("provision.breaks-operations"):
        tabling.record_text("res-exercise#para_2", Words(en="Decides to meet."), by=RELEASER)


def test_a_paragraph_with_words_set_aside_is_not_taken_out() -> None:
    key = opened().draft.key
    said = BLOCKS[2].text.en
    drafts.save_text(key, "n3", "en", "One.", seen=said, by=DRAFTER)
    drafts.save_text(key, "n3", "en", "Two.", seen=said, by=DRAFTER)
    with refuses("draft.aside-first"):
        drafts.remove_block(key, "n3", by=DRAFTER)
    drafts.settle(key, SetAside.objects.known().get().pk, take=False, by=DRAFTER)
    drafts.remove_block(key, "n3", by=DRAFTER)


def test_the_numbers_that_freeze_are_those_that_were_seen() -> None:
    key = opened().draft.key
    for lang in LANGS:
        drafts.set_state(key, lang, "ready", by=DRAFTER)
    drafts.add_block(key, "operative", after="n2", by=DRAFTER)
    with refuses("draft.empty-blocks"):
        tabling.table(key, work="res-shifted", by=DRAFTER)
    drafts.move_block(key, "n5", after="n4", by=DRAFTER)
    tabling.table(key, work="res-in-place", by=DRAFTER)


def test_a_paragraph_that_is_only_its_items_keeps_its_number() -> None:
    """`(b) (i) …`: the place (b) has no words of its own, and its items stand in it."""
    key = opened().draft.key
    drafts.add_block(key, "operative", after="n2", by=DRAFTER)
    drafts.add_block(key, "subparagraph", after="n5", by=DRAFTER, text=Words(en="x;"))
    tabling.table(key, work="res-of-items", by=DRAFTER)
    wids = [unit.wid for unit, _depth in walk(text_on("res-of-items", on=None, by=DRAFTER).units)]
    assert wids[2:] == ["para_1", "para_1__subpara_a", "para_2", "para_3"]
