"""A deliberation in blocks: kinds, numbers, classes, doubts."""

import pytest

from amana.texts.reading.passages import Reading
from amana.texts.reading.split import split
from amana.texts.tests.reading.samples import LANGS, LAYOUTS, paragraphs, shape, texts

ONE_TEXT = "RESOLUTION No. 1/9-C\n\nThe Board,\n\n1. Notes x.\n\n"


def numbers(reading: Reading) -> list[str]:
    return [block.number for block in reading.blocks if block.number]


def kinds(reading: Reading) -> list[str]:
    return [str(block.kind) for block in reading.blocks]


def codes(reading: Reading) -> dict[int, str]:
    return {doubt.line: doubt.code for doubt in reading.doubts}


@pytest.mark.parametrize("number", [0, 1], ids=["conference", "united nations"])
def test_a_resolution_has_one_structure_in_three_languages(number: int) -> None:
    readings = {lang: split(paragraphs(lang, number), lang) for lang in LANGS}
    structure = {
        lang: [
            (str(each.kind), each.number, each.level, each.verb_class) for each in reading.blocks
        ]
        for lang, reading in readings.items()
    }
    english = structure["en"]
    assert len(english) >= 29
    # One class is a matter of wording: notes with satisfaction, considering, recognizing.
    assert [each[:3] for each in structure["ar"]] == [each[:3] for each in english]
    assert [each[:3] for each in structure["fr"]] == [each[:3] for each in english]
    assert structure["ar"] == structure["fr"] == english
    assert all(reading.doubts == () for reading in readings.values() if number == 0)


def test_the_parts_of_a_resolution_and_its_annex() -> None:
    reading = split(paragraphs("en", 0), "en")
    assert kinds(reading)[:3] == ["symbol", "title", "formula"]
    assert numbers(reading) == [
        "1", "2", "3", "4", "4(a)", "4(b)", "4(b)(i)", "4(b)(ii)", "4(c)", "5", "6", "7", "8", "9",
        "annex", "annex.1", "annex.2", "annex.2(a)", "annex.2(b)",
    ]  # fmt: skip
    item = next(block for block in reading.blocks if block.number == "4(b)(i)")
    assert (item.kind, item.level, item.verb, item.verb_class, item.printed, item.own) == (
        "subsubparagraph", 3, "", "directive", "(i)", "i",
    )  # fmt: skip
    asks = next(block for block in reading.blocks if block.number == "5")
    assert (asks.verb, asks.action, asks.verb_class) == ("urges", "urge", "directive")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("lang", LANGS)
def test_the_layout_of_a_text_changes_nothing(lang: str, layout: str) -> None:
    for text in texts(lang):
        plain = list(shape(split("\n\n".join(text), lang)))
        assert list(shape(split(LAYOUTS[layout](text), lang))) == plain


def test_lettered_parts_are_in_the_numbers() -> None:
    reading = split(
        "RESOLUTION No. 1/9-C\nON CULTURE\n\nA. Books\n\nThe Council of Ministers,\n\n"
        "Recalling its resolutions,\n\n1. Urges Member States to read:\n(a) early;\n(b) late.\n\n"
        "B\nYouth\n\nNoting the report,\n\n1. Invites Member States to write.\n",
        "en",
    )
    assert numbers(reading) == ["A", "A.1", "A.1(a)", "A.1(b)", "B", "B.1"]
    assert [block.text for block in reading.blocks if block.kind == "part_heading"] == [
        "Books", "Youth",
    ]  # fmt: skip


