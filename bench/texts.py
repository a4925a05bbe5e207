# ruff: noqa: E402 (Django is set up before what needs it)
"""How long a text of 400 provisions takes to be folded, compared and drawn; and files of it.

    PYTHONPATH=src:. python -W ignore -m bench.texts

CPU time (`time.process_time`) in one process, medians of 15 after two, no database: the tree and
its operations are generated. Drawing is the macro of the page with three languages.
"""

import gc
import os
import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amana.settings")
os.environ.setdefault("AMANA_TEST", "1")

import django

django.setup()

from django.template.loader import get_template
from django.test import RequestFactory
from django.utils import translation

from amana.kernel.words import Words
from amana.texts.given import Eyes
from amana.texts.pages.wording import lines, named
from amana.texts.renditions.page import html
from amana.texts.renditions.paper import Paper
from amana.texts.renditions.pdf import pdf
from amana.texts.rules.diff import compare
from amana.texts.rules.kinds import Kind
from amana.texts.rules.operations import Change, Operation, fold
from amana.texts.rules.tree import Block, Unit, grow
from amana.texts.standing_text import Text

FIRST = date(1972, 3, 4)
SAID = Words(
    en="The General Secretariat shall keep every paper of the session in three languages. " * 3,
    fr="Le Secrétariat général conserve chaque document de la session en trois langues. " * 3,
    ar="تحتفظ الأمانة العامة بكل وثيقة من وثائق الدورة باللغات الثلاث وتعرضها على الدورة المقبلة. "
    * 3,
)


def charter(articles: int = 100, paragraphs: int = 3) -> tuple[Unit, ...]:
    """A charter of `articles` × (1 + `paragraphs`) provisions in chapters of ten articles."""
    blocks = []
    for number in range(1, articles + 1):
        if number % 10 == 1:
            heading = Words(en="Organs", fr="Organes", ar="الأجهزة")
            blocks.append(Block(Kind.CHAPTER, num=str(number // 10 + 1), heading=heading))
        blocks.append(Block(Kind.ARTICLE, SAID, str(number)))
        blocks += [Block(Kind.PARAGRAPH, SAID, str(at)) for at in range(1, paragraphs + 1)]
    return grow(blocks)


def operations(count: int = 40) -> list[Operation]:
    """So many changes over fifty years: words for words, repeals, renumberings."""
    found = []
    for number in range(count):
        on, key = FIRST + timedelta(days=400 * (number + 1)), f"op-{number:03}"
        target = f"art_{number * 2 + 1}__para_2"
        if number % 4 == 3:
            found.append(Operation(key, Change.REPEAL, target, on))
        else:
            old = Words(en="three languages", fr="trois langues", ar="باللغات الثلاث")
            new = Words(en="all languages", fr="toutes les langues", ar="بجميع اللغات")
            found.append(Operation(key, Change.SUBSTITUTE, target, on, old=old, new=new))
    return found


def timed(name: str, work: Callable[[], object], times: int = 15) -> None:
    """Print the median and the worst CPU milliseconds of a piece of work."""
    for _ in range(2):
        work()
    found = []
    for _ in range(times):
        began = time.process_time()
        work()
        found.append((time.process_time() - began) * 1000)
    print(f"{name:58} {statistics.median(found):7.1f} ms  worst {max(found):7.1f}", flush=True)


def wall(name: str, work: Callable[[int], object], times: int = 7) -> None:
    """The same by the clock, for work that happens in threads of a library; each one differs."""
    work(0)
    found = []
    for number in range(1, times + 1):
        began = time.perf_counter()
        work(number)
        found.append((time.perf_counter() - began) * 1000)
    print(f"{name:58} {statistics.median(found):7.1f} ms  worst {max(found):7.1f}", flush=True)


def drawn(text: Text, langs: tuple[str, ...]) -> str:
    """The wording of the page, by its own macro."""
    request = RequestFactory().get("/en/texts/charter/")
    request.on = FIRST  # type: ignore[attr-defined]
    module = get_template("texts/wording.html").template.make_module(
        {"request": request, "lang": "en", "named": named("en")}
    )
    return str(module.shown(lines(text, langs), langs, "charter"))


def paper(units: tuple[Unit, ...], langs: tuple[str, ...], mark: str = "") -> Paper:
    """A text on paper; `mark` makes each one another."""
    title = Words(en=f"Charter {mark}", fr=f"Charte {mark}", ar=f"ميثاق {mark}")
    return Paper(title, Words(), "EX/1/2026", title, (), Words(), units, langs, FIRST)


def main() -> None:
    """Run every measurement."""
    units, changes = charter(), operations()
    whole, last = fold(units, changes), date(2026, 1, 1)
    gc.collect()
    gc.freeze()  # as the server does before it serves: what is loaded is no garbage
    langs, both = ("ar", "en", "fr"), (units, tuple(changes))
    text = Text(None, *both, whole, langs, last, Eyes(langs), both)  # type: ignore[arg-type]
    print(f"{sum(1 for _ in _all(units))} provisions, {len(changes)} operations")
    with translation.override("en"):
        timed("fold on a day", lambda: fold(units, changes, last))
        timed("draw one language", lambda: drawn(text, ("ar",)))
        timed("draw three languages", lambda: drawn(text, ("ar", "en", "fr")))
        timed("fold and draw one language", lambda: drawn(text.at(last), ("ar",)))
        timed("fold and draw three languages", lambda: drawn(text.at(last), ("ar", "en", "fr")))
        timed("compare two days, word by word", lambda: compare(units, whole.units, "ar"))
        timed("a page of HTML to take away", lambda: html(paper(whole.units, ("ar",))))
        wall("PDF, five pages in Arabic, each another", lambda n: pdf(_pages(5, n)))
        wall("PDF, eighty pages in Arabic, each another", lambda n: pdf(_pages(80, n)), 3)


def _all(units: tuple[Unit, ...]) -> list[Unit]:
    return [each for unit in units for each in (unit, *_all(unit.children))]


def _pages(count: int, number: int) -> Paper:
    """A paper of about so many pages: some sixteen paragraphs fill one."""
    said = Words(ar=SAID.ar + f" {number}")
    blocks = [Block(Kind.OPERATIVE, said, str(at)) for at in range(1, 13 * count + 1)]
    return paper(grow(blocks), ("ar",), str(number))


if __name__ == "__main__":
    main()
