"""Each act of the registry, done by the registrar from the form to the register."""

import html
import re
import uuid
from datetime import date
from typing import Any

import pytest

from amana.accounts.api import find
from amana.desk.forms.catalogue import BY_VERB
from amana.desk.tests.conftest import SOURCES, Doing
from amana.desk.tests.people import Cast
from amana.ground.dated import registry_models
from amana.organisation.models import (
    Attestation,
    BodyName,
    Establishment,
    Membership,
    Office,
    Rule,
    Seat,
    Suspension,
    Term,
)

TAHA = {"office__key": "secretary-general", "during__endswith__isnull": True}

# Verb, what is typed, what the preview says in words.
EACH: list[tuple[str, dict[str, Any], str]] = [
    ("membership.admit", {"state": "bih", "since": "2027-01-01", "group": ""}, "is a member of"),
    ("membership.observe", {"state": "rus", "body": "comcec", "since": "1 Muharram 1449"},
     "is an observer in"),
    ("application.record", {"state": "srb", "sought": "member", "since": "2026-06"},
     "applies to be a member of"),
    ("status-event.record", {"state": "egy", "kind": "membership_contested", "day": "2026-06-01"},
     "Its membership was contested"),
    ("state.record", {"alpha3": "and", "kind": "state", "names_en": "Andorra"},
     "the name “Andorra” of the state Andorra"),
    ("state.rename", {"state": "egy", "names_en": "Nile", "since": "2026-12-01"},
     "the name “Nile” of the state Egypt"),
    ("membership.suspend", {"state": "mli", "since": "2026-12-01"}, "the participation of Mali"),
    ("vote.suspend", {"state": "mli", "since": "2026-12-01", "why_en": "Arrears"},
     "the vote of Mali"),
    ("membership.withdraw", {"state": "mli", "day": "2027-12-01"}, "One year's notice"),
    ("body.establish", {"key": "new-committee", "kind": "charter-committee", "parent": "oic",
     "names_en": "New Committee", "since": "2026-12-01"}, "New Committee"),
    ("body.rename", {"body": "comcec", "names_en": "Committee for Trade", "since": "2026-12-01"},
     "Committee for Trade"),
    ("body.dissolve", {"body": "comstech", "day": "2028-01-01"}, ""),
    ("seat.move", {"body": "isdb", "place_en": "Medina", "state": "sau", "since": "2027-01-01"},
     "Medina"),
    ("person.record", {"key": "jane-doe", "names_en": "Jane Doe", "names_ar": "جين دو"},
     "Jane Doe"),
    ("office.create", {"key": "deputy", "body": "general-secretariat", "title_en": "Deputy",
     "since": "2026-12-01", "seats": "1", "held_by": "person"}, "the office “Deputy”"),
    ("term.appoint", {"office": "head-dept-legal", "person": "amina-registrar",
     "since": "2026-12-01"}, "holds the office"),
    ("rule.set", {"rule": "hall.opening", "title_en": "Opening of the hall", "group": "other",
     "value": "9", "text_en": "The hall opens at nine.", "since": "2026-12-01"}, "hall.opening"),
    ("rule.amend", {"rule": "quorum", "value": "1/2", "text_en": "Half of the members.",
     "since": "2026-12-01"}, "1/2"),
    ("rule.repeal", {"rule": "quorum", "day": "2026-12-01"}, "No longer from"),
    ("question.open", {"key": "hall-founded", "question_en": "When was the hall founded?"},
     "When was the hall founded?"),
]  # fmt: skip


@pytest.mark.parametrize(("verb", "said", "shown"), EACH, ids=[each[0] for each in EACH])
def test_the_registrar_can_do_each_act_once_with_a_preview_that_says_it(
    cast: Cast, do: Doing, verb: str, said: dict[str, Any], shown: str
) -> None:
    done = do(cast.client(cast.registrar), verb, **said, **SOURCES)
    if verb == "body.dissolve":  # states hold its chair: named, not written
        assert done.preview.status_code == 422
        assert "these offices are held" in done.text
        return
    assert done.preview.status_code == 200, done.text
    assert shown in done.text
    assert done.answer is not None
    assert done.answer.status_code == 302
    assert done.acts[-1].verb == verb
    assert {act.actor for act in done.acts} == {cast.registrar.key}
    assert {act.office for act in done.acts} == {"registrar"}
    page = cast.client(cast.registrar).get(done.answer["Location"])
    assert "This act holds" in page.content.decode()


def test_every_act_of_the_catalogue_is_open_to_somebody_and_has_a_form(cast: Cast) -> None:
    for verb, act in BY_VERB.items():
        who = cast.registrar if "registrar" in act.powers else cast.administrator
        page = cast.client(who).get(f"/fr/desk/acts/{verb}/")
        assert page.status_code == 200, verb
        assert act.powers


