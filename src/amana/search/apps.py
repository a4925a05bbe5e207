from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "amana.search"
    label = "search"
