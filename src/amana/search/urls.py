"""Addresses of this room's pages."""

from amana.search.pages import urlpatterns as urlpatterns

app_name = "search"
