"""What the chair may ask consent to: one record for each matter, registered by its subject.

`floor.consent` holds what was asked last and waits: `{"kind", "on", ...}`. *It is so decided*
(`gavel`) or *I hear no objection* (`ask_objection`) grants it; one stated objection (`object`) ends
the consent, and the matter goes to the vote.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from amana.conferences.rules.floor.state import Floor

__all__ = ["CONSENTS", "Consent", "ask", "consent"]

Rules = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Consent:
    """One matter of consent. `granted` makes the consequences; `objected` gets the objector.

    `words` are the beginnings by which a log may name the matter (`"closing of the list"`);
    `who_objects` refuses an objector (None: any member seated, with or without a vote).
    """

    kind: str
    granted: Callable[[Floor, dict[str, Any]], Rules]
    objected: Callable[[Floor, dict[str, Any], str], Rules]
    words: tuple[str, ...] = ()
    who_objects: Callable[[Floor, str], None] | None = None


CONSENTS: dict[str, Consent] = {}


def consent(matter: Consent) -> None:
    """Register a matter of consent."""
    CONSENTS[matter.kind] = matter


def ask(floor: Floor, kind: str, **more: Any) -> None:
    """The chair asks: until it is granted or objected to, this waits."""
    floor.consent = {"kind": kind, **more}
    floor.phase = "consent_asked"
