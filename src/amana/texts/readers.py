"""Who may be named as a reader of a text: offices and bodies, as the rooms above know them."""

from collections.abc import Callable, Collection

from amana.kernel.refusals import Refusal

__all__ = ["Source", "read_readers", "register"]

Source = Callable[[Collection[str]], set[str]]
"""From keys of readers (`office`, `body:key`) to those of them that name something."""

_sources: list[Source] = []


def register(source: Source) -> None:
    """Add what a room knows."""
    if source not in _sources:
        _sources.append(source)


def read_readers(typed: str) -> list[str]:
    """Keys of readers as they are typed, with spaces or commas between.

    Refused by `release.no-such-reader` where one of them names no office and no body: a text
    that nobody can read is lost.
    """
    wanted = list(dict.fromkeys(typed.replace(",", " ").replace("،", " ").split()))
    known = {key for source in _sources for key in source(wanted)} if wanted else set()
    if strange := [key for key in wanted if key not in known]:
        raise Refusal("release.no-such-reader", names=strange)
    return wanted
