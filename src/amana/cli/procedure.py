"""`amana decide`, `elect`, `ballot-kind`: the arithmetic of procedure. No database is needed."""

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import click

from amana.cli.main import LANG, spoken
from amana.conferences.rules.deciding import decided, elected
from amana.conferences.rules.elections.ballots import kind_of_ballot
from amana.conferences.rules.rulebook import rulebook
from amana.kernel.refusals import Refusal

__all__ = ["ballot_kind", "decide", "elect"]

JSON = click.option("--json", "as_json", is_flag=True, help="The answer as one line of JSON.")
PROFILE = click.option("--profile", help="The rulebook: un-ga, oic, au, committee-half.")


@click.command()
@click.option("--yes", type=int, help="Votes in favour.")
@click.option("--no", type=int, help="Votes against.")
@click.option("--abstain", type=int, help="Abstentions.")
@click.option("--majority", help="simple, two_thirds, or members(2/3): a share of the members.")
@click.option("--base", help="yes_no, yes_no_abstain, present or members.")
@click.option("--members", type=int, help="How many members there are.")
@click.option("--present", type=int, help="How many with a vote are present.")
@click.option("--second", is_flag=True, help="The second vote after an equal one.")
@click.option("--question", help="overrule: an appeal against a ruling.")
@click.option("--on", help="The day whose rules hold.")
@PROFILE
@LANG
@JSON
def decide(lang: str | None, as_json: bool, **given: Any) -> None:
    """Say whether a vote carries, how many were required, and why.

    Without --yes and --no each line of the input is a vote in JSON and gives one line.
    """
    said = {name: value for name, value in given.items() if value not in (None, False)}
    if given["yes"] is None and given["no"] is None:
        _each_line(lambda record: decided(said | record, lang or spoken()))
        return
    answer = decided(said, lang or spoken())
    click.echo(json.dumps(answer, ensure_ascii=False) if as_json else answer["why"])


@click.command()
@PROFILE
@LANG
@JSON
def elect(profile: str | None, lang: str | None, as_json: bool) -> None:
    """Decide ballots: each line of the input is one in JSON, and gives one line.

    {"places", "majority", "members", "papers", "invalid", "abstain", "votes": {name: n}, "ballot"}
    """
    given = {"profile": profile} if profile else {}
    _each_line(lambda record: elected(given | record, lang or spoken()))


@click.command(name="ballot-kind")
@click.argument("number", type=int)
@PROFILE
@JSON
def ballot_kind(number: int, profile: str | None, as_json: bool) -> None:
    """Say whether ballot NUMBER of a series is restricted or unrestricted."""
    rules = rulebook(profile or "un-ga")
    kind = kind_of_ballot(number, rules["ballots_in_a_series"])
    said = {"ballot": number, "kind": kind, "rule": list(rules.articles("one_place"))}
    click.echo(json.dumps(said, ensure_ascii=False) if as_json else kind)


def _each_line(answer: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """One line of JSON for each line of the input. Refused: `procedure.line-unreadable`."""
    found = 0
    for number, record in _records():
        found += 1
        try:
            said = answer(record)
        except Refusal as refusal:
            why = refusal.sentence(spoken())
            raise Refusal("procedure.line", line=number, why=why) from refusal
        click.echo(json.dumps(said, ensure_ascii=False))
    if not found:
        raise Refusal("procedure.nothing-given")


def _records() -> Iterator[tuple[int, dict[str, Any]]]:
    if sys.stdin.isatty():
        return
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line.decode("utf-8-sig"))
        except (UnicodeDecodeError, ValueError, RecursionError) as fault:
            raise Refusal("procedure.line-unreadable", line=number) from fault
        if not isinstance(record, dict):
            raise Refusal("procedure.line-unreadable", line=number)
        yield number, record
