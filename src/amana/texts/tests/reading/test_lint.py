"""What a drafter is told: what is unsaid, said before, unknown, or differs between languages."""

from datetime import date

import pytest

from amana.texts.reading.aligning import aligned
from amana.texts.reading.citing import days_in, numbers_in, symbols_in
from amana.texts.reading.lineage import Earlier, likeness
from amana.texts.reading.lint import concordance, lint
from amana.texts.reading.passages import Doubt
from amana.texts.reading.split import split
from amana.texts.tests.reading.samples import LANGS, paragraphs

BARE = """The Council of Ministers,

1. Calls for greater efforts;

2. Requests the Secretary General to report to the next session on Resolution No. 7/50-POL;

3. Urges Member States:

(a) to pay before 31 March 2026;

4. Welcomes the progress.
"""


def said(doubts: list[Doubt]) -> set[tuple[str, str]]:
    return {(doubt.code, str(doubt.facts.get("place", ""))) for doubt in doubts}


def test_what_a_directive_paragraph_leaves_unsaid() -> None:
    doubts = said(lint(split(BARE, "en"), opened=date(2025, 6, 21)))
    assert doubts == {
        ("lint.no-addressee", "1"), ("lint.no-deadline", "1"), ("lint.no-reporting", "1"),
        ("lint.no-reporting", "3"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "Le Conseil,\n\n1. Appelle à redoubler d'efforts.\n"),
     ("ar", "إن المجلس،\n\n١- يدعو إلى مضاعفة الجهود.\n")],
)  # fmt: skip
def test_it_is_said_in_every_language(lang: str, text: str) -> None:
    doubts = lint(split(text, lang))
    assert [doubt.code for doubt in doubts] == [
        "lint.no-addressee", "lint.no-deadline", "lint.no-reporting",
    ]  # fmt: skip
    assert all("3" in doubt.sentence(lang) for doubt in doubts)


def test_a_symbol_nobody_knows_is_named() -> None:
    known = {"7/50"}
    text = BARE.replace("progress", "progress (document OIC/CFM-51/2025/POL/SG.REP.4)")
    doubts = lint(split(text, "en"), known=known.__contains__)
    unknown = [doubt.facts["symbol"] for doubt in doubts if doubt.code == "lint.unknown-symbol"]
    assert unknown == ["OIC/CFM-51/2025/POL/SG.REP.4"]
    every = lint(split(text, "en"), known=lambda _symbol: False, symbols=lambda _t, _l: ["X/1"])
    assert sum(doubt.code == "lint.unknown-symbol" for doubt in every) == 6


WORDS = (
    "Requests the Secretary General to keep the register of official documents in the "
    "three working "
    "languages and to publish it every year before the end of March for all Member States concerned"
)


def test_a_paragraph_said_before_is_found_among_many() -> None:
    earlier = Earlier((f"3/{number}-ORG", f"{WORDS} {number} times over") for number in range(200))
    earlier.add("9/9-X", WORDS)
    assert earlier.nearest(WORDS.upper()) == ("9/9-X", 1.0)
    near = earlier.nearest(WORDS.replace("Member States concerned", "Member States so concerned"))
    assert near is not None
    assert near.key == "9/9-X"
    assert 0.9 <= near.share < 1
    assert earlier.nearest("Something quite different is said in these few words") is None
    text = f"The Board,\n\n1. {WORDS};\n"
    (doubt,) = (each for each in lint(split(text, "en"), earlier=earlier) if "said" in each.code)
    assert doubt.facts["key"] == "9/9-X"


def test_likeness_does_not_mind_how_letters_are_written() -> None:
    assert likeness("يَطلُبُ من الأمين العام رفع تقرير", "يطلب من الامين العام رفع تقرير") == 1.0
    assert likeness("L’État a été saisi de la question", "l'etat a ete saisi de la question") == 1.0
    assert likeness("one two three four five six", "seven eight nine ten eleven") == 0.0
    assert likeness("", "") == 0.0


