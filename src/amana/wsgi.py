"""What the server runs."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amana.settings")
if not (os.environ.get("AMANA_SECRET_KEY") or os.environ.get("AMANA_TEST")):
    raise RuntimeError("AMANA_SECRET_KEY is not set; `amana serve` makes one in the state folder.")
application = get_wsgi_application()
