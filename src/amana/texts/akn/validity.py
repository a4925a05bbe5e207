"""Whether a file keeps the strict schema of Akoma Ntoso 3.0."""

import re
from functools import cache
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from lxml import etree

from amana.kernel.refusals import Refusal
from amana.texts.akn.hardened import parsed

__all__ = ["Fault", "validate"]

SCHEMA = Path(__file__).parent / "schema" / "akomantoso30.xsd"
_ONE_AT_A_TIME = Lock()  # a compiled schema keeps its list of errors for itself


class Fault(NamedTuple):
    """What is wrong, and on which line (0 where no line can be named)."""

    line: int
    sentence: str


def validate(xml: bytes) -> list[Fault]:
    """Every fault against the strict schema; none for a valid file. It never raises."""
    try:
        tree = parsed(xml)
    except Refusal as refusal:
        line = refusal.facts.get("line", 0)
        return [Fault(line if isinstance(line, int) else 0, refusal.sentence("en"))]
    schema = _schema()
    with _ONE_AT_A_TIME:
        if schema.validate(tree):
            return []
        return [Fault(each.line, _readable(each.message)) for each in schema.error_log]


@cache
def _schema() -> etree.XMLSchema:
    """The schema, compiled once in a process."""
    parser = etree.XMLParser(no_network=True)
    return etree.XMLSchema(etree.parse(str(SCHEMA), parser))


def _readable(message: str) -> str:
    """The message of libxml2 without namespaces in braces."""
    return re.sub(r"\{[^}]*\}", "", message).strip()
