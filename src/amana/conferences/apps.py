"""The room conferences, as Django starts it: sessions and what they adopted."""

from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    name = "amana.conferences"
    label = "conferences"

    def ready(self) -> None:
        from amana.conferences import posting
        from amana.conferences.acts import taking_over, taking_programme
        from amana.conferences.finds import FINDERS
        from amana.conferences.pack import TABLES
        from amana.conferences.pack_before import TABLES as BEFORE
        from amana.conferences.pages import adoptions, agenda_public, feeds, own, places, workplace
        from amana.conferences.pages import records as record_pages
        from amana.conferences.pages import sections as pages
        from amana.conferences.screens import citing, hub
        from amana.ground import jobs, packs
        from amana.search import api as search
        from amana.web import formats, sections

        hub.register()
        formats.register("cited", citing.in_words)
        taking_over.register()
        taking_programme.register()
        packs.register(*TABLES, *BEFORE)
        search.register(*FINDERS)
        workplace.offers(*places.OFFERS)
        sections.register("desk", own.section)
        sections.register("desk", workplace.section)
        sections.register("desk", feeds.section)
        sections.register("body", pages.sessions_of_body)
        sections.register("state", pages.sessions_in_state)
        sections.register("work", pages.adopting_session)
        sections.register("work", adoptions.adopted_how)
        sections.register("session", agenda_public.section)
        sections.register("session", record_pages.section)
        jobs.register(posting.KIND, posting.send)
        sections.register("disputed", pages.disputed_sessions)
