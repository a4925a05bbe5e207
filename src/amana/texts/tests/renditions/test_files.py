"""Files of a text: made from it, kept, in the register, and proved by anyone."""

from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from amana.ground import clock
from amana.ground.jobs import Progress
from amana.ground.models import Act, Job
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS
from amana.texts.acts import drafts, operations, releases, tabling
from amana.texts.acts.renditions import _kept, _on_record, render
from amana.texts.akn.validity import validate
from amana.texts.models import Rendition
from amana.texts.renditions.job_of_all import KIND, make_all
from amana.texts.renditions.making import MAKERS, Edition
from amana.texts.renditions.paper import notice_of
from amana.texts.rules.operations import Change, Operation
from amana.texts.standing_text import text_on
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
    tabling.set_distribution(work, by=RELEASER, distribution="restricted", readers=["body:cabinet"])
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
    assert job.result == {"reached": work, "files": 19, "failed": []}
    job.result |= {"files": 7}  # as if it had been interrupted: it counts on, and makes no more
    assert make_all(arguments, Progress(job)) == {"works": 1, "files": 7}


def test_a_work_that_fails_stops_no_other_and_is_made_alone_when_the_job_goes_on(
    work: str, settings: object, tmp_path: Path
) -> None:
    give_out(work)
    tabling.table(another(), work="res-exercise-2", by=DRAFTER)
    give_out("res-exercise-2")
    job = Job.objects.create(kind=KIND, arguments={}, actor="system", asked_at=clock.now())
    arguments = {"address": "https://example.org/en/verify/", "prefix": "res-exercise"}
    (tmp_path / "files").write_text("in the way of every file")
    with pytest.raises(Refusal) as refused:
        make_all(arguments, Progress(job))
    assert refused.value.code == "renditions.failed"
    assert refused.value.facts["works"] == [work, "res-exercise-2"]
    (tmp_path / "files").unlink()
    job.refresh_from_db()
    job.result |= {"failed": ["res-exercise-2"]}
    assert make_all(arguments, Progress(job)) == {"works": 2, "files": 19}
    assert set(Rendition.objects.values_list("work__key", flat=True)) == {"res-exercise-2"}


def another() -> str:
    key = opened().draft.key
    for lang in LANGS:
        drafts.set_state(key, lang, "ready", by=DRAFTER)
    return key


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_published_file_is_one_from_every_page_and_names_its_proof_in_its_own_language(
    work: str, client: Client, form: str
) -> None:
    give_out(work)
    first, again = (client.get(f"/{lang}/texts/{work}/files/ar.{form}") for lang in ("fr", "en"))
    assert first.content == again.content
    row = Rendition.objects.get()
    assert row.published
    if form == "docx":
        with ZipFile(BytesIO(first.content)) as archive:
            foot = archive.read("word/footer1.xml").decode()
            assert f"http://testserver/ar/verify/{row.code}/" in foot
            assert archive.read("word/media/code.png").startswith(b"\x89PNG")
    other = client.get(f"/en/texts/{work}/files/ar.{form}", headers={"Host": "localhost"})
    assert other.status_code == 200  # under another name it is another file, with its own proof
    assert Rendition.objects.count() == 2


def test_a_word_file_that_is_not_published_names_no_proof(work: str) -> None:
    found = render(work, "docx", ("en",), on=None, reads=DRAFTER)
    with ZipFile(BytesIO(found.data)) as archive:
        assert "verify" not in archive.read("word/footer1.xml").decode()
        assert "word/media/code.png" not in archive.namelist()


def test_a_pdf_says_that_it_can_be_kept_and_read_by_all(work: str, client: Client) -> None:
    give_out(work)
    data = client.get(f"/en/texts/{work}/files/ar-en-fr.pdf").content
    assert b"pdfaid:part>2" in data
    assert b"pdfuaid:part>1" in data
    assert b"/DisplayDocTitle true" in data


def test_a_file_of_before_the_first_change_says_what_is_to_come(work: str, client: Client) -> None:
    give_out(work)
    change = Operation("", Change.REPEAL, "para_2", date(2030, 1, 1), instrument="charter-2008")
    operations.amend(work, change, by=RELEASER)
    page = client.get(f"/en/texts/{work}/files/en.html?on=2027-01-01").content.decode()
    notice = notice_of(text_on(work, on=date(2027, 1, 1))).en
    assert notice
    assert notice in page


def test_two_that_make_one_paper_at_once_get_two_codes(work: str) -> None:
    give_out(work)
    edition = Edition(text_on(work, on=None))
    hosts = ("http://one.example/en/verify/", "http://two.example/en/verify/")
    made_at_once = [_kept(edition, "docx", ("en",), host) for host in hosts]
    assert made_at_once[0].code == made_at_once[1].code
    for each, host in zip(made_at_once, hosts, strict=True):
        _on_record(edition, [each], RELEASER, host)
    assert Rendition.objects.values("code").distinct().count() == 2
