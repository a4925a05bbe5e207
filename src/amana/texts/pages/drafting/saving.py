"""What is done in the editor: one address for every act, by the script or by a plain form."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _

from amana.ground import clock
from amana.kernel.authority import Authority
from amana.kernel.dual_dates import format_mark, parse
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.texts.acts import drafts
from amana.texts.drafting import draft
from amana.texts.drafting import drafts as drafts_seen
from amana.texts.models import DraftBlock, SetAside
from amana.texts.pages.drafting.access import language, signed_in, wants_json
from amana.texts.pages.drafting.ordering import after_down, after_up, inner, outer
from amana.texts.pages.labels import LANGUAGES
from amana.texts.rules.kinds import Kind, rank
from amana.web.links import with_query

__all__ = ["urlpatterns"]

Form = Mapping[str, Any]
_NEXT = {
    Kind.SYMBOL: Kind.TITLE, Kind.TITLE: Kind.FORMULA, Kind.FORMULA: Kind.PREAMBULAR,
    Kind.ENACTING: Kind.OPERATIVE, Kind.PART_HEADING: Kind.OPERATIVE,
    Kind.ANNEX_HEADING: Kind.ANNEX_TITLE, Kind.ANNEX_TITLE: Kind.ANNEX_PARAGRAPH,
    Kind.CHAPTER: Kind.ARTICLE, Kind.ARTICLE: Kind.PARAGRAPH, Kind.RULE: Kind.PARAGRAPH,
}  # fmt: skip
_REMEMBERED = 40  # acts whose repetition by a nervous finger makes nothing new


@signed_in
def do(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """Save what was typed, then do what was asked; JSON for the script, else back to the page."""
    wanted, _colon, of = request.POST.get("do", "save").partition(":")
    block = request.POST.get("block", "")
    if request.method != "POST" or wanted not in (_FAR if of else _DO):
        raise Refusal("draft.no-such-act", act=wanted[:40])
    if not drafts_seen(by).filter(draft__key=key).exists():
        raise Refusal("draft.unknown", key=key)
    with transaction.atomic():
        aside = _save(key, block, request.POST, by)
        if of:
            _far(key, block, wanted, of, by)
        else:
            block = _once(request, wanted, key, block, by)
    said = _asked(request.POST) if wanted in ("ask", "lacking") else ""
    if wants_json(request):
        now = clock.now().astimezone()
        return JsonResponse({
            "block": block, "aside": aside.pk if aside else None,
            "fields": _fields(key, request.POST.get("block", ""), by) if aside else {},
            "said": said or _("Saved at %(time)s.") % {"time": now.strftime("%H:%M:%S")},
        })  # fmt: skip
    address = with_query(
        reverse("drafting:edit", kwargs={"key": key}), {"langs": request.POST.get("langs", "")}
    )
    if said:
        messages.success(request, said)
        return HttpResponseRedirect(address)  # the message stands at the top of the page
    return HttpResponseRedirect(f"{address}#{block}" if block else address)


def _save(key: str, block: str, form: Form, by: Authority) -> SetAside | None:
    """Save every language that was sent with the words that stood there before."""
    aside = None
    for lang, part in ((lang, part) for lang in LANGS for part in ("heading", "text")):
        before = f"seen-{lang}" if part == "text" else f"seen-heading-{lang}"
        if before not in form or f"{part}-{lang}" not in form:
            continue
        text, seen = _lines(form[f"{part}-{lang}"]), _lines(form[before])
        if text.strip() != seen.strip():
            _row, new = drafts.save_text(
                key, block, lang, text, seen=seen, by=by, heading=part == "heading"
            )
            aside = new or aside
    return aside


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")


def _fields(key: str, block: str, by: Authority) -> dict[str, str]:
    """What stands now in every field of a block, by the name of the field."""
    row = _row(key, block, by)
    if row is None:
        return {}
    texts = {f"text-{lang}": getattr(row.text, lang) for lang in LANGS}
    return texts | {f"heading-{lang}": getattr(row.heading, lang) for lang in LANGS}


def _row(key: str, block: str, by: Authority) -> DraftBlock | None:
    seen = drafts_seen(by).filter(draft__key=key).values("draft")
    return DraftBlock.objects.known().filter(draft__in=seen, block=block).first()


def _once(request: HttpRequest, wanted: str, key: str, block: str, by: Authority) -> str:
    """Do it; the same form sent twice makes no second block."""
    token = request.POST.get("token", "") if wanted in ("add", "split") else ""
    token = f"{token}:{wanted}:{block}" if token else ""
    done: dict[str, str] = request.session.get("drafting", {})
    if token and token in done:
        return done[token]
    made = _DO[wanted](key, block, request.POST, by) or block
    if token:
        kept = dict([*done.items(), (token, made)][-_REMEMBERED:])
        request.session["drafting"] = kept
    return made


def _nothing(_key: str, _block: str, _form: Form, _by: Authority) -> str:
    return ""


def _add(key: str, block: str, form: Form, by: Authority) -> str:
    """A new block behind one with what stands in it; the kind is what usually follows."""
    rows = draft(key, by=by).rows
    at = next((at for at, row in enumerate(rows) if row.block == block), None)
    if at is None:
        return drafts.add_block(key, Kind.TITLE, by=by, after=block).block
    kind = _NEXT.get(Kind(rows[at].kind), Kind(rows[at].kind))
    last = at
    while last + 1 < len(rows) and rank(kind) and rank(Kind(rows[last + 1].kind)) > rank(kind):
        last += 1
    return drafts.add_block(key, kind, by=by, after=rows[last].block).block


def _split(key: str, block: str, form: Form, by: Authority) -> str:
    """What stands behind the caret becomes a block of its own, in that language."""
    row = _row(key, block, by)
    kind = row.kind if row else Kind.OPERATIVE
    _check_lang(form)
    tail = Words.of({form["lang"]: _lines(form.get("tail", "")).strip()})
    return drafts.add_block(key, kind, by=by, after=block, text=tail).block


def _level(step: Callable[[str], str]) -> Callable[[str, str, Form, Authority], str]:
    def change(key: str, block: str, _form: Form, by: Authority) -> str:
        row = _row(key, block, by)
        if row is not None and step(row.kind) != row.kind:
            drafts.change_block(key, block, by=by, kind=step(row.kind))
        return block

    return change


def _kind(key: str, block: str, form: Form, by: Authority) -> str:
    try:
        kind = Kind(form.get("becomes", ""))
    except ValueError:
        raise Refusal("draft.no-such-kind", kind=form.get("becomes", "")[:40]) from None
    row = _row(key, block, by)
    if row is None or row.kind != kind:
        drafts.change_block(key, block, by=by, kind=kind.value)
    return block


def _move(where: Callable[[Any, str], str | None]) -> Callable[[str, str, Form, Authority], str]:
    def move(key: str, block: str, _form: Form, by: Authority) -> str:
        after = where(draft(key, by=by).rows, block)
        if after is not None:
            drafts.move_block(key, block, after=after, by=by)
        return block

    return move


def _remove(key: str, block: str, _form: Form, by: Authority) -> str:
    """Gone twice is gone: the second press finds nothing to do."""
    if _row(key, block, by) is not None:
        drafts.remove_block(key, block, by=by)
    return ""


def _restore(key: str, block: str, _form: Form, by: Authority) -> str:
    return drafts.restore_block(key, block, by=by).block


def _settle(key: str, _block: str, form: Form, by: Authority) -> str:
    number = form.get("aside", "")
    take = form.get("take") == "mine"
    aside = int(number) if number.isdecimal() and len(number) < 12 else 0
    return drafts.settle(key, aside, take=take, by=by).block


def _state(key: str, _block: str, form: Form, by: Authority) -> str:
    """Of the marked blocks, or of all, one language is so far."""
    _check_lang(form)
    marked = form.getlist("marked")  # type: ignore[attr-defined]
    drafts.set_state(key, form["lang"], form.get("state", ""), by=by, blocks=marked)
    return ""


def _far(key: str, block: str, wanted: str, lang: str, by: Authority) -> None:
    """One language of one block is translated, or ready: `done:fr`, `ready:fr`."""
    if lang not in LANGS or not block:
        raise Refusal("draft.no-language")
    drafts.set_state(key, lang, _FAR[wanted], by=by, blocks=[block])


def _ask(key: str, block: str, form: Form, by: Authority) -> str:
    """Ask for one block, or for the marked ones, in some languages until a day."""
    blocks = [block] if block else form.getlist("marked")  # type: ignore[attr-defined]
    if not blocks:
        raise Refusal("draft.nothing-marked")
    _ask_for(key, form, by, blocks)
    return str(blocks[0])


def _lacking(key: str, _block: str, form: Form, by: Authority) -> str:
    """Ask for whatever has no translation yet, or an old one."""
    _ask_for(key, form, by, ())
    return ""


def _ask_for(key: str, form: Form, by: Authority, blocks: Sequence[str]) -> None:
    langs, until = _needs(form), parse(form.get("until", "")).start
    if until < by.on:
        raise Refusal("draft.day-gone", day=until.isoformat())
    for lang in langs:
        drafts.ask_translation(key, lang, until.isoformat(), by=by, blocks=blocks)


def _needs(form: Form) -> list[str]:
    """The languages that are asked for."""
    langs = [lang for lang in LANGS if lang in form.getlist("needs")]  # type: ignore[attr-defined]
    if not langs:
        raise Refusal("draft.no-language")
    return langs


def _asked(form: Form) -> str:
    """What was sent to the translators, in words."""
    names = ("، " if language() == "ar" else ", ").join(
        str(LANGUAGES[each]) for each in _needs(form)
    )
    day = format_mark(parse(form["until"]).start.isoformat(), language(), dual=True)
    return _("Sent to the translators: %(languages)s, by %(day)s. The release waits for it.") % {
        "languages": names, "day": day,
    }  # fmt: skip


def _check_lang(form: Form) -> None:
    if form.get("lang") not in LANGS:
        raise Refusal("draft.no-language")


def _version(key: str, _block: str, _form: Form, by: Authority) -> str:
    drafts.name_version(key, by=by)
    return ""


_DO: dict[str, Callable[[str, str, Form, Authority], str]] = {
    "save": _nothing, "add": _add, "split": _split, "kind": _kind, "in": _level(inner),
    "out": _level(outer), "up": _move(after_up), "down": _move(after_down), "remove": _remove,
    "restore": _restore, "settle": _settle, "state": _state, "ask": _ask, "version": _version,
    "lacking": _lacking,
}  # fmt: skip
_FAR = {"done": "translated", "ready": "ready"}

urlpatterns: list[URLPattern] = [
    path("drafts/<str:key>/do/", do, name="do"),
]
