"""The room desk, as Django starts it: the signed-in shell."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "amana.desk"
    label = "desk"
