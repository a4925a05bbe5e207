"""The API: the routes of every room under /api/v1, refusals as problem+json."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.renderers import JSONRenderer

from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS

__all__ = ["api", "nothing_here"]

PROBLEM = "application/problem+json"
DESCRIPTION = """\
The organisation on any day since 1969, as data: every read takes `on=`, a Gregorian or a Hijri
day. Facts carry their basis and their sources; what sources dispute says so. Field names follow
Popolo. Dates known to a month or a year are written so (`1975-07`, `1975`), and a period known
only to lie between two years as `1972..1975`.
"""


LICENCE = {"license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"}}


class Readable(JSONRenderer):
    """JSON in which Arabic stands as Arabic, for people who open it."""

    def __init__(self) -> None:
        self.json_dumps_params = {"ensure_ascii": False}


class Api(NinjaAPI):
    """Ninja's API with problems described as what they are."""

    def get_openapi_schema(self, **kwargs: Any) -> Any:
        """The schema, version 3.1, its refusals as application/problem+json."""
        schema = super().get_openapi_schema(**kwargs)
        for path in schema["paths"].values():
            for operation in path.values():
                if any(each["name"] == "format" for each in operation.get("parameters", ())):
                    text = {"schema": {"type": "string"}}
                    operation["responses"][200]["content"]["text/csv"] = text
                for status, response in operation.get("responses", {}).items():
                    if str(status).startswith("4") and "content" in response:
                        response["content"] = {PROBLEM: next(iter(response["content"].values()))}
        return schema


api = Api(
    title="Amana",
    version="1",
    description=DESCRIPTION,
    docs_url=None,
    openapi_url="openapi.json",
    urls_namespace="api-v1",
    renderer=Readable(),
    openapi_extra={"info": LICENCE},
)


def _lang(request: HttpRequest) -> str:
    asked = request.GET.get("lang", "")
    if asked in LANGS:
        return asked
    return (translation.get_language_from_request(request) or "en").partition("-")[0]


def problem(request: HttpRequest, code: str, status: int, refusal: Refusal) -> HttpResponse:
    """One refusal as RFC 9457 has it."""
    lang = _lang(request)
    body = {
        "type": f"/problems/{code}",
        "title": refusal.what(lang),
        "status": status,
        "detail": refusal.sentence(lang),
        "code": code,
        "basis": list(refusal.basis),
    }
    response = api.create_response(request, body, status=status)
    response.headers["Content-Type"] = PROBLEM
    return response


@api.exception_handler(Refusal)
def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """A refusal of a rule; 404 where what was asked for is not on record."""
    unknown = refusal.code.endswith((".unknown", ".none-on-day"))
    return problem(request, refusal.code, 404 if unknown else 400, refusal)


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    """A parameter that is none of what the schema allows."""
    fields = sorted({".".join(str(part) for part in each["loc"][1:]) for each in fault.errors})
    refusal = Refusal("api.invalid", fields=fields)
    return problem(request, refusal.code, 422, refusal)


@api.exception_handler(Http404)
def missing(request: HttpRequest, fault: Http404) -> HttpResponse:
    """Nothing stands at this address."""
    return problem(request, "api.nothing-here", 404, Refusal("api.nothing-here"))


@csrf_exempt
def nothing_here(request: HttpRequest) -> HttpResponse:
    """The same for an address that is no route at all, whatever the method."""
    return missing(request, Http404())
