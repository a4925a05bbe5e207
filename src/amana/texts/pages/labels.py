"""What kinds of works and ways of standing are called."""

from django.utils.translation import gettext_lazy as _

from amana.texts.instruments import Standing
from amana.texts.models import Work

__all__ = ["KINDS", "LANGUAGES", "STANDINGS"]

KINDS = {
    Work.Kind.CHARTER: _("Charter"),
    Work.Kind.RULES: _("Rules of procedure"),
    Work.Kind.RESOLUTION: _("Resolution"),
    Work.Kind.DECISION: _("Decision of a session"),
    Work.Kind.DECLARATION: _("Declaration"),
    Work.Kind.PRACTICE: _("Established practice"),
    Work.Kind.STATUTE: _("Statute"),
    Work.Kind.REGULATIONS: _("Regulations"),
    Work.Kind.TREATY: _("Treaty"),
    Work.Kind.COMMUNIQUE: _("Communiqué"),
    Work.Kind.REPORT: _("Report"),
    Work.Kind.NOTE: _("Note"),
}

# What is said, and the kind of sign beside it.
STANDINGS = {
    Standing.LATER: (_("not yet adopted"), "plain"),
    Standing.ADOPTED: (_("adopted, not yet in force"), "attention"),
    Standing.APPLIES: (_("applies"), "good"),
    Standing.REPLACED: (_("replaced"), "ended"),
}

LANGUAGES = {"ar": _("Arabic"), "en": _("English"), "fr": _("French")}
