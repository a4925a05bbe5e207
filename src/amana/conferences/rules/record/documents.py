"""The record of a meeting, the list of decisions, the annex of votes: from a log that is told."""

import re
from collections.abc import Iterable, Iterator

from amana.conferences.rules.floor.state import Decision, Proposal
from amana.conferences.rules.record.blocks import Block, Document, heading, paragraph, table
from amana.conferences.rules.record.clock import day_words
from amana.conferences.rules.record.lines import Line
from amana.conferences.rules.record.of_elections import ballot_phrase, votes_words
from amana.conferences.rules.record.of_meetings import meeting_phrase
from amana.conferences.rules.record.of_votes import METHODS, in_order
from amana.conferences.rules.record.phrases import listed, named
from amana.conferences.rules.record.questions import contest_named, draft, item_named
from amana.conferences.rules.record.saying import said
from amana.conferences.rules.record.told import Ballot, Told, Vote
from amana.kernel.words import LANGS, Words

__all__ = [
    "answers_of", "decided_rows", "lines_of", "list_of_decisions", "plain", "record_of_meeting",
    "titled", "voting_annex",
]  # fmt: skip


_CITED = 3


def plain(text: object) -> Words:
    """A figure or a name that is the same in every language."""
    return Words(*([str(text)] * len(LANGS)))


def record_of_meeting(told: Told, number: int) -> Document:
    """The record of one meeting: its lines in order, under the items that it took up."""
    met = told.meetings.get(number)
    facts = (day_words(met.day),) if met is not None and met.day is not None else ()
    title = said("title.record", meeting=meeting_phrase(number))
    blocks = tuple(_under_items(told, number))
    return Document(f"record-{number}", title, blocks, facts, told.floor.rules.mark)


def _under_items(told: Told, number: int) -> Iterator[Block]:
    item = ""
    for line in told.of_meeting(number):
        if line.item and line.item != item:
            item = line.item
            yield heading(f"item-{line.n}", titled(item_named(item, told.names).words))
        if line.kind != "meeting-item":
            yield block_of(line)


def block_of(line: Line) -> Block:
    """A line as a paragraph of a document, with the foremost articles that were cited."""
    cited = tuple(rule for rule in line.rules if not rule.startswith("section "))[:_CITED]
    return Block(
        line.id, "paragraph", line.words, rules=cited, borrowed=line.borrowed, n=line.n
    )  # fmt: skip


def lines_of(lines: Iterable[Line], *kinds: str) -> Iterator[Block]:
    """The lines of some kinds as paragraphs."""
    for line in lines:
        if line.kind.startswith(kinds):
            yield block_of(line)


# --- The list of decisions


def list_of_decisions(told: Told) -> Document:
    """Every text that came to a decision, and how; then what was not adopted."""
    rows = list(decided_rows(told))
    adopted = [row for row in rows if row[0].status.startswith("adopted")]
    others = [row for row in rows if not row[0].status.startswith("adopted")]
    blocks: list[Block] = []
    if adopted:
        blocks.append(_decisions(told, "decisions", said("head.decisions"), adopted))
    else:
        blocks.append(paragraph("no-decisions", said("none.decisions")))
    if others:
        blocks.append(_decisions(told, "not-adopted", said("head.undecided"), others))
    elections = elected_table(told)
    if elections is not None:
        blocks.append(elections)
    return Document("decisions", said("title.decisions"), tuple(blocks))


def decided_rows(told: Told) -> Iterator[tuple[Proposal, Decision | None]]:
    """The proposals as they stand at the end, with the decision on each, if any."""
    for found in told.floor.texts.proposals.values():
        yield found, told.floor.decisions.get(found.id)


def _decisions(
    told: Told, ident: str, caption: Words, rows: list[tuple[Proposal, Decision | None]]
) -> Block:
    heads = [said(f"column.{name}") for name in ("text", "result", "how", "meeting", "notes")]
    return table(ident, caption, heads, (_decided(told, *row) for row in rows))


def _decided(told: Told, found: Proposal, decision: Decision | None) -> list[Words]:
    meeting = plain(decision.meeting) if decision is not None and decision.meeting else Words()
    return [
        titled(draft(told.floor, found.id, told.names).words), said(f"status.{found.status}"),
        _how(decision) if decision is not None else Words(), meeting,
        _notes(told, found, decision),
    ]  # fmt: skip


def titled(words: Words) -> Words:
    """A phrase that stands alone: without its article, with a capital."""
    en, fr = _THE.sub("", words.en), _LE.sub("", words.fr)
    return Words(*(text[:1].upper() + text[1:] for text in (words.ar, en, fr)))


