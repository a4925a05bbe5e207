"""The verb a paragraph opens with and its class: the reading rules, in three languages."""

import tomllib
from pathlib import Path

import pytest

from amana.texts.reading import lexicon
from amana.texts.reading.lexicon import CLASSES, clauses, lead, meanings

RULES = {
    "directive": "requests|calls upon|urges|invites|entrusts|mandates|appeals|encourages"
    "|recommends",
    "deciding": "decides|adopts|approves|endorses|authorises|establishes",
    "observing": "notes|recalls|having considered",
    "reinforcing": "reaffirms|stresses|affirms|reiterates",
    "evaluative": "welcomes|commends|thanks|condemns|expresses concern",
}
OTHERS = [
    ("fr", "Prie le Secrétaire général", "prie", "directive"),
    ("fr", "DEMANDE instamment aux États", "demande", "directive"),
    ("fr", "Lance un appel aux donateurs", "lance un appel", "directive"),
    ("fr", "Engage les États Membres", "engage", "directive"),
    ("fr", "S’engage à poursuivre", "s’engage", "deciding"),
    ("fr", "Fait siennes les conclusions", "fait siennes", "deciding"),
    ("fr", "Se félicite de l’accord", "se félicite", "evaluative"),
    ("fr", "Profondément préoccupée par", "préoccupée", "evaluative"),
    ("fr", "Encouragé par les progrès", "encouragé", "evaluative"),
    ("fr", "Encourage les États membres", "encourage", "directive"),
    ("fr", "D'approuver le budget", "approuver", "deciding"),
    ("fr", "Exprime sa détermination à", "exprime", "reinforcing"),
    ("fr", "Rappelant également", "rappelant", "observing"),
    ("ar", "يطلب من الأمين العام", "يطلب", "directive"),
    ("ar", "تَطْلُبُ إلى الأمين العام", "تَطْلُبُ", "directive"),
    ("ar", "ويدعو الدول الأعضاء", "يدعو", "directive"),
    ("ar", "كما يحثّ الدول", "يحثّ", "directive"),
    ("ar", "الطلب إلى الأمين العام", "الطلب", "directive"),
    ("ar", "دعوة الدول الأعضاء إلى", "دعوة", "directive"),
    ("ar", "حثّ المؤسسات على", "حثّ", "directive"),
    ("ar", "تكليف الأمين العام", "تكليف", "directive"),
    ("ar", "يكلّف الأمين العام", "يكلّف", "directive"),
    ("ar", "توجيه نداء إلى المجتمع", "توجيه نداء", "directive"),
    ("ar", "يوجه الشكر إلى الدولة", "يوجه الشكر", "evaluative"),
    ("ar", "يقرر إنشاء", "يقرر", "deciding"),
    ("ar", "الموافقة على", "الموافقة", "deciding"),
    ("ar", "يقر توصيات اللجنة", "يقر", "deciding"),
    ("ar", "يقر بأهمية العمل", "يقر", "observing"),
    ("ar", "وإذ يستذكر القرار", "يستذكر", "observing"),
    ("ar", "إذ يحيط علماً بالتقرير", "يحيط علماً", "observing"),
    ("ar", "اذ اطلع علي التقرير", "اطلع", "observing"),
    ("ar", "وقد نظرت في التقرير", "نظرت", "observing"),
    ("ar", "وبعد الاطلاع على التقرير", "بعد الاطلاع", "observing"),
    ("ar", "وإذ يؤكد من جديد", "يؤكد من جديد", "reinforcing"),
    ("ar", "يجدد دعمه", "يجدد", "reinforcing"),
    ("ar", "يجدد نداءه إلى الدول", "يجدد", "directive"),
    ("ar", "وإذ يساوره بالغ القلق", "يساوره", "evaluative"),
    ("ar", "يعرب عن تقديره", "يعرب", "evaluative"),
    ("en", "Also requests the Secretary General", "requests", "directive"),
    ("en", "In this regard, urges Member States", "urges", "directive"),
    ("en", "To request the Secretary General", "request", "directive"),
    ("en", "Renews its appeal to donors", "renews", "directive"),
    ("en", "Renews its thanks", "renews", "reinforcing"),
    ("en", "Extends its gratitude", "extends", "evaluative"),
    ("en", "Extends the mandate", "extends", "deciding"),
    ("en", "Expresses its determination", "expresses", "reinforcing"),
    ("en", "Notes with concern the delay", "notes", "observing"),
    ("en", "HAVING EXAMINED the report", "having examined", "observing"),
    ("en", "Re-emphasizes the need", "re-emphasizes", "reinforcing"),
    ("en", "Remains seized of the matter", "remains seized", "deciding"),
    ("en", "Calls attention to the delay", "calls attention", "reinforcing"),
]


@pytest.mark.parametrize("verb_class", CLASSES)
def test_the_verbs_of_the_rules_have_their_classes(verb_class: str) -> None:
    for verb in RULES[verb_class].split("|"):
        assert lead(f"{verb.capitalize()} the report", "en").verb_class == verb_class, verb


@pytest.mark.parametrize(("lang", "text", "verb", "verb_class"), OTHERS)
def test_a_verb_is_found_as_it_stands(lang: str, text: str, verb: str, verb_class: str) -> None:
    found = lead(text, lang)
    assert (found.verb, found.verb_class) == (verb, verb_class)


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "The Secretary General shall report"), ("en", ""), ("en", "…"), ("fr", "Le budget"),
     ("ar", "الأمين العام"), ("ar", "و"), ("ar", "ـ"), ("fr", "d'")],
)  # fmt: skip
def test_a_text_without_a_verb_has_none(lang: str, text: str) -> None:
    assert not lead(text, lang)


def test_preambles_are_known_by_participles_and_by_their_arabic_marks() -> None:
    assert lead("Recalling it", "en").opens_preamble
    assert not lead("Recalls it", "en").opens_preamble
    assert lead("Rappelant", "fr").opens_preamble
    assert lead("وإذ يستذكر", "ar").opens_preamble
    assert lead("مستذكراً قراراته", "ar").opens_preamble
    assert not lead("يستذكر", "ar").opens_preamble


def test_a_verb_of_two_meanings_keeps_both() -> None:
    assert meanings("يؤيد", "ar") == {"deciding", "evaluative"}
    assert meanings("يدعو", "ar") == {"directive"}
    assert meanings("requests", "en") == {"directive"}


def test_a_paragraph_has_a_clause_for_every_finite_verb() -> None:
    text = "Takes note of the report, and in this regard requests the Secretary General to act"
    assert [found.action for found, _words in clauses(text, "en")] == ["take-note", "request"]
    arabic = "يحيط علما بالتقرير ويطلب من الأمين العام المتابعة"
    assert [found.action for found, _words in clauses(arabic, "ar")] == ["take-note", "request"]


def test_every_form_of_the_table_is_found() -> None:
    table = tomllib.loads(Path(lexicon.__file__).with_name("verbs.toml").read_text("utf-8"))
    for action in table["action"]:
        assert action["class"] in CLASSES
        for lang in ("ar", "en", "fr"):
            for form in action.get(lang, ()):
                for slot in filter(None, form.split("/")):
                    words = slot.replace("*", "")
                    assert lead(f"{words} xyz", lang).verb, (lang, slot)
