"""The cast, and a way to do an act as a person does it: form, preview, confirmation."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from amana.desk.tests.people import Cast, gather
from amana.ground.models import Act

HIDDEN = re.compile(r'name="(token|seen_as)" value="([^"]+)"')
SOURCES = {"sources": "Final Communiqué of the session, p. 3"}


@dataclass
class Done:
    """What came of an act: the answers of preview and confirmation, and the acts written."""

    preview: HttpResponse
    answer: HttpResponse | None = None
    acts: list[Act] = field(default_factory=list)
    confirmed: dict[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The page of the preview, without its markup."""
        return plain(self.preview)


def plain(response: HttpResponse) -> str:
    """A page as one reads it."""
    page = response.content.decode()
    page = re.sub(r"(?s)<head>.*?</head>|<script.*?</script>|<select.*?</select>", " ", page)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


Doing = Callable[..., Done]


@pytest.fixture
def cast(oic: object) -> Cast:
    return gather()


@pytest.fixture
def do() -> Doing:
    def done(client: Client, verb: str, lang: str = "en", **said: Any) -> Done:
        address = f"/{lang}/desk/acts/{verb}/"
        before = Act.objects.count()
        preview = client.post(address, {**said, "step": "preview"})
        assert Act.objects.count() == before, "the preview wrote to the register"
        found = Done(preview)
        hidden = dict(HIDDEN.findall(preview.content.decode()))
        if preview.status_code == 200 and hidden:
            found.confirmed = {**said, **hidden, "step": "confirm"}
            found.answer = client.post(address, found.confirmed)
            found.acts = list(Act.objects.order_by("seq"))[before:]
        return found

    return done
