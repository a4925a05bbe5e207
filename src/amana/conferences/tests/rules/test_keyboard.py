"""A scanner on an Arabic keyboard: what it typed is read back by the place of the keys."""

import pytest

from amana.conferences.rules.keyboard import as_latin


def test_capitals_typed_with_the_shift_key_are_read_back():
    typed = "\u0650لآ}]\u064f[لأأ÷ـ،/’آ×؛\u064e\u064c\u064dلإ‘{\u064b\u0652إ~234567"
    assert as_latin(typed)[0] == "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def test_the_other_layout_exchanges_two_pairs_of_keys():
    assert as_latin("[]{}ش") == ("FDVCA", "DFCVA")


@pytest.mark.parametrize(("typed", "read"), [
    ("شلاؤيثبلا٢٣", "ABCDEFB23"), ("اففحسظظلاظ", "HTTPS//B/"), ("ﻻﻵﻷﻹ", "BBGT"),
])  # fmt: skip
def test_small_letters_figures_and_addresses_are_read_back(typed, read):
    assert as_latin(typed)[0] == read


def test_latin_text_is_left_as_it_is():
    assert as_latin("https://example.org/b/ABC/") == ("https://example.org/b/ABC/",)
