from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    name = "amana.conferences"
    label = "conferences"

    def ready(self) -> None:
        from amana.conferences.pack import TABLES
        from amana.ground import packs

        packs.register(*TABLES)
