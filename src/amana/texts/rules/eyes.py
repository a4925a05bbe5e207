"""Who may read a document: two axes, how far it is distributed and how sensitive it is.

- general and open: everybody;
- limited and open: whoever holds an office that day;
- restricted, or confidential or secret whatever its distribution: only the named offices.
"""

from collections.abc import Collection, Iterator

from amana.kernel.authority import Authority, OfficeHeld

__all__ = ["keys_of", "may_read"]


def keys_of(held: OfficeHeld) -> Iterator[str]:
    """The names under which an office held may be a reader: its own, and that of its body."""
    yield held.key
    yield f"body:{held.body}"


def may_read(
    distribution: str, sensitivity: str, readers: Collection[str], by: Authority | None
) -> bool:
    """Whether a reader may see a document of this distribution and sensitivity.

    `by` is None, or without an office, for the public.
    """
    if distribution == "general" and sensitivity == "open":
        return True
    offices = by.offices if by else ()
    if distribution == "limited" and sensitivity == "open" and offices:
        return True
    return any(key in readers for held in offices for key in keys_of(held))