def test_arabic_letters_head_parts_and_items_alike() -> None:
    reading = split(
        "إن مجلس الوزراء،\n\nأ- الكتب\n\nإذ يستذكر قراراته،\n\n١- يحث الدول الأعضاء على القراءة:\n"
        "أ- صباحًا؛\nب- مساءً.\n\nب- الشباب\n\nوإذ يلاحظ التقرير،\n\n١- يدعو الدول "
        "الأعضاء إلى الكتابة.\n",
        "ar",
    )
    assert numbers(reading) == ["A", "A.1", "A.1(a)", "A.1(b)", "B", "B.1"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I. First\n\n1. Notes x;\n\nII. Second\n\n2. Urges States to act.", ["I", "1", "II", "2"]),
        ("I. First\n\n1. Notes x.\n\nII. Second\n\n1. Urges y.", ["I", "I.1", "II", "II.1"]),
    ],
)
def test_roman_sections_are_in_the_numbers_only_where_these_begin_anew(
    text: str, expected: list[str]
) -> None:
    assert numbers(split(f"The Board,\n\nNoting it,\n\n{text}\n", "en")) == expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("(g) x;\n(h) x;\n(i) x;\n(j) x;", ["1(g)", "1(h)", "1(i)", "1(j)"]),
        ("(a) x:\n(i) x;\n(ii) x;\n(b) x;", ["1(a)", "1(a)(i)", "1(a)(ii)", "1(b)"]),
        ("(h) x:\n(i) x;\n(ii) x;\n(i) x;", ["1(h)", "1(h)(i)", "1(h)(ii)", "1(i)"]),
        ("(i) x;\n(ii) x;\n(iii) x;", ["1(i)", "1(ii)", "1(iii)"]),
        ("(a) x:\n(iv) x;\n(v) x;\n(vi) x;", ["1(a)", "1(a)(iv)", "1(a)(v)", "1(a)(vi)"]),
        ("(u) x;\n(v) x;\n(w) x;\n(x) x;\n(y) x;", ["1(u)", "1(v)", "1(w)", "1(x)", "1(y)"]),
        ("(a) x:\n(1) x;\n(2) x;", ["1(a)", "1(a)(i)", "1(a)(ii)"]),
        ("(y) x;\n(z) x;\n(aa) x;\n(bb) x;", ["1(y)", "1(z)", "1(aa)", "1(bb)"]),
        ("1.1 First;\n1.2 Second;", ["1.1", "1.2"]),
    ],
)
def test_a_letter_and_a_roman_number_are_told_apart_by_their_neighbours(
    items: str, expected: list[str]
) -> None:
    reading = split(f"The Board,\n\n1. Requests the Secretary General:\n{items}\n", "en")
    assert numbers(reading) == ["1", *expected]


@pytest.mark.parametrize(
    ("printed", "lang"),
    [
        ("3.", "en"), ("3-", "en"), ("3)", "en"), ("(3)", "en"), ("3 -", "en"), ("3.-", "fr"),
        ("3°", "fr"), ("٣-", "ar"), ("٣ -", "ar"), ("٣.", "ar"), ("(٣)", "ar"), ("۳-", "ar"),
        ("3ـ", "ar"), ("ثالثا-", "ar"), ("ثالثًا:", "ar"), ("[3.", "en"), ("OP3.", "en"),
        ("3\t", "en"),
    ],
)  # fmt: skip
def test_a_number_is_read_however_it_is_printed(printed: str, lang: str) -> None:
    verb = {"en": "Urges x;", "fr": "Prie x ;", "ar": "يحث س؛"}[lang]
    formula = {"en": "The Board,", "fr": "Le Conseil,", "ar": "إن المجلس،"}[lang]
    third = printed
    first, second = (third.translate(_down(by)) for by in (2, 1))
    if "ثالث" in printed:
        first, second = (printed.replace("ثالث", other) for other in ("أول", "ثاني"))
    text = f"{formula}\n\n{first} {verb}\n\n{second} {verb}\n\n{third} {verb}\n"
    reading = split(text, lang)
    assert numbers(reading) == ["1", "2", "3"], shape(reading)


def _down(by: int) -> dict[int, str]:
    return {ord(three): chr(ord(three) - by) for three in "3٣۳"}


@pytest.mark.parametrize(
    ("letters", "code"),
    [("أ ب ج د هـ و ز ح ط ي", ""), ("أ ب ت ث", "reading.letter-order")],
)
def test_arabic_items_are_counted_abjad_or_else_doubted(letters: str, code: str) -> None:
    items = "\n".join(f"({letter}) س؛" for letter in letters.split())
    reading = split(f"إن المجلس،\n\n١- يطلب من الأمين العام:\n{items}\n", "ar")
    assert numbers(reading)[1:] == [f"1({chr(97 + at)})" for at in range(len(letters.split()))]
    assert {doubt.code for doubt in reading.doubts} == ({code} if code else set())


def test_a_single_paragraph_has_no_number() -> None:
    reading = split("The Board,\n\nNoting the report,\n\nRequests the Director to go on.\n", "en")
    assert [(b.kind, b.number, b.verb_class) for b in reading.blocks][-1] == (
        "operative", "", "directive",
    )  # fmt: skip
    assert reading.doubts == ()


