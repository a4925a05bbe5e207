"""How often a password may be tried: by one visitor for one address, and by all for one address.

Whoever types wrong passwords for the address of another closes it to themselves, not to its owner,
who comes from elsewhere. Only very many wrong ones, from several places, close it to everybody for
the rest of the hour. The numbers stand in `ACCOUNT_RATE_LIMITS`.
"""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal import ratelimit
from django.http import HttpRequest

__all__ = ["FOR_THE_ADDRESS", "Attempts"]

ROOM = "allauth.account"
FOR_THE_ADDRESS = "login_failed_anywhere"


class Attempts(DefaultAccountAdapter):  # type: ignore[misc]
    """Counts attempts by address and visitor, and by address alone."""

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse to look at a password that comes too soon after wrong ones."""
        self._for_the_address: ratelimit.RateLimitUsage | None = None
        super().pre_authenticate(request, **credentials)
        self._for_the_address = ratelimit.consume(
            request, app=ROOM, action=FOR_THE_ADDRESS, key=_address(credentials)
        )
        if not self._for_the_address:
            raise self.validation_error("too_many_login_attempts")

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        return f"{_address(credentials)} {ratelimit.get_ip(request)}"

    def _rollback_login_failed_rl_usage(self) -> None:
        super()._rollback_login_failed_rl_usage()
        if self._for_the_address:
            self._for_the_address.rollback()

    def _delete_login_attempts_cached_email(self, request: HttpRequest, **credentials: Any) -> None:
        super()._delete_login_attempts_cached_email(request, **credentials)
        ratelimit.clear(request, app=ROOM, action=FOR_THE_ADDRESS, key=_address(credentials))


def _address(credentials: dict[str, Any]) -> str:
    return str(credentials.get("email", "")).strip().lower()
