"""What a figure is called and how it is written."""

from django.utils.translation import gettext_lazy as _

from amana.finance.models import PublicFigure
from amana.finance.money import money
from amana.web.formats import number

__all__ = ["KINDS", "shown", "title"]

NOT_SEEN = "_amount_not_seen"
KINDS = {
    "approved_budget": _("Budget approved"),
    "draft_budget": _("Draft budget"),
    "flat_annual_contribution_per_member": _("Flat yearly contribution of each member"),
    "unpaid_contributions_cumulative": _("Unpaid contributions, accumulated"),
    "members_not_paying": _("Members that do not pay"),
    "members_meeting_obligations": _("Members that meet their obligations"),
}


def title(row: PublicFigure) -> str:
    """What the figure is, in the reader's language."""
    kind = row.kind.removesuffix(NOT_SEEN)
    return str(KINDS.get(kind, kind.replace("_", " ")))


def shown(row: PublicFigure, lang: str) -> str:
    """The amount or the count; nothing where no source prints one."""
    if row.amount is not None:
        return money(row.amount, row.currency, lang)
    return str(number(row.count).striptags()) if row.count is not None else ""
