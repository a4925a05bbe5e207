"""Addresses of the drafting room, all behind sign-in; before those of the reading pages."""

from amana.texts.pages.drafting import (
    amending,
    beginning,
    editing,
    filling,
    large,
    listing,
    panels,
    releasing,
    remarks,
    saving,
    symbols,
    tabling,
    versions,
)

app_name = "drafting"
urlpatterns = [
    *listing.urlpatterns, *beginning.urlpatterns, *saving.urlpatterns, *symbols.urlpatterns,
    *remarks.urlpatterns, *versions.urlpatterns, *tabling.urlpatterns, *editing.urlpatterns,
    *releasing.urlpatterns,
    *panels.urlpatterns, *large.urlpatterns, *amending.urlpatterns, *filling.urlpatterns,
]  # fmt: skip
