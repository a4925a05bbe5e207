"""Frames: what each screen shows of a floor, and what it never shows."""

import json
import re

import pytest
from django.utils import translation

from amana.conferences.models import Log
from amana.conferences.rules.floor.acts import ACTS
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.fold import apply
from amana.conferences.rules.floor.given import floor_of
from amana.conferences.rules.rulebook import rulebook
from amana.conferences.screens.forms import FORMS, form_of
from amana.conferences.screens.frames import BARE, REGIONS, drawn, frame, shown_on
from amana.conferences.screens.labels import kinds
from amana.conferences.screens.naming import Names
from amana.conferences.tests.rules.scenarios import MEETINGS, meeting
from amana.conferences.tests.screens.floors import STATES, opened, said_by, seen, words_in
from amana.kernel.words import Words

LANGS = ("ar", "en", "fr")


def frames_of(log, lang="en"):
    with translation.override(lang):
        return {kind: seen(frame(kind, log.key, lang)) for kind in REGIONS}


@pytest.mark.parametrize("name", sorted(path.stem for path in MEETINGS.glob("*.json"))[::3])
def test_every_screen_can_be_drawn_after_every_event_of_a_meeting(name):
    scenario = meeting(name)
    floor = floor_of(scenario)
    parties = (*floor.roll.members, *floor.roll.observers)
    names = Names({key: Words(f"ع {key}", f"e {key}", f"f {key}") for key in parties}, {},
                  Words("ع", "E", "F"), Words("ع", "E", "F"))  # fmt: skip
    log = Log(key="x", language="en", exercise=True)
    for number, record in enumerate(scenario["events"], 1):
        apply(floor, Event.of(record, number))
        lang = LANGS[number % 3]
        with translation.override(lang):
            for kind in ("chair", "delegate", "hall", "interpreter"):
                html = drawn(kind, {**shown_on(kind, log, floor, names, lang), **BARE})
                assert set(html) == set(REGIONS[kind])


@pytest.fixture
def log(oic):
    return opened()


def test_the_number_of_the_entry_stands_first_in_a_frame(log):
    assert json.loads(frame("hall", log.key, "en"))["n"] == 2
    assert frame("hall", log.key, "en").startswith('{"n": 2,')


def test_the_quorum_line_says_who_is_present_and_how_many_are_needed(log):
    state = frames_of(log)["chair"]["state"]
    assert "Present: 45 of 57 members." in state
    assert "To debate: 38 reached Charter, Art. 33(1)" in state


def test_the_speaker_the_list_and_the_next_stand_on_every_screen(log):
    for party in ("S02", "S07"):
        said_by(log, "request_floor", party)
    said_by(log, "give_floor", to="S02")
    shown = frames_of(log)
    assert "State 02" in shown["chair"]["speaker"]
    assert shown["chair"]["list"].startswith("List of speakers open State 07")
    assert "State 02" in shown["hall"]["hall"]
    assert "State 07" in shown["hall"]["hall"]
    assert "Give the floor State 07" in shown["chair"]["acts"]
    html = json.loads(frame("hall", log.key, "en"))["html"]["hall"]
    assert re.search(r'data-clock data-spent="0" data-since="\d{13}" data-limit="300"', html)


def test_what_is_in_order_stands_with_its_rule_and_changes_after_each_act(log):
    before = frames_of(log)["chair"]["acts"]
    assert "Close the list of speakers Rule 73, General Assembly* UN practice" in before
    assert "Reopen the list of speakers Rule" not in before
    said_by(log, "close_list", consent="given")
    after = frames_of(log)["chair"]["acts"]
    assert "Reopen the list of speakers Rule 73" in after
    assert "Close the list of speakers Rule" not in after


def test_every_act_on_the_console_has_a_key_of_its_own(log):
    html = json.loads(frame("chair", log.key, "en"))["html"]["acts"]
    keys = re.findall(r'data-press="(\w+)"', html)
    buttons = len(re.findall(r"<summary|<form class=\"press\"", html))
    assert len(keys) == len(set(keys)) == buttons > 40
    singles = {key for key in keys if len(key) == 1}
    assert not [key for key in keys if len(key) == 2 and key[0] in singles]


def vote(log, method):
    said_by(log, "ask_consensus", on="L.1")
    said_by(log, "object", "S03")
    said_by(log, "start_voting", question="L.1", method=method)
    for number, party in enumerate(STATES[:30]):
        said_by(log, "cast", party, answer="no" if number % 5 == 4 else "yes")


