"""The wording of a text on its pages: columns, versions, provisions, comparison, and eyes."""

from datetime import date

import pytest
from django.test import Client

from amana.kernel.words import Words
from amana.texts.acts import drafts, operations, releases, tabling
from amana.texts.acts.writing import Entry
from amana.texts.models import Work, WorkRecord
from amana.texts.rules.kinds import Kind
from amana.texts.rules.operations import Change, Operation
from amana.texts.rules.tree import Block, Unit
from amana.texts.tests.people import DRAFTER, RELEASER
from amana.texts.tests.test_acts_texts import tabled

pytestmark = pytest.mark.django_db
KEY = "res-exercise"


@pytest.fixture
def given_out() -> str:
    """A released resolution that changes on 1 January 2027, and once more on a day not known."""
    tabled()
    tabling.set_distribution(KEY, by=RELEASER, distribution="general")
    releases.release(KEY, by=RELEASER)
    given(
        "res-amending",
        Words(en="Amending", ar="تعديل"),
        [block("Amends the first text;"), block("Invites all.")],
    )
    by = "res-amending#para_2"
    words = {"old": Words(en="again", fr="de nouveau", ar="مجددًا"),
             "new": Words(en="in a year", fr="dans un an", ar="بعد سنة")}  # fmt: skip
    change = Operation("", Change.SUBSTITUTE, "para_2", date(2027, 1, 1), instrument=by, **words)
    operations.amend(KEY, change, by=RELEASER)
    new = Unit("para_1a", Kind.OPERATIVE, "1a", text=Words(en="Invites all.", fr="Invite tous.",
                                                            ar="يدعو الجميع."))  # fmt: skip
    operations.amend(
        KEY, Operation("", Change.INSERT, "para_1", event="x", units=(new,), instrument=by),
        by=RELEASER,
    )  # fmt: skip
    return KEY


def block(en: str, ar: str = "تمرين.") -> Block:
    """An operative paragraph of exercises."""
    return Block(Kind.OPERATIVE, Words(en=en, ar=ar))


def given(key: str, name: Words, blocks: list[Block]) -> None:
    """A resolution given out in Arabic and English."""
    blocks = [Block(Kind.TITLE, name), *blocks]
    record = drafts.open_draft("resolution", name, by=DRAFTER, blocks=blocks)
    for lang in ("ar", "en"):
        drafts.set_state(record.draft.key, lang, "ready", by=DRAFTER)
    tabling.table(record.draft.key, work=key, by=DRAFTER)
    tabling.set_distribution(key, by=RELEASER, distribution="general")
    releases.release(key, by=RELEASER, languages=("ar", "en"), reason=Words(en="Exercise."))


