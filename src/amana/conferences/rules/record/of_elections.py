"""Elections: each ballot with its figures, who is elected, lots, acclamation.

Nobody's paper is told of: the log knows who dropped one, the count what stands on them, and the
record only the count.
"""

from collections.abc import Iterator, Mapping

from amana.conferences.rules.elections.ballots import SPECIAL
from amana.conferences.rules.floor.contest import Contest
from amana.conferences.rules.floor.which_contest import contest_named as named_in
from amana.conferences.rules.record.lines import Line, Scene, always, contests_of, tells
from amana.conferences.rules.record.phrases import Names, Phrase, listed, named, noun
from amana.conferences.rules.record.questions import contest_named
from amana.kernel.numbers import ordinal
from amana.kernel.words import LANGS, Words

__all__ = ["ballot_phrase", "votes_words", "which"]


def ballot_phrase(number: int, special: bool) -> Phrase:
    """*The second ballot*; a special one has no number in the series."""
    if special:
        return noun("الاقتراع الخاص", "the special ballot", "tour de scrutin spécial")
    return noun(f"الاقتراع {ordinal(number, 'ar')}", f"the {ordinal(number, 'en')} ballot",
                f"{ordinal(number, 'fr')} tour de scrutin")  # fmt: skip


def which(scene: Scene) -> tuple[str, Contest]:
    """The contest, or its region or organ, that the event names, with its name."""
    contest = named_in(scene.floor, scene.event)
    return next((name, one) for name, one in contests_of(scene.floor) if one is contest)


@tells("open_ballot")
def opened(scene: Scene) -> Iterator[Line]:
    """The ballot that was opened, and to whom it was restricted."""
    name, contest = which(scene)
    special = contest.kind == SPECIAL
    ballot = ballot_phrase(contest.number + (0 if special else 1), special)
    field = scene.before.fields.get(name, ())
    key = "election.opened_restricted" if field else "election.opened"
    yield scene.line(
        key, name, "election-opened", ballot=ballot, it=contest_named(name, scene.names),
        field=listed(field, scene.names),
    )  # fmt: skip


@tells("count")
def counted(scene: Scene) -> Iterator[Line]:
    """The tellers' figures, then who was elected by them."""
    name, contest = which(scene)
    figures, result = contest.figures, contest.result
    if figures is None or result is None:
        return
    yield scene.line(
        "election.counted", name, ballot=ballot_phrase(contest.number, contest.kind == SPECIAL),
        it=contest_named(name, scene.names), papers=figures.papers, invalid=figures.invalid,
        valid=figures.valid, abstentions=figures.abstentions, voting=result.voting,
        required=result.required, votes=votes_words(figures.votes, scene.names),
    )  # fmt: skip


def votes_words(votes: Mapping[str, int], names: Names) -> Words:
    """The votes obtained, the most first: `A 32, B 12`."""
    ranked = sorted(votes.items(), key=lambda pair: -pair[1])
    return Words(*(
        ("، " if lang == "ar" else ", ").join(
            f"{_candidate(name, names).text(lang)} {number}" for name, number in ranked
        )
        for lang in LANGS
    ))  # fmt: skip


def _candidate(name: str, names: Names) -> Words:
    """A candidate; in a ballot on one name alone the answers are yes and no."""
    return {"yes": Words("نعم", "yes", "oui"), "no": Words("لا", "no", "non")}.get(
        name, named(name, names)
    )


@always
def elected(scene: Scene) -> Iterator[Line]:
    """Who is elected since the last event, however."""
    for name, contest in contests_of(scene.floor):
        new = [one for one in contest.elected if one not in scene.before.elected.get(name, ())]
        if not new or name not in scene.before.elected:
            continue
        key = {
            "acclamation": "election.acclaimed", "lots": "election.elected_by_lot",
        }.get(contest.mode, "election.elected")  # fmt: skip
        yield scene.line(
            key, name, "election-elected", who=listed(new, scene.names),
            it=contest_named(name, scene.names),
        )  # fmt: skip


@tells("draw_lot")
def lots(scene: Scene) -> Iterator[Line]:
    """Between whom lots were drawn, on whom they fell, and from which seed."""
    name, contest = which(scene)
    field = scene.before.fields.get(name, ())
    seed = contest.lot.get("seed")
    key = "election.lots_with_seed" if seed else "election.lots"
    yield scene.line(
        key, name, "election-lots", field=listed(field, scene.names), seed=str(seed or ""),
        drawn=listed(contest.lot.get("drawn", ()), scene.names),
    )  # fmt: skip


@tells("withdraw_candidate")
def withdrew(scene: Scene) -> Iterator[Line]:
    """Who withdrew between two ballots."""
    event = scene.event
    name, _contest = which(scene)
    who = str(event.get("candidate") or event.get("name") or event.who)
    yield scene.line(
        "election.withdrew", name, who=named(who, scene.names), it=contest_named(name, scene.names)
    )  # fmt: skip


@tells("suspend_for_consultations")
def rested(scene: Scene) -> Iterator[Line]:
    """The election rests while the members consult."""
    name, _contest = which(scene)
    yield scene.line("election.rested", name, it=contest_named(name, scene.names))


@tells("dispense_with_ballot")
def dispensed(scene: Scene) -> Iterator[Line]:
    """The organ decided to dispense with the ballot."""
    name, _contest = which(scene)
    yield scene.line("election.dispensed", name, it=contest_named(name, scene.names))


@tells("announce_rule")
def rule_announced(scene: Scene) -> Iterator[Line]:
    """What the chair announced of names from outside the field."""
    name, contest = which(scene)
    yield scene.line(f"election.rule_{contest.foreign_name}", name, "election-rule")
