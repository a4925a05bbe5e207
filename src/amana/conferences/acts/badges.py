"""Badges: issued to whoever is accredited, revoked, and issued again."""

from collections.abc import Collection

from amana.conferences.acts.delegations import accredited
from amana.conferences.acts.writing import Written, act, serving
from amana.conferences.badging.codes import new_serial
from amana.conferences.models import Accreditation, Badge
from amana.ground import clock
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal

__all__ = ["badge_of", "issue_badges", "reissue_badge", "revoke_badge"]


@act
def issue_badges(session: str, parties: Collection[str], *, by: Authority) -> int:
    """A badge for everybody in these delegations who never had one; how many are new.

    Whose badge was revoked gets another by `reissue_badge` alone.
    """
    verb = "badge.issue"
    power = serving(verb, by)
    people = Accreditation.objects.known().filter(
        delegate__delegation__session__key=session, delegate__delegation__party__in=parties
    )
    without = (
        people.exclude(delegate__in=Badge.objects.values("delegate"))
        .order_by("delegate")
        .distinct()
    )
    numbers = list(without.values_list("delegate", flat=True))
    if not numbers:
        return 0
    now = clock.now()
    Badge.objects.bulk_create(
        Badge(delegate_id=number, serial=new_serial(), issued=now) for number in numbers
    )
    Written(verb, f"session:{session}", by, power).record({"delegates": numbers})
    return len(numbers)


@act
def revoke_badge(session: str, number: int, *, by: Authority, reason: str) -> Badge:
    """The badge of a delegate opens nothing from this instant on.

    Refused: `badge.none`, `badge.reason` without a reason.
    """
    verb = "badge.revoke"
    power = serving(verb, by)
    badge = badge_of(session, number)
    of = badge.delegate.delegation.key
    return _revoked(badge, Written(verb, f"delegation:{of}", by, power, reason))


@act
def reissue_badge(session: str, number: int, *, by: Authority, reason: str) -> Badge:
    """Another badge in place of the one that a delegate has: that one is revoked."""
    verb = "badge.reissue"
    power = serving(verb, by)
    row = accredited(number)
    of = row.delegate.delegation
    if of.session.key != session:
        raise Refusal("delegations.no-such-delegate", number=number)
    old = Badge.objects.filter(delegate=number, revoked=None).first()
    written = Written(verb, f"delegation:{of.key}", by, power, reason)
    if old is not None:
        _revoked(old, written)
    else:
        written.record({"delegate": number})
    return Badge.objects.create(delegate_id=number, serial=new_serial(), issued=clock.now())


def badge_of(session: str, number: int) -> Badge:
    """The badge that a delegate bears. Refused: `badge.none`."""
    found = (
        Badge.objects.filter(
            delegate=number, delegate__delegation__session__key=session, revoked=None
        )
        .select_related("delegate__delegation")
        .first()
    )
    if found is None:
        raise Refusal("badge.none")
    return found


def _revoked(badge: Badge, written: Written) -> Badge:
    if not written.reason:
        raise Refusal("badge.reason")
    badge.revoked, badge.reason = clock.now(), written.reason[:300]
    badge.save(update_fields=["revoked", "reason"])
    written.record({"delegate": badge.delegate_id, "revoked": badge.revoked.isoformat()})
    return badge
