"""The whole organisation on a day as plain values: what `amana at` and the API answer."""

from datetime import date
from typing import Any

from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation import lookups
from amana.organisation.models import Rule
from amana.texts.api import Citation, applying, citations

__all__ = ["rule_on", "summary"]


def summary(*, on: date, lang: str = "en") -> dict[str, Any]:
    """Members, suspended, bodies, offices and seats on a day, with basis; names in `lang`."""
    organisation = lookups.root()
    members = lookups.members(on=on, body=organisation, lang=lang)
    bodies = lookups.bodies(on=on)
    offices = lookups.offices(on=on)
    seats = lookups.seats(on=on)
    names = {row.key: row.names for row in bodies}
    cite = _Cited(
        [address for row in bodies for address in row.basis]
        + [a for row in offices for a in row.post.basis]
        + [a for row in offices for term in row.holders for a in term.row.basis],
        lang,
        on,
    )
    depths = _depths({row.key: row.parent for row in bodies})
    title = names.get(organisation.key, Words())
    return {
        "on": on.isoformat(),
        "organisation": title.text(lang),
        "members": sorted(row.code for row in members),
        "suspended": sorted(row.code for row in members if row.is_suspended),
        "bodies": [_body(row, depths, cite, lang) for row in bodies],
        "offices": [row for office in offices for row in _office(office, cite, lang)],
        "seats": [_seat(row, names, lang) for row in seats],
    }


def _depths(parents: dict[str, str]) -> dict[str, int]:
    """How deep each body stands: the organisation 0, its organs 1."""

    def depth(key: str) -> int:
        parent = parents.get(key, "")
        return depth(parent) + 1 if parent in parents else 0

    return {key: depth(key) for key in parents}


class _Cited:
    """Bases as a reader cites them: "Charter 2008, Art. 16"."""

    def __init__(self, addresses: list[str], lang: str, on: date) -> None:
        self.found, self.lang, self.on = citations(addresses), lang, on

    def __call__(self, addresses: list[str]) -> str:
        return "; ".join(cite.label.text(self.lang) for cite in self.of(addresses))

    def of(self, addresses: list[str]) -> list[Citation]:
        """The provisions that applied on the day."""
        return list(applying([self.found[address] for address in addresses], self.on))

    def ids(self, addresses: list[str]) -> list[str]:
        """Their addresses."""
        return [cite.address for cite in self.of(addresses)]


def _body(
    row: lookups.BodyRow, depths: dict[str, int], cite: _Cited, lang: str
) -> dict[str, Any]:
    return {
        "id": row.key,
        "kind": row.kind.key,
        "name": row.names.text(lang),
        "parent": row.parent or None,
        "basis": cite(row.basis),
        "basis_ids": cite.ids(row.basis),
        "since": row.row.since_mark or None,
        "until": row.row.until_mark or None,
        "depth": depths.get(row.key, 0),
    }


def _office(office: lookups.OfficeRow, cite: _Cited, lang: str) -> list[dict[str, Any]]:
    common = {
        "office": office.office.key,
        "title": office.title.text(lang),
        "body": office.office.body.key,
        "body_name": office.body_names.text(lang),
    }
    holders = [
        {
            **common,
            "holder": term.holder.text("en"),
            "holder_name": term.holder.text(lang),
            "holder_id": term.holder_key,
            "acting": term.row.acting,
            "since": term.row.since_mark or None,
            "until": term.row.until_mark or None,
            "expected_end": term.expected_mark or None,
            "certain": term.certain,
            "basis": cite(term.row.basis or office.post.basis),
        }
        for term in office.holders
    ]
    nobody = {
        **common, "holder": None, "holder_name": None, "holder_id": None, "acting": False,
        "since": None, "until": None, "expected_end": None, "certain": False,
        "basis": cite(office.post.basis),
    }  # fmt: skip
    return holders or [nobody]


def _seat(row: Any, names: dict[str, Words], lang: str) -> dict[str, Any]:
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


def rule_on(name: str, *, on: date, lang: str = "en") -> dict[str, Any]:
    """One rule on a day; refused where none of its values was in force."""
    found = lookups.rule(name, on=on)
    if found.row is None:
        _title, history = lookups.rule_history(found.name.key)
        periods = [f"{row.since_mark or '…'} – {row.until_mark or '…'}" for row in history]
        raise Refusal(
            "rule.none-on-day", name=found.name.key, on=on.isoformat(), periods=periods or ["—"]
        )
    row: Rule = found.row
    cite = _Cited(row.basis, lang, on)
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
        "basis": cite(row.basis),
        "basis_ids": cite.ids(row.basis),
        "sources": row.sources,
        "confidence": row.confidence or None,
        "conflict": row.conflict.text(lang) or None,
        "on": on.isoformat(),
    }
