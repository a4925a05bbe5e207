"""Citations in running text, in three languages: where they stand and what they name."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amana.kernel.numbers import ordinal
from amana.texts.citing import Found, find_citations
from amana.texts.citing.ordinals import inner_number, number_from
from amana.texts.citing.plain import plain

CHARTER, RULES, THIS, ELSEWHERE = "charter", "rules", "", "elsewhere"


def cited(text: str, lang: str) -> list[tuple[str, str]]:
    """The instrument and wId, or the canonical symbol and wId, of each citation."""
    return [
        (each.symbol.canonical if each.symbol else str(each.work), each.wid)
        for each in find_citations(text, lang)
    ]


def pieces(text: str, lang: str) -> list[str]:
    return [text[each.start : each.end] for each in find_citations(text, lang)]


ENGLISH = {
    "in accordance with Article 16 of the Charter, the Council": [(CHARTER, "art_16")],
    "under Articles 3 and 5 of the Charter": [(CHARTER, "art_3"), (CHARTER, "art_5")],
    "Articles 3, 5, and 9 of the present Charter": [
        (CHARTER, "art_3"), (CHARTER, "art_5"), (CHARTER, "art_9"),
    ],
    "paragraph 2 of Article 8": [(THIS, "art_8__para_2")],
    "Paragraphs 2 and 3 of Article 8 of the Charter": [
        (CHARTER, "art_8__para_2"), (CHARTER, "art_8__para_3"),
    ],
    "Article 8, paragraph 2, of the Charter": [(CHARTER, "art_8__para_2")],
    "Article 8, paras. 2 and 4": [(THIS, "art_8__para_2"), (THIS, "art_8__para_4")],
    "Article 33(1)(c) of the Charter": [(CHARTER, "art_33__para_1__point_c")],
    "Article 33 (1), subparagraph (c)": [(THIS, "art_33__para_1__point_c")],
    "ART. 5a and Art. 16 bis": [(THIS, "art_5a"), (THIS, "art_16bis")],
    "Rule 12 of the Rules of Procedure": [(RULES, "rule_12")],
    "Article 5 of the Financial Regulations": [("regulations", "art_5")],
    "Article 5 of the Statute": [("statute", "art_5")],
    "Chapter XI of the Charter": [(CHARTER, "chp_XI")],
    "Annex II of the Charter": [(CHARTER, "att_2")],
    "Article VI of the 1972 Charter": [(CHARTER, "art_6")],
    "Article 2 of the Charter of the Organisation": [(CHARTER, "art_2")],
    "Article 2 of the OIC Charter": [(CHARTER, "art_2")],
    "Article 2 of the Charter of the Organisation of Islamic Cooperation": [(CHARTER, "art_2")],
    "Article 102 of the Charter of the United Nations": [(ELSEWHERE, "art_102")],
    "Article 51 of the UN Charter": [(ELSEWHERE, "art_51")],
    "Article 4 of the African Charter": [(ELSEWHERE, "art_4")],
    "Article 3 of the Charter and Rule 5 of the Rules of Procedure": [
        (CHARTER, "art_3"), (RULES, "rule_5"),
    ],
    "Article 3 of the Statute and Article 4 of the Charter": [
        ("statute", "art_3"), (CHARTER, "art_4"),
    ],
    "Resolution No. 8/44-POL": [("8/44-POL", "")],
    "resolutions 8/44-POL, 9/44 – E and 1/10-P(IS)": [
        ("8/44-POL", ""), ("9/44-E", ""), ("1/10-P(IS)", ""),
    ],
    "resolution 78/3 of the General Assembly": [("A/RES/78/3", "")],
    "resolution 78/3 - the Council": [("A/RES/78/3", "")],
    "Security Council resolutions 242 (1967) and 338 (1973)": [
        ("S/RES/242(1967)", ""), ("S/RES/338(1973)", ""),
    ],
    "operative paragraph 5 of Resolution No. 8/44-POL": [("8/44-POL", "para_5")],
    "paragraphs 3 and 4 of resolution 78/3": [("A/RES/78/3", "para_3"), ("A/RES/78/3", "para_4")],
    "documents OIC/CFM-40/2013/ORG/SG-REP.3 and A/78/390/Add.1;": [
        ("OIC/CFM-40/2013/ORG/SG.REP.3", ""), ("A/78/390/Add.1", ""),
    ],
    "decision EX.CL/Dec.899(XXVII) of the Council": [("EX.CL/Dec.899(XXVII)", "")],
}  # fmt: skip
FRENCH = {
    "conformément à l'article 16 de la Charte, le Conseil": [(CHARTER, "art_16")],
    "L’article 16 de la Charte": [(CHARTER, "art_16")],
    "aux articles premier et 2 de la Charte": [(CHARTER, "art_1"), (CHARTER, "art_2")],
    "de l'article 1er": [(THIS, "art_1")],
    "les articles 3 et 5 de la présente Charte": [(CHARTER, "art_3"), (CHARTER, "art_5")],
    "paragraphe 2 de l'article 8": [(THIS, "art_8__para_2")],
    "du paragraphe 2 a) de l'article 8 de la Charte": [(CHARTER, "art_8__para_2__point_a")],
    "l'article 8, paragraphe 2, de la Charte de l'OCI": [(CHARTER, "art_8__para_2")],
    "l'article 12 du Règlement intérieur": [(RULES, "art_12")],
    "l'article 5 du Règlement financier": [("regulations", "art_5")],
    "l'article 102 de la Charte des Nations Unies": [(ELSEWHERE, "art_102")],
    "l'article VI de la Charte de 1972": [(CHARTER, "art_6")],
    "chapitre XI de la Charte": [(CHARTER, "chp_XI")],
    "la résolution n° 8/44-POL": [("8/44-POL", "")],
    "les résolutions nos 8/44-POL et 9/44-E": [("8/44-POL", ""), ("9/44-E", "")],
    "la résolution n° 8/44-POL et la résolution n° 9/44-P": [("8/44-POL", ""), ("9/44-POL", "")],
    "la résolution 78/3 de l'Assemblée générale": [("A/RES/78/3", "")],
    "paragraphe 5 de la résolution n° 8/44-POL": [("8/44-POL", "para_5")],
    "le document OIC/CFM-40/2013/ORG/SG-REP.3": [("OIC/CFM-40/2013/ORG/SG.REP.3", "")],
}
ARABIC = {
    "المادة 16 من الميثاق": [(CHARTER, "art_16")],
    "المادة السادسة عشرة من الميثاق": [(CHARTER, "art_16")],
    "وفقًا للمادة ١٦ من ميثاق المنظمة": [(CHARTER, "art_16")],
    "وَالمادّة الثّامِنة والثّلاثين من الميثاق": [(CHARTER, "art_38")],
    "المادتان 3 و5 من ميثاق منظمة التعاون الإسلامي": [(CHARTER, "art_3"), (CHARTER, "art_5")],
    "المادتين الثالثة والخامسة من الميثاق": [(CHARTER, "art_3"), (CHARTER, "art_5")],
    "المواد 3 و5 و7 من الميثاق": [(CHARTER, "art_3"), (CHARTER, "art_5"), (CHARTER, "art_7")],
    "الفقرة 2 من المادة 8": [(THIS, "art_8__para_2")],
    "الفقرة (2) من المادة (8) من الميثاق": [(CHARTER, "art_8__para_2")],
    "الفقرة الثانية من المادة الثامنة من هذا الميثاق": [(CHARTER, "art_8__para_2")],
    "الفقرة أ من المادة 5": [(THIS, "art_5__para_a")],
    "القاعدة 12 من النظام الداخلي": [(RULES, "rule_12")],
    "المادة 12 من نظامها الداخلي": [(RULES, "art_12")],
    "المادة 21 من ميثاق الأمم المتحدة": [(ELSEWHERE, "art_21")],
    "المادة السادسة من ميثاق عام 1972": [(CHARTER, "art_6")],
    "الفصل الحادي عشر من الميثاق": [(CHARTER, "chp_XI")],
    "القرار رقم 8/44-س": [("8/44-POL", "")],
    "القرار رقم ٨/٤٤ – س": [("8/44-POL", "")],
    "قرارها 8/44 – س": [("8/44-POL", "")],
    "القرار رقم 8/44 ـ س": [("8/44-POL", "")],
    "القرار رقم \u202a8/44\u202c-س": [("8/44-POL", "")],
    "القرارين 8/44-س و9/44-ث": [("8/44-POL", ""), ("9/44-C", "")],
    "وقراره رقم 8/44-س الصادر": [("8/44-POL", "")],
    "القرار 78/3 - وإذ يشير": [("A/RES/78/3", "")],
    "قرار الجمعية العامة 78/3 وقرار مجلس الأمن 242 (1967)": [
        ("A/RES/78/3", ""), ("S/RES/242(1967)", ""),
    ],
    "الفقرة 5 من القرار رقم 8/44-س": [("8/44-POL", "para_5")],
    "الوثيقة OIC/CFM-40/2013/ORG/SG-REP.3": [("OIC/CFM-40/2013/ORG/SG.REP.3", "")],
}  # fmt: skip
CASES = [
    (lang, text, found)
    for lang, cases in (("en", ENGLISH), ("fr", FRENCH), ("ar", ARABIC))
    for text, found in cases.items()
]


@pytest.mark.parametrize(("lang", "text", "found"), CASES)
def test_a_citation_is_found_with_what_it_names(
    lang: str, text: str, found: list[tuple[str, str]]
) -> None:
    assert cited(text, lang) == found


@pytest.mark.parametrize(("lang", "text", "found"), CASES)
def test_a_citation_is_found_inside_a_paragraph_too(
    lang: str, text: str, found: list[tuple[str, str]]
) -> None:
    before, after = {"en": ("Recalling ", "; and"), "fr": ("Rappelant ", " ; et"),
                     "ar": ("إذ يستذكر ", "، وإذ")}[lang]  # fmt: skip
    assert cited(f"{before}{text}{after}", lang) == found
    assert cited(f"{before}{text}.\n{before}{text}.", lang) == found * 2


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "the article and the rule; in chapter and verse; 5 of the articles and/or 3"),
        ("en", "a particle 5, the overrule 4, section 3/4, on 12/5/2017, and 50/50"),
        ("en", "resolution of the dispute, a decision on 3 May"),
        ("en", "see https://example.org/A/RES/x and a/b testing"),
        ("fr", "l'article de presse, la règle d'or, un paragraphe de la lettre"),
        ("fr", "la résolution adoptée le 3 mai ; 12/5/2017"),
        ("ar", "المادة الخام والقاعدة الذهبية وقرار الحكم الصادر"),
        ("ar", "قرار صدر في 12/5/2017 وفقرة طويلة"),
    ],
)
def test_ordinary_words_cite_nothing(lang: str, text: str) -> None:
    assert cited(text, lang) == []


def test_a_range_names_what_is_between_its_ends() -> None:
    for lang, text in (
        ("en", "Articles 3 to 6 of the Charter"), ("fr", "articles 3 à 6 de la Charte"),
        ("ar", "المواد من 3 إلى 6 من الميثاق"), ("en", "Articles 3-6 of the Charter"),
    ):  # fmt: skip
        first, last = find_citations(text, lang)
        assert (first.wid, last.wid, last.also) == ("art_3", "art_6", ("art_4", "art_5")), text
    [_first, last] = find_citations("Articles 1 to 999 of the Charter", "en")
    assert len(last.also) == 40


def test_the_pieces_of_a_text_are_those_that_a_reader_would_click() -> None:
    assert pieces("under Articles 3 and 5 of the Charter, and", "en") == [
        "Articles 3", "5 of the Charter",
    ]  # fmt: skip
    assert pieces("paragraphe 2 de l’article 8 de la Charte", "fr") == [
        "paragraphe 2 de l’article 8 de la Charte"
    ]
    assert pieces("إلى المادّة ١٦ من الميثاق، وإلى", "ar") == ["المادّة ١٦ من الميثاق"]
    assert pieces("the resolutions 8/44-POL and 9/44-E.", "en") == [
        "resolutions 8/44-POL", "9/44-E",
    ]  # fmt: skip


def test_the_year_and_the_body_of_an_instrument_are_kept() -> None:
    [found] = find_citations("Article VI of the Charter of 1972", "en")
    assert found.year == 1972
    [found] = find_citations("Rule 2 of the Rules of Procedure of the Islamic Summit", "en")
    assert found.whose == "islamic summit"
    [found] = find_citations("المادة 2 من النظام الداخلي لمجلس وزراء الخارجية", "ar")
    assert found.whose == "مجلس وزراء الخارجيه"
    [found] = find_citations("l'article 2 du Règlement intérieur du Sommet islamique", "fr")
    assert found.whose == "sommet islamique"


@pytest.mark.parametrize("number", range(1, 61))
def test_an_arabic_ordinal_is_read_in_words_of_either_gender_and_any_case(number: int) -> None:
    for feminine in (True, False):
        said = ordinal(number, "ar", feminine)
        for form in (said, said.replace("ون", "ين") if said.endswith("ون") else said):
            assert number_from(plain(form).text) == str(number)
    article = ordinal(number, "ar", feminine=True)
    assert cited(f"المادة {article} من الميثاق", "ar") == [(CHARTER, f"art_{number}")]


def test_a_number_is_read_as_each_language_writes_it() -> None:
    said = {
        "16": "16", "016": "16", "5a": "5a", "12 bis": "12bis", "xvi": "16", "premier": "1",
        "1er": "1", "(3)": "3", "a": "a", "c": "c", "v": "5", "ب": "b", "الواحده والعشرين": "21",
    }  # fmt: skip
    assert {text: number_from(text) for text in said} == said
    assert number_from("xixi") == ""
    assert [inner_number(each) for each in ("(c)", "ii", "v", "3", "ج", "الثانيه")] == [
        "c", "ii", "v", "3", "c", "2",
    ]  # fmt: skip


def test_places_are_those_of_the_original_whatever_marks_it_has() -> None:
    text = "إِلَى\u200f الْمَادَّةِ  ٣\nمِنَ المِيثَاقِ"
    [found] = find_citations(text, "ar")
    assert text[found.start : found.end] == "الْمَادَّةِ  ٣\nمِنَ المِيثَاق"
    assert plain("«É»\u00a0–\u202e٧").cased == "«E» -7"


PIECES = st.sampled_from(
    ["Article ", "Articles 3", " and ", " of the ", "Charter", "paragraph 2", "8/44-POL", "Rule ",
     "resolution ", "المادة ", "الفقرة ", "من ", "الميثاق", "السادسة عشرة", " و", "القرار رقم ",
     "l'article ", "de la Charte", "premier", " et ", "(1)", "(a)", ",", " to ", "XI", "44", "/",
     "-", "–", "\u202b", "س", "A/RES/78/3", "United Nations", "\n", "  ", "é", "1972 "]
)  # fmt: skip


@settings(max_examples=300)
@given(
    st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join)),
    st.sampled_from(["ar", "en", "fr"]),
)
def test_any_text_is_searched_without_an_error_and_citations_do_not_overlap(
    text: str, lang: str
) -> None:
    at = 0
    for found in find_citations(text, lang):
        assert at <= found.start < found.end <= len(text)
        assert found.symbol or found.wid
        at = found.end


def seconds(text: str, lang: str) -> float:
    began = time.process_time()
    find_citations(text, lang)
    return time.process_time() - began


@pytest.mark.parametrize(
    "piece",
    ["Article 3 of the Charter, ", "Article ", "Articles 3, ", "paragraph 2 of ", "a", " ", "(1)",
     "8/44-", "resolution ", "A/", "المادة ", "قرار مجلس ", "و", "من ", "ـ", "l'", "of the ",
     "Articles 1 to ", "1/2-3/4 ", "X", "Word "],
)  # fmt: skip
def test_time_is_in_proportion_to_the_length(piece: str) -> None:
    for lang in ("en", "fr", "ar"):
        short, long = piece * (2_000 // len(piece)), piece * (16_000 // len(piece))
        seconds(short, lang)
        once = max(min(seconds(short, lang) for _turn in range(3)), 0.002)
        assert min(seconds(long, lang) for _turn in range(2)) < 24 * once, (lang, piece)


def test_found_is_a_value() -> None:
    assert Found(0, 1, "provision", wid="art_1") == Found(0, 1, "provision", wid="art_1")
    assert Found(0, 9, "provision", wid="art_1", also=("art_2",)).wids == ("art_1", "art_2")
    assert Found(0, 9, "symbol").wids == ()
