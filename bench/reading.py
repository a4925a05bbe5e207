"""Measure the reading of deliberations: `python -m bench.reading`.

Generated resolutions of our own words in three languages, some 45 words a paragraph, with two
levels of items, every paragraph on its own line. CPU is `time.process_time`, the median of
`ROUNDS` readings of the whole file after one that warms up.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from amana.texts.reading.aligning import aligned  # noqa: E402
from amana.texts.reading.lineage import Earlier  # noqa: E402
from amana.texts.reading.lint import concordance, lint  # noqa: E402
from amana.texts.reading.mandates import charges  # noqa: E402
from amana.texts.reading.split import split  # noqa: E402

ROUNDS = 7
TEXTS = 250
LEAST = 20_000
WORDS = {
    "en": "the exercise register of member states and institutions for common archives shall be "
    "kept with due care under the charter in every working language before each session",
    "fr": "le registre d'exercice des états membres et des institutions pour les archives communes "
    "est tenu avec soin selon la charte dans chaque langue de travail avant toute session",
    "ar": "سجل التمرين للدول الأعضاء والمؤسسات من أجل المحفوظات المشتركة يحفظ بعناية وفق الميثاق "
    "في كل لغة من لغات العمل قبل كل دورة بما يخدم الأهداف العامة",
}
FORMULAS = {
    "en": "The Council of Ministers,",
    "fr": "Le Conseil des ministres,",
    "ar": "إن مجلس الوزراء،",
}
RECITALS = {
    "en": ("Recalling", "Deeply concerned that", "Having considered"),
    "fr": ("Rappelant que", "Profondément préoccupé par", "Ayant examiné"),
    "ar": ("وإذ يستذكر أن", "وإذ يساوره القلق لأن", "وبعد الاطلاع على"),
}
VERBS = {
    "en": (
        "Requests the Secretary General to see that", "Decides that", "Welcomes the way in which",
        "Calls upon Member States to ensure that",
    ),
    "fr": (
        "Prie le Secrétaire général de veiller à ce que", "Décide que", "Se félicite de ce que",
        "Demande aux États membres de veiller à ce que",
    ),
    "ar": (
        "يطلب من الأمين العام العمل على أن", "يقرر أن", "يرحب بأن",
        "يدعو الدول الأعضاء إلى ضمان أن",
    ),
}  # fmt: skip
LETTERS = {"en": ("(a)", "(b)"), "fr": ("a)", "b)"), "ar": ("(أ)", "(ب)")}
ROMANS = {"en": ("(i)", "(ii)"), "fr": ("i)", "ii)"), "ar": ("(١)", "(٢)")}
SYMBOL = {
    "en": "RESOLUTION No. {}/9-EX",
    "fr": "RÉSOLUTION N° {}/9-EX",
    "ar": "القرار الرقم {}/9-س",
}


def filler(lang: str, chance: random.Random, most: int = 45) -> str:
    words = WORDS[lang].split()
    return " ".join(chance.choice(words) for _ in range(chance.randint(most // 2, most)))


def paragraphs(lang: str, number: int, chance: random.Random) -> Iterator[str]:
    """The paragraphs of one resolution: some thirty."""
    comma, semicolon = ("،", "؛") if lang == "ar" else (",", " ;" if lang == "fr" else ";")
    yield SYMBOL[lang].format(number)
    yield FORMULAS[lang]
    for _ in range(8):
        yield f"{chance.choice(RECITALS[lang])} {filler(lang, chance)}{comma}"
    for count in range(1, 13):
        printed = f"{count}-" if lang == "ar" else f"{count}."
        ends = ":" if count % 4 == 0 else semicolon
        yield f"{printed} {chance.choice(VERBS[lang])} {filler(lang, chance)}{ends}"
        if count % 4 == 0:
            for letter in LETTERS[lang]:
                yield f"{letter} {filler(lang, chance, 25)}{semicolon}"
            for roman in ROMANS[lang]:
                yield f"{roman} {filler(lang, chance, 20)}{semicolon}"


def measured(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Seconds of CPU, the median."""
    work()
    taken = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return statistics.median(taken)


def main() -> int:
    """Print the table; an error when a language is slower than `LEAST`."""
    rows = [_language(lang) for lang in ("ar", "en", "fr")]
    print(
        "| language | paragraphs | words | s CPU | split, paragraphs/s | mandates, paragraphs/s |"
    )
    print("| --- | --- | --- | --- | --- | --- |")
    for row in rows:
        print("| {} | {:,} | {:,} | {:.3f} | {:,.0f} | {:,.0f} |".format(*row))
    _one_text()
    return int(any(row[4] < LEAST for row in rows))


def _language(lang: str) -> tuple[str, int, int, float, float, float]:
    chance = random.Random(1446)
    texts = [list(paragraphs(lang, number, chance)) for number in range(1, TEXTS + 1)]
    whole = "\n\n".join("\n\n".join(text) for text in texts) + "\n"
    count = sum(map(len, texts))
    reading = split(whole, lang)
    if len(reading.blocks) != count:
        sys.exit(f"{lang}: {len(reading.blocks)} blocks of {count} paragraphs")
    seconds = measured(lambda: split(whole, lang))
    asked = measured(lambda: charges(reading, opened=date(2025, 6, 21)), 1)
    return lang, count, len(whole.split()), seconds, count / seconds, count / asked


def _one_text() -> None:
    """One resolution in three languages, brought together, compared, and looked for in 50,000."""
    readings = {
        lang: split("\n\n".join(paragraphs(lang, 1, random.Random(7))) + "\n", lang)
        for lang in ("ar", "en", "fr")
    }
    chance = random.Random(3)
    earlier = Earlier((number, filler("en", chance)) for number in range(50_000))
    count = len(readings["en"].blocks)
    works: dict[str, Callable[[], object]] = {
        f"{count} paragraphs in three languages brought together": lambda: aligned(readings),
        "their concordance": lambda: concordance(readings),
        "a drafter's lint, 50,000 earlier paragraphs": lambda: lint(
            readings["en"], earlier=earlier
        ),
    }
    print("\n| of one resolution | ms CPU |\n| --- | --- |")
    for name, work in works.items():
        print(f"| {name} | {measured(work) * 1000:.1f} |")


if __name__ == "__main__":
    sys.exit(main())
