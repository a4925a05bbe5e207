"""Gathering the interface's messages: `python -m amana.testing.messages [--check]`.

Without an option the catalogues are brought up to date with the code: new messages are added
empty, those no longer used are dropped, nothing is guessed. With `--check` nothing is written;
exit 1 names what is missing, out of date or not translated.
"""

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract, extract_python
from babel.messages.pofile import read_po, write_po

from amana.web.catalogues import LOCALE

ROOT = Path(__file__).resolve().parents[1]
TRANSLATED = ("ar", "fr")
FIXED = datetime(2026, 11, 24, tzinfo=UTC)
# CLDR's order of forms: Arabic zero, one, two, few, many, other; French one, other.
PLURALS = {
    "ar": (6, "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)"),
    "fr": (2, "(n > 1)"),
}
KEYWORDS: dict[str, Any] = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None, "N_": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip
JINJA = {
    "trimmed": "true", "extensions": "jinja2.ext.do,jinja2.ext.loopcontrols", "silent": "false",
}  # fmt: skip


def django_templates(fileobj: Any, keywords: Any, tags: Any, options: Any) -> Iterator[Any]:
    """Babel's extractor for Django's templates (the pages of sign-in)."""
    from django.utils.translation.template import templatize

    python = templatize(fileobj.read().decode("utf-8"))
    python = "\n".join(line.strip() for line in python.splitlines())
    yield from extract_python(io.BytesIO(python.encode()), keywords, tags, options)


def gather() -> Catalog:
    """Every message of code and templates, in order of file and line."""
    catalog = Catalog(domain="django", charset="utf-8", fuzzy=False)
    for path in sorted(ROOT.rglob("*")):
        method = _method(path)
        if not method:
            continue
        with path.open("rb") as source:
            found = extract(method, source, KEYWORDS, ("Translators:",), JINJA)
            for _line, message, comments, context in found:
                catalog.add(
                    message, None, [(str(path.relative_to(ROOT.parent)), 0)],
                    auto_comments=comments, context=context,
                )  # fmt: skip
    return catalog


def _method(path: Path) -> Any:
    if "tests" in path.parts or "testing" in path.parts:
        return None
    if path.suffix == ".py" and "migrations" not in path.parts:
        return "python"
    if path.suffix in (".html", ".txt") and "templates" in path.parts:
        return django_templates if "accounts" in path.parts else "jinja2"
    return None


def stored(lang: str) -> Catalog:
    """The catalogue of a language as it is kept."""
    path = LOCALE / lang / "LC_MESSAGES" / "django.po"
    if not path.exists():
        return Catalog(locale=lang, domain="django", charset="utf-8", fuzzy=False)
    with path.open("rb") as source:
        return read_po(source, locale=lang, domain="django")


def updated(lang: str, template: Catalog) -> Catalog:
    """The catalogue with the messages of today and the translations it has."""
    catalog = stored(lang)
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.project, catalog.version = "Amana", "1"
    catalog.creation_date = catalog.revision_date = FIXED  # files change only when words do
    catalog.last_translator = catalog.language_team = catalog.msgid_bugs_address = "Amana"
    catalog.fuzzy = False
    setattr(catalog, "_num_plurals", PLURALS[lang][0])  # noqa: B010  (babel has no door for it)
    setattr(catalog, "_plural_expr", PLURALS[lang][1])  # noqa: B010
    catalog.header_comment = f"# The interface of Amana in {catalog.locale.english_name}."
    return catalog


def faults(lang: str, template: Catalog) -> Iterator[str]:
    """What keeps a language from being complete: messages missing, not translated, or fuzzy."""
    kept = {_key(message): message for message in stored(lang) if message.id}
    for message in template:
        if not message.id:
            continue
        key = _key(message)
        found = kept.pop(key, None)
        if found is None:
            yield f"{lang}: not gathered: {key[0]!r}"
        elif found.fuzzy or not _is_whole(found.string):
            yield f"{lang}: not translated: {key[0]!r}"
        else:
            yield from (f"{lang}: {error} in {key[0]!r}" for error in found.check())
    yield from (f"{lang}: no longer used: {text!r}" for text, _context in kept)


def _key(message: Any) -> tuple[str, Any]:
    return (message.id if isinstance(message.id, str) else message.id[0], message.context)


def _is_whole(string: Any) -> bool:
    return bool(string) and (isinstance(string, str) or all(string))


def main() -> int:
    """Update the catalogues, or check them."""
    import django

    django.setup()
    template = gather()
    if "--check" in sys.argv:
        found = [fault for lang in TRANSLATED for fault in faults(lang, template)]
        print("\n".join(found) or f"{len(template)} messages, complete in {', '.join(TRANSLATED)}")
        return 1 if found else 0
    for lang in TRANSLATED:
        path = LOCALE / lang / "LC_MESSAGES" / "django.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        written = io.BytesIO()  # whole before the file is touched: it is read from there
        write_po(
            written, updated(lang, template), width=100, ignore_obsolete=True, include_lineno=False
        )
        path.write_bytes(written.getvalue())
    return 0


if __name__ == "__main__":
    sys.exit(main())
