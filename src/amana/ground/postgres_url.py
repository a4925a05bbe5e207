"""From DATABASE_URL to Django's DATABASES: one reader for sockets and hosts."""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

__all__ = ["databases"]


def databases(url: str) -> dict[str, dict[str, Any]]:
    """Read `postgresql://user:password@host:port/name?host=/socket&user=name`.

    An empty URL gives a database that refuses at the first query, so that commands
    which need none (checks of a pack, translations) still start.
    """
    parts = urlsplit(url)
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")) or "amana",
            "USER": query.pop("user", unquote(parts.username or "")),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": query.pop("host", parts.hostname or ""),
            "PORT": str(query.pop("port", parts.port or "")),
            "OPTIONS": {
                "pool": {"min_size": 1, "max_size": 8, "timeout": 10},
                **query,
            },
            "CONN_HEALTH_CHECKS": True,
            "TEST": {"NAME": None},
        }
    }
