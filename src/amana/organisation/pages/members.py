"""Pages of the members: the roll on a day, one state, the regional groups, the map."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amana.kernel.arabic import fold
from amana.organisation.lookups.roll import Applicant, Entry, Roll, applicants, roll
from amana.organisation.lookups.state_history import state_history
from amana.organisation.pages.roll_lines import Line, lines_of, marked, said
from amana.organisation.pages.state_timeline import picture_of
from amana.texts.api import cite
from amana.web.charts import bars, choropleth
from amana.web.etag import version_of
from amana.web.export import asked_format, export_response
from amana.web.headers import PICTURE_POLICY
from amana.web.links import on_day
from amana.web.sections import sections
from amana.web.tables import Column

STANDINGS = ("member", "suspended", "observer")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader filters by; what is not asked for is the empty string."""

    group: str
    status: str
    q: str

    @classmethod
    def of(cls, request: HttpRequest) -> "Asked":
        """Read the address; a status that does not exist asks for nothing."""
        status = request.GET.get("status", "")
        return cls(
            request.GET.get("group", "").strip(),
            status if status in STANDINGS else "",
            request.GET.get("q", "").strip()[:80],
        )

    def __bool__(self) -> bool:
        return bool(self.group or self.status or self.q)

    def wants(self, entry: Entry) -> bool:
        """Whether the entry stays; a suspended member is a member still."""
        if self.group and (entry.group is None or entry.group.key != self.group):
            return False
        if self.status and self.status not in {entry.status, entry.standing}:
            return False
        return not self.q or self._is_named(entry)

    def _is_named(self, entry: Entry) -> bool:
        said = " ".join(text for words in (entry.names, entry.official) for _, text in words)
        return fold(self.q) in fold(f"{said} {entry.code}")


def members(request: HttpRequest) -> HttpResponse:
    """The roll on the day: members with the map, observers, former members, requests."""
    asked, found = Asked.of(request), _roll(request)
    shown = {
        "members": [entry for entry in found.members if asked.wants(entry)],
        "observers": [entry for entry in found.observers if asked.wants(entry)],
        "former": () if asked else found.former,
    }
    if form := asked_format(request):
        rows = [_line(entry) for part in shown.values() for entry in part]
        rows += [] if asked else [_request_line(each) for each in _applicants(request)]
        return _file(request, form, _("Members and observers"), _roll_columns(), rows)
    requests = [] if asked else _applicants(request)
    grounds = _grounds(shown["observers"])
    cite(request, [*grounds.values(), *(each.row for each in requests if not each.is_state)])
    context = {
        "roll": found,
        "asked": asked,
        **shown,
        "lines": _lines(request, shown["members"]),
        "requests": requests,
        "grounds": grounds,
        "observing": _observing(found),
        "alt": _said_by_map(found),
        **_for_rows(request),
    }
    return render(request, "organisation/members.html", context)


def _grounds(entries: Iterable[Entry]) -> dict[str, Any]:
    """What organisations rest on, by their key: copies, since a page hangs its links on them."""
    return {
        entry.key: SimpleNamespace(**vars(entry.grounds)) for entry in entries if not entry.is_state
    }


def _lines(request: HttpRequest, entries: Iterable[Entry]) -> list[Line]:
    base, query = reverse("organisation:members"), _day_of(request)
    return lines_of(entries, request.LANGUAGE_CODE, base=base, query=query)


def _for_rows(request: HttpRequest) -> dict[str, Any]:
    """What rows need to link and to write a name, worked out once and not for each of them."""
    return {
        "base": reverse("organisation:members"),
        "bodies": reverse("organisation:bodies"),
        "query": _day_of(request),
        "said": said,
        "marked": marked,
    }


def _roll(request: HttpRequest) -> Roll:
    return roll(**_asked_of(request))


def _applicants(request: HttpRequest) -> list[Applicant]:
    return applicants(**_asked_of(request))


def _asked_of(request: HttpRequest) -> dict[str, Any]:
    """The day, the language and the version of the data that this page answers for."""
    on: date = request.on  # type: ignore[attr-defined]
    return {"on": on, "lang": request.LANGUAGE_CODE, "version": version_of(request)}


def _day_of(request: HttpRequest) -> str:
    """The asked day as the end of an address that a row's link needs."""
    return on_day(request.GET.get("on", ""))


def _observing(found: Roll) -> dict[str, int]:
    """Observers by kind: how many states, communities, organisations."""
    counted: dict[str, int] = {}
    for entry in found.observers:
        counted[entry.kind] = counted.get(entry.kind, 0) + 1
    return counted


def _said_by_map(found: Roll) -> str:
    """What the picture shows, for those who do not see it."""
    members_said = ngettext("%(num)d member", "%(num)d members", len(found.members)) % {
        "num": len(found.members)
    }
    observing = sum(entry.is_state for entry in found.observers)
    observers_said = ngettext("%(num)d observer", "%(num)d observers", observing) % {
        "num": observing
    }
    return _(
        "Map of the world with the states of the organisation on this day: %(members)s, of which "
        "suspended: %(suspended)d; %(observers)s. The table on this page names them all."
    ) % {"members": members_said, "suspended": found.suspended, "observers": observers_said}


