"""The register as officers read it: filtered, one act, and whether that act holds."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Q
from django.utils import timezone

from amana.ground import register
from amana.ground.models import Act
from amana.kernel.refusals import Refusal

__all__ = ["Proof", "actors", "acts", "entry", "proof", "verbs"]


def acts(
    *,
    actor: str = "",
    verb: str = "",
    subject: str = "",
    since: date | None = None,
    until: date | None = None,
) -> Any:
    """Acts, newest first; days are those of the seat, both included."""
    wanted = Q()
    if actor:
        wanted &= Q(actor=actor)
    if verb:
        wanted &= Q(verb=verb)
    if subject:
        wanted &= Q(subject__contains=subject)
    if since:
        wanted &= Q(at__gte=_midnight(since))
    if until:
        wanted &= Q(at__lt=_midnight(date.fromordinal(until.toordinal() + 1)))
    return Act.objects.filter(wanted).order_by("-seq")


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def actors() -> list[tuple[str, str]]:
    """Everyone who acted, with the name last signed: one query."""
    rows = Act.objects.order_by("actor", "-seq").distinct("actor")
    return [(actor, name) for actor, name in rows.values_list("actor", "actor_name")]


def verbs() -> list[str]:
    """Every kind of act on record: one query."""
    return list(Act.objects.order_by("verb").values_list("verb", flat=True).distinct())


def entry(seq: int) -> Act:
    """One act by its number. Refused when there is none."""
    found = Act.objects.filter(pk=seq).first() if 0 < seq < 2**63 else None
    if found is None:
        raise Refusal("register-act.unknown", number=seq)
    return found


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether an act is as it was written, and stands between its neighbours."""

    computed: str
    is_whole: bool  # its own hash is that of what it says
    follows: bool  # it names the hash of the act before
    is_followed: bool | None  # the act after names its hash; None where it is the last

    @property
    def holds(self) -> bool:
        """All of it."""
        return self.is_whole and self.follows and self.is_followed is not False


def proof(act: Act) -> Proof:
    """Compute the hash of an act anew and compare it with its neighbours: one query."""
    near = Act.objects.filter(seq__in=[act.seq - 1, act.seq + 1])
    neighbours = {seq: (own, prev) for seq, own, prev in near.values_list("seq", "hash", "prev")}
    before = neighbours.get(act.seq - 1, (register.GENESIS, ""))[0]
    after = neighbours.get(act.seq + 1)
    computed = register.digest(register.entry(act))
    return Proof(
        computed,
        computed == act.hash,
        act.prev == before if act.seq - 1 in neighbours or act.seq == 1 else False,
        after[1] == act.hash if after else None,
    )