@pytest.mark.parametrize(
    ("enacting", "lang"),
    [("Decides:", "en"), ("DECIDES AS FOLLOWS:", "en"), ("Décide :", "fr"), ("يقرر:", "ar"),
     ("فإنه يقرر ما يلي:", "ar"), ("يُقرِّر", "ar")],
)  # fmt: skip
def test_a_lone_decides_is_enacting_and_what_follows_is_decided(enacting: str, lang: str) -> None:
    formula = {"en": "The Board,", "fr": "Le Conseil,", "ar": "إن المجلس،"}[lang]
    reading = split(f"{formula}\n\n{enacting}\n\n1. xyz abc;\n", lang)
    assert kinds(reading) == ["formula", "enacting", "operative"]
    assert [block.verb_class for block in reading.blocks] == ["", "deciding", "deciding"]
    assert reading.doubts == ()


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("The Board,\n\n1. Notes x;\n\n3. Urges y.\n", 5, "reading.number-skipped"),
        ("The Board,\n\n1. Notes x;\n\n1. Urges y.\n", 5, "reading.number-repeated"),
        ("The Board,\n\n1. Notes x;\n\n2. Notes y;\n\n1. Urges y.\n", 7, "reading.number-back"),
        ("1. Notes x.\n", 1, "reading.no-formula"),
        ("The Board,\n\n1. Nobody knows.\n", 3, "reading.no-verb"),
        ("The Board,\n\n1. Zaps the register.\n", 3, "reading.unknown-verb"),
        ("The Board,\n\n1. Notes x.\n\n٢. Notes y.\n", 5, "reading.mixed-digits"),
        ("The Board,\n\n1. Notes 2٣ of them.\n", 3, "reading.mixed-digits"),
        ("The Board,\n\nNoting it,\n", 1, "reading.no-operative"),
        ("The Board,\n\n1. Notes x.\n\nUrges Member States to act.\n", 5, "reading.unnumbered"),
        ("The Board,\n\n1. Notes\u200f x.\n", 3, "reading.controls"),
        ("The Board,\n\n1. Asks that:\n(a) x;\n\n2. Asks that:\n(i) x.\n", 7, "reading.level-jump"),
        ("Distr.: General\n\nThe Board,\n\n1. Notes x.\n", 1, "reading.aside"),
        ("The Board,\n\n1. Notes x.\n\n* Reservation of a State.\n", 5, "reading.aside"),
        (f"{ONE_TEXT}{ONE_TEXT.replace('1/9', '2/9')}", 7, "reading.another-text"),
    ],
)  # fmt: skip
def test_every_doubt_is_said_with_its_line(text: str, line: int, code: str) -> None:
    reading = split(text, "en")
    assert (line, code) in [(doubt.line, doubt.code) for doubt in reading.doubts]
    for doubt in reading.doubts:
        for lang in LANGS:
            assert str(doubt.line) in doubt.sentence(lang)


def test_nothing_to_read_is_said() -> None:
    for text in ("", " \n\t\n", "\ufeff"):
        reading = split(text, "en")
        assert reading.blocks == ()
        assert [doubt.code for doubt in reading.doubts] == ["reading.empty"]
        assert reading.after == text


def test_a_paragraph_torn_by_a_page_is_put_together() -> None:
    text = (
        "The Board,\n\n1. Requests the Secretary General to keep the register of all texts and\n\n"
        "- 4 -\n\nto publish it;\n\n2. Notes x.\n"
    )
    reading = split(text, "en")
    assert numbers(reading) == ["1", "2"]
    assert reading.blocks[1].text.endswith("all texts and to publish it;")
    assert [aside.what for aside in reading.asides] == ["page"]


def test_a_number_alone_on_its_line_waits_for_its_words() -> None:
    text = (
        "إن المؤتمر،\n\n1 -\n\nيطلب من الأمين العام المتابعة.\n\n"
        "2 -\n\nدعوة  الدول الأعضاء إلى العمل\n\n<5>\n"
    )
    reading = split(text, "ar")
    assert numbers(reading) == ["1", "2"]
    assert reading.blocks[2].text == "دعوة الدول الأعضاء إلى العمل"
    assert reading.blocks[2].verb_class == "directive"


def test_a_dash_is_an_item_or_a_paragraph() -> None:
    items = split(
        "The Board,\n\nRequests the Secretariat to see to:\n\n- staff;\n\n- space.\n", "en"
    )
    assert kinds(items)[1:] == ["operative", "subparagraph", "subparagraph"]
    assert [block.verb_class for block in items.blocks[1:]] == ["directive"] * 3
    decided = split(
        "Le Conseil,\n\nDécide :\n\n- Réintégration du membre.\n\n- Demander un rapport.\n", "fr"
    )
    assert kinds(decided)[1:] == ["enacting", "operative", "operative"]


