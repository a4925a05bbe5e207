"""Addresses of this room's pages."""

from amana.conferences.pages import (
    agenda_public,
    booth,
    exercise,
    feeds,
    floor,
    journals,
    meetings,
    participants,
    records,
    replay,
    resolutions,
    sessions,
    votes,
)

app_name = "conferences"
urlpatterns = [
    *agenda_public.urlpatterns,
    *booth.urlpatterns,
    *exercise.of_floors,
    *floor.urlpatterns,
    *meetings.urlpatterns,
    *feeds.public_urlpatterns,
    *participants.urlpatterns,
    *journals.urlpatterns,
    *replay.urlpatterns,
    *records.urlpatterns,
    *votes.urlpatterns,
    *sessions.urlpatterns,
    *resolutions.urlpatterns,
]
