"""Who asks: a room that knows the offices of a person tells it, for search knows no accounts."""

from collections.abc import Callable

from django.http import HttpRequest

from amana.kernel.authority import Authority

__all__ = ["reader", "reads_as"]

Teller = Callable[[HttpRequest], Authority | None]
_tellers: list[Teller] = []


def reads_as(teller: Teller) -> None:
    """From now on `teller(request)` says with what authority a page is read; None is anybody.

    A page read with an authority must not be kept for others: `web.etag` keeps none of a reader
    who is signed in.
    """
    _tellers[:] = [teller]


def reader(request: HttpRequest) -> Authority | None:
    """The authority of who reads a page; None until a room has said who tells it."""
    return _tellers[0](request) if _tellers else None
