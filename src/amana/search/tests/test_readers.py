"""What a reader may not see is in no hit, count, suggestion, proposal or sister of theirs."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client

from amana.kernel.authority import Authority, OfficeHeld
from amana.kernel.words import Words
from amana.search import readers
from amana.search.api import Met, find, reads_as, reindex, suggest
from amana.search.models import Entry
from amana.search.tests.exercises import Shelf, paragraph, shelf

pytestmark = pytest.mark.usefixtures("indexed")

DAY = date(2026, 1, 1)
ARCHIVIST = Authority(
    "a", "An archivist", DAY,
    (OfficeHeld("archives", Words(en="Archives"), "general-secretariat", frozenset({"keep"})),),
)  # fmt: skip
KEEPER = Authority("k", "A keeper", DAY, powers=frozenset({"keep"}))
CLERK = Authority(
    "c", "A clerk", DAY, (OfficeHeld("mail", Words(en="Mail"), "general-secretariat"),)
)
SECRET = Words(ar="تمرين سري زنبقة", en="Secret exercise kalmia", fr="Exercice secret kalmia")


@pytest.fixture
def kept() -> Iterator[Shelf]:
    with shelf() as made:
        secret = paragraph("s1", SECRET, readers=("archives",), proposed=True)
        made.put(secret, paragraph("p1"))
        reindex("exercise")
        yield made


@pytest.fixture
def _nobody_told() -> Iterator[None]:
    before = list(readers._tellers)
    yield
    readers._tellers[:] = before


@pytest.mark.parametrize("by", [None, CLERK, KEEPER])
@pytest.mark.parametrize("query", ["kalmia", "زنبقة", "Exercise para s1", "exercice secret"])
def test_who_is_no_reader_finds_nothing_of_it(
    kept: Shelf, query: str, by: Authority | None
) -> None:
    found = find(query, by=by)
    assert "exercise:s1" not in [hit.entry.record for hit in found.hits]
    assert found.total == sum(found.counts.values())
    assert "s1" not in str(found.close)


def test_an_office_that_is_named_finds_it(kept: Shelf) -> None:
    assert [hit.entry.record for hit in find("kalmia", by=ARCHIVIST).hits] == ["exercise:s1"]
    assert find("kalmia", by=ARCHIVIST).counts == {"exercise": 1}
    assert find("kalmia").counts == {}
    assert find("kalmia").met is Met.NOTHING


def test_a_power_opens_as_an_office_does(kept: Shelf) -> None:
    kept.put(paragraph("s1", SECRET, readers=("keep",)))
    reindex("exercise")
    for by in (ARCHIVIST, KEEPER):
        assert find("kalmia", by=by).total == 1
    assert find("kalmia", by=CLERK).total == 0


def test_the_counts_by_kind_and_the_pages_agree_with_what_is_seen(kept: Shelf) -> None:
    kept.put(*(paragraph(f"s{n}", SECRET, readers=("archives",)) for n in range(2, 40)))
    reindex("exercise")
    public, archivist = find("exercise"), find("exercise", by=ARCHIVIST, limit=100)
    assert public.counts["exercise"] == 1
    assert archivist.counts["exercise"] == 40
    assert len([h for h in archivist.hits if h.entry.kind == "exercise"]) == 40
    assert find("exercise", kind="exercise").total == 1


def test_it_is_suggested_and_proposed_only_to_its_readers(kept: Shelf) -> None:
    assert "exercise:s1" not in [hit.entry.record for hit in suggest("Exercise, para. s", "en")]
    hits = suggest("Exercise, para. s", "en", by=ARCHIVIST)
    assert [hit.entry.record for hit in hits] == ["exercise:s1"]
    typed = "Exercize parra s1"
    assert "Exercise, para. s1" in str(find(typed, by=ARCHIVIST).close)
    assert "Exercise, para. s1" not in str(find(typed).close)


def test_words_of_which_only_a_secret_has_all_are_met_in_part(kept: Shelf) -> None:
    found = find("kalmia archives")
    assert "exercise:s1" not in [hit.entry.record for hit in found.hits]
    assert found.met is Met.SOME


def test_a_secret_period_of_a_public_record_is_no_sister_and_no_name_of_today(kept: Shelf) -> None:
    row = Entry.objects.get(record="exercise:p1", lang="fr")
    Entry.objects.filter(pk=row.pk).update(readers=["archives"], title="Kalmia")
    sisters = find("sound archives").hits[0].sisters
    assert [lang for lang, _title in sisters] == ["ar"]
    assert "Kalmia" in str(find("sound archives", by=ARCHIVIST).hits[0].sisters)


def test_the_page_shows_counts_suggests_and_exports_nothing_of_it(
    client: Client, kept: Shelf
) -> None:
    for address in ("/en/search/?q=kalmia", "/en/search/?q=kalmia&format=csv", "/en/search/"):
        text = client.get(address).content.decode()
        assert "Secret" not in text
        assert "para. s1" not in text
    answer = client.get("/en/search/suggest/", {"q": "Exercise, para. s1"})
    assert "para. s1" not in answer.content.decode()


@pytest.mark.usefixtures("_nobody_told")
def test_the_page_asks_the_room_that_knows_who_reads_it(client: Client, kept: Shelf) -> None:
    reads_as(lambda request: ARCHIVIST if request.GET.get("who") == "archivist" else None)
    page = client.get("/en/search/?q=kalmia&who=archivist").content.decode()
    assert "para. s1" in page
    assert "Limited circulation" in page
    page = client.get("/en/search/?q=kalmia").content.decode()
    assert "para. s1" not in page
    assert "Limited circulation" not in page
