"""The room finance, as Django starts it: what is public about money."""

from django.apps import AppConfig


class FinanceConfig(AppConfig):
    name = "amana.finance"
    label = "finance"

    def ready(self) -> None:
        from amana.finance.finds import FINDERS
        from amana.finance.pack import TABLES
        from amana.ground import packs
        from amana.search import api as search

        packs.register(*TABLES)
        search.register(*FINDERS)
