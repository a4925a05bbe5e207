"""Preface, preamble and conclusions of a file, as blocks."""

from amana.texts.akn.collected import Collected
from amana.texts.akn.told import children, local, said_in, told
from amana.texts.akn.wording import Element
from amana.texts.rules.kinds import Kind

__all__ = ["conclusions", "preamble", "preface"]

_TITLES = {"docNumber": Kind.SYMBOL, "docTitle": Kind.TITLE}


def preface(part: Element, into: Collected) -> None:
    """Symbols and titles; what the editors supplied is not of the text."""
    for paragraph in part.iter("{*}p", "{*}block"):
        found = [each for each in paragraph.iter() if local(each) in _TITLES]
        for each in found:
            if each.get("status") != "editorial":
                into.add(_TITLES[local(each)], told(each, into.doubts), each, lead=paragraph)
        if not found and told(paragraph, into.doubts):
            into.doubts.about("akn.left-out", paragraph)


def preamble(part: Element, into: Collected) -> None:
    """The opening formula, the preambular paragraphs, the enacting words."""
    for each in children(part):
        name = local(each)
        if name in ("recitals", "citations"):
            for inner in children(each):
                _opening(inner, Kind.PREAMBULAR, into)
        elif name == "formula":
            _opening(each, Kind.FORMULA, into)
        else:
            enacting = name == "container" and each.get("name") == "enacting"
            _opening(each, Kind.ENACTING if enacting else Kind.PREAMBULAR, into)


def _opening(part: Element, kind: Kind, into: Collected) -> None:
    """One part of the preamble; paragraphs with ids of their own are parts of their own."""
    inner = list(children(part))
    own = [each for each in inner if local(each) == "p" and each.get("eId")]
    if local(part) in ("p", "block"):
        into.add(kind, told(part, into.doubts), part)
    elif len(own) > 1 and kind is Kind.PREAMBULAR:
        for each in own:
            into.add(kind, told(each, into.doubts), each)
    else:
        lead = next((each for each in inner if each.get("class") == "lead"), None)
        into.add(kind, said_in(part, into.doubts).text, part, into.heading(part), lead)


def conclusions(part: Element, into: Collected) -> None:
    """What stands at the end: a note of adoption, signatures."""
    for each in children(part):
        if local(each) in ("p", "block"):
            into.add(Kind.CONCLUSION, told(each, into.doubts), each, lead=each)
        elif any((said := said_in(each, into.doubts)).lines):
            into.add(Kind.CONCLUSION, said.text, each)
