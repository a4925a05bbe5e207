"""A draft in large type, to be printed and spoken from: one language, nothing beside the text."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern

from amana.kernel.authority import Authority
from amana.texts.drafting import draft
from amana.texts.pages.drafting.access import language, signed_in
from amana.texts.pages.labels import LANGUAGES
from amana.texts.rules.kinds import Kind

__all__ = ["urlpatterns"]


@signed_in
def large(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """The words of one language as they stand now; the language asked for, or the reader's."""
    view = draft(key, by=by)
    asked = (request.GET.get("lang", ""), language(), view.record.master)
    code = next(each for each in asked if each in view.record.languages)
    lines = [
        (block.kind, getattr(block.printed, code), getattr(row.heading, code),
         getattr(row.text, code))
        for row, block in zip(view.rows, view.blocks, strict=True)
    ]  # fmt: skip
    context = {
        "key": key, "record": view.record, "code": code, "language_names": LANGUAGES,
        "lines": [line for line in lines if line[2] or line[3]], "Kind": Kind,
        "lacking": sum(bool(row.text) and not getattr(row.text, code) for row in view.rows),
    }  # fmt: skip
    return render(request, "texts/drafts/large.html", context)


urlpatterns: list[URLPattern] = [
    path("drafts/<str:key>/large/", large, name="large"),
]
