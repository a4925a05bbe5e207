"""The room of people who sign in, their keys and their sessions."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "amana.accounts"
    label = "accounts"
