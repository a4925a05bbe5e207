"""The room ground, as Django starts it: what every room stands on."""

from django.apps import AppConfig


class GroundConfig(AppConfig):
    name = "amana.ground"
    label = "ground"
