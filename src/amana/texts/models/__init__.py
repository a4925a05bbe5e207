"""The tables of texts."""

from amana.texts.models.citing import TextCitation
from amana.texts.models.drafts import Draft, DraftBlock, DraftRecord, Milestone, SetAside
from amana.texts.models.nodes import Node, NodeText, Operation, WorkEvent
from amana.texts.models.releases import Release, Rendition
from amana.texts.models.series import Counter, IssuedSymbol, Series
from amana.texts.models.works import (
    Distribution,
    Governs,
    Modification,
    Sensitivity,
    Work,
    WorkRecord,
    readable,
)

__all__ = [
    "Counter", "Distribution", "Draft", "DraftBlock", "DraftRecord", "Governs", "IssuedSymbol",
    "Milestone", "Modification", "Node", "NodeText", "Operation", "Release", "Rendition",
    "Sensitivity", "Series", "SetAside", "TextCitation", "Work", "WorkEvent", "WorkRecord",
    "readable",
]  # fmt: skip
