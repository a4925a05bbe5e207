"""Symbols inside Arabic text."""

import pytest

from amana.kernel.symbols import kept_in_order


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("القرار 5/46-MM", "القرار \u20685/46-MM\u2069"),
        ("كما في 49/25-P.", "كما في \u206849/25-P\u2069."),
        ("الرمز OIC/CFM-32/2009/RES//FINAL", "الرمز \u2068OIC/CFM-32/2009/RES//FINAL\u2069"),
        ("في 1982-06-01 أو بعده", "في \u20681982-06-01\u2069 أو بعده"),
        ("القرار OIC/CFM-44/2017/RES.1", "القرار \u2068OIC/CFM-44/2017/RES.1\u2069"),
        ("القرار 1/10-P(IS) وغيره", "القرار \u20681/10-P(IS)\u2069 وغيره"),
        (
            "الوثيقة OIC/CFM-46/2019/MM/RES/FINAL",
            "الوثيقة \u2068OIC/CFM-46/2019/MM/RES/FINAL\u2069",
        ),
    ],
)
def test_a_symbol_in_arabic_text_keeps_its_own_order(text, shown):
    assert kept_in_order(text) == shown


@pytest.mark.parametrize(
    "text", ["Resolution 5/46-MM", "السنة 1978/79", "ميثاق 2008، المادة 16", "5/46-MM"]
)
def test_other_text_stays_as_it_is(text):
    assert kept_in_order(text) == text


def test_a_text_twice_shown_is_isolated_once():
    once = kept_in_order("القرار 5/46-MM")
    assert kept_in_order(once) == once
