"""Who acts in the tests of texts: generic offices of an exercise, no people."""

from datetime import date

from amana.kernel.authority import Authority, OfficeHeld
from amana.kernel.words import Words

ON = date(2026, 11, 24)


def officer(*powers: str, body: str = "legal-affairs", office: str = "") -> Authority:
    """An officer of a body with some powers."""
    key = office or f"officer-of-{body}"
    held = OfficeHeld(key, Words(en="Officer", fr="Agent", ar="موظف"), body, frozenset(powers))
    return Authority(f"person:{key}", "Exercise officer", ON, (held,))


DRAFTER = officer("drafter")
RELEASER = officer("releaser", body="cabinet")
DELEGATE = officer(body="mission-07")
