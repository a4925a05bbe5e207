"""Words of the pages of delegations: status, standing, forms, signatories, rulings, organs."""

from django.utils.translation import gettext_lazy

__all__ = ["FORMS", "ORGANS", "RULINGS", "SIGNATORIES", "STANDINGS", "STATUSES"]

STATUSES = {
    "member": gettext_lazy("member"), "observer": gettext_lazy("observer"),
    "guest": gettext_lazy("guest"),
}  # fmt: skip
STANDINGS = {
    "formal": (gettext_lazy("signed original"), "good"),
    "copy": (gettext_lazy("copy or letter"), "attention"),
    "challenged": (gettext_lazy("challenged"), "attention"),
    "rejected": (gettext_lazy("rejected"), "fault"),
    "": (gettext_lazy("no paper yet"), "plain"),
}

FORMS = {
    "original": gettext_lazy("signed original"), "copy": gettext_lazy("copy or photograph"),
    "letter": gettext_lazy("letter or note of the mission"),
}  # fmt: skip
SIGNATORIES = {
    "head_of_state": gettext_lazy("Head of State"),
    "head_of_government": gettext_lazy("Head of Government"),
    "foreign_minister": gettext_lazy("Minister for Foreign Affairs"),
    "other": gettext_lazy("another authority"),
}
RULINGS = {
    "accepted": (gettext_lazy("accepted"), "good"),
    "provisional": (gettext_lazy("seated provisionally"), "attention"),
    "challenged": (gettext_lazy("challenged"), "attention"),
    "rejected": (gettext_lazy("rejected"), "fault"),
}
ORGANS = {
    "committee": gettext_lazy("Committee on Credentials"), "plenary": gettext_lazy("Plenary"),
}  # fmt: skip
