"""Addresses of this room's pages."""

from amana.conferences.pages import resolutions, sessions

app_name = "conferences"
urlpatterns = [*sessions.urlpatterns, *resolutions.urlpatterns]