def test_the_exercise_texts_say_the_same_in_three_languages() -> None:
    readings = {lang: split(paragraphs(lang, 0), lang) for lang in LANGS}
    blocks, doubts = aligned(readings)
    assert doubts == []
    assert len(blocks) == len(readings["en"].blocks)
    assert all(not block.text.missing() for block in blocks)
    assert [block.num for block in blocks if block.num][:6] == ["1", "2", "3", "4", "a", "b"]
    assert blocks[13].printed.as_dict() == {"ar": "١-", "en": "1.", "fr": "1."}
    assert {doubt.code for doubt in concordance(readings)} <= {"lint.symbols-differ"}


def changed(lang: str, old: str, new: str) -> list[Doubt]:
    texts = {each: paragraphs(each, 0) for each in LANGS}
    assert old in texts[lang]
    texts[lang] = texts[lang].replace(old, new)
    return concordance({each: split(text, each) for each, text in texts.items()})


@pytest.mark.parametrize(
    ("lang", "old", "new", "code", "fact"),
    [
        ("fr", "31 décembre 2025", "30 décembre 2025", "lint.days-differ", "2025-12-30"),
        ("ar", "قبل 31 ديسمبر 2025", "قبل نهاية العام", "lint.days-differ", "2025-12-31"),
        ("en", "for his comprehensive report", "for his 12 reports", "lint.numbers-differ", "12"),
        ("fr", "n° 3/50-ORG", "n° 4/50-ORG", "lint.symbols-differ", "4/50"),
    ],
)
def test_what_one_language_says_alone_is_named(
    lang: str, old: str, new: str, code: str, fact: str
) -> None:
    found = {(doubt.code, doubt.facts.get("what")) for doubt in changed(lang, old, new)}
    assert (code, fact) in found


def test_verbs_of_different_classes_are_named() -> None:
    doubts = changed("ar", "٥- يحث الدول الأعضاء", "٥- يشكر الدول الأعضاء")
    (doubt,) = (each for each in doubts if each.code == "lint.classes-differ")
    assert doubt.facts["place"] == "5"
    assert "يشكر" in doubt.sentence("ar")


def test_a_paragraph_that_one_language_lacks_stays_and_is_reported() -> None:
    texts = {lang: paragraphs(lang, 0) for lang in LANGS}
    lines = texts["fr"].split("\n\n")
    lacking = [line for line in lines if not line.startswith(("6. ", "Saluant"))]
    readings = {lang: split(text, lang) for lang, text in texts.items()}
    readings["fr"] = split("\n\n".join(lacking), "fr")
    blocks, doubts = aligned(readings)
    assert len(blocks) == len(readings["en"].blocks)
    assert [block.text.missing() for block in blocks if block.text.missing()] == [("fr",), ("fr",)]
    assert {str(doubt.facts["place"]) for doubt in doubts} == {"6", "preambular"}
    counts = {
        str(doubt.facts["kind"]) for doubt in concordance(readings)
        if doubt.code == "lint.counts-differ"
    }  # fmt: skip
    assert counts == {"preambular", "operative"}


def test_numbers_are_the_same_however_they_are_written() -> None:
    assert numbers_in("an amount of 4,500,000 and 1.5 per cent") == ["4500000", "1.5"]
    assert numbers_in("4 500 000 et 1,5 %") == ["4500000", "1.5"]
    assert numbers_in("٤٬٥٠٠٬٠٠٠ و١٫٥") == ["4500000", "1.5"]
    assert numbers_in("the Council,1 on 3 May 2024, in Resolution 7/50-POL: 9 States") == ["9"]


def test_days_are_the_same_in_both_calendars() -> None:
    assert days_in("on 25 Safar 1446H (30 August 2024)") == ["2024-08-30"]
    assert days_in("المؤرخ 3 كانون الأول/ديسمبر 2022") == ["2022-12-03"]
    assert days_in("le 3 décembre 2022") == ["2022-12-03"]


def test_symbols_are_found_without_the_letters_of_a_language() -> None:
    assert symbols_in("Resolution No. 7/50-POL and A/RES/79/1") == ["A/RES/79/1", "7/50"]
    assert symbols_in("القرار الرقم 7/50-س") == ["7/50"]
