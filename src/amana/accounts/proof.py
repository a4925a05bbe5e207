"""Whether whoever is at the keyboard has proved lately who they are, and the way to do it again.

A session lasts a working day, and keyboards are left alone. What cannot easily be undone asks for
the password, a code or a key once more; django-allauth has the pages for that.
"""

from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect

from amana.accounts.models import User
from amana.ground import clock

__all__ = ["minutes", "proved_lately", "to_prove"]


def minutes() -> int:
    """For how many minutes a proof holds."""
    return int(settings.ACCOUNT_REAUTHENTICATION_TIMEOUT) // 60


def proved_lately(request: HttpRequest) -> bool:
    """Whether the last sign-in or proof of this session is recent enough.

    Whoever comes by single sign-on alone has nothing here to prove with: their provider decides
    how long a sign-in holds, as everywhere in allauth.
    """
    user = request.user
    if not isinstance(user, User):
        return False
    records = get_authentication_records(request, user)
    latest = max((float(record.get("at", 0)) for record in records), default=0.0)
    if clock.now().timestamp() - latest < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT:
        return True
    return not _ways(user)


def to_prove(request: HttpRequest, back: str) -> HttpResponseRedirect:
    """Send the person to prove who they are, and from there to the address `back`."""
    user = request.user
    assert isinstance(user, User)
    return HttpResponseRedirect(f"{_ways(user)[0]}?{urlencode({'next': back})}")


def _ways(user: User) -> list[str]:
    return [str(way["url"]) for way in get_adapter().get_reauthentication_methods(user)]
