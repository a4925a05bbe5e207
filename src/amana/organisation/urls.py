"""Addresses of this room's pages."""

from amana.organisation.pages import bodies, members, offices, questions, rules

app_name = "organisation"
urlpatterns = [
    *members.urlpatterns,
    *bodies.urlpatterns,
    *offices.urlpatterns,
    *rules.urlpatterns,
    *questions.urlpatterns,
]
