"""Making every file of every public text again: a job that goes on where it was interrupted."""

import logging
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import InterfaceError, OperationalError

from amana.ground import clock
from amana.ground.jobs import Progress
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS
from amana.texts.models import WorkRecord

__all__ = ["KIND", "make_all"]

KIND = "texts.render-all"
NAMED = 5  # works named in the sentence of what failed


def make_all(arguments: Mapping[str, Any], progress: Progress) -> Mapping[str, Any]:
    """Every form and language of every released work, in the order of their keys.

    `address` is where proofs stand; `prefix` limits the works to those whose key begins so. A
    work that fails stops no other: at the end they are named, and going on makes them alone.
    """
    works = _works(arguments.get("prefix", ""))
    files, failed = progress.kept.get("files", 0), set(progress.kept.get("failed", ()))
    for number, (key, langs) in enumerate(works, start=1):
        if key > progress.reached or key in failed:
            made = _made(key, langs, arguments["address"])
            files += made
            (failed.discard if made else failed.add)(key)
            reached = max(key, progress.reached)
            progress.reach(reached, files=files, failed=sorted(failed))
        progress(number, len(works))
    if failed:
        raise Refusal("renditions.failed", count=len(failed), works=sorted(failed)[:NAMED])
    return {"works": len(works), "files": files}


def _made(key: str, langs: tuple[str, ...], address: str) -> int:
    """How many files a work got; none when it failed, which the log explains."""
    # Typst is slow to load: only when asked for
    from amana.texts.acts.renditions import render_all

    try:
        wanted = list(_wanted(langs))
        return len(render_all(key, wanted, on=clock.today(), reads=None, address=address))
    except (OperationalError, InterfaceError):
        raise  # the database is away: no other work would fare better
    except Exception:
        logging.getLogger(__name__).exception("the files of %s could not be made", key)
        return 0


def _works(prefix: str) -> list[tuple[str, tuple[str, ...]]]:
    rows = WorkRecord.objects.seen_by(None).filter(work__key__startswith=prefix)
    found = []
    for row in rows.select_related("work"):
        given = {lang for langs in row.given for lang in langs.split("-")}  # type: ignore[attr-defined]
        if given:
            found.append((row.work.key, tuple(lang for lang in LANGS if lang in given)))
    return sorted(found)  # as Python compares keys, which says how far the job is


def _wanted(langs: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each language alone in every form, and all of them together where a form allows it."""
    from amana.texts.acts.renditions import ONE_LANGUAGE
    from amana.texts.renditions.making import MAKERS

    for form in sorted(MAKERS):
        for lang in langs:
            yield form, (lang,)
        if len(langs) > 1 and form not in ONE_LANGUAGE:
            yield form, langs
