"""The grammars of symbols: what the TOML files of each system say, as values.

A grammar names its bodies, subjects, natures, suffixes and marks, each with the forms in which
they are printed, and the forms of its symbols as templates:

    {number}/{session}-{cluster}[/{suffixes}]

Braces name a part, brackets hold what may be missing, the rest stands for itself. The parts and
what they match are listed in `patterns`. Forms are tried in their order; the first that reads the
whole text wins.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from amana.kernel.words import Words

__all__ = [
    "REMARKS", "Body", "Cluster", "Form", "Grammar", "Hint", "Letter", "Mark", "Suffix", "Type",
    "grammar_of",
]  # fmt: skip

REMARKS = {"no-subject": "symbol.no-subject", "body-unknown": "symbol.body-unknown"}
"""What a form may say of every symbol that it reads, by its name in the file."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a system with every form in which it is printed, and what it means."""

    code: str
    forms: tuple[str, ...] = ()
    names: Words = Words()

    @property
    def printed_forms(self) -> tuple[str, ...]:
        """The code and its other forms."""
        return (self.code, *self.forms)


@dataclass(frozen=True, slots=True)
class Body(Code):
    """An organ. `#` in its code stands for a number (`A/CONF.#`). `sessions` is the key of the
    body whose sessions the pack lists, by which session and year are compared."""

    sessions: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """The letters of a subject in the numbers of one body, up to a session."""

    code: str
    body: str = ""
    until: int = 0


@dataclass(frozen=True, slots=True)
class Cluster(Code):
    """A subject. `letters` are what numbers print, by period; `document` what symbols of
    documents print; `arabic` its Arabic letters; `same` another code of the same subject."""

    letters: tuple[Letter, ...] = ()
    document: str = ""
    arabic: str = ""
    same: str = ""


@dataclass(frozen=True, slots=True)
class Type(Code):
    """The nature of a document. `kind` is said of a numbered one, `volume` of one without a
    number, `final` of such a one in its final form. A `plain` nature, once numbered, is said by
    the kind alone and not by the modifier. `joint` stands between it and its number."""

    kind: str = "document"
    volume: str = ""
    final: str = ""
    plain: bool = False
    joint: str = "."


@dataclass(frozen=True, slots=True)
class Suffix(Code):
    """What follows a symbol: revision, addendum, corrigendum. `written` is how the canonical
    form writes it before its number, `said` how the modifier does."""

    written: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Mark(Code):
    """A mark inside a symbol, as `(IS)`."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Words before a symbol that name its body: `Security Council resolution 2056 (2012)`."""

    body: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the symbols of a system.

    `canonical` is the template by which it is written, the pattern itself where none is given.
    `body` and `kind` are fixed ones; `bodies` instead is a list of bodies by the last session of
    each. `types` are the natures and `among` the bodies that it may name, all by default.
    A `bare` form is a number without a system: it is read where words before it (`word`, the
    kind they name; `hint`, the body) allow it, and else with a warning. `sessions` and `numbers`
    are the first and last that it may have. Where `letters` is set, subjects are written by the
    letters of their period. `remark` is said of every symbol that it reads.
    """

    pattern: str
    canonical: str = ""
    kind: str = ""
    final: str = ""
    body: str = ""
    bodies: tuple[Letter, ...] = ()
    types: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    bare: bool = False
    word: str = ""
    hint: str = ""
    modifier: str = ""
    letters: bool = False
    sessions: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    remark: str = ""

    def __post_init__(self) -> None:
        if self.remark not in ("", *REMARKS):
            raise ValueError(f"no such remark: {self.remark}")
        if not all(isinstance(limit, int) for limit in (*self.sessions, *self.numbers)):
            raise TypeError(f"limits are whole numbers: {self.pattern}")


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """All that is said of the symbols of one system."""

    key: str
    system: str
    names: Words
    joint: str = "/"
    bodies: tuple[Body, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    types: tuple[Type, ...] = ()
    suffixes: tuple[Suffix, ...] = ()
    marks: tuple[Mark, ...] = ()
    hints: tuple[Hint, ...] = ()
    forms: tuple[Form, ...] = field(default=(), repr=False)

    def body(self, code: str) -> Body | None:
        """A body by its code; `A/CONF.151` is found as `A/CONF.#`."""
        general = "".join("#" if c.isdigit() else c for c in code)
        while "##" in general:
            general = general.replace("##", "#")
        return next((b for b in self.bodies if b.code in (code, general)), None)

    def cluster(self, code: str) -> Cluster | None:
        """A subject by its normalised code."""
        return next((c for c in self.clusters if c.code == code), None)

    def type(self, code: str) -> Type | None:
        """A nature by its code."""
        return next((t for t in self.types if t.code == code), None)


def grammar_of(record: Mapping[str, Any]) -> Grammar:
    """A grammar from one `[[grammar]]` of a file; fields of a pack's record are left aside."""
    parts: dict[str, tuple[Any, ...]] = {
        name: tuple(_made(model, row) for row in record.get(name, ()))
        for name, model in _PARTS.items()
    }
    return Grammar(
        record["id"], record["system"], Words.of(record.get("names")),
        record.get("joint", "/"), **parts,
    )  # fmt: skip


_PARTS: dict[str, type] = {
    "bodies": Body, "clusters": Cluster, "types": Type, "suffixes": Suffix, "marks": Mark,
    "hints": Hint, "forms": Form,
}  # fmt: skip


def _made(model: type, row: Mapping[str, Any]) -> Any:
    """A value of a part: words as Words, lists as tuples, lists of tables as letters."""
    return model(**{name: _value(name, value) for name, value in row.items()})


def _value(name: str, value: Any) -> Any:
    if name == "names":
        return Words.of(value)
    if (name == "letters" and isinstance(value, list)) or name == "bodies":
        return tuple(Letter(**each) for each in value)
    return tuple(value) if isinstance(value, list) else value
