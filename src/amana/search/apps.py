"""The room search, as Django starts it: one index over everything on record."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "amana.search"
    label = "search"
