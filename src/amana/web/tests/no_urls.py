"""No routes at all: the site before any room is built."""

urlpatterns: list[object] = []
