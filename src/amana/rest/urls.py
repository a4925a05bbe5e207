"""Where the API is mounted, with the routes of every room."""

from django.urls import path

from amana.conferences.rest import router as conferences
from amana.organisation.rest import router as organisation
from amana.rest.api import api
from amana.texts.rest import router as texts

for router in (organisation, texts, conferences):
    api.add_router("", router)

urlpatterns = [path("v1/", api.urls)]
