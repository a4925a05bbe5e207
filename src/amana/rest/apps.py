from django.apps import AppConfig


class RestConfig(AppConfig):
    name = "amana.rest"
    label = "rest"
