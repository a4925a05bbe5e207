"""Authority: who acts, the offices held that day, and the powers those offices give."""

from dataclasses import dataclass, field
from datetime import date

from amana.kernel.words import Words

__all__ = ["Authority", "OfficeHeld"]


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """An office that a person holds on a day, in a body, with the powers it gives."""

    key: str
    title: Words
    body: str
    powers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Authority:
    """A person on a day. `powers` holds what no single office gives (the administrator's)."""

    actor: str
    name: str
    on: date
    offices: tuple[OfficeHeld, ...] = ()
    powers: frozenset[str] = field(default_factory=frozenset)

    def has(self, power: str) -> bool:
        """Whether any office, or the account itself, gives the power that day."""
        return power in self.powers or any(power in office.powers for office in self.offices)

    def has_in(self, power: str, body: str) -> bool:
        """Whether an office of that body gives the power."""
        return any(power in office.powers and office.body == body for office in self.offices)

    def office_for(self, power: str) -> str:
        """The key of the office that gives the power: what the register writes down."""
        held = (office.key for office in self.offices if power in office.powers)
        return next(held, power if power in self.powers else "")
