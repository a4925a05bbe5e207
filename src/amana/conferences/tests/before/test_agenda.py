"""Agendas: built, ordered, issued, adopted, concluded; recommendations that travel on them."""

from datetime import date

import pytest

from amana.conferences import cloning
from amana.conferences.acts import agenda, convening, documents, recommendations
from amana.conferences.agendas import agenda_of, item
from amana.conferences.candidates import candidates_for
from amana.conferences.finds import found_items
from amana.conferences.models import Decision, Recommendation, Standing
from amana.conferences.tests.before.people import DELEGATE, OFFICER, ON, exercise
from amana.ground.facts import Provenance, When, assert_fact
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.texts.acts import drafts, tabling
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Block
from amana.texts.tests.people import DRAFTER


def labels(session, **more):
    return [(row.label("en"), row.row.title.en) for row in agenda_of(session, **more)]


def stands(council, place, title):
    assert_fact(
        Standing,
        {"key": f"cfm-{place}", "body": council.body, "place": place, "names": exercise(title)},
        When("2008-03-14"), Provenance(sources=("an exercise",)),
        verb="standing.record", subject=f"standing:cfm-{place}", by=OFFICER,
    )  # fmt: skip


def recommended():
    return recommendations.recommend(
        "general-secretariat", "cfm", exercise("On archives"), by=OFFICER,
        text=exercise("Keep every paper"),
    )  # fmt: skip


def fate():
    return Recommendation.objects.known().get().fate


@pytest.fixture
def adopted(council):
    """An adopted agenda with one recommendation on it; the key of its item."""
    recommended()
    (record,) = agenda.build_agenda("cfm-52", by=OFFICER)
    agenda.issue_agenda("cfm-52", by=OFFICER)
    agenda.adopt_agenda("cfm-52", by=OFFICER)
    return record.item.key


def test_a_provisional_agenda_is_built_from_what_stands_and_what_was_recommended(council):
    stands(council, 2, "Report of the Secretary General")
    stands(council, 1, "Adoption of the agenda")
    recommended()
    agenda.build_agenda("cfm-52", by=OFFICER)
    assert labels("cfm-52", serving=True) == [
        ("1", "Adoption of the agenda (exercise)"),
        ("2", "Report of the Secretary General (exercise)"),
        ("3", "On archives (exercise)"),
    ]
    assert agenda.build_agenda("cfm-52", by=OFFICER) == []  # built twice it is the same
    assert all(each.taken for each in candidates_for(council, on=ON))


def test_an_earlier_resolution_that_asks_for_an_item_is_found_with_its_paragraph(council):
    words = Words(
        en="Decides to include in the provisional agenda of its fifty-second session an item.",
        fr="Décide d'inscrire un point à l'ordre du jour provisoire de sa 52e session.",
        ar="يقرر أن يدرج بندًا في جدول الأعمال المؤقت لدورته الثانية والخمسين.",
    )
    blocks = [
        Block(Kind.TITLE, exercise("On archives")),
        Block(Kind.OPERATIVE, exercise("Requests the Secretary General to report")),
        Block(Kind.OPERATIVE, words),
    ]
    draft = drafts.open_draft(
        "resolution", exercise("On archives"), by=DRAFTER, blocks=blocks
    ).draft
    made = tabling.table(draft.key, work="res-exercise", by=DRAFTER, adopted="2024-08-29")
    Decision.objects.create(
        key="res-exercise", work=made.work,
        session=council.body.sessions.get(key="cfm-50"),
    )  # fmt: skip
    (found,) = candidates_for(council, on=ON)
    assert (found.origin, found.basis) == ("mandate", ("res-exercise#para_2",))
    assert found.title == words


def test_items_are_ordered_by_typed_numbers_and_their_keys_stay(council, items):
    first, second, third = (row.item.key for row in items(3))
    moved = agenda.order_agenda("cfm-52", {third: "1", first: "2", second: "2 (أ)"}, by=OFFICER)
    assert moved == 3
    found = agenda_of("cfm-52", serving=True)
    assert [(row.label("en"), row.label("ar"), row.key) for row in found] == [
        ("1", "1", third), ("2", "2", first), ("2 (a)", "2 (أ)", second),
    ]  # fmt: skip
    assert item("cfm-52", "2-a", serving=True).key == second
    assert item("cfm-52", 2, serving=True).key == second
    typed = {third: "1", first: "2", second: "2a"}
    assert agenda.order_agenda("cfm-52", typed, by=OFFICER) == 0


@pytest.mark.parametrize(
    ("typed", "code"), [("x", "agenda.number-unread"), ("4 (a)", "agenda.number-alone")]
)
def test_numbers_that_cannot_be_read_change_nothing(council, items, typed, code):
    one, two = (row.item.key for row in items(2))
    with pytest.raises(Refusal) as refused:
        agenda.order_agenda("cfm-52", {one: "1", two: typed}, by=OFFICER)
    assert refused.value.code == code


def test_the_public_sees_an_agenda_once_it_is_issued(council, items):
    items(2)
    assert agenda_of("cfm-52") == []
    agenda.issue_agenda("cfm-52", by=OFFICER)
    assert [label for label, _ in labels("cfm-52")] == ["1", "2"]


