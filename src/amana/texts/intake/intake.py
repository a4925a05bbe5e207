"""A file as blocks: what it truly is, how it was read, and every doubt with its place.

`read_bytes` gives an `Intake` or a refusal, never anything else.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from amana.kernel.refusals import Refusal
from amana.texts.docx.names import kind_and_lang
from amana.texts.intake.akn import akn
from amana.texts.intake.gathering import Gathered
from amana.texts.intake.hardened import root_of
from amana.texts.intake.limits import FILE, LINES, MEGABYTE, XML
from amana.texts.intake.own import is_own, langs_of, own_blocks
from amana.texts.intake.plain import plain
from amana.texts.intake.sniffing import NAMES, Type, fits, is_declared, type_of
from amana.texts.intake.web import web
from amana.texts.intake.word.body import Paragraph
from amana.texts.intake.word.reading import gathered, word
from amana.texts.reading.aligning import aligned
from amana.texts.reading.passages import Aside, Doubt, Passage, Reading
from amana.texts.reading.split import split
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Block

__all__ = ["Intake", "read_bytes", "read_file"]

_HEADINGS = frozenset({
    Kind.SYMBOL, Kind.TITLE, Kind.FORMULA, Kind.PART_HEADING, Kind.ANNEX_HEADING, Kind.ANNEX_TITLE,
    Kind.ENACTING,
})  # fmt: skip
_LETTERS = 40  # a shorter text does not tell its language
_XHTML = "{http://www.w3.org/1999/xhtml}html"


@dataclass(frozen=True, slots=True)
class Intake:
    """What a file holds.

    `text` is what was read, with the printed numbers; `reading` and `warnings` name places in the
    file: lines, in DOCX paragraphs. `blocks` may hold several languages, when the file was one of
    ours; their wids are then those of the work.
    """

    kind: str
    lang: str
    text: str
    reading: Reading
    blocks: tuple[Block, ...]
    warnings: tuple[Doubt, ...] = ()

    def __str__(self) -> str:
        return self.text

    @property
    def known(self) -> bool:
        """Whether the blocks have the ids under which the house knows them."""
        return bool(self.blocks) and all(block.wid for block in self.blocks)


def read_file(path: Path, lang: str) -> Intake:
    """Read a file from the disk; see `read_bytes`."""
    with path.open("rb") as opened:
        data = opened.read(FILE + 1)
    return read_bytes(data, path.name, lang)


def read_bytes(data: bytes, filename: str, lang: str) -> Intake:
    """Read a file in a language (`ar`, `en`, `fr`).

    Refused: `intake.too-large`, `intake.too-long`, `intake.bomb`, `intake.macro`,
    `intake.hostile`, `intake.broken`, `intake.unknown-type`; a file of Akoma Ntoso in a fourth
    language by `akn.language`.
    """
    if len(data) > FILE:
        raise Refusal("intake.too-large", size=len(data) // MEGABYTE, largest=FILE // MEGABYTE)
    kind = type_of(data)
    if kind in (Type.XML, Type.AKN):
        kind = _kind_of_xml(data)
    intake = _READERS.get(kind, _unknown)(data, lang, kind)
    return intake if fits(filename, kind) else _named_otherwise(intake, filename, kind)


def _named_otherwise(intake: Intake, filename: str, kind: Type) -> Intake:
    facts = {"name": filename[-60:], "kind": NAMES[kind]}
    doubt = Doubt("intake.other-name", 0, facts)
    return replace(intake, warnings=(doubt, *intake.warnings))


def _kind_of_xml(data: bytes) -> Type:
    try:
        root = root_of(data, "XML", XML)
    except Refusal as refused:
        if refused.code == "intake.broken" and not is_declared(data):
            return Type.TEXT  # it only begins with a bracket: <Draft> The Council
        raise
    if root.tag in (_XHTML, "html"):
        return Type.HTML
    return Type.AKN if str(root.tag).rpartition("}")[2] == "akomaNtoso" else Type.XML


def _unknown(_data: bytes, _lang: str, kind: Type) -> Intake:
    raise Refusal("intake.unknown-type", kind=NAMES[kind])


def _from_word(data: bytes, lang: str, kind: Type) -> Intake:
    into, found = word(data)
    if not is_own(found):
        return _intake(kind, lang, into)
    langs = langs_of(found)
    if lang not in langs:
        into.doubt("intake.language", langs=list(langs), lang=lang)
    read = lang if lang in langs else langs[0]
    return _of_our_own(found, into, read, kind)


def _of_our_own(found: Sequence[Paragraph], into: Gathered, lang: str, kind: Type) -> Intake:
    """A file of ours: the lines of one language are read, the blocks of all are taken."""
    own = [each for each in found if langs_of([each]) in ((lang,), ())]
    into.lines = gathered(own).lines
    into.doubts = [each for each in into.doubts
                   if each.code not in ("intake.table", "intake.header")]  # fmt: skip
    intake = _intake(kind, lang, into)
    blocks = tuple(own_blocks(found, intake.reading.blocks, lang))
    # Styles say what the paragraphs are; only what has none of ours was read by the grammar.
    told = {each.place for each in found if kind_and_lang(each.style)}
    warnings = [each for each in intake.warnings
                if each.code.startswith("intake.") or each.line not in told]  # fmt: skip
    return replace(intake, blocks=blocks, warnings=tuple(warnings))


def _from_web(data: bytes, lang: str, kind: Type) -> Intake:
    return _intake(kind, lang, web(data, lang))


def _from_text(data: bytes, lang: str, kind: Type) -> Intake:
    into = plain(data, lang)
    text = "\n".join(each.text for each in into.lines)
    return _read(kind, lang, text, [], into)


def _from_akn(data: bytes, lang: str, kind: Type) -> Intake:
    into, text, blocks, own = akn(data, lang)
    intake = _read(kind, own, text, [0] * (text.count("\n") + 1), into)
    return replace(intake, blocks=tuple(blocks))


_READERS = {
    Type.DOCX: _from_word, Type.HTML: _from_web, Type.TEXT: _from_text, Type.AKN: _from_akn,
}  # fmt: skip


def _intake(kind: Type, lang: str, into: Gathered) -> Intake:
    text, places = into.text()
    intake = _read(kind, lang, text, places, into)
    headed = tuple(_headings(into, intake.reading))
    return replace(intake, warnings=(*intake.warnings, *headed))


def _read(kind: Type, lang: str, text: str, places: Sequence[int], into: Gathered) -> Intake:
    """The reading of the text, its lines told as places in the file."""
    count = text.count("\n") + 1
    if count > LINES:
        raise Refusal("intake.too-long", count=count, largest=LINES)
    reading = _placed(split(text, lang), places)
    blocks, _none = aligned({lang: reading})
    doubts = [*into.doubts, *_language(text, lang, into), *reading.doubts]
    return Intake(str(kind), lang, text, reading, tuple(blocks), tuple(doubts))


def _placed(reading: Reading, places: Sequence[int]) -> Reading:
    if not places:
        return reading

    def place(line: int) -> int:
        return places[line - 1] if 0 < line <= len(places) else 0

    def doubts(found: Iterable[Doubt]) -> tuple[Doubt, ...]:
        return tuple(each._replace(line=place(each.line)) for each in found)

    def passage(each: Passage) -> Passage:
        return each._replace(line=place(each.line), doubts=doubts(each.doubts))

    return replace(
        reading,
        blocks=tuple(map(passage, reading.blocks)),
        asides=tuple(Aside(each.what, each.text, place(each.line)) for each in reading.asides),
        doubts=doubts(reading.doubts),
    )


def _language(text: str, lang: str, into: Gathered) -> list[Doubt]:
    """Whether the letters are those of the language that was said."""
    if any(each.code == "intake.language" for each in into.doubts):
        return []
    letters = sum(map(str.isalpha, text))
    arabic = sum("\u0620" <= each <= "\u064a" for each in text)
    if letters < _LETTERS or (arabic * 2 > letters) == (lang == "ar"):
        return []
    found = "ar" if lang != "ar" else "en/fr"
    return [Doubt("intake.language", 0, {"langs": [found], "lang": lang})]


def _headings(into: Gathered, reading: Reading) -> Iterable[Doubt]:
    """What the file calls a heading and the reading does not."""
    headed = {each.place: each.heading for each in into.lines if each.heading}
    for block in reading.blocks:
        if block.line in headed and block.kind not in _HEADINGS:
            facts = {"style": headed[block.line], "kind": str(block.kind)}
            yield Doubt("intake.heading", block.line, facts)
