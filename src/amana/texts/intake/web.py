"""HTML as paragraphs: lists with the numbers a reader sees, scripts left out and reported."""

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from amana.kernel.refusals import Refusal
from amana.texts.intake.gathering import Gathered, Written, shortened
from amana.texts.intake.limits import MEGABYTE, XML
from amana.texts.intake.plain import decoded
from amana.texts.intake.word.formats import BULLET, printed

__all__ = ["web"]

_DROPPED = frozenset({"script", "style", "template", "iframe", "object", "embed", "applet",
                      "noscript", "form", "svg", "math", "canvas", "video", "audio"})  # fmt: skip
_SILENT = frozenset({"head", "title", "meta", "link", "select", "button", "textarea", "rt", "rp"})
_REPORTED = frozenset({"script", "iframe", "object", "embed", "applet", "form"})
_BLOCKS = frozenset({
    "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th",
    "section", "article", "header", "footer", "main", "aside", "nav", "blockquote", "pre", "hr",
    "dl", "dt", "dd", "address", "center", "caption", "figure", "figcaption", "body", "html",
})  # fmt: skip
_EDGES = frozenset({"header", "footer", "nav", "aside"})
_HEADINGS = re.compile(r"h[1-6]")
_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_STYLES = {
    "decimal": "decimal", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter", "upper-latin": "upperLetter", "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman", "arabic-indic": "hindiNumbers", "arabic-abjad": "arabicAbjad",
    "none": "none", "disc": "bullet", "circle": "bullet", "square": "bullet",
}  # fmt: skip
_CSS = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.I)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.I)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LANGS = ("ar", "en", "fr")
_BREAK = "\0"


def web(data: bytes, lang: str) -> Gathered:
    """The paragraphs of a page; the place of each is its line in the file."""
    if len(data) > XML:
        raise Refusal("intake.too-large", size=len(data) // MEGABYTE, largest=XML // MEGABYTE)
    into = Gathered()
    text = _FORBIDDEN.sub("", _decoded(data, lang, into))
    parser = HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True,
    )  # fmt: skip
    try:
        root = document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as fault:
        raise Refusal("intake.broken", part="HTML", line=1, column=1) from fault
    for entry in parser.error_log:
        if entry.type_name == "ERR_RESOURCE_LIMIT":
            into.doubt("intake.cut", entry.line)
    framed = root.find(".//main") is not None
    _Page(into, lang, _is_marked(root, lang), framed).all(root)
    return into


def _decoded(data: bytes, lang: str, into: Gathered) -> str:
    """By the mark, by UTF-8, by what the page says of itself, or guessed."""
    said = _CHARSET.search(data[:4096])
    if said and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        try:
            return data.decode(said[1].decode("ascii"))
        except (LookupError, ValueError):
            pass
    return decoded(data, lang, into)


def _is_marked(root: etree._Element, lang: str) -> bool:
    """Whether parts of the page say that they are in this language: then only they are read."""
    body = root.find("body")
    return body is not None and any(_lang(each) == lang for each in body.iterdescendants())


def _lang(element: etree._Element) -> str:
    said = (element.get("lang") or "")[:2].lower()
    return said if said in _LANGS else ""


@dataclass(slots=True)
class _List:
    form: str
    value: int
    step: int = 1


