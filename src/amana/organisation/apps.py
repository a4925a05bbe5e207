"""The room organisation, as Django starts it: who, since when, under which provision."""

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "amana.organisation"
    label = "organisation"

    def ready(self) -> None:
        from amana.accounts.api import authorities_by
        from amana.ground import packs
        from amana.organisation.addressees import addressees
        from amana.organisation.authority import authority_now
        from amana.organisation.finds import FINDERS
        from amana.organisation.pack import TABLES
        from amana.organisation.pages.resting import resting_section
        from amana.organisation.readers import readers
        from amana.search import api as search
        from amana.texts import addressees as known
        from amana.texts import readers as reading
        from amana.web import sections

        authorities_by(authority_now)
        known.register(addressees)
        reading.register(readers)
        packs.register(*TABLES)
        search.register(*FINDERS)
        sections.register("work", resting_section)
