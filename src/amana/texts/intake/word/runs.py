"""The words of one paragraph of Word: what was put in stays, what was taken out does not."""

from dataclasses import dataclass, field

from lxml import etree

from amana.texts.intake.word.package import local, value
from amana.texts.intake.word.styles import child

__all__ = ["Run", "Said", "said"]

_SILENT = frozenset({
    "pPr", "rPr", "sectPr", "instrText", "delText", "delInstrText", "rt", "tblPr", "sdtPr",
    "sdtEndPr", "Fallback", "fldData", "softHyphen", "ffData", "ctrlPr", "rubyPr",
})  # fmt: skip
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011"}
_TAKEN_OUT = frozenset({"del", "moveFrom"})
_PUT_IN = frozenset({"ins", "moveTo"})
_PICTURES = frozenset({"drawing", "pict"})
_BULLETS = {"f0b7": "•", "f0a7": "▪", "f02d": "-", "f0d8": "-", "f0fc": "•"}
_OFF = ("0", "false", "off", "none")


@dataclass(slots=True)
class Run:
    """Words of one style of characters."""

    text: str
    style: str = ""


@dataclass(slots=True)
class Said:
    """A paragraph: its runs, and what in it a reader has to know of."""

    runs: list[Run] = field(default_factory=list)
    inserted: int = 0
    deleted: int = 0
    hidden: str = ""
    boxes: list[str] = field(default_factory=list)
    pictures: int = 0
    objects: int = 0
    notes: list[tuple[str, str]] = field(default_factory=list)  # kind of note, its id
    bookmarks: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words, a break as a line feed, a tab as a tab."""
        return "".join(run.text for run in self.runs)


class _Fields:
    """Codes of fields: what stands between their beginning and their result is no text."""

    def __init__(self) -> None:
        self.open: list[bool] = []  # for each open field, whether its code still runs
        self.codes = 0

    def take(self, kind: str) -> None:
        if kind == "begin":
            self.open.append(True)
            self.codes += 1
        elif kind == "separate" and self.open:
            self.codes -= self.open[-1]
            self.open[-1] = False
        elif kind == "end" and self.open:
            self.codes -= self.open.pop()

    @property
    def silent(self) -> bool:
        return self.codes > 0


def said(paragraph: etree._Element) -> Said:
    """What a paragraph says, as it reads once all changes are accepted."""
    found, fields = Said(), _Fields()
    todo = list(reversed(paragraph))
    while todo:
        element = todo.pop()
        if not isinstance(element.tag, str):
            continue
        name = local(element)
        if name == "r":
            _run(element, found, fields)
        elif name in _TAKEN_OUT:
            found.deleted += 1
        elif name == "bookmarkStart":
            found.bookmarks.append(value(element, "name"))
        elif name == "t":  # of a formula
            found.runs.append(Run(element.text or ""))
        elif name not in _SILENT and name != "p":
            found.inserted += name in _PUT_IN
            todo.extend(reversed(element))
    return found


def _run(run: etree._Element, found: Said, fields: _Fields) -> None:
    properties = child(run, "rPr")
    vanish = child(properties, "vanish")
    hidden = vanish is not None and value(vanish) not in _OFF
    style = value(child(properties, "rStyle"))
    pieces: list[str] = []
    todo = list(reversed(run))
    while todo:
        element = todo.pop()
        if isinstance(element.tag, str):
            _piece(element, local(element), pieces, found, fields, todo)
    text = "".join(pieces)
    if hidden:
        found.hidden += text
    elif text:
        found.runs.append(Run(text, style))


def _piece(
    element: etree._Element, name: str, pieces: list[str], found: Said, fields: _Fields,
    todo: list[etree._Element],
) -> None:  # fmt: skip
    if name == "fldChar":
        fields.take(value(element, "fldCharType"))
    elif name in _SILENT or fields.silent:
        return
    elif name == "t":
        pieces.append(element.text or "")
    elif name in _BREAKS:
        turned = value(element, "type") in ("page", "column")
        pieces.append("" if turned else _BREAKS[name])
    elif name == "sym":
        pieces.append(_sign(value(element, "char").lower()))
    elif name in ("footnoteReference", "endnoteReference"):
        found.notes.append((name.removesuffix("Reference"), value(element, "id")))
    elif name in _PICTURES:
        _picture(element, found)
    elif name in ("object", "control"):
        found.objects += 1
    else:
        todo.extend(reversed(element))


def _sign(code: str) -> str:
    """A character named by its number; those of a font of signs alone are bullets or nothing."""
    if code in _BULLETS:
        return _BULLETS[code]
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    sound = 0x20 <= number < 0xD800 or 0xF900 <= number < 0xFFFE
    return chr(number) if sound else ""


def _picture(element: etree._Element, found: Said) -> None:
    """A picture, or a box with text in it."""
    boxes = [each for each in element.iter() if local(each) == "txbxContent"]
    text = " ".join(_all_text(each) for each in boxes).strip()
    if text:
        found.boxes.append(text)
    else:
        found.pictures += 1


def _all_text(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter() if local(each) == "t")
