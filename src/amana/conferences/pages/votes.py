"""Votes for everybody: all of a session, and one with its hemicycle and who voted how."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from amana.conferences.models import Decision, Log, Statement
from amana.conferences.pages.record_words import ANSWERS, DOCUMENTS, SHAPES
from amana.conferences.pages.records import eyes_of, version
from amana.conferences.pages.words import STATEMENTS
from amana.conferences.record_files import FORMS
from amana.conferences.records import logs_of, told_for
from amana.conferences.rules.record.documents import answers_of, titled
from amana.conferences.rules.record.of_elections import ballot_phrase
from amana.conferences.rules.record.of_votes import METHODS
from amana.conferences.rules.record.phrases import named
from amana.conferences.rules.record.saying import said
from amana.conferences.rules.record.told import Ballot, Told, Vote
from amana.conferences.telling import called
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.web.charts import Side, hemicycle
from amana.web.links import reverse
from amana.web.tables import Column

__all__ = ["urlpatterns", "vote_picture"]


def votes(request: HttpRequest, key: str) -> HttpResponse:
    """Every vote of a session: figures, majority, result; each opens who voted how."""
    rows: list[dict[str, Any]] = []
    for log, told in _told(request, key):
        rows += [_vote_row(log, key, vote) for vote in told.votes]
        rows += [_ballot_row(log, key, ballot) for ballot in told.ballots]
    columns = [
        Column("question", _("What was put")), Column("method", _("Method")),
        Column("yes", _("In favour"), "number"), Column("no", _("Against"), "number"),
        Column("abstain", _("Abstaining"), "number"), Column("required", _("Required"), "number"),
        Column("result", _("Result")),
    ]  # fmt: skip
    title = called(key, version(request)).title
    context = {"key": key, "title": title, "rows": rows, "columns": columns,
               "DOCUMENTS": DOCUMENTS, "FORMS": FORMS, "LANGS": LANGS}  # fmt: skip
    return render(request, "conferences/votes.html", context)


def _told(request: HttpRequest, key: str) -> list[tuple[Log, Told]]:
    """The logs that the reader may read; refused where there is none."""
    eyes, found = eyes_of(request), []
    fault: Refusal | None = None
    for log in logs_of(key):
        try:
            found.append((log, told_for(log, version(request), **eyes.both)))
        except Refusal as refusal:
            fault = refusal
    if fault is not None and not found:
        raise fault
    return found


def _vote_row(log: Log, key: str, vote: Vote) -> dict[str, Any]:
    count, decision = vote.decision.count, vote.decision
    address = {"key": key, "log": log.key, "entry": vote.n}
    row: dict[str, Any] = {
        "question": titled(vote.it.words), "href": reverse("conferences:vote", address),
        "method": METHODS.get(decision.method) or said("how.without_vote"),
        "yes": None, "no": None, "abstain": None, "required": None,
        "result": said(f"result.{decision.outcome}"),
    }  # fmt: skip
    if count is not None:
        tally = count.tally
        row |= {"yes": tally.yes, "no": tally.no, "abstain": tally.abstain,
                "required": count.required}  # fmt: skip
    return row


def _ballot_row(log: Log, key: str, ballot: Ballot) -> dict[str, Any]:
    address = {"key": key, "log": log.key, "entry": ballot.n}
    return {
        "question": _ballot_named(ballot), "href": reverse("conferences:vote", address),
        "method": METHODS["secret"], "yes": None, "no": None, "abstain": None,
        "required": ballot.required, "result": said("result.elected", number=len(ballot.elected)),
    }  # fmt: skip


def _ballot_named(ballot: Ballot) -> Words:
    of, which = ballot.it, ballot_phrase(ballot.number, ballot.special)
    return titled(
        Words(*(f"{of.form(lang)}{'،' if lang == 'ar' else ','} {which.form(lang)}"
                for lang in LANGS))
    )  # fmt: skip


def vote(request: HttpRequest, key: str, log: str, entry: int) -> HttpResponse:
    """One vote: the hemicycle with its line, the figures, and State by State where it was by
    name; of a secret ballot the figures alone."""
    pairs = [(row, told) for row, told in _told(request, key) if row.key == log]
    if not pairs:
        raise Refusal("log.unknown", key=log[:120])
    row, told = pairs[0]
    found = next((one for one in told.votes if one.n == entry), None)
    blocks = [line for line in told.lines if line.n == entry]
    if not blocks:
        raise Refusal("record.unknown", meeting=entry)
    lang = get_language() or "en"
    context: dict[str, Any] = {
        "key": key, "log": row, "entry": entry, "title": called(key, version(request)).title,
        "vote": found, "lines": [line for line in blocks if line.kind != "vote-names"],
        "disassociated": _disassociated(told, found),
        "ballot": next((one for one in told.ballots if one.n == entry), None),
        "states": [], "picture": "", "what": titled(found.it.words) if found else Words(),
        **_said_of(row, found, told), "KINDS": STATEMENTS,
    }  # fmt: skip
    if context["ballot"] is not None:
        context["what"] = _ballot_named(context["ballot"])
    if found is not None and found.decision.count is not None:
        context |= {
            "states": _states(told, found, lang), "picture": vote_picture(told, found, lang),
        }  # fmt: skip
    return render(request, "conferences/vote.html", context)


def _said_of(log: Log, vote: Vote | None, told: Told) -> dict[str, Any]:
    """The text that was adopted by this decision, and what parties said of it: two queries."""
    question = vote.decision.question if vote is not None and vote.is_text else ""
    row = Decision.objects.filter(log=log, proposal=question, entry=vote.n if vote else 0)
    made = row.select_related("work").first() if question else None
    rows = Statement.objects.known().filter(decision=made) if made is not None else ()
    told_of_it = [(named(one.party, told.names), one.kind, one.text) for one in rows]
    return {"adopted": made, "statements": sorted(told_of_it, key=lambda one: one[1])}


def _states(told: Told, vote: Vote, lang: str) -> list[dict[str, Any]]:
    return [
        {"state": named(state, told.names), "answer": said(f"answer.{answer}"), "of": answer}
        for state, answer in answers_of(told, vote, lang).items()
    ]


def _disassociated(told: Told, vote: Vote | None) -> list[Words]:
    proposal = told.floor.texts.proposals.get(vote.decision.question) if vote else None
    return [named(state, told.names) for state in proposal.disassociated] if proposal else []


def vote_picture(told: Told, vote: Vote, lang: str) -> str:
    """The hemicycle: a mark a vote, those who count for the majority in the half circle."""
    count = vote.decision.count
    assert count is not None
    answers = answers_of(told, vote, lang)
    numbers = {"yes": count.tally.yes, "no": count.tally.no, "abstain": count.tally.abstain}
    sides = [
        Side(
            str(ANSWERS[answer]), SHAPES[answer], number,
            [named(state, told.names).text(lang) for state, given in answers.items()
             if given == answer],
            counts=answer != "abstain" or count.base != "yes_no",
        )
        for answer, number in numbers.items()
    ]  # fmt: skip
    line = _("%(required)d needed") % {"required": count.required}
    return hemicycle(
        sides, lang, required=count.required, line=line, title=titled(vote.it.words).text(lang)
    )


urlpatterns: list[URLPattern] = [
    path("sessions/<str:key>/votes/", votes, name="votes"),
    path("sessions/<str:key>/votes/<str:log>/<int:entry>/", vote, name="vote"),
]
