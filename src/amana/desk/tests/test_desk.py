"""The desk itself: what needs attention, who I am, in few queries; and the register."""

from typing import Any

import pytest

from amana.desk.lookups.register import proof
from amana.desk.tests.conftest import SOURCES, Doing, plain
from amana.desk.tests.people import Cast
from amana.ground.models import Act
from amana.organisation.models import Term

# Session, person, the two of their authority, and the name in the masthead.
SIGNED_IN = 5


@pytest.fixture
def desk(cast: Cast) -> Any:
    def page(who: str = "registrar", lang: str = "en", path: str = "", **query: str) -> str:
        client = cast.client(getattr(cast, who))
        answer = client.get(f"/{lang}/desk/{path}", query)
        assert answer.status_code == 200
        return plain(answer)

    return page


def test_the_term_of_the_secretary_general_is_past_its_expected_end(desk: Any) -> None:
    page = desk(path="attention/overdue/", on="2026-11-24")
    assert "Secretary General" in page
    assert "Hissein Brahim Taha" in page
    assert "17 November 2026" in page
    assert "Hissein Brahim Taha" in desk(on="2026-11-24")


def test_a_day_before_it_is_among_those_that_end_within_a_year(desk: Any) -> None:
    assert "Hissein Brahim Taha" in desk(path="attention/ending/", on="2026-11-16")
    assert "Hissein Brahim Taha" not in desk(path="attention/overdue/", on="2026-11-16")
    assert "Hissein Brahim Taha" not in desk(path="attention/ending/", on="2024-11-16")


def test_the_line_is_settled_by_the_form_that_it_leads_to(cast: Cast, do: Doing) -> None:
    client = cast.client(cast.registrar)
    page = client.get("/en/desk/").content.decode()
    taha = Term.objects.known().get(office__key="secretary-general", during__endswith__isnull=True)
    assert "acts/term.elect/?office=secretary-general" in page
    assert f"acts/term.end/?term={taha.fact}" in page
    do(client, "term.end", term=str(taha.fact), day="2026-11-17", **SOURCES)
    page = plain(client.get("/en/desk/attention/overdue/"))
    assert "Hissein Brahim Taha" not in page
    assert "Hissein Brahim Taha" in plain(client.get("/en/desk/attention/ended/"))


def test_the_chief_offices_without_a_holder_are_listed(desk: Any) -> None:
    page = desk(path="attention/vacant/", on="2026-11-24")
    assert "Director of Legal Affairs" in page
    assert "Secretary General appoint" not in page


@pytest.mark.parametrize("which", ["disputed", "unsure", "unsourced", "untranslated", "unsettled"])
def test_the_lists_of_records_open_in_three_languages_and_as_files(cast: Cast, which: str) -> None:
    client = cast.client(cast.registrar)
    for lang in ("ar", "en", "fr"):
        assert client.get(f"/{lang}/desk/attention/{which}/").status_code == 200
    file = client.get(f"/ar/desk/attention/{which}/?format=csv")
    assert file["Content-Type"].startswith("text/csv")
    assert client.get(f"/ar/desk/attention/{which}/?format=xlsx").status_code == 200


def test_a_list_is_narrowed_by_kind_and_text(desk: Any) -> None:
    whole = desk(path="attention/disputed/")
    assert "Organization of Islamic Capitals and Cities" in whole
    some = desk(path="attention/disputed/", kind="organisation.Seat")
    assert "Seat of a body" in some
    assert "1 line" in some
    assert "Nothing to show" in desk(path="attention/disputed/", q="no such thing at all")


def test_a_name_without_french_is_among_the_texts_missing_in_a_language(desk: Any) -> None:
    page = desk(path="attention/untranslated/")
    assert "Amina Registrar" in page
    assert "Name in French" in page


def test_the_desk_says_who_i_am_and_what_my_office_lets_me_do(desk: Any) -> None:
    page = desk()
    assert "Amina Registrar" in page
    assert "It lets me do: every act of the registry." in page
    assert "within the own department" in desk(who="head")
    assert "I administer the system." in desk(who="administrator")


