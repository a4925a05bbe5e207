"""What every answer says to the browser: run only our scripts, send nothing elsewhere."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.signals import user_logged_out
from django.http import HttpRequest, HttpResponseBase

__all__ = ["PAGE_POLICY", "PICTURE_POLICY", "SecurityHeaders"]

PAGE_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
    )
)

# A picture that is a file of its own brings its own few lines of style, and nothing else.
PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

HEADERS = {
    "Content-Security-Policy": PAGE_POLICY,
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def _leave(request: HttpRequest | None, **_facts: Any) -> None:
    if request is not None:
        request.is_leaving = True  # type: ignore[attr-defined]


user_logged_out.connect(_leave, dispatch_uid="amana.web.headers")


class SecurityHeaders:
    """Middleware, the outermost: sets each header that the page has not set itself.

    At sign-out the browser lets go of what was kept on the device: texts, and words not yet saved.
    """

    sync_capable, async_capable = True, False

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with the headers."""
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if getattr(request, "is_leaving", False):
            response.headers["Clear-Site-Data"] = '"storage"'
        return response