def read(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, answer.content[:500]
    return answer.content.decode()


def test_a_text_is_read_in_one_two_or_three_languages(client: Client, given_out: str) -> None:
    page = read(client, f"/ar/texts/{given_out}/")
    assert "يقرر الاجتماع مجددًا" in page
    assert "Decides to meet again" not in page
    page = read(client, f"/ar/texts/{given_out}/?langs=ar-en-fr")
    for said in ("يقرر الاجتماع مجددًا", "Decides to meet again", "Décide de se réunir de nouveau"):
        assert said in page
    assert "columns-of-3" in page


def test_four_look_ups(client: Client, given_out: str) -> None:
    at = f"/en/texts/{given_out}"
    assert "meet again" in read(client, f"{at}@/?on=2028-01-01")
    assert "meet in a year" in read(client, f"{at}@2027-06-01/")
    assert "meet again" in read(client, f"{at}@2026-12-31/")
    assert "meet in a year" in read(client, f"{at}:2027-01-01/")
    assert "meet in a year" in read(client, f"{at}/?on=2027-01-01")
    assert "No version of" in read(client, f"{at}:2027-01-02/", 422)
    read(client, f"{at}@2027-02-30/", 422)


def test_every_page_says_what_is_not_in_force(client: Client, given_out: str) -> None:
    page = read(client, f"/en/texts/{given_out}/")
    assert "1 change has been decided and is not yet in force" in page
    assert "1 change waits for an event" in page
    for path in ("at/para_2/", "compare/"):
        assert "1 change waits for an event" in read(client, f"/en/texts/{given_out}/{path}")
    page = read(client, f"/en/texts/{given_out}/?on=2027-01-01")
    assert "not yet in force on this day" not in page


def test_a_provision_has_its_history_and_its_citation(client: Client, given_out: str) -> None:
    page = read(client, f"/en/texts/{given_out}/at/para_2/?on=2027-03-01")
    assert "meet in a year" in page
    assert "meet again" in page
    assert "/texts/res-amending/" in page
    assert "as it stood on" in page
    read(client, f"/en/texts/{given_out}/at/para_9/", 404)


def test_a_provision_is_called_and_cited_as_its_language_does(
    client: Client, given_out: str
) -> None:
    """Symbol, title, paragraph, body, day and address; one kind of digits on the page."""
    page = read(client, f"/ar/texts/{given_out}/at/para_2/")
    cited = page[page.index('id="citation"') : page.index('id="history"')]
    for said in ("بشأن التمارين، الفقرة 2", "هـ، الموافق ", "/at/para_2/?on="):
        assert said in cited
    page = read(client, f"/ar/texts/{given_out}/")
    assert "الفقرة 1 مكررًا" in page
    assert ">2-<" in page
    assert "٢-" not in page
    assert f"/ar/texts/{given_out}/at/para_2/#cite" in page


def test_what_changed_a_text_is_called_by_its_title(client: Client, given_out: str) -> None:
    page = read(client, f"/en/texts/{given_out}/")
    assert "Amending, para. 2" in page
    assert ">res-amending" not in page
    tabling.set_distribution("res-amending", by=RELEASER, distribution="limited")
    page = read(client, f"/en/texts/{given_out}/?langs=en")
    assert "a text that is not public" in page
    assert "res-amending" not in page


def test_two_days_are_compared_word_by_word(client: Client, given_out: str) -> None:
    page = read(client, f"/en/texts/{given_out}/compare/?from=2026-12-31&to=2027-01-01")
    assert "<del> again.</del><ins> in a year.</ins>" in page
    assert "3 unchanged provisions" in page
    page = read(client, f"/ar/texts/{given_out}/compare/?from=2026-12-31&to=2027-01-01")
    assert "<ins> بعد سنة.</ins>" in page
    page = read(client, f"/en/texts/{given_out}/compare/?from=2026-12-30&to=2026-12-31")
    assert "Nothing changed" in page
    page = read(client, f"/en/texts/{given_out}/compare/?with=res-amending")
    assert "Compared with" in page


@pytest.mark.parametrize("path", ["", "at/para_2/", "compare/", "files/en.pdf", "files/ar.html"])
def test_a_limited_text_is_unknown_to_the_public_everywhere(client: Client, path: str) -> None:
    tabled()
    page = read(client, f"/en/texts/{KEY}/{path}", 404)
    assert "meet again" not in page
    assert "On exercises" not in page


@pytest.mark.parametrize("path", ["", "at/para_2/", "compare/"])
def test_what_is_not_released_is_not_shown(client: Client, path: str) -> None:
    tabled()
    tabling.set_distribution(KEY, by=RELEASER, distribution="general")
    page = read(client, f"/en/texts/{KEY}/{path}", 404)
    assert "meet again" not in page


@pytest.mark.parametrize("path", ["", "?langs=ar-en-fr", "at/para_2/", "compare/"])
def test_no_page_asks_more_than_ten_questions(
    client: Client, given_out: str, path: str, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        client.get(f"/en/texts/{given_out}/{path}")


def test_a_language_that_is_not_ready_says_since_when_and_why(client: Client) -> None:
    tabled()
    tabling.set_distribution(KEY, by=RELEASER, distribution="general")
    reason = Words(en="The translator is away.", fr="Le traducteur est absent.", ar="المترجم غائب.")
    releases.release(KEY, by=RELEASER, languages=("ar", "en"), reason=reason)
    page = read(client, f"/fr/texts/{KEY}/")
    assert "Le traducteur est absent." in page
    assert "heure du siège" in page
    assert "Décide de se réunir" not in page


def test_a_text_can_be_kept_in_three_languages_by_those_with_scripts(
    client: Client, given_out: str
) -> None:
    page = read(client, f"/ar/texts/{given_out}/?on=2028-01-01&langs=fr")
    box = page[page.index("data-keep=") : page.index("data-press")]
    assert box.count(f"/texts/{given_out}/?on=2028-01-01 ") == 3
    assert " hidden>" in box


def test_the_subject_is_followed_across_the_sessions(client: Client, given_out: str) -> None:
    page = read(client, f"/en/texts/{given_out}/lineage/")
    assert "No other text on this subject" in page


def test_a_text_is_compared_with_any_earlier_one_on_its_subject(client: Client) -> None:
    """What each paragraph became, in a word and in what it means; the texts as adopted."""
    earlier = [
        block(
            "Invites Member States to survey every well;", "يدعو الدول الأعضاء إلى معاينة كل بئر؛"
        ),
        block("Decides to open a fund for wells;", "يقرر فتح صندوق للآبار؛"),
    ]
    later = [
        block("Urges Member States to survey every well;", "يحث الدول الأعضاء على معاينة كل بئر؛"),
        block("Welcomes the training of engineers.", "يرحب بتدريب المهندسين."),
    ]
    for key, blocks in (("wells-1", earlier), ("wells-2", later)):
        given(key, Words(en="On the wells of exercises", ar="بشأن آبار التمارين"), blocks)
    page = read(client, "/ar/texts/wells-2/lineage/?with=wells-1")
    compared = page[page.index('id="compared"') :]
    for said in ("عُزِّز", "فعلها أشد إلزامًا", "جديد", "محذوف", "<ins>يحث</ins>", "wells-1@"):
        assert said in compared


def test_a_text_without_a_session_on_record_says_how_to_cite_it(
    client: Client, given_out: str
) -> None:
    assert 'id="cite"' in read(client, f"/en/texts/{given_out}/")


@pytest.mark.parametrize("kind", [kind.value for kind in Work.Kind])
def test_every_kind_of_text_has_a_page(client: Client, kind: str) -> None:
    work = Work.objects.create(key="exercise-of-a-kind", kind=kind)
    entry = Entry("text.table", "work:exercise-of-a-kind", RELEASER, "releaser")
    entry.begin(WorkRecord, work=work, title=Words(en="An exercise of a kind"))
    for lang in ("ar", "en", "fr"):
        read(client, f"/{lang}/texts/exercise-of-a-kind/")
