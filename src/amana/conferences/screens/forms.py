"""What has to be said with each act: its fields, its key, its place on the screens.

A field's value comes as typed or chosen, from a form or from a tap, and is read alike: names of
delegations in any language become keys, numbers become numbers, lists are parted at semicolons.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from amana.conferences.rules.floor.acts import ACTS
from amana.conferences.screens.naming import Names

__all__ = ["FORMS", "Field", "Form", "by_members", "form_of", "read"]

_PARTED = re.compile(r"\s*[;؛\n]\s*")
_COUNTED = re.compile(r"^(.*?)\s*[=:]\s*(\d+)$")
_LONGEST = 2000  # characters of a field


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to be said. `kind`: party, parties, text, number, list, votes, or choice.

    A choice is one of `source`: a table of labels, or what the floor has (see `choices`).
    """

    name: str
    kind: str = "text"
    source: str = ""
    optional: bool = False
    label: str = ""  # the entry of the labels, where it is not the name


@dataclass(frozen=True, slots=True)
class Form:
    """An act on the screens: the group it stands in, the key that does it, its fields."""

    do: str
    group: str
    key: str
    fields: tuple[Field, ...] = ()
    many: bool = False  # several delegations may do it together
    sure: bool = False  # one press opens it, a second does it


def _by(name: str = "by") -> Field:
    return Field(name, "party")


def _one(name: str, source: str, *, optional: bool = False, label: str = "") -> Field:
    return Field(name, "choice", source, optional, label)


def _words(name: str, *, optional: bool = True) -> Field:
    return Field(name, optional=optional)


def _number(name: str, *, optional: bool = False) -> Field:
    return Field(name, "number", optional=optional)


def _list(name: str, *, optional: bool = False) -> Field:
    return Field(name, "list", optional=optional)


_INSIDE = Field("who", "parties")
_TEXT = _one("on", "proposals")
_CONTEST = _one("contest", "contests")

