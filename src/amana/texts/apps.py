from django.apps import AppConfig


class TextsConfig(AppConfig):
    name = "amana.texts"
    label = "texts"

    def ready(self) -> None:
        from amana.texts.pack import TABLES
        from amana.ground import packs

        packs.register(*TABLES)
