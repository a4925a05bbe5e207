from django.apps import AppConfig


class GroundConfig(AppConfig):
    name = "amana.ground"
    label = "ground"
