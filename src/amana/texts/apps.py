"""The room texts, as Django starts it: works and their provisions."""

from django.apps import AppConfig


class TextsConfig(AppConfig):
    name = "amana.texts"
    label = "texts"

    def ready(self) -> None:
        from amana.ground import packs
        from amana.search import api as search
        from amana.texts.finds import FINDERS
        from amana.texts.pack import TABLES

        packs.register(*TABLES)
        search.register(*FINDERS)
