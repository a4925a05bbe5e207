"""A symbol as read: what was printed, its canonical form, its parts, what is odd about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from amana.kernel.refusals import sentence

__all__ = ["Remark", "Symbol"]


class Remark(NamedTuple):
    """Something a reader should know of a symbol that was read: a code and its facts."""

    code: str
    facts: Mapping[str, object]

    def sentence(self, lang: str = "en") -> str:
        """The remark for a reader of `lang`."""
        return sentence(self.code, self.facts, lang)


@dataclass(frozen=True, slots=True)
class Symbol:
    """What a symbol says; a part that it does not have is the empty string.

    `printed` is the text as it was given, `canonical` the form under which the same document is
    always found: capitals as its series has them, no spaces, Latin letters and digits, misprints
    put right. `session` is a number, or a Roman one where the series prints that (`XII`, `S-VI`);
    `year` has four digits. `cluster` is the normalised code of a subject (`P` is `POL`);
    `modifier` the nature that is no plain resolution (`PV`, `SG.REP`) and what follows (`Rev.1`).
    """

    printed: str
    canonical: str = ""
    system: str = ""
    kind: str = ""
    body: str = ""
    session: str = ""
    year: str = ""
    cluster: str = ""
    number: str = ""
    modifier: str = ""
    remarks: tuple[Remark, ...] = field(default=(), hash=False)
    grammar: str = field(default="", compare=False)  # the id of the grammar that read it
    codes: Mapping[str, str] = field(default_factory=dict, compare=False)  # of body, type, …

    def as_dict(self, lang: str = "en") -> dict[str, object]:
        """The parts by name, with the warnings as sentences for a reader of `lang`."""
        parts = ("printed", "canonical", "system", "kind", "body", "session", "year", "cluster",
                 "number", "modifier")  # fmt: skip
        said: dict[str, object] = {name: getattr(self, name) for name in parts}
        return said | {"warnings": [remark.sentence(lang) for remark in self.remarks]}

    def __bool__(self) -> bool:
        """Whether any system's grammar could read it."""
        return bool(self.canonical)
