"""What is wrong in a list: the sheet, the row, the column, what stands there, and the sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from amana.conferences.delegations.columns import HEADINGS
from amana.kernel.refusals import sentence
from amana.kernel.words import Words

__all__ = ["Fault"]

_COMPOSED = {"given": "name", "family": "name"}


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of one row. `row` counts as the sheet does, from 1; `column` is a key of ours."""

    sheet: str
    row: int
    column: str
    value: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def heading(self) -> Words:
        """The column in words."""
        return HEADINGS[_COMPOSED.get(self.column, self.column)]

    def sentence(self, lang: str) -> str:
        """What is wrong and what to do, in the language of the reader."""
        return sentence(self.code, {"value": self.value, **self.facts}, lang)
