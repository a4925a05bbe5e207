"""The whole organisation on a day as plain values: what `amana at` and the API answer."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.lookups.bodies import OWN, BodyRow, bodies, root, seats
from amana.organisation.lookups.holders import OfficeOn, offices_on
from amana.organisation.lookups.outline import participants
from amana.organisation.lookups.rules_in_force import RuleRow, rule, rule_history, rulebook
from amana.organisation.models import Rule, Seat
from amana.texts.api import Cited

__all__ = ["rule_on", "rules_on", "summary"]


def summary(*, on: date, lang: str = "en") -> dict[str, Any]:
    """Members, suspended, bodies, offices and seats on a day, with basis; names in `lang`."""
    members = [each for each in participants(on=on) if each.status == "member"]
    standing, offices = bodies(on=on, where=OWN), offices_on(on=on)
    names = {row.key: row.names for row in standing}
    terms = [term.row for office in offices for term in office.holders]
    cite = _Labels(
        [*(row.row for row in standing), *(office.post for office in offices), *terms], lang, on
    )
    depths = _depths({row.key: row.parent for row in standing})
    return {
        "on": on.isoformat(),
        "organisation": names.get(root().key, Words()).text(lang),
        "members": sorted(each.code for each in members),
        "suspended": sorted(each.code for each in members if each.suspended),
        "bodies": [_body(row, depths, cite, lang) for row in standing],
        "offices": [row for office in offices for row in _office(office, names, cite, lang)],
        "seats": [_seat(row, names, lang) for row in seats(on=on)],
    }


def _depths(parents: dict[str, str]) -> dict[str, int]:
    """How deep each body stands: the organisation 0, its organs 1."""

    def depth(key: str) -> int:
        parent = parents.get(key, "")
        return depth(parent) + 1 if parent in parents else 0

    return {key: depth(key) for key in parents}


class _Labels:
    """Bases as a reader cites them: "Charter 2008, Art. 16"."""

    def __init__(self, rows: Iterable[Any], lang: str, on: date) -> None:
        self._cited, self._lang, self.on = Cited(list(rows), on), lang, on

    def __call__(self, row: Any) -> str:
        return "; ".join(cite.label.text(self._lang) for cite in self._cited.of(row))

    def ids(self, row: Any) -> list[str]:
        """Their addresses."""
        return [cite.address for cite in self._cited.of(row)]


def _body(row: BodyRow, depths: dict[str, int], cite: _Labels, lang: str) -> dict[str, Any]:
    return {
        "id": row.key,
        "kind": row.kind.key,
        "name": row.names.text(lang),
        "parent": row.parent or None,
        "basis": cite(row.row),
        "basis_ids": cite.ids(row.row),
        "since": row.row.since_mark or None,
        "until": row.row.until_mark or None,
        "depth": depths.get(row.key, 0),
    }


def _office(
    found: OfficeOn, names: dict[str, Words], cite: _Labels, lang: str
) -> list[dict[str, Any]]:
    body = found.office.body.key
    common = {
        "office": found.office.key,
        "title": found.post.title.text(lang),
        "body": body,
        "body_name": names.get(body, Words(en=body)).text(lang),
    }
    holders = [
        {
            **common,
            "holder": term.holder.text("en"),
            "holder_name": term.holder.text(lang),
            "holder_id": term.holder_route[1],
            "acting": term.row.acting,
            "since": term.row.since_mark or None,
            "until": term.row.until_mark or None,
            "expected_end": term.expected or None,
            "certain": term.row.is_certain_on(cite.on),
            "basis": cite(term.row if term.row.basis else found.post),
        }
        for term in found.holders
    ]
    nobody = {
        **common, "holder": None, "holder_name": None, "holder_id": None, "acting": False,
        "since": None, "until": None, "expected_end": None, "certain": False,
        "basis": cite(found.post),
    }  # fmt: skip
    return holders or [nobody]


def _seat(row: Seat, names: dict[str, Words], lang: str) -> dict[str, Any]:
    return {
        "body": row.body.key,
        "body_name": names.get(row.body.key, Words(en=row.body.key)).text(lang),
        "place": row.place.text(lang),
        "state": row.state.alpha3 if row.state else None,
        "provisional": row.provisional,
        "itinerant": row.itinerant,
        "since": row.since_mark or None,
        "until": row.until_mark or None,
    }


def rules_on(*, on: date, lang: str = "en") -> list[dict[str, Any]]:
    """Every rule with its value on a day; those without one are left out."""
    found = [row for row in rulebook(on=on) if row.row]
    cite = _Labels([row.row for row in found], lang, on)
    return [_rule(row, row.row, cite, lang) for row in found if row.row]


def rule_on(name: str, *, on: date, lang: str = "en") -> dict[str, Any]:
    """One rule on a day; refused where none of its values was in force."""
    found = rule(name, on=on)
    if found.row is None:
        _title, history = rule_history(found.name.key)
        periods = [f"{row.since_mark or '…'} – {row.until_mark or '…'}" for row in history]
        raise Refusal(
            "rule.none-on-day", name=found.name.key, on=on.isoformat(), periods=periods or ["—"]
        )
    return _rule(found, found.row, _Labels([found.row], lang, on), lang)


def _rule(found: RuleRow, row: Rule, cite: _Labels, lang: str) -> dict[str, Any]:
    return {
        "name": found.name.key,
        "title": found.name.title.text(lang),
        "value": None if row.unknown else row.value,
        "unit": row.unit.text(lang) or None,
        "shown": row.shown.text(lang),
        "text": row.text.text(lang),
        "since": row.since_mark or None,
        "until": row.until_mark or None,
        "renewals": row.renewals,
        "basis": cite(row),
        "basis_ids": cite.ids(row),
        "sources": row.sources,
        "confidence": row.confidence or None,
        "conflict": row.conflict.text(lang) or None,
        "on": cite.on.isoformat(),
    }
