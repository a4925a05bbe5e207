"""The pages of delegations and credentials: choose, review, take in; rule; and what is public."""

import csv
import io
import re
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from amana.conferences.acts import delegations as acts
from amana.conferences.acts.credentials import Paper, receive_credential, rule_on_credentials
from amana.conferences.acts.delegations import Details
from amana.conferences.acts.listing import record_of
from amana.conferences.api import credentials_of, delegates_of, delegations_of
from amana.conferences.models import Credential, Delegate, Ruling, UploadedList
from amana.conferences.rules.floor.given import roll_of
from amana.conferences.tests.delegations.lists import (
    SESSION,
    csv_of,
    exercise,
    faulty,
    table_of,
    xlsx_of,
)
from amana.conferences.tests.meetings import SERVING
from amana.desk.tests.conftest import plain
from amana.ground.models import Act
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words

pytestmark = pytest.mark.usefixtures("oic")

AT = f"/en/desk/conferences/{SESSION}/delegations/"
PUBLIC = f"/en/sessions/{SESSION}/participants/"
HEAD = Details(Words(ar="المندوب الأول (تمرين)", en="Delegate 1 (exercise)"),
               Words(ar="وزير (تمرين)", en="Minister (exercise)", fr="Ministre (exercice)"),
               "head", "minister", "a@example.org")  # fmt: skip
PDF = b"%PDF-1.7 exercise"
DAY = date(2024, 8, 28)


def chosen(client, data, name="list.csv", lang="en"):
    file = SimpleUploadedFile(name, data)
    return client.post(f"{AT.replace('/en/', f'/{lang}/')}import/", {"file": file}, follow=True)


def confirmed(client, page, **more):
    seen = re.search(r'name="seen" value="(\w+)"', page.content.decode())[1]
    return client.post(f"{AT}import/review/", {"seen": seen, **more}, follow=True)


# --- Taking a list in


def test_a_list_is_imported_in_three_tries_as_the_walk_says(officer, parties):
    page = chosen(officer, csv_of(faulty(exercise(parties))))
    said = plain(page)
    assert "Nothing was taken in" in said
    assert "6 rows are at fault. The list has 318 rows." in said
    assert "“Atlantis” is the name or the code of no delegation to this session." in said
    assert not Delegate.objects.exists()
    page = chosen(officer, csv_of(exercise(parties)))
    assert re.search(r"Delegates 318 Delegations 41 Heads 41 New 318", plain(page))
    before = Act.objects.count()
    page = confirmed(officer, page)
    assert "The list is taken in: 318 new, 0 changed, 0 as before." in plain(page)
    assert Act.objects.count() == before + 1
    assert not UploadedList.objects.exists()
    page = chosen(officer, csv_of(exercise(parties)))
    assert "The list says nothing new" in plain(page)
    assert len(delegates_of(SESSION)) == 318


@pytest.mark.parametrize("lang", LANGS)
def test_the_faults_are_downloaded_beside_every_row(officer, parties, lang):
    page = chosen(officer, csv_of(faulty(exercise(parties))), lang=lang)
    address = page.redirect_chain[-1][0]
    book = openpyxl.load_workbook(io.BytesIO(officer.get(f"{address}?format=xlsx").content))
    rows = list(book.active.iter_rows(values_only=True))
    assert len(rows) == 319
    assert sum(bool(row[-1]) for row in rows[1:]) == 6
    lines = officer.get(f"{address}?format=csv").content.decode("utf-8-sig").splitlines()
    assert len(lines) == 319


def test_a_bad_file_is_refused_on_the_page_and_nothing_waits(officer, parties):
    for data in (b"", b"%PDF-1.7", b"PK\x03\x04", b"x" * (6 << 20), b"a,b\n1,2"):
        answer = chosen(officer, data)
        assert answer.status_code == 422
        assert "error-summary" in answer.content.decode()
    assert officer.post(f"{AT}import/", {}).status_code == 422
    assert officer.get(f"{AT}import/review/").status_code == 422
    assert not UploadedList.objects.exists()


def test_a_record_that_changed_since_the_review_is_shown_again(officer, parties):
    page = chosen(officer, csv_of(exercise(parties[:1], 2)))
    acts.add_delegate(SESSION, parties[0], Details(Words(en="Another (exercise)")), by=SERVING)
    answer = confirmed(officer, page)
    assert answer.status_code == 422
    assert "Meanwhile the record changed" in plain(answer)
    assert "Another (exercise)" in plain(answer)
    confirmed(officer, answer)
    assert len(delegates_of(SESSION)) == 3


