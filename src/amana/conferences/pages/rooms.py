"""The rooms on the desk: what there is, add one, change it, close it and open it again."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern

from amana.conferences.acts import rooms as acts
from amana.conferences.meeting_words import place_of
from amana.conferences.models import Room
from amana.conferences.pages.access import serving
from amana.conferences.pages.programme_forms import RoomForm, initial_of_room
from amana.conferences.pages.words import SET_UPS
from amana.conferences.programme import rooms
from amana.kernel.authority import Authority

__all__ = ["urlpatterns"]


@serving
def listing(request: HttpRequest, by: Authority) -> HttpResponse:
    """Every room with its seats and booths, those out of use too."""
    context = {"rooms": rooms(closed=True), "SET_UPS": SET_UPS, "place_of": place_of}
    return render(request, "conferences/rooms.html", context)


@serving
def adding(request: HttpRequest, by: Authority) -> HttpResponse:
    """A new room."""
    form = RoomForm(request.POST or None)
    if form.is_bound and form.is_valid():
        acts.add_room(by=by, **form.values())
        return HttpResponseRedirect(reverse("conference:rooms"))
    return _form(request, form, None)


@serving
def changing(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """A room that is there; or its use is ended or taken up again."""
    room = get_object_or_404(Room, key=key)
    do = request.POST.get("do", "")
    if do in _USES:
        _USES[do](key, by=by)
        return HttpResponseRedirect(reverse("conference:rooms"))
    form = RoomForm(request.POST or None, initial=initial_of_room(room))
    if form.is_bound and form.is_valid():
        acts.change_room(key, by=by, **form.values())
        return HttpResponseRedirect(reverse("conference:rooms"))
    return _form(request, form, room)


_USES = {"close": acts.close_room, "reopen": acts.reopen_room}


def _form(request: HttpRequest, form: RoomForm, room: Room | None) -> HttpResponse:
    context = {"form": form, "room": room}
    status = 422 if form.is_bound else 200
    return render(request, "conferences/room_form.html", context, status=status)


urlpatterns: list[URLPattern] = [
    path("rooms/", listing, name="rooms"),
    path("rooms/new/", adding, name="add-room"),
    path("rooms/<str:key>/", changing, name="room"),
]