@dataclass(slots=True)
class _Page:
    """Goes through the page once."""

    into: Gathered
    lang: str
    marked: bool  # only what says that it is in our language is read
    framed: bool  # the text stands in <main>, and what stands around it is none
    lists: list[_List] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    place: int = 0
    heading: str = ""
    number: str = ""
    kept: int = 0  # how many <pre> we are in
    dropped: dict[str, int] = field(default_factory=dict)
    others: int = 0
    mains: int = 0  # how many <main> we are in
    edges: bool = False

    def all(self, root: etree._Element) -> None:
        """Every element, from the outside in, without recursion."""
        walk = etree.iterwalk(root, events=("start", "end"))
        skipping = False
        for event, element in walk:
            if event == "start":
                skipping = self._is_left_out(element)
                if skipping:
                    walk.skip_subtree()
                    self._end_paragraph(element)
                else:
                    self._start(element)
            else:
                if not skipping:
                    self._end(element)
                skipping = False  # a skipped element ends at once
                self._say(element.tail, element)
        self._flush()
        self._report()

    def _is_left_out(self, element: etree._Element) -> bool:
        name = str(element.tag)
        if name in _DROPPED:
            if name in _REPORTED:
                self.dropped[name] = self.dropped.get(name, 0) + 1
            return True
        if name in _SILENT:
            return True
        if self.framed and not self.mains and name in _EDGES:
            self.edges = True
            return True
        if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
            words = "".join(element.itertext()).strip()
            if words:
                self.into.doubt("intake.hidden", element.sourceline or 0, text=shortened(words))
            return True
        other = _lang(element)
        if self.marked and name not in ("html", "body") and other and other != self.lang:
            self.others += 1
            return True
        return False

    def _end_paragraph(self, element: etree._Element) -> None:
        if str(element.tag) in _BLOCKS:
            self._flush()

    def _start(self, element: etree._Element) -> None:
        name = str(element.tag)
        if name in _BLOCKS:
            self._flush()
            if _HEADINGS.fullmatch(name):
                self.heading = name
        if name in ("ol", "ul"):
            self._open(element, name)
        elif name == "li":
            self._item(element)
        elif name == "br":
            self.pieces.append(_BREAK)
        elif name == "table":
            self._table(element)
        elif name == "pre":
            self.kept += 1
        elif name == "main":
            self.mains += 1
        self._say(element.text, element)

    def _end(self, element: etree._Element) -> None:
        name = str(element.tag)
        self._end_paragraph(element)
        if name in _BLOCKS:
            self.heading = ""
        if name in ("ol", "ul") and self.lists:
            self.lists.pop()
        elif name == "pre":
            self.kept -= 1
        elif name == "main":
            self.mains -= 1
        elif name == "span" and element.get("class") == "num":
            self.pieces.append(" ")  # a number that only the style sheet parts from its words

    def _say(self, text: str | None, element: etree._Element) -> None:
        if not text:
            return
        if not self.place and text.strip():
            self.place = element.sourceline or 1
        self.pieces.append(text.replace("\n", _BREAK) if self.kept else text)

    def _flush(self) -> None:
        """The paragraph so far."""
        told = "".join(self.pieces)
        self.pieces = []
        lines = [_SPACES.sub(" ", line).strip() for line in told.split(_BREAK)]
        text = "\n".join(line for line in lines if line)
        if text:
            number = f"{self.number} " if self.number else ""
            self.into.lines.append(Written(number + text, self.place or 1, self.heading))
            self.number = ""
        self.place = 0

    def _open(self, element: etree._Element, name: str) -> None:
        styled = _CSS.search(element.get("style") or "")
        form = _FORMS.get(element.get("type") or "", "")
        if styled and styled[1].lower() in _STYLES:
            form = _STYLES[styled[1].lower()]
        if not form:
            form = "decimal" if name == "ol" else "bullet"
        backwards = name == "ol" and element.get("reversed") is not None
        items = sum(1 for each in element if each.tag == "li")
        start = _whole(element.get("start"), items if backwards else 1)
        self.lists.append(_List(form, start, -1 if backwards else 1))

    def _item(self, element: etree._Element) -> None:
        if not self.lists:
            self.number = BULLET
            return
        own = self.lists[-1]
        own.value = _whole(element.get("value"), own.value)
        form = _FORMS.get(element.get("type") or "", own.form)
        told = printed(own.value, form)
        own.value += own.step
        self.number = told if told in ("", BULLET) else f"{told}."

    def _table(self, element: etree._Element) -> None:
        rows = [each for part in (element, *element) for each in part if each.tag == "tr"]
        columns = max((sum(cell.tag in ("td", "th") for cell in row) for row in rows), default=0)
        if columns > 1:
            place = element.sourceline or 0
            self.into.doubt("intake.table", place, rows=len(rows), columns=columns)

    def _report(self) -> None:
        if self.dropped:
            count = sum(self.dropped.values())
            self.into.doubt("intake.scripts", count=count, what=sorted(self.dropped))
        if self.edges:
            self.into.doubt("intake.header")
        if self.others:
            self.into.doubt("intake.other-language", count=self.others)


def _whole(said: str | None, otherwise: int) -> int:
    try:
        return max(-1_000_000, min(int(said or ""), 1_000_000))
    except ValueError:
        return otherwise
