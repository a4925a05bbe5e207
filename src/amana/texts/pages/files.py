"""Files of a text to take away, and the page that proves one."""

from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.http import content_disposition_header
from django.views.decorators.csrf import csrf_exempt

from amana.accounts.api import reader
from amana.texts.acts.renditions import render as made
from amana.texts.models import Rendition, WorkRecord
from amana.texts.pages.labels import LANGUAGES

TYPES = {
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "akn": "application/akn+xml",
    "jsonld": "application/ld+json",
}
ENDINGS = {"pdf": "pdf", "html": "html", "docx": "docx", "xml": "akn", "jsonld": "jsonld"}
LARGEST = 20 * 1024 * 1024  # bytes of a file that is brought to be proved


def file(request: HttpRequest, key: str, langs: str, ending: str) -> HttpResponse:
    """A file of a work, made when it is first asked for: `files/ar-en.pdf`."""
    address = request.build_absolute_uri(reverse("texts:verify"))
    found = made(
        key, ENDINGS.get(ending, ending), langs.split("-"),
        on=request.on, reads=reader(request), address=address,  # type: ignore[attr-defined]
    )  # fmt: skip
    response = HttpResponse(found.data, content_type=TYPES[found.rendition.format])
    name = f"{key}-{langs}.{ending}"
    response.headers["Content-Disposition"] = (
        content_disposition_header(as_attachment=ending != "pdf", filename=name) or ""
    )
    response.headers["X-SHA-256"] = found.rendition.sha256
    return response


@csrf_exempt  # it changes nothing and asks for no rights; without a token the page has its tag
def verify(request: HttpRequest, code: str = "") -> HttpResponse:
    """What a file is: by its code, by its SHA-256, or by the file itself, which is not kept."""
    digest = request.GET.get("sha256", "").strip().lower()
    brought, too_large = "", False
    if request.method == "POST" and (upload := request.FILES.get("file")):
        too_large = (upload.size or 0) > LARGEST
        brought = "" if too_large else sha256(upload.read()).hexdigest()
        digest = digest or brought
    row = _found(request, code, digest or brought)
    asked = bool(code or digest or brought or too_large)
    context = {
        "row": row,
        "record": _record(request, row) if row else None,
        "languages": [LANGUAGES[lang] for lang in row.languages.split("-")] if row else [],
        "asked": asked,
        "code": code,
        "brought": brought,
        "same": bool(row and brought and row.sha256 == brought),
        "too_large": too_large,
        "megabytes": LARGEST // (1024 * 1024),
    }
    status = 413 if too_large else 404 if asked and row is None else 200
    return render(request, "texts/verify.html", context, status=status)


def _found(request: HttpRequest, code: str, digest: str) -> Rendition | None:
    """The rendition, if this reader may know of its work."""
    rows = Rendition.objects.select_related("work", "act")
    rows = rows.filter(code=code.upper()) if code else rows.filter(sha256=digest)
    row = rows.order_by("-published", "pk").first()
    return row if row and _record(request, row) else None


def _record(request: HttpRequest, row: Rendition) -> WorkRecord | None:
    by = reader(request)
    if not (by and by.offices) and not row.published:
        return None
    return WorkRecord.objects.seen_by(by).filter(work=row.work_id).first()


urlpatterns: list[URLPattern] = [
    path("texts/<str:key>/files/<str:langs>.<str:ending>", file, name="file"),
    path("verify/", verify, name="verify"),
    path("verify/<str:code>/", verify, name="verified"),
]
