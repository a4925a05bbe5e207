"""The wording of provisions is found by who may read it, in the words of its day."""

from datetime import date

import pytest
from django.test import Client

from amana.kernel.authority import Authority
from amana.kernel.words import Words
from amana.search.api import find
from amana.texts.acts import operations, releases, tabling
from amana.texts.rules.operations import Change, Operation
from amana.texts.tests.people import DELEGATE, RELEASER
from amana.texts.tests.test_acts_texts import instrument, tabled

pytestmark = pytest.mark.django_db
KEY = "res-exercise"


def found(query: str, by: Authority | None = None, on: date | None = None) -> set[str]:
    results = find(query, on, held=on is not None, kind="paragraph", by=by)
    return {hit.entry.key for hit in results.hits}


def test_a_paragraph_is_found_in_each_language_once_it_is_released() -> None:
    tabled()
    assert found("de se réunir de nouveau") == set()
    assert found("de se réunir de nouveau", DELEGATE) == {f"{KEY}#para_2"}
    tabling.set_distribution(KEY, by=RELEASER, distribution="general")
    assert found("de se réunir de nouveau") == set()
    releases.release(KEY, by=RELEASER)
    for query in ("de se réunir de nouveau", "decides to meet again", "والاجتماع مجدّداً"):
        assert found(query) == {f"{KEY}#para_2"}


def test_a_restricted_paragraph_is_found_by_its_readers_alone() -> None:
    tabled()
    releases.release(KEY, by=RELEASER)
    tabling.set_distribution(
        KEY, by=RELEASER, distribution="restricted", readers=["body:legal-affairs", "body:cabinet"]
    )
    assert found("decides to meet again") == set()
    assert found("decides to meet again", DELEGATE) == set()
    assert found("decides to meet again", RELEASER) == {f"{KEY}#para_2"}
    assert "paragraph" not in (find("decides to meet again").counts or {})


def test_a_changed_paragraph_is_found_by_the_words_of_its_day() -> None:
    tabled()
    tabling.set_distribution(KEY, by=RELEASER, distribution="general")
    releases.release(KEY, by=RELEASER)
    change = Operation(
        "", Change.SUBSTITUTE, "para_2", date(2027, 1, 1), old=Words(en="again"),
        new=Words(en="annually"), instrument=instrument(),
    )  # fmt: skip
    row = operations.amend(KEY, change, by=RELEASER)
    assert found("annually", on=date(2026, 12, 31)) == set()
    assert found("annually", on=date(2027, 1, 1)) == {f"{KEY}#para_2"}
    assert found("again", on=date(2027, 1, 1)) == set()
    operations.undo(KEY, row.key, by=RELEASER, reason="An exercise.")
    assert found("annually") == set()


def test_who_asks_for_a_title_finds_the_text_and_not_its_title_paragraph(client: Client) -> None:
    tabled()
    tabling.set_distribution(KEY, by=RELEASER, distribution="general")
    releases.release(KEY, by=RELEASER)
    for query in ("on exercises", "des exercices", "بشأن التمارين"):
        assert find(query).hits[0].entry.key == KEY
        assert not {key for key in found(query) if "#pre" in key}
    page = client.get("/ar/search/", {"q": "de se réunir de nouveau"}).content.decode()
    assert f'href="/ar/texts/{KEY}/?langs=ar-fr#para_2"' in page  # with the words that were met


def test_the_title_of_a_limited_text_is_found_by_who_may_read_it() -> None:
    tabled()
    releases.release(KEY, by=RELEASER)
    assert found("on exercises") == set()
    assert f"{KEY}#preface__docTitle_1" in found("on exercises", DELEGATE)
