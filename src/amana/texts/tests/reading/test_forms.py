"""Difficult forms of texts, the same in three languages: articles, ordinals, lone letters of parts,
declarations in the first person, lists four levels deep, annexes without blank lines."""

import pytest

from amana.texts.reading.split import split

# ruff: noqa: E501
ARTICLES = {
    "en": "The Conference,\n\nNoting the report,\n\nDECIDES AS FOLLOWS:\n\nArticle 1: The seat is"
    " moved.\n\nArticle 2. The Director shall:\n1. act;\n2. report.\n",
    "fr": "La Conférence,\n\nVu le rapport,\n\nDÉCIDE CE QUI SUIT :\n\nArticle premier. – Le siège est"
    " transféré.\n\nArt. 2. – Le Directeur :\n1° agit ;\n2° fait rapport.\n",
    "ar": "إن المؤتمر،\n\nإذ يحيط علمًا بالتقرير،\n\nيقرر ما يلي:\n\nالمادة الأولى: ينقل المقر.\n\n"
    "المادة الثانية: على المدير:\n١- العمل؛\n٢- رفع تقرير.\n",
}
ORDINALS = {
    "en": "The Council;\nDecides:\nFirst: Adopts the rules;\nSecond: Requests the Secretary:\n"
    "1- to print them;\n2- to send them.\n\nANNEX\nRULES\nRule 1\nIt meets.\nRule 2\n1. It votes.\n",
    "fr": "Le Conseil ;\nDécide :\nPremièrement : d'adopter le règlement ;\nDeuxièmement : de prier le"
    " Secrétaire :\n1- de l'imprimer ;\n2- de l'envoyer.\n\nANNEXE\nRÈGLEMENT\nArticle premier\n"
    "Il se réunit.\nArticle 2\n1. Il vote.\n",
    "ar": "المجلس؛\nقرر ما يأتي:\nأولًا: الموافقة على النظام؛\nثانيًا: الطلب إلى الأمين:\n"
    "1- طباعته؛\n2- إرساله.\n\nالملحق\nالنظام\nالمادة 1\nيجتمع.\nالمادة 2\n1- يصوت.\n",
}
PARTS = {
    "en": "81/1. Water\n\nA\n\nThe General Assembly,\n\nNoting the rivers,\n\n1. Urges all States:\n"
    "(a) to act:\n(i) now;\n(ii) well, that is:\na. soon;\nb. often;\n(b) to learn;\n\nB\n\n"
    "The General Assembly,\n\nNoting the wells,\n\n1. Decides to dig.\n",
    "fr": "81/1. Eau\n\nA\n\nL'Assemblée générale,\n\nNotant les rivières,\n\n1. Engage tous les États :\n"
    "a) à agir :\ni) maintenant ;\nii) bien, à savoir :\na. tôt ;\nb. souvent ;\nb) à apprendre ;\n\n"
    "B\n\nL'Assemblée générale,\n\nNotant les puits,\n\n1. Décide de creuser.\n",
    "ar": "٨١/١ - المياه\n\nألف\n\nإن الجمعية العامة،\n\nإذ تلاحظ الأنهار،\n\n١ - تحث جميع الدول على:\n"
    "(أ) العمل:\n’١‘ الآن؛\n’٢‘ جيدًا، أي:\nأ. قريبًا؛\nب. كثيرًا؛\n(ب) التعلم؛\n\nباء\n\n"
    "إن الجمعية العامة،\n\nإذ تلاحظ الآبار،\n\n١ - تقرر الحفر.\n",
}
DECLARATIONS = {
    "en": "We, the Heads of State, meeting in Exampleton,\n\nRecalling our aims,\n\nHereby declare:\n\n"
    "Peace\n\n1. We reaffirm our aims.\n\n2. We call upon the Secretary to act.\n",
    "fr": "Nous, chefs d'État, réunis à Exempleville,\n\nRappelant nos buts,\n\nDéclarons ce qui suit :"
    "\n\nPaix\n\n1. Nous réaffirmons nos buts.\n\n2. Nous demandons au Secrétaire d'agir.\n",
    "ar": "نحن رؤساء الدول المجتمعين في مدينة التمرين،\n\nإذ نستذكر أهدافنا،\n\nنعلن ما يلي:\n\n"
    "السلام\n\n1- نؤكد أهدافنا.\n\n2- ندعو الأمين إلى العمل.\n",
}


def blocks(text: str, lang: str) -> list[tuple[str, str, str]]:
    return [(str(each.kind), each.number, each.verb_class) for each in split(text, lang).blocks]


def numbers(text: str, lang: str) -> list[str]:
    return [each.number for each in split(text, lang).blocks if each.number]


LANGS = pytest.mark.parametrize("lang", ["ar", "en", "fr"])


@LANGS
def test_articles_hold_what_is_numbered_below_them(lang: str) -> None:
    assert blocks(ARTICLES[lang], lang) == [
        ("formula", "", ""), ("preambular", "", "observing"), ("enacting", "", "deciding"),
        ("operative", "1", "deciding"), ("operative", "2", "deciding"),
        ("subparagraph", "2(i)", "deciding"), ("subparagraph", "2(ii)", "deciding"),
    ]  # fmt: skip


@LANGS
def test_ordinals_hold_what_is_numbered_below_them_and_an_annex_its_articles(lang: str) -> None:
    assert blocks(ORDINALS[lang], lang) == [
        ("formula", "", ""), ("enacting", "", "deciding"), ("operative", "1", "deciding"),
        ("operative", "2", "directive"), ("subparagraph", "2(i)", "directive"),
        ("subparagraph", "2(ii)", "directive"), ("annex_heading", "annex", ""),
        ("annex_title", "", ""), ("annex_paragraph", "annex.1", ""),
        ("annex_paragraph", "annex.2", ""), ("annex_item", "annex.2(i)", ""),
    ]  # fmt: skip


@LANGS
def test_a_lone_letter_is_a_part_and_a_fourth_level_is_no_second(lang: str) -> None:
    assert numbers(PARTS[lang], lang) == [
        "A", "A.1", "A.1(a)", "A.1(a)(i)", "A.1(a)(ii)", "A.1(a)(ii)(a)", "A.1(a)(ii)(b)", "A.1(b)",
        "B", "B.1",
    ]  # fmt: skip


@LANGS
def test_a_declaration_speaks_in_the_first_person(lang: str) -> None:
    assert blocks(DECLARATIONS[lang], lang) == [
        ("formula", "", ""), ("preambular", "", "observing"), ("enacting", "", "deciding"),
        ("part_heading", "", ""), ("operative", "1", "reinforcing"), ("operative", "2", "directive"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (
            "The Executive Board\n\n(a) Approves the plan;\n(b) Requests the Director:\n(i) to act.",
            "en",
        ),
        ("Le Conseil exécutif\n\na) Approuve le plan ;\nb) Prie le Directeur :\ni) d'agir.", "fr"),
        ("إن المجلس التنفيذي\n\n(أ) يوافق على الخطة؛\n(ب) يطلب إلى المدير:\n(١) العمل.", "ar"),
    ],
)
def test_a_body_without_comma_and_paragraphs_by_letters(text: str, lang: str) -> None:
    assert blocks(text, lang) == [
        ("formula", "", ""), ("subparagraph", "(a)", "deciding"),
        ("subparagraph", "(b)", "directive"), ("subsubparagraph", "(b)(i)", "directive"),
    ]  # fmt: skip
