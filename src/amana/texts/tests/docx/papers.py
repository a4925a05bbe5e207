"""Papers of the exercises: own texts of an organisation that exists nowhere."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from amana.kernel.words import Words
from amana.texts.renditions.paper import Paper
from amana.texts.renditions.pdf import number_of
from amana.texts.rules.tree import Block, Unit, walk

SYMBOL = "UNEX/CM-50/2024/POL/SG.REP/Rev.1"


def paper(units: tuple[Unit, ...], langs: Sequence[str], notice: Words = Words()) -> Paper:
    """An exercise on paper."""
    return Paper(
        Words("اتحاد التمرين", "Exercise Union", "Union d’exercice"),
        Words("مجلس الوزراء", "Council of Ministers", "Conseil des ministres"),
        SYMBOL,
        Words("محفوظات الأمانة", "Archives of the Secretariat", "Archives du Secrétariat"),
        (
            Words("التوزيع: عام", "Distribution: general", "Distribution : générale"),
            Words(
                "تاريخ الاعتماد: ٢٩ أغسطس ٢٠٢٤م / ٢٤ صفر ١٤٤٦هـ",
                "Adopted: 29 August 2024 / 24 Safar 1446H",
                "Adopté le : 29 août 2024 / 24 safar 1446H",
            ),
        ),
        notice, units, tuple(langs), date(2024, 8, 29),
    )  # fmt: skip


def expected(units: tuple[Unit, ...], langs: Sequence[str]) -> list[Block]:
    """What a file in these languages says: no words for what is repealed, numbers as printed."""

    def only(words: Words) -> Words:
        return Words(**{lang: getattr(words, lang) for lang in langs})

    found = []
    for unit, _depth in walk(units):
        printed = Words(**{lang: number_of(unit, lang) for lang in langs})
        text = Words() if unit.repealed else only(unit.text)
        found.append(replace(unit.block, text=text, heading=only(unit.heading), printed=printed))
    return found
