"""`amana decide`, `elect`, `ballot-kind`, `floor replay`: lines in, lines out, no database."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from amana.cli.floor import floor
from amana.cli.procedure import ballot_kind, decide, elect
from amana.conferences.tests.rules.scenarios import MEETINGS
from amana.kernel.refusals import Refusal


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_vote_is_decided() -> None:
    asked = ["--yes", "62", "--no", "58", "--abstain", "42", "--majority", "two_thirds", "--json"]
    (said,) = lines(CliRunner().invoke(decide, asked).stdout)
    assert (said["carried"], said["outcome"]) == (False, "not_carried")
    assert (said["voting"], said["required"], said["rule"]) == (120, 80, ["GA 83", "GA 86"])
    assert "80" in said["why"]


def test_each_line_is_a_vote_under_the_rulebook_asked_for() -> None:
    equal = {"yes": 20, "no": 20, "majority": "simple"}
    votes = json.dumps(equal) + "\n\n" + json.dumps(equal | {"yes": 21})
    done = CliRunner().invoke(decide, ["--profile", "oic", "--lang", "ar"], input=votes)
    first, second = lines(done.stdout)
    assert (first["outcome"], second["outcome"]) == ("not_carried", "carried")
    assert "المطلوب" in first["why"]


def test_each_line_is_a_ballot() -> None:
    ballot = {"places": 1, "majority": "two_thirds", "members": 57, "papers": 56, "invalid": 0,
              "abstain": 0, "votes": {"A": 32, "B": 24}}  # fmt: skip
    done = CliRunner().invoke(elect, input=json.dumps(ballot) + "\n" + json.dumps(ballot))
    said = lines(done.stdout)
    assert len(said) == 2
    assert (said[0]["required"], said[0]["elected"], said[0]["faults"]) == (38, [], [])
    assert said[0]["next"] == {
        "kind": "restricted", "field": ["A", "B"], "places": 1, "ballot": 2,
    }  # fmt: skip


def test_the_kind_of_a_ballot() -> None:
    assert CliRunner().invoke(ballot_kind, ["48"]).stdout == "unrestricted\n"
    (said,) = lines(CliRunner().invoke(ballot_kind, ["50", "--json"]).stdout)
    assert said["kind"] == "restricted"


@pytest.mark.parametrize(
    "given", ["", "{", "[1]", '{"yes": "many"}', '{"majority": "most"}', "\ud800"]
)
def test_what_is_no_vote_is_refused_with_its_line(given: str) -> None:
    done = CliRunner().invoke(decide, input=given.encode("utf-8", "surrogatepass"))
    assert isinstance(done.exception, Refusal)
    assert done.exception.code in (
        "procedure.line", "procedure.line-unreadable", "procedure.nothing-given",
    )  # fmt: skip


def test_a_meeting_is_replayed_event_by_event() -> None:
    file = next(iter(sorted(MEETINGS.glob("*.json"))))
    done = CliRunner().invoke(floor, ["replay", str(file), "--json"])
    said = lines(done.stdout)
    assert [each["n"] for each in said] == [e["n"] for e in json.loads(file.read_text())["events"]]
    assert all({"allowed", "rule", "state"} <= set(each) for each in said)
    shown = CliRunner().invoke(floor, ["replay", str(file)])
    assert len(shown.stdout.splitlines()) >= len(said)


@pytest.mark.parametrize("text", ["", "[", "3", '{"profile": "moon"}', '{"events": [{"by": 3}]}'])
def test_what_is_no_meeting_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "meeting.json").write_text(text)
    done = CliRunner().invoke(floor, ["replay", str(tmp_path / "meeting.json"), "--json"])
    assert isinstance(done.exception, Refusal), done.output
