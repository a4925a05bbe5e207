"""Votes and consensus: what was put, how, under which majority, with which result."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from amana.conferences.rules.floor.state import Decision, Floor
from amana.conferences.rules.majorities import Count
from amana.conferences.rules.record.clock import moment_words
from amana.conferences.rules.record.counts import tally
from amana.conferences.rules.record.lines import Line, Scene, always, tells
from amana.conferences.rules.record.phrases import Names, Phrase, named
from amana.conferences.rules.record.saying import said, sentences, together
from amana.kernel.order import sort_key
from amana.kernel.words import LANGS, Words

__all__ = ["BASES", "METHODS", "in_order", "majority_words", "outcome_words"]

METHODS = {
    "show_of_hands": Words("برفع الأيدي", "by show of hands", "à main levée"),
    "recorded": Words("بالتصويت المسجل", "by recorded vote", "par vote enregistré"),
    "roll_call": Words("بنداء الأسماء", "by roll-call vote", "par appel nominal"),
    "secret": Words("بالاقتراع السري", "by secret ballot", "au scrutin secret"),
}
BASES = {
    "yes_no": Words("الأعضاء الحاضرين المصوّتين", "the members present and voting",
                    "des membres présents et votants"),
    "yes_no_abstain": Words("الأعضاء المصوّتين والممتنعين", "the members voting or abstaining",
                            "des membres ayant voté ou s'étant abstenus"),
    "present": Words("الأعضاء الحاضرين", "the members present", "des membres présents"),
    "members": Words("جميع الأعضاء", "all members", "de tous les membres"),
}  # fmt: skip
_SHARES = {
    "simple": Words("أكثر من نصف", "more than half of", "plus de la moitié"),
    "majority": Words("أكثر من نصف", "more than half of", "plus de la moitié"),
    "two_thirds": Words("ثلثا", "two thirds of", "les deux tiers"),
    "2/3": Words("ثلثا", "two thirds of", "les deux tiers"),
    "3/4": Words("ثلاثة أرباع", "three quarters of", "les trois quarts"),
}
FAVOUR, AGAINST, ABSTAIN = "yes", "no", "abstain"


def majority_words(counted: Count) -> Words:
    """*two thirds of the members present and voting*."""
    share = _SHARES.get(counted.majority.removeprefix("members(").rstrip(")"))
    share = share or Words(*(f"{counted.majority} " + of for of in ("من", "of", "")))
    base = BASES[counted.base]
    return Words(*(f"{share.text(lang).rstrip()} {base.text(lang)}" for lang in LANGS))


def outcome_words(floor: Floor, decision: Decision, it: Phrase) -> Words:
    """What became of what was put: *the draft was adopted*."""
    outcome = decision.outcome
    if decision.question == "agenda":
        outcome = "adopted_by_vote" if decision.carried else "not_adopted"
    key = f"outcome.{outcome}"
    return said(key if key in sentences() else "outcome.not_adopted", it=it)


@tells("close_voting")
def counted(scene: Scene) -> Iterator[Line]:
    """A vote that is closed: method, tally, majority, result; names only where it was by name."""
    floor, question = scene.floor, scene.before.vote
    decision = floor.decisions.get(question)
    if decision is None or decision.count is None:
        return
    it, whole = scene.called(question), scene.called(question, titled=True)
    yield scene.line_of("vote-counted", _paragraph(floor, decision, it, whole), question)
    if decision.answers:
        ordered = decision.method == "roll_call"
        kind = "on_appeal" if question in floor.order.appeals else "names"
        if kind == "on_appeal" and floor.order.appeals[question].positive:
            kind = "on_upholding"
        yield scene.line_of("vote-names", _by_name(decision, scene.names, ordered, kind), question)
    if decision.second_vote and decision.second_vote_until is not None:
        until = moment_words(decision.second_vote_until)
        yield scene.line("vote.second_vote_until", question, it=it, until=until)
    for flag in decision.flags:
        yield scene.line(f"vote.{flag}", question, it=it)


def _paragraph(floor: Floor, decision: Decision, it: Phrase, whole: Phrase) -> Words:
    count = decision.count
    assert count is not None
    put = said("vote.put", it=whole, method=METHODS[decision.method or "show_of_hands"])
    votes, outcome = count.tally, outcome_words(floor, decision, it)
    if decision.question in floor.order.appeals:
        upholds = floor.order.appeals[decision.question].positive
        over, stands = (votes.no, votes.yes) if upholds else (votes.yes, votes.no)
        figures = said("vote.on_appeal", over=over, stands=stands, rest=votes.abstain)
        return together(put, figures, outcome)
    needed = said(
        "vote.required", share=majority_words(count), voting=count.voting, required=count.required
    )  # fmt: skip
    figures = _capital(tally(votes.yes, votes.no, votes.abstain, it))
    return together(put, figures, needed, outcome)


def _capital(words: Words) -> Words:
    return Words(*(text[:1].upper() + text[1:] for _lang, text in words))


def _by_name(decision: Decision, names: Names, ordered: bool, kind: str) -> Words:
    """Who answered what; of a roll-call in the order in which the States were called."""
    parts = []
    for answer in (FAVOUR, AGAINST, ABSTAIN):
        states = [state for state, given in decision.answers.items() if given == answer]
        lists = Words(*(_names(states, names, lang, ordered) for lang in LANGS))
        parts.append(said(f"vote.{kind}_{answer}", names=lists))
    return together(*parts)


def _names(states: Iterable[str], names: Names, lang: str, ordered: bool) -> str:
    found = list(states) if ordered else in_order(states, names, lang)
    separator = "، " if lang == "ar" else ", "
    none = {"ar": "لا أحد", "en": "none", "fr": "aucun"}[lang]
    return separator.join(named(state, names).text(lang) for state in found) or none


def in_order(states: Iterable[str], names: Names, lang: str) -> list[str]:
    """States in the alphabetical order of a language."""
    return sorted(states, key=lambda state: _place(named(state, names).text(lang), lang))


@lru_cache(maxsize=4096)
def _place(name: str, lang: str) -> str:
    return sort_key(name, lang)


@tells("request_recorded_vote", "request_roll_call")
def asked(scene: Scene) -> Iterator[Line]:
    """Who asked for a vote by name."""
    event = scene.event
    name = str(event.get("on") or event.get("question") or event.get("of") or "")
    key = "vote.recorded_asked" if event.do == "request_recorded_vote" else "vote.roll_call_asked"
    yield scene.line(key, "", "vote-asked", who=scene.who, it=scene.called(name))


@tells("draw_first")
def drawn(scene: Scene) -> Iterator[Line]:
    """The State that a lot calls first, and the seed of the lot where one was kept."""
    seed = str(scene.event.get("seed") or "")
    key = "vote.drawn_with_seed" if seed else "vote.drawn"
    yield scene.line(key, "", "vote-drawn", who=scene.those(scene.floor.drawn), seed=seed)


@tells("announce_result")
def announced(scene: Scene) -> Iterator[Line]:
    """A result announced otherwise than it was counted; else there is nothing to add."""
    decision = scene.floor.decisions.get(scene.floor.last_decision)
    name = str(scene.event.get("question") or scene.event.get("on") or scene.floor.last_decision)
    if decision is not None and name == decision.question and "announced_differs" in decision.flags:
        yield scene.line("vote.announced_differs", it=scene.called(name))


@always
def adopted(scene: Scene) -> Iterator[Line]:
    """Adopted without a vote: nobody objected."""
    for name, proposal in scene.floor.texts.proposals.items():
        was = scene.before.texts.get(name)
        if proposal.status == "adopted_without_vote" and was != proposal.status:
            yield scene.line("vote.adopted_without_vote", name, it=scene.called(name, titled=True))
            for flag in scene.floor.decisions[name].flags:
                yield scene.line(f"vote.{flag}", name, it=scene.called(name))


@always
def voided(scene: Scene) -> Iterator[Line]:
    """A decision that the organ made void by its vote on an appeal."""
    if scene.event.do != "close_voting":
        return
    made = scene.floor.order.appeals.get(scene.before.vote)
    if made is not None and made.voided:
        yield scene.line("vote.void", made.voided, it=scene.called(made.voided))


@tells("object")
def objected(scene: Scene) -> Iterator[Line]:
    """Who objected, and to what."""
    consent = scene.before.consent or {"kind": "acclamation"}
    kind = str(consent["kind"])
    if kind == "consensus":
        it = scene.called(str(consent["on"]))
        yield scene.line("consent.objected_consensus", "", "consent-objected", who=scene.who, it=it)
        return
    if kind == "division":
        it = scene.called(str(consent["on"]))
        yield scene.line("consent.objected_division", "", "consent-objected", who=scene.who, it=it)
        return
    yield scene.line(f"consent.objected_{kind}", "", "consent-objected", who=scene.who)


@tells("disassociate")
def disassociated(scene: Scene) -> Iterator[Line]:
    """Who disassociated itself from a consensus, which stands."""
    event = scene.event
    name = str(event.get("from") or event.get("on") or scene.floor.last_decision)
    yield scene.line("consent.disassociated", who=scene.who, it=scene.called(name))