def test_the_head_is_offered_only_what_the_department_can_settle(cast: Cast) -> None:
    page = cast.client(cast.head).get("/en/desk/attention/overdue/").content.decode()
    assert "acts/term.elect/?office=secretary-general" not in page


def test_the_desk_is_arabic_and_right_to_left(cast: Cast) -> None:
    page = cast.client(cast.registrar).get("/ar/desk/").content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert "حسين إبراهيم طه" in page


@pytest.mark.parametrize(
    "path",
    ["", "changes/", "attention/disputed/", "attention/overdue/", "register/", "register/?page=3",
     "acts/term.elect/", "acts/membership.admit/"],
)  # fmt: skip
@pytest.mark.parametrize("who", ["registrar", "head"])
def test_no_page_asks_more_than_ten_questions_beside_who_reads(
    cast: Cast, django_assert_max_num_queries: Any, path: str, who: str
) -> None:
    client = cast.client(getattr(cast, who))
    client.get(f"/en/desk/{path}")
    with django_assert_max_num_queries(10 + SIGNED_IN):
        assert client.get(f"/en/desk/{path}").status_code in (200, 403)


def test_the_register_shows_the_newest_first_and_narrows(cast: Cast, do: Doing, desk: Any) -> None:
    client = cast.client(cast.registrar)
    do(client, "person.record", key="jane", names_en="Jane", reason="For the chair", **SOURCES)
    page = desk(path="register/")
    assert "For the chair" in page
    assert "Amina Registrar" in page
    mine = desk(path="register/", actor=cast.registrar.key)
    assert "leave 2 of" in mine
    assert "leave 2 of" in desk(path="register/", verb="person.record", subject="person:jane")
    assert "leave 0 of" in desk(path="register/", until="2020-01-01")
    today = desk(path="register/", subject="person:jane", since="24 November 2026")
    assert "leave 2 of" in today


def test_the_register_as_a_file_holds_every_act_that_the_filters_leave(cast: Cast) -> None:
    client = cast.client(cast.registrar)
    file = client.get("/en/desk/register/?format=csv&subject=office:")
    lines = file.content.decode("utf-8-sig").splitlines()
    assert len(lines) - 1 == Act.objects.filter(subject__contains="office:").count()
    assert Act.objects.order_by("-seq").filter(subject__contains="office:")[0].hash in lines[1]


def test_an_act_shows_the_fact_before_and_after(cast: Cast, do: Doing, desk: Any) -> None:
    client = cast.client(cast.registrar)
    done = do(client, "seat.move", body="isdb", place_en="Medina", since="2027-01-01", **SOURCES)
    ended, begun = done.acts
    assert "1 January 2027" in desk(path=f"register/{ended.seq}/")
    page = desk(path=f"register/{begun.seq}/")
    assert "Medina" in page
    assert begun.hash in page
    assert "This act holds" in page


def test_an_act_whose_row_was_altered_does_not_hold(cast: Cast) -> None:
    act = Act.objects.get(seq=7)
    assert proof(act).holds
    act.reason = "altered"
    assert not proof(act).holds
    assert not proof(act).is_whole


def test_every_act_of_the_pack_has_a_page(cast: Cast) -> None:
    client = cast.client(cast.registrar)
    seen: set[str] = set()
    for act in Act.objects.order_by("seq"):
        if act.verb not in seen:
            seen.add(act.verb)
            for lang in ("ar", "fr"):
                assert client.get(f"/{lang}/desk/register/{act.seq}/").status_code == 200, act.verb
    assert len(seen) > 20


def test_an_act_that_is_not_there_is_not_found(cast: Cast) -> None:
    client = cast.client(cast.registrar)
    for number in ("0", "999999", "9" * 40):
        assert client.get(f"/en/desk/register/{number}/").status_code == 404
