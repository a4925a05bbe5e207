"""The room portal, as Django starts it: the front door."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "amana.portal"
    label = "portal"
