"""What citations lead to on a day, as links, and listed backwards."""

from datetime import date

import pytest
from django.template import engines
from django.test.utils import CaptureQueriesContext

from amana.kernel.basis import Basis
from amana.kernel.words import LANGS, Words
from amana.texts.acts import drafts, operations, releases, tabling
from amana.texts.citing import find_citations
from amana.texts.citing.noting import cited_by, note_all, note_citations
from amana.texts.citing.resolving import resolve, resolve_all
from amana.texts.models import TextCitation, WorkRecord
from amana.texts.pages.links import pieces
from amana.texts.rules.kinds import Kind
from amana.texts.rules.operations import Change, Operation
from amana.texts.rules.tree import Block, Unit
from amana.texts.tests.people import DRAFTER, RELEASER, officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("oic")]
TODAY = date(2026, 11, 24)
LONG_AGO = date(1982, 6, 1)
BLOCKS = (
    Block(Kind.TITLE, Words(en="On exercises", fr="Des exercices", ar="بشأن التمارين")),
    Block(Kind.PREAMBULAR, Words(
        en="Recalling Articles 5 and 16 of the Charter and Resolution No. 8/44-POL,",
        fr="Rappelant les articles 5 et 16 de la Charte et la résolution n° 8/44-POL,",
        ar="إذ يستذكر المادتين 5 و16 من الميثاق والقرار رقم 8/44-س،",
    )),
    Block(Kind.OPERATIVE, Words(
        en="Requests a report under paragraph 1 of Article 33 of the Charter;",
        fr="Demande un rapport au titre du paragraphe 1 de l'article 33 de la Charte ;",
        ar="يطلب تقريرًا بموجب الفقرة 1 من المادة 33 من الميثاق؛",
    )),
    Block(Kind.OPERATIVE, Words(
        en="Decides to return to paragraph 1 of this resolution.",
        fr="Décide de revenir sur le paragraphe 1 de la présente résolution.",
        ar="يقرر العودة إلى الفقرة 1 من هذا القرار.",
    )),
)  # fmt: skip


def basis_of(text: str, lang: str = "en", on: date = TODAY, **more: object) -> str:
    [found] = find_citations(text, lang)
    basis = resolve(found, on, **more)  # type: ignore[arg-type]
    return str(basis) if basis else ""


def tabled(work: str = "res-exercise", **more: object) -> WorkRecord:
    record = drafts.open_draft("resolution", BLOCKS[0].text, by=DRAFTER, blocks=BLOCKS)
    for lang in LANGS:
        drafts.set_state(record.draft.key, lang, "ready", by=DRAFTER)
    found = tabling.table(
        record.draft.key, work=work, by=DRAFTER, canonical="7/60-POL", adopted="2026-11-01", **more
    )
    tabling.set_distribution(work, by=RELEASER, distribution="general")
    return found


def test_the_charter_is_the_one_that_applied_on_the_day() -> None:
    said = "Article 5 of the Charter"
    assert basis_of(said) == "charter-2008#art_5"
    assert basis_of(said, on=LONG_AGO) == "charter-1972#art_5"
    assert basis_of("Article 5 of the Charter of 1972") == "charter-1972#art_5"
    assert basis_of("المادة الخامسة من ميثاق 2008", "ar", on=LONG_AGO) == "charter-2008#art_5"


@pytest.mark.parametrize(
    ("text", "lang", "address"),
    [
        ("paragraph 1 of Article 33 of the Charter", "en", "charter-2008#art_33__para_1"),
        ("la résolution n° 8/44-P", "fr", "res-cfm-44-pol-8"),
        ("القرار رقم 8/44 – س", "ar", "res-cfm-44-pol-8"),
        ("Resolution No. 45/10-P(IS)", "en", "res-summit-10-pol-45"),
        ("Resolution No. 2/8-E", "en", "res-cfm-8-eco-2"),
        ("القرار رقم 2/20-أم", "ar", "res-cfm-20-adf-2"),
        ("Rule 4 of the Rules of Procedure", "en", "rules-of-procedure-1982#rule_4"),
        ("l'article 4 du Règlement intérieur", "fr", "rules-of-procedure-1982#rule_4"),
        ("المادة 4 من النظام الداخلي", "ar", "rules-of-procedure-1982#rule_4"),
        ("Rule 40 of the Rules of Procedure", "en", "rules-of-procedure-1982"),
        ("Article 16, paragraph 9, of the Charter", "en", "charter-2008#art_16"),
        ("Article 5 of the Financial Regulations", "en", "financial-regulations"),
        ("paragraph 3 of Resolution No. 8/44-POL", "en", "res-cfm-44-pol-8"),
        ("Article 99 of the Charter", "en", ""),
        ("Article 102 of the Charter of the United Nations", "en", ""),
        ("Article 5 of the Statute", "en", ""),
        ("resolution 78/3 of the General Assembly", "en", ""),
        ("Article 5", "en", ""),
    ],
)
def test_a_citation_leads_to_what_is_on_record(text: str, lang: str, address: str) -> None:
    assert basis_of(text, lang) == address


