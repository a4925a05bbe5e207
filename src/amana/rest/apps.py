"""The room rest, as Django starts it: the API."""

from django.apps import AppConfig


class RestConfig(AppConfig):
    name = "amana.rest"
    label = "rest"