def _roll_columns() -> list[Column]:
    return [
        Column("names", _("Name")),
        Column("official", _("Official name")),
        Column("code", _("Code"), "symbol"),
        Column("group", _("Group")),
        Column("status", _("Status")),
        Column("since", _("Since")),
        Column("until", _("Until")),
        Column("founding", _("Founding member")),
        Column("suspended_since", _("Suspended since")),
        Column("vote_suspended_since", _("Vote suspended since")),
        Column("exempt_since", _("Votes by exemption since")),
        Column("exempt_until", _("Exempt until")),
    ]


def _line(entry: Entry) -> dict[str, Any]:
    """An entry as a line of a file: plain values, marks as they are sourced."""
    words = {
        "member": _("Member"),
        "suspended": _("Member, suspended"),
        "observer": _("Observer"),
    }
    return {
        "names": entry.names,
        "official": entry.official,
        "code": entry.code,
        "group": entry.group.names if entry.group else None,
        "status": _("Former member") if entry.left else words[entry.standing],
        "since": entry.since_mark,
        "until": entry.until_mark,
        "founding": _("yes") if entry.founding else "",
        "suspended_since": entry.suspension.since_mark if entry.suspension else "",
        "vote_suspended_since": entry.vote.since_mark if entry.vote else "",
        "exempt_since": entry.exemption.since_mark if entry.exemption else "",
        "exempt_until": entry.exemption.until_mark if entry.exemption else "",
    }


def _request_line(each: Applicant) -> dict[str, Any]:
    """A request as a line of the same file."""
    member = each.row.sought == "member"
    return {
        **dict.fromkeys(column.key for column in _roll_columns()),
        "names": each.names,
        "status": _("Asks to become a member") if member else _("Asks to become an observer"),
        "since": each.row.since_mark,
        "until": each.row.until_mark,
    }


def _file(
    request: HttpRequest, form: str, name: str, columns: list[Column], rows: list[Any]
) -> HttpResponse:
    on: date = request.on  # type: ignore[attr-defined]
    about = _("%(name)s as of %(day)s") % {"name": name, "day": on.isoformat()}
    lang = request.LANGUAGE_CODE
    return export_response(form, about, columns, rows, lang=lang, about=about, licensed=True)


def state(request: HttpRequest, key: str) -> HttpResponse:
    """One state: what it was on the day, and all that is on record of it."""
    on, lang = request.on, request.LANGUAGE_CODE  # type: ignore[attr-defined]
    found = state_history(key, on=on)
    cite(request, found.rows)
    context = {
        "history": found,
        "standing": found.standing(on),
        "picture": picture_of(found, on, lang),
        "sections": sections("state", request, found.state.key),
    }
    return render(request, "organisation/state.html", context)


def groups(request: HttpRequest) -> HttpResponse:
    """The regional groups on the day, with the states that each counts."""
    found = _roll(request)
    if form := asked_format(request):
        rows = [_line(entry) for entry in found.members if entry.group]
        return _file(request, form, _("Regional groups"), _roll_columns()[:4], rows)
    counts = found.groups
    context = {
        "counts": counts,
        "listed": {group.key: _of_group(found, group.key) for group, _number in counts},
        "ungrouped": [entry for entry in found.members if entry.group is None],
        "total": len(found.members),
        "picture": bars(
            [(group.names, number) for group, number in counts],
            request.LANGUAGE_CODE,
            title=_("Members of each regional group"),
            ident="groups",
        ),
        **_for_rows(request),
    }
    return render(request, "organisation/groups.html", context)


def _of_group(found: Roll, key: str) -> list[Entry]:
    return [entry for entry in found.members if entry.group and entry.group.key == key]


def members_map(request: HttpRequest) -> HttpResponse:
    """The map of the day as a file of its own: states filled by what they are.

    A page that has the legend beside the picture asks for it without: `?legend=none`.
    """
    found, base = _roll(request), reverse("organisation:members")
    states = [entry for entry in (*found.members, *found.observers) if entry.is_state]
    drawn = choropleth(
        {entry.code: entry.standing for entry in states},
        {entry.code: entry.names for entry in states},
        request.LANGUAGE_CODE,
        title=_("Members and observers on the day"),
        desc=_said_by_map(found),
        links={entry.code: f"{base}{entry.key}/{_day_of(request)}" for entry in states},
        legend=() if request.GET.get("legend") == "none" else _legend(),
    )
    response = HttpResponse(drawn, content_type="image/svg+xml; charset=utf-8")
    response.headers["Content-Security-Policy"] = PICTURE_POLICY
    return response


def _legend() -> list[tuple[str, str]]:
    return [
        ("member", _("Member")),
        ("suspended", _("Suspended")),
        ("observer", _("Observer")),
    ]


urlpatterns = [
    path("members/", members, name="members"),
    path("members/map.svg", members_map, name="map"),
    path("members/<slug:key>/", state, name="state"),
    path("groups/", groups, name="groups"),
]
