"""Making every file of every public text again: a job that goes on where it was interrupted."""

from collections.abc import Iterator, Mapping
from typing import Any

from amana.ground import clock
from amana.ground.jobs import Progress
from amana.kernel.words import LANGS
from amana.texts.models import WorkRecord

__all__ = ["KIND", "make_all"]

KIND = "texts.render-all"


def make_all(arguments: Mapping[str, Any], progress: Progress) -> Mapping[str, Any]:
    """Every form and language of every released work, in the order of their keys.

    `address` is where proofs stand; `prefix` limits the works to those whose key begins so.
    """
    from amana.texts.acts.renditions import render  # Typst is slow to load: only when asked for

    works = _works(arguments.get("prefix", ""))
    files = 0
    for number, (key, langs) in enumerate(works, start=1):
        if key > progress.reached:
            for form, each in _wanted(langs):
                render(key, form, each, on=clock.today(), reads=None, address=arguments["address"])
                files += 1
            progress.reach(key)
        progress(number, len(works))
    return {"works": len(works), "files": files}


def _works(prefix: str) -> list[tuple[str, tuple[str, ...]]]:
    rows = WorkRecord.objects.seen_by(None).filter(work__key__startswith=prefix)
    found = []
    for row in rows.select_related("work").order_by("work__key"):
        given = {lang for langs in row.given for lang in langs.split("-")}  # type: ignore[attr-defined]
        if given:
            found.append((row.work.key, tuple(lang for lang in LANGS if lang in given)))
    return found


def _wanted(langs: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each language alone in every form, and all of them together where a form allows it."""
    from amana.texts.acts.renditions import ONE_LANGUAGE
    from amana.texts.renditions.making import MAKERS

    for form in sorted(MAKERS):
        for lang in langs:
            yield form, (lang,)
        if len(langs) > 1 and form not in ONE_LANGUAGE:
            yield form, langs
