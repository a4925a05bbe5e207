"""The record of a meeting: exact sentences, and what no record may hold."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.record.articles import french
from amana.conferences.rules.record.counts import counted
from amana.conferences.rules.record.documents import (
    answers_of,
    list_of_decisions,
    record_of_meeting,
    voting_annex,
)
from amana.conferences.rules.record.report import Organ, journal, report_of_session
from amana.conferences.rules.record.saying import _CHOICE, _FIELD, sentences
from amana.conferences.rules.record.told import Told, tell
from amana.conferences.tests.rules.playing import said, vote
from amana.conferences.tests.rules.scenarios import MEETINGS, meeting
from amana.kernel.words import LANGS, Words

NAMES = {
    "S001": Words(ar="مصر", en="Egypt", fr="Égypte"),
    "S002": Words(ar="السودان", en="Sudan", fr="Soudan"),
    "S003": Words(ar="عُمان", en="Oman", fr="Oman"),
}


def told(scenario: dict[str, Any]) -> Told:
    events = [Event.of(record, n) for n, record in enumerate(scenario["events"], 1)]
    return tell(scenario, events, NAMES)


@cache
def of_file(name: str) -> Told:
    return told(meeting(name))


def played(*events: Any, profile: str = "un-ga", **given: Any) -> Told:
    flat = [each for event in events for each in (event if isinstance(event, list) else [event])]
    members = [f"S{number:03d}" for number in range(1, 58)]
    return told({
        "profile": profile, "roll": {"members": members, "present": members}, "events": flat,
        "given": {"meeting": "open", "item": "I1", "debate": "open", **given},
    })  # fmt: skip


def words(found: Told, kind: str) -> Words:
    return next(line.words for line in found.lines if line.kind == kind)


# --- Sentences


def test_a_vote_is_told_with_its_figures_majority_and_result() -> None:
    proposal = {"id": "P1", "sponsors": ["S001"]}
    events = [
        said("start_voting", question="P1", method="recorded"),
        said("cast", ["S001..S038"], answer="yes"), said("cast", ["S039..S041"], answer="no"),
        said("cast", ["S042..S043"], answer="abstain"), said("close_voting"),
    ]  # fmt: skip
    found = words(played(events, profile="oic", proposals=[proposal]), "vote-counted")
    assert found.ar == (
        "طُرح مشروع القرار P1 للتصويت بالتصويت المسجل. صوّت لصالحه 38 عضوًا، وصوّت ضده 3 أعضاء،"
        " وامتنع عضوان عن التصويت. والأغلبية المطلوبة ثلثا الأعضاء الحاضرين المصوّتين، وعددهم 41،"
        " أي 28 صوتًا. واعتُمد مشروع القرار P1."
    )
    assert found.en == (
        "Draft resolution P1 was put to the vote by recorded vote. 38 members voted in favour, 3"
        " voted against, and 2 abstained. The required majority, two thirds of the members present"
        " and voting (41), was 28 votes. Draft resolution P1 was adopted."
    )
    assert found.fr == (
        "Le projet de résolution P1 a été mis aux voix par vote enregistré. 38 membres ont voté"
        " pour, 3 contre, et 2 se sont abstenus. La majorité requise, les deux tiers des membres"
        " présents et votants (41), était de 28 voix. Le projet de résolution P1 a été adopté."
    )


def test_delegations_agree_with_their_verb_and_names_with_their_articles() -> None:
    found = played(
        said("propose", ["S001", "S002"], id="P1"),
        said("propose", ["S001", "S002", "S003"], id="P2"),
        said("propose", "S003", id="P3"),
    )  # fmt: skip
    two, three, one = (line.words for line in found.lines if line.kind == "text-proposed")
    assert two.ar == "قدم وفدا مصر والسودان مشروع القرار P1."
    assert three.ar == "قدمت وفود مصر، والسودان، وعُمان مشروع القرار P2."
    assert one.ar == "قدم وفد عُمان مشروع القرار P3."
    assert two.en == "The delegations of Egypt and the Sudan submitted draft resolution P1."
    assert two.fr == (
        "Les délégations de l'Égypte et du Soudan ont présenté le projet de résolution P1."
    )
    assert one.fr == "La délégation d'Oman a présenté le projet de résolution P3."


def test_what_was_not_put_says_because_of_what() -> None:
    found = next(
        line for line in of_file("fund-deleted").lines if line.id.endswith("text-not_put-A2")
    )
    assert found.words.en == (
        "Amendment A2 was not put to the vote, its rejection being implied by the adoption of"
        " amendment A4."
    )
    assert found.words.fr.endswith("son rejet découlant de l'adoption de l'amendement A4.")
    assert found.words.ar == "لم يُطرح التعديل A2 للتصويت، لأن اعتماد التعديل A4 استتبع رفضه."


def test_consensus_and_disassociation_are_told_without_figures() -> None:
    found = of_file("consensus-then-disassociation")
    assert [line.kind for line in found.lines] == [
        "vote-adopted_without_vote", "consent-disassociated",
    ]  # fmt: skip
    assert words(found, "vote-adopted_without_vote").fr == (
        "Le projet de résolution P1 a été adopté sans vote, aucune objection n'ayant été formulée."
    )
    assert not re.search(r"\d", found.lines[0].words.en.replace("P1", ""))


def test_nobody_for_against_or_abstaining_is_said_in_words() -> None:
    proposals = [{"id": "P1", "sponsors": ["S001"]}, {"id": "P2", "sponsors": ["S001"]}]
    found = played(vote("P1", 0, 1), vote("P2", 1, 0), proposals=proposals)
    none, one = (line.words for line in found.lines if line.kind == "vote-counted")
    assert "لم يصوّت لصالحه أي عضو، وصوّت ضده عضو واحد، ولم يمتنع أي عضو عن التصويت." in none.ar
    assert "No member voted in favour, 1 voted against, and none abstained." in none.en
    assert "Aucun membre n'a voté pour, 1 a voté contre, et aucun ne s'est abstenu." in none.fr
    assert "1 membre a voté pour, aucun contre, et aucun ne s'est abstenu." in one.fr


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "عضو واحد"), (2, "عضوان"), (3, "3 أعضاء"), (10, "10 أعضاء"), (11, "11 عضوًا"),
     (38, "38 عضوًا"), (100, "100 عضو"), (101, "101 عضو"), (103, "103 أعضاء"), (111, "111 عضوًا")],
)  # fmt: skip
def test_arabic_counts_members_in_all_its_plurals(number: int, expected: str) -> None:
    assert counted(number, "member", "ar") == expected


@pytest.mark.parametrize(
    ("name", "of"),
    [("Égypte", "de l'Égypte"), ("Niger", "du Niger"), ("Oman", "d'Oman"),
     ("Émirats arabes unis", "des Émirats arabes unis"), ("Mozambique", "du Mozambique"),
     ("République arabe syrienne", "de la République arabe syrienne"), ("Yémen", "du Yémen"),
     ("Sierra Leone", "de la Sierra Leone"), ("Djibouti", "de Djibouti"), ("Qatar", "du Qatar"),
     ("Côte d'Ivoire", "de la Côte d'Ivoire"), ("Guinée-Bissau", "de la Guinée-Bissau"),
     ("Comores", "des Comores"), ("S001", "de S001")],
)  # fmt: skip
def test_french_names_have_their_article(name: str, of: str) -> None:
    assert french(name)[1] == of


def test_a_sentence_says_the_same_in_every_language() -> None:
    for key, template in sentences().items():
        assert all(template.text(lang) for lang in LANGS), key
        fields = [
            {found[0] for found in _FIELD.findall(_CHOICE.sub("", template.text(lang)))}
            for lang in LANGS
        ]
        assert fields[0] == fields[1] == fields[2], key


# --- What holds of every meeting


def every() -> Iterator[tuple[str, dict[str, Any], Told]]:
    for path in sorted(MEETINGS.glob("*.json")):
        yield path.stem, json.loads(path.read_text("utf-8")), of_file(path.stem)


def test_every_line_of_every_meeting_is_said_in_three_languages_and_has_its_own_id() -> None:
    for name, _scenario, found in every():
        ids = [line.id for line in found.lines]
        assert len(ids) == len(set(ids)), name
        for line in found.lines:
            assert all(line.words.text(lang) for lang in LANGS), (name, line.id)
            assert line.words.ar != line.words.en != line.words.fr, (name, line.id)
            assert not set("{}[]#|") & set(line.words.ar + line.words.en + line.words.fr), line.id


def test_every_tally_of_a_record_is_that_of_the_log() -> None:
    votes = 0
    for name, _scenario, found in every():
        for one in found.votes:
            count = one.decision.count
            if count is None:
                continue
            votes += 1
            line = next(
                line for line in found.lines if line.n == one.n and line.kind == "vote-counted"
            )
            figures = [count.tally.yes, count.tally.no, count.tally.abstain, count.required]
            if one.decision.question in found.floor.order.appeals:
                figures = figures[:3]
            said_en = re.findall(r"\d+", line.words.en)
            assert all(str(each) in said_en for each in figures if each), (name, line.words.en)
            if one.decision.answers:
                answers = list(answers_of(found, one).values())
                assert answers.count("yes") == count.tally.yes
                assert answers.count("no") == count.tally.no
                assert answers.count("abstain") == count.tally.abstain
    assert votes > 60


def test_nothing_of_a_secret_ballot_names_who_voted() -> None:
    ballots = 0
    for name, scenario, found in every():
        for one in found.ballots:
            ballots += 1
            shown = {*one.figures.votes, *one.field, *one.elected}
            mine = [line for line in found.lines if line.n == one.n]
            document = voting_annex(found)
            cells = [
                cell.en for block in document.blocks if block.grid and block.n == one.n
                for row in block.grid.rows for cell in row
            ]  # fmt: skip
            said_of_it = " ".join([*(line.words.en for line in mine), *cells])
            named = set(re.findall(r"\bS\d{3}\b", said_of_it))
            assert named <= shown, (name, named - shown)
        droppers = [event["n"] for event in scenario["events"] if event["do"] == "drop_paper"]
        assert not [line for line in found.lines if line.n in droppers], name
    assert ballots > 30


def test_a_secret_vote_on_a_text_has_no_list_of_names() -> None:
    proposal = {"id": "P1", "sponsors": ["S001"]}
    found = played(
        said("start_voting", question="P1", method="show_of_hands"),
        said("cast", ["S001", "S002"], answer="yes"), said("cast", "S003", answer="no"),
        said("close_voting"), proposals=[proposal],
    )  # fmt: skip
    assert [line.kind for line in found.lines if line.n == 4] == ["vote-counted"]
    assert not any(block.grid for block in voting_annex(found).blocks)


# --- Documents


def a_day() -> Told:
    return told({
        "profile": "oic",
        "roll": {"members": [f"S{n:03d}" for n in range(1, 58)],
                 "present": [f"S{n:03d}" for n in range(1, 46)]},
        "events": [
            said("open_meeting", at="2026-11-23T10:00:00+03:00", agenda=["1", "2"], item="1"),
            said("gavel", to="agenda"),
            said("request_floor", "S002"), said("give_floor", to="S002", for_="speech"),
            said("end_speech"), said("propose", ["S001", "S002"], id="P1",
                                     circulated="2026-11-20T09:00:00+03:00"),
            said("ask_consensus", on="P1"), said("gavel", on="P1"),
            said("adjourn_for_the_day", at="2026-11-23T13:00:00+03:00"),
            said("open_meeting", at="2026-11-24T10:00:00+03:00", item="2"),
            said("adjourn_for_the_day", at="2026-11-24T11:00:00+03:00"),
        ],
    })  # fmt: skip


def test_a_record_is_of_one_meeting_and_stands_under_its_items() -> None:
    first = record_of_meeting(a_day(), 1)
    assert first.title.fr == "Procès-verbal de la 1re séance"
    assert [block.kind for block in first.blocks].count("heading") == 1
    text = " ".join(block.words.en for block in first.blocks)
    assert "45 of 57 members" in text
    assert "agenda, of 2 items, was adopted without objection" in text
    assert "rose at 13:00" in text
    assert "2nd meeting" not in text


def test_a_report_has_its_chapters_and_the_decisions_of_the_log() -> None:
    report = report_of_session(Words(en="A session"), [Organ("plenary", Words(), a_day())])
    heads = [block.words.en for block in report.blocks if block.kind == "heading"]
    assert heads[:3] == ["Opening", "Agenda", "Attendance"]
    assert heads[-3:] == ["Decisions", "Elections", "Closing"]
    ids = [block.id for block in report.blocks]
    assert len(ids) == len(set(ids))
    decisions = next(
        block for block in report.blocks if block.id.startswith("decisions") and block.grid
    )
    assert decisions.grid is not None
    assert decisions.grid.rows[0][1].en == "Adopted"


def test_a_journal_holds_its_day_and_no_other() -> None:
    organ = Organ("plenary", Words(), a_day())
    first = a_day().meetings[1].day
    assert first is not None
    paper = journal(first, Words(en="A session"), [organ], [])
    text = " ".join(block.words.en for block in paper.blocks)
    assert "1st meeting" in text
    assert "2nd meeting" not in text
    assert "was adopted without a vote" in text
    assert "No meeting is planned." in text


def test_a_correction_stands_in_the_place_of_the_log_s_words_and_keeps_them() -> None:
    record = record_of_meeting(a_day(), 1)
    block = next(block for block in record.blocks if "45 of 57" in block.words.en)
    mended = record.corrected({(block.id, "en"): "Present were 45 of the 57 members."})
    after = mended.block(block.id)
    assert after is not None
    assert after.words.en == "Present were 45 of the 57 members."
    assert after.generated == block.words
    assert after.words.ar == block.words.ar
    again = record_of_meeting(a_day(), 1)
    assert again.block(block.id) == block


def test_the_list_of_decisions_says_how_each_was_taken() -> None:
    adopted = list_of_decisions(of_file("consensus-then-disassociation")).blocks[0]
    assert adopted.grid is not None
    row = [cell.en for cell in adopted.grid.rows[0]]
    assert row[1:3] == ["Adopted", "Without a vote"]
    assert row[4] == "Disassociated from the consensus: S007"


def test_a_log_of_which_nothing_was_said_makes_empty_documents_that_say_so() -> None:
    empty = played()
    assert list_of_decisions(empty).blocks[0].words.en == "No decision was taken."
    assert voting_annex(empty).blocks[0].words.en == "No vote was taken."
