"""All renditions of many works as one job whose worker is killed: is everything there once?

    PYTHONPATH=src:. python -W ignore -m bench.renditions [WORKS] [--whole]

A server of its own in a temporary folder; generated resolutions of 24 provisions in three
languages, released. A worker in a process of its own does the job; at half of the works it is
killed (SIGKILL) and another goes on. With `--whole` nothing is killed. Afterwards every file is
counted, read and hashed, and the register proved. Times are by the clock.
"""

import argparse
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

from bench.pages import ROOT, database

LANGS = ("ar", "en", "fr")
SAID = {
    "ar": "يطلب إلى الأمين العام أن يحفظ نسخة من الوثيقة {} من وثائق الدورة وأن يقدم تقريرًا؛",
    "en": "Requests the Secretary General to keep a copy of paper {} and to report on it;",
    "fr": "Prie le Secrétaire général de conserver une copie de la pièce {} et d'en rendre compte.",
}
WORKER = """
import django
django.setup()
from amana.ground.jobs import run_worker
run_worker(wait=False)
"""


def resolutions(count: int, provisions: int = 24) -> None:
    """So many released resolutions, written in bulk under one act: no test ever sees them."""
    from django.db.backends.postgresql.psycopg_any import DateRange

    from amana.ground import clock, register
    from amana.kernel.words import Words
    from amana.texts.models import Node, NodeText, Release, Work, WorkRecord
    from bench.generate import BY

    act = register.record("generate", "bench:works", by=BY, facts={"count": count})
    since = date(2024, 8, 29)

    def common() -> dict[str, object]:
        return {"during": DateRange(since, None), "since_mark": since.isoformat(), "act": act}

    works = Work.objects.bulk_create(
        Work(key=f"bench-{n:05}", kind="resolution") for n in range(count)
    )
    WorkRecord.objects.bulk_create(
        WorkRecord(
            work=work, title=Words(ar=f"قرار مولَّد {n}", en=f"Generated {n}", fr=f"Généré {n}"),
            symbol=f"EX/1/2024/RES.{n}", adopted=since.isoformat(), languages=list(LANGS),
            **common(),
        )
        for n, work in enumerate(works)
    )  # fmt: skip
    Release.objects.bulk_create(
        Release(work=work, at=clock.now(), languages=list(LANGS), **common()) for work in works
    )
    for n, work in enumerate(works):
        nodes = Node.objects.bulk_create(
            Node(key=f"{work.key}#para_{at}", work=work, wid=f"para_{at}", kind="operative",
                 num=str(at), position=at)
            for at in range(1, provisions + 1)
        )  # fmt: skip
        NodeText.objects.bulk_create(
            NodeText(node=node, text=_said(f"{n}-{node.num}"), **common()) for node in nodes
        )


def _said(number: str) -> object:
    from amana.kernel.words import Words

    return Words(**{lang: form.format(number) for lang, form in SAID.items()})


def worker() -> "subprocess.Popen[bytes]":
    """A process that does jobs until none is left."""
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", WORKER],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )


def watched(job: object, until: int) -> float:
    """Seconds that a worker needs to bring the job so far; killed there, unless that is the end."""
    process, began, peak = worker(), time.perf_counter(), 0
    while process.poll() is None:
        time.sleep(0.2)
        job.refresh_from_db()  # type: ignore[attr-defined]
        peak = max(peak, _resident(process.pid))
        if job.done >= until and job.state != "done":  # type: ignore[attr-defined]
            process.send_signal(signal.SIGKILL)
            process.wait()
            print(f"killed at {job.done} of {job.total}", flush=True)  # type: ignore[attr-defined]
    print(f"  the worker held at most {peak / 1024:.0f} MB")
    return time.perf_counter() - began


def _resident(process: int) -> int:
    try:
        told = Path(f"/proc/{process}/status").read_text().splitlines()
        return int(next((line.split()[1] for line in told if line.startswith("VmRSS")), 0))
    except OSError:
        return 0


def check(works: int) -> Counter[str]:
    """Every file of every work is on record once, kept, and what its hash says."""
    from amana.ground import files, register
    from amana.ground.models import Act
    from amana.texts.models import Rendition

    rows = Rendition.objects.values_list("work__key", "format", "languages", "sha256")
    found = Counter(row[:3] for row in rows)
    assert set(found.values()) == {1}, "a file stands twice"
    for row in rows:
        files.read(row[3])
    by_form = Counter(form for _key, form, _langs in found)
    expected = {"pdf": 4, "docx": 4, "html": 4, "jsonld": 4, "akn": 3}
    assert by_form == {form: each * works for form, each in expected.items()}, by_form
    assert Act.objects.filter(verb="text.render").count() == len(found)
    assert register.verify()[2] is None
    return by_form


def main() -> None:
    """Make the works, run the job, kill, go on, check."""
    options = argparse.ArgumentParser()
    options.add_argument("works", nargs="?", type=int, default=1000)
    options.add_argument("--whole", action="store_true")
    asked = options.parse_args()
    with database():
        from amana.ground import jobs
        from amana.texts.renditions.job_of_all import KIND

        began = time.perf_counter()
        resolutions(asked.works)
        print(f"{asked.works} works generated in {time.perf_counter() - began:.1f} s", flush=True)
        job = jobs.ask(KIND, address="https://example.org/en/verify/", prefix="bench-")
        spent = 0.0
        if not asked.whole:
            spent += watched(job, asked.works // 2)
        began = time.perf_counter()
        while job.state != "done":
            before = job.done
            once = watched(job, asked.works + 1)
            if job.done == before:
                time.sleep(1)
            print(f"  {before} to {job.done}: {once:.1f} s")
        spent += time.perf_counter() - began
        made = check(asked.works)
        whole = sum(made.values())
        print(f"{whole} files {dict(made)} once each; {spent:.1f} s, {spent / whole * 1000:.1f} ms "
              f"a file; says itself {job.result}")  # fmt: skip
        began = time.perf_counter()
        jobs.ask(KIND, address="https://example.org/en/verify/", prefix="bench-")
        worker().wait()
        check(asked.works)
        print(f"again, nothing new: {time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
