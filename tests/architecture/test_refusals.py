"""Refusals: every code has its sentences, every sentence is used, no fact is forgotten."""

import re
from pathlib import Path
from string import Formatter

from django.apps import apps
from django.db.models import CheckConstraint, UniqueConstraint

from amana.kernel.refusals import catalogue
from amana.kernel.words import LANGS

SOURCE = Path(__file__).parents[2] / "src" / "amana"
CODE = "\n".join(
    path.read_text("utf-8") for path in SOURCE.rglob("*.py") if "tests" not in path.parts
)


def test_every_refusal_in_the_code_has_its_sentence() -> None:
    raised = set(re.findall(r'(?:Refusal|DateFault|DateWarning)\(\s*"([a-z-]+\.[a-z-]+)"', CODE))
    assert raised
    assert raised - set(catalogue()) == set()


def test_every_sentence_is_of_a_refusal_in_the_code() -> None:
    unused = [
        code for code in catalogue()
        if f'"{code}"' not in CODE and not code.startswith("constraint.")
    ]  # fmt: skip
    assert unused == []


def test_a_sentence_names_the_same_facts_in_every_language() -> None:
    for code, entry in catalogue().items():
        for part, words in entry.items():
            named = {
                lang: {name for _, name, _, _ in Formatter().parse(words.text(lang)) if name}
                for lang in LANGS
            }
            assert named["ar"] == named["en"] == named["fr"], (code, part, named)


def test_arabic_sentences_are_arabic() -> None:
    for code, entry in catalogue().items():
        for words in entry.values():
            assert re.search(r"[\u0600-\u06ff]", words.ar), code
            assert not re.search(r"[\u0600-\u06ff]", re.sub(r"«.*?»|[ء-ي]+ \d+", "", words.en)), (
                code
            )


def test_every_constraint_of_a_dated_fact_has_its_sentence() -> None:
    for room in ("organisation", "texts", "conferences", "finance"):
        for model in apps.get_app_config(room).get_models():
            for constraint in model._meta.constraints:
                if isinstance(constraint, CheckConstraint | UniqueConstraint):
                    continue
                assert f"constraint.{constraint.name}" in catalogue(), constraint.name
