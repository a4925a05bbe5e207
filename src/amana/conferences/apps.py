"""The room conferences, as Django starts it: sessions and what they adopted."""

from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    name = "amana.conferences"
    label = "conferences"

    def ready(self) -> None:
        from amana.conferences.finds import FINDERS
        from amana.conferences.pack import TABLES
        from amana.conferences.pages import sections as pages
        from amana.ground import packs
        from amana.search import api as search
        from amana.web import sections

        packs.register(*TABLES)
        search.register(*FINDERS)
        sections.register("body", pages.sessions_of_body)
        sections.register("state", pages.sessions_in_state)
        sections.register("work", pages.adopting_session)
        sections.register("disputed", pages.disputed_sessions)
