"""Addresses of this room's pages."""

from amana.portal.pages import urlpatterns

__all__ = ["app_name", "urlpatterns"]

app_name = "portal"
