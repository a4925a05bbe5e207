"""Years, days and seconds as a reader of each language writes them."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from amana.web.formats import mark, moment, years


@pytest.mark.parametrize(
    ("first", "last", "latin", "arabic"),
    [
        (1979, 1984, "1979–1984", "من 1979 إلى 1984"),
        ("2021", "", "2021–", "منذ 2021"),
        ("", "1984", "…–1984", "حتى 1984"),
        (2016, 2016, "2016", "2016"),
        ("", "", "", ""),
    ],
)
def test_years(first, last, latin, arabic):
    assert years(first, last, "en") == years(first, last, "fr") == latin
    assert years(first, last, "ar") == arabic


def test_a_year_alone_has_its_hijri_years_beside_it_in_arabic():
    with translation.override("ar"):
        assert "1402/1403هـ، الموافق 1982م" in mark("1982")
        assert "يوليو 1975م" in mark("1975-07")
    with translation.override("fr"):
        assert mark("1982") == '<time datetime="1982">1982</time>'


def test_a_second_is_told_in_the_time_of_the_seat():
    """23:30 universal time is half past two at Jeddah, the day after."""
    with translation.override("ar"):
        said = moment(datetime(2026, 11, 24, 23, 30, 5, tzinfo=UTC))
    assert "25 نوفمبر 2026م، الساعة 02:30:05 بتوقيت المقر" in said
    assert "T02:30:05+03:00" in said
