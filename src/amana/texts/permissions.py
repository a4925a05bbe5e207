"""Who may draft, number, translate, release: pure answers from an Authority.

- `drafter`: write and table drafts of the own body, import, reserve symbols;
- `releaser`: give out languages, assign and void symbols, record operations, set distribution;
- `registrar` and `secretary-general`: all of it, of every body.
"""

from amana.kernel.authority import Authority

__all__ = [
    "DRAFTER",
    "KEEPERS",
    "POWERS_OF_TEXTS",
    "RELEASER",
    "power_to_draft",
    "power_to_release",
]

DRAFTER = "drafter"
RELEASER = "releaser"
KEEPERS = ("registrar", "secretary-general")
POWERS_OF_TEXTS = frozenset({DRAFTER, RELEASER})


def power_to_draft(by: Authority, office: str = "") -> str:
    """Write in a draft: its own office and that office's colleagues, and the keepers.

    `office` is the key of the body whose draft it is; empty for a new one.
    """
    if keeper := _keeper(by):
        return keeper
    held = (each.body for each in by.offices if DRAFTER in each.powers or RELEASER in each.powers)
    if any(not office or body == office for body in held):
        return DRAFTER if by.has(DRAFTER) else RELEASER
    return ""


def power_to_release(by: Authority) -> str:
    """Give out a text, record its changes, say who may read it."""
    return _keeper(by) or (RELEASER if by.has(RELEASER) else "")


def _keeper(by: Authority) -> str:
    return next((power for power in KEEPERS if by.has(power)), "")
