"""The register as officers read it: filtered, one act, and whether that act holds."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Count, F, Func, Max, Q, TextField, Value
from django.utils import timezone

from amana.ground import register
from amana.ground.models import Act
from amana.kernel.refusals import Refusal

__all__ = ["Present", "Proof", "acts", "entry", "present", "proof"]


def acts(
    *,
    actor: str = "",
    verb: str = "",
    kind: str = "",
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
    if kind:
        wanted &= Q(subject__startswith=f"{kind}:")
    if subject:
        wanted &= Q(subject__contains=subject)
    if since:
        wanted &= Q(at__gte=_midnight(since))
    if until:
        wanted &= Q(at__lt=_midnight(date.fromordinal(until.toordinal() + 1)))
    return Act.objects.filter(wanted).order_by("-seq")


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


@dataclass(frozen=True, slots=True)
class Present:
    """What stands in the register: who acted, and how many acts of each verb and about what."""

    actors: dict[str, str]  # with the name last signed
    verbs: dict[str, int]
    kinds: dict[str, int]  # `office`, `work`: the word before the colon of a subject


def present() -> Present:
    """Who acted, by which verbs and about which kinds of subjects: one query."""
    kind = Func(F("subject"), Value(":"), Value(1), function="split_part", output_field=TextField())
    rows = Act.objects.order_by().annotate(of=kind).values_list("actor", "actor_name", "verb", "of")
    actors: dict[str, str] = {}
    verbs: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    counted = rows.annotate(number=Count("pk"), last=Max("seq")).order_by("last")
    for actor, name, verb, of, number, _last in counted:
        actors[actor] = name
        verbs[verb] += number
        kinds[of] += number
    return Present(actors, dict(verbs), dict(kinds))


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
