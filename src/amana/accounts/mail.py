"""Where the house's e-mail goes: one variable, AMANA_MAIL_URL."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

__all__ = ["mail_settings"]

_BACKENDS = "django.core.mail.backends"


def mail_settings(environment: Mapping[str, str]) -> dict[str, Any]:
    """Django's mail settings from the environment.

    `AMANA_MAIL_URL` is `smtp://user:password@host:port`, `smtps://…` (TLS from the start),
    `smtp://…?tls=1` (STARTTLS), `file:/folder`, or `console:`, the default: a fresh house
    prints its letters where its operator looks. `AMANA_MAIL_FROM` is the sender.

    >>> mail_settings({"AMANA_MAIL_URL": "smtps://u:p@mail.example.org"})["EMAIL_PORT"]
    465
    """
    sender = environment.get("AMANA_MAIL_FROM", "amana@localhost")
    found = {"DEFAULT_FROM_EMAIL": sender, "SERVER_EMAIL": sender}
    url = urlsplit(environment.get("AMANA_MAIL_URL", "") or "console:")
    if url.scheme == "console":
        return {**found, "EMAIL_BACKEND": f"{_BACKENDS}.console.EmailBackend"}
    if url.scheme == "file":
        return {
            **found,
            "EMAIL_BACKEND": f"{_BACKENDS}.filebased.EmailBackend",
            "EMAIL_FILE_PATH": unquote(url.path),
        }
    if url.scheme in ("smtp", "smtps"):
        starttls = parse_qs(url.query).get("tls", ["0"])[-1] == "1"
        return {
            **found,
            "EMAIL_BACKEND": f"{_BACKENDS}.smtp.EmailBackend",
            "EMAIL_HOST": url.hostname or "localhost",
            "EMAIL_PORT": url.port or (465 if url.scheme == "smtps" else 587 if starttls else 25),
            "EMAIL_HOST_USER": unquote(url.username or ""),
            "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
            "EMAIL_USE_SSL": url.scheme == "smtps",
            "EMAIL_USE_TLS": starttls,
            "EMAIL_TIMEOUT": 20,
        }
    raise ValueError(
        f"AMANA_MAIL_URL begins with {url.scheme}:, which is none of console:, file:, smtp:, "
        "smtps:. Write for example smtp://user:password@mail.example.org:587?tls=1"
    )
