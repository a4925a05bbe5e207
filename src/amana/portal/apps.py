from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "amana.portal"
    label = "portal"
