"""Years as one names a life or a term: by a dash, and in Arabic by words."""

import pytest

from amana.web.formats import years


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