def test_a_provision_of_which_nothing_more_is_said_is_of_the_citing_text() -> None:
    assert basis_of("Article 5", within="charter-2008") == "charter-2008#art_5"
    assert basis_of("Article 5 of the Charter", within="res-x") == "charter-2008#art_5"
    assert basis_of("Article 77", within="charter-2008") == ""


def test_what_a_reader_may_not_see_is_no_link() -> None:
    tabled()
    said = "Resolution No. 7/60-POL"
    assert basis_of(said) == ""
    releases.release("res-exercise", by=RELEASER)
    assert basis_of(said) == "res-exercise"
    tabling.set_distribution(
        "res-exercise", by=RELEASER, distribution="restricted", readers=["officer-of-cabinet"]
    )
    assert basis_of(said) == ""
    assert basis_of(said, by=officer("drafter")) == ""
    assert basis_of(said, by=RELEASER) == "res-exercise"


def test_numbers_are_those_of_the_day() -> None:
    def decide(change: Change, target: str, on: date, **more: object) -> None:
        operation = Operation(
            "", change, target, on, instrument="res-exercise#para_1", **more  # type: ignore[arg-type]
        )  # fmt: skip
        operations.amend("charter-2008", operation, by=RELEASER, decided="2026-11-01")

    tabled()
    decide(Change.INSERT, "art_5", date(2027, 1, 1), units=(
        Unit("art_5a", Kind.ARTICLE, "5a", text=Words(en="An exercise.")),
    ))  # fmt: skip
    decide(Change.RENUMBER, "art_38", date(2027, 2, 1), num="38a")
    decide(Change.RENUMBER, "art_37", date(2027, 2, 1), num="38")
    before, between, after = date(2026, 12, 1), date(2027, 1, 15), date(2027, 3, 1)
    assert basis_of("Article 5a of the Charter", on=before) == ""
    assert basis_of("Article 5a of the Charter", on=between) == "charter-2008#art_5a"
    assert basis_of("Article 38 of the Charter", on=between) == "charter-2008#art_38"
    assert basis_of("Article 38 of the Charter", on=after) == "charter-2008#art_37"
    assert basis_of("Article 38a of the Charter", on=after) == "charter-2008#art_38"
    assert basis_of("Article 37 of the Charter", on=after) == ""


def test_citations_are_resolved_in_three_queries_whatever_their_number(
    django_assert_max_num_queries: "pytest.FixtureRequest",
) -> None:
    text = " ".join(
        f"Article {n} of the Charter, Rule {n} of the Rules of Procedure, "
        f"Resolution No. {n}/44-POL and Article {n} of the Statute."
        for n in range(1, 24)
    )
    found = find_citations(text, "en")
    assert len(found) == 92
    with django_assert_max_num_queries(3):  # type: ignore[operator]
        bases = resolve_all(found, TODAY)
    assert sum(basis is not None for basis in bases) == 23 * 3
    with django_assert_max_num_queries(0):  # type: ignore[operator]
        assert resolve_all([], TODAY) == []
        assert resolve_all(find_citations("Article 5", "en"), TODAY) == [None]


def cited(text: str, words: str, target: str) -> TextCitation:
    start = text.index(words)
    return TextCitation(start=start, end=start + len(words), printed=words, target=target)


def test_a_text_with_its_links_is_the_text_again_and_is_left_to_escape() -> None:
    text = "<b>Under</b> Article 5 of the Charter & Rule 4"
    rows = [cited(text, "Article 5", "charter-2008#art_5"), cited(text, "Rule 4", "rules")]
    rows[1].printed = "Rule 5"  # its words stand there no longer: no link
    [found] = pieces(text, rows, "en", "")
    assert "".join(piece.text for piece in found) == text
    assert [tuple(piece) for piece in found if piece.address] == [
        ("Article 5", "/en/texts/charter-2008/#art_5")
    ]
    template = "{% for t, u in p %}{% if u %}<a href='{{ u }}'>{% endif %}{{ t }}{% endfor %}"
    shown = engines["jinja"].from_string(template).render({"p": found})
    assert shown.startswith("&lt;b&gt;Under&lt;/b&gt; <a href='/en/texts/charter-2008/#art_5'>")


def test_a_link_is_in_the_language_of_the_text_and_keeps_the_day() -> None:
    text = "المادة 5 من الميثاق"
    [[piece]] = pieces(text, [cited(text, text, "charter-1972#art_5")], "ar", "1982-06-01")
    assert piece.address == "/ar/texts/charter-1972/?on=1982-06-01#art_5"
    assert pieces("", [], "en", "") == []


# --- Cited by


