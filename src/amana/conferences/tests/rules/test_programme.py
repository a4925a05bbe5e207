"""Times of meetings: overlaps, half days, interpreters, and clocks that change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amana.conferences.rules.programme import (
    Half,
    Held,
    Interpreting,
    Slot,
    at_clock,
    half_days,
    interpreters,
    slot_at,
)
from amana.kernel.refusals import Refusal

RIYADH, CAIRO = ZoneInfo("Asia/Riyadh"), ZoneInfo("Africa/Cairo")
DAY = date(2026, 12, 3)
EVERY = frozenset({"ar", "en", "fr"})
instants = st.datetimes(
    datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC)  # noqa: DTZ001
)  # fmt: skip
slots = st.builds(
    lambda starts, minutes: Slot(starts, starts + timedelta(minutes=minutes)),
    instants, st.integers(1, 24 * 60),
)  # fmt: skip


def at(starts: str, ends: str, day: date = DAY, zone: ZoneInfo = RIYADH) -> Slot:
    return slot_at(day, time.fromisoformat(starts), time.fromisoformat(ends), zone)


def held(slot: Slot, room: str = "hall", languages: frozenset[str] = EVERY) -> Held:
    return Held(room, slot, languages, RIYADH)


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (("10:00", "13:00"), ("13:00", "15:00"), False),
        (("10:00", "13:00"), ("12:59", "15:00"), True),
        (("10:00", "13:00"), ("11:00", "12:00"), True),
        (("22:00", "01:00"), ("23:30", "23:45"), True),
    ],
)
def test_two_meetings_overlap_if_they_share_a_moment(one, other, clash):
    assert at(*one).overlaps(at(*other)) is at(*other).overlaps(at(*one)) is clash


def test_an_end_before_the_start_is_of_the_next_day():
    slot = at("22:00", "01:00")
    assert slot.length == timedelta(hours=3)
    assert slot.days(RIYADH) == (DAY, date(2026, 12, 4))
    assert at("22:00", "00:00").days(RIYADH) == (DAY, DAY)


def test_a_meeting_that_takes_no_time_is_refused():
    with pytest.raises(Refusal, match="ends after it starts"):
        at("10:00", "10:00")
    with pytest.raises(Refusal, match="ends after it starts"):
        Slot(datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC))


def test_a_time_that_clocks_leap_over_is_refused_with_the_zone():
    with pytest.raises(Refusal) as why:  # Egypt puts clocks forward on the last Friday of April
        at_clock(date(2026, 4, 24), time(0, 30), CAIRO)
    assert why.value.code == "meeting.no-such-time"
    assert "Africa/Cairo" in why.value.sentence("en")


def test_a_time_that_clocks_show_twice_is_the_first():
    first = at_clock(date(2026, 10, 29), time(23, 30), CAIRO)
    assert first == datetime(2026, 10, 29, 20, 30, tzinfo=UTC)


def test_a_meeting_through_a_change_of_the_clock_keeps_its_length():
    slot = at("22:00", "03:00", date(2026, 4, 23), CAIRO)
    assert slot.length == timedelta(hours=4)  # five hours on the wall, one of them leapt over
    moved = slot.moved_to(at_clock(date(2026, 4, 30), time(22), CAIRO))
    assert moved.length == timedelta(hours=4)
    assert moved.ends.astimezone(CAIRO).time() == time(2)


def test_a_meeting_falls_on_the_half_days_it_shares_a_moment_with():
    assert [half.half for half in half_days(at("10:00", "13:30"), RIYADH)] == [Half.MORNING]
    found = [(half.day, half.half) for half in half_days(at("13:00", "00:30"), RIYADH)]
    assert found == [
        (DAY, Half.MORNING), (DAY, Half.AFTERNOON), (DAY, Half.EVENING),
        (date(2026, 12, 4), Half.MORNING),
    ]  # fmt: skip


def test_three_languages_for_three_hours_need_six_interpreters():
    assert list(interpreters([held(at("10:00", "13:00"))]).values()) == [6]
    assert list(interpreters([held(at("09:00", "13:00"))]).values()) == [12]


def test_meetings_of_one_room_share_teams_and_rooms_do_not():
    two = [held(at("09:00", "10:30")), held(at("11:00", "12:30"))]
    assert list(interpreters(two).values()) == [6]
    apart = [held(at("09:00", "10:30")), held(at("11:00", "12:30"), "other")]
    assert list(interpreters(apart).values()) == [12]


def test_each_half_day_is_counted_for_itself_and_one_language_needs_nobody():
    both = [held(at("10:00", "13:00")), held(at("15:00", "18:00"), languages=frozenset({"ar"}))]
    assert [(half.half, count) for half, count in interpreters(both).items()] == [(Half.MORNING, 6)]
    assert interpreters([held(at("10:00", "13:00"), languages=frozenset())]) == {}


def test_another_house_may_plan_otherwise():
    house = Interpreting(team=3, hours=4)
    assert list(interpreters([held(at("09:00", "13:00"))], house).values()) == [9]


@given(slots, slots)
def test_overlap_is_mutual_and_the_same_in_every_zone(one, other):
    shared = min(one.ends, other.ends) - max(one.starts, other.starts)
    assert one.overlaps(other) == other.overlaps(one) == (shared > timedelta())


@given(slots, instants, st.sampled_from([RIYADH, CAIRO]))
def test_a_moved_meeting_keeps_its_length_and_its_half_days_are_of_its_days(slot, starts, zone):
    moved = slot.moved_to(starts)
    assert moved.length == slot.length
    first, last = moved.days(zone)
    days = [half.day for half in half_days(moved, zone)]
    assert (days[0], days[-1]) == (first, last)
    assert days == sorted(days)
