"""Measure Akoma Ntoso of a charter of 400 provisions: `python -m bench.akn [--runs N]`.

CPU (`time.process_time`) of this process, one language, after two runs that warm up: writing,
validating against the strict schema, the further rules, reading back; of an original and of a
text consolidated from forty operations. The schema is compiled once in a process.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from amana.kernel.marks import Mark  # noqa: E402
from amana.kernel.words import Words  # noqa: E402
from amana.texts.akn.document import Described, Document, Instrument, Party  # noqa: E402
from amana.texts.akn.names import class_of  # noqa: E402
from amana.texts.akn.reading import read  # noqa: E402
from amana.texts.akn.soundness import unsound  # noqa: E402
from amana.texts.akn.validity import validate  # noqa: E402
from amana.texts.akn.writing import write  # noqa: E402
from amana.texts.rules.kinds import Kind  # noqa: E402
from amana.texts.rules.operations import Change, Operation, fold  # noqa: E402
from amana.texts.rules.tree import Block, Unit, grow, walk  # noqa: E402

UNDER_MS = 30.0
SENTENCE = Words(
    ar="تعمل الدول الأعضاء على تعزيز التعاون فيما بينها في المجالات التي يحددها المجلس، "
    "وترفع تقريرا سنويا عن ذلك إلى دورته العادية وفقا للفقرة ٢ من هذه المادة. ",
    en="The Member States shall strengthen cooperation among themselves in the fields decided by "
    "the Council, and shall report on it every year to its ordinary session. ",
    fr="Les États membres renforcent leur coopération dans les domaines arrêtés par le Conseil et "
    "en rendent compte chaque année à sa session ordinaire. ",
)


def _twice(words: Words) -> Words:
    return Words(**{lang: (text * 2).strip() for lang, text in words})


def charter(provisions: int) -> tuple[Unit, ...]:
    """A generated charter: chapters of ten articles, three paragraphs an article."""
    blocks = [
        Block(Kind.TITLE, Words(ar="ميثاق مولَّد", en="Generated charter", fr="Charte générée"))
    ]
    article = 0
    while len(blocks) <= provisions:
        if article % 10 == 0:
            number = str(article // 10 + 1)
            blocks.append(
                Block(Kind.CHAPTER, num=number, heading=SENTENCE, printed=_printed(number))
            )
        article += 1
        number = str(article)
        blocks.append(Block(Kind.ARTICLE, num=number, heading=SENTENCE, printed=_printed(number)))
        blocks += [
            Block(Kind.PARAGRAPH, _twice(SENTENCE), each, printed=_printed(each)) for each in "123"
        ]
    return grow(blocks[: provisions + 1])


def _printed(number: str) -> Words:
    return Words(ar=f"المادة {number}", en=f"Article {number}", fr=f"Article {number}")


def described() -> Described:
    """The work."""
    party = Party("exercise", Words(ar="منظمة تمرين", en="Exercise", fr="Exercice"))
    title = Words(ar="ميثاق مولَّد", en="Generated charter", fr="Charte générée")
    return Described(
        "bench", *class_of("charter"), "charter", title, title, party, party,
        Mark.parse("1999-01-01"),
    )  # fmt: skip


def consolidated(units: tuple[Unit, ...]) -> Document:
    """The charter after forty operations on ten days."""
    paragraphs = [unit for unit, _depth in walk(units) if unit.kind is Kind.PARAGRAPH][:160:4]
    operations = [
        Operation(
            f"op-{n}", Change.REPEAL if n % 4 == 0 else Change.SUBSTITUTE, unit.wid,
            date(2000 + n % 10, 1, 1), units=() if n % 4 == 0 else (unit,),
            instrument=f"r-{n % 10}#para_1",
        )
        for n, unit in enumerate(paragraphs)
    ]  # fmt: skip
    after = fold(units, operations, date(2020, 1, 1)).units
    uri = "/akn/aa-exercise/statement/deliberation/exercise/2000-01-01/{}"
    instruments = {f"r-{n}": Instrument(uri.format(n + 1), SENTENCE) for n in range(10)}
    return Document(described(), after, tuple(operations), instruments)


def measured(name: str, work: Callable[[], object], runs: int) -> float:
    """The median CPU milliseconds of a piece of work, printed with its extremes."""
    times = []
    for _run in range(runs + 2):
        began = time.process_time()
        work()
        times.append((time.process_time() - began) * 1000)
    kept = sorted(times[2:])
    median = statistics.median(kept)
    print(f"  {name:<24}{median:8.1f} ms   (least {kept[0]:.1f}, most {kept[-1]:.1f}, {runs} runs)")
    return median


def main() -> int:
    """Print every figure; exit 1 when writing took longer than it may."""
    runs = int(sys.argv[sys.argv.index("--runs") + 1]) if "--runs" in sys.argv else 25
    began = time.process_time()
    validate(b"<a/>")
    print(
        f"schema compiled in {(time.process_time() - began) * 1000:.0f} ms of CPU, once a process"
    )
    slowest = 0.0
    for provisions in (400, 1600):
        units = charter(provisions)
        for name, document in (("original", Document(described(), units)),
                               ("consolidated", consolidated(units))):  # fmt: skip
            for lang in ("ar", "en"):
                xml = write(document, lang)
                faults = validate(xml) + unsound(xml)
                print(f"{provisions} provisions, {name}, {lang}: {len(xml):,} bytes,", end=" ")
                print(f"{len(faults)} faults")
                took = measured("write", lambda d=document, at=lang: write(d, at), runs)  # type: ignore[misc]
                measured("validate (strict)", lambda data=xml: validate(data), runs)  # type: ignore[misc]
                measured("further rules", lambda data=xml: unsound(data), runs)  # type: ignore[misc]
                measured("read", lambda data=xml: read(data), runs)  # type: ignore[misc]
                if provisions == 400:
                    slowest = max(slowest, took)
    print(f"\nslowest write of 400 provisions: {slowest:.1f} ms of {UNDER_MS:.0f}")
    return int(slowest > UNDER_MS)


if __name__ == "__main__":
    sys.exit(main())
