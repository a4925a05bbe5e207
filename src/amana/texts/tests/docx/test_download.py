"""A released text is given out as DOCX, and what comes back is what is on record."""

from hashlib import sha256
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from amana.texts.intake import read_bytes
from amana.texts.models import Rendition
from amana.texts.standing_text import text_on
from amana.texts.tests.docx.papers import expected
from amana.texts.tests.renditions.test_files import give_out, work

__all__ = ["work"]  # a fixture
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _state(settings: object, tmp_path: Path) -> None:
    settings.STATE = tmp_path  # type: ignore[attr-defined]


@pytest.mark.parametrize("langs", ["ar", "fr", "ar-en-fr"])
def test_the_file_that_is_given_out_reads_as_the_text_on_record(
    work: str, client: Client, langs: str
) -> None:
    give_out(work)
    answer = client.get(f"/en/texts/{work}/files/{langs}.docx")
    assert answer.status_code == 200
    assert Rendition.objects.get(sha256=sha256(answer.content).hexdigest()).published
    assert client.get(f"/en/texts/{work}/files/{langs}.docx").content == answer.content
    chosen = tuple(langs.split("-"))
    got = read_bytes(answer.content, f"{work}.docx", chosen[0])
    assert list(got.blocks) == expected(text_on(work, on=None).units, chosen)


def test_it_can_be_proved_like_any_other(work: str, client: Client) -> None:
    give_out(work)
    data = client.get(f"/en/texts/{work}/files/en.docx").content
    code = Rendition.objects.get().code
    brought = SimpleUploadedFile("x.docx", data)
    page = client.post(f"/en/verify/{code}/", {"file": brought}).content.decode()
    assert "The file is genuine" in page
