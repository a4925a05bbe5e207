"""States: put one on record with its name, and give it another name from a day on."""

import re

from amana.ground.facts import Provenance, When
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.acts.soundness import check_text, day, required, slug
from amana.organisation.acts.subjects import name_of, state_of
from amana.organisation.acts.verbs import VERBS
from amana.organisation.acts.writing import UNSAID, Entry, act, opened
from amana.organisation.authority import require
from amana.organisation.models import State, StateName
from amana.organisation.permissions import REGISTRY, power_to_register

__all__ = ["record_state", "rename_state"]

ALPHA3, ALPHA2 = re.compile(r"[A-Z]{3}"), re.compile(r"[A-Z]{2}")

UNFIT = {"alpha3": "state.alpha3-unfit", "alpha2": "state.alpha2-unfit"}


@act
def record_state(
    *, alpha3: str, alpha2: str = "", kind: str = "state", key: str = "", names: Words,
    official: Words = UNSAID, since: str = "",
    origin: Provenance, by: Authority, reason: str = "",
) -> StateName:  # fmt: skip
    """A state is put on record with its name, which it bears from `since`, or from no known day.

    `alpha3` is its code of ISO 3166-1 (`JOR`), however typed; the key is the same in small letters
    (`jor`), unless another is given. Its membership is another act.
    """
    power = require(power_to_register(by), by, VERBS["state.record"], *REGISTRY)
    required("names", names)
    codes = _code(alpha3, ALPHA3, "alpha3"), _code(alpha2, ALPHA2, "alpha2") if alpha2 else ""
    wanted = slug(key or codes[0].lower(), limit=40)
    when = When(day(since, "since").text if since else "")
    entry = opened(
        "state.record", f"state:{wanted}", names, by=by, power=power, origin=origin, reason=reason
    )
    state = _new_state(entry, wanted, *codes, kind)
    return entry.begin(StateName, {"state": state, "names": names, "official": official}, when)


@act
def rename_state(
    *, state: str, names: Words, official: Words = UNSAID, since: str,
    origin: Provenance, by: Authority, reason: str = "",
) -> StateName:  # fmt: skip
    """From `since` on a state bears another name; the one before ends that day."""
    power = require(power_to_register(by), by, VERBS["state.rename"], *REGISTRY)
    found = state_of(state)
    required("names", names)
    mark = day(since, "since")
    entry = opened(
        "state.rename", f"state:{found.key}", name_of(found),
        by=by, power=power, origin=origin, reason=reason,
    )  # fmt: skip
    values = {"names": names, "official": official}
    return entry.succeed(StateName, {"state": found}, values, mark, When(mark.text))


def _code(text: str, shape: re.Pattern[str], field: str) -> str:
    """A code in capitals; refused when it has another number of letters, or other ones."""
    check_text(field, text, 40)
    code = text.strip().upper()
    if not shape.fullmatch(code):
        raise Refusal(UNFIT[field], code=text, field=field)
    return code


def _new_state(entry: Entry, key: str, alpha3: str, alpha2: str, kind: str) -> State:
    if kind not in State.Kind.values:
        raise Refusal("state.unknown-kind", field="kind")
    _free("alpha3", alpha3, State.objects.filter(alpha3=alpha3).first())
    if State.objects.filter(key=key).exists():
        raise Refusal("key.taken", key=key, field="key")
    if alpha2 and kind != State.Kind.FORMER:  # a former state's two letters pass to its successor
        others = State.objects.exclude(kind=State.Kind.FORMER).filter(alpha2=alpha2)
        _free("alpha2", alpha2, others.first())
    state = State.objects.create(key=key, alpha3=alpha3, alpha2=alpha2, kind=kind)
    entry.record(
        {
            "model": "organisation.State", "key": key, "alpha3": alpha3, "alpha2": alpha2,
            "kind": kind,
        }
    )  # fmt: skip
    return state


def _free(field: str, code: str, holder: State | None) -> None:
    if holder is not None:
        raise Refusal("state.code-taken", code=code, state=name_of(holder), field=field)
