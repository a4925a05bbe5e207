"""Disputed facts: open a question, add what a source says, prefer one of them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from amana.desk.forms.asks import REGISTERING, Act, Ask
from amana.desk.forms.bodies import KEY
from amana.ground.facts import Provenance
from amana.kernel.authority import Authority
from amana.organisation import acts

__all__ = ["ACTS"]

QUESTION = Ask("question", _("Question"), "choice", required=True, choices="questions")


def _prefer(*, answer: str, why: Any, by: Authority, reason: str = "") -> Any:
    """The list gives question and number in one."""
    question, _sign, number = answer.rpartition("#")
    return acts.prefer_attestation(
        question=question, number=int(number), why=why, by=by, reason=reason
    )


def _add(*, origin: Provenance, **said: Any) -> Any:
    return acts.add_attestation(origin=origin, **said)


ACTS = (
    Act(
        "question.open",
        _("A question is opened to which sources give different answers."),
        REGISTERING,
        (
            KEY,
            Ask("question", _("Question"), "texts", _("As one asks it: When was it founded?"),
                True),
            Ask("about", _("About"), "text",
                _("The kind and key of its subject: office:secretary-general, body:comcec.")),
        ),
        acts.open_question,
    ),
    Act(
        "attestation.add",
        _("What one source says is added to a question; the first answer is the preferred one."),
        REGISTERING,
        (
            QUESTION,
            Ask("value", _("What the source says"), "texts", required=True),
            Ask("source", _("Source"), "text",
                _("Title, page, address: so that it is found again."), True),
        ),
        _add,
    ),
    Act(
        "attestation.prefer",
        _("The answer that the register shows from now on, with the reason for every reader."),
        REGISTERING,
        (
            Ask("answer", _("Answer to prefer"), "choice",
                _("Under each question, the answers that are not preferred now."), True,
                choices="answers"),
            Ask("why", _("Why this one"), "long", _("Shown beside the question."), True),
        ),
        _prefer,
        sourced=False,
    ),
)  # fmt: skip