def test_a_released_text_is_listed_where_it_cites(oic: object) -> None:
    tabled()
    assert note_citations("res-exercise") == 3 * 4
    assert cited_by("charter-2008#art_16", TODAY) == []  # no language was given out yet
    releases.release("res-exercise", by=RELEASER)
    [citing] = cited_by("charter-2008#art_16", TODAY)
    assert citing.address == "res-exercise#preamble__container_1"
    assert citing.langs == LANGS
    assert citing.targets == ("charter-2008#art_16",)
    assert citing.title.fr == "Des exercices"
    [citing] = cited_by("charter-2008#art_33", TODAY)
    assert (citing.wid, citing.targets) == ("para_1", ("charter-2008#art_33__para_1",))
    assert cited_by("charter-2008#art_33__para_1", TODAY) == [citing]
    assert [each.wid for each in cited_by("res-cfm-44-pol-8", TODAY)] == ["preamble__container_1"]
    assert [each.wid for each in cited_by("charter-2008", TODAY)] == [
        "para_1", "preamble__container_1",
    ]  # fmt: skip


def test_a_text_of_tomorrow_cites_nothing_today() -> None:
    tabled()
    note_citations("res-exercise")
    releases.release("res-exercise", by=RELEASER)
    assert cited_by("charter-2008#art_16", date(2026, 10, 31)) == []
    assert len(cited_by("charter-2008#art_16", date(2026, 11, 1))) == 1


def test_article_3_is_not_cited_where_article_33_is() -> None:
    tabled()
    note_citations("res-exercise")
    assert cited_by("charter-2008#art_3", TODAY, by=RELEASER) == []


def test_what_a_reader_may_not_see_cites_nothing() -> None:
    tabled()
    note_citations("res-exercise")
    releases.release("res-exercise", by=RELEASER, languages=["ar"], reason=Words(en="Exercise."))
    assert [each.langs for each in cited_by("charter-2008#art_16", TODAY)] == [("ar",)]
    [citing] = cited_by("charter-2008#art_16", TODAY, by=RELEASER)
    assert citing.langs == LANGS
    tabling.set_distribution(
        "res-exercise", by=RELEASER, distribution="restricted", readers=["officer-of-cabinet"]
    )
    assert cited_by("charter-2008#art_16", TODAY) == []
    assert cited_by("charter-2008#art_16", TODAY, by=officer("drafter")) == []
    assert len(cited_by("charter-2008#art_16", TODAY, by=RELEASER)) == 1


def test_a_work_that_may_not_be_seen_has_no_list() -> None:
    tabled()
    tabled("res-other")
    tabling.set_distribution(
        "res-other", by=RELEASER, distribution="restricted", readers=["officer-of-cabinet"]
    )
    TextCitation.objects.create(
        work=WorkRecord.objects.whoever().get(work__key="res-exercise").work, wid="para_1",
        lang="en", start=0, end=1, printed="x", target="res-other", target_work="res-other",
        on=date(2026, 11, 1),
    )  # fmt: skip
    releases.release("res-exercise", by=RELEASER)
    assert cited_by("res-other", TODAY) == []
    assert cited_by("no-such-work", TODAY) == []


def test_the_index_is_made_anew_and_forgets_what_no_longer_stands() -> None:
    tabled()
    note_citations("res-exercise")
    tabling.record_text(
        "res-exercise#para_1", Words(en="Requests nothing;", fr="Ne demande rien ;", ar="لا يطلب؛"),
        by=RELEASER,
    )  # fmt: skip
    assert note_citations("res-exercise") == 3 * 3
    assert not TextCitation.objects.filter(wid="para_1").exists()
    TextCitation.objects.all().delete()
    assert note_all() == 3 * 3
    assert note_citations("no-such-work") == 0


def test_noting_a_work_takes_as_many_queries_as_another() -> None:
    from django.db import connection

    tabled()
    with CaptureQueriesContext(connection) as first:
        note_citations("res-exercise")
    tabling.record_text(
        "res-exercise#para_2",
        Words(en="; ".join(f"Article {n} of the Charter" for n in range(1, 39))),
        by=RELEASER,
    )
    with CaptureQueriesContext(connection) as second:
        assert note_citations("res-exercise") > 40
    assert len(first) == len(second) <= 11


def test_a_listing_takes_three_queries(django_assert_max_num_queries: object) -> None:
    tabled()
    note_citations("res-exercise")
    with django_assert_max_num_queries(3):  # type: ignore[operator]
        cited_by("charter-2008", TODAY)


def test_the_addresses_of_the_index_are_addresses() -> None:
    tabled()
    note_citations("res-exercise")
    for row in TextCitation.objects.all():
        assert Basis.parse(row.target).work == row.target_work
        assert row.printed


def test_a_citation_that_a_change_brought_stands_there_from_its_day() -> None:
    tabled("res-old")
    said = Words(en="Recalls Article 16 of the Charter;", fr="Rappelle.", ar="يستذكر.")
    unit = Unit("para_1a", Kind.OPERATIVE, "1a", text=said)
    change = Operation(
        "", Change.INSERT, "para_1", date(2026, 11, 10), units=(unit,), instrument="charter-2008"
    )
    operations.amend("res-old", change, by=RELEASER)
    days = TextCitation.objects.filter(work__key="res-old", wid="para_1a").values_list("on")
    assert set(days) == {(date(2026, 11, 10),)}
    own = TextCitation.objects.filter(work__key="res-old", wid="para_1").values_list("on")
    assert set(own) == {(date(2026, 11, 1),)}
