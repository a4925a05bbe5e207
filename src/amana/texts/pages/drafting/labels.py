"""What the drafting room calls kinds, states and stages."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from amana.texts.models import DraftBlock, DraftRecord
from amana.texts.rules.kinds import Kind

__all__ = [
    "ACTS", "BLOCKS", "DISTRIBUTIONS", "DRAFTED", "SENSITIVITIES", "STAGES", "STATES",
    "state_label",
]  # fmt: skip

BLOCKS = {
    Kind.SYMBOL: _("Symbol"),
    Kind.TITLE: _("Title"),
    Kind.FORMULA: _("Who decides"),
    Kind.PREAMBULAR: _("Preambular paragraph"),
    Kind.ENACTING: _("Enacting words"),
    Kind.PART_HEADING: _("Part"),
    Kind.OPERATIVE: _("Operative paragraph"),
    Kind.SUBPARAGRAPH: _("Sub-paragraph"),
    Kind.SUBSUBPARAGRAPH: _("Sub-sub-paragraph"),
    Kind.ANNEX_HEADING: _("Annex"),
    Kind.ANNEX_TITLE: _("Title of an annex"),
    Kind.ANNEX_PARAGRAPH: _("Paragraph of an annex"),
    Kind.ANNEX_ITEM: _("Item of an annex"),
    Kind.CONCLUSION: _("Closing words"),
    Kind.CHAPTER: _("Chapter"),
    Kind.SECTION: _("Section"),
    Kind.ARTICLE: _("Article"),
    Kind.RULE: _("Rule"),
    Kind.PARAGRAPH: _("Paragraph"),
    Kind.POINT: _("Point"),
    Kind.ANNEX: _("Annex of an act"),
}
ACTS = (Kind.CHAPTER, Kind.SECTION, Kind.ARTICLE, Kind.RULE, Kind.PARAGRAPH, Kind.POINT, Kind.ANNEX)

STATES = {
    DraftBlock.State.DRAFTED: _("drafted"),
    DraftBlock.State.TRANSLATED: _("translated"),
    DraftBlock.State.REVISED: _("revised"),
    DraftBlock.State.READY: _("ready"),
}
OLDER = _("older than the words it translates")

STAGES = {
    DraftRecord.Stage.DRAFT: (_("in drafting"), "plain"),
    DraftRecord.Stage.TABLED: (_("tabled"), "good"),
    DraftRecord.Stage.WITHDRAWN: (_("withdrawn"), "ended"),
}

DRAFTED = {
    "resolution": _("Resolution"),
    "decision": _("Decision of a session"),
    "declaration": _("Declaration"),
    "communique": _("Communiqué"),
    "report": _("Report"),
    "note": _("Note"),
    "rules": _("Rules of procedure"),
    "regulations": _("Regulations"),
    "statute": _("Statute"),
    "treaty": _("Treaty"),
    "charter": _("Charter"),
    "practice": _("Established practice"),
}

DISTRIBUTIONS = {
    "general": _("general: everybody may read it"),
    "limited": _("limited: whoever holds an office may read it"),
    "restricted": _("restricted: only the readers named may read it"),
}
SENSITIVITIES = {
    "open": _("open"),
    "confidential": _("confidential"),
    "secret": _("secret"),
}


def state_label(state: str, *, is_master: bool) -> Any:
    """How far the text of a language is; a translation is not drafted but left behind."""
    if state == DraftBlock.State.DRAFTED and not is_master:
        return OLDER
    return STATES.get(DraftBlock.State(state), "") if state else ""
