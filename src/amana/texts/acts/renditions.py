"""A file is made of a text, kept, and its hash written into the register."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from amana.ground import clock, files, register
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS
from amana.texts.acts.writing import act
from amana.texts.models import Rendition, WorkRecord
from amana.texts.renditions.making import MAKERS, Asked, made
from amana.texts.standing_text import Text, text_on

__all__ = ["MACHINE", "Made", "code_of", "render"]

MACHINE = Authority("system", "Amana", date.min)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: none is taken for another
CODE = 12
ONE_LANGUAGE = frozenset({"akn"})  # a file of Akoma Ntoso is one expression


@dataclass(frozen=True, slots=True)
class Made:
    """A rendition on record with its bytes."""

    rendition: Rendition
    data: bytes


@act
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
    a published one: a PDF of it carries a code that leads to its proof under `address`.
    Refused for a form, a language or a work that this reader cannot have.
    """
    if form in ONE_LANGUAGE:
        langs = langs[:1]
    if form not in MAKERS or not langs or len(set(langs) & set(LANGS)) != len(langs):
        raise Refusal("rendition.unknown-form", form=form, known=sorted(MAKERS))
    text = _version(work, on, reads)
    on = text.on
    if missing := [lang for lang in langs if lang not in text.released]:
        raise Refusal("rendition.not-released", work=work, langs=missing)
    key, public = "-".join(langs), _is_published(text.record, langs)
    data = made(form, Asked(text, tuple(langs), by=reads))
    code = code_of(work, form, key, data)
    if public:
        data = made(form, Asked(text, tuple(langs), proof=f"{address}{code}/", by=reads))
    digest = files.keep(data)
    same = Rendition.objects.filter(
        work=text.record.work, format=form, languages=key, sha256=digest
    )
    if found := same.first():
        return Made(found, data)
    entry = register.record(
        "text.render", f"work:{work}", by=by or MACHINE,
        facts={"format": form, "languages": key, "on": str(on or ""), "sha256": digest},
    )  # fmt: skip
    row = Rendition.objects.create(
        work=text.record.work, format=form, languages=key, on=on, published=public,
        sha256=digest, size=len(data), code=code, made_at=clock.now(), act=entry,
    )  # fmt: skip
    return Made(row, data)


def _version(work: str, on: date | None, reads: Authority | None) -> Text:
    """The text of the version that applied on a day: as of the last change by then."""
    text = text_on(work, on=on, by=reads)
    begun = max((day for day in text.changes() if on and day <= on), default=None)
    return text.at(begun)


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
    public = text_on(record.work.key, on=None) if _is_public(record) else None
    return public is not None and set(langs) <= set(public.released)


def _is_public(record: WorkRecord) -> bool:
    return WorkRecord.objects.known().filter(pk=record.pk).exists()
