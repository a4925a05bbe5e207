"""One page under each language."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path

from amana.web.tests.urls import page

urlpatterns = i18n_patterns(path("page/", page, name="page"))
