"""What sources say is kept; one is preferred, for a reason that readers see."""

from typing import Any

import pytest

from amana.ground import clock
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation import acts
from amana.organisation.api import answers_about, question
from amana.organisation.models import Attestation
from amana.organisation.tests.cast import ORIGIN, REGISTRAR, state_of_everything

pytestmark = pytest.mark.usefixtures("oic")
GIVEN = {"origin": ORIGIN, "by": REGISTRAR}
ASKED = Words(ar="متى؟", en="When?", fr="Quand ?")
KNOWN = "general-secretariat.established"


def test_the_first_answer_to_a_new_question_is_preferred_and_the_next_is_not() -> None:
    acts.open_question(key="archives.opened", question=ASKED, about="body:dept-legal", **GIVEN)
    first = acts.add_attestation(
        question="archives.opened", value=Words(en="1981"), source="a report", by=REGISTRAR
    )
    second = acts.add_attestation(
        question="archives.opened", value=Words(en="1982"), source="a book", by=REGISTRAR
    )
    assert [(a.number, a.preferred) for a in (first, second)] == [(1, True), (2, False)]
    assert second.sources == ["a book"]
    (known,) = answers_about("body:dept-legal")
    assert (known.answers, known.preferred) == (2, Words(en="1981"))
    view = question("archives.opened")
    assert view.is_disputed
    assert view.preferred == first


def test_another_source_is_preferred_with_its_reason_and_the_old_preference_is_kept() -> None:
    before = question(KNOWN)
    known_then = clock.now()
    why = Words(ar="سبب", en="The minutes were found.", fr="Le procès-verbal a été retrouvé.")
    acts.prefer_attestation(question=KNOWN, number=2, why=why, by=REGISTRAR)
    after = question(KNOWN)
    assert after.preferred.number == 2
    assert after.row.reason == why
    assert len(after.attestations) == len(before.attestations)
    then = Attestation.objects.known(at=known_then).get(question_key=KNOWN, preferred=True)
    assert then.number == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"number": 1}, "attestation.preferred-already"),
        ({"number": 9}, "attestation.unknown"),
        ({"number": 10**9}, "attestation.unknown"),
        ({"number": 2, "why": Words()}, "text.required"),
        ({"number": 2, "question": "no.such"}, "question.unknown"),
    ],
)
def test_a_preference_that_cannot_be_is_refused_whole(changes: dict[str, Any], code: str) -> None:
    before = state_of_everything()
    with pytest.raises(Refusal) as refused:
        acts.prefer_attestation(**({"question": KNOWN, "why": ASKED, "by": REGISTRAR} | changes))
    assert refused.value.code == code
    assert state_of_everything() == before


def test_a_question_is_opened_once() -> None:
    before = state_of_everything()
    with pytest.raises(Refusal) as refused:
        acts.open_question(key=KNOWN, question=ASKED, **GIVEN)
    assert refused.value.code == "key.taken"
    assert state_of_everything() == before


def test_an_answer_names_its_source() -> None:
    with pytest.raises(Refusal) as refused:
        acts.add_attestation(question=KNOWN, value=ASKED, source=" ", by=REGISTRAR)
    assert refused.value.code == "text.required"
    assert refused.value.facts["field"] == "source"
