"""Addresses of this room's pages."""

from amana.portal.pages import urlpatterns as urlpatterns

app_name = "portal"
