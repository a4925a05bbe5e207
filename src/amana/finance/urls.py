"""Addresses of this room's pages."""

from amana.finance.pages import urlpatterns

__all__ = ["app_name", "urlpatterns"]

app_name = "finance"
