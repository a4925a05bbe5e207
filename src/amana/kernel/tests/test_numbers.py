"""Digits, ordinals and plural categories in the three languages."""

import pytest

from amana.kernel.numbers import digits, ordinal, plural_category


def test_digits_change_their_system_and_nothing_else() -> None:
    assert digits("12 مايو 1990", "arab") == "١٢ مايو ١٩٩٠"
    assert digits("١٢ مايو ۱۹۹۰") == "12 مايو 1990"
    assert digits(57, "arab") == "٥٧"


@pytest.mark.parametrize(
    ("n", "written"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
     (21, "21st"), (101, "101st"), (111, "111th"), (112, "112th"), (123, "123rd")],
)  # fmt: skip
def test_english_ordinals_follow_the_last_figure_but_for_the_teens(n: int, written: str) -> None:
    assert ordinal(n, "en") == written


def test_french_ordinals_have_a_gender_only_for_the_first() -> None:
    assert [ordinal(n, "fr") for n in (1, 2, 21)] == ["1er", "2e", "21e"]
    assert [ordinal(n, "fr", feminine=True) for n in (1, 2)] == ["1re", "2e"]


@pytest.mark.parametrize(
    ("n", "session", "item"),
    [
        (1, "الأولى", "الأول"),
        (2, "الثانية", "الثاني"),
        (10, "العاشرة", "العاشر"),
        (11, "الحادية عشرة", "الحادي عشر"),
        (12, "الثانية عشرة", "الثاني عشر"),
        (19, "التاسعة عشرة", "التاسع عشر"),
        (20, "العشرون", "العشرون"),
        (21, "الحادية والعشرون", "الحادي والعشرون"),
        (50, "الخمسون", "الخمسون"),
        (51, "الحادية والخمسون", "الحادي والخمسون"),
        (99, "التاسعة والتسعون", "التاسع والتسعون"),
        (100, "المائة", "المائة"),
        (101, "الأولى بعد المائة", "الأول بعد المائة"),
        (200, "200", "200"),
    ],
)
def test_arabic_ordinals_are_words_that_agree_with_the_noun(
    n: int, session: str, item: str
) -> None:
    assert (ordinal(n, "ar", feminine=True), ordinal(n, "ar")) == (session, item)


def test_there_is_no_zeroth_session() -> None:
    with pytest.raises(ValueError, match="counts from 1"):
        ordinal(0, "en")


@pytest.mark.parametrize(
    ("n", "category"),
    [(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"),
     (100, "other"), (101, "other"), (102, "other"), (103, "few"), (110, "few"), (111, "many")],
)  # fmt: skip
def test_arabic_has_six_plural_categories(n: int, category: str) -> None:
    assert plural_category(n, "ar") == category


def test_french_counts_zero_as_one_and_millions_apart() -> None:
    assert [plural_category(n, "fr") for n in (0, 1, 2, 1_000_000)] == [
        "one", "one", "other", "many",
    ]  # fmt: skip


def test_english_has_one_and_other() -> None:
    assert [plural_category(n, "en") for n in (0, 1, 2)] == ["other", "one", "other"]
