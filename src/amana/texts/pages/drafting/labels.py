"""What the drafting room calls kinds, states and stages."""

from django.utils.translation import gettext_lazy as _

from amana.texts.models import DraftBlock, DraftRecord
from amana.texts.rules.kinds import Kind

__all__ = ["ACTS", "BLOCKS", "DISTRIBUTIONS", "DRAFTED", "SENSITIVITIES", "STAGES", "STATES"]

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
