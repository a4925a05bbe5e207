from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "amana.organisation"
    label = "organisation"

    def ready(self) -> None:
        from amana.ground import packs
        from amana.organisation.pack import TABLES
        from amana.organisation.pages.resting import resting_section
        from amana.web import sections

        packs.register(*TABLES)
        sections.register("work", resting_section)
