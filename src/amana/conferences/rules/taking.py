"""What is taken from one session to the next, with what it needs: a choice closed under needs."""

from collections.abc import Collection, Mapping, Sequence

__all__ = ["with_needs"]


def with_needs(chosen: Collection[str], needs: Mapping[str, Sequence[str]]) -> list[str]:
    """Everything chosen and everything that it needs, each after what it needs.

    `needs` holds every part that can be taken, in the order in which they are offered. What is
    needed but not offered is left out; parts that need each other come in the order offered.
    """
    found: list[str] = []

    def take(part: str, under_way: tuple[str, ...]) -> None:
        if part in found or part in under_way or part not in needs:
            return
        for other in needs[part]:
            take(other, (*under_way, part))
        found.append(part)

    for part in needs:
        if part in chosen:
            take(part, ())
    return found
