"""Whose eyes a page is read with: the authority of who signed in, known to every room above.

Accounts knows no offices. The room that does (organisation) says, once, how an account becomes an
authority; a reader without account has none.
"""

from collections.abc import Callable

from django.http import HttpRequest

from amana.accounts.lookups import authority_of
from amana.accounts.models import User
from amana.kernel.authority import Authority

__all__ = ["authorities_by", "reader"]

_authority: list[Callable[[User], Authority]] = [authority_of]


def authorities_by(found: Callable[[User], Authority]) -> None:
    """Say how the offices of an account are found today."""
    _authority[0] = found


def reader(request: HttpRequest) -> Authority | None:
    """The authority of who reads, None for the public; found once a request."""
    user = request.user
    if not isinstance(user, User):
        return None
    kept: Authority | None = getattr(request, "reader", None)
    if kept is None:
        kept = _authority[0](user)
        request.reader = kept  # type: ignore[attr-defined]
    return kept
