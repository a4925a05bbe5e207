"""What holds of every act alike: written once, refused whole, sourced, in clean writing."""

from typing import Any

import pytest

from amana.ground import register
from amana.ground.facts import Provenance
from amana.ground.models import Act
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.organisation.acts import VERBS
from amana.organisation.models import Post
from amana.organisation.tests.cast import (
    ADMINISTRATOR,
    CALLS,
    HEAD_OF_LEGAL,
    NOBODY,
    SECRETARY_GENERAL,
    UNKNOWN_TEXT,
    UNRESOLVED,
    Call,
    state_of_everything,
)

pytestmark = pytest.mark.usefixtures("oic")
every_act = pytest.mark.parametrize("call", CALLS, ids=str)
OVERRIDE = "\u202e"


def refused(call: Call, code: str, **changes: Any) -> Refusal:
    """The refusal of a call, after which nothing at all has been written."""
    before = state_of_everything()
    with pytest.raises(Refusal) as caught:
        call(**changes)
    assert caught.value.code == code
    assert state_of_everything() == before
    sentences = [caught.value.sentence(lang) for lang in LANGS]
    assert len(set(sentences)) == 3
    assert not any("{" in sentence for sentence in sentences)
    return caught.value


@every_act
def test_an_act_writes_its_verb_its_actor_and_its_office_into_the_register(call: Call) -> None:
    count = register.head()[0]
    call(reason="as decided") if "reason" not in call.facts else call()
    written = list(Act.objects.filter(seq__gt=count))
    assert written
    assert {act.verb for act in written} == {call.verb}
    assert {act.actor_name for act in written} == {"A registrar"}
    assert {act.office for act in written} == {"registrar"}
    assert {act.reason for act in written} == {call.facts.get("reason", "as decided")}
    assert len({act.subject for act in written}) == 1
    assert register.verify()[2] is None


@every_act
def test_the_secretary_general_may_do_every_act_too(call: Call) -> None:
    call(by=SECRETARY_GENERAL)
    assert Act.objects.first().office == "secretary-general"


@every_act
def test_an_act_without_authority_is_refused_and_names_the_offices_that_have_it(call: Call) -> None:
    refusal = refused(call, "authority.missing", by=NOBODY)
    title = Post.objects.known().get(office__key="registrar").title
    for lang in LANGS:
        sentence = refusal.sentence(lang)
        assert VERBS[call.verb].text(lang) in sentence
        assert title.text(lang) in sentence
        assert "2026-11-24" in sentence


@every_act
def test_the_head_of_another_department_may_do_none_that_is_not_theirs(call: Call) -> None:
    theirs = {"rename", "create_office", "record_person"}
    if str(call) in theirs:
        call(by=HEAD_OF_LEGAL)
    else:
        refused(call, "authority.missing", by=HEAD_OF_LEGAL)


@every_act
def test_the_administrator_may_set_up_and_keep_nothing(call: Call) -> None:
    if str(call) in {"record_person", "create_office", "elect", "appoint"}:
        call(by=ADMINISTRATOR)
        assert Act.objects.first().office == "administrator"
    else:
        refused(call, "authority.missing", by=ADMINISTRATOR)


@pytest.mark.parametrize("call", [c for c in CALLS if c.sourced], ids=str)
def test_a_basis_that_leads_nowhere_is_refused(call: Call) -> None:
    assert refused(call, "basis.unknown-node", origin=UNRESOLVED).facts["field"] == "basis"
    refused(call, "basis.unknown-work", origin=UNKNOWN_TEXT)


@pytest.mark.parametrize(
    "call", [c for c in CALLS if c.sourced and str(c) != "add_attestation"], ids=str
)
def test_an_act_that_rests_on_nothing_is_refused(call: Call) -> None:
    refused(call, "origin.none", origin=Provenance())
    refused(call, "origin.none", origin=Provenance(sources=("  ",)))


def texts_of(call: Call) -> dict[str, Any]:
    """Every text that a call takes, by name, with what makes one of that kind."""
    words = {n: Words for n, value in call.facts.items() if isinstance(value, Words)}
    strings = {n: str for n, value in call.facts.items() if isinstance(value, str)}
    return words | strings | {"reason": str}


@pytest.mark.parametrize(
    ("call", "name"), [(c, name) for c in CALLS for name in texts_of(c)], ids=str
)
def test_a_text_too_long_or_with_hidden_characters_is_refused(call: Call, name: str) -> None:
    before = state_of_everything()
    for said in ("a" * 5000, f"abc{OVERRIDE}def", "abc\x00def", "abc\ud800"):
        with pytest.raises(Refusal) as caught:
            call(**{name: Words(fr=said) if texts_of(call)[name] is Words else said})
        for lang in LANGS:
            sentence = caught.value.sentence(lang)
            assert len(sentence) < 1500
            assert not any(char in sentence for char in (OVERRIDE, "\x00", "\ud800"))
    assert state_of_everything() == before


@pytest.mark.parametrize("call", [c for c in CALLS if c.sourced], ids=str)
@pytest.mark.parametrize(
    "part", [{"sources": ("a\x07b",)}, {"note": Words(ar="a" * 5000)},
             {"conflict": Words(en="\x1b")},
             {"detail": {"since": {"sources": [OVERRIDE]}}}, {"confidence": "certainly"}],
    ids=str,
)  # fmt: skip
def test_a_hostile_text_in_the_provenance_is_refused(call: Call, part: dict[str, Any]) -> None:
    before = state_of_everything()
    with pytest.raises(Refusal):
        call(origin=Provenance(**{"sources": ("minutes",), **part}))
    assert state_of_everything() == before


@pytest.mark.parametrize(
    "call", [c for c in CALLS if {"since", "on", "until"} & set(c.facts)], ids=str
)
@pytest.mark.parametrize(
    ("said", "code"),
    [("", "text.required"), ("soon", "mark.unreadable"), ("2026-02-30", "date.no-such-day"),
     ("٢٠٢٦", "mark.unreadable"), ("9999", "mark.unreadable")],
)  # fmt: skip
def test_a_day_that_is_none_is_refused(call: Call, said: str, code: str) -> None:
    name = next(n for n in ("since", "on", "until") if n in call.facts)
    refused(call, code, **{name: said})
