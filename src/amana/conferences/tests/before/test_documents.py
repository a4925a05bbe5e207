"""Documents on items: symbols, due days, what was considered, and who sees what."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amana.conferences.acts import documents
from amana.conferences.agendas import agenda_of, document
from amana.conferences.dues import deadlines_for, due_day, opening_of, standing_of_document
from amana.conferences.tests.before.people import DELEGATE, OFFICER, ON, exercise
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.texts.acts import drafts, releases, tabling
from amana.texts.drafting import draft
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Block
from amana.texts.tests.people import DRAFTER, RELEASER


@pytest.fixture
def item(items):
    """The key of an item that the public sees."""
    from amana.conferences.acts.agenda import issue_agenda

    (row,) = items(1)
    issue_agenda("cfm-52", by=OFFICER)
    return row.item.key


FIRST = Words(en="First.", fr="Premier.", ar="أولًا.")


def drafted(**more):
    blocks = [Block(Kind.TITLE, exercise("Archives")), Block(Kind.OPERATIVE, FIRST)]
    return drafts.open_draft(
        "resolution", exercise("Archives"), by=DRAFTER, blocks=blocks, **more
    ).draft.key


def slotted(item, **more):
    return documents.slot(item, "report", exercise("Report"), by=OFFICER, **more)


def keys(eyes):
    return [each.key for row in agenda_of("cfm-52", eyes=eyes) for each in row.documents]


def test_the_next_symbol_of_the_series_is_reserved_with_session_and_year(item):
    first = slotted(item, series="cfm-sg-reports", cluster="POL")
    second = slotted(item, series="cfm-sg-reports", cluster="POL")
    assert first.symbol == "OIC/CFM-52/2027/POL/SG.REP.1"
    assert second.symbol == "OIC/CFM-52/2027/POL/SG.REP.2"
    assert first.key != second.key


def test_a_series_that_lacks_a_part_takes_no_number(item):
    with pytest.raises(Refusal) as refused:
        slotted(item, series="cfm-sg-reports")
    assert refused.value.code == "series.part"


def test_due_days_are_counted_back_from_the_opening_and_lateness_has_its_rule(item, council):
    row = slotted(item)
    dues = deadlines_for(council, opening_of("cfm-52"), on=ON)
    day, due = due_day(row, dues)
    assert (day, due.rule.days) == (date(2027, 5, 9), 42)
    assert due.rule.mark.en == "practice of the Secretariat, to be confirmed"
    late = standing_of_document(row, day, on=date(2027, 5, 12))
    assert (late.state, late.days) == ("late", 3)
    row = documents.submit(row.key, ON, by=OFFICER)
    assert standing_of_document(row, day, on=ON).state == "done"


def test_deadlines_are_those_of_the_kind_of_session_in_their_order(council):
    dues = deadlines_for(council, opening_of("cfm-52"), on=ON)
    assert [(due.rule.key, due.day.isoformat()) for due in dues][:2] == [
        ("agenda-ordinary", "2027-04-21"), ("invitation-ordinary", "2027-04-21"),
    ]  # fmt: skip
    assert dues[-1].day == date(2027, 6, 19)
    assert not any("extraordinary" in due.rule.key for due in dues)
    assert deadlines_for(council, None, on=ON) == []


def test_what_was_considered_stays_readable_as_it_was(item):
    key = drafted()
    row = slotted(item, draft=key)
    drafts.name_version(key, by=DRAFTER)
    pinned = documents.pin(row.key, by=OFFICER, milestone=1)
    (_, block) = draft(key, by=DRAFTER).rows
    drafts.save_text(key, block.block, "en", "Second.", seen="First.", by=DRAFTER)
    assert draft(key, by=OFFICER).blocks[1].text.en == "Second."
    assert draft(key, by=OFFICER, at=pinned.pinned).blocks[1].text.en == "First."
    assert pinned.milestone == 1


def test_a_symbol_alone_cannot_be_pinned_nor_a_version_that_is_none(item):
    row = slotted(item)
    with pytest.raises(Refusal, match="no version"):
        documents.pin(row.key, by=OFFICER)
    documents.attach(row.key, by=OFFICER, draft=drafted())
    with pytest.raises(Refusal) as refused:
        documents.pin(row.key, by=OFFICER, milestone=7)
    assert refused.value.code == "draft-version.unknown"


def test_a_limited_symbol_is_in_no_list_of_the_public(item):
    limited, public = slotted(item), slotted(item, distribution="general")
    named = slotted(item, distribution="restricted", readers=["body:mission-07"])
    assert keys(None) == [public.key]
    assert keys(OFFICER) == [limited.key, public.key]
    assert keys(DELEGATE) == [limited.key, public.key, named.key]
    with pytest.raises(Refusal):
        document(limited.key, eyes=None)


def test_a_draft_is_seen_by_the_public_once_its_text_is_released(item):
    key = drafted()
    row = slotted(item, draft=key)
    assert keys(None) == []
    assert keys(DELEGATE) == [row.key]
    for lang in ("ar", "en", "fr"):
        drafts.set_state(key, lang, "ready", by=DRAFTER)
    tabling.table(key, work="res-exercise", by=DRAFTER, adopted="2024-08-29")
    assert keys(None) == []
    tabling.set_distribution("res-exercise", by=RELEASER, distribution="general")
    releases.release("res-exercise", by=RELEASER)
    (found,) = agenda_of("cfm-52")[0].documents
    assert (found.key, found.work, found.draft) == (row.key, "res-exercise", "")


def test_a_restricted_draft_is_seen_by_its_readers_alone(item):
    row = slotted(item)
    key = drafted(distribution="restricted", readers=["body:legal-affairs"])
    with pytest.raises(Refusal) as refused:
        documents.attach(row.key, by=OFFICER, draft=key)
    assert refused.value.code == "draft.unknown"


def test_a_document_is_taken_off_with_a_reason(item):
    row = slotted(item)
    with pytest.raises(Refusal, match="for a reason"):
        documents.withdraw(row.key, by=OFFICER, reason="")
    documents.withdraw(row.key, by=OFFICER, reason="Two documents were joined.")
    assert keys(OFFICER) == []


def test_an_agenda_costs_two_queries_whatever_its_length(items, council):
    for row in items(6):
        slotted(row.item.key)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert len(agenda_of("cfm-52", eyes=OFFICER, serving=True)) == 6
    assert len(asked) == 2
