"""Who may do which act: pure answers from an Authority, that is from the offices held on its day.

Each `power_to_…` names the power by which the act is done, for the register, or is empty;
each `may_…` says only whether there is one. Five powers exist here:

- `secretary-general` and `registrar`: every act of the registry;
- `head-of-department`: the own department and what stands under it, but not the office that
  gives this power, and no office that gives another one;
- `conference-officer`: sessions, their delegations and floors (the room `conferences`);
- `administrator`: no office but the account; persons, offices, holders, accounts; a power of
  the registry only until somebody can use one (`authority.until_held`).
"""

from collections.abc import Collection, Iterable

from amana.kernel.authority import Authority
from amana.texts.permissions import POWERS_OF_TEXTS

__all__ = [
    "ADMINISTRATOR", "CONFERENCES", "HEAD", "OFFICE_POWERS", "REGISTRY", "may_appoint",
    "may_correct", "may_create_office", "may_keep_body", "may_link_accounts", "may_record_persons",
    "may_register", "power_to_appoint", "power_to_create_office", "power_to_keep_body",
    "power_to_link_accounts", "power_to_record_persons", "power_to_register",
]  # fmt: skip

REGISTRY = ("registrar", "secretary-general")
HEAD = "head-of-department"
CONFERENCES = "conference-officer"
ADMINISTRATOR = "administrator"
# What an office can give. The administrator's power belongs to an account and to no office.
OFFICE_POWERS = frozenset({*REGISTRY, HEAD, CONFERENCES, *POWERS_OF_TEXTS})


def power_to_register(by: Authority) -> str:
    """Any act of the registry: the registrar, the Secretary General."""
    return _first(by, REGISTRY)


def power_to_keep_body(by: Authority, body: str, within: Iterable[str] = ()) -> str:
    """Its name, seat and offices: also the head of it, or of a body in `within` above it."""
    return power_to_register(by) or (HEAD if _heads(by, body, within) else "")


def power_to_appoint(
    by: Authority,
    office_body: str,
    within: Iterable[str] = (),
    *,
    office: str = "",
    powers: Collection[str] = (),
) -> str:
    """Choose, extend or end the holder of an office of that body, which gives `powers`.

    A head may neither fill nor prolong the own office, nor hand out a power beyond it.
    """
    own = any(held.key == office and HEAD in held.powers for held in by.offices)
    head = _heads(by, office_body, within) and not own and set(powers) <= {HEAD}
    return power_to_register(by) or (HEAD if head else _first(by, (ADMINISTRATOR,)))


def power_to_create_office(
    by: Authority, body: str, within: Iterable[str] = (), *, powers: Collection[str] = ()
) -> str:
    """Create an office of that body. A head may create only offices that give no power."""
    head = _heads(by, body, within) and not powers
    return power_to_register(by) or (HEAD if head else _first(by, (ADMINISTRATOR,)))


def power_to_record_persons(by: Authority) -> str:
    """Put a person on record, who as yet holds nothing: whoever may appoint one somewhere."""
    return _first(by, (*REGISTRY, HEAD, ADMINISTRATOR))


def power_to_link_accounts(by: Authority) -> str:
    """Say whose account it is: it gives that person's powers to who signs in with it."""
    return _first(by, (*REGISTRY, ADMINISTRATOR))


def may_register(by: Authority) -> bool:
    """Whether `by` may do any act of the registry."""
    return bool(power_to_register(by))


def may_keep_body(by: Authority, body: str, within: Iterable[str] = ()) -> bool:
    """Whether `by` may rename or move that body."""
    return bool(power_to_keep_body(by, body, within))


def may_appoint(
    by: Authority,
    office_body: str,
    within: Iterable[str] = (),
    *,
    office: str = "",
    powers: Collection[str] = (),
) -> bool:
    """Whether `by` may choose the holder of an office of that body."""
    return bool(power_to_appoint(by, office_body, within, office=office, powers=powers))


def may_create_office(
    by: Authority, body: str, within: Iterable[str] = (), *, powers: Collection[str] = ()
) -> bool:
    """Whether `by` may create an office of that body that gives these powers."""
    return bool(power_to_create_office(by, body, within, powers=powers))


def may_correct(by: Authority) -> bool:
    """Whether `by` may correct or withdraw a record."""
    return may_register(by)


def may_record_persons(by: Authority) -> bool:
    """Whether `by` may put a person on record."""
    return bool(power_to_record_persons(by))


def may_link_accounts(by: Authority) -> bool:
    """Whether `by` may say whose account it is."""
    return bool(power_to_link_accounts(by))


def _first(by: Authority, powers: Iterable[str]) -> str:
    return next((power for power in powers if by.has(power)), "")


def _heads(by: Authority, body: str, within: Iterable[str]) -> bool:
    return any(by.has_in(HEAD, each) for each in (body, *within))