FORMS: dict[str, Form] = {form.do: form for form in (
    # The meeting
    Form("open_meeting", "meeting", "O", (_one("item", "items", optional=True),)),
    Form("take_up_item", "meeting", "I", (_one("item", "items"),)),
    Form("resume", "meeting", "R"),
    Form("suspend", "meeting", "U", (_one("ground", "grounds"),)),
    Form("adjourn_for_the_day", "meeting", "E", sure=True),
    Form("quorum_call", "meeting", "q"),
    Form("lift_quorum_block", "meeting", "Q", (_words("ground"),)),
    Form("check_in", "meeting", "i", (_INSIDE,)),
    Form("check_out", "meeting", "u", (_INSIDE,)),
    Form("challenge_credentials", "meeting", "C", (Field("state", "party"),)),
    # Speakers
    Form("give_floor", "speaking", "g",
         (Field("to", "party"), _one("for", "purposes", optional=True))),
    Form("end_speech", "speaking", "e"),
    Form("call_to_order", "speaking", "o"),
    Form("request_floor", "speaking", "a",
         (_one("purpose", "purposes", optional=True), _one("rank", "ranks", optional=True)),
         many=True),
    Form("withdraw_request", "speaking", "w"),
    Form("request_right_of_reply", "speaking", "y"),
    Form("announce_list", "speaking", "n"),
    Form("close_list", "speaking", "l"),
    Form("reopen_list", "speaking", "L"),
    Form("decide_limits", "speaking", "fl",
         (_number("limit_s", optional=True), _number("speeches", optional=True))),
    Form("decide_order_of_speakers", "speaking", "fo", (_list("order"),)),
    Form("speak", "speaking", "fs", (_words("content", optional=False),)),
    # Order
    Form("point_of_order", "order", "p", (_one("about", "abouts"), _words("text"))),
    Form("rule", "order", "r", (_one("ruling", "rulings"), _one("on", "texts", optional=True),
                                _words("text"))),
    Form("appeal", "order", "A"),
    Form("frame_question", "order", "F", (_one("framing", "framings"),)),
    # Consent
    Form("ask_consensus", "order", "c", (_TEXT,)),
    Form("ask_objection", "order", "h"),
    Form("gavel", "order", "k"),
    Form("object", "order", "b"),
    Form("disassociate", "order", "B", (_one("from", "consensual"),)),
    # Motions
    Form("move", "motions", ""),
    Form("speak_on_motion", "motions", "S", (_one("motion", "motions"), _one("side", "sides"))),
    Form("second", "motions", "fn", (_one("motion", "motions"),)),
    # Texts
    Form("propose", "texts", "tp", (_words("id"), _words("title", optional=False),
                                    _list("parts", optional=True)), many=True),
    Form("amend", "texts", "ta", (_one("of", "amendable"), _words("id"), _words("change",
                                                                          optional=False))),
    Form("sub_amend", "texts", "ts", (_one("of", "amendments"), _words("id"),
                                      _words("change", optional=False))),
    Form("request_division", "texts", "td", (_one("of", "divisible"), _list("parts"))),
    Form("sponsor_join", "texts", "tj", (_TEXT,), many=True),
    Form("sponsor_leave", "texts", "tl", (_TEXT,), many=True),
    Form("accept_amendment", "texts", "ty", (_one("of", "amendments"),), many=True),
    Form("decline_amendment", "texts", "tn", (_one("of", "amendments"),), many=True),
    Form("revise", "texts", "tr", (_TEXT, _words("text")), many=True),
    Form("withdraw", "texts", "tw", (_one("on", "withdrawable"),), many=True),
    Form("take_over", "texts", "to", (_one("on", "withdrawn"),), many=True),
    Form("defer", "texts", "tf", (_TEXT, _words("until"))),
    Form("put_again", "texts", "tg", (_one("on", "closed_texts"),)),
    Form("waive_circulation", "texts", "tv", (_one("on", "texts"),
                                              _one("decision", "decisions", optional=True))),
    Form("circulate_financial_statement", "texts", "tc", (_TEXT,)),
    Form("decide_order", "texts", "tq", (_list("order"),)),
    Form("confirm_consequences", "texts", "tx", (
        _one("first", "texts"), _one("implies", "implications"), _one("second", "texts"))),
    # Voting
    Form("announce_vote", "voting", "v", (_one("question", "questions"),)),
    Form("start_voting", "voting", "s", (_one("question", "questions"), _one("method", "methods"))),
    Form("cast", "voting", "V", (_one("answer", "answers"),), many=True),
    Form("close_voting", "voting", "x"),
    Form("announce_result", "voting", "z"),
    Form("request_recorded_vote", "voting", "fr", (_one("on", "questions"),)),
    Form("request_roll_call", "voting", "fc", (_one("on", "questions"),)),
    Form("draw_first", "voting", "ff", (Field("first", "party"), _words("seed"))),
    Form("answer_roll_call", "voting", "fa", (_one("answer", "roll_answers"),)),
    Form("explain_vote", "voting", "fe", (_one("on", "questions"),
                                          _one("when", "whens", optional=True))),
    Form("state_intention", "voting", "fi", (_one("on", "decisions"), _one("answer", "answers"))),
    # Elections
    Form("announce_election", "elections", "jn", (
        _words("contest", optional=False), _number("places"),
        Field("candidates", "parties", optional=True))),
    Form("open_ballot", "elections", "jo", (_CONTEST,)),
    Form("count", "elections", "jc", (
        _CONTEST, _number("papers", optional=True), _number("invalid", optional=True),
        _number("blank", optional=True), Field("votes", "votes"))),
    Form("draw_lot", "elections", "jl", (_CONTEST, _words("seed", optional=False))),
    Form("withdraw_candidate", "elections", "jw", (_CONTEST, _one("candidate", "candidates"))),
    Form("suspend_for_consultations", "elections", "js", (_CONTEST,)),
    Form("acclaim", "elections", "ja", (_CONTEST,)),
    Form("dispense_with_ballot", "elections", "jd", (_CONTEST,)),
    Form("announce_rule", "elections", "jr", (_CONTEST, _one("foreign_name", "foreign_names"))),
)}  # fmt: skip
"""Every act that people do on a floor. Papers are dropped in the booth alone."""

