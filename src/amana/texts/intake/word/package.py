"""The parts of a DOCX, read with an eye on what a hostile one may do.

Nothing is ever unpacked to the disk, so the names of the parts are only names. What the directory
of the file says of sizes is checked first and then not believed: reading stops at the limit.
"""

import posixpath
import zlib
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from amana.kernel.refusals import Refusal
from amana.texts.intake.hardened import root_of
from amana.texts.intake.limits import MEGABYTE, PART, PARTS, RATIO, UNPACKED

__all__ = ["Package", "Relation", "local", "opened", "value"]

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SMALL = MEGABYTE  # a smaller part is no bomb, however well it is packed
_ENCRYPTED = 0x1
_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError,
           IndexError, KeyError, OverflowError)  # fmt: skip


class Relation(NamedTuple):
    """One relation of a part: what it is, where it leads, whether out of the file."""

    kind: str
    target: str
    external: bool


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute by its name without namespace; empty where there is none."""
    if element is None:
        return ""
    for key, found in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(found)
    return ""


class Package:
    """An opened DOCX; `main` is the name of the document's own part."""

    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive
        self.infos = {info.filename: info for info in archive.infolist()}
        self.main = ""

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(self.infos)

    def read(self, name: str) -> bytes:
        """The bytes of a part, at most as many as a part may have."""
        info = self.infos[name]
        try:
            with self.archive.open(info) as stream:
                data = stream.read(PART + 1)
        except _BROKEN as fault:
            raise broken(name) from fault
        if len(data) > PART:
            raise Refusal("intake.bomb", part=name[:80], largest=PART // MEGABYTE)
        return data

    def root(self, name: str) -> etree._Element:
        """The root of a part of XML."""
        return root_of(self.read(name).replace(_STRICT, _USUAL), name[:80], PART)

    def relations(self, of: str) -> list[Relation]:
        """The relations of a part, those inside the file as names of parts."""
        folder, base = posixpath.split(of)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self.infos:
            return []
        return [_relation(each, folder) for each in self.root(name) if isinstance(each.tag, str)]

    def related(self, kind: str) -> str:
        """The part that the document is related to in this way, or nothing."""
        return next(
            (each.target for each in self.relations(self.main)
             if each.kind == kind and not each.external and each.target in self.infos), "",
        )  # fmt: skip


def _relation(element: etree._Element, folder: str) -> Relation:
    kind = value(element, "Type").rpartition("/")[2]
    target = value(element, "Target")
    external = value(element, "TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(kind, target, external)


def broken(part: str) -> Refusal:
    """The refusal of a part that cannot be read."""
    return Refusal("intake.broken", part=part[:80] or "ZIP", line=1, column=1)


def opened(data: bytes) -> Package:
    """The package; refused are bombs, macros, and what is no package at all."""
    try:
        package = Package(ZipFile(BytesIO(data)))
    except _BROKEN as fault:
        raise broken("ZIP") from fault
    _within_limits(package)
    _without_macros(package)
    package.main = _main(package)
    return package


def _within_limits(package: Package) -> None:
    infos = package.archive.infolist()
    if len(infos) > PARTS:
        raise Refusal("intake.bomb", part=f"{len(infos)} parts", largest=UNPACKED // MEGABYTE)
    if sum(info.file_size for info in infos) > UNPACKED:
        raise Refusal("intake.bomb", part="ZIP", largest=UNPACKED // MEGABYTE)
    for info in infos:
        _sound(info)


def _sound(info: ZipInfo) -> None:
    if info.flag_bits & _ENCRYPTED or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise broken(info.filename)
    if info.file_size > _SMALL and info.file_size > RATIO * max(info.compress_size, 1):
        raise Refusal("intake.bomb", part=info.filename[:80], largest=UNPACKED // MEGABYTE)


def _without_macros(package: Package) -> None:
    programs = [name for name in package.infos if name.lower().endswith("vbaproject.bin")]
    if programs:
        raise Refusal("intake.macro", part=programs[0][:80])
    if "[Content_Types].xml" in package.infos:
        types = package.root("[Content_Types].xml")
        for each in types:
            said = value(each, "ContentType").lower()
            if "macroenabled" in said or "vbaproject" in said:
                raise Refusal("intake.macro", part=(value(each, "PartName") or said)[:80])


def _main(package: Package) -> str:
    for relation in package.relations(""):
        if relation.kind == "officeDocument" and relation.target in package.infos:
            return relation.target
    if "word/document.xml" in package.infos:
        return "word/document.xml"
    raise broken("word/document.xml")
