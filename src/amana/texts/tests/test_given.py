"""What of a text drafted here is seen before and after its release, and by whom."""

import pytest
from django.test import Client

from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.search.api import find
from amana.texts.acts import drafts, releases, tabling
from amana.texts.models import WorkRecord
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Block, walk
from amana.texts.standing_text import text_on
from amana.texts.tests.people import DELEGATE, DRAFTER, RELEASER

pytestmark = pytest.mark.django_db
KEY = "res-herons"
TITLE = Words(en="Herons of exercises", fr="Hérons des exercices", ar="مالك الحزين في التمارين")
HEADING = Words(en="Nests unseen", fr="Nids cachés", ar="أعشاش")


@pytest.fixture
def tabled() -> str:
    """A resolution with a heading, for everybody once it is released."""
    blocks = [Block(Kind.TITLE, TITLE), Block(Kind.OPERATIVE, TITLE, heading=HEADING)]
    made = drafts.open_draft("resolution", TITLE, by=DRAFTER, blocks=blocks)
    for lang in LANGS:
        drafts.set_state(made.draft.key, lang, "ready", by=DRAFTER)
    tabling.table(made.draft.key, work=KEY, by=DRAFTER)
    tabling.set_distribution(KEY, by=RELEASER, distribution="general")
    return KEY


@pytest.fixture
def half_out(tabled: str) -> str:
    releases.release(tabled, by=RELEASER, languages=["ar"], reason=Words(en="In Arabic first."))
    return tabled


def heard(who: Client) -> str:
    """All that the public can ask for it, as one text."""
    pages = (
        f"/en/texts/{KEY}/", f"/fr/texts/{KEY}/at/para_1/", f"/en/texts/{KEY}/compare/",
        f"/en/texts/{KEY}/lineage/", f"/api/v1/works/{KEY}", f"/api/v1/works/{KEY}?lang=fr",
        "/en/search/?q=nests", "/en/search/?q=herons", "/fr/search/?q=nids",
    )  # fmt: skip
    return "".join(who.get(page).content.decode() for page in pages)


def test_before_its_release_a_text_is_nowhere(tabled: str, client: Client) -> None:
    assert not WorkRecord.objects.known().filter(work__key=tabled).exists()
    with pytest.raises(Refusal):
        text_on(tabled, on=None)
    assert text_on(tabled, on=None, by=DELEGATE).units
    said = heard(client)
    assert "exercises" not in said
    assert "unseen" not in said


def test_titles_and_headings_are_seen_in_the_languages_given_out(
    half_out: str, client: Client
) -> None:
    text = text_on(half_out, on=None)
    assert {unit.heading for unit, _depth in walk(text.units)} == {Words(), Words(ar=HEADING.ar)}
    assert text.record.title == Words(ar=TITLE.ar)
    all_of_it = text_on(half_out, on=None, by=DELEGATE)
    assert HEADING in {unit.heading for unit, _depth in walk(all_of_it.units)}
    said = heard(client)
    assert HEADING.ar in said
    assert TITLE.ar in client.get(f"/en/texts/{half_out}/").content.decode()
    for hidden in ("exercises", "exercices", "unseen", "cachés"):
        assert hidden not in said


def test_the_rest_comes_with_the_rest(half_out: str) -> None:
    releases.release(half_out, by=RELEASER)
    text = text_on(half_out, on=None)
    assert text.record.title == TITLE
    assert HEADING in {unit.heading for unit, _depth in walk(text.units)}
    assert f"resolution:{half_out}" in {hit.entry.record for hit in find("Herons").hits}


def test_a_text_of_the_pack_shows_its_headings(oic: object) -> None:
    text = text_on("charter-2008", on=None)
    assert text.released == ()
    assert any(unit.heading.ar and unit.heading.fr for unit, _depth in walk(text.units))
