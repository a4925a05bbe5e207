"""The subjects by whose letters resolutions are numbered, in words: as the pack says them."""

from collections.abc import Callable
from functools import lru_cache

from amana.conferences.models import Cluster
from amana.kernel.words import LANGS, Words

__all__ = ["clusters", "clusters_by_key"]


def clusters(version: str = "") -> Callable[[str], Words]:
    """What each printed form stands for; one that no pack explains stands for itself: one query.

    Where two packs explain the same letters, the first that was loaded has the word. Who knows the
    version of the data says it: of one version it is asked once.
    """
    return _kept(version) if version else _asked()


@lru_cache(maxsize=4)
def _kept(version: str) -> Callable[[str], Words]:
    return _asked()


def _asked() -> Callable[[str], Words]:
    known: dict[str, Words] = {}
    for names, forms in Cluster.objects.order_by("pk").values_list("names", "forms"):
        for form in forms:
            known.setdefault(form, names)
    return lambda code: known.get(code) or Words(**dict.fromkeys(LANGS, code))


def clusters_by_key(lang: str) -> list[tuple[str, str]]:
    """The letters that a new symbol would print, each with its subject: one query."""
    rows = Cluster.objects.order_by("pk").values_list("forms", "names")
    return [(forms[0], f"{forms[0]} · {names.text(lang)}") for forms, names in rows]
