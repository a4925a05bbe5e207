"""How far each language of a work is: what the release gate and the table of languages show."""

from collections.abc import Sequence
from dataclasses import dataclass

from amana.kernel.words import Words
from amana.texts.models import DraftBlock, DraftRecord, NodeText, Work
from amana.texts.rules.kinds import Kind
from amana.texts.rules.numbering import numbered
from amana.texts.rules.tree import Block

__all__ = ["NAMES", "Readiness", "lacks", "readiness", "readiness_of_draft"]

NAMES = {
    "ar": Words(en="Arabic", fr="arabe", ar="العربية"),
    "en": Words(en="English", fr="anglais", ar="الإنكليزية"),
    "fr": Words(en="French", fr="français", ar="الفرنسية"),
}
State = DraftBlock.State
READY = State.READY
_NAMED = 3  # so many of the awaited paragraphs are named
_CALLED = {
    Kind.OPERATIVE: Words(en="paragraph {num}", fr="paragraphe {num}", ar="الفقرة {num}"),
    Kind.SUBPARAGRAPH: Words(
        en="sub-paragraph {num}", fr="alinéa {num}", ar="الفقرة الفرعية {num}"
    ),
    Kind.ANNEX_PARAGRAPH: Words(
        en="paragraph {num} of the annex", fr="paragraphe {num} de l'annexe",
        ar="الفقرة {num} من المرفق",
    ),
    Kind.ARTICLE: Words(en="article {num}", fr="article {num}", ar="المادة {num}"),
    Kind.RULE: Words(en="rule {num}", fr="article {num}", ar="المادة {num}"),
    Kind.PARAGRAPH: Words(en="paragraph {num}", fr="paragraphe {num}", ar="الفقرة {num}"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Readiness:
    """One language: how many provisions there are, have a text, are ready, were asked for.

    `awaited` names the first of those that were asked for.
    """

    lang: str
    units: int
    texts: int
    ready: int
    wanted: int
    awaited: tuple[Words, ...] = ()

    @property
    def name(self) -> Words:
        """The language, as the reader calls it."""
        return NAMES[self.lang]

    @property
    def is_ready(self) -> bool:
        """Every provision has its text, was declared ready, and no translation is awaited."""
        return bool(self.units) and self.units == self.texts == self.ready and not self.wanted

    @property
    def said(self) -> Words:
        """The language with what it lacks: "French: translations awaited: 1 (paragraph 6)"."""
        lacks = self.lacks
        return Words(
            en=f"{self.name.en}: {lacks.en}", fr=f"{self.name.fr} : {lacks.fr}",
            ar=f"{self.name.ar}: {lacks.ar}",
        )  # fmt: skip

    @property
    def lacks(self) -> Words:
        """What is missing, in words: texts, what is still awaited, what nobody called ready."""
        said = []
        if missing := self.units - self.texts:
            said.append(Words(
                en=f"paragraphs without a text: {missing}",
                fr=f"paragraphes sans texte : {missing}",
                ar=f"فقرات بلا نص: {missing}",
            ))  # fmt: skip
        if self.wanted:
            said.append(self._awaited())
        if not said:
            said.append(Words(
                en=f"paragraphs not yet declared ready: {self.units - self.ready}",
                fr=f"paragraphes non encore déclarés prêts : {self.units - self.ready}",
                ar=f"فقرات لم تُعلن جاهزيتها بعد: {self.units - self.ready}",
            ))  # fmt: skip
        return Words(
            en="; ".join(each.en for each in said),
            fr=" ; ".join(each.fr for each in said),
            ar="؛ ".join(each.ar for each in said),
        )

    def _awaited(self) -> Words:
        """How many translations are awaited, and of which paragraphs."""
        more = {"en": ", …", "fr": ", …", "ar": "، …"} if self.wanted > len(self.awaited) else {}
        named = {
            lang: ("، " if lang == "ar" else ", ").join(each.text(lang) for each in self.awaited)
            + more.get(lang, "")
            for lang in NAMES
        }
        return Words(
            en=f"translations awaited: {self.wanted} ({named['en']})",
            fr=f"traductions attendues : {self.wanted} ({named['fr']})",
            ar=f"ترجمات منتظرة: {self.wanted} ({named['ar']})",
        )


def readiness(work: Work, languages: Sequence[str]) -> list[Readiness]:
    """A tabled work: by the states its draft had; one without a draft by its texts alone."""
    record = DraftRecord.objects.known().filter(work=work).first()
    if record:
        return readiness_of_draft(record, languages)
    rows = NodeText.objects.known().filter(node__work=work).values_list("text", "heading")
    texts = [text for text, heading in rows if text or heading]
    counted = {lang: sum(bool(getattr(text, lang)) for text in texts) for lang in languages}
    return [Readiness(lang, len(texts), n, n, 0) for lang, n in counted.items()]


def readiness_of_draft(
    record: DraftRecord, languages: Sequence[str] = (), *, rows: Sequence[DraftBlock] | None = None
) -> list[Readiness]:
    """Every language of a draft: one query, or none where its blocks are given in their order."""
    if rows is None:
        found = DraftBlock.objects.known().filter(draft=record.draft_id)
        rows = list(found.order_by("place", "pk"))
    return [_of_blocks(lang, rows) for lang in languages or record.languages]


def _of_blocks(lang: str, every: Sequence[DraftBlock]) -> Readiness:
    rows = [row for row in every if row.text or row.heading]
    awaited = [name for row, name in zip(every, _names(every), strict=True) if lang in row.wanted]
    return Readiness(
        lang,
        len(rows),
        sum(_has(row, lang) for row in rows),
        sum(row.states.get(lang) == READY for row in rows),
        len(awaited),
        tuple(awaited[:_NAMED]),
    )


def _names(rows: Sequence[DraftBlock]) -> list[Words]:
    """What each block is called: by its number, or by its place in the draft."""
    if not any(row.wanted for row in rows):
        return [Words()] * len(rows)
    blocks = numbered(Block(Kind(row.kind), row.text, row.num, row.heading) for row in rows)
    return [_name(block, place) for place, block in enumerate(blocks, start=1)]


def _name(block: Block, place: int) -> Words:
    if block.num and block.kind in _CALLED:
        return Words.of({
            lang: said.format(num=(block.printed.text(lang) or block.num).strip(".- "))
            for lang, said in _CALLED[block.kind]
        })  # fmt: skip
    return Words(en=f"block {place}", fr=f"bloc {place}", ar=f"المقطع {place}")


def lacks(row: DraftBlock, lang: str, master: str) -> bool:
    """Whether a block has to be translated: no words yet, or older ones than it translates."""
    if not _has(row, master):
        return False
    return not _has(row, lang) or (lang != master and row.states.get(lang) == State.DRAFTED)


def _has(row: DraftBlock, lang: str) -> bool:
    return bool(getattr(row.text, lang) or getattr(row.heading, lang))
