"""Addresses of this room's pages."""

from amana.search import pages

app_name = "search"
urlpatterns = pages.urlpatterns