def test_who_is_no_longer_listed_is_withdrawn_only_when_marked(officer, parties):
    confirmed(officer, chosen(officer, csv_of(exercise(parties[:1], 3))))
    page = chosen(officer, csv_of(exercise(parties[:1], 2)))
    assert "On record, and no longer listed" in plain(page)
    number = re.search(r'name="withdraw" value="(\d+)"', page.content.decode())[1]
    confirmed(officer, page, withdraw=number)
    assert len(delegates_of(SESSION)) == 2


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_what_is_exported_is_imported_without_loss(officer, parties, lang, form):
    data = xlsx_of(("List", table_of(exercise(parties[:3], 9))))
    confirmed(officer, chosen(officer, data, "list.xlsx"))
    before = record_of(SESSION)
    exported = officer.get(f"{AT.replace('/en/', f'/{lang}/')}?format={form}").content
    page = chosen(officer, exported, f"list.{form}")
    assert "The list says nothing new" in plain(page)
    assert record_of(SESSION) == before


def test_pages_ask_few_queries_whatever_the_number_of_delegates(
    officer, parties, django_assert_max_num_queries
):
    confirmed(officer, chosen(officer, csv_of(exercise(parties))))
    for address in ("", f"of/{parties[0]}/", "credentials/", f"of/{parties[0]}/new/", "import/"):
        officer.get(f"{AT}{address}")
        with django_assert_max_num_queries(10):
            assert officer.get(f"{AT}{address}").status_code == 200


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_is_there_in_every_language(officer, parties, lang):
    number = acts.add_delegate(SESSION, "egy", HEAD, by=SERVING).pk
    paper = Paper("original", "foreign_minister", DAY, date(2024, 8, 1), PDF)
    receive_credential(SESSION, "egy", paper, by=SERVING)
    at = AT.replace("/en/", f"/{lang}/")
    told = ("", "import/", "credentials/", "of/egy/", "of/egy/new/", f"of/egy/{number}/",
            "of/egy/credentials/")  # fmt: skip
    for address in told:
        assert officer.get(f"{at}{address}").status_code == 200, address
    assert officer.get(f"{at}of/xxx/").status_code == 404
    chosen(officer, csv_of(exercise(parties, 2)), lang=lang)
    assert officer.get(f"{at}import/review/").status_code == 200


def test_nobody_else_sees_them(client, officer, parties):
    for address in ("", "import/", "credentials/", "of/egy/"):
        assert client.get(f"{AT}{address}").status_code == 302


# --- By hand


def test_a_delegate_is_added_by_hand_with_a_photograph_and_given_an_account(officer, parties):
    png = SimpleUploadedFile("p.png", b"\x89PNG\r\n\x1a\n exercise")
    asked = {"name": "Delegate 1 (exercise)", "rank": "head", "protocol": "minister",
             "email": "d@example.org", "photo": png}  # fmt: skip
    assert officer.post(f"{AT}of/egy/new/", asked).status_code == 302
    (person,) = delegates_of(SESSION)
    at = f"{AT}of/egy/{person.pk}/"
    assert officer.get(f"{at}photo/").headers["Content-Type"] == "image/png"
    del asked["photo"]
    assert officer.post(f"{AT}of/egy/new/", asked).status_code == 422  # a second head
    assert officer.post(at, {**asked, "title_en": "Minister (exercise)"}).status_code == 302
    (person,) = delegates_of(SESSION)
    assert (person.title.en, bool(person.photo)) == ("Minister (exercise)", True)
    bad = SimpleUploadedFile("p.png", b"GIF89a")
    assert "is no JPEG or PNG" in plain(officer.post(at, {**asked, "photo": bad}))
    page = officer.post(f"{at}account/", {"language": "fr"})
    assert "/fr/" in page.content.decode()
    assert "works once" in plain(page)
    officer.post(f"{at}account/", {"do": "part"})
    officer.post(f"{at}withdraw/", {"reason": "did not come"})
    assert not delegates_of(SESSION)
    assert Act.objects.order_by("-seq").first().reason == "did not come"


# --- Credentials


def test_papers_and_rulings_make_what_the_roll_of_a_floor_says(parties):
    for party, form in {"egy": "copy", "jor": "original", "sau": "letter", "tur": "copy"}.items():
        receive_credential(SESSION, party, Paper(form, "head_of_state", DAY), by=SERVING)
    receive_credential(SESSION, "egy", Paper("original", "other", date(2024, 8, 29)), by=SERVING)
    rule_on_credentials(SESSION, ["jor", "mar"], "challenged", organ="plenary", on=DAY, by=SERVING)
    on = date(2024, 8, 30)
    rule_on_credentials(SESSION, ["tur"], "rejected", organ="plenary", on=on, by=SERVING)
    assert credentials_of(SESSION, on=DAY) == {
        "egy": "copy", "jor": "challenged", "mar": "challenged", "sau": "copy", "tur": "copy",
    }  # fmt: skip
    today = credentials_of(SESSION)
    assert (today["egy"], today["tur"]) == ("formal", "rejected")
    assert roll_of({"members": parties, "credentials": today}).credentials == today
    assert {
        row.party: row.credentials for row in delegations_of(SESSION) if row.credentials
    } == today
    rule_on_credentials(SESSION, ["jor"], "accepted", organ="plenary", on=on, by=SERVING)
    assert credentials_of(SESSION)["jor"] == "formal"
    assert credentials_of(SESSION, on=DAY)["jor"] == "challenged"


