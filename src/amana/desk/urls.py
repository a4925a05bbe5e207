"""Addresses of this room's pages."""

from amana.desk.pages import urlpatterns as urlpatterns

app_name = "desk"
