"""When a term is expected to end, and who may serve again: pure rules, no database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amana.kernel.marks import Mark
from amana.kernel.periods import Period, period_of
from amana.kernel.refusals import Refusal
from amana.organisation.rules.terms import (
    expected_end,
    may_serve_again,
    terms_served,
    years_of,
)

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
YEARS = st.integers(1, 50)


def test_five_years_from_17_november_2021_end_on_17_november_2026() -> None:
    """Charter 2008, Art. 16."""
    assert expected_end(date(2021, 11, 17), 5) == date(2026, 11, 17)


def test_two_years_from_1_january_1974_end_on_1_january_1976() -> None:
    """Charter 1972, Art. 6."""
    assert expected_end(date(1974, 1, 1), 2) == date(1976, 1, 1)


def test_a_term_from_29_february_ends_on_1_march_of_a_common_year() -> None:
    assert expected_end(date(2024, 2, 29), 5) == date(2029, 3, 1)
    assert expected_end(date(2024, 2, 29), 4) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("value", "unit", "years"),
    [
        ("5", "years", 5), ("1", "Year", 1), ("two thirds", "years", None), ("5", "months", None),
        ("", "years", None), ("0", "years", None), ("-5", "years", None), ("5.5", "years", None),
        ("²", "years", None), ("101", "years", None), ("9" * 5000, "years", None),
        ("5", "", None),
    ],
)  # fmt: skip
def test_only_a_whole_number_of_years_is_a_length(value: str, unit: str, years: int | None) -> None:
    assert years_of(value, unit) == years


def test_what_has_no_length_has_no_expected_end() -> None:
    assert expected_end(date(2021, 11, 17), None) is None
    assert expected_end(date(9998, 1, 1), 5) is None


@given(DAYS, YEARS)
def test_an_expected_end_falls_on_the_same_day_so_many_years_later(begin: date, years: int) -> None:
    end = expected_end(begin, years)
    assert end is not None
    assert end.year == begin.year + years
    same = (end.month, end.day) == (begin.month, begin.day)
    assert same or ((begin.month, begin.day) == (2, 29) and (end.month, end.day) == (3, 1))


@given(DAYS, DAYS, YEARS)
def test_who_begins_later_is_not_expected_to_end_earlier(a: date, b: date, years: int) -> None:
    first, second = sorted((a, b))
    assert expected_end(first, years) <= expected_end(second, years)  # type: ignore[operator]


def test_nine_years_are_two_terms_of_five() -> None:
    """2005 to 2013 stands in one record and is one term, renewed once."""
    assert terms_served([Period(date(2005, 1, 1), date(2014, 1, 1))], 5) == 2


@given(DAYS, st.integers(1, 10), st.integers(1, 6))
def test_a_full_term_counts_once_and_so_many_of_them_so_many_times(
    begin: date, years: int, times: int
) -> None:
    end = expected_end(begin, years * times)
    assert terms_served([Period(begin, end)], years) == times


@given(DAYS, st.integers(0, 180), YEARS)
def test_a_few_months_over_do_not_make_another_term(begin: date, over: int, years: int) -> None:
    end = expected_end(begin, years)
    assert end is not None
    assert terms_served([Period(begin, end + timedelta(days=over))], years) == 1


@given(st.lists(st.tuples(DAYS, st.integers(1, 10_000))), YEARS)
def test_every_term_begun_counts(held: list[tuple[date, int]], years: int) -> None:
    periods = [Period(begin, begin + timedelta(days=days)) for begin, days in held]
    assert terms_served(periods, years) >= len(periods)


def test_a_term_without_an_end_counts_once() -> None:
    assert terms_served([Period(date(2021, 11, 17), None), Period(None, date(1990, 1, 1))], 5) == 2


def test_renewable_once_means_two_terms_in_all() -> None:
    assert [may_serve_again(served, 1) for served in (0, 1, 2)] == [True, True, False]
    assert [may_serve_again(served, 0) for served in (0, 1)] == [True, False]
    assert may_serve_again(7, None)


# Period and mark: the arithmetic that every dated fact rests on.


@st.composite
def periods(draw: st.DrawFn) -> Period:
    since = draw(st.none() | DAYS)
    length = draw(st.none() | st.integers(1, 40_000))
    if since is None:
        return Period(None, draw(st.none() | DAYS))
    return Period(since, since + timedelta(days=length) if length else None)


@given(periods(), DAYS)
def test_the_first_day_counts_and_the_day_of_the_end_does_not(period: Period, day: date) -> None:
    assert period.since is None or period.since in period
    assert period.until is None or period.until not in period
    assert period.last_day is None or period.last_day in period
    assert (day in period) == (
        (period.since or date.min) <= day and (period.until is None or day < period.until)
    )


@given(periods(), periods())
def test_two_periods_overlap_if_and_only_if_they_share_a_day(a: Period, b: Period) -> None:
    first = max(a.since or date.min, b.since or date.min)
    assert a.overlaps(b) == (first in a and first in b)
    assert a.overlaps(b) == b.overlaps(a)


@given(DAYS, st.integers(1, 9000))
def test_what_ends_as_the_next_begins_does_not_overlap_it(begin: date, days: int) -> None:
    change = begin + timedelta(days=days)
    assert not Period(begin, change).overlaps(Period(change, None))
    assert change not in Period(begin, change)


@given(DAYS, st.integers(-5000, 0))
def test_a_period_that_ends_before_or_as_it_begins_is_refused(begin: date, days: int) -> None:
    with pytest.raises(Refusal) as refused:
        Period(begin, begin + timedelta(days=days))
    assert refused.value.code == "period.backwards"


@given(DAYS, st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]))
def test_a_mark_holds_the_day_it_was_made_of(day: date, form: str) -> None:
    mark = Mark.parse(day.strftime(form))
    assert mark.earliest <= day <= mark.latest
    assert mark.is_exact == (mark.earliest == mark.latest)
    assert day in period_of(mark, mark)


@given(DAYS, st.integers(1, 4000))
def test_an_open_end_is_the_first_day_that_no_longer_counts(begin: date, days: int) -> None:
    end = begin + timedelta(days=days)
    period = period_of(Mark.parse(begin), Mark.parse(end), until_open=True)
    assert period == Period(begin, end)
