"""A file is made of a text, kept, and its hash written into the register."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from itertools import count

from amana.ground import clock, files, register
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS
from amana.texts.acts.writing import act
from amana.texts.models import Rendition, WorkRecord
from amana.texts.renditions.making import MAKERS, PROVED, Asked, Edition, made
from amana.texts.rules.eyes import may_read
from amana.texts.standing_text import Text, text_on

__all__ = ["MACHINE", "ONE_LANGUAGE", "Made", "code_of", "render", "render_all"]

MACHINE = Authority("system", "Amana", date.min)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: none is taken for another
CODE = 12
ONE_LANGUAGE = frozenset({"akn"})  # a file of Akoma Ntoso is one expression
_SPOKEN = re.compile(r"/(?:ar|en|fr)/(?=[^/]*/$)")  # the language in the address of the proofs


@dataclass(frozen=True, slots=True)
class Made:
    """A rendition on record with its bytes."""

    rendition: Rendition
    data: bytes


@dataclass(frozen=True, slots=True)
class _File:
    """A file that was made and kept, before it is on record."""

    form: str
    langs: str
    code: str
    data: bytes
    digest: str
    published: bool


def render(
    work: str,
    form: str,
    langs: Sequence[str],
    *,
    on: date | None,
    reads: Authority | None,
    by: Authority | None = None,
    address: str = "",
) -> Made:
    """A file of a work in a form and some languages, as of a day; made once for the same bytes.

    The day is that of the version that applied on it, so that a year of asking makes one file.
    `reads` is whose eyes the text is read with. A file of released languages of a public work is
    a published one: a PDF or a Word file of it carries a code that leads to its proof under
    `address`, in the first language of the file.
    Refused for a form, a language or a work that this reader cannot have.
    """
    wanted = [(form, tuple(langs))]
    (made_now,) = render_all(work, wanted, on=on, reads=reads, by=by, address=address)
    return made_now


def render_all(
    work: str,
    wanted: Iterable[tuple[str, tuple[str, ...]]],
    *,
    on: date | None,
    reads: Authority | None,
    by: Authority | None = None,
    address: str = "",
) -> list[Made]:
    """Several files of one work, as `render` makes one: the text is read once for them all.

    They are made before the act begins, so that nobody waits for them who changes a text.
    """
    asked = [(form, langs[:1] if form in ONE_LANGUAGE else langs) for form, langs in wanted]
    for form, langs in asked:
        if form not in MAKERS or not langs or len(set(langs) & set(LANGS)) != len(langs):
            raise Refusal("rendition.unknown-form", form=form, known=sorted(MAKERS))
    edition = Edition(_version(work, on, reads), reads)
    for _form, langs in asked:
        if missing := [lang for lang in langs if lang not in edition.text.released]:
            raise Refusal("rendition.not-released", work=work, langs=missing)
    kept = [_kept(edition, form, langs, address) for form, langs in asked]
    return _on_record(edition, kept, by or MACHINE, address)


def _kept(edition: Edition, form: str, langs: tuple[str, ...], address: str) -> _File:
    """One file, made and kept.

    The code of a published one comes from what stands on the paper. Another file may have that
    code already: the same paper set by an older version of this program, or under another
    address; then the next code is taken.
    """
    record, key = edition.text.record, "-".join(langs)
    published = _is_published(record, langs)
    if not (published and form in PROVED):
        data = made(form, Asked(edition, langs))
        code = code_of(record.work.key, form, key, data)
        return _File(form, key, code, data, files.keep(data), published)
    base = _SPOKEN.sub(f"/{langs[0]}/", address)
    paper = repr(edition.paper(langs)).encode()
    for turn in count():
        code = code_of(record.work.key, form, key, paper + bytes(turn))
        data = made(form, Asked(edition, langs, f"{base}{code}/"))
        digest = sha256(data).hexdigest()
        if not _is_held(code, digest):
            break
    return _File(form, key, code, data, files.keep(data), published)


def _is_held(code: str, digest: str) -> bool:
    """Whether a code leads to another file."""
    return Rendition.objects.filter(code=code).exclude(sha256=digest).exists()


@act
def _on_record(edition: Edition, kept: Sequence[_File], by: Authority, address: str) -> list[Made]:
    """The renditions of files; those that are on record already stay as they are.

    A code that another file was given meanwhile is chosen anew: here nobody else chooses one.
    """
    text = edition.text
    kept = [_free(edition, each, address) for each in kept]
    rows = Rendition.objects.filter(
        work=text.record.work, sha256__in=[each.digest for each in kept]
    )
    known = {(row.format, row.languages, row.sha256): row for row in rows}
    found = []
    for each in kept:
        place = (each.form, each.langs, each.digest)
        if place not in known:
            known[place] = _recorded(text, each, by)
        found.append(Made(known[place], each.data))
    return found


def _free(edition: Edition, each: _File, address: str) -> _File:
    """The same file, made again under another code where its own leads to another by now."""
    if not _is_held(each.code, each.digest):
        return each
    return _kept(edition, each.form, tuple(each.langs.split("-")), address)


def _recorded(text: Text, made_now: _File, by: Authority) -> Rendition:
    form, langs, digest = made_now.form, made_now.langs, made_now.digest
    work = text.record.work
    entry = register.record(
        "text.render", f"work:{work.key}", by=by,
        facts={"format": form, "languages": langs, "on": str(text.on or ""), "sha256": digest},
    )  # fmt: skip
    return Rendition.objects.create(
        work=work, format=form, languages=langs, on=text.on, published=made_now.published,
        sha256=digest, size=len(made_now.data), code=made_now.code, made_at=clock.now(), act=entry,
    )  # fmt: skip


def _version(work: str, on: date | None, reads: Authority | None) -> Text:
    """The text of the version that applied on a day: as of the last change by then.

    What waits on the day is the same on every day of that version, and none before the first
    change either: there the text is the original, with the notice of what is to come.
    """
    text = text_on(work, on=on, by=reads)
    begun = max((day for day in text.changes() if on and day <= on), default=None)
    return replace(text, on=begun)


def code_of(work: str, form: str, langs: str, data: bytes) -> str:
    """The code that leads to the proof of a file: of its own contents, so the same every time."""
    digest = sha256("\0".join((work, form, langs)).encode() + data).digest()
    number = int.from_bytes(digest, "big")
    letters = []
    for _ in range(CODE):
        number, rest = divmod(number, len(LETTERS))
        letters.append(LETTERS[rest])
    return "".join(letters)


def _is_published(record: WorkRecord, langs: Sequence[str]) -> bool:
    """Whether everybody may read these languages of a work."""
    given = {lang for each in record.given for lang in each.split("-")}  # type: ignore[attr-defined]
    public = may_read(record.distribution, record.sensitivity, record.readers, None)
    return public and set(langs) <= given
