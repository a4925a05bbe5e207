from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "amana.desk"
    label = "desk"
