"""Addresses of the pages that serve a session, under `/desk/conferences/`, behind sign-in."""

from amana.conferences.pages import (
    adoptions,
    badges,
    before,
    checkin,
    credentials,
    delegates,
    delegations,
    exercise,
    feeds,
    floors,
    importing,
    invitations,
    programme,
    recording,
    rooms,
    seating,
    workplace,
)

app_name = "conference"
urlpatterns = [
    *before.urlpatterns,
    *exercise.of_serving,
    *adoptions.urlpatterns,
    *badges.urlpatterns,
    *checkin.urlpatterns,
    *seating.urlpatterns,
    *invitations.urlpatterns,
    *rooms.urlpatterns,
    *importing.urlpatterns,
    *credentials.urlpatterns,
    *delegates.urlpatterns,
    *delegations.urlpatterns,
    *feeds.urlpatterns,
    *floors.urlpatterns,
    *programme.urlpatterns,
    *recording.urlpatterns,
    *workplace.urlpatterns,
]
