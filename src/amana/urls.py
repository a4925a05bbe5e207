"""Every address of the product: pages under a language, the API and files outside."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from amana.portal.entrance import entrance
from amana.portal.pages.offline import worker

urlpatterns = [
    path("", entrance, name="entrance"),
    path("offline.js", worker, name="offline-worker"),
    path("api/", include("amana.rest.urls")),
    *i18n_patterns(
        path("account/", include("amana.accounts.urls")),
        path("desk/conferences/", include("amana.conferences.desk_urls")),
        path("desk/", include("amana.desk.urls")),
        path("search/", include("amana.search.urls")),
        path("", include("amana.texts.desk_urls")),
        path("", include("amana.texts.urls")),
        path("", include("amana.organisation.urls")),
        path("", include("amana.conferences.urls")),
        path("", include("amana.finance.urls")),
        path("", include("amana.portal.urls")),
    ),
]

handler404 = "amana.portal.errors.not_found"
handler500 = "amana.portal.errors.failed"
handler403 = "amana.portal.errors.forbidden"
