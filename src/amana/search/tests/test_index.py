"""The index follows the register: what is written, corrected or withdrawn is found so at once."""

import time
from dataclasses import replace
from datetime import date

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amana.ground import facts, register
from amana.ground.facts import Provenance, When
from amana.kernel.authority import Authority
from amana.kernel.words import Words
from amana.search import api as search
from amana.search import index, touching
from amana.search.api import find, finders, keep_true, rebuild, reindex, silent
from amana.search.models import Entry, Position
from amana.search.tests.exercises import paragraph, shelf
from amana.search.touching import touched_since

pytestmark = pytest.mark.usefixtures("indexed")

# The index knows no room, and neither do its tests by import.
Office, Person, PersonName, StateName, Term = (
    apps.get_model("organisation", name)
    for name in ("Office", "Person", "PersonName", "StateName", "Term")
)
BY = Authority("test", "A clerk", date(2026, 1, 1), powers=frozenset({"administrator"}))
SAID = {"by": BY, "power": "administrator", "verb": "try", "subject": "try:1"}


def found(query: str) -> list[str]:
    return [hit.entry.record for hit in find(query, limit=1000).hits]


def person(name: str, key: str = "amina-sankoh") -> PersonName:
    who, _made = Person.objects.get_or_create(key=key)
    values = {"person": who, "names": Words(en=name, fr=name, ar="أمينة سنكوح"), "spellings": []}
    return facts.assert_fact(PersonName, values, When(), Provenance(), **SAID)


def test_a_new_fact_is_found_by_the_next_search() -> None:
    assert found("Amina Sankoh") == []
    person("Amina Sankoh")
    assert found("Amina Sankoh") == ["person:amina-sankoh"]
    assert found("أمينة سنكوح") == ["person:amina-sankoh"]


def test_a_corrected_fact_is_found_as_it_is_now_and_no_longer_as_it_was() -> None:
    row = person("Amina Sankoh")
    assert found("Sankoh")
    facts.correct_fact(row, {"names": Words(en="Amina Sow")}, **SAID)
    assert found("Amina Sow") == ["person:amina-sankoh"]
    assert found("Sankoh") == []


def test_a_withdrawn_fact_is_not_found() -> None:
    row = person("Amina Sankoh")
    assert found("Sankoh")
    facts.withdraw_fact(row, **SAID)
    assert found("Sankoh") == []


def test_a_term_is_told_of_both_its_office_and_its_holder() -> None:
    who = person("Amina Sankoh").person
    office = Office.objects.get(key="asg-political")
    keep_true()
    values = {"office": office, "person": who, "seat": 9}
    facts.assert_fact(Term, values, When(since="2031"), Provenance(), **SAID)
    assert set(found("Sankoh")) == {"person:amina-sankoh", "office:asg-political"}
    assert "person:amina-sankoh" in found("Assistant Secretary General Political 2031")


def test_a_fact_that_moves_to_another_record_leaves_the_first() -> None:
    first, second = person("Amina Sankoh").person, person("Omar Ba", "omar-ba").person
    office = Office.objects.get(key="asg-political")
    values = {"office": office, "person": first, "seat": 9}
    term = facts.assert_fact(Term, values, When(since="2031"), Provenance(), **SAID)
    assert "person:amina-sankoh" in found("2031")
    facts.correct_fact(term, {"person_id": second.pk}, **SAID)
    assert "person:amina-sankoh" not in found("2031")
    assert "person:omar-ba" in found("2031")


def test_the_name_of_a_state_reaches_the_sessions_that_it_hosted() -> None:
    row = StateName.objects.known().get(state__key="gmb")
    facts.correct_fact(
        row, {"names": Words(en="Senegambia", fr="Sénégambie", ar="سنغامبيا")}, **SAID
    )
    assert {"state:gmb", "session:summit-15"} <= set(found("Senegambia"))


def test_an_act_of_another_room_costs_a_comparison_and_changes_nothing() -> None:
    before = set(Entry.objects.values_list("pk", flat=True))
    register.record("set password", "user:1", by=BY, facts={}, power="administrator")
    keep_true()
    assert set(Entry.objects.values_list("pk", flat=True)) == before
    assert Position.objects.get().act == register.head()[0]


def test_a_search_of_an_unchanged_register_asks_once_whether_it_changed() -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        keep_true()
    assert len(asked) == 1


def test_one_changed_record_leaves_the_entries_of_all_others_alone() -> None:
    before = set(Entry.objects.values_list("pk", flat=True))
    row = PersonName.objects.known().get(person__key="habib-chatty")
    facts.correct_fact(row, {"spellings": [*row.spellings, "Chettiy"]}, **SAID)
    assert found("Chettiy") == ["person:habib-chatty"]
    changed = Entry.objects.exclude(pk__in=before).values_list("record", flat=True)
    assert set(changed) == {"person:habib-chatty"}


def test_many_acts_at_once_are_one_comparison() -> None:
    for number in range(1200):
        register.record(
            "try", f"thing:{number}", by=BY, facts={"model": "x.Y"}, power="administrator"
        )
    person("Amina Sankoh")
    assert found("Amina Sankoh") == ["person:amina-sankoh"]


