"""The room of people who sign in, their keys and their sessions."""

from django.apps import AppConfig

# Acts on accounts: search finds no accounts.
WITHOUT_FINDS = (
    "accept invitation", "add factor", "change address", "create", "describe",
    "forget factors", "invite", "remove factor", "set password", "set up",
)  # fmt: skip


class AccountsConfig(AppConfig):
    name = "amana.accounts"
    label = "accounts"

    def ready(self) -> None:
        from amana.accounts.readers import reader
        from amana.search import api as search

        search.reads_as(reader)
        search.silent(*WITHOUT_FINDS)
