"""The forms of a meeting and of a room."""

import hashlib
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from amana.conferences.acts.programme import Plan, plan_of
from amana.conferences.models import Log, Room
from amana.conferences.pages.access import language
from amana.conferences.pages.words import ACCESS, SET_UPS
from amana.conferences.programme import (
    PLENARY,
    MeetingRow,
    parties,
    rooms,
    seat_zone,
    zone_of,
)
from amana.conferences.rules.programme import slot_at
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.texts.pages.labels import LANGUAGES

__all__ = ["Cancelling", "Planning", "RoomForm", "initial_of", "initial_of_room"]


class _Titled(forms.Form):
    """Fields that are asked in the three languages."""

    def _ask(self, name: str, labels: dict[str, str]) -> None:
        for lang in LANGS:
            field = self.fields[f"{name}_{lang}"]
            field.label = labels[lang]
            field.widget.attrs |= {"lang": lang, "dir": "rtl" if lang == "ar" else "ltr"}

    def _words(self, name: str) -> Words:
        return Words.of({lang: self.cleaned_data[f"{name}_{lang}"] for lang in LANGS})


class Planning(_Titled):
    """When, where and how a meeting is to be held."""

    room = forms.ChoiceField()
    day = forms.DateField(widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    starts = forms.TimeField(widget=forms.TimeInput({"type": "time"}, format="%H:%M"))
    ends = forms.TimeField(widget=forms.TimeInput({"type": "time"}, format="%H:%M"))
    log = forms.ChoiceField(required=False)
    title_ar = forms.CharField(required=False, max_length=300)
    title_en = forms.CharField(required=False, max_length=300)
    title_fr = forms.CharField(required=False, max_length=300)
    languages = forms.MultipleChoiceField(
        required=False, choices=LANGUAGES.items(), widget=forms.CheckboxSelectMultiple
    )
    access = forms.ChoiceField(choices=ACCESS.items())
    set_up = forms.ChoiceField(required=False)
    expected = forms.MultipleChoiceField(required=False)
    reason = forms.CharField(required=False, max_length=300)

    def __init__(
        self, session: str, *args: Any, but: MeetingRow | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.session, self.but, self.doubts = session, but, list[Refusal]()
        self._choose()
        self._ask("title", {lang: _("Title in %(language)s") % {"language": LANGUAGES[lang]}
                            for lang in LANGS})  # fmt: skip
        for name, label in _labels().items():
            self.fields[name].label = label
        self.fields["ends"].help_text = _("An end before the start is of the next day.")
        self.fields["title_ar"].help_text = _("Without a title it is called after its floor.")
        if but is None:
            del self.fields["reason"]
        else:
            del self.fields["log"]
        if not self._parties:
            del self.fields["expected"]

    def _choose(self) -> None:
        lang = language()
        logs = Log.objects.filter(session__key=self.session).order_by("position")
        floors = [(log.key, (log.names or PLENARY).text(lang)) for log in logs]
        self._give("room", [(room.key, _named(room)) for room in self._rooms])
        self._give("log", [("", _("no floor: a meeting of another kind")), *floors])
        self._give("set_up", [("", _("as it stands")), *SET_UPS.items()])
        self._give("expected", self._parties)
        if floors and "log" not in self.initial:
            self.initial["log"] = floors[0][0]

    def _give(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    @cached_property
    def _rooms(self) -> list[Room]:
        """Those in use, and the one that the meeting has."""
        found = rooms()
        if self.but and self.but.room.key not in {room.key for room in found}:
            found.append(self.but.room)
        return found

    @cached_property
    def _parties(self) -> list[tuple[str, str]]:
        return [(key, names.text(language())) for key, names in parties(self.session)]

    def clean(self) -> dict[str, Any]:
        """The times as instants on the clock of the room."""
        said = super().clean() or self.cleaned_data
        if {"room", "day", "starts", "ends"} <= said.keys():
            room = next(room for room in self._rooms if room.key == said["room"])
            try:
                said["slot"] = slot_at(said["day"], said["starts"], said["ends"], zone_of(room))
            except Refusal as why:
                field = "starts" if why.code == "meeting.no-such-time" else "ends"
                self.add_error(field, why.sentence(language()))
        return said

    def plan(self) -> Plan:
        """What the acts take."""
        said = self.cleaned_data
        log = plan_of(self.but.this).log if self.but else said["log"]
        return Plan(
            said["room"], said["slot"], self._words("title"), tuple(said["languages"]),
            said["set_up"], said["access"], tuple(said.get("expected", ())), log,
        )  # fmt: skip

    def seen(self) -> str:
        """What stands for the doubts shown: sent back with the form, they were seen."""
        told = repr([(doubt.code, doubt.facts) for doubt in self.doubts])
        return hashlib.sha256(told.encode()).hexdigest()[:16]


def _labels() -> dict[str, Any]:
    return {
        "room": _("Room"), "day": _("Day"), "starts": _("From"), "ends": _("Until"),
        "log": _("Floor"), "languages": _("Languages of interpretation"), "access": _("Open to"),
        "set_up": _("Set-up"), "expected": _("Delegations that must be there"),
        "reason": _("Why it is changed"),
    }  # fmt: skip


def _named(room: Room) -> str:
    said = room.names.text(language())
    zone = zone_of(room)
    return said if zone.key == seat_zone().key else f"{said} ({zone.key})"


def initial_of(row: MeetingRow) -> dict[str, Any]:
    """What stands in the form of a meeting that is there."""
    now, zone = plan_of(row.this), row.zone
    return {
        "room": now.room, "day": row.day, "starts": now.slot.starts.astimezone(zone).time(),
        "ends": now.slot.ends.astimezone(zone).time(), "languages": list(now.languages),
        "access": now.access, "set_up": now.set_up, "expected": list(now.expected),
        **{f"title_{lang}": text for lang, text in now.title},
    }  # fmt: skip


class Cancelling(forms.Form):
    """Why a meeting is not held."""

    reason = forms.CharField(max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("Reason")
        self.fields["reason"].help_text = _("It is shown with the meeting, and in calendars.")


class RoomForm(_Titled):
    """A room: its names and place, its seats by set-up, its booths."""

    names_ar = forms.CharField(required=False, max_length=200)
    names_en = forms.CharField(required=False, max_length=200)
    names_fr = forms.CharField(required=False, max_length=200)
    venue_ar = forms.CharField(required=False, max_length=200)
    venue_en = forms.CharField(required=False, max_length=200)
    venue_fr = forms.CharField(required=False, max_length=200)
    city_ar = forms.CharField(required=False, max_length=120)
    city_en = forms.CharField(required=False, max_length=120)
    city_fr = forms.CharField(required=False, max_length=120)
    booths = forms.IntegerField(min_value=0, max_value=30, initial=0)
    zone = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_languages = {
            "names": _("Name in %(language)s"), "venue": _("Building in %(language)s"),
            "city": _("City in %(language)s"),
        }  # fmt: skip
        for name, label in in_languages.items():
            self._ask(name, {lang: label % {"language": LANGUAGES[lang]} for lang in LANGS})
        self.fields["booths"].label = _("Booths for interpretation")
        self.fields["zone"].label = _("Time zone")
        seat = _("that of the seat (%(zone)s)") % {"zone": seat_zone().key}
        zones = [(name, name) for name in sorted(available_timezones()) if "/" in name]
        self.fields["zone"].choices = [("", seat), *zones]  # type: ignore[attr-defined]
        for kind, set_up in SET_UPS.items():
            self.fields[f"seats_{kind}"] = forms.IntegerField(
                required=False, min_value=0, max_value=20000,
                label=_("Seats, %(set_up)s") % {"set_up": set_up},
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A room has a name."""
        said = super().clean() or self.cleaned_data
        if not any(said.get(f"names_{lang}") for lang in LANGS):
            self.add_error("names_ar", _("Give the room a name, in one language at least."))
        return said

    def values(self) -> dict[str, Any]:
        """What the acts take."""
        said = self.cleaned_data
        seats = {str(kind): said[f"seats_{kind}"] or 0 for kind in SET_UPS}
        return {
            "names": self._words("names"), "venue": self._words("venue"),
            "city": self._words("city"), "booths": said["booths"], "zone": said["zone"],
            "seats": seats,
        }  # fmt: skip


def initial_of_room(room: Room) -> dict[str, Any]:
    """What stands in the form of a room that is there."""
    words = {"names": room.names, "venue": room.venue, "city": room.city}
    return {
        "booths": room.booths, "zone": room.zone,
        **{f"seats_{kind}": count for kind, count in room.seats.items()},
        **{f"{name}_{lang}": text for name, of in words.items() for lang, text in of},
    }  # fmt: skip
