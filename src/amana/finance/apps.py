"""The room finance, as Django starts it: what is public about money."""

from django.apps import AppConfig


class FinanceConfig(AppConfig):
    name = "amana.finance"
    label = "finance"

    def ready(self) -> None:
        from amana.finance.pack import TABLES
        from amana.ground import packs

        packs.register(*TABLES)
