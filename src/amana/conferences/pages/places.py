"""What there is to do for a session, in the order of the work: see `workplace`."""

from django.utils.translation import gettext_lazy as _

from amana.conferences.pages import (
    badges,
    before,
    checkin,
    delegations,
    floors,
    invitations,
    programme,
    recording,
    seating,
)
from amana.conferences.pages.workplace import Offer

__all__ = ["OFFERS"]

OFFERS = (
    *before.OFFERS,
    invitations.OFFER,
    delegations.OFFER,
    programme.OFFER,
    badges.OFFER,
    checkin.OFFER,
    seating.OFFER,
    floors.OFFER,
    recording.OFFER,
    Offer(
        _("What was adopted"), "conference:adoptions", 80,
        _("Freeze, number and announce; reservations and statements."),
    ),
)  # fmt: skip
