"""Rules beyond the schema: ids, references, addresses, dates, classes; and concord of languages.

What a Schematron would say, said in Python. The schema proves the grammar of a file; these prove
that what it points at is there and that it says of itself what its address says.
"""

import re
from collections.abc import Iterator, Mapping

from amana.texts.akn.clean import SOUND_ID
from amana.texts.akn.hardened import parsed
from amana.texts.akn.names import CLASSES, DocType, lang_of
from amana.texts.akn.told import children, local
from amana.texts.akn.validity import Fault
from amana.texts.akn.wording import Element

__all__ = ["concord", "unsound"]

# The attributes that hold references; refersTo holds a list of them.
_REFERRING = frozenset({
    "refersTo", "href", "src", "period", "source", "by", "as", "start", "end", "outcome",
    "dictionary", "current", "original", "for", "from", "upTo", "alternativeTo", "to", "choice",
    "includedIn", "empoweredBy", "placementBase",
})  # fmt: skip
_WORK = re.compile(
    r"/akn/(?P<country>[a-z]{2}(?:-[^/]+)?)/(?P<doctype>[^/]+)/(?P<subtype>[^/\d][^/]*)"
    r"/(?P<actor>[^/\d][^/]*)/(?P<date>\d{4}(?:-\d{2}(?:-\d{2})?)?)/(?P<number>[^/]+)"
)
_EXPRESSION = re.compile(r"/(?P<lang>[a-z]{3})@(?P<date>\d{4}-\d{2}-\d{2})?")


def unsound(xml: bytes) -> list[Fault]:
    """Every rule that a file breaks, with its line. Refused where it cannot be parsed at all."""
    root = parsed(xml).getroot()
    document = next(children(root))
    return [
        *_ids(root),
        *_references(root),
        *_mapped(root),
        *_class(document),
        *(fault for each in root.iter("{*}identification") for fault in _addresses(each)),
        *_times(document),
    ]


def _fault(element: Element, sentence: str) -> Fault:
    return Fault(element.sourceline or 0, sentence)


def _ids(root: Element) -> Iterator[Fault]:
    """Ids keep the naming convention, and none stands twice in a file."""
    seen: set[str] = set()
    for element in root.iter():
        for name in ("eId", "wId"):
            value = element.get(name)
            if value is not None and not SOUND_ID.fullmatch(value):
                yield _fault(element, f"{name} “{value}” does not keep the naming convention.")
        eid = element.get("eId")
        if eid in seen:
            yield _fault(element, f"eId “{eid}” stands twice.")
        if eid:
            seen.add(eid)


def _references(root: Element) -> Iterator[Fault]:
    """What is referred to by # is in the file; a mapping may name a former id, a wId."""
    eids = {element.get("eId") for element in root.iter()}
    wids = {element.get("wId") for element in root.iter()}
    for element in root.iter():
        for name, value in element.items():
            if name not in _REFERRING:
                continue
            known = eids | wids if name == "original" else eids
            for token in str(value).split():
                if token.startswith("#") and token[1:] not in known:
                    yield _fault(element, f"{name}=“{token}” leads nowhere.")


def _mapped(root: Element) -> Iterator[Fault]:
    """What no longer has its first id is mapped to it; quoted words are of another text."""
    mapped = {
        (str(each.get("original")), str(each.get("current"))) for each in root.iter("{*}mapping")
    }
    for element in root.iter():
        eid, wid = element.get("eId"), element.get("wId")
        if wid and wid != eid and "__mod_" not in wid and (f"#{wid}", f"#{eid}") not in mapped:
            yield _fault(element, f"eId “{eid}” is not mapped to its wId “{wid}”.")


def _class(document: Element) -> Iterator[Fault]:
    """Subtype and name belong to the structure."""
    doctype, name = local(document), document.get("name", "")
    subtype = _value(document, "FRBRWork", "FRBRsubtype")
    known = CLASSES.get((DocType(doctype), subtype)) if doctype in set(DocType) else None
    if known is None:
        yield _fault(document, f"<{doctype}> with subtype “{subtype}” is no known class.")
    elif name not in known:
        yield _fault(document, f"“{name}” is no {subtype}: {', '.join(sorted(known))}.")


def _value(holder: Element, level: str, name: str, attribute: str = "value") -> str:
    found = next(holder.iterfind(f".//{{*}}{level}/{{*}}{name}"), None)
    return found.get(attribute, "") if found is not None else ""


