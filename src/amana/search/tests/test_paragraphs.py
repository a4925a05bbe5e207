"""Long provisions: the paragraph around the hit with its marks, both sisters, and a day."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client

from amana.kernel.periods import Period
from amana.kernel.words import Words
from amana.search import ranking
from amana.search.api import find, reindex
from amana.search.tests.exercises import TEXT, Shelf, paragraph, shelf

pytestmark = pytest.mark.usefixtures("indexed")

FILLING = Words(
    ar="وإذ يلاحظ أن هذا النص تمرين لا غير ولا يلزم أحدا بشيء في أي وقت",
    en="noting that this text is an exercise and binds nobody to anything at any time",
    fr="notant que ce texte est un exercice et n’oblige personne à rien en aucun temps",
)
LONG = Words.of(
    {
        lang: " ".join([*[filling] * 14, getattr(TEXT, lang), *[filling] * 12])
        for lang, filling in FILLING.as_dict().items()
    }
)


@pytest.fixture
def shelved() -> Iterator[Shelf]:
    with shelf() as made:
        made.put(paragraph("7", LONG))
        reindex("exercise")
        yield made


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("sound archive", ["sound", "archives"]),
        ("archive sonore", ["archives", "sonores"]),
        ("محفوظات صوتية", ["للمحفوظات", "الصوتية"]),
        ("بالمحفوظات", ["للمحفوظات"]),
    ],
)
def test_of_four_hundred_words_those_around_the_hit_are_shown(
    shelved: Shelf, query: str, marks: list[str]
) -> None:
    hit = find(query).hits[0]
    assert hit.entry.record == "exercise:7"
    assert [part.text for part in hit.extract if part.marked] == marks
    shown = "".join(part.text for part in hit.extract)
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert shown.strip("… ") in hit.entry.text
    assert 30 <= len(shown.split()) <= 44


def test_a_paragraph_shows_its_two_sisters_with_their_text(client: Client, shelved: Shelf) -> None:
    hit = find("sound archive").hits[0]
    assert [lang for lang, _title in hit.sisters] == ["ar", "fr"]
    assert [lang for lang, _text in hit.texts] == ["ar", "fr"]
    assert hit.texts[1][1].startswith("notant que ce texte est un exercice")
    assert len(hit.texts[1][1]) <= 242
    page = client.get("/en/search/", {"q": "sound archive"}).content.decode()
    assert "notant que ce texte est un exercice" in page
    assert 'lang="ar" dir="rtl">تمرين، فقرة 7' in page


def test_a_wording_is_found_on_the_days_on_which_it_stood(shelved: Shelf) -> None:
    early = Words(en="Exercise: an early wording about lighthouses")
    shelved.put(paragraph("8", early, period=Period(date(1990, 1, 1), date(2001, 1, 1))))
    reindex("exercise")
    assert find("lighthouse", date(1995, 1, 1), held=True).total == 1
    assert find("lighthouse", date(2001, 1, 1), held=True).total == 0
    hit = find("lighthouse", date(2001, 1, 1)).hits[0]
    assert not hit.holds


def test_the_title_of_a_paragraph_is_never_proposed(shelved: Shelf) -> None:
    assert "Exercise" not in str(find("Exercize parra 7").close)


def test_who_types_without_accents_finds_the_word_with_them(shelved: Shelf) -> None:
    text = Words(fr="Exercice : les paragraphes calfeutrés du traité")
    shelved.put(paragraph("9", text))
    reindex("exercise")
    for query in ("calfeutres", "calfeutree", "Calfeutré", "CALFEUTRES TRAITE"):
        assert find(query, lang="fr").hits[0].entry.record == "exercise:9"
        assert any(part.marked for part in find(query, lang="fr").hits[0].extract)


def test_of_a_common_phrase_the_newest_are_ranked_and_the_counts_are_the_least(
    client: Client, shelved: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranking, "MOST", 40)
    said = Words(en="Exercise: the murmurous phrase that everybody uses")
    for number in range(120):
        since = date(1980 + number // 3, 1, 1)
        shelved.put(paragraph(f"c{number}", said, period=Period(since, None)))
    reindex("exercise")
    found = find("murmurous phrase", date(2019, 12, 31))
    assert found.is_capped
    assert 40 <= found.total < 120
    hits = find("murmurous phrase", date(2019, 12, 31), limit=100).hits
    newest = {f"c{number}" for number in range(120) if number // 3 + 1980 >= 2015}
    assert newest <= {hit.entry.key for hit in hits}
    of_kind = find("murmurous phrase", date(2019, 12, 31), kind="exercise")
    assert of_kind.is_capped
    page = client.get("/en/search/", {"q": "murmurous phrase"}).content.decode()
    assert "More than" in page
    assert "+</span>" in page
    rare = find("murmurous phrase c77")
    assert not rare.is_capped
    assert rare.hits[0].entry.key == "c77"
