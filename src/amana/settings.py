"""Settings of the product. Every choice of an operator is an environment variable named here."""

import os
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from amana.ground.postgres_url import databases

ROOT = Path(__file__).resolve().parents[2]
STATE = Path(os.environ.get("AMANA_STATE", ROOT / "var"))
TESTING = os.environ.get("AMANA_TEST") == "1"
DEBUG = os.environ.get("AMANA_DEBUG") == "1"

SECRET_KEY = os.environ.get("AMANA_SECRET_KEY", "") or "only-for-commands-that-sign-nothing"
ALLOWED_HOSTS = os.environ.get("AMANA_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("AMANA_ORIGINS", "").split(",") if o]
DATABASES = databases(os.environ.get("DATABASE_URL", ""))
PACK = Path(os.environ.get("AMANA_PACK", ROOT / "packs" / "oic"))

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "procrastinate.contrib.django",
    "amana.ground",
    "amana.web",
    "amana.search",
    "amana.accounts",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "amana.texts",
    "amana.organisation",
    "amana.finance",
    "amana.conferences",
    "amana.desk",
    "amana.portal",
    "amana.rest",
]

MIDDLEWARE = [
    "amana.web.headers.SecurityHeaders",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "amana.portal.middleware.Refusals",
    "amana.portal.middleware.TheDay",
    "amana.portal.middleware.Addresses",
    "amana.portal.middleware.Bodies",
    "amana.web.etag.PublicPages",
    "amana.rest.middleware.HeadOfReads",
]

ROOT_URLCONF = "amana.urls"
WSGI_APPLICATION = "amana.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "NAME": "jinja",
        "APP_DIRS": False,
        "DIRS": [
            ROOT / "src" / "amana" / room / "templates"
            for room in (
                "web",
                "search",
                "texts",
                "organisation",
                "finance",
                "conferences",
                "desk",
                "portal",
            )
        ],
        "OPTIONS": {"environment": "amana.web.jinja.environment"},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "src" / "amana" / "accounts" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

LANGUAGES = [("ar", _("Arabic")), ("en", _("English")), ("fr", _("French"))]
LANGUAGE_CODE = "en"
LANGUAGE_COOKIE_NAME = "amana_language"
LOCALE_PATHS = [ROOT / "src" / "amana" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = os.environ.get("AMANA_TIME_ZONE", "Asia/Riyadh")

AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SILENCED_SYSTEM_CHECKS: list[str] = []

STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 3600

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SECURE_COOKIES = os.environ.get("AMANA_HTTPS") == "1"
SESSION_COOKIE_SECURE = SECURE_COOKIES
CSRF_COOKIE_SECURE = SECURE_COOKIES
SECURE_HSTS_SECONDS = 31536000 if SECURE_COOKIES else 0
if SECURE_COOKIES:  # the proxy in front ends TLS; what we write and send is of https all the same
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400

# What amana.web.etag asks for the version of the data: one query, the head of the register.
ORGANISATION_NAME = "amana.organisation.lookups.identity.name_on"
DATA_VERSION = "amana.ground.register.data_version"
# Pages drawn lately, kept by their tag in each worker; none in tests, which count queries.
PAGE_CACHE_BYTES = 0 if TESTING else 16 * 1024 * 1024

from amana.accounts.configuration import *  # noqa: E402, F403  (sign-in has its own file)