def test_a_recorded_vote_shows_its_tally_and_who_voted_how(log):
    vote(log, "recorded")
    shown = frames_of(log)
    assert "In favour 24 Against 6 Abstaining 0" in shown["chair"]["vote"]
    assert "Needed: 20" in shown["chair"]["vote"]
    assert "In favour 24" in shown["hall"]["hall"]
    assert "State 05 No" in shown["chair"]["vote"]


def test_of_a_show_of_hands_the_hall_sees_no_tally_until_it_is_closed(log):
    vote(log, "show_of_hands")
    shown = frames_of(log)
    assert "In favour" not in shown["hall"]["hall"]
    assert "Answers: 30 of 45" in shown["hall"]["hall"]
    assert not any("State 05 No" in text for text in shown["chair"].values())
    said_by(log, "close_voting")
    shown = frames_of(log)
    assert "Draft resolution L.1: adopted" in shown["hall"]["hall"]
    assert (
        "Counted: 30. Needed: 20 (two thirds of those voting yes or no). In favour: 24."
        in (shown["hall"]["hall"])
    )
    html = json.loads(frame("hall", log.key, "en"))["html"]["hall"]
    assert "hemicycle" in html


def test_the_log_at_the_desk_never_tells_an_answer(log):
    vote(log, "show_of_hands")
    said = frames_of(log)["desk"]["said"]
    assert "Enter answers" in said
    assert not re.search(r"\b(Yes|No|yes|no)\b", said.replace("no numbered", ""))


@pytest.mark.parametrize("lang", ["ar", "fr"])
def test_no_english_word_reaches_a_reader_of_another_language(log, lang):
    said_by(log, "request_floor", "S02")
    said_by(log, "give_floor", to="S02")
    said_by(log, "point_of_order", "S09", about="quorum")
    said_by(log, "rule", ruling="not_upheld")
    said_by(log, "move", "S02", motion="close_debate")
    said_by(log, "amend", "S11", of="L.1", change="…")
    said_by(log, "request_division", "S12", of="L.2", parts=["OP1"])
    texts = [text for kind in frames_of(log, lang).values() for name, text in kind.items()
             if name != "languages"]  # fmt: skip
    left = {word for text in texts for word in re.findall(r"[A-Za-z_]{3,}", text)}
    if lang == "ar":
        assert left == set()
    assert not left & {"the", "and", "meeting", "speakers", "tabled", "close_debate",
                       "quorum_", "pending", "open", "not_upheld", "voting", "State"}  # fmt: skip


def test_the_interpreters_see_the_question_in_the_three_languages(log):
    shown = frames_of(log)["interpreter"]["languages"]
    assert "مشروع القرار L.1" in shown
    assert "Projet de résolution L.1" in shown


def test_a_second_vote_on_the_agenda_is_told_in_the_readers_words(log):
    names = Names({}, {}, Words(), Words())
    assert names.item("second vote on L.1", "fr") == "Second vote sur L.1"
    assert "second" not in names.item("second vote on L.1", "ar")


def test_the_frames_of_delegations_are_small(log):
    assert len(frame("delegate", log.key, "ar").encode()) < 12_000
    assert words_in(frame("hall", log.key, "ar"))


def test_a_frame_costs_no_more_than_two_queries(log, django_assert_max_num_queries):
    frame("chair", log.key, "en")
    with django_assert_max_num_queries(2):
        frame("chair", log.key, "en")
    with django_assert_max_num_queries(3):
        frame("desk", log.key, "en")


def test_every_act_and_motion_has_its_form_its_label_and_its_rule():
    for do in ACTS.keys() - {"take_roll", "observe", "view", "compute_need", "ballot_kind"}:
        assert do in kinds()["acts"], do
        assert do in FORMS or do == "drop_paper", do
    for name in rulebook("un-ga").motions:
        assert name in kinds()["motions"], name
        assert form_of(f"move-{name}").key, name


def test_every_label_is_there_in_all_three_languages():
    for kind, table in kinds().items():
        for name, words in table.items():
            assert words.missing() == (), (kind, name)
    for form in FORMS.values():
        for field in form.fields:
            assert (field.label or field.name) in kinds()["fields"], (form.do, field.name)
