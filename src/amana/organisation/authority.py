"""Authority on a day: the offices an account's person holds, the powers they give, the refusal."""

from collections.abc import Collection
from datetime import date

from amana.accounts.api import User
from amana.ground import clock
from amana.kernel.authority import Authority, OfficeHeld
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.models import Person, Placement, Post, Term
from amana.organisation.permissions import (
    ADMINISTRATOR,
    CONFERENCES,
    HEAD,
    OFFICE_POWERS,
    REGISTRY,
)
from amana.texts.permissions import DRAFTER, RELEASER

__all__ = [
    "ancestors", "authority_now", "authority_of", "powers_of", "require", "until_held",
]  # fmt: skip

ADMINISTRATOR_OF_SYSTEM = Words(
    en="the administrator of the system",
    fr="l'administrateur du système",
    ar="مسؤول النظام",
)
POWERS = {
    "registrar": Words(en="registrar", fr="greffier", ar="أمين السجل"),
    "secretary-general": Words(en="Secretary General", fr="Secrétaire général", ar="الأمين العام"),
    HEAD: Words(en="head of the department", fr="chef du département", ar="رئيس الإدارة"),
    CONFERENCES: Words(
        en="conference officer", fr="responsable des conférences", ar="مسؤول المؤتمرات"
    ),
    DRAFTER: Words(en="drafter of texts", fr="rédacteur des textes", ar="محرر النصوص"),
    RELEASER: Words(
        en="officer who releases texts",
        fr="responsable de la diffusion des textes",
        ar="المسؤول عن إصدار النصوص",
    ),
}


def authority_now(user: User) -> Authority:
    """What a user may do today: what every form passes to an act, whatever day its page shows."""
    return authority_of(user, clock.today())


def authority_of(user: User, on: date) -> Authority:
    """The offices that the person of an account held on a day, with their powers: two queries.

    An office counts only where it is certain that it was held that day; a closed account holds
    none. `on` is the day of the act, never the day that a page is asked for.
    """
    if not user.is_active:
        return Authority(user.key, user.name, on)
    powers = frozenset({ADMINISTRATOR}) if user.is_administrator else frozenset()
    return Authority(user.key, user.name, on, _offices(user, on), powers)


def _offices(user: User, on: date) -> tuple[OfficeHeld, ...]:
    terms = Term.objects.on(on).filter(person__user_id=user.pk, seen=False)
    held = {term.office_id for term in terms if term.is_certain_on(on)}
    if not held:
        return ()
    posts = Post.objects.on(on).filter(office__in=held).select_related("office__body")
    return tuple(
        OfficeHeld(
            post.office.key,
            post.title,
            post.office.body.key,
            frozenset(post.powers) & OFFICE_POWERS,
        )
        for post in posts.order_by("office__position", "office_id")
    )


def ancestors(body: str, on: date) -> tuple[str, ...]:
    """The bodies under which a body stands that day, nearest first: one query."""
    above = dict(Placement.objects.on(on).values_list("body__key", "parent__key"))
    found: list[str] = []
    while body in above and above[body] not in found:
        body = above[body]
        found.append(body)
    return tuple(found)


def powers_of(person: Person, on: date) -> set[str]:
    """What the offices of a person give on a day, whether or not an account is linked."""
    held = Term.objects.on(on).filter(person=person).values("office")
    posts = Post.objects.on(on).filter(office__in=held).values_list("powers", flat=True)
    return {power for given in posts for power in given}


def until_held(power: str, by: Authority, given: Collection[str]) -> str:
    """The administrator hands out a power of the registry only while nobody can use one.

    Who runs the machine sets the registry up, and does not keep it: once an account that can
    sign in holds such a power, only its holder passes it on.
    """
    at_stake = power == ADMINISTRATOR and set(given) & set(REGISTRY)
    return "" if at_stake and _registry_is_held(by.on) else power


def _registry_is_held(on: date) -> bool:
    keeping = Post.objects.on(on).filter(powers__overlap=list(REGISTRY)).values("office")
    holders = Term.objects.on(on).filter(office__in=keeping, person__user__is_active=True)
    return holders.exists()


def require(
    power: str, by: Authority, act: Words, *powers: str, bodies: Collection[str] = ()
) -> str:
    """The power by which the act is done; refused, naming the offices that have it, when none.

    `powers` are those that would do; a head's counts only in one of `bodies`.
    """
    if power:
        return power
    raise Refusal(
        "authority.missing",
        act=act,
        who=by.name,
        on=by.on.isoformat(),
        offices=_offices_with(powers, by.on, bodies),
    )


def _offices_with(powers: Collection[str], on: date, bodies: Collection[str]) -> list[Words]:
    posts = Post.objects.on(on).filter(powers__overlap=list(powers)).select_related("office__body")
    titles = [
        post.title
        for post in posts.order_by("office__position", "office_id")
        if HEAD not in post.powers or HEAD not in powers or post.office.body.key in bodies
    ]
    titles = titles or [POWERS[power] for power in powers if power in POWERS]
    return [*titles, ADMINISTRATOR_OF_SYSTEM] if ADMINISTRATOR in powers else titles
