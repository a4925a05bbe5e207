"""The analyser finds the forms of a word together and keeps different words apart."""

import pytest

from amana.kernel.arabic import analyse, fold, stem, symbol_parts, tokens

SAME_ARABIC = [
    ("منظمة", "المنظمة"),
    ("منظمة", "والمنظمات"),
    ("مُنَظَّمَة", "منظمة"),
    ("منـظـمة", "منظمة"),
    ("قرار", "القرارات"),
    ("قرارات", "والقرارات"),
    ("قرار", "بالقرار"),
    ("قرار", "بقرار"),
    ("قرار", "قرارًا"),
    ("قرارها", "القرار"),
    ("فلسطين", "الفلسطينية"),
    ("فلسطين", "الفلسطينيين"),
    ("بفلسطين", "لفلسطين"),
    ("لبنان", "اللبنانية"),
    ("سوريا", "السورية"),
    ("سوريا", "سورية"),
    ("السعودية", "سعودي"),
    ("الأردن", "أردنية"),
    ("باكستان", "الباكستانيون"),
    ("تركيا", "التركي"),
    ("ألبانيا", "الألبانية"),
    ("لجنة", "لجان"),
    ("للجنة", "اللجان"),
    ("لجنة", "وللجنة"),
    ("دولة", "الدول"),
    ("للدول", "والدولة"),
    ("وثيقة", "الوثائق"),
    ("والوثيقة", "وثائق"),
    ("وزير", "الوزراء"),
    ("الوزارة", "وزارة"),
    ("مسؤولية", "مسئولية"),
    ("شؤون", "شئون"),
    ("هيئة", "الهيئات"),
    ("مبدأ", "المبادئ"),
    ("حق", "الحقوق"),
    ("عضو", "الأعضاء"),
    ("رئيس", "رؤساء"),
    ("تقرير", "التقارير"),
    ("إسلامي", "الإسلامية"),
    ("الإسلام", "اسلامية"),
    ("اجتماع", "الاجتماعات"),
    ("دورة", "الدورات"),
    ("جلسة", "بالجلسات"),
    ("مؤتمر", "المؤتمرات"),
    ("مندوب", "المندوبون"),
    ("مندوبين", "المندوبان"),
    ("سنة", "السنوات"),
    ("أمة", "الأمم"),
    ("مساهمة", "المساهمات"),
    ("التزام", "الالتزامات"),
    ("بالتزام", "والتزامات"),
    ("على", "علي"),
    ("کمیته", "كميته"),
    ("٢٠٢٤", "2024"),
]

OTHER_ARABIC = [
    ("لبنان", "لبن"),
    ("وحدة", "حدود"),
    ("وثيقة", "ثقة"),
    ("قرار", "مقر"),
    ("بنك", "نكبة"),
    ("جنة", "لجنة"),
    ("السودان", "أسود"),
    ("الإمارات", "أمر"),
    ("وزير", "زيارة"),
    ("إيران", "إيراد"),
    ("قطر", "قطار"),
    ("مصر", "مصرف"),
    ("عضو", "وضع"),
    ("فلسطين", "فلسفة"),
    ("وفد", "فداء"),
    ("التزام", "تزامن"),
    ("ألمانيا", "أمان"),
    ("دولة", "دور"),
]

SAME_FRENCH = [
    ("l’organisation", "organisations"),
    ("l'État", "États"),
    ("états", "ÉTAT"),
    ("d’Égypte", "Egypte"),
    ("nationaux", "nationale"),
    ("national", "nationales"),
    ("internationaux", "international"),
    ("islamique", "islamiques"),
    ("adoptée", "adoptés"),
    ("adopté", "adoptées"),
    ("européen", "européennes"),
    ("personnel", "personnelles"),
    ("bureau", "bureaux"),
    ("travail", "travaux"),
    ("résolution", "RESOLUTIONS"),
    ("œuvre", "oeuvres"),
    ("actif", "actives"),
    ("financier", "financières"),
    ("membre", "membres"),
    ("qu’arriérés", "arriéré"),
    ("ministre", "ministres"),
    ("an", "ans"),
]

