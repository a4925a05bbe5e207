"""What pages of records say of kinds of documents and of the sides of a vote."""

from django.utils.translation import gettext_lazy

__all__ = ["ANSWERS", "DOCUMENTS", "SHAPES"]

DOCUMENTS = {
    "decisions": gettext_lazy("List of decisions"),
    "votes": gettext_lazy("Votes taken"),
    "report": gettext_lazy("Report of the session"),
}
ANSWERS = {
    "yes": gettext_lazy("In favour"), "no": gettext_lazy("Against"),
    "abstain": gettext_lazy("Abstaining"),
}  # fmt: skip
SHAPES = {"yes": "round", "no": "square", "abstain": "ring"}
