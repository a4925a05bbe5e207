"""Reading a pack: TOML files into records, every fault of form named with its place."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from amana.ground.packs.schema import Field, Table, derived_from, fields_of, tables
from amana.kernel.basis import Basis
from amana.kernel.marks import Mark
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS

__all__ = ["Fault", "Pack", "Record", "read"]

_SLUG = re.compile(r"^[a-z0-9][a-z0-9.-]*$")
_BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_TYPES: dict[str, type | tuple[type, ...]] = {
    "text": str, "mark": str, "choice": str, "ref": str, "int": int, "bool": bool,
    "words": dict, "words_list": dict, "table": dict, "list": list, "basis": list,
    "refs": list, "records": list,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a table as it stands in its file."""

    table: str
    key: str
    file: str
    values: dict[str, Any]
    number: int = 0  # its place in the table
    organisation: str = ""  # the organisation whose pack this is

    def get(self, name: str, default: Any = None) -> Any:
        """A field, or the default."""
        return self.values.get(name, default)

    def __getitem__(self, name: str) -> Any:
        return self.values[name]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and where."""

    file: str
    table: str
    record: str
    field: str
    refusal: Refusal

    def sentence(self, lang: str = "en") -> str:
        """File, table, record and field, then the sentence."""
        place = ": ".join(part for part in (self.file, self.table, self.record, self.field) if part)
        return f"{place}: {self.refusal.sentence(lang)}"


@dataclass(slots=True)
class Pack:
    """A pack as read: its head, its records by table and id, its faults."""

    path: Path
    head: dict[str, Any] = field(default_factory=dict)
    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The pack's own id."""
        return str(self.head.get("id", ""))

    def all(self) -> Iterator[Record]:
        """Every record in the order of loading."""
        for name in tables():
            yield from self.records.get(name, {}).values()


def read(path: Path) -> Pack:
    """Read every TOML file of a folder; faults are collected, never raised one by one."""
    pack = Pack(path)
    if not (path / "pack.toml").is_file():
        pack.faults.append(_fault("pack.toml", Refusal("pack.no-head", path=path.name)))
        return pack
    files = sorted(path.glob("*.toml"), key=lambda file: (file.name != "pack.toml", file.name))
    for file in files:
        _read_file(pack, file)
    return pack


def _fault(file: str, refusal: Refusal, table: str = "", record: str = "", name: str = "") -> Fault:
    return Fault(file, table, record, name, refusal)


def _read_file(pack: Pack, file: Path) -> None:
    try:
        content = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        pack.faults.append(_fault(file.name, Refusal("pack.unreadable", why=str(fault))))
        return
    if file.name == "pack.toml":
        pack.head = _head(pack, content)
    for name, rows in content.items():
        if name == "pack" and file.name == "pack.toml":
            continue
        table = tables().get(name)
        if table is None or table.source or not isinstance(rows, list):
            near = get_close_matches(name, tables(), 1)
            refusal = Refusal("pack.unknown-table", name=name, near=near[0] if near else "—")
            pack.faults.append(_fault(file.name, refusal, name))
            continue
        for number, row in enumerate(rows, 1):
            _read_row(pack, file.name, table, number, row)


def _head(pack: Pack, content: Mapping[str, Any]) -> dict[str, Any]:
    head = content.get("pack", {})
    head = head if isinstance(head, dict) else {}
    for name in ("id", "version", "names", "organisation"):
        if not head.get(name):
            pack.faults.append(_fault("pack.toml", Refusal("pack.required"), "pack", "", name))
    return head


def _read_row(pack: Pack, file: str, table: Table, number: int, row: Any) -> None:
    key = row.get("id") if isinstance(row, dict) else None
    if not isinstance(key, str) or not _SLUG.match(key) or len(key) > 120:
        refusal = Refusal("pack.no-id", number=number, id=str(key)[:40])
        pack.faults.append(_fault(file, refusal, table.name, f"#{number}", "id"))
        return
    known = pack.records.setdefault(table.name, {})
    if key in known:
        refusal = Refusal("pack.twice", id=key, file=known[key].file)
        pack.faults.append(_fault(file, refusal, table.name, key, "id"))
        return
    pack.faults.extend(
        _fault(file, refusal, table.name, key, name)
        for name, refusal in faults_of(row, fields_of(table))
    )
    organisation = str(pack.head.get("organisation", ""))
    known[key] = Record(table.name, key, file, row, len(known) + 1, organisation)
    for other in derived_from(table):
        if any(each.name in row for each in other.fields):
            more = pack.records.setdefault(other.name, {})
            more[key] = Record(other.name, key, file, row, len(more) + 1, organisation)


def faults_of(row: Mapping[str, Any], fields: tuple[Field, ...]) -> Iterator[tuple[str, Refusal]]:
    """Every fault of one record, by field."""
    declared = {each.name: each for each in fields}
    for name in row:
        if name not in declared:
            near = get_close_matches(name, declared, 1)
            yield name, Refusal("pack.unknown-field", near=near[0] if near else "—")
    for each in declared.values():
        if each.name not in row:
            if each.required:
                yield each.name, Refusal("pack.required")
            continue
        yield from _faults_of_value(each, row[each.name])


def _faults_of_value(each: Field, value: Any) -> Iterator[tuple[str, Refusal]]:
    expected = _TYPES[each.kind]
    if not isinstance(value, expected) or (expected is int and isinstance(value, bool)):
        yield each.name, Refusal("pack.wrong-type", kind=each.kind)
        return
    for text in _texts(value):
        refusal = hostile(text, each.limit)
        if refusal:
            yield each.name, refusal
    try:
        yield from _faults_of_kind(each, value)
    except Refusal as refusal:
        yield each.name, refusal


def _faults_of_kind(each: Field, value: Any) -> Iterator[tuple[str, Refusal]]:
    if each.kind == "mark":
        Mark.parse(value)
    elif each.kind == "basis":
        for address in value:
            Basis.parse(str(address))
    elif each.kind == "choice" and value not in each.choices:
        yield each.name, Refusal("pack.wrong-choice", value=value, choices=each.choices)
    elif each.kind in ("words", "words_list"):
        yield from _faults_of_words(each, value)
    elif each.kind == "records":
        for number, row in enumerate(value, 1):
            for name, refusal in faults_of(row, each.fields):
                yield f"{each.name}[{number}].{name}", refusal


def _faults_of_words(each: Field, value: Mapping[str, Any]) -> Iterator[tuple[str, Refusal]]:
    for lang, text in value.items():
        if lang not in LANGS:
            yield each.name, Refusal("pack.wrong-language", language=lang)
        elif not isinstance(text, str if each.kind == "words" else list):
            yield each.name, Refusal("pack.wrong-type", kind=each.kind)
    if each.required and not value:
        yield each.name, Refusal("pack.required")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def hostile(text: str, limit: int = 4000) -> Refusal | None:
    """A text too long, or with characters that are no text: controls and bidi overrides."""
    if len(text) > limit:
        return Refusal("text.too-long", length=len(text), limit=limit)
    for char in text:
        control = unicodedata.category(char) in ("Cc", "Cs", "Co") and char not in "\n\t"
        if control or char in _BIDI:
            return Refusal("text.control-character", code=f"U+{ord(char):04X}")
    return None
