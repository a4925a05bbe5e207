"""What a file of Akoma Ntoso is made from: pure values, independent of how they are stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from amana.kernel.marks import Mark
from amana.kernel.words import LANGS, Words
from amana.texts.akn import uris
from amana.texts.akn.names import DocType, Zone
from amana.texts.rules.operations import Operation
from amana.texts.rules.tree import Unit

__all__ = ["Active", "Concept", "Described", "Document", "Instrument", "Party", "Step", "Verb"]

UNKNOWN = date(1, 1, 1)  # where the schema wants a day and none is known


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation or one of its bodies: `oic-cfm`, "Council of Foreign Ministers"."""

    key: str
    names: Words


@dataclass(frozen=True, slots=True)
class Concept:
    """Something named by a word of a vocabulary: `requests`, "adopted without a vote"."""

    key: str
    names: Words


@dataclass(frozen=True, slots=True)
class Instrument:
    """Another work, as far as it is cited here: its address as a work, and its name."""

    uri: str
    names: Words


@dataclass(frozen=True, slots=True)
class Step:
    """A step of procedure: who did what, when, and at which event."""

    on: date
    by: Party
    outcome: Concept | None = None
    at: Concept | None = None


@dataclass(frozen=True, slots=True)
class Verb:
    """The verb of a provision in each language, its class, and whether it gives a mandate."""

    concept: Concept
    words: Words = Words()
    mandate: bool = False


@dataclass(frozen=True, slots=True)
class Active:
    """A paragraph of this text that changes another work."""

    paragraph: str  # wId, here
    operation: Operation
    of: Instrument


@dataclass(frozen=True, slots=True)
class Described:
    """What is known of a work as such, whatever its language and day.

    `number` stands in the address; `shown` is what each language prints (`Resolution No. 7/50`).
    `languages` are those in which it is held; `authentic` those that are the text itself, the
    others translations. `aliases` are other numbers with their names (`("draft", "7/50/L.1")`).

    Its address never changes. A text `tabled` on a day before its adoption, or before that is on
    record, stands for good under that day, its publisher and its key: symbol, body and day of
    adoption, which may come later, are told in the file and are no part of its address.
    """

    key: str
    doctype: DocType
    subtype: str
    name: str
    number: str
    shown: Words
    title: Words
    author: Party
    editor: Party
    adopted: Mark | None = None
    tabled: date | None = None
    in_force: date | None = None
    jurisdiction: str = "aa-oic"
    languages: tuple[str, ...] = LANGS
    authentic: tuple[str, ...] = LANGS
    master: str = "en"
    prescriptive: bool = True
    authoritative: bool = True
    aliases: tuple[tuple[str, str], ...] = ()

    @property
    def uri(self) -> str:
        """Its address as a work: `/akn/aa-oic/act/provision/oic/1972-03-04/charter`."""
        actor = self.editor if self.tabled else self.author
        return uris.of_work(
            self.jurisdiction, self.doctype.value, self.subtype, actor.key, self.dated,
            self.number_in_address,
        )  # fmt: skip

    @property
    def number_in_address(self) -> str:
        """Its number, or the key that a text has from its tabling on."""
        return uris.number_in_address(self.key if self.tabled else self.number)

    @property
    def dated(self) -> Mark | None:
        """The day under which it stands: that of its tabling, else of its adoption."""
        return Mark.parse(self.tabled.isoformat()) if self.tabled else self.adopted

    @property
    def born(self) -> date:
        """The day of the work, the first possible one where only a year is known."""
        return self.dated.earliest if self.dated else UNKNOWN

    @property
    def day(self) -> date | None:
        """The day of its first version; none where it is not known exactly."""
        return self.dated.earliest if self.dated and self.dated.is_exact else None

    def expression(self, lang: str, on: date | None = None) -> str:
        """The address of a version in a language; without a day, of the first."""
        return uris.of_expression(self.uri, lang, on or self.day)


@dataclass(frozen=True, slots=True)
class Document:
    """A work in the version of a day, in every language that it has.

    `operations` are those applied (their `on` is known), `instruments` the works that decided
    them, by key. `verbs` are by wId.
    """

    work: Described
    units: tuple[Unit, ...] = ()
    operations: tuple[Operation, ...] = ()
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    active: tuple[Active, ...] = ()
    verbs: Mapping[str, Verb] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    keywords: tuple[Concept, ...] = ()
    concepts: tuple[Concept, ...] = ()

    @property
    def applied(self) -> tuple[Operation, ...]:
        """The operations with a day, in the order in which they took effect."""
        dated = (each for each in self.operations if each.on)
        return tuple(sorted(dated, key=lambda each: (each.on or UNKNOWN, each.order, each.key)))

    @property
    def changed(self) -> tuple[date, ...]:
        """The days on which the text changed, first to last."""
        return tuple(sorted({each.on for each in self.operations if each.on}))

    @property
    def zone(self) -> Zone:
        """What its body is."""
        return Zone.ACT if self.work.doctype is DocType.ACT else Zone.DELIBERATION

    def expression(self, lang: str) -> str:
        """The address of this version in a language."""
        return self.work.expression(lang, self.changed[-1] if self.changed else None)
