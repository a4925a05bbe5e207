"""The room of people who sign in, their keys and their sessions."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "amana.accounts"
    label = "accounts"

    def ready(self) -> None:
        from amana.accounts.readers import reader
        from amana.search import api as search

        search.reads_as(reader)
