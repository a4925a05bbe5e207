"""The pages before a session: their addresses, and their places on the workplace of a session."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from amana.conferences.models import Convening, ItemDocument, ItemRecord
from amana.conferences.pages import agenda, cloning, convening, deadlines, items, recommendations
from amana.conferences.pages.workplace import Offer
from amana.ground import clock

__all__ = ["OFFERS", "urlpatterns"]

urlpatterns = [
    *convening.urlpatterns, *recommendations.urlpatterns, *agenda.urlpatterns,
    *items.urlpatterns, *deadlines.urlpatterns, *cloning.urlpatterns,
]  # fmt: skip


def _items(key: str) -> str:
    count = ItemRecord.objects.known().filter(
        ~Q(stage__in=(ItemRecord.Stage.DELETED, ItemRecord.Stage.DEFERRED)),
        item__session__key=key,
    ).count()  # fmt: skip
    return ngettext("%(num)d item", "%(num)d items", count) % {"num": count} if count else ""


def _documents(key: str) -> str:
    rows = ItemDocument.objects.known().filter(item__session__key=key)
    count = rows.filter(submitted=None).count()
    waiting = ngettext("%(num)d document to come", "%(num)d documents to come", count)
    return waiting % {"num": count} if count else ""


def _notice(key: str) -> str:
    row = Convening.objects.known().filter(session__key=key).first()
    return _("notice was sent") if row and row.notified and row.notified <= clock.today() else ""


OFFERS = (
    Offer(
        gettext_lazy("Convening"), "conference:convening", 10,
        gettext_lazy("who asked, under which rule; notice; moving the session"), _notice,
    ),
    Offer(
        gettext_lazy("Agenda"), "conference:agenda", 20,
        gettext_lazy("build it, number it, issue it, adopt it"), _items,
    ),
    Offer(
        gettext_lazy("Deadlines and documents"), "conference:deadlines", 30,
        gettext_lazy("what is due, what is late"), _documents,
    ),
    Offer(
        gettext_lazy("Take over from an earlier session"), "conference:clone", 35,
        gettext_lazy("the agenda, slots of documents, and what they need"),
    ),
)  # fmt: skip
