"""The days of a session in both calendars, its phase, its name: no database."""

from datetime import date

import pytest

from amana.conferences.days import days_of
from amana.conferences.naming import session_title
from amana.conferences.phases import Phase, phase_on
from amana.kernel.marks import Mark
from amana.kernel.words import Words

COUNCIL = Words(
    ar="مجلس وزراء الخارجية",
    en="Council of Foreign Ministers",
    fr="Conseil des ministres des Affaires étrangères",
)


def test_a_printed_hijri_date_is_kept_and_compared():
    days = days_of("1979-05-08", "1979-05-12", "10-14 Jumada II 1399")
    assert days.origin == "printed"
    assert days.hijri_in("en") == "10 to 14 Jumada al-Akhira 1399H"
    assert days.gregorian_in("fr") == "8-12 mai 1979"
    assert days.differs == 2
    assert "two days" in days.warnings[0].sentence("en") or "2 days" in days.warnings[0].sentence(
        "en"
    )


def test_where_no_hijri_date_is_printed_it_is_computed_and_says_so():
    days = days_of("1974-06-21", "1974-06-25")
    assert (days.origin, days.warnings) == ("computed", ())
    assert days.hijri_in("ar") == "من 1 إلى 5 جمادى الآخرة 1394هـ"


def test_a_hijri_date_known_without_a_document_is_only_reported():
    assert days_of("2013-02-06", "2013-02-07", "", "25-26 Rabi I 1434").origin == "reported"


def test_where_the_days_are_not_known_nothing_is_computed():
    days = days_of("1986..1987", "1986..1987")
    assert (days.origin, days.hijri_in("en")) == ("", "")
    assert days.gregorian_in("en") == "between 1986 and 1987"


def test_a_print_across_two_months_is_read():
    days = days_of("1981-06-01", "1981-06-05", "28 Rajab - 3 Shaban 1401")
    assert days.hijri_in("en") == "28 Rajab to 3 Shaban 1401H"
    assert days.differs == 0


@pytest.mark.parametrize(
    ("opens", "closes", "on", "phase"),
    [
        ("2026", "2026", date(2025, 12, 31), Phase.PLANNED),
        ("2026", "2026", date(2026, 6, 1), Phase.PERHAPS),
        ("2026", "2026", date(2027, 1, 1), Phase.HELD),
        ("2025", "2025", date(2024, 6, 1), Phase.LATER),
        ("1969-09-22", "1969-09-25", date(1969, 9, 21), Phase.LATER),
        ("2026-12-01", "2026-12-03", date(1990, 1, 1), Phase.PLANNED),
        ("1969-09-22", "1969-09-25", date(1969, 9, 25), Phase.UNDER_WAY),
        ("1969-09-22", "1969-09-25", date(1969, 9, 26), Phase.HELD),
    ],
)
def test_a_session_is_planned_under_way_or_held(opens, closes, on, phase):
    assert phase_on(Mark.parse(opens), Mark.parse(closes), on, date(2026, 11, 24)) == phase


def test_a_session_is_named_by_its_body_and_number():
    title = session_title(COUNCIL, "ordinary", 51, "2025-06-21")
    assert title.en == "Council of Foreign Ministers, 51st session"
    assert title.fr == "Conseil des ministres des Affaires étrangères, 51e session"
    assert title.ar == "مجلس وزراء الخارجية، الدورة الحادية والخمسون"


def test_a_session_without_a_number_is_named_by_its_month():
    title = session_title(COUNCIL, "extraordinary", None, "1992-06-17")
    assert title.en == "Council of Foreign Ministers, extraordinary session of June 1992"
    assert title.ar == "مجلس وزراء الخارجية، دورة استثنائية، يونيو 1992م"
