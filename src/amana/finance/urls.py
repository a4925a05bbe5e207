"""Addresses of this room's pages."""

from amana.finance.pages import urlpatterns as urlpatterns

app_name = "finance"