_THE = re.compile("^the ", re.I)
_LE = re.compile("^(?:le |la |les |l')", re.I)


def _how(decision: Decision) -> Words:
    if decision.outcome == "adopted_without_vote":
        return said("how.without_vote")
    if decision.count is None:
        return Words()
    votes = decision.count.tally
    return said(
        "how.figures", method=METHODS[decision.method or "show_of_hands"], yes=votes.yes,
        no=votes.no, abstain=votes.abstain,
    )  # fmt: skip


def _notes(told: Told, found: Proposal, decision: Decision | None) -> Words:
    notes = []
    if found.amended_by:
        notes.append(said("note.amended_by", names=listed(found.amended_by, {})))
    if found.disassociated:
        notes.append(said("note.disassociated", names=listed(found.disassociated, told.names)))
    if decision is not None and decision.void:
        notes.append(said("note.void"))
    if decision is not None and {"decision_quorum_not_met", "decision_quorum_lost"} & {
        *decision.flags
    }:
        notes.append(said("note.below_quorum"))
    return _joined(notes)


def _joined(notes: list[Words]) -> Words:
    marks = {"ar": "؛ ", "en": "; ", "fr": " ; "}
    return Words(*(marks[lang].join(note.text(lang) for note in notes) for lang in LANGS))


def elected_table(told: Told) -> Block | None:
    """Who is elected in each contest, and in which way; nothing where none was held."""
    contests = [(name, one) for name, one in told.floor.contests.items() if one.elected]
    if not contests:
        return None
    rows = [
        [titled(contest_named(name, told.names).words), listed(one.elected, told.names).words,
         plain(one.number or "")]
        for name, one in contests
    ]  # fmt: skip
    heads = [said(f"column.{name}") for name in ("text", "elected", "ballot")]
    return table("elected", said("head.elections"), heads, rows)


# --- The annex of votes


def voting_annex(told: Told) -> Document:
    """Each vote: figures; State by State where it was by name. Each ballot: figures only."""
    blocks: list[Block] = []
    for vote in told.votes:
        if vote.decision.count is not None:
            blocks += _vote(told, vote)
    for ballot in told.ballots:
        blocks += _ballot(told, ballot)
    if not blocks:
        blocks = [paragraph("no-votes", said("none.votes"))]
    return Document("votes", said("title.votes"), tuple(blocks), mark=told.floor.rules.mark)


def _vote(told: Told, vote: Vote) -> Iterator[Block]:
    yield heading(vote.id, titled(vote.it.words))
    line = next(one for one in told.lines if one.n == vote.n and one.kind == "vote-counted")
    yield block_of(line)
    if vote.decision.answers:
        heads = [said("column.state"), said("column.answer")]
        rows = (
            (named(state, told.names), said(f"answer.{answer}"))
            for state, answer in answers_of(told, vote).items()
        )
        yield table(f"{vote.id}-states", titled(vote.it.words), heads, rows, vote.n)


def answers_of(told: Told, vote: Vote, lang: str = "en") -> dict[str, str]:
    """What each entitled member did in a vote by name: its answer, `absent` or `not_voting`."""
    given = vote.decision.answers
    if vote.decision.method == "secret" or not given:
        return {}
    silent = [state for state in vote.roll if state not in given]
    every = in_order([*given, *silent], told.names, lang)
    if vote.decision.method == "roll_call":
        every = [*given, *(state for state in every if state not in given)]
    return {
        state: given.get(state) or ("absent" if state in vote.absent else "not_voting")
        for state in every
    }


def _ballot(told: Told, ballot: Ballot) -> Iterator[Block]:
    phrase = ballot_phrase(ballot.number, ballot.special)
    title = titled(Words(*(f"{ballot.it.form(lang)} – {phrase.form(lang)}" for lang in LANGS)))
    yield heading(f"b{ballot.n}", title)
    figures = ballot.figures
    rows = [
        (said("figure.papers"), plain(figures.papers)),
        (said("figure.invalid"), plain(figures.invalid)),
        (said("figure.valid"), plain(figures.valid)),
        (said("figure.abstentions"), plain(figures.abstentions)),
        (said("figure.ballot_voting"), plain(ballot.voting)),
        (said("figure.required"), plain(ballot.required)),
        (said("column.votes"), votes_words(figures.votes, told.names)),
        (said("column.elected"), listed(ballot.elected, told.names).words),
    ]
    heads = [said("column.figures"), said("column.number")]
    yield table(f"b{ballot.n}-figures", title, heads, rows, ballot.n)
