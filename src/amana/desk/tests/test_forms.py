"""Forms: what was typed is kept, days of both calendars, double presses, hostile texts."""

import re
import uuid
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from amana.desk.forms.fields import DayField, LinesField
from amana.desk.tests.conftest import SOURCES, Doing, plain
from amana.desk.tests.people import Cast, registry
from amana.ground import clock
from amana.ground.facts import Provenance
from amana.ground.models import Act
from amana.kernel.words import Words
from amana.organisation import acts
from amana.organisation.models import BodyName, Person, Term
from amana.texts.models import WorkRecord

RENAMING = {"body": "comcec", "names_en": "Committee for Trade", "since": "2026-12-01"}


@pytest.mark.parametrize(
    ("typed", "mark"),
    [
        ("2026-11-17", "2026-11-17"),
        ("17 November 2026", "2026-11-17"),
        ("17 نوفمبر 2026", "2026-11-17"),
        ("7 Jumada al-Akhira 1448", "2026-11-17"),
        ("٧ جمادى الآخرة ١٤٤٨", "2026-11-17"),
        ("1448-06-07", "2026-11-17"),
        ("November 2026", "2026-11"),
        ("2026", "2026"),
        ("1972..1975", "1972..1975"),
        ("Muharram 1448", "2026-06-16..2026-07-14"),
        ("", ""),
    ],
)
def test_a_day_is_read_in_either_calendar_to_the_precision_typed(typed: str, mark: str) -> None:
    assert str(DayField(required=False).clean(typed)) == mark


@pytest.mark.parametrize(
    "typed", ["soon", "31 February 2026", "2026-13-01", "<b>", "9" * 300, "\u202e"]
)
def test_what_is_no_day_is_refused_in_words(typed: str) -> None:
    with pytest.raises(ValidationError) as refused:
        DayField(required=False).clean(typed)
    assert len(str(refused.value.messages[0])) > 20


def test_lines_lose_blanks_and_doubles() -> None:
    assert LinesField(required=False).clean(" a \n\n b\r\na ") == ("a", "b")


def test_the_preview_shows_the_other_calendar_and_what_was_typed(cast: Cast, do: Doing) -> None:
    done = do(
        cast.client(cast.registrar), "body.rename",
        **{**RENAMING, "since": "7 Jumada al-Akhira 1448"}, **SOURCES,
    )  # fmt: skip
    assert "17 November 2026" in done.text
    assert "typed as 7 Jumada al-Akhira 1448" in done.text


def test_the_preview_says_which_name_ends(cast: Cast, do: Doing) -> None:
    old = BodyName.objects.known().get(body__key="comcec", during__endswith__isnull=True)
    done = do(cast.client(cast.registrar), "body.rename", **RENAMING, **SOURCES)
    assert "No longer from" in done.text
    assert old.names.en in done.text
    assert "Committee for Trade" in done.text


def test_two_presses_of_the_same_button_write_once(cast: Cast, do: Doing) -> None:
    client = cast.client(cast.registrar)
    done = do(client, "body.rename", **RENAMING, **SOURCES)
    count = Act.objects.count()
    again = client.post("/en/desk/acts/body.rename/", done.confirmed)
    assert again.status_code == 302
    assert again["Location"] == done.answer["Location"]  # type: ignore[index]
    assert "This was recorded already, as act no." in plain(client.get(again["Location"]))
    assert Act.objects.count() == count


def test_the_same_act_begun_twice_is_a_sentence_the_second_time(cast: Cast, do: Doing) -> None:
    client = cast.client(cast.registrar)
    do(client, "body.rename", **RENAMING, **SOURCES)
    second = do(client, "body.rename", **RENAMING, **SOURCES)
    assert second.preview.status_code == 422
    assert "nothing can take its place from the same day" in second.text


def test_a_preview_that_no_longer_holds_is_shown_anew_and_writes_nothing(
    cast: Cast, do: Doing
) -> None:
    client = cast.client(cast.registrar)
    preview = client.post("/en/desk/acts/body.rename/", {**RENAMING, **SOURCES, "step": "preview"})
    hidden = dict(re.findall(r'name="(token|seen_as)" value="([^"]+)"', preview.content.decode()))
    acts.rename(body="comcec", names=Words(en="Meanwhile"), since="2026-11-30",
                origin=Provenance(sources=("x",)), by=registry(clock.today()))  # fmt: skip
    count = Act.objects.count()
    said = {**RENAMING, **SOURCES, **hidden, "step": "confirm"}
    answer = client.post("/en/desk/acts/body.rename/", said)
    assert answer.status_code == 422
    assert "What is on record has changed since your preview" in plain(answer)
    assert "Meanwhile" in plain(answer)
    assert Act.objects.count() == count


def test_a_confirmation_without_its_token_becomes_a_preview(cast: Cast) -> None:
    client = cast.client(cast.registrar)
    count = Act.objects.count()
    for token in ("", "x", str(uuid.uuid4())):
        said = {**RENAMING, **SOURCES, "step": "confirm", "token": token}
        answer = client.post("/en/desk/acts/body.rename/", said)
        assert "Record this act" in answer.content.decode()
    assert Act.objects.count() == count


