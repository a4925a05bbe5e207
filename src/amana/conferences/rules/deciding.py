"""A vote and a ballot, plain data in and out: what `amana decide` and `amana elect` say."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from amana.conferences.rules.elections.ballots import SPECIAL, kind_of_ballot
from amana.conferences.rules.elections.count import Figures, identities
from amana.conferences.rules.elections.dropout import dropped_by
from amana.conferences.rules.elections.places import Ballot, Next, elected_by
from amana.conferences.rules.majorities import (
    Count,
    Outcome,
    Tally,
    count,
    majority_named,
)
from amana.conferences.rules.rulebook import Rulebook, rulebook
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words

__all__ = ["decided", "elected"]

NAMES = {
    "simple": Words(
        en="more than half of {voting}",
        fr="plus de la moitié de {voting}",
        ar="أكثر من نصف {voting}",
    ),
    "two_thirds": Words(
        en="two thirds of {voting}", fr="les deux tiers de {voting}", ar="ثلثا {voting}"
    ),
    "share": Words(en="{share} of {voting}", fr="{share} de {voting}", ar="{share} من {voting}"),
}
WHY = Words(
    en="{yes} in favour; {required} required ({majority}): {ends}.",
    fr="{yes} pour ; {required} requis ({majority}) : {ends}.",
    ar="المؤيدون {yes}؛ والمطلوب {required} ({majority}): {ends}.",
)
ENDS = {
    Outcome.CARRIED: Words(en="carried", fr="adopté", ar="اعتُمد"),
    Outcome.NOT_CARRIED: Words(en="not carried", fr="non adopté", ar="لم يُعتمد"),
    Outcome.SECOND_VOTE: Words(
        en="equally divided, a second vote within {hours} hours",
        fr="partage égal, second vote dans les {hours} heures",
        ar="تعادلت الأصوات، ويُجرى تصويت ثانٍ خلال {hours} ساعة",
    ),
}
NOBODY = Words(
    en="Nobody voted for or against: nothing is carried.",
    fr="Personne n'a voté pour ni contre : rien n'est adopté.",
    ar="لم يصوّت أحد تأييدًا ولا معارضة: فلا يُعتمد شيء.",
)
RULING = {
    True: Words(en="The ruling is overruled.", fr="La décision est infirmée.", ar="نُقض القرار."),
    False: Words(en="The ruling stands.", fr="La décision est maintenue.", ar="يبقى القرار قائمًا."),
}


def decided(record: Mapping[str, Any], lang: str = "en") -> dict[str, Any]:
    """A vote decided: `{carried, outcome, voting, required, rule, why, majority, base, profile}`.

    `record`: yes, no, abstain, majority, and where wanted base, members, present, profile, on (a
    day), second or previous (the second vote after an equal one), committee, question
    (`overrule` for an appeal). Refused: `procedure.*`.
    """
    rules = _rules(record)
    appeal = record.get("question") == "overrule"
    counted = count(
        Tally(*(_whole(record, name) for name in ("yes", "no", "abstain"))),
        str(record.get("majority") or rules["default_majority"]), rules,
        base="yes_no" if appeal else record.get("base"),
        members=_maybe(record, "members"), present=_maybe(record, "present"),
        second=bool(record.get("second") or record.get("previous")),
        ties=not (appeal or record.get("committee")),
    )  # fmt: skip
    said: dict[str, Any] = {
        "carried": counted.carried, "outcome": counted.outcome, "voting": counted.voting,
        "required": counted.required, "rule": list(counted.articles),
        "why": _why(counted, rules, lang), "majority": counted.majority, "base": counted.base,
        "profile": rules.key,
    }  # fmt: skip
    if appeal:
        said["rule"] = list(rules.articles("points_of_order")) + said["rule"]
        said["why"] = f"{said['why']} {RULING[counted.carried].text(lang)}"
        said["effect"] = "ruling overruled" if counted.carried else "ruling stands"
    return said


def _why(counted: Count, rules: Rulebook, lang: str) -> str:
    if not counted.tally.voting:
        return NOBODY.text(lang)
    share = majority_named(counted.majority, counted.base)[0]
    name = NAMES.get({"majority": "simple", "2/3": "two_thirds"}.get(share, share), NAMES["share"])
    majority = name.text(lang).format(voting=counted.voting, share=share)
    ends = ENDS[counted.outcome].text(lang).format(hours=rules["second_vote_hours"])
    return WHY.text(lang).format(
        yes=counted.tally.yes, required=counted.required, majority=majority, ends=ends
    )


def elected(record: Mapping[str, Any], lang: str = "en") -> dict[str, Any]:
    """A ballot decided: `{required, voting, elected, places_left, next, faults, rule}`.

    `record`: places, majority, votes `{name: n}`, ballot (its number, 1 unless given), members,
    and papers, invalid, abstain, or voting alone; field where the ballot was restricted; profile.
    `next` is `{kind, field, places, ballot}` or null. Where the figures break an identity the
    faults say so and nobody is elected. Refused: `procedure.*`, `election.*`.
    """
    rules = _rules(record)
    places, number = _whole(record, "places", 1), _whole(record, "ballot", 1)
    if places < 1:
        raise Refusal("election.no-places", places=places)
    votes = _votes(record)
    figures = _figures(record, votes)
    members = _maybe(record, "members") or 0
    voters = _maybe(record, "present") or _maybe(record, "entitled") or _maybe(record, "members")
    broken = identities(figures, places, rules, voters=voters)
    majority = record.get("majority") or rules["default_majority"]
    field = tuple(record.get("field") or ())
    kind = str(record.get("kind") or kind_of_ballot(number, rules["ballots_in_a_series"]))
    if rules["election"] == "au_dropout" and places == 1 and kind != SPECIAL:
        result, dropped = dropped_by(
            number, field or _standing(votes), figures, majority, rules, members,
            bool(record.get("repeated")),
        )  # fmt: skip
    else:
        ballot = Ballot(number, kind, places, field)
        result, dropped = elected_by(ballot, figures, majority, rules, members), ()
    return {
        "required": result.required, "voting": result.voting,
        "elected": [] if broken else list(result.elected),
        "places_left": places if broken else result.places_left,
        "next": None if broken else _next(result.next),
        "faults": [fault.sentence(lang) for fault in broken], "dropped": list(dropped),
        "ballot": number, "kind": kind, "profile": rules.key,
        "rule": list(rules.articles("one_place" if places == 1 else "several_places", "elections")),
    }  # fmt: skip


def _standing(votes: Mapping[str, int]) -> tuple[str, ...]:
    """Who stands in a drop-out: the names voted on; with yes and no, one alone."""
    return ("yes",) if set(votes) <= {"yes", "no"} else tuple(votes)


def _next(after: Next | None) -> dict[str, Any] | None:
    if after is None:
        return None
    return {
        "kind": after.kind, "field": list(after.field) or None, "places": after.places,
        "ballot": after.ballot,
    }  # fmt: skip


def _figures(record: Mapping[str, Any], votes: dict[str, int]) -> Figures:
    invalid, blank = _whole(record, "invalid"), _whole(record, "abstain")
    if record.get("papers") is not None:
        return Figures(_whole(record, "papers"), invalid, blank, votes)
    voting = _maybe(record, "voting")
    if voting is None:
        one = _whole(record, "places", 1) == 1
        voting = sum(votes.values()) if one else max(votes.values(), default=0)
    return Figures(voting + invalid + blank, invalid, blank, votes)


def _votes(record: Mapping[str, Any]) -> dict[str, int]:
    votes = record.get("votes")
    if not isinstance(votes, Mapping):
        raise Refusal("procedure.not-a-number", field="votes", value=votes)
    return {str(name): _whole(votes, name) for name in votes}


def _rules(record: Mapping[str, Any]) -> Rulebook:
    on = record.get("on")
    try:
        day = date.fromisoformat(on) if isinstance(on, str) else on
    except ValueError:
        raise Refusal("procedure.not-a-day", value=on) from None
    return rulebook(str(record.get("profile") or "un-ga"), day)


def _whole(record: Mapping[str, Any], name: str, default: int = 0) -> int:
    """A whole number. Refused: `procedure.not-a-number`."""
    value = record.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int):
        raise Refusal("procedure.not-a-number", field=name, value=value)
    return value


def _maybe(record: Mapping[str, Any], name: str) -> int | None:
    return None if record.get(name) is None else _whole(record, name)
