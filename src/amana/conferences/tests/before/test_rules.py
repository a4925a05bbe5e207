"""Convening, days counted back, numbers of an agenda, what is taken along: the pure rules."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amana.conferences.rules import convening, deadlines, forecast, inclusion, positions, taking
from amana.conferences.rules.convening import Asked, Terms, answer

CHARTER = ("charter-2008#art_10__para_2",)
COUNCIL = Terms(("state", "secretary-general"), (), "simple majority", None, CHARTER)
ON, OPENS = date(2026, 11, 24), date(2026, 12, 20)


def asked(agreed, initiative="state", members=57):
    return Asked(initiative, ON, OPENS, members, agreed)


def test_an_extraordinary_session_needs_more_than_half_of_the_members():
    short, enough = answer(COUNCIL, asked(28)), answer(COUNCIL, asked(29))
    assert not short.allowed
    assert short.needed == 29
    assert short.faults[0].code == "convening.no-support"
    assert short.faults[0].basis == CHARTER
    assert enough.allowed


def test_two_thirds_of_57_are_38():
    terms = Terms(("state",), (), "2/3", None, ())
    assert answer(terms, asked(37)).faults
    assert answer(terms, asked(38)).allowed


def test_what_the_council_recommends_needs_no_support():
    summit = Terms(("state", "secretary-general", "council"), ("council",), "simple majority")
    assert answer(summit, asked(0, "council")).allowed
    assert answer(summit, asked(0, "council")).needed is None
    assert not answer(summit, asked(0, "secretary-general")).allowed


def test_who_may_not_ask_is_told_by_the_rule():
    (first, *_rest) = answer(COUNCIL, asked(57, "council")).faults
    assert first.code == "convening.no-initiative"


def test_notice_counts_only_where_a_rule_gives_days():
    terms = Terms(("state",), (), "", 30, ())
    (fault,) = answer(terms, asked(0)).faults
    assert (fault.code, fault.facts) == ("convening.short-notice", {"days": 26, "notice": 30})
    assert answer(Terms(("state",), (), "", 26, ()), asked(0)).allowed
    assert answer(Terms(("state",)), asked(0)).allowed


def test_a_value_that_is_no_share_asks_for_no_support():
    assert convening.share_of("as needed") == ""
    assert convening.share_of("Simple  majority") == "majority"


@pytest.mark.parametrize(
    ("last", "years", "due"),
    [
        (date(2025, 6, 21), "1", date(2026, 6, 21)),
        (date(2024, 2, 29), "3", date(2027, 2, 28)),
        (date(2024, 2, 29), "as needed", None),
    ],
)
def test_the_next_ordinary_session_falls_due_years_after_the_last(last, years, due):
    assert convening.falls_due(last, years) == due


@given(st.integers(1, 250), st.integers(0, 250))
def test_one_more_that_agrees_never_takes_a_session_away(members, agreed):
    more = Asked("state", ON, OPENS, members, agreed + 1)
    if answer(COUNCIL, asked(agreed, members=members)).allowed:
        assert answer(COUNCIL, more).allowed


def test_sixty_days_before_20_june_is_21_april():
    assert deadlines.counted_back(date(2027, 6, 20), 60) == date(2027, 4, 21)


@pytest.mark.parametrize(
    ("due", "done", "state", "days"),
    [
        (date(2026, 11, 23), None, "late", 1),
        (date(2026, 11, 24), None, "soon", 0),
        (date(2026, 12, 1), None, "soon", 7),
        (date(2026, 12, 2), None, "open", 8),
        (date(2026, 11, 20), date(2026, 11, 20), "done", 0),
        (date(2026, 11, 20), date(2026, 11, 22), "done-late", 2),
        (date(2026, 11, 30), date(2026, 12, 1), "soon", 6),  # not done yet on the day asked
    ],
)
def test_what_is_due_on_a_day_may_still_be_done_on_it(due, done, state, days):
    found = deadlines.standing_of(due, on=ON, done=done)
    assert (found.state, found.days) == (state, days)


def test_numbers_follow_from_order_and_each_item_is_followed_by_what_it_holds():
    found = positions.placed([(9, None, 20), (4, None, 10), (5, 9, 2), (6, 9, 1), (7, 6, 1)])
    assert found == [
        (4, (1,)), (9, (2,)), (6, (2, 1)), (7, (2, 1, 1)), (5, (2, 2)),
    ]  # fmt: skip
    assert positions.label_of((2, 1, 1)) == "2 (a) (i)"
    assert positions.label_of((2, 2), "ar") == "2 (ب)"
    assert positions.address_of((2, 1, 1)) == "2-a-i"


def test_what_is_held_by_an_item_that_is_gone_stands_at_the_end():
    assert positions.placed([(2, 1, 1), (3, None, 5)]) == [(3, (1,)), (2, (2,))]


@given(st.permutations(range(1, 9)))
def test_no_item_is_lost_by_moving(order):
    rows = [(key, None, place) for place, key in enumerate(order)]
    assert [each.key for each in positions.placed(rows)] == list(order)


@pytest.mark.parametrize(
    ("lang", "text", "session"),
    [
        ("en", "Decides to include in the provisional agenda of its fifty-third session", 53),
        ("en", "Decides to include in the provisional agenda of its 53rd session the item", 53),
        ("en", "Decides to place the question on the agenda of the next session;", 0),
        ("en", "Requests that the item be included in the agenda;", 0),
        ("en", "Adopts its agenda and includes a note;", None),
        ("en", "Requests the Secretary General to report to the next session;", None),
        ("fr", "Décide d’inscrire à l’ordre du jour de sa cinquante-troisième session", 53),
        ("fr", "Décide d'inscrire à l'ordre du jour de sa prochaine session la question", 0),
        ("ar", "يقرر أن يدرج في جدول الأعمال المؤقت لدورته الثالثة والخمسين البند المعنون", 53),
        ("ar", "يقرر إدراج المسألة في جدول أعمال دورته المقبلة", 0),
        ("ar", "يطلب إلى الأمين العام تقديم تقرير إلى الدورة المقبلة", None),
    ],
)  # fmt: skip
def test_a_paragraph_that_asks_for_an_item_says_of_which_session(lang, text, session):
    assert inclusion.asked_session(text, lang) == session


def test_begun_pages_count_whole_in_every_language():
    assert forecast.pages(331, ("ar", "en", "fr")) == 6
    assert forecast.pages(0, ("ar",)) == 0


def test_documents_bring_the_agenda_along():
    needs = {"agenda": (), "rooms": (), "documents": ("agenda",), "seats": ("rooms", "gone")}
    assert taking.with_needs({"documents"}, needs) == ["agenda", "documents"]
    assert taking.with_needs({"seats", "documents"}, needs) == [
        "agenda", "documents", "rooms", "seats",
    ]  # fmt: skip
    assert taking.with_needs({"a"}, {"a": ("b",), "b": ("a",)}) == ["b", "a"]
