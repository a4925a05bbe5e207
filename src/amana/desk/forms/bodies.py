"""Bodies: establish, rename, place under another, move the seat, dissolve."""

from django.utils.translation import gettext_lazy as _

from amana.desk.forms.asks import KEEPING, REGISTERING, Act, Ask
from amana.organisation import acts

__all__ = ["ACTS", "KEY", "SEATS"]

KEY = Ask(
    "key", _("Key"), "key",
    _("A short name for addresses, in small Latin letters, digits and hyphens: al-quds-committee."),
    True,
)  # fmt: skip
BODY = Ask("body", _("Body"), "choice", required=True, choices="bodies")
SINCE = Ask(
    "since", _("From"), "day", _("The first day on which it holds, in either calendar."), True
)
NAMES = Ask(
    "names", _("Name"), "texts", _("One language is enough; the others can be added later."), True
)
ACRONYM = Ask("acronym", _("Abbreviation"), "texts")

ACTS = (
    Act(
        "body.establish",
        _("A body begins to exist, with its name and the body under which it stands."),
        REGISTERING,
        (
            KEY,
            Ask("kind", _("Kind"), "choice", required=True, choices="kinds"),
            NAMES, ACRONYM,
            Ask("parent", _("Stands under"), "choice", choices="bodies"),
            SINCE,
            Ask("role", _("Role"), "long"),
            Ask("composition", _("Composition"), "long"),
            Ask("established_by", _("Established by"), "texts"),
        ),
        acts.establish,
    ),
    Act(
        "body.rename",
        _("From a day on a body bears another name; the name before ends that day."),
        KEEPING,
        (BODY, NAMES, ACRONYM, SINCE),
        acts.rename,
    ),
    Act(
        "body.reparent",
        _("From a day on a body stands under another one."),
        REGISTERING,
        (
            BODY,
            Ask("parent", _("Stands under"), "choice", required=True, choices="bodies"),
            SINCE,
        ),
        acts.reparent,
    ),
    Act(
        "body.dissolve",
        _("A body ceases to exist, and with it its name, place, seat and offices."),
        REGISTERING,
        (
            BODY,
            Ask("day", _("First day without it"), "day",
                _("The first day on which the body no longer exists, in either calendar."), True,
                arg="on"),
            Ask("dissolved_by", _("Dissolved by"), "texts"),
        ),
        acts.dissolve,
        grave=True,
    ),
)  # fmt: skip

SEATS = (
    Act(
        "seat.move",
        _("From a day on a body sits elsewhere; the seat before ends that day."),
        KEEPING,
        (
            BODY,
            Ask("place", _("Place"), "texts", _("The city, as it is to be shown."), True),
            Ask("state", _("State"), "choice", choices="states"),
            SINCE,
            Ask("provisional", _("The seat is provisional"), "flag"),
            Ask("until_event", _("Until what happens"), "texts",
                _("For a provisional seat: the event that ends it.")),
            Ask("itinerant", _("The body sits wherever its host invites it"), "flag"),
        ),
        acts.move_seat,
        rules=("headquarters",),
    ),
)  # fmt: skip
