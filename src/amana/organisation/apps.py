from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "amana.organisation"
    label = "organisation"

    def ready(self) -> None:
        from amana.organisation.pack import TABLES
        from amana.ground import packs

        packs.register(*TABLES)
