"""Where the API is mounted, with the routes of every room."""

from django.urls import path, re_path

from amana.conferences.rest import router as conferences
from amana.organisation.rest import router as organisation
from amana.rest.api import api, nothing_here
from amana.texts.rest import router as texts

for router in (organisation, texts, conferences):
    api.add_router("", router)

# Whoever asks for data is answered in data, also at an address that is no route: Ninja's own root
# would answer with a page, and so would Django where no route matches.
urlpatterns = [
    path("v1/", nothing_here),
    path("v1/", api.urls),
    re_path("", nothing_here),
]
