"""A correction replaces what is known and keeps what was known; it never rewrites."""

import uuid
from datetime import date
from typing import Any

import pytest
from django.apps import apps

from amana.ground import clock
from amana.ground.dated import Dated
from amana.ground.models import Act
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.organisation import acts, api
from amana.organisation.acts.corrections import fields_of, subject_of
from amana.organisation.models import Membership, Rule, Term
from amana.organisation.tests.cast import (
    ORIGIN,
    REGISTRAR,
    head_of,
    running,
    state_of_everything,
)

pytestmark = pytest.mark.usefixtures("oic")
SG = "secretary-general"


def correct(row: Dated, changes: dict[str, Any], **more: Any) -> Any:
    given = {"reason": "misread", "by": REGISTRAR, "changes": changes}
    return acts.correct(model_label=row._meta.label, fact=row.fact, **(given | more))


def test_a_correction_keeps_what_was_known_before() -> None:
    row = running(SG)
    before = clock.now()
    new = correct(row, {"since": "2021-11-18", "elected_by": Words(en="47th Council")})
    assert new.fact == row.fact
    assert new.during.lower == date(2021, 11, 18)
    then = Term.objects.known(at=before).get(fact=row.fact)
    assert (then.pk, then.since_mark) == (row.pk, "2021-11-17")
    now = Term.objects.known().get(fact=row.fact)
    assert (now.pk, now.since_mark) == (new.pk, "2021-11-18")
    assert now.recorded.lower >= then.recorded.upper
    act = Act.objects.first()
    assert (act.verb, act.subject, act.reason) == (
        "record.correct", "office:secretary-general", "misread",
    )  # fmt: skip


def test_a_day_that_is_not_corrected_stays_to_the_day() -> None:
    """1975 to 1979, ended where the successor began: a note must not move either end."""
    row = Term.objects.known().get(office__key=SG, person__key="amadou-karim-gaye")
    noted = correct(row, {"note": Words(en="seen in print")})
    assert noted.during == row.during
    begun = correct(noted, {"since": "1975-06-01"})
    assert (begun.during.lower, begun.during.upper) == (date(1975, 6, 1), row.during.upper)
    ended = correct(begun, {"until": "1978-06-01"})
    assert (ended.during.lower, ended.during.upper) == (date(1975, 6, 1), date(1978, 6, 1))


def test_an_end_can_be_taken_back() -> None:
    row = acts.end_term(term=head_of(SG), on="2026-11-17", origin=ORIGIN, by=REGISTRAR)
    assert correct(row, {"until": ""}).during.upper is None


def test_whose_term_it_is_can_be_corrected() -> None:
    row = running("asg-political")
    new = correct(row, {"person": "khaled-saleem"})
    assert new.person.key == "khaled-saleem"
    assert Term.objects.known().get(fact=row.fact).person.key == "khaled-saleem"
    chair = running("chair-islamic-summit")
    assert correct(chair, {"state": "EGY"}).state.alpha3 == "EGY"


def test_a_corrected_beginning_moves_the_end_that_the_rule_gives() -> None:
    acts.end_term(term=head_of(SG), on="2026-11-17", origin=ORIGIN, by=REGISTRAR)
    row = acts.elect(
        office=SG, person="khaled-saleem", since="2026-11-17", origin=ORIGIN, by=REGISTRAR
    )
    assert correct(row, {"since": "2026-12-01"}).expected_end == date(2031, 12, 1)
    assert correct(row, {"acting": True}).expected_end is None


def test_a_corrected_beginning_leaves_an_end_that_was_decided() -> None:
    row = acts.extend_term(term=head_of(SG), until="2027-03-17", origin=ORIGIN, by=REGISTRAR)
    assert correct(row, {"since": "2021-11-18"}).expected_end == date(2027, 3, 17)


def test_a_correction_that_would_overlap_is_refused_in_three_languages() -> None:
    row = Term.objects.known().get(office__key=SG, person__key="yousef-bin-ahmad-al-othaimeen")
    before = state_of_everything()
    with pytest.raises(Refusal) as refused:
        correct(row, {"until": "2022-01-01"})
    assert refused.value.code == "constraint.one_holder_a_seat"
    assert state_of_everything() == before
    assert len({refused.value.sentence(lang) for lang in LANGS}) == 3
    assert "2021-11-17" in refused.value.sentence("ar")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, "correction.nothing"),
        ({"since": "2021-11-17"}, "correction.nothing"),
        ({"recorded": "x"}, "correction.unknown-field"),
        ({"fact": uuid.UUID(int=7)}, "correction.unknown-field"),
        ({"act": 1}, "correction.unknown-field"),
        ({"during": "x"}, "correction.unknown-field"),
        ({"seat": "many"}, "correction.unfit"),
        ({"seat": 10**9}, "correction.unfit"),
        ({"confidence": "sure"}, "correction.unfit"),
        ({"person": "nobody-known"}, "correction.unfit"),
        ({"person": "\x00"}, "correction.unfit"),
        ({"office": ""}, "text.required"),
        ({"person": ""}, "constraint.term_has_one_holder"),
        ({"basis": ["charter-2008#art_99"]}, "basis.unknown-node"),
        ({"basis": ["not an address"]}, "basis.unreadable"),
        ({"note": Words(fr="\u202e")}, "text.control-character"),
        ({"elected": "x" * 25}, "mark.unreadable"),
        ({"sources": "a source"}, "correction.unfit"),
        ({"note": {"de": "Notiz"}}, "correction.unfit"),
        ({"note": "a note"}, "correction.unfit"),
        ({"title": "x"}, "correction.unknown-field"),
        ({"sources": ["\x07"]}, "text.control-character"),
        ({"until": "2021-11-17"}, "period.backwards"),
        ({"since": "soon"}, "mark.unreadable"),
    ],
    ids=str,
)
def test_a_correction_that_does_not_fit_is_refused_whole(
    changes: dict[str, Any], code: str
) -> None:
    row = running(SG)
    before = state_of_everything()
    with pytest.raises(Refusal) as refused:
        correct(row, changes)
    assert refused.value.code == code
    assert state_of_everything() == before


