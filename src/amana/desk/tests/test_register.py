"""The register for whoever audits it: read only, whole, with before and after, proved elsewhere."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from amana.desk.forms.catalogue import BY_VERB
from amana.desk.tests.conftest import SOURCES, Doing, plain
from amana.desk.tests.people import Cast
from amana.ground import register
from amana.ground.models import Act
from amana.kernel.words import Words
from amana.texts.acts import drafts
from amana.texts.tests.people import DRAFTER

FORM = re.compile(r'(?s)<form[^>]*method="post".*?</form>')


def download(client: Any, name: str) -> bytes:
    answer = client.get(f"/en/desk/register/{name}")
    assert answer.status_code == 200
    assert f'filename="{name}"' in answer["Content-Disposition"]
    return b"".join(answer) if answer.streaming else answer.content


def test_the_register_and_its_verifier_are_taken_away_and_prove_each_other(
    cast: Cast, tmp_path: Path
) -> None:
    client = cast.client(cast.auditor)
    page = client.get("/en/desk/register/").content.decode()
    number, head = register.head()
    assert f"no. {number:,}" in plain(client.get("/en/desk/register/"))
    assert page.count(head) >= 2
    for name in ("register.jsonl", "verify_register.py"):
        assert f'href="/en/desk/register/{name}"' in page
        (tmp_path / name).write_bytes(download(client, name))
    program = [sys.executable, "verify_register.py", "register.jsonl", "--head", head]
    proved = subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert proved.stdout == f"whole: {number} acts, head {head}\n"
    lines = (tmp_path / "register.jsonl").read_text("utf-8").splitlines(keepends=True)
    (tmp_path / "register.jsonl").write_text("".join(lines[:5] + lines[6:]), "utf-8")
    broken = subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert broken.returncode == 1
    assert "act 6 is missing" in broken.stdout


def test_the_file_is_that_of_the_command_line_whatever_the_filters(cast: Cast) -> None:
    client = cast.client(cast.auditor)
    said = download(client, "register.jsonl").decode()
    assert said == "".join(register.lines())
    narrowed = client.get("/en/desk/register/register.jsonl?actor=nobody&verb=create")
    assert b"".join(narrowed).decode() == said
    assert json.loads(said.splitlines()[-1])["hash"] == register.head()[1]


@pytest.mark.parametrize("name", ["register.jsonl", "verify_register.py"])
def test_only_whoever_may_read_the_register_may_take_it_away(
    cast: Cast, client: Any, name: str
) -> None:
    assert client.get(f"/en/desk/register/{name}").status_code == 302
    assert cast.client(cast.outsider).get(f"/en/desk/register/{name}").status_code == 403


def test_an_auditor_sees_the_register_and_nothing_that_could_write(cast: Cast, do: Doing) -> None:
    done = do(
        cast.client(cast.registrar), "seat.move", body="isdb", place_en="Medina",
        since="2027-01-01", **SOURCES,
    )  # fmt: skip
    client, fact = cast.client(cast.auditor), done.acts[-1].facts["fact"]
    pages = ("", "changes/", "register/", f"register/{done.acts[-1].seq}/", f"facts/{fact}/",
             "attention/disputed/")  # fmt: skip
    for page in pages:
        answer = client.get(f"/en/desk/{page}")
        assert answer.status_code == 200, page
        html = answer.content.decode()
        assert "desk/acts/" not in html, page
        forms = FORM.findall(html)
        assert all('action="/en/account/logout/"' in form for form in forms), page
    assert "It gives no power in the registry." in plain(client.get("/en/desk/"))


def test_an_auditor_is_refused_every_act(cast: Cast) -> None:
    client, before = cast.client(cast.auditor), Act.objects.count()
    for verb in BY_VERB:
        assert client.get(f"/ar/desk/acts/{verb}/").status_code == 403, verb
        posted = client.post(f"/ar/desk/acts/{verb}/", {"step": "confirm"})
        assert posted.status_code == 403, verb
    for page in ("register/", "register/1/", "register/register.jsonl"):
        client.post(f"/ar/desk/{page}", {"step": "confirm"})
    assert Act.objects.count() == before


def test_the_list_says_who_when_what_was_before_and_after_and_by_which_office(
    cast: Cast, do: Doing
) -> None:
    registrar = cast.client(cast.registrar)
    named = {"body": "comcec", "names_en": "Committee for Trade", "since": "2026-12-01"}
    do(registrar, "body.rename", **named, **SOURCES)
    page = plain(cast.client(cast.auditor).get("/en/desk/register/?verb=body.rename"))
    assert "Amina Registrar" in page
    assert "Registrar" in page
    assert re.search(r"No longer from [^.]*1 December 2026", page)
    assert re.search(r"Until: — [^.]*1 December 2026", page)
    file = cast.client(cast.auditor).get("/en/desk/register/?format=csv&verb=body.rename")
    head, last, first = file.content.decode("utf-8-sig").splitlines()
    assert "Before,After" in head
    assert "Committee for Trade" in last
    assert re.search(r"Until: [^,]*1 December 2026", first)


def test_no_act_can_be_filtered_away_unseen(cast: Cast) -> None:
    client, count = cast.client(cast.auditor), Act.objects.count()
    page = plain(client.get("/en/desk/register/"))
    assert f"{count:,} acts." in page or f"{count} acts." in page
    assert "The filters leave" not in page
    narrowed = plain(client.get("/en/desk/register/?verb=state.name"))
    assert "The filters leave" in narrowed
    assert "The file above holds them all, always." in narrowed
    last = Act.objects.count()
    numbers: list[int] = []
    for at in range(1, last // 50 + 2):
        html = client.get(f"/en/desk/register/?page={at}").content.decode()
        numbers += map(int, re.findall(r'href="/en/desk/register/(\d+)/[?"]', html))
    assert numbers == list(range(last, 0, -1))


def test_a_kind_of_act_that_nobody_did_leaves_none_and_not_all(cast: Cast) -> None:
    client = cast.client(cast.auditor)
    for filters in ("verb=body.dissolve", "kind=nothing", "actor=nobody"):
        page = plain(client.get(f"/en/desk/register/?{filters}"))
        assert "The filters leave 0 of" in page
        assert "No act fits these filters." in page
    html = client.get("/en/desk/register/?verb=body.dissolve").content.decode()
    assert '<option value="body.dissolve" selected>dissolve a body (0)</option>' in html


def test_kinds_to_choose_from_are_those_on_record_with_their_number(cast: Cast) -> None:
    html = cast.client(cast.auditor).get("/en/desk/register/").content.decode()
    options = re.findall(r'<option value="([a-z]+)">([^<]+) \(([\d,]+)\)</option>', html)
    kinds = {value: int(number.replace(",", "")) for value, _name, number in options}
    assert kinds["session"] == Act.objects.filter(subject__startswith="session:").count()
    assert "draft" not in kinds


@pytest.mark.parametrize(
    ("lang", "subject", "said"),
    [
        ("en", "figure:arrears-not-paying-2012", "Members that do not pay"),
        ("en", "pack:", "Facts added: "),
        ("ar", "pack:", "حُمِّلت حزمة بيانات: oic"),
        ("fr", "session:cfm-33", "33e session"),
        ("ar", "work:res-cfm-33-st-4", "النظام نفسه"),
    ],
)
def test_the_register_speaks_of_records_by_their_names(
    cast: Cast, lang: str, subject: str, said: str
) -> None:
    client = cast.client(cast.auditor)
    found = Act.objects.filter(subject__contains=subject).first()
    assert found is not None
    for path in (f"?subject={subject}", f"{found.seq}/"):
        assert said in plain(client.get(f"/{lang}/desk/register/{path}")), path


def test_codes_of_a_fact_are_said_in_words(cast: Cast) -> None:
    client = cast.client(cast.auditor)
    act = Act.objects.get(subject="figure:budget-general-secretariat-1991-92")
    page = plain(client.get(f"/en/desk/register/{act.seq}/"))
    assert "Budget approved; its amount was not seen" in page
    assert "approved_budget_amount_not_seen" not in page


def test_an_act_has_its_day_in_both_calendars_and_its_time_zone(cast: Cast) -> None:
    client = cast.client(cast.auditor)
    for path in ("", "1/"):
        page = plain(client.get(f"/ar/desk/register/{path}"))
        assert re.search(r"1448هـ، الموافق [^ ]+ نوفمبر 2026م[، ]+\d\d:\d\d UTC\+03:00", page)


def test_the_command_that_proves_can_be_copied_and_speaks_the_language_of_the_page(
    cast: Cast,
) -> None:
    html = cast.client(cast.auditor).get("/ar/desk/register/").content.decode()
    assert 'data-copy="proving"' in html
    assert "--lang ar</code>" in html


def test_the_way_back_from_an_act_keeps_the_filter(cast: Cast) -> None:
    client = cast.client(cast.auditor)
    html = client.get("/en/desk/register/?verb=state.name&page=2").content.decode()
    number = re.findall(r'href="/en/desk/register/(\d+)/\?verb=state.name&amp;page=2"', html)[0]
    entry = client.get(f"/en/desk/register/{number}/?verb=state.name&page=2").content.decode()
    assert 'href="/en/desk/register/?verb=state.name&amp;page=2"' in entry


def test_the_table_says_how_many_rows_of_how_many_and_what_is_not_recorded(cast: Cast) -> None:
    page = plain(cast.client(cast.auditor).get("/en/desk/register/"))
    assert re.search(r"\b50 of [\d,]+ rows", page)
    assert "not recorded" in page


def test_texts_are_named_to_whoever_may_see_them_and_sealed_words_are_said_to_be_sealed(
    cast: Cast,
) -> None:
    client = cast.client(cast.auditor)
    title = Words(en="On trees (exercise)")
    seen = drafts.open_draft("note", title, by=DRAFTER).draft.key
    drafts.describe_draft(seen, by=DRAFTER, title=Words(en="On old trees (exercise)"))
    own = ["body:legal-affairs"]
    secret = drafts.open_draft("note", title, by=DRAFTER, sensitivity="secret", readers=own)
    hidden = secret.draft.key
    page = plain(client.get(f"/en/desk/register/?subject={seen}"))
    assert "On old trees (exercise)" in page
    assert "By authority of the office: officer-of-legal-affairs" in page
    number = Act.objects.filter(subject=f"draft:{seen}").latest("seq").seq
    page = plain(client.get(f"/en/desk/register/{number}/"))
    assert "sealed; its fingerprint is" in page
    assert "sha256" not in page
    page = plain(client.get(f"/en/desk/register/?subject={hidden}"))
    assert "a text that is not public" in page
    assert "trees" not in page


def test_a_file_that_was_made_is_no_text_that_was_made(cast: Cast) -> None:
    facts = {"format": "pdf", "languages": "ar-en", "on": "", "sha256": "0" * 64}
    register.record("text.render", "work:charter-2008", by=DRAFTER, facts=facts)
    page = plain(cast.client(cast.auditor).get("/en/desk/register/?subject=work:charter-2008"))
    assert "A file was made (PDF; Arabic · English)" in page
