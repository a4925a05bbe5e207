"""What the drafter should look at: the wording of each language, and the languages side by side."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import path
from django.urls.resolvers import URLPattern

from amana.kernel.authority import Authority
from amana.kernel.words import LANGS
from amana.texts.addressees import names_on
from amana.texts.citing.finding import cited_symbols
from amana.texts.drafting import DraftView, draft
from amana.texts.models import NodeText, WorkRecord, readable
from amana.texts.pages.drafting.access import language, signed_in, wants_json
from amana.texts.pages.labels import LANGUAGES
from amana.texts.reading.lineage import Earlier
from amana.texts.reading.lint import concordance, lint
from amana.texts.reading.passages import Doubt, Reading
from amana.texts.reading.split import split
from amana.texts.symbols import parse, spellings

__all__ = ["Remark", "remarks", "urlpatterns"]

_MOST = 20_000  # earlier paragraphs that are looked through


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence, the language it is about, and the block."""

    language: Any
    sentence: str
    block: str


@signed_in
def page(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """Every remark, none a refusal; for the margin of the editor without a look at other texts."""
    view, in_margin = draft(key, by=by), wants_json(request)
    found = list(remarks(view, by, language(), with_earlier=not in_margin))
    context = {"key": key, "record": view.record, "remarks": found}
    if in_margin:
        html = render_to_string("texts/drafts/remarks_list.html", context, request)
        return JsonResponse({"html": html if found else ""})
    return render(request, "texts/drafts/remarks.html", context)


def remarks(
    view: DraftView, by: Authority, lang: str, *, with_earlier: bool = True
) -> Iterator[Remark]:
    """The remarks on a draft, in the language of the reader."""
    names = names_on(by.on)
    readings: dict[str, Reading] = {}
    places: dict[str, list[str]] = {}
    for code in LANGS:
        text, blocks = _text(view, code)
        if blocks:
            readings[code], places[code] = split(text, code), blocks
    for code, reading in readings.items():
        earlier = Earlier(_earlier(code, by)) if with_earlier else None
        found = lint(
            reading, opened=by.on, names=names, earlier=earlier, known=_known(by),
            symbols=cited_symbols,
        )  # fmt: skip
        doubts = [*reading.doubts, *found]
        for doubt in dict.fromkeys(map(_as_key(lang), doubts)):
            yield Remark(LANGUAGES[code], doubt[1], _block(doubt[0], places[code]))
    if len(readings) > 1:
        first = next(code for code in ("en", "fr", "ar") if code in readings)
        for each in concordance(readings, symbols=cited_symbols):
            yield Remark("", each.sentence(lang), _block(each.line, places[first]))


def _as_key(lang: str) -> Any:
    def key(doubt: Doubt) -> tuple[int, str]:
        return doubt.line, doubt.sentence(lang)

    return key


def _text(view: DraftView, lang: str) -> tuple[str, list[str]]:
    """The text in one language, a block a line, and which block each line is."""
    written, blocks = [], []
    for row, block in zip(view.rows, view.blocks, strict=True):
        parts = (getattr(block.printed, lang), getattr(row.heading, lang), getattr(row.text, lang))
        said = " ".join(" ".join(part.split()) for part in parts if part)
        if getattr(row.text, lang) or getattr(row.heading, lang):
            written.append(said)
            blocks.append(row.block)
    return "\n\n".join(written), blocks


def _block(line: int, blocks: list[str]) -> str:
    """The block of a line: there is an empty one between two."""
    at = (line - 1) // 2
    return blocks[at] if line and at < len(blocks) else ""


def _earlier(lang: str, by: Authority) -> Iterator[tuple[str, str]]:
    """Paragraphs on record that this reader may see, by their addresses."""
    works = WorkRecord.objects.seen_by(by).filter(readable(by)).values("work")
    rows = NodeText.objects.known().filter(node__work__in=works).exclude(text={})
    for address, text in rows.values_list("node__key", "text")[:_MOST]:
        if said := getattr(text, lang):
            yield address, said


def _known(by: Authority) -> Callable[[str], bool]:
    """Whether a symbol is on record for a reader, however it is printed."""

    def known(symbol: str) -> bool:
        names = spellings(parse(symbol)) or (symbol,)
        return WorkRecord.objects.seen_by(by).filter(canonical__in=names).exists()

    return known


urlpatterns: list[URLPattern] = [
    path("drafts/<str:key>/remarks/", page, name="remarks"),
]