SAME_ENGLISH = [
    ("body", "bodies"),
    ("resolution", "Resolutions"),
    ("State", "states"),
    ("Council’s", "councils"),
    ("congress", "congresses"),
    ("woman", "women"),
]

OTHER_LATIN = [("état", "été"), ("nation", "notion"), ("conseil", "consul"), ("finance", "fin")]


def _first(word: str, lang: str | None = None) -> str:
    (found,) = tokens(word, lang)
    return found[0]


@pytest.mark.parametrize(("one", "other"), SAME_ARABIC)
def test_two_forms_of_an_arabic_word_have_one_stem(one: str, other: str) -> None:
    assert _first(one) == _first(other)


@pytest.mark.parametrize(("one", "other"), OTHER_ARABIC)
def test_two_arabic_words_keep_two_stems(one: str, other: str) -> None:
    assert _first(one) != _first(other)


@pytest.mark.parametrize("lang", ["fr", None])
@pytest.mark.parametrize(("one", "other"), SAME_FRENCH)
def test_two_forms_of_a_french_word_have_one_stem(one: str, other: str, lang: str | None) -> None:
    assert _first(one, lang) == _first(other, lang)


@pytest.mark.parametrize("lang", ["en", None])
@pytest.mark.parametrize(("one", "other"), SAME_ENGLISH)
def test_two_forms_of_an_english_word_have_one_stem(one: str, other: str, lang: str | None) -> None:
    assert _first(one, lang) == _first(other, lang)


@pytest.mark.parametrize("lang", ["fr", "en", None])
@pytest.mark.parametrize(("one", "other"), OTHER_LATIN)
def test_two_latin_words_keep_two_stems(one: str, other: str, lang: str | None) -> None:
    assert _first(one, lang) != _first(other, lang)


def test_english_words_that_only_end_like_a_plural_are_left_whole() -> None:
    assert [stem(word, "en") for word in ("status", "congress", "basis")] == [
        "status",
        "congress",
        "basis",
    ]


def test_folding_removes_everything_that_is_not_the_letter() -> None:
    assert fold("الأُمَــمُ\u200f") == "الامم"
    assert fold("L’Œuvre d’État") == "l'oeuvre d'etat"
    assert fold("۱۴۳۷ ﻫ") == "1437 ه"


def test_offsets_lead_back_to_the_words_of_the_original() -> None:
    text = "إنَّ «القَراراتِ» de l’État, OIC/CFM-50: 1437هـ"
    assert [text[start:end] for _, start, end in tokens(text)] == [
        "إنَّ", "القَراراتِ", "de", "État", "OIC", "CFM", "50", "1437", "هـ",
    ]  # fmt: skip


def test_the_language_of_a_word_is_that_of_its_script() -> None:
    assert [token.lang for token in analyse("قرار Resolution", "en")] == ["ar", "en"]


def test_an_elided_article_and_a_possessive_are_no_words() -> None:
    assert [token.word for token in analyse("l’État qu'il Council’s")] == ["etat", "il", "council"]


def test_a_text_without_words_has_no_tokens() -> None:
    assert tokens(" ــ \u200f، !") == []


def test_a_symbol_is_found_by_its_whole_its_beginnings_and_its_segments() -> None:
    assert symbol_parts("OIC/CFM-50/2024/POL/RES.7") == [
        "OIC/CFM-50/2024/POL/RES.7",
        "OIC",
        "OIC/CFM-50",
        "OIC/CFM-50/2024",
        "OIC/CFM-50/2024/POL",
        "CFM-50",
        "2024",
        "POL",
        "RES.7",
    ]


def test_a_symbol_is_the_same_however_it_is_printed() -> None:
    assert symbol_parts("OIC/. CFM–44/2017//org")[0] == "OIC/CFM-44/2017/ORG"
    assert symbol_parts("٦/٣٩ – أت")[0] == symbol_parts("6/39-ات")[0] == "6/39-ات"


def test_an_empty_symbol_has_no_parts() -> None:
    assert symbol_parts(" / ") == []