TOTALS = (_number("yes"), _number("no"), _number("abstain"))
"""A show of hands counted by the secretariat."""

_MOTION = {
    "reconsideration": (_one("on", "decisions"),),
    "division": (_one("on", "divisible", optional=True), _list("parts", optional=True)),
    "order_of_voting": (_list("order"),),
    "time_limit": (_number("limit_s", optional=True), _number("speeches", optional=True)),
    "adjourn_debate": (_one("on", "proposals", optional=True),),
    **dict.fromkeys(
        ("competence", "important_question", "waive_circulation", "waive_financial_statement"),
        (_one("on", "proposals"),),
    ),
}
_MOTION_KEYS = {
    name: f"M{letter}"
    for name, letter in (
        ("suspend_meeting", "1"), ("adjourn_meeting", "2"), ("adjourn_debate", "3"),
        ("close_debate", "4"), ("competence", "5"), ("reconsideration", "6"), ("division", "7"),
        ("order_of_voting", "8"), ("time_limit", "9"), ("important_question", "i"),
        ("resume_debate", "r"), ("close_list", "l"), ("reopen_list", "o"),
        ("waive_circulation", "c"), ("waive_financial_statement", "f"),
    )
}  # fmt: skip


def by_members(do: str) -> bool:
    """Whether an act is done by a delegation, which the desk must name."""
    return bool({"member", "seated"} & set(ACTS[do].by))


def form_of(slug: str, *, named: bool = True) -> Form:
    """The form of an act, of `move-close_debate`, or of the `cast-totals` of a show of hands.

    `named` adds the delegations that act, where a delegation does it.
    """
    do, _dash, detail = slug.partition("-")
    form = FORMS[do]
    if slug == "cast-totals":
        return Form("cast", "voting", "fv", TOTALS)
    if do == "move" and detail:
        form = Form("move", "motions", _MOTION_KEYS.get(detail, ""), _MOTION.get(detail, ()))
    if not named or not by_members(do) or do in ("quorum_call",):
        return form
    who = Field("by", "parties", label="bys") if form.many else _by()
    optional = do in ("defer", "put_again")
    who = Field("by", who.kind, optional=optional, label=who.label)
    return Form(form.do, form.group, form.key, (who, *form.fields), form.many)


def read(
    slug: str, said: Mapping[str, Any], names: Names, *, named: bool = True
) -> tuple[str, tuple[str, ...], dict[str, Any]]:
    """An act as it was filled in: `(do, by, more)`; empty fields are not said at all."""
    form = form_of(slug, named=named)
    detail = slug.partition("-")[2]
    more: dict[str, Any] = {}
    for field in form.fields:
        value = _value(field, said.get(field.name), names)
        if value not in (None, "", [], {}):
            more[field.name] = value
    if form.do == "cast" and said.get("question"):
        more["question"] = str(said["question"])  # the vote that the button was meant for
    by = more.pop("by", ())
    if form.do == "move" and detail:
        more["motion"] = detail
    if slug == "cast-totals":
        more = {"totals": more}
    if form.do == "confirm_consequences":
        more = {"consequences": {more.get("first", ""): {
            str(more.get("implies", "")): [str(more.get("second", ""))]}}}  # fmt: skip
    if form.do in ("check_in", "check_out"):
        more["source"] = "desk"
    return form.do, (by,) if isinstance(by, str) else tuple(by), more


def _value(field: Field, said: Any, names: Names) -> Any:
    text = str(said if said is not None else "").strip()[:_LONGEST]
    if field.kind == "party":
        return names.key_of(text) if text else ""
    if field.kind == "parties":
        return [names.key_of(one) for one in _PARTED.split(text) if one]
    if field.kind == "list":
        return [one for one in re.split(r"\s*[;؛,،\n]\s*", text) if one]
    if field.kind == "number":
        return int(text) if text.isdecimal() else text
    if field.kind == "votes":
        return _votes(_PARTED.split(text), names)
    return text


def _votes(lines: Iterable[str], names: Names) -> dict[str, int]:
    found = (_COUNTED.match(line) for line in lines)
    return {names.key_of(one[1]): int(one[2]) for one in found if one}
