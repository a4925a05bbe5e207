"""What the parts of a symbol that was matched say, and how the canonical form writes them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from amana.texts.symbols.grammar import Code, Form, Grammar
from amana.texts.symbols.patterns import code_pattern, coded
from amana.texts.symbols.roman import roman_of
from amana.texts.symbols.writing import letter_for

__all__ = ["Parts"]

_FINAL = "FINAL"
_JOINED = re.compile(r"\{type\}\[?\{numbers?\}")
_ARABIC_SESSION = re.compile(r"د ?(?P<kind>ا ?ط?)? ?- ?(?P<number>\d+)")
_SPECIAL = {"": "", "ا": "S-", "اط": "ES-"}


@dataclass(slots=True)
class Parts:
    """The parts of one match, each as the symbol gives it."""

    grammar: Grammar
    form: Form
    found: re.Match[str]
    type: str = ""
    cluster: str = ""
    suffixes: list[tuple[str, str]] = field(default_factory=list)  # code, number

    def __post_init__(self) -> None:
        self.type = self._coded("type", self.grammar.types)
        self.cluster = self._coded("cluster", self.grammar.clusters) or self._strange()
        self.suffixes = self._suffixes()

    def given(self, part: str) -> str:
        """What stands in the place of a part, without spaces; "" where it is missing."""
        return re.sub(r" ", "", self.found.groupdict().get(part) or "")

    def _coded(self, part: str, codes: Sequence[Code]) -> str:
        text = self.found.groupdict().get(part)
        return coded(codes, text) if text else ""

    def _strange(self) -> str:
        """Letters of a subject that the grammar does not know, as printed."""
        return self.given("letters").replace(".", "")

    @property
    def is_strange_cluster(self) -> bool:
        """Whether the subject is none of the grammar's."""
        return bool(self.cluster) and self.grammar.cluster(self.cluster) is None

    @property
    def number(self) -> str:
        """The number without leading zeros; `5-6` where two are said at once."""
        return _plain(self.given("number") or self.given("numbers"))

    @property
    def session(self) -> str:
        """The session: a number, or as the series prints it."""
        if roman := self.given("roman") or self.given("latin"):
            return _roman(roman)
        special = self.given("special") or self.given("emergency")
        kind, dash, number = special.rpartition("-")
        return kind + dash + _plain(number) or _plain(self.given("session"))

    @property
    def year(self) -> str:
        """Four digits; of two those of the twentieth century from 50 on."""
        short = self.given("yy")
        if len(short) == 2:
            return ("19" if short >= "50" else "20") + short
        return short or self.given("year")

    @property
    def body(self) -> str:
        """The code of the body."""
        if self.form.bodies:
            session = int(self.session) if self.session.isdigit() else 0
            return next((b.code for b in self.form.bodies if not b.until or session <= b.until), "")
        return self._coded("body", self.grammar.bodies) or self.form.body

    @property
    def is_final(self) -> bool:
        """Whether the symbol says that the text is final."""
        return any(code == _FINAL for code, _number in self.suffixes)

    @property
    def kind(self) -> str:
        """What the nature says it is; "" where no nature is named."""
        nature = self.grammar.type(self.type)
        if nature is None:
            return ""
        if self.number or not (nature.volume or nature.final):
            return nature.kind
        return (self.is_final and nature.final) or nature.volume or nature.kind

    @property
    def modifier(self) -> str:
        """The nature unless the kind says it all, the letter of a part, marks and suffixes."""
        nature = self.grammar.type(self.type)
        plain = nature and nature.plain and (self.number or not nature.volume)
        said = [self.form.modifier, "" if plain else self.type, self.given("part"), self.ser]
        if not self.form.modifier:
            said += [m.code for m in self.grammar.marks if self.given(m.code)]
        by_code = {suffix.code: suffix for suffix in self.grammar.suffixes}
        said += [by_code[code].said + number for code, number in self.suffixes]
        said += [self.given("joint"), self.given("rest")]
        return self.grammar.joint.join(filter(None, said))

    @property
    def ser(self) -> str:
        """`SER.B` of a series of publications."""
        letter = self.given("ser")
        return f"SER.{letter}" if letter else ""

    def _suffixes(self) -> list[tuple[str, str]]:
        text = self.found.groupdict().get("suffixes") or ""
        forms = {form: s.code for s in self.grammar.suffixes for form in s.printed_forms}
        longest = sorted(forms, key=lambda form: (-len(form), form))
        one = "|".join(f"({code_pattern(form)})" for form in longest)
        found = []
        for match in re.finditer(rf"(?:{one})[ .]{{0,2}}(\d{{1,3}})?", text) if text else ():
            place = next(i for i, group in enumerate(match.groups()) if group)
            found.append((forms[longest[place]], _plain(match.groups()[-1] or "")))
        return found

    def written(self, part: str) -> str:
        """A part as the canonical form writes it."""
        made = {
            "body": lambda: self.body, "number": lambda: self.number,
            "numbers": lambda: self.number, "session": lambda: self.session,
            "cluster": self._letters, "type": self._nature, "suffixes": self._all_suffixes,
        }.get(part)  # fmt: skip
        if made:
            return made()
        if part in ("special", "roman", "latin", "emergency"):
            return self.session if self.given(part) else ""
        if any(part == mark.code for mark in self.grammar.marks):
            return part if self.given(part) else ""
        return self.given(part)

    def _all_suffixes(self) -> str:
        return "".join(self._suffix(code, number) for code, number in self.suffixes)

    def _suffix(self, code: str, number: str) -> str:
        written = next(each.written for each in self.grammar.suffixes if each.code == code)
        return written.replace("#", number) if "#" in written else written + number

    def _letters(self) -> str:
        cluster = self.grammar.cluster(self.cluster)
        if cluster is None:
            return self.cluster
        if not self.form.letters:
            return cluster.document or cluster.code
        return letter_for(self.grammar, self.cluster, self.body, self.session)

    def _nature(self) -> str:
        nature = self.grammar.type(self.type)
        if nature is None:
            return ""
        joined = _JOINED.search(self.form.canonical or self.form.pattern)
        return nature.code + (nature.joint if joined and self.number else "")


def _plain(number: str) -> str:
    return number.lstrip("0") or number[:1]


def _roman(text: str) -> str:
    """XII as it stands; 12 as XII; «د-12» of an Arabic text as XII, «دإ-6» as S-VI."""
    if text.isdigit():
        return roman_of(int(text))
    found = _ARABIC_SESSION.fullmatch(text)
    if not found:
        return text
    return _SPECIAL[(found["kind"] or "").strip()] + roman_of(int(found["number"]))
