"""The room texts, as Django starts it: works and their provisions."""

from django.apps import AppConfig

# Acts after which search finds nothing new: they touch files, numbers and drafts.
WITHOUT_FINDS = (
    "text.render", "symbol.reserve", "symbol.assign", "symbol.void", "draft.remove",
    "draft.settle",
)  # fmt: skip


class TextsConfig(AppConfig):
    name = "amana.texts"
    label = "texts"

    def ready(self) -> None:
        from amana.ground import jobs, packs
        from amana.search import api as search
        from amana.texts.finds import FINDERS
        from amana.texts.pack import TABLES
        from amana.texts.pages.drafting import listing
        from amana.texts.renditions import job_of_all
        from amana.web import sections

        jobs.register(job_of_all.KIND, job_of_all.make_all)
        packs.register(*TABLES)
        search.register(*FINDERS)
        search.silent(*WITHOUT_FINDS)
        sections.register("desk", listing.section)
        sections.register("work", listing.at_the_desk)
