"""Files of a text: made from it, kept, in the register, and proved by anyone."""

from hashlib import sha256
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from amana.ground import clock
from amana.ground.jobs import Progress
from amana.ground.models import Act, Job
from amana.kernel.words import LANGS
from amana.texts.acts import drafts, releases, tabling
from amana.texts.akn.validity import validate
from amana.texts.models import Rendition
from amana.texts.renditions.job_of_all import KIND, make_all
from amana.texts.renditions.making import MAKERS
from amana.texts.tests.people import DRAFTER, RELEASER
from amana.texts.tests.test_acts_texts import opened

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _state(settings: object, tmp_path: Path) -> None:
    settings.STATE = tmp_path  # type: ignore[attr-defined]


@pytest.fixture
def work() -> str:
    key = opened().draft.key
    for lang in LANGS:
        drafts.set_state(key, lang, "ready", by=DRAFTER)
    tabling.table(key, work="res-exercise", symbol="EX/1/2026/RES.1", by=DRAFTER)
    return "res-exercise"


def give_out(work: str) -> None:
    tabling.set_distribution(work, by=RELEASER, distribution="general")
    releases.release(work, by=RELEASER)


@pytest.mark.parametrize("langs", ["ar", "en", "fr", "ar-en", "ar-en-fr"])
def test_a_pdf_is_tagged_archival_and_the_same_every_time(
    work: str, client: Client, langs: str
) -> None:
    give_out(work)
    first = client.get(f"/en/texts/{work}/files/{langs}.pdf")
    assert first.status_code == 200
    assert first.content.startswith(b"%PDF-")
    assert b"pdfaid:part" in first.content
    assert b"/StructTreeRoot" in first.content
    assert client.get(f"/en/texts/{work}/files/{langs}.pdf").content == first.content
    row = Rendition.objects.get(sha256=sha256(first.content).hexdigest())
    assert Act.objects.get(pk=row.act_id).facts["sha256"] == row.sha256
    assert row.published


def test_the_code_of_a_file_leads_to_its_proof(work: str, client: Client) -> None:
    give_out(work)
    data = client.get(f"/ar/texts/{work}/files/ar.pdf").content
    row = Rendition.objects.get()
    page = client.get(f"/ar/verify/{row.code}/").content.decode()
    assert row.sha256 in page
    found = client.get("/fr/verify/", {"sha256": row.sha256.upper()})
    assert found.status_code == 200

    def brought(content: bytes) -> str:
        answer = client.post(
            f"/en/verify/{row.code}/", {"file": SimpleUploadedFile("x.pdf", content)}
        )
        return answer.content.decode()

    assert "The file is genuine" in brought(data)
    changed = data.replace(b"/Type", b"/Tyqe", 1)
    assert changed != data
    assert "The file is not the one on record" in brought(changed)


def test_html_needs_nothing_else(work: str, client: Client) -> None:
    give_out(work)
    page = client.get(f"/en/texts/{work}/files/ar-fr.html").content.decode()
    assert "<script" not in page
    assert "http" not in page.replace("https://www.w3.org", "")
    assert 'dir="rtl"' in page
    assert "Prie le Secrétaire général" in page


def test_akoma_ntoso_is_strictly_valid_and_one_file_a_language(work: str, client: Client) -> None:
    give_out(work)
    data = client.get(f"/en/texts/{work}/files/ar-en.xml").content
    assert b"akomaNtoso" in data
    assert b'language="ara"' in data
    assert validate(data) == []


def test_json_ld_names_every_language(work: str, client: Client) -> None:
    give_out(work)
    answer = client.get(f"/en/texts/{work}/files/ar-en-fr.jsonld")
    assert answer.headers["Content-Type"] == "application/ld+json"
    said = str(answer.json())
    for lang in ("ARA", "ENG", "FRA"):
        assert lang in said


def test_what_is_not_released_is_in_no_file_and_no_proof(work: str, client: Client) -> None:
    assert client.get(f"/en/texts/{work}/files/en.pdf").status_code == 404
    tabling.set_distribution(work, by=RELEASER, distribution="general")
    refused = client.get(f"/en/texts/{work}/files/en.pdf")
    assert refused.status_code in (404, 422)
    assert not Rendition.objects.exists()
    give_out(work)
    client.get(f"/en/texts/{work}/files/en.pdf")
    row = Rendition.objects.get()
    tabling.set_distribution(work, by=RELEASER, distribution="restricted")
    assert client.get(f"/en/verify/{row.code}/").status_code == 404
    assert client.get("/en/verify/", {"sha256": row.sha256}).status_code == 404


@pytest.mark.parametrize("path", ["files/de.pdf", "files/en.exe", "files/en-en-en.pdf"])
def test_a_file_that_cannot_be_is_refused_with_a_sentence(
    work: str, client: Client, path: str
) -> None:
    give_out(work)
    assert client.get(f"/en/texts/{work}/{path}").status_code in (404, 422)
    assert not Rendition.objects.exists()


def test_every_file_is_made_again_and_an_interrupted_job_goes_on(work: str) -> None:
    give_out(work)
    job = Job.objects.create(kind=KIND, arguments={}, actor="system", asked_at=clock.now())
    arguments = {"address": "https://example.org/en/verify/", "prefix": "res-exercise"}
    made = make_all(arguments, Progress(job))
    assert made["works"] == 1
    assert (
        made["files"] == Rendition.objects.count() == len(MAKERS) * 4 - 1
    )  # Akoma Ntoso: no file of all languages
    job.refresh_from_db()
    assert job.result == {"reached": work}
    assert make_all(arguments, Progress(job))["files"] == 0
