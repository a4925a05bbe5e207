"""Addresses of this room's pages."""

from amana.texts.pages import works

app_name = "texts"
urlpatterns = [*works.urlpatterns]
