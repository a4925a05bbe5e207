"""The room of what people see; it has no tables."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "amana.web"
    label = "web"
