"""A symbol reserved for a draft: the next number of a series, by the acts of symbols."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _

from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.texts.acts import drafts, symbols
from amana.texts.acts.writing import require
from amana.texts.drafting import draft
from amana.texts.models import IssuedSymbol, Series
from amana.texts.pages.drafting.access import signed_in
from amana.texts.permissions import power_to_draft, power_to_release

__all__ = ["assign_reserved", "reserved", "urlpatterns"]

State = IssuedSymbol.State


@signed_in
def reserve(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """Take the next number of the series chosen; a draft that has one keeps it."""
    record = draft(key, by=by).record
    require(power_to_draft(by, record.office), by, "number")
    address = reverse("drafting:describe", kwargs={"key": key})
    if request.method != "POST" or reserved(key):
        return HttpResponseRedirect(address)
    series = Series.objects.filter(key=request.POST.get("series", "")).first()
    if series is None:
        raise Refusal("series.unknown", key=request.POST.get("series", "")[:60])
    scope = {part: request.POST.get(part, "").strip() for part in series.scope}
    made = symbols.reserve(series.key, scope, by=by, draft=key)
    drafts.describe_draft(key, by=by, symbol=made.canonical)
    messages.success(request, _("Reserved: %(symbol)s.") % {"symbol": made.canonical})
    return HttpResponseRedirect(address)


def reserved(key: str) -> IssuedSymbol | None:
    """The symbol that is reserved for a draft, where there is one."""
    return IssuedSymbol.objects.filter(draft__key=key, state=State.RESERVED).first()


def assign_reserved(key: str, work: str, symbol: str, by: Authority) -> None:
    """The work that a draft became bears its symbol, where who tables it may say so."""
    row = reserved(key)
    if row is not None and row.canonical == symbol and power_to_release(by):
        symbols.assign(row.canonical, by=by, work=work)


urlpatterns: list[URLPattern] = [
    path("drafts/<str:key>/symbol/", reserve, name="reserve"),
]
