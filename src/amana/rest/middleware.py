"""HEAD of every read of the API: the headers of the GET, without its body."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

__all__ = ["HeadOfReads"]


class HeadOfReads:
    """The innermost: the API answers HEAD as it answers GET, then the body is left out."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer HEAD as GET without its body, and everything else as it is."""
        if request.method != "HEAD" or not request.path.startswith("/api/"):
            return self.get_response(request)
        request.method = "GET"
        try:
            response = self.get_response(request)
        finally:
            request.method = "HEAD"
        response.headers["Content-Length"] = str(len(response.content))
        response.content = b""
        return response
