"""Rulebooks: every parameter of procedure, with its article and its period.

A rulebook is a file of data. One that *borrows* from another takes what it does not say itself
from there, and each rule so taken is marked as borrowed: never shown as the organ's own law.
"""

import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from amana.kernel.refusals import Refusal
from amana.kernel.words import Words

__all__ = ["Motion", "Rule", "Rulebook", "read_rulebook", "rulebook", "rulebook_names"]

HERE = Path(__file__).resolve().parents[1] / "rulebooks"


@dataclass(frozen=True, slots=True)
class Rule:
    """One parameter, in force from a day until another rule of its name begins."""

    name: str
    value: Any
    articles: tuple[str, ...]
    since: date | None = None
    borrowed: bool = False

    def has_begun(self, on: date | None) -> bool:
        """Whether the rule has come into force by a day; without a day, by now."""
        return on is None or self.since is None or self.since <= on


@dataclass(frozen=True, slots=True)
class Motion:
    """A procedural motion: rank in precedence, speakers for and against (none: as the chair
    allows), the majority that carries it, and whether its mover must hold the floor."""

    name: str
    rank: int
    articles: tuple[str, ...]
    majority: str = "simple"
    speakers_for: int | None = None
    speakers_against: int | None = None
    mover_counts: bool = False
    holds_floor: bool = False
    also: tuple[str, ...] = ()
    borrowed: bool = False


@dataclass(frozen=True)
class Rulebook:
    """All rules in force on a day. `rulebook["quorum_debate"]` is a value."""

    key: str
    names: Words
    mark: Words
    rules: Mapping[str, Rule]
    motions: Mapping[str, Motion]
    _cited: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict, compare=False)

    def __getitem__(self, name: str) -> Any:
        """The value of a rule. Refused: `procedure.rule-missing`."""
        return self._rule(name).value

    def articles(self, *names: str) -> tuple[str, ...]:
        """The articles of these rules or motions, each once, in their order."""
        if names not in self._cited:
            self._cited[names] = self._articles(names)
        return self._cited[names]

    def _articles(self, names: tuple[str, ...]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for name in names:
            known = self.motions.get(name) or self._rule(name)
            found.update(dict.fromkeys(known.articles))
        return tuple(found)

    def borrowed(self, name: str) -> bool:
        """Whether the rule or the motion is another organ's practice."""
        return (self.motions.get(name) or self._rule(name)).borrowed

    def having(self, name: str, value: Any) -> "Rulebook":
        """The same rulebook with another value of one rule, as announced for one occasion."""
        rules = {**self.rules, name: replace(self._rule(name), value=value)}
        return Rulebook(self.key, self.names, self.mark, rules, self.motions)

    def _rule(self, name: str) -> Rule:
        try:
            return self.rules[name]
        except KeyError:
            raise Refusal("procedure.rule-missing", rule=name, rulebook=self.key) from None

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """The rank of each motion."""
        return {name: motion.rank for name, motion in self.motions.items()}


def rulebook(key: str, on: date | None = None, pack: Path | None = None) -> Rulebook:
    """The rulebook `key` as it stands on a day; without a day, as it stands now.

    Refused: `procedure.rulebook-unknown`, `procedure.rulebook-unreadable`.
    """
    return _rulebook(key, on, pack or pack_folder())


def rulebook_names(pack: Path | None = None) -> tuple[str, ...]:
    """The keys of all rulebooks at hand, the pack's first."""
    return tuple(dict.fromkeys(record["id"] for record in _records(pack or pack_folder())))


def pack_folder() -> Path:
    """The pack of this installation, asked without Django: arithmetic needs no database."""
    default = HERE.parents[3] / "packs" / "oic"
    return Path(os.environ.get("AMANA_PACK", default))


@cache
def _rulebook(key: str, on: date | None, pack: Path) -> Rulebook:
    record = next((record for record in _records(pack) if record["id"] == key), None)
    if record is None:
        raise Refusal("procedure.rulebook-unknown", key=key, known=rulebook_names(pack))
    lender = _rulebook(record["borrows"], on, pack) if "borrows" in record else None
    return read_rulebook(record, on, lender)


def read_rulebook(
    record: Mapping[str, Any], on: date | None = None, lender: Rulebook | None = None
) -> Rulebook:
    """A rulebook of a record. Refused: `procedure.rulebook-unreadable`."""
    try:
        return _read(record, on, lender)
    except (KeyError, TypeError, ValueError) as fault:
        why = f"{type(fault).__name__} {fault}"
        raise Refusal("procedure.rulebook-unreadable", key=record.get("id"), why=why) from fault


def _read(record: Mapping[str, Any], on: date | None, lender: Rulebook | None) -> Rulebook:
    rules: dict[str, Rule] = {}
    motions: dict[str, Motion] = {}
    if lender is not None:
        rules = {name: replace(rule, borrowed=True) for name, rule in lender.rules.items()}
        motions = {name: replace(one, borrowed=True) for name, one in lender.motions.items()}
    own = sorted(map(_rule_of, record.get("rules", ())), key=lambda rule: rule.since or date.min)
    rules |= {rule.name: rule for rule in own if rule.has_begun(on)}
    motions |= {each["name"]: _motion_of(each) for each in record.get("motions", ())}
    mark = Words.of(record.get("mark"))
    return Rulebook(record["id"], Words.of(record["names"]), mark, rules, motions)


def _rule_of(record: Mapping[str, Any]) -> Rule:
    values = (record[name] for name in ("value", "number", "holds") if name in record)
    return Rule(
        record["name"], next(values, None), tuple(record["article"]),
        _day(record.get("since")),
    )  # fmt: skip


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _motion_of(record: Mapping[str, Any]) -> Motion:
    return Motion(
        record["name"], record["rank"], tuple(record["article"]), record.get("majority", "simple"),
        record.get("for"), record.get("against"), record.get("mover_counts", False),
        record.get("holds_floor", False), tuple(record.get("also", ())),
    )  # fmt: skip


@cache
def _records(pack: Path) -> tuple[Mapping[str, Any], ...]:
    paths: Iterable[Path] = (pack / "rulebook.toml", *sorted(HERE.glob("*.toml")))
    return tuple(record for path in paths if path.is_file() for record in _content(path))


def _content(path: Path) -> Iterable[Mapping[str, Any]]:
    try:
        found = tomllib.loads(path.read_text("utf-8")).get("rulebook", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise Refusal("procedure.rulebook-unreadable", key=path.name, why=str(fault)) from fault
    return [record for record in found if "id" in record]
