"""Rules: set, amend, repeal. The value before ends on the day that the next one begins."""

from django.db.models import Max

from amana.ground.facts import Provenance
from amana.kernel.authority import Authority
from amana.kernel.marks import Mark
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.acts.soundness import check_number, check_values, day, required, slug
from amana.organisation.acts.subjects import body_of, holding, rule_of, span, standing
from amana.organisation.acts.verbs import VERBS
from amana.organisation.acts.writing import UNSAID, Entry, act, opened
from amana.organisation.authority import require
from amana.organisation.models import Body, Rule, RuleName
from amana.organisation.pack.rules import GROUPS
from amana.organisation.permissions import REGISTRY, power_to_register

__all__ = ["amend_rule", "repeal_rule", "set_rule"]


@act
def set_rule(
    *, rule: str, value: str, shown: Words = UNSAID, unit: Words = UNSAID, text: Words,
    since: str, title: Words = UNSAID, group: str = "other", body: str = "",
    renewals: int | None = None, min_members: int | None = None,
    origin: Provenance, by: Authority, reason: str = "",
) -> Rule:  # fmt: skip
    """A value begins where none is in force; `title` names a parameter that is new."""
    power = require(power_to_register(by), by, VERBS["rule.set"], *REGISTRY)
    values = _values(
        value=value, shown=shown, unit=unit, text=text, renewals=renewals, min_members=min_members
    )
    where, mark = body_of(body), day(since, "since")
    name = _name(rule, title, group)
    entry = _opened("rule.set", name, by=by, power=power, origin=origin, reason=reason)
    if name.pk is None:
        name.save(force_insert=True)
        entry.record({"model": "organisation.RuleName", "key": name.key, "title": title.as_dict()})
    when = span(standing(where, mark), mark)
    return entry.begin(Rule, {"name": name, "body": where, **values}, when)


@act
def amend_rule(
    *, rule: str, value: str, shown: Words = UNSAID, unit: Words = UNSAID, text: Words,
    since: str, body: str = "", renewals: int | None = None, min_members: int | None = None,
    origin: Provenance, by: Authority, reason: str = "",
) -> Rule:  # fmt: skip
    """The value in force ends the day before `since`, and another begins.

    Charter 2008, Art. 16: four years until 13 March 2008, five from 14 March 2008.
    """
    power = require(power_to_register(by), by, VERBS["rule.amend"], *REGISTRY)
    values = _values(
        value=value, shown=shown, unit=unit, text=text, renewals=renewals, min_members=min_members
    )
    name, where, mark = rule_of(rule), body_of(body), day(since, "since")
    entry = _opened("rule.amend", name, by=by, power=power, origin=origin, reason=reason)
    when = span(standing(where, mark), mark)
    _in_force(name, where, mark)
    return entry.succeed(Rule, {"name": name, "body": where}, values, mark, when)


@act
def repeal_rule(
    *, rule: str, on: str, body: str = "", origin: Provenance, by: Authority, reason: str = ""
) -> Rule:
    """The value in force ends and no other begins; `on` is the first day without it."""
    power = require(power_to_register(by), by, VERBS["rule.repeal"], *REGISTRY)
    name, where, mark = rule_of(rule), body_of(body), day(on, "on")
    entry = _opened("rule.repeal", name, by=by, power=power, origin=origin, reason=reason)
    row = holding(Rule, mark, name=name, body=where)
    return entry.end(row or _in_force(name, where, mark), mark)


def _values(
    *, value: str, shown: Words, unit: Words, text: Words,
    renewals: int | None, min_members: int | None,
) -> dict[str, object]:  # fmt: skip
    required("value", value)
    required("text", text)
    check_number("renewals", renewals)
    check_number("min_members", min_members)
    return {
        "value": value.strip(), "shown": shown, "unit": unit, "text": text,
        "renewals": renewals, "min_members": min_members,
    }  # fmt: skip


def _name(rule: str, title: Words, group: str) -> RuleName:
    """The parameter on record, or a new one, not yet saved, where a title is given."""
    try:
        return rule_of(rule)
    except Refusal:
        if not title:
            raise
    if group not in GROUPS:
        raise Refusal("rule.unknown-group", groups=list(GROUPS), field="group")
    check_values(RuleName, {"title": title})
    last = RuleName.objects.aggregate(last=Max("position"))["last"] or 0
    return RuleName(key=slug(rule, limit=80), title=title, group=group, position=last + 10)


def _in_force(name: RuleName, where: Body, mark: Mark) -> Rule:
    """The value on the first day that a mark can mean; refused where there is none."""
    row = Rule.objects.on(mark.earliest).filter(name=name, body=where).first()
    if row is None:
        values = Rule.objects.known().filter(name=name, body=where).order_by("during")
        periods = [f"{each.since_mark or '…'}–{each.until_mark or '…'}" for each in values]
        raise Refusal("rule.none-on-day", name=name.title, on=mark.text, periods=periods or "—")
    return row


def _opened(
    verb: str, name: RuleName, *, by: Authority, power: str, origin: Provenance, reason: str
) -> Entry:
    return opened(
        verb, f"rule:{name.key}", name.title, by=by, power=power, origin=origin, reason=reason
    )
