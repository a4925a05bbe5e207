"""What an act asks for, as data: fields with their labels, hints and lists to choose from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from amana.kernel.authority import Authority
from amana.organisation.permissions import ADMINISTRATOR, HEAD, REGISTRY

__all__ = ["APPOINTING", "KEEPING", "LINKING", "OPENING", "REGISTERING", "SYSTEM", "Act", "Ask"]

REGISTERING = REGISTRY
KEEPING = (*REGISTRY, HEAD)
APPOINTING = (*REGISTRY, HEAD, ADMINISTRATOR)
LINKING = (*REGISTRY, ADMINISTRATOR)
OPENING = APPOINTING
SYSTEM = (ADMINISTRATOR,)


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that an act asks for.

    `kind` is text, key, number, day, exact, texts, long, lines, flag, choice, several or fact;
    `choices` names a list of `forms.choices`; `arg` is what the act calls it, where that differs.
    """

    name: str
    label: Any
    kind: str = "text"
    hint: Any = ""
    required: bool = False
    choices: str = ""
    arg: str = ""
    initial: Any = None
    rare: bool = False  # shown when one asks for more
    missing: tuple[str, Any] | None = None  # verb and words of the act that puts it on the list

    @property
    def argument(self) -> str:
        """The name under which the act takes it."""
        return self.arg or self.name


@dataclass(frozen=True, slots=True)
class Act:
    """An act at the desk: what it does, who may, what it asks, which rules its preview shows."""

    verb: str
    does: Any
    powers: tuple[str, ...]
    asks: tuple[Ask, ...]
    perform: Callable[..., Any]
    sourced: bool = True
    reason_required: bool = False
    rules: tuple[str, ...] = ()
    grave: bool = False  # what it ends is not begun again by another act
    proof: bool = False  # asked for at other acts than grave ones: who is at the keyboard
    of_a_fact: bool = False  # begun from the page of a fact, whose fields it asks for

    @property
    def is_proved(self) -> bool:
        """Whether its recording asks once more who is at the keyboard."""
        return self.grave or self.proof

    def reach(self, by: Authority) -> str:
        """How far a person may do it: "all", "within" the own department, or not at all: ""."""
        if any(by.has(power) for power in self.powers if power != HEAD):
            return "all"
        return "within" if HEAD in self.powers and by.has(HEAD) else ""