def test_an_agenda_is_adopted_without_what_was_deleted_or_deferred(council, items):
    one, two, three, four = (row.item.key for row in items(4))
    agenda.order_agenda("cfm-52", {one: "1", two: "2", three: "2a", four: "3"}, by=OFFICER)
    agenda.issue_agenda("cfm-52", by=OFFICER)
    agenda.adopt_agenda("cfm-52", by=OFFICER, deferred=[two], deleted=[one])
    assert labels("cfm-52") == [("1", "Item 4 (exercise)")]
    gone = {row.key: row.row.stage for row in agenda_of("cfm-52", serving=True) if not row.numbers}
    assert gone == {one: "deleted", two: "deferred", three: "deferred"}


def test_what_was_deferred_comes_back_on_the_next_agenda(council, items):
    (one,) = (row.item.key for row in items(1))
    agenda.issue_agenda("cfm-52", by=OFFICER)
    agenda.adopt_agenda("cfm-52", by=OFFICER, deferred=[one])
    following = convening.convene(
        "cfm", "ordinary", date(2028, 6, 20), date(2028, 6, 21), by=OFFICER, initiative="rule"
    )
    (found,) = candidates_for(following, on=ON)
    assert (found.key, found.origin) == (one, "deferred")


@pytest.mark.parametrize(
    ("ended", "as_"),
    [
        ("adopted", "adopted"), ("amended", "amended"), ("deferred", "deferred"),
        ("not-taken-up", "not-taken-up"), ("considered", "not-taken-up"),
    ],
)  # fmt: skip
def test_a_recommendation_ends_as_the_item_in_which_it_travelled(adopted, ended, as_):
    assert fate() == "open"
    agenda.conclude_item(adopted, ended, by=OFFICER, decision="res-exercise#para_1")
    assert fate() == as_
    assert Recommendation.objects.known().get().decision == "res-exercise#para_1"


def test_a_deferred_recommendation_travels_again(adopted):
    agenda.conclude_item(adopted, "deferred", by=OFFICER)
    following = convening.convene(
        "cfm", "ordinary", date(2028, 6, 20), date(2028, 6, 21), by=OFFICER, initiative="rule"
    )
    agenda.build_agenda(following.key, by=OFFICER)
    row = Recommendation.objects.known().get()
    assert (row.fate, row.item.session.key) == ("open", "cfm-53")


def test_an_item_that_is_not_adopted_yet_is_not_concluded(council, items):
    (row,) = items(1)
    with pytest.raises(Refusal, match="adopted agenda"):
        agenda.conclude_item(row.item.key, "adopted", by=OFFICER)


def test_no_body_recommends_to_itself_and_who_asks_is_said(council):
    with pytest.raises(Refusal, match="itself"):
        recommendations.recommend("cfm", "cfm", exercise("x"), by=OFFICER)
    with pytest.raises(Refusal, match="who asks"):
        agenda.add_item("cfm-52", exercise("x"), by=OFFICER)


def test_who_serves_no_session_puts_nothing_on_an_agenda(council):
    with pytest.raises(Refusal, match="put an item on an agenda"):
        agenda.add_item("cfm-52", exercise("x"), by=DELEGATE, origin="proposal")


def test_a_session_takes_over_the_agenda_with_the_slots_that_need_it(council, items):
    one, two = (row.item.key for row in items(2))
    agenda.order_agenda("cfm-52", {one: "1", two: "1a"}, by=OFFICER)
    agenda.issue_agenda("cfm-52", by=OFFICER)
    documents.slot(two, "report", exercise("Report"), by=OFFICER, words=1000, due=date(2027, 6, 10))
    following = convening.convene(
        "cfm", "ordinary", date(2028, 6, 20), date(2028, 6, 21), by=OFFICER, initiative="rule"
    )
    took = cloning.clone("cfm-52", following.key, ["due-days"], by=OFFICER)
    assert [(part.name, count) for part, count in took] == [
        ("agenda", 2), ("documents", 1), ("due-days", 1),
    ]  # fmt: skip
    found = agenda_of(following.key, eyes=OFFICER, serving=True)
    assert [row.label("en") for row in found] == ["1", "1 (a)"]
    (slot,) = found[1].documents
    assert (slot.row.words, slot.row.due, slot.symbol) == (1000, date(2028, 6, 10), "")
    again = cloning.clone("cfm-52", following.key, ["due-days"], by=OFFICER)
    assert [count for _part, count in again] == [0, 0, 0]


def test_a_session_takes_nothing_over_from_another_body(council):
    with pytest.raises(Refusal, match="same body"):
        cloning.clone("summit-15", "cfm-52", ["agenda"], by=OFFICER)


def test_an_issued_item_is_found_on_the_page_of_its_session(council, items):
    (row,) = items(1)
    assert list(found_items([row.item.key])) == []
    agenda.issue_agenda("cfm-52", by=OFFICER)
    (found,) = found_items([row.item.key])
    assert (found.route_key, found.fragment) == ("cfm-52", "item-1")