def test_the_term_of_the_secretary_general_ends_and_the_next_is_expected_to_last_five_years(
    cast: Cast, do: Doing
) -> None:
    client = cast.client(cast.registrar)
    do(client, "person.record", key="jane-doe", names_en="Jane Doe", **SOURCES)
    taha = Term.objects.known().get(**TAHA)
    ended = do(client, "term.end", term=str(taha.fact), day="2026-11-17", **SOURCES)
    assert "No longer from" in ended.text
    assert "Hissein Brahim Taha holds the office “Secretary General”" in ended.text
    chosen = do(
        client, "term.elect", office="secretary-general", person="jane-doe",
        since="7 Jumada al-Akhira 1448", provision="charter-2008#art_16", **SOURCES,
    )  # fmt: skip
    assert "expected to end on" in chosen.text
    assert "17 November 2031" in chosen.text
    assert "Charter 2008, Art. 16" in chosen.text
    assert "renewable once" in chosen.text.lower()
    term = Term.objects.known().get(**TAHA)
    assert term.since_mark == "2026-11-17"
    assert str(term.expected_end) == "2031-11-17"


def test_a_term_is_extended_by_a_decision(cast: Cast, do: Doing) -> None:
    taha = Term.objects.known().get(**TAHA)
    done = do(
        cast.client(cast.registrar), "term.extend", term=str(taha.fact), until="17/11/2027",
        **SOURCES,
    )  # fmt: skip
    assert done.answer is not None, done.text
    assert str(Term.objects.known().get(**TAHA).expected_end) == "2027-11-17"


def test_an_observer_that_is_admitted_ceases_to_be_one_and_the_preview_says_both(
    cast: Cast, do: Doing
) -> None:
    done = do(
        cast.client(cast.registrar), "membership.admit", state="bih", since="2027-01-01", **SOURCES
    )
    assert "Bosnia and Herzegovina is an observer" in done.text
    assert "Bosnia and Herzegovina is a member of" in done.text
    held = Membership.objects.on(date(2027, 1, 2))
    row = held.get(state__key="bih", body__kind__is_organisation=True)
    assert row.status == "member"


def test_a_suspension_is_recorded_and_lifted(cast: Cast, do: Doing) -> None:
    client = cast.client(cast.registrar)
    do(client, "membership.suspend", state="mli", since="2026-12-01", **SOURCES)
    done = do(client, "membership.reinstate", state="mli", day="2027-02-01", **SOURCES)
    assert "the participation of Mali" in done.text
    row = Suspension.objects.known().get(state__key="mli")
    assert (row.since_mark, row.until_mark) == ("2026-12-01", "2027-02-01")


def test_a_vote_is_suspended_exempted_and_restored(cast: Cast, do: Doing) -> None:
    client = cast.client(cast.registrar)
    asked = do(client, "vote.suspend", state="mli", since="2026-12-01", **SOURCES)
    assert "This is needed." in asked.text  # why
    do(client, "vote.suspend", state="mli", since="2026-12-01", why_en="Arrears", **SOURCES)
    done = do(client, "vote.exempt", state="mli", since="2027-01-01", until="2027-03-01", **SOURCES)
    assert "Mali votes in Organisation of Islamic Cooperation although" in done.text
    done = do(client, "vote.end-exemption", state="mli", day="2027-01-15", **SOURCES)
    assert "No longer from" in done.text
    assert "15 January 2027" in done.text
    done = do(client, "vote.restore", state="mli", day="2027-02-01", **SOURCES)
    assert "the vote of Mali" in done.text
    row = Suspension.objects.known().get(state__key="mli")
    assert (row.of, row.why.en, row.until_mark) == ("vote", "Arrears", "2027-02-01")


def test_a_body_is_founded_placed_renamed_moved_and_dissolved(cast: Cast, do: Doing) -> None:
    client = cast.client(cast.registrar)
    founded = {"key": "hall", "kind": "charter-committee", "names_en": "Hall", "parent": "oic",
               "since": "2026-12"}  # fmt: skip
    assert do(client, "body.establish", **founded, **SOURCES).answer is not None
    steps: list[tuple[str, dict[str, str]]] = [
        ("body.rename", {"names_en": "Great Hall", "names_fr": "Salle", "since": "2027-01-01"}),
        ("body.reparent", {"parent": "general-secretariat", "since": "2027-02-01"}),
        ("seat.move", {"place_en": "Jeddah", "since": "2027-03-01"}),
        ("body.dissolve", {"day": "2028-01-01"}),
    ]  # fmt: skip
    for verb, said in steps:
        done = do(client, verb, body="hall", **said, **SOURCES)
        assert done.answer is not None, (verb, done.text)
    assert Establishment.objects.known().get(body__key="hall").until_mark == "2028-01-01"
    assert {row.names.en for row in BodyName.objects.known().filter(body__key="hall")} == {
        "Hall", "Great Hall",
    }  # fmt: skip
    assert Seat.objects.known().get(body__key="hall").until_mark == "2028-01-01"


def test_an_answer_is_added_and_preferred_with_its_reason(cast: Cast, do: Doing) -> None:
    client = cast.client(cast.registrar)
    question = Attestation.objects.known().order_by("pk")[0].question_key
    added = do(
        client, "attestation.add", question=question, value_en="Another day",
        source="A yearbook, p. 9",
    )  # fmt: skip
    assert added.answer is not None, added.text
    number = Attestation.objects.known().filter(question_key=question).order_by("-number")[0].number
    done = do(
        client, "attestation.prefer", answer=f"{question}#{number}",
        why_en="The yearbook is nearest.",
    )  # fmt: skip
    assert done.answer is not None, done.text
    preferred = Attestation.objects.known().get(question_key=question, preferred=True)
    assert preferred.number == number


