"""Loading a pack: what it says now against what it said last time, written in one transaction.

Rows that changed are closed first and only then written anew, so that a day moving from one
record to its neighbour never looks like an overlap.
"""

import hashlib
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from amana.ground import clock, register
from amana.ground.dated import Dated
from amana.ground.facts import assert_fact, close
from amana.ground.models import PackRecord
from amana.ground.packs.checking import Built, build, check
from amana.ground.packs.reading import Fault, Pack
from amana.ground.packs.schema import Claim, Identity, Ref
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal

__all__ = ["Faulty", "Report", "load", "loader"]

Where = tuple[str, str]
# Tables that packs of several organisations share: the first to be loaded keeps its word.
SHARED = ("state", "body_kind", "rule_name")
# Which lasting row a reference to a table means.
MODELS = {
    "work": "texts.Work", "node": "texts.Node", "body_kind": "organisation.BodyKind",
    "body": "organisation.Body", "state": "organisation.State", "person": "organisation.Person",
    "office": "organisation.Office", "rule_name": "organisation.RuleName",
    "session": "conferences.Session",
}  # fmt: skip
Progress = Callable[[int, int], None]


class Faulty(Exception):
    """A pack with faults: nothing was written."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


@dataclass(slots=True)
class Report:
    """How many records were added, changed, unchanged; and which are no longer in the pack."""

    pack: str
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    absent: list[str] = field(default_factory=list)
    details: list[tuple[str, str, str]] = field(default_factory=list)


def loader() -> Authority:
    """The authority of the pack loader: the system itself, under no office."""
    return Authority("system", "Amana", clock.today(), powers=frozenset({"administrator"}))


def load(path: Path, *, by: Authority | None = None, progress: Progress | None = None) -> Report:
    """Check a pack and write it; raises Faulty with every fault, or returns the report."""
    pack = check(path, _known())
    if pack.faults:
        raise Faulty(pack.faults)
    built, faults = build(pack)
    if faults:
        raise Faulty(faults)
    with transaction.atomic():
        return _Loading(pack, built, by or loader(), progress or (lambda done, of: None)).run()


def _known() -> set[Where]:
    """Every lasting row that a record of the pack may name."""
    return {
        (table, key)
        for table, model in MODELS.items()
        for key in apps.get_model(model)._default_manager.values_list("key", flat=True)
    }


class _Loading:
    """One run: the pack, what was loaded before, and the identities met so far."""

    def __init__(self, pack: Pack, built: Built, by: Authority, progress: Progress) -> None:
        self.pack, self.built, self.by, self.progress = pack, built, by, progress
        self.report = Report(pack.key)
        rows = PackRecord.objects.filter(pack=pack.key)
        self.before = {(row.table, row.key): row for row in rows}
        self.shared = set(
            PackRecord.objects.exclude(pack=pack.key)
            .filter(table__in=SHARED)
            .values_list("table", "key")
        )
        self.identities: dict[Where, models.Model] = {}
        self.written: list[PackRecord] = []
        self.digests = {where: _digest(items) for where, items in built.items()}

    def run(self) -> Report:
        """Close what changed, then write every record in order."""
        due = {where for where in self.built if self._is_due(where)}
        kept = self._known_rows(due)
        for where in self.built:
            if where in due:
                self._identities(where)
        for where in due:
            close(self._outdated(where, kept))
        for done, where in enumerate(self.built, 1):
            if where in due:
                self._write(where, kept)
            else:
                self.report.unchanged += 1
            self.progress(done, len(self.built))
        PackRecord.objects.bulk_create(
            self.written, update_conflicts=True, update_fields=["digest", "facts"],
            unique_fields=["pack", "table", "key"],
        )  # fmt: skip
        gone = self.before.keys() - self.built.keys()
        self.report.absent = sorted(f"{table} {key}" for table, key in gone)
        if due:
            self._register()
        return self.report

    def _is_due(self, where: Where) -> bool:
        if where in self.shared:
            return False
        before = self.before.get(where)
        return before is None or before.digest != self.digests[where]

    def _known_rows(self, due: set[Where]) -> dict[uuid.UUID, Dated]:
        facts = [fact for where in due if where in self.before for fact in self.before[where].facts]
        rows: dict[uuid.UUID, Dated] = {}
        if facts:
            for model in apps.get_models():
                if issubclass(model, Dated):
                    rows |= {row.fact: row for row in model.objects.known().filter(fact__in=facts)}
        return rows

    def _outdated(self, where: Where, kept: dict[uuid.UUID, Dated]) -> list[Dated]:
        """Known rows of a record that its new claims, in order, no longer say."""
        before = self.before.get(where)
        if not before:
            return []
        claims = [item for item in self.built[where] if isinstance(item, Claim)]
        outdated = []
        for index, fact in enumerate(before.facts):
            claim = claims[index] if index < len(claims) else None
            row = kept.get(fact)
            if row and (claim is None or not self._says(row, claim)):
                outdated.append(kept.pop(fact))
        return outdated

    def _says(self, row: Dated, claim: Claim) -> bool:
        if row._meta.label != claim.model:
            return False
        period, origin = claim.when.period, claim.provenance
        said = {
            "during": DateRange(period.since, period.until),
            "since_mark": claim.when.since, "until_mark": claim.when.until,
            "basis": list(origin.basis), "sources": list(origin.sources),
            "confidence": origin.confidence, "detail": dict(origin.detail),
            "note": origin.note, "conflict": origin.conflict,
            **{name: self._resolve(value) for name, value in claim.values.items()},
        }  # fmt: skip
        return all(getattr(row, name) == value for name, value in said.items())

    def _write(self, where: Where, kept: dict[uuid.UUID, Dated]) -> None:
        before = self.before.get(where)
        old = list(before.facts) if before else []
        facts: list[uuid.UUID] = []
        for item in self.built[where]:
            if isinstance(item, Identity):
                continue
            fact = old[len(facts)] if len(facts) < len(old) else uuid.uuid4()
            if fact not in kept:
                self._assert(item, fact)
            facts.append(fact)
        self.written.append(
            PackRecord(
                pack=self.pack.key, table=where[0], key=where[1],
                digest=self.digests[where], facts=facts,
            )
        )  # fmt: skip
        self.report.added += before is None
        self.report.changed += before is not None
        self.report.details.append(("changed" if before else "added", *where))

    def _assert(self, claim: Claim, fact: uuid.UUID) -> None:
        values = {name: self._resolve(value) for name, value in claim.values.items()}
        model: type[Dated] = apps.get_model(claim.model)
        assert_fact(
            model, values, claim.when, claim.provenance, fact=fact, by=self.by,
            power="administrator", verb=claim.verb, subject=claim.subject,
        )  # fmt: skip

    def _identities(self, where: Where) -> None:
        for item in self.built[where]:
            if isinstance(item, Identity):
                self._identity(item, where)

    def _identity(self, item: Identity, where: Where) -> None:
        model = apps.get_model(item.model)
        values = {name: self._resolve(value) for name, value in item.values.items()}
        row, made = model._default_manager.get_or_create(key=item.key, defaults=values)
        if not made and where not in self.before:
            raise Refusal("pack.key-taken", table=item.table, key=item.key)
        changed = [name for name, value in values.items() if getattr(row, name) != value]
        if changed:
            for name in changed:
                setattr(row, name, values[name])
            row.save(update_fields=changed)
        self.identities[item.table, item.key] = row

    def _resolve(self, value: Any) -> Any:
        if not isinstance(value, Ref):
            return value
        where = (value.table, value.key)
        if where not in self.identities:
            model = MODELS[value.table]
            self.identities[where] = apps.get_model(model)._default_manager.get(key=value.key)
        return self.identities[where]

    def _register(self) -> None:
        register.record(
            "load", f"pack:{self.pack.key}", by=self.by, power="administrator",
            facts={
                "version": str(self.pack.head.get("version", "")), "added": self.report.added,
                "changed": self.report.changed, "unchanged": self.report.unchanged,
            },
        )  # fmt: skip


def _digest(items: Iterable[Identity | Claim]) -> str:
    return hashlib.sha256(repr(list(items)).encode()).hexdigest()