def test_a_work_of_four_hundred_provisions_is_found_soon_after_its_release() -> None:
    """Twelve hundred texts of a hundred words; the register tells of each provision by one act."""
    body = " ".join(f"clause{number} of an exercise" for number in range(25))
    with shelf() as made:
        for number in range(400):
            person(f"Exercise {number}", f"exercise-{number}")
            text = Words(
                en=f"quince{number} {body}", fr=f"coing{number} {body}", ar=f"سفرجل {body}"
            )
            made.put(paragraph(f"exercise-{number}", text))
        begun = time.process_time()
        with CaptureQueriesContext(connection) as asked:
            keep_true()
        assert time.process_time() - begun < 3
        assert len(asked) < 60
        assert made.asked_for_all == 0
        assert Entry.objects.filter(kind="exercise").count() == 1200
        assert found("quince377") == ["exercise:exercise-377"]
        with CaptureQueriesContext(connection) as asked:
            keep_true()
        assert len(asked) == 1


def test_one_changed_provision_of_many_is_the_only_one_written() -> None:
    with shelf() as made:
        made.put(*(paragraph(f"p{number}") for number in range(400)))
        reindex("exercise")
        before = set(Entry.objects.values_list("pk", flat=True))
        made.put(paragraph("p7", Words(en="Exercise: a wording with sassafras")))
        reindex("exercise", ["p7"])
        changed = Entry.objects.exclude(pk__in=before)
        assert set(changed.values_list("record", flat=True)) == {"exercise:p7"}
        assert found("sassafras") == ["exercise:p7"]


def test_a_field_beyond_others_touches_only_what_hangs_on_it() -> None:
    """As a release touches the provisions of its work: here a term the offices of its body."""
    with shelf(reads={"organisation.Term": "office__body__offices"}):
        who, office = person("Amina Sankoh").person, Office.objects.get(key="asg-political")
        act = register.head()[0]
        values = {"office": office, "person": who, "seat": 9}
        facts.assert_fact(Term, values, When(since="2031"), Provenance(), **SAID)
        touched = touched_since(act)["exercise"]
        beside = Office.objects.filter(body=office.body).values_list("key", flat=True)
        assert touched == set(beside)
        assert len(touched) < Office.objects.count()


def test_a_function_of_the_fact_gives_the_keys_of_its_records() -> None:
    row = person("Amina Sankoh")
    keep_true()
    with shelf(reads={"organisation.PersonName": lambda fact: [f"{fact['person']}#1"]}):
        act = Position.objects.get().act
        facts.correct_fact(row, {"names": Words(en="Amina Sow")}, **SAID)
        assert touched_since(act)["exercise"] == {"amina-sankoh#1"}
        row = PersonName.objects.known().get(person__key="amina-sankoh")
        act = register.head()[0]
        facts.withdraw_fact(row, **SAID)
        assert touched_since(act)["exercise"] == {"amina-sankoh#1"}


def test_a_withdrawal_touches_the_kinds_that_told_of_the_fact_and_no_other() -> None:
    row = person("Amina Sankoh")
    keep_true()
    act = Position.objects.get().act
    facts.withdraw_fact(row, **SAID)
    touched = touched_since(act)
    assert touched["person"] == {"amina-sankoh"}
    assert "state" not in touched


def test_an_act_with_a_silent_verb_touches_nothing_and_an_unknown_one_anything() -> None:
    act = register.head()[0]
    register.record("make a picture", "x:1", by=BY, facts={}, power="administrator")
    assert set(touched_since(act).values()) == {None}
    silent("make a picture")
    try:
        assert touched_since(act) == {}
    finally:
        touching._silent.discard("make a picture")


def test_a_kind_that_names_its_keys_is_compared_in_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "SLICE", 50)
    with shelf() as made:
        made.put(*(paragraph(f"p{number}") for number in range(120)))
        kind = replace(finders()["exercise"], keys=lambda: list(made.documents))
        search.register(kind)
        reindex("exercise")
        assert Entry.objects.filter(kind="exercise").count() == 360
        assert (made.most_at_once, made.asked_for_all) == (50, 0)
        del made.documents["p3"]
        reindex("exercise")
        assert Entry.objects.filter(kind="exercise").count() == 357


def test_a_whole_rebuild_gives_the_same_entries_within_three_seconds_of_work() -> None:
    values = ("record", "number", "lang", "title", "text", "names", "vector", "during")
    before = sorted(map(str, Entry.objects.values_list(*values)))
    begun = time.process_time()
    Position.objects.update(made_by="an older analyser")
    keep_true()
    assert time.process_time() - begun < 3
    assert sorted(map(str, Entry.objects.values_list(*values))) == before
    rebuild()
    reindex("state")
    assert sorted(map(str, Entry.objects.values_list(*values))) == before


def test_entries_of_a_kind_that_no_room_registers_go_with_the_next_act() -> None:
    row = Entry.objects.filter(kind="state").first()
    row.pk, row.kind, row.record = None, "ghost", "ghost:1"
    row.save(force_insert=True)
    person("Amina Sankoh")
    keep_true()
    assert not Entry.objects.filter(kind="ghost").exists()


def test_every_record_of_the_pack_is_found_by_its_own_title() -> None:
    titles = Entry.objects.filter(lang="ar").order_by("pk").values_list("record", "title")[::12]
    lost = [(r, title) for r, title in titles if len(title) <= 150 and r not in found(title)]
    assert lost == []


def test_what_the_index_cannot_hold_is_left_out_and_takes_nothing_with_it() -> None:
    with shelf() as exercises:
        exercises.put(paragraph("sound"), paragraph("long", fragment="9" * 300))
        reindex("exercise")
        assert list(Entry.objects.filter(kind="exercise", lang="en").values_list("key")) == [
            ("sound",)
        ]
