"""Addresses of this room's pages."""

from amana.desk.pages import urlpatterns

__all__ = ["app_name", "urlpatterns"]

__all__ = ["app_name", "urlpatterns"]

app_name = "desk"