def test_a_ruling_is_recorded_once_and_not_before_a_later_one(parties):
    said = {"organ": "committee", "by": SERVING, "source": "Report (exercise)"}
    two = ["egy", "jor"]
    assert rule_on_credentials(SESSION, two, "accepted", on=date(2024, 8, 29), **said) == 2
    assert rule_on_credentials(SESSION, two, "accepted", on=date(2024, 8, 30), **said) == 0
    assert rule_on_credentials(SESSION, two, "provisional", on=date(2024, 8, 29), **said) == 2
    assert Ruling.objects.known().count() == 2
    for on, code in ((DAY, "credentials.ruled-later"), (date(2027, 1, 1), "credentials.not-yet")):
        with pytest.raises(Refusal) as refused:
            rule_on_credentials(SESSION, two, "rejected", on=on, **said)
        assert refused.value.code == code


def test_a_paper_that_cannot_be_is_refused(parties):
    papers = {
        "credentials.signed-later": Paper("copy", "other", DAY, date(2024, 8, 29)),
        "credentials.not-yet": Paper("copy", "other", date(2027, 1, 1)),
        "credentials.no-scan": Paper("copy", "other", DAY, scan=b"MZ"),
        "credentials.too-large": Paper("copy", "other", DAY, scan=PDF + bytes(11 << 20)),
    }
    for code, paper in papers.items():
        with pytest.raises(Refusal) as refused:
            receive_credential(SESSION, "egy", paper, by=SERVING)
        assert refused.value.code == code
    assert not Credential.objects.exists()


def test_a_letter_is_recorded_ruled_on_and_counted_for_the_report(officer, parties):
    asked = {"form": "original", "signatory": "foreign_minister", "received": "2024-08-28",
             "signed": "2024-08-01", "scan": SimpleUploadedFile("c.pdf", PDF)}  # fmt: skip
    assert officer.post(f"{AT}of/egy/credentials/", asked).status_code == 302
    paper = Credential.objects.get()
    scan = officer.get(f"{AT}of/egy/credentials/{paper.pk}/")
    assert (scan.content, scan.headers["Content-Type"]) == (PDF, "application/pdf")
    assert officer.get(f"{AT}of/jor/credentials/{paper.pk}/").status_code == 404
    said = {
        "whom": "marked",
        "kind": "accepted",
        "organ": "committee",
        "on": "2024-08-29",
        "source": "Report 1",
    }
    assert officer.post(f"{AT}credentials/", said).status_code == 422  # nobody is marked
    page = plain(officer.post(f"{AT}credentials/", {**said, "party": ["egy", "jor"]}, follow=True))
    assert "The ruling is recorded for 2 delegations." in page
    members = sum(row.status == "member" for row in delegations_of(SESSION))
    assert re.search(
        rf"members {members} signed originals 1 copies and letters 0 no paper yet {members - 1}",
        page,
    )
    assert "accepted 2 seated provisionally 0" in page
    page = plain(officer.post(f"{AT}credentials/", {**said, "whom": "open"}, follow=True))
    assert f"accepted {members} seated provisionally 0" in page
    rows = csv.DictReader(
        io.StringIO(officer.get(f"{AT}credentials/?format=csv").content.decode("utf-8-sig"))
    )
    egypt = next(row for row in rows if row["Delegation"] == "Egypt")
    assert (egypt["Form of the paper"], egypt["Ruling"]) == ("signed original", "accepted")


# --- Public


def test_the_list_of_participants_is_public_when_released_and_names_no_person(
    client, officer, parties
):
    acts.add_delegate(SESSION, "egy", HEAD, by=SERVING)
    assert client.get(PUBLIC).status_code == 404
    officer.post(AT, {"do": "publish"})
    page = client.get(PUBLIC)
    said = plain(page)
    assert page.status_code == 200
    assert "Minister (exercise)" in said
    assert "Delegate 1" not in page.content.decode()
    assert "example.org" not in page.content.decode()
    assert "Delegate 1" not in client.get(f"{PUBLIC}?format=csv").content.decode()
    officer.post(AT, {"do": "conceal"})
    assert client.get(PUBLIC).status_code == 404


def test_delegations_are_opened_from_the_page(officer, oic):
    page = officer.post(AT, {"do": "open"}, follow=True)
    assert re.search(r"\d+ delegations were opened\.", plain(page))
    assert "All of them are open already." in plain(officer.post(AT, {"do": "open"}, follow=True))