def test_a_correction_needs_a_reason() -> None:
    for reason in ("", "  "):
        with pytest.raises(Refusal) as refused:
            correct(running(SG), {"seat": 1}, reason=reason)
        assert refused.value.code == "text.required"


def test_who_had_an_older_version_before_them_is_told_so() -> None:
    row = running(SG)
    correct(row, {"note": Words(en="first")}, seen=row.pk)
    with pytest.raises(Refusal) as refused:
        correct(row, {"note": Words(en="second")}, seen=row.pk)
    assert refused.value.code == "fact.changed-meanwhile"


@pytest.mark.parametrize("label", ["organisation.Body", "ground.Act", "no.Model", "nonsense", ""])
def test_only_a_dated_fact_can_be_corrected(label: str) -> None:
    with pytest.raises(Refusal) as refused:
        acts.correct(
            model_label=label, fact=uuid.uuid4(), changes={"x": 1}, reason="r", by=REGISTRAR
        )
    assert refused.value.code == "fact.unknown"


def test_a_withdrawn_record_is_known_no_longer_and_stays_in_the_past() -> None:
    row = Membership.objects.known().get(state__key="egy", body__key="oic")
    then = clock.now()
    acts.withdraw_record(
        model_label="organisation.Membership", fact=row.fact, reason="twice", by=REGISTRAR
    )
    assert "egy" not in {each.key for each in api.roll(on=date(2026, 1, 1)).members}
    assert Membership.objects.known(at=then).filter(fact=row.fact).exists()
    act = Act.objects.first()
    assert (act.verb, act.subject) == ("record.withdraw", "membership:oic.egy")
    with pytest.raises(Refusal) as refused:
        acts.withdraw_record(
            model_label="organisation.Membership", fact=row.fact, reason="again", by=REGISTRAR
        )
    assert refused.value.code == "fact.unknown"


def test_every_kind_of_fact_has_a_subject_that_names_what_it_is_about() -> None:
    dated = [model for model in apps.get_models() if issubclass(model, Dated)]
    subjects = {model.__name__: subject_of(model.objects.first()) for model in dated
                if model.objects.exists()}  # fmt: skip
    kinds = {name: subject.partition(":")[0] for name, subject in subjects.items()}
    expected = {
        "Membership": "membership", "Suspension": "membership", "Term": "office", "Post": "office",
        "PersonName": "person", "StateName": "state", "BodyName": "body", "Seat": "body",
        "Placement": "body", "Establishment": "body", "Rule": "rule", "Question": "question",
        "Attestation": "question", "Sitting": "session", "WorkRecord": "work",
        "NodeText": "provision",
    }  # fmt: skip
    assert expected.items() <= kinds.items()
    assert all(subject.partition(":")[2] for subject in subjects.values())
    assert not any(str(row) in subjects["Seat"] for row in ("Words", "object"))


def test_any_other_room_s_dated_fact_can_be_corrected_too() -> None:
    sitting = apps.get_model("conferences.Sitting").objects.known().first()
    assert "theme" in fields_of(type(sitting))
    new = correct(sitting, {"theme": Words(en="A theme")})
    assert new.theme == Words(en="A theme")
    assert Act.objects.first().subject == f"session:{sitting.session.key}"


def test_a_rule_can_be_corrected_in_its_numbers() -> None:
    row = Rule.objects.on(date(2026, 1, 1)).get(name__key="secretary-general.term-length")
    assert correct(row, {"renewals": "2"}).renewals == 2
    latest = Rule.objects.known().get(fact=row.fact)
    assert correct(latest, {"renewals": None}).renewals is None


def test_what_a_body_does_is_corrected_as_lists_of_texts_by_language() -> None:
    row = apps.get_model("organisation.Establishment").objects.known().get(body__key="dept-legal")
    assert correct(row, {"functions": {"en": ["One", "Two"]}}).functions == {"en": ["One", "Two"]}
    for unfit in ({"en": "One"}, {"de": ["Eins"]}, {"en": [1]}, ["One"], "One", None):
        with pytest.raises(Refusal) as refused:
            correct(type(row).objects.known().get(fact=row.fact), {"functions": unfit})
        assert refused.value.code == "correction.unfit"
