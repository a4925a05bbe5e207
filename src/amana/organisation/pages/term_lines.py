"""Terms of an office as lines of a table, with the times without a holder between them."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from amana.kernel.words import Words
from amana.organisation.lookups.holders import Gap, OfficeLife, Tenure
from amana.organisation.models import Rule
from amana.organisation.pages.listing import doubt

__all__ = ["expected_words", "term_lines"]


def term_lines(
    life: OfficeLife, on: date, bodies: dict[str, Words] | None = None
) -> list[dict[str, Any]]:
    """First to last; a line without `term` is a time without a holder on record.

    After 31 December 1984 without a term until 1 March 1985 stands a line for the time between.
    """
    gaps = {gap.after.row.pk: gap for gap in life.gaps(on)}
    lines = []
    for term in life.terms:
        lines.append(_term_line(term, on, bodies or {}))
        if term.row.pk in gaps:
            lines.append(_gap_line(gaps[term.row.pk]))
    return lines


def _term_line(term: Tenure, on: date, bodies: dict[str, Words]) -> dict[str, Any]:
    row = term.row
    return {
        "term": term, "row": row, "gap": None,
        "ordinal": row.ordinal, "holder": term.holder,
        "since": row.since_mark or None, "until": row.until_mark or None,
        "elected_by": row.elected_by or None,
        "group": bodies.get(row.group.key) if row.group else None,
        "expected": term.expected or None,
        "rule": expected_words(term.rule) if term.rule else None,
        "remark": remark(term), "overdue": term.is_overdue(on), "doubt": doubt(row, on),
        "current": on in row.period,
    }  # fmt: skip


def _gap_line(gap: Gap) -> dict[str, Any]:
    """The time between two terms, for the page and for the file."""
    return {
        "term": None, "row": None, "gap": gap, "ordinal": None,
        "holder": _("No holder on record"), "since": gap.after.row.until_mark or None,
        "until": gap.before.row.since_mark or None if gap.before else None, "elected_by": None,
        "group": None, "expected": None, "rule": None, "remark": "", "overdue": False,
        "doubt": "", "current": False,
    }  # fmt: skip


def remark(term: Tenure) -> str:
    """What distinguishes a term from the usual one."""
    row = term.row
    said = [
        _("acting") if row.acting else "",
        _("seen in office that year; no other dates on record") if row.seen else "",
        _("held beyond the expected end") if term.lasted_longer else "",
    ]
    return "; ".join(filter(None, said))


def expected_words(rule: Rule) -> Words:
    """The value of a rule as it is shown, with its unit: "5 years"."""
    plain = Words.of({lang: f"{rule.value} {unit}" for lang, unit in rule.unit if unit})
    shown: Words = rule.shown or plain
    return shown