def test_a_formula_and_its_first_recital_may_stand_in_one_paragraph() -> None:
    reading = split("The General Assembly, Recalling its resolution 1/1,\n\n1. Notes x.\n", "en")
    assert kinds(reading) == ["formula", "preambular", "operative"]
    assert reading.blocks[0].text == "The General Assembly,"


def test_symbol_and_title_may_stand_on_one_line() -> None:
    reading = split("RESOLUTION No. 1/44-POL ON THE ARCHIVES\nOF THE HOUSE\n\nThe Board,\n", "en")
    assert [(b.kind, b.text) for b in reading.blocks][:2] == [
        ("symbol", "RESOLUTION No. 1/44-POL"), ("title", "ON THE ARCHIVES OF THE HOUSE"),
    ]  # fmt: skip


def test_italics_pasted_as_stars_are_no_bullets() -> None:
    reading = split(
        "*The Board*,\n\n*Recalling* x,\n\n1. *Requests* the Secretariat to act.\n", "en"
    )
    assert kinds(reading) == ["formula", "preambular", "operative"]
    assert reading.blocks[2].verb == "requests"


FRENCH_ARTICLES = """Le Comité,

Vu la Charte,

Article premier : Un comité est créé.

Article 2

Le Secrétaire général en est chargé.
"""
ARABIC_ARTICLES = """إن اللجنة،

وعملاً بالميثاق،

يقرر:

المادة 1: تُنشأ لجنة.

المادة ٢
يُكلَّف الأمين العام بذلك.
"""


@pytest.mark.parametrize(("text", "lang"), [(FRENCH_ARTICLES, "fr"), (ARABIC_ARTICLES, "ar")])
def test_paragraphs_may_be_numbered_as_articles(text: str, lang: str) -> None:
    assert numbers(split(text, lang)) == ["1", "2"]


def test_the_symbol_again_in_brackets_closes_the_text() -> None:
    reading = split("إن المجلس،\n\nيقرر\n\n1- التأكيد على قراره.\n\n(ق: رقم 9 – د.ع (160))\n", "ar")
    assert kinds(reading) == ["formula", "enacting", "operative", "conclusion"]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("1er. Prie x ;\n\n2. Invite y.", "fr", ["1", "2"]),
        ("1°) Prie x ;\n\n2°) Invite y.", "fr", ["1", "2"]),
        ("أولا: اعتماد التقرير\n\nثانيا - دعوة الدول إلى العمل.", "ar", ["1", "2"]),
        ("1. Asks:\n(a) x;\n(b) (i) y;\n(ii) z;\n(c) w.", "en",
         ["1", "1(a)", "1(b)", "1(b)(i)", "1(b)(ii)", "1(c)"]),
        ("1- يطلب:\n(أ) (1) س؛\n(2) ع؛\n(ب) ص.", "ar",
         ["1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(b)"]),
        ("1. (a) Urges x;\n(b) Invites y;\n\n2. Notes z.", "en", ["1", "1(a)", "1(b)", "2"]),
        ("Adopts it.\n\nANNEX: STATUTE.\n\nArticle 1\n\nIt is.\n\nArticle 2\n\nIt ends.", "en",
         ["annex", "annex.1", "annex.2"]),
    ],
)  # fmt: skip
def test_numbers_in_their_less_common_forms(text: str, lang: str, expected: list[str]) -> None:
    formula = {"en": "The Board,", "fr": "Le Conseil,", "ar": "إن المجلس،\n\nيقرر:"}[lang]
    reading = split(f"{formula}\n\n{text}\n", lang)
    assert numbers(reading) == expected
    assert reading.doubts == ()
    assert not any(block.text.startswith((")", "(")) for block in reading.blocks)


def test_the_adoption_note_behind_an_annex_is_none_of_it() -> None:
    annexed = "ANNEX\n\nProgramme\n\n1. First thing.\n\nAdopted on 12 May 2024 in the exercise.\n"
    reading = split(f"The Board,\n\n1. Adopts it.\n\n{annexed}", "en")
    assert kinds(reading)[-2:] == ["annex_paragraph", "conclusion"]
    french = split("Le Conseil,\n\nNotant cela,\n\nAdopte le statut annexé.\n", "fr")
    assert kinds(french)[-1] == "operative"
