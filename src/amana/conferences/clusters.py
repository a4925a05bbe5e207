"""The subjects by whose letters resolutions are numbered, in words: as the pack says them."""

from collections.abc import Callable

from amana.conferences.models import Cluster
from amana.kernel.words import LANGS, Words

__all__ = ["clusters"]


def clusters() -> Callable[[str], Words]:
    """What each printed form stands for; one that no pack explains stands for itself: one query.

    Where two packs explain the same letters, the first that was loaded has the word.
    """
    known: dict[str, Words] = {}
    for names, forms in Cluster.objects.order_by("pk").values_list("names", "forms"):
        for form in forms:
            known.setdefault(form, names)
    return lambda code: known.get(code) or Words(**dict.fromkeys(LANGS, code))