def test_a_correction_changes_what_is_known_and_keeps_what_was(cast: Cast, do: Doing) -> None:
    client = cast.client(cast.registrar)
    rule = Rule.objects.known().filter(name__key="quorum").order_by("-during")[0]
    page = client.get(f"/en/desk/acts/record.correct/?fact={rule.fact}")
    assert f'value="{rule.value}"' in page.content.decode()
    said = _typed(page)
    done = do(client, "record.correct", **{**said, "value": "3/5", "reason": "Misread."})
    assert done.answer is not None, done.text
    assert [act.facts.get("value") for act in done.acts] == ["3/5"]
    assert Rule.objects.known().get(fact=rule.fact).value == "3/5"
    assert Rule.objects.known().get(fact=rule.fact).text == rule.text
    history = client.get(f"/en/desk/facts/{rule.fact}/").content.decode()
    assert "2 versions are on record" in history
    assert rule.value in history
    assert "Misread." in history


def test_a_correction_that_changes_nothing_is_refused(cast: Cast, do: Doing) -> None:
    client = cast.client(cast.registrar)
    newest = (model.objects.known().order_by("-pk").first() for model in registry_models())
    for row in filter(None, newest):  # of some kinds the pack says nothing
        said = _typed(client.get(f"/en/desk/acts/record.correct/?fact={row.fact}"))
        done = do(client, "record.correct", **{**said, "reason": "Nothing."})
        assert "The correction changes nothing" in done.text, (row, done.text[:2000])


def test_a_record_is_withdrawn_and_its_history_says_so(cast: Cast, do: Doing) -> None:
    client = cast.client(cast.registrar)
    row = Seat.objects.known().order_by("pk")[0]
    done = do(client, "record.withdraw", fact=str(row.fact), reason="Recorded twice.")
    assert "Withdrawn as recorded in error" in done.text
    assert not Seat.objects.known().filter(fact=row.fact).exists()
    history = client.get(f"/en/desk/facts/{row.fact}/").content.decode()
    assert "This record is known no longer." in history
    assert "Recorded twice." in history
    entry = client.get(f"/en/desk/register/{done.acts[0].seq}/").content.decode()
    assert row.place.en in entry


def test_the_administrator_makes_an_account_and_sees_its_link_once(cast: Cast, do: Doing) -> None:
    client = cast.client(cast.administrator)
    said = {"email": "new@example.org", "name": "New Officer", "language": "ar"}
    done = do(client, "account.create", **said)
    assert done.answer is not None
    assert "/ar/account/invitation/" in done.answer.content.decode()
    user = find("new@example.org")
    assert user is not None
    assert not user.has_usable_password()
    again = client.post("/en/desk/acts/account.create/", done.confirmed)
    assert again.status_code == 302
    assert "invitation" not in again.content.decode()


def test_an_account_is_linked_and_unlinked(cast: Cast, do: Doing) -> None:
    client = cast.client(cast.administrator)
    do(client, "person.record", key="omar", names_en="Omar", **SOURCES)
    done = do(client, "account.link", person="omar", user_email="outsider@example.org")
    assert done.answer is not None, done.text
    cast.outsider.refresh_from_db()
    assert cast.outsider.person.key == "omar"
    assert do(client, "account.unlink", person="omar").answer is not None


def test_an_unknown_act_and_an_unknown_fact_are_pages_not_faults(cast: Cast) -> None:
    client = cast.client(cast.registrar)
    assert client.get("/en/desk/acts/no.such/").status_code == 404
    for verb in ("record.correct", "record.withdraw"):
        assert client.get(f"/en/desk/acts/{verb}/?fact={uuid.uuid4()}").status_code == 404
        assert client.get(f"/en/desk/acts/{verb}/?fact=%00x").status_code == 404
    assert client.get(f"/en/desk/facts/{uuid.uuid4()}/").status_code == 404
    assert Office.objects.count()


def _typed(page: Any) -> dict[str, Any]:
    """The form of a page as a browser would send it unchanged."""
    text = re.search(r'(?s)<form class="form act".*?</form>', page.content.decode())[0]
    said: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]*>", text):
        given = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        is_box = given.get("type") in ("checkbox", "radio")
        if "name" in given and (not is_box or " checked" in tag):
            said[given["name"]] = html.unescape(given.get("value", "on" if is_box else ""))
    for name, body in re.findall(r'(?s)<textarea name="([^"]+)"[^>]*>\n?(.*?)</textarea>', text):
        said[name] = html.unescape(body)
    for name, body in re.findall(r'(?s)<select name="([^"]+)"[^>]*>(.*?)</select>', text):
        chosen = re.findall(r'<option value="([^"]*)" selected', body)
        said[name] = html.unescape(chosen[0]) if chosen else ""
    return {key: value for key, value in said.items() if key not in ("csrfmiddlewaretoken", "step")}