def test_what_was_typed_is_kept_when_a_field_is_at_fault(cast: Cast, do: Doing) -> None:
    said = {
        "office": "secretary-general", "person": "amina-registrar", "since": "soon",
        "elected_by_ar": "المؤتمر", "sources": "A line\nAnother", "confidence": "medium",
        "reason": "Because <b>", "provision": "charter-2008#art_16", "acting": "on",
    }  # fmt: skip
    page = do(cast.client(cast.registrar), "term.elect", **said).preview.content.decode()
    assert 'href="#id_since"' in page
    for kept in (
        'value="soon"', 'value="المؤتمر"', "A line\nAnother", 'value="medium" selected',
        "Because &lt;b&gt;", 'value="charter-2008#art_16" selected',
        'value="amina-registrar" selected',
    ):  # fmt: skip
        assert kept in page, kept


def test_a_step_back_from_the_preview_keeps_everything_and_finds_no_fault(
    cast: Cast, do: Doing
) -> None:
    client = cast.client(cast.registrar)
    answer = client.post("/en/desk/acts/body.rename/", {**RENAMING, **SOURCES, "step": "edit"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'value="Committee for Trade"' in page
    assert "error-summary" not in page


def test_a_refusal_stands_at_its_field_with_its_rule(cast: Cast, do: Doing) -> None:
    """The holder's second term ended: Article 16 allows one renewal."""
    client, by = cast.client(cast.registrar), registry(date(2026, 11, 24))
    said = Provenance(sources=("x",))
    taha = Term.objects.known().get(office__key="secretary-general", during__endswith__isnull=True)
    acts.end_term(term=taha.fact, on="2026-11-17", origin=said, by=by)
    for since, until in (("2026-11-17", "2031-11-17"), ("2031-11-17", "2036-11-17")):
        acts.elect(office="secretary-general", person="amina-registrar", since=since, until=until,
                   origin=said, by=by)  # fmt: skip
    done = do(client, "term.elect", office="secretary-general", person="amina-registrar",
              since="2036-11-17", **SOURCES)  # fmt: skip
    page = done.preview.content.decode()
    assert 'href="#id_person"' in page
    assert "Rule: Charter 2008, Art. 16." in done.text


def test_a_resolution_is_cited_by_its_symbol_and_a_wrong_basis_is_refused(
    cast: Cast, do: Doing
) -> None:
    client = cast.client(cast.registrar)
    work = WorkRecord.objects.known().exclude(symbol="").exclude(symbol__contains=" ").first()
    done = do(client, "body.rename", **RENAMING, basis=work.symbol)
    assert done.acts[-1].basis == [work.work.key]
    for wrong in ("no-such-work", "charter-2008#art_999", "Résolution ?"):
        refused = do(client, "body.rename", **{**RENAMING, "since": "2027-05-01"}, basis=wrong)
        assert 'href="#id_basis"' in refused.preview.content.decode(), wrong


def test_an_act_without_provision_and_source_is_refused_at_the_sources(
    cast: Cast, do: Doing
) -> None:
    done = do(cast.client(cast.registrar), "body.rename", **RENAMING)
    assert 'href="#id_sources"' in done.preview.content.decode()


def test_the_address_fills_in_the_form(cast: Cast) -> None:
    page = cast.client(cast.registrar).get(
        "/en/desk/acts/term.elect/?office=secretary-general&elected_by_en=51st+CFM&since=2026-12-01"
    )
    text = page.content.decode()
    assert 'value="secretary-general" selected' in text
    assert 'value="51st CFM"' in text
    assert 'value="2026-12-01"' in text


HOSTILE = [
    "<script>alert(1)</script>", "' OR 1=1 --", "\u202eabc", "a\x00b", "x" * 5000, "{{ 7*7 }}",
    "%(name)s %s %d", "=1+1", "\ud83d", "اسم\u0000",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=[f"no{n}" for n in range(len(HOSTILE))])
def test_hostile_texts_are_kept_as_texts_or_refused_in_words(
    cast: Cast, do: Doing, text: str
) -> None:
    client = cast.client(cast.registrar)
    if "\ud83d" in text:  # no browser can send half a character; Python's client cannot either
        return
    for field in ("names_en", "key", "nationality", "spellings", "sources", "basis", "reason",
                  "provision", "confidence"):  # fmt: skip
        said: dict[str, Any] = {"key": "jane-doe", "names_en": "Jane", **SOURCES, field: text}
        page = client.post("/en/desk/acts/person.record/", {**said, "step": "preview"})
        assert page.status_code in ((400,) if "\0" in text else (200, 422)), field
        assert "<script>alert" not in page.content.decode()
    page = client.get("/en/desk/register/", {"subject": text, "actor": text, "since": text})
    assert page.status_code == (404 if "\x00" in text else 200)  # a NUL names nothing
    assert not Person.objects.filter(key="jane-doe").exists()


def test_strange_numbers_are_no_faults_of_ours(cast: Cast, do: Doing) -> None:
    client = cast.client(cast.registrar)
    said = {"office": "secretary-general", "person": "amina-registrar", "since": "2027-01-01"}
    for number in ("-1", "0", "99999999999999999999", "1e9", "٣", "NaN"):
        for field in ("seat", "ordinal"):
            done = do(client, "term.elect", **said, **SOURCES, **{field: number})
            assert done.preview.status_code in (200, 422), (field, number)