def _addresses(of: Element) -> Iterator[Fault]:
    """The three levels continue each other; the work's address says what its metadata say."""
    work, expression = _value(of, "FRBRWork", "FRBRuri"), _value(of, "FRBRExpression", "FRBRuri")
    file = _value(of, "FRBRManifestation", "FRBRuri")
    this = _value(of, "FRBRWork", "FRBRthis")
    component = this.removeprefix(work)
    if not (this.startswith(work) and component.startswith("/!")):
        yield _fault(of, f"FRBRthis “{this}” is no component of “{work}”.")
    for level, uri, ending in (
        ("Expression", expression, ""),
        ("Manifestation", expression, ".xml"),
    ):
        said = _value(of, f"FRBR{level}", "FRBRthis")
        if said != f"{uri}{component}{ending}":
            yield _fault(of, f"FRBRthis of the {level.lower()}, “{said}”, is not that of the work.")
    if not file.startswith(expression + "."):
        yield _fault(of, f"The file “{file}” is not of the expression “{expression}”.")
    yield from _work(of, work)
    yield from _expression(of, work, expression)


def _work(of: Element, uri: str) -> Iterator[Fault]:
    found = _WORK.fullmatch(uri)
    if found is None:
        yield _fault(of, f"“{uri}” is no address of a work.")
        return
    for part, name in (("country", "FRBRcountry"), ("subtype", "FRBRsubtype"),
                       ("number", "FRBRnumber")):  # fmt: skip
        said = _value(of, "FRBRWork", name)
        if said != found[part]:
            yield _fault(of, f"{name} is “{said}”, in the address “{found[part]}”.")
    day = _value(of, "FRBRWork", "FRBRdate", "date")
    if not day.startswith(found["date"]):
        yield _fault(of, f"FRBRdate is {day}, in the address {found['date']}.")


def _expression(of: Element, work: str, uri: str) -> Iterator[Fault]:
    found = _EXPRESSION.fullmatch(uri.removeprefix(work)) if uri.startswith(work) else None
    if found is None:
        yield _fault(of, f"“{uri}” is no expression of “{work}”.")
        return
    language = _value(of, "FRBRExpression", "FRBRlanguage", "language")
    if language != found["lang"]:
        yield _fault(of, f"FRBRlanguage is “{language}”, in the address “{found['lang']}”.")
    day = _value(of, "FRBRExpression", "FRBRdate", "date")
    if found["date"] and found["date"] != day:
        yield _fault(of, f"FRBRdate of the expression is {day}, in the address {found['date']}.")


def _times(document: Element) -> Iterator[Fault]:
    """A consolidated version is of the day of an event that changed it."""
    events = {event.get("date") for event in document.iterfind("{*}meta/{*}lifecycle/{*}eventRef")}
    day = _value(document, "FRBRExpression", "FRBRdate", "date")
    if document.get("contains") == "singleVersion" and day not in events:
        yield _fault(document, f"The version of {day} is of no event of the lifecycle.")


def concord(files: Mapping[str, bytes]) -> list[Fault]:
    """Whether the languages of one work in one version are one structure.

    `files` is by language. The same eIds and wIds in the same order, the same address as a work,
    and exactly the master without a master expression in an original version.
    """
    roots = {lang: parsed(xml).getroot() for lang, xml in files.items()}
    faults = [fault for lang, root in roots.items() for fault in _language(lang, root)]
    first_lang, first = next(iter(roots.items()))
    for lang, root in roots.items():
        if _value(root, "FRBRWork", "FRBRuri") != _value(first, "FRBRWork", "FRBRuri"):
            faults.append(_fault(root, f"{lang} is another work than {first_lang}."))
        faults.extend(_same(first_lang, _structure(first), lang, _structure(root), root))
    masters = [lang for lang, root in roots.items() if not _value(root, "FRBRExpression",
               "FRBRmasterExpression", "href")]  # fmt: skip
    if len(masters) > 1:
        faults.append(_fault(first, f"More than one language is the master: {', '.join(masters)}."))
    return faults


def _language(lang: str, root: Element) -> Iterator[Fault]:
    said = lang_of(_value(root, "FRBRExpression", "FRBRlanguage", "language"))
    if said != lang:
        yield _fault(root, f"The file of “{lang}” says that it is of “{said}”.")


def _structure(root: Element) -> list[tuple[str, str, str]]:
    """Element, eId and wId of everything in the text; metadata and quoted words are not of it."""
    found = []
    for element in root.iter():
        if element.get("eId") and not any(
            local(each) == "meta" for each in element.iterancestors()
        ):
            eid = element.get("eId", "")
            if "__mod_" not in eid:
                found.append((local(element), eid, element.get("wId", "")))
    return found


def _same(
    one: str, here: list[tuple[str, str, str]], other: str, there: list[tuple[str, str, str]],
    root: Element,
) -> Iterator[Fault]:  # fmt: skip
    for left, right in zip(here, there, strict=False):
        if left != right:
            yield _fault(root, f"{one} has {left[1]} where {other} has {right[1]}.")
            return
    if len(here) != len(there):
        yield _fault(root, f"{one} has {len(here)} places, {other} {len(there)}.")
