"""Credentials: the papers that are received, and what the organ rules on them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from amana.conferences.acts.delegations import delegation
from amana.conferences.acts.writing import Written, act, serving
from amana.conferences.delegations.values import spoken
from amana.conferences.models import Credential, Delegation, Ruling
from amana.ground import files
from amana.ground.facts import When
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal

__all__ = ["KINDS", "LARGEST", "Paper", "kind_of", "receive_credential", "rule_on_credentials"]

LARGEST = 10 << 20  # bytes of a scan
# How a file begins, and what it then is.
KINDS = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A letter of credentials. `scan` are the bytes of a PDF, PNG or JPEG, where there is one."""

    form: str
    signatory: str
    received: date
    signed: date | None = None
    scan: bytes = b""


def kind_of(scan: bytes) -> str:
    """The type of a scan by its content; empty for what is none of the three."""
    return next((kind for begins, kind in KINDS.items() if scan.startswith(begins)), "")


@act
def receive_credential(session: str, party: str, paper: Paper, *, by: Authority) -> Credential:
    """Record a paper; of a form that is there already, as what is known of that one now.

    Refused: `credentials.too-large`, `.no-scan`, `.signed-later`, `.not-yet`.
    """
    verb = "credential.receive"
    power = serving(verb, by)
    of = delegation(session, party)
    _sound(paper, by)
    known = Credential.objects.known().filter(delegation=of, form=paper.form).first()
    digest = files.keep(paper.scan) if paper.scan else known.file if known else ""
    said: dict[str, Any] = {"signatory": paper.signatory, "signed": paper.signed, "file": digest}
    written = Written(verb, f"delegation:{of.key}", by, power)
    if known:
        return written.change(known, when=When(paper.received.isoformat()), **said)
    return written.begin(
        Credential, paper.received.isoformat(), delegation=of, form=paper.form, **said
    )


def _sound(paper: Paper, by: Authority) -> None:
    if len(paper.scan) > LARGEST:
        raise Refusal("credentials.too-large", limit=LARGEST >> 20)
    if paper.scan and not kind_of(paper.scan):
        raise Refusal("credentials.no-scan")
    if paper.received > by.on:
        raise Refusal("credentials.not-yet", on=spoken(paper.received))
    if paper.signed and paper.signed > paper.received:
        raise Refusal(
            "credentials.signed-later", signed=spoken(paper.signed), received=spoken(paper.received)
        )


@act
def rule_on_credentials(
    session: str, parties: Collection[str], kind: str, *, organ: str, on: date, by: Authority,
    source: str = "",
) -> int:  # fmt: skip
    """What the committee or the plenary ruled on a day, of one delegation or of many at once.

    An earlier ruling holds until the day before. How many were ruled on: whoever stands so
    already is left alone. Refused: `credentials.nobody`, `.not-yet`, `.ruled-later`.
    """
    verb = "credential.rule"
    power = serving(verb, by)
    if not parties:
        raise Refusal("credentials.nobody")
    if on > by.on:
        raise Refusal("credentials.not-yet", on=spoken(on))
    sources = [source] if source else []
    changed = 0
    for party in sorted(parties):
        of = delegation(session, party)
        written = Written(verb, f"delegation:{of.key}", by, power)
        changed += _rule(of, kind, organ, on, sources, written)
    return changed


def _rule(
    of: Delegation, kind: str, organ: str, on: date, sources: list[str], written: Written
) -> bool:
    last = Ruling.objects.known().filter(delegation=of).order_by("-during").first()
    if last and last.during.lower > on:
        raise Refusal(
            "credentials.ruled-later", party=of.party.upper(), on=spoken(last.during.lower)
        )
    if last and (last.kind, last.organ, last.sources) == (kind, organ, sources):
        return False
    if last and last.during.lower == on:
        written.change(last, kind=kind, organ=organ, sources=sources)
        return True
    if last and last.during.upper is None:
        eve = on - timedelta(days=1)
        written.change(last, when=When(last.since_mark, eve.isoformat()))
    written.begin(Ruling, on.isoformat(), sources=sources, delegation=of, kind=kind, organ=organ)
    return True
