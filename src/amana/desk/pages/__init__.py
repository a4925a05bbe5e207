"""Pages of the desk."""

from amana.desk.pages import accounts, act, changes, facts, home, jobs, register

urlpatterns = [
    *home.urlpatterns, *changes.urlpatterns, *act.urlpatterns, *register.urlpatterns,
    *facts.urlpatterns, *accounts.urlpatterns, *jobs.urlpatterns,
]  # fmt: skip
