"""How fast files are read and DOCX written: generated resolutions, CPU time, every run printed.

PYTHONPATH=src:. DJANGO_SETTINGS_MODULE=amana.settings python -m bench.intake
"""

import sys
import time
from collections.abc import Callable

import django


def timed(name: str, work: Callable[[], object], count: int, times: int = 5) -> None:
    """Print the CPU time of every run, and paragraphs a second by the middle one."""
    runs = []
    for _time in range(times):
        began = time.process_time()
        work()
        runs.append(time.process_time() - began)
    middle = sorted(runs)[times // 2]
    told = " ".join(f"{run * 1000:.1f}" for run in runs)
    print(f"{name:42} {told} ms; {count / middle:,.0f} paragraphs/s")


def main(count: int) -> None:
    """Measure a text of so many paragraphs in three languages."""
    from amana.kernel.words import LANGS, Words
    from amana.texts.docx import write_docx
    from amana.texts.intake import read_bytes
    from amana.texts.rules.kinds import Kind
    from amana.texts.rules.tree import Block, grow
    from amana.texts.tests.docx.papers import paper
    from amana.texts.tests.docx.test_round_trip import without_styles
    from amana.texts.tests.intake.word_files import level, listed, numbering, p, word

    blocks = [Block(Kind.FORMULA, Words("إن المجلس،", "The Council,", "Le Conseil,"))]
    text = Words(
        "يطلب من الأمين العام تقديم تقرير إلى الدورة المقبلة عن تنفيذ القرار 7/50-POL؛",
        "Requests the Secretary General to report to the next session on resolution 7/50-POL;",
        "Prie le Secrétaire général de présenter un rapport sur la résolution 7/50-POL ;",
    )
    blocks += [
        Block(Kind.OPERATIVE, text, str(at), printed=Words(f"{at}-", f"{at}.", f"{at}."))
        for at in range(1, count + 1)
    ]
    units = grow(blocks)
    for langs in (("en",), ("ar",), LANGS):
        made = paper(units, langs)
        data = write_docx(made)
        shown = "+".join(langs)
        timed(f"write DOCX {shown}", lambda made=made: write_docx(made), count)  # type: ignore[misc]
        timed(
            f"read our DOCX {shown}", lambda d=data, at=langs[0]: read_bytes(d, "a.docx", at), count
        )  # type: ignore[misc]
    strange = without_styles(write_docx(paper(units, ("en",))))
    timed("read the same without our styles", lambda: read_bytes(strange, "a.docx", "en"), count)
    lists = numbering(level(0, "decimal", "%1."))
    counted = word(p("The Council,"), *[listed(1, text.en)] * count, numbering=lists)
    timed("read DOCX with Word's lists", lambda: read_bytes(counted, "a.docx", "en"), count)
    page = ("<p>The Council,</p><ol>" + f"<li>{text.en}</li>" * count + "</ol>").encode()
    timed("read HTML", lambda: read_bytes(page, "a.html", "en"), count)
    lines = "\n".join(["The Council,", *(f"{at}. {text.en}" for at in range(1, count + 1))])
    timed("read plain text", lambda: read_bytes(lines.encode(), "a.txt", "en"), count)


if __name__ == "__main__":
    django.setup()
    for size in map(int, sys.argv[1:] or ("50", "900")):
        print(f"{size} paragraphs")
        main(size)
