"""Packs: an organisation as data. Rooms register their tables; here they are read, checked, loaded.

`check(path)` names every fault at once and needs no database. `load(path, by=…)` checks first,
then writes in one transaction by `ground.facts`; loading again changes only what changed.
The format is documented in docs/packs.md.
"""

from amana.ground.packs.checking import check
from amana.ground.packs.loading import Report, load
from amana.ground.packs.reading import Fault, Pack, Record
from amana.ground.packs.schema import Claim, Field, Identity, Ref, Table, provenance, register, when

__all__ = [
    "Claim", "Fault", "Field", "Identity", "Pack", "Record", "Ref", "Report", "Table", "check",
    "load", "provenance", "register", "when",
]  # fmt: skip
