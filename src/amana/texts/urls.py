"""Addresses of this room's pages."""

from amana.texts.pages import comparing, files, lineage, provision, works

app_name = "texts"
urlpatterns = [
    *files.urlpatterns, *provision.urlpatterns, *comparing.urlpatterns, *lineage.urlpatterns,
    *works.urlpatterns,
]  # fmt: skip
