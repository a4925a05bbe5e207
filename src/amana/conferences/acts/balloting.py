"""Secret ballots: opened, papers given out and put, closed, counted.

The log of the floor hears of a ballot when it is opened, when it is closed, and what the count
gave; no entry of it, no row of the register and no column of time knows a paper. Giving out a paper
and putting it are two requests, two transactions and two stores (decision 17).
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.db import connection, transaction

from amana.conferences.acts.saying import Said, say
from amana.conferences.booth.keys import SigningKey
from amana.conferences.booth.reading import current
from amana.conferences.floor.folding import folded, kept, log_of
from amana.conferences.floor.seats import Seat
from amana.conferences.models import BallotBox, BallotList, Booth, Duty, Handed, Log
from amana.conferences.rules import booth as rules
from amana.conferences.rules.elections.count import Figures
from amana.conferences.rules.elections.lots import drawn
from amana.conferences.rules.floor.contest import shown_contest
from amana.conferences.rules.floor.state import Floor
from amana.conferences.rules.floor.voting import may_vote
from amana.conferences.verifier import canonical, code_of, signed, unpacked
from amana.kernel.refusals import Refusal

__all__ = [
    "close_booth", "count_booth", "draw_lots", "give_by_hand", "open_booth", "put_paper",
    "take_paper",
]  # fmt: skip

P = ParamSpec("P")
R = TypeVar("R")
_DESK = (Duty.Role.CHAIR, Duty.Role.SECRETARY)
_TELLERS = (*_DESK, Duty.Role.TELLER)
_TOKEN = 64  # bytes: 32 of the message, and the 32 that RFC 9474 sets before it


def _whole(
    function: Callable[Concatenate[Log, P], R],
) -> Callable[Concatenate[str, P], R]:
    """One transaction on one floor: what is said and what is kept, or neither.

    Locks are taken in one order: the folded state of this process, the stores of a ballot, the log.
    So nobody asks for the folded state who holds a store.
    """

    @wraps(function)
    def within(log_key: str, /, *args: P.args, **kwargs: P.kwargs) -> R:
        log = log_of(log_key)
        own = kept(log)
        with own.lock:
            try:
                with transaction.atomic():
                    return function(log, *args, **kwargs)
            except BaseException:
                own.drop()  # the folded state may be ahead of what was committed
                raise

    return within


def _from(seat: Seat, *roles: str) -> None:
    if seat.role not in roles:
        raise Refusal("ballot.not-from-here")


@_whole
def open_booth(log: Log, contest: str, seat: Seat, *, electronic: bool = True) -> Booth:
    """Say that the next ballot is open, and set up its two stores.

    Its kind, field and places are those that the rule gives. Without `electronic` all papers are
    handed out and counted by the tellers. Refused: what the floor refuses, `ballot.two-organs`.
    """
    _from(seat, *_DESK)
    if current(log, contest) is not None:
        raise Refusal("floor.ballot-runs", contest=contest[:120])
    key = SigningKey.new() if electronic else None
    modulus = f"{key.modulus:x}" if key else ""
    more = {"contest": contest, "secret": True}
    if key:
        more["key"] = hashlib.sha256(modulus.encode()).hexdigest()
    with folded(log) as floor:
        is_open = rules.contest_in(floor, contest).status == "balloting"
    if not is_open:  # said already from the console: the booth joins that ballot
        say(log.key, Said("open_ballot", more=more), seat)
        log.refresh_from_db()
    ordinal = Booth.objects.filter(log=log, contest=contest).count() + 1
    with folded(log) as floor:
        found = rules.contest_in(floor, contest)
        if electronic and floor.contests[contest.partition("/")[0]].organs:
            raise Refusal("ballot.two-organs")
        field = list(rules.field_of(floor, found))
        booth = Booth.objects.create(
            log=log, contest=contest, ordinal=ordinal, kind=found.kind, modulus=modulus,
            ballot=found.number + 1 if found.next is None or found.next.ballot else None,
            places=min(rules.places_of(floor, found), len(field)), field=field,
        )  # fmt: skip
    Handed.objects.create(booth=booth, secret=key.concealed() if key else "")
    BallotBox.objects.create(booth=booth)
    return booth


def _booth(log: Log, contest: str) -> Booth:
    found = current(log, contest)
    if found is None:
        raise Refusal("ballot.none-open", contest=contest[:120])
    return found


def _open_store(booth: Booth) -> Handed:
    """The store of who took a paper, locked, of a ballot that is open."""
    store = Handed.objects.select_for_update().get(pk=booth.pk)
    if not _is_open(booth.pk):
        raise Refusal("ballot.closed")
    return store


def _is_open(booth: int) -> bool:
    """Asked once a store of the booth is locked: whoever closes it locks both stores."""
    return Booth.objects.filter(pk=booth, status=Booth.Status.OPEN).exists()


def _runs(floor: Floor, contest: str) -> bool:
    """Whether the ballot is open on the floor: the chair may have closed it from the console."""
    return bool(rules.contest_in(floor, contest).status == "balloting")


@transaction.atomic
def take_paper(log_key: str, contest: str, seat: Seat, blinded: bytes) -> bytes:
    """Sign the blinded token of a delegation, once; the same token again gets the same answer.

    Refused: `ballot.none-open`, `ballot.closed`, `ballot.on-paper`, `ballot.taken`,
    `ballot.taken-by-hand`, and why the delegation has no vote.
    """
    _from(seat, "delegate")
    log = log_of(log_key)
    booth = _booth(log, contest)
    if not booth.electronic:
        raise Refusal("ballot.on-paper")
    with folded(log) as floor:
        may_vote(floor, seat.delegation)
        if not _runs(floor, contest):
            raise Refusal("ballot.closed")
    store = _open_store(booth)
    before, told = store.taken.get(seat.delegation), hashlib.sha256(blinded).hexdigest()
    if seat.delegation in store.by_hand:
        raise Refusal("ballot.taken-by-hand")
    if before not in (None, told):
        raise Refusal("ballot.taken")
    signature = SigningKey.revealed(store.secret).sign(blinded)
    if before is None:
        store.taken[seat.delegation] = told
        store.save(update_fields=["taken"])
    return signature


@transaction.atomic
def give_by_hand(log_key: str, contest: str, seat: Seat, delegation: str) -> None:
    """The tellers hand a paper to a delegation, which then takes none electronically.

    Refused: `ballot.taken`, since nobody can know whether the paper it took was put.
    """
    _from(seat, *_TELLERS)
    log = log_of(log_key)
    booth = _booth(log, contest)
    with folded(log) as floor:
        may_vote(floor, delegation)
        if not _runs(floor, contest):
            raise Refusal("ballot.closed")
    store = _open_store(booth)
    if delegation in store.taken:
        raise Refusal("ballot.taken")
    store.by_hand = sorted({*store.by_hand, delegation})
    store.save(update_fields=["by_hand"])


@transaction.atomic
def put_paper(booth: int, token: str, signature: str, names: Iterable[str]) -> str:
    """Put a paper into the box and answer with its code, once it is on disk.

    Nobody is named: whoever holds a token that was signed for this ballot may put one paper. The
    same paper again is the same, after the count too. Refused: `ballot.none-open`, `ballot.closed`,
    `ballot.token-forged`, `ballot.token-used`, `ballot.too-many-names`, `ballot.name-outside`.
    """
    its = Booth.objects.select_related("log__session__body").filter(pk=booth).first()
    if its is None:
        raise Refusal("ballot.none-open", contest="")
    plain = _signed_token(its, token, signature)
    chosen = sorted(rules.check_names(list(names), its.field, its.places))
    with folded(its.log) as floor:
        runs = _runs(floor, its.contest)
    store = BallotBox.objects.select_for_update().get(pk=booth)
    said = {"token": token, "signature": signature, "names": chosen}
    papers = rules.with_paper(_papers(store), plain, said)
    if papers is not None:
        if not (runs and _is_open(booth)):
            raise Refusal("ballot.closed")
        store.papers = papers
        store.save(update_fields=["papers"])
    return code_of(plain)


def _papers(box: BallotBox) -> list[dict[str, Any]]:
    """The papers of a box, or of the published list once they were counted."""
    found = BallotList.objects.filter(pk=box.pk).values_list("text", flat=True).first()
    papers: list[dict[str, Any]] = json.loads(found)["papers"] if found else box.papers
    return papers


def _signed_token(booth: Booth, token: str, signature: str) -> bytes:
    """The token, if the key of this very ballot signed it. Refused: `ballot.token-forged`."""
    try:
        plain, proof = unpacked(token), unpacked(signature)
    except ValueError:
        raise Refusal("ballot.token-forged") from None
    known = booth.electronic and signed(int(booth.modulus, 16), plain, proof)
    if len(plain) != _TOKEN or not known:
        raise Refusal("ballot.token-forged")
    return plain


def close_booth(log_key: str, contest: str, seat: Seat) -> None:
    """Say that the voting is closed, and count at once what has no tellers' figures to wait for.

    All open ballots of the parts of a contest are closed together. What is closed stays closed
    where its count is refused.
    """
    for part in _closed(log_key, contest, seat):
        count_booth(log_key, part, seat)


@_whole
def _closed(log: Log, contest: str, seat: Seat) -> list[str]:
    """Close the open ballots of a contest: the parts that wait for no tellers."""
    _from(seat, *_DESK)
    whole = contest.partition("/")[0]
    booths = [
        booth for booth in Booth.objects.filter(log=log, status=Booth.Status.OPEN)
        if booth.contest.partition("/")[0] == whole
    ]  # fmt: skip
    if not booths:
        raise Refusal("ballot.none-open", contest=contest[:120])
    for booth in booths:
        BallotBox.objects.select_for_update().get(pk=booth.pk)  # the paper being put comes first
        booth.handed = Handed.objects.select_for_update().get(pk=booth.pk)
        booth.status = Booth.Status.CLOSED
        booth.save(update_fields=["status"])
    with folded(log) as floor:
        running = floor.running == whole
    if running:
        say(log.key, Said("close_voting"), seat)
    return [one.contest for one in booths if one.electronic and not one.handed.by_hand]


@_whole
def count_booth(log: Log, contest: str, seat: Seat, tellers: Figures | None = None) -> BallotList:
    """Count a closed ballot: the papers of the box and the figures of the tellers together.

    Refused: `ballot.none-open`, `ballot.not-closed`, `ballot.tellers-first`, what the identities
    say of the figures, and what the floor refuses.
    """
    _from(seat, *_TELLERS)
    booth = _booth(log, contest)
    if booth.status != Booth.Status.CLOSED:
        raise Refusal("ballot.not-closed")
    if tellers is None and (booth.handed.by_hand or not booth.electronic):
        raise Refusal("ballot.tellers-first")
    return _counted(log, booth, seat, tellers)


def _counted(log: Log, booth: Booth, seat: Seat, tellers: Figures | None) -> BallotList:
    """Read the papers, say the count, publish the list, empty both stores."""
    box = BallotBox.objects.select_for_update().get(pk=booth.pk)
    store = Handed.objects.select_for_update().get(pk=booth.pk)
    given = len(store.by_hand) if booth.electronic else None
    log.refresh_from_db()
    with folded(log) as floor:
        book = rules.rulebook_of(floor, rules.contest_in(floor, booth.contest))
        if tellers is not None:
            rules.check_tellers(tellers, booth.field, booth.places, book, given)
        figures = rules.counted(box.papers, tellers, booth.field, booth.places, book)
    handed = {"electronic": len(store.taken), "by_hand": given}
    list_of_papers = rules.published(_about(log, booth), box.papers, handed, tellers, figures)
    text = canonical(list_of_papers).decode()
    hashed = hashlib.sha256(text.encode()).hexdigest()
    say(log.key, Said("count", ("tellers",), _said(booth, list_of_papers, hashed)), seat)
    _emptied(booth, store, box)
    return BallotList.objects.create(
        booth=booth, text=text, hash=hashed, outcome=_outcome(log, booth.contest)
    )


def _about(log: Log, booth: Booth) -> Mapping[str, Any]:
    return {
        "log": log.key, "contest": booth.contest, "ordinal": booth.ordinal,
        "ballot": booth.ballot, "kind": booth.kind, "places": booth.places,
        "field": booth.field, "key": booth.modulus or None,
    }  # fmt: skip


def _said(booth: Booth, ballot: Mapping[str, Any], hashed: str) -> Mapping[str, Any]:
    """The event `count`: figures, what of them the tellers counted, the hash of the list."""
    figures: Mapping[str, Any] = ballot["figures"]
    return {
        "contest": booth.contest, **figures, "by_tellers": ballot["tellers"],
        "ordinal": booth.ordinal, "list": hashed,
    }  # fmt: skip


def _outcome(log: Log, contest: str) -> Mapping[str, Any]:
    log.refresh_from_db()
    with folded(log) as floor:
        said: Mapping[str, Any] = shown_contest(rules.contest_in(floor, contest))
    return said


def _emptied(booth: Booth, store: Handed, box: BallotBox) -> None:
    """Leave who took a paper, and nothing else; what the tables held before is written over."""
    booth.status = Booth.Status.COUNTED
    booth.save(update_fields=["status"])
    store.taken, store.secret = dict.fromkeys(store.taken, ""), ""
    store.save(update_fields=["taken", "secret"])
    box.papers = []
    box.save(update_fields=["papers"])
    transaction.on_commit(_written_over, robust=True)


def _written_over() -> None:
    """Make PostgreSQL write both stores into new files, without the rows that were before."""
    with connection.cursor() as cursor:
        for model in (Handed, BallotBox):
            cursor.execute(f'VACUUM (FULL) "{model._meta.db_table}"')


@_whole
def draw_lots(log: Log, contest: str, seat: Seat, seed: str) -> list[str]:
    """Draw lots between equals by a seed that is said before; seed and draw stand in the log."""
    _from(seat, *_TELLERS)
    with folded(log) as floor:
        after = rules.contest_in(floor, contest).next
    names = drawn(seed, after.field)[: after.places] if after else []
    more = {"contest": contest, "seed": seed, "drawn": names}
    say(log.key, Said("draw_lot", ("tellers",), more), seat)
    return names
