"""Pages of the front door."""

from django.urls import path

from amana.portal.pages.home import home
from amana.portal.pages.offline import offline
from amana.portal.pages.sources import sources
from amana.portal.pages.standing import about, accessibility, data

urlpatterns = [
    path("", home, name="home"),
    path("about/", about, name="about"),
    path("sources/", sources, name="sources"),
    path("data/", data, name="data"),
    path("offline/", offline, name="offline"),
    path("accessibility/", accessibility, name="accessibility"),
]
