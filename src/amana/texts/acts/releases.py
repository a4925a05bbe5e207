"""The release gate: all languages at one second, or a recorded reason why not."""

from collections.abc import Sequence

from amana.ground import clock
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.texts.acts.symbols import assign
from amana.texts.acts.writing import Entry, act, require
from amana.texts.citing.noting import note_citations
from amana.texts.drafting import released_languages
from amana.texts.given import only
from amana.texts.models import DraftRecord, IssuedSymbol, NodeText, Release, WorkRecord
from amana.texts.permissions import power_to_release
from amana.texts.readiness import NAMES, readiness
from amana.texts.rules.kinds import Kind

__all__ = ["release"]


@act
def release(
    work: str, *, by: Authority, languages: Sequence[str] = (), reason: Words = Words()
) -> Release:
    """Give out a work in all its languages at one second.

    With fewer `languages` a `reason` is asked for, and who broke parity stands in the register.
    Refused for a language that lacks a provision, a revision or an asked translation, by name.
    """
    power = require(power_to_release(by), by, "release")
    record = WorkRecord.objects.seen_by(by).select_related("work").filter(work__key=work).first()
    if record is None:
        raise Refusal("work.unknown", key=work)
    asked = list(languages or record.languages)
    states = readiness(record.work, record.languages)
    lacking = [state for state in states if state.lang in asked and not state.is_ready]
    if lacking:
        raise Refusal("release.not-ready", lacks=[each.said for each in lacking])
    missing = [lang for lang in record.languages if lang not in asked]
    given = released_languages(record.work_id)
    if [lang for lang in missing if lang not in given] and not reason:
        raise Refusal("release.parity", langs=[NAMES[lang] for lang in missing if lang in NAMES])
    new = [lang for lang in asked if lang not in given]
    if not new:
        raise Refusal("release.already")
    entry = Entry("text.release", f"work:{work}", by, power, reason=str(reason))
    given_out = entry.begin(
        Release, work=record.work, at=clock.now(), languages=new,
        missing=[lang for lang in missing if lang not in given], reason=reason,
    )  # fmt: skip
    _give_title(record, given | set(new), entry)
    _assign_symbol(record, by)
    note_citations(work)
    return given_out


def _give_title(record: WorkRecord, out: set[str], entry: Entry) -> None:
    """A text drafted here is known by its title in the languages given out, and in no other."""
    draft = DraftRecord.objects.known().filter(work=record.work).first()
    if draft is None:
        return
    printed = NodeText.objects.known().filter(node__work=record.work, node__kind=Kind.TITLE)
    row = printed.order_by("node__position").first()
    every = {**(row.text.as_dict() if row else {}), **draft.title.as_dict()}
    bare = dict.fromkeys(sorted(out), record.symbol or record.work.key)
    title = only(Words.of(every), out) or Words.of(bare)
    if title != record.title:
        entry.change(record, title=title)


def _assign_symbol(record: WorkRecord, by: Authority) -> None:
    """A symbol that was reserved for the text is its own once the text is out."""
    reserved = IssuedSymbol.objects.filter(
        canonical=record.canonical or "-", state=IssuedSymbol.State.RESERVED
    ).first()
    if reserved:
        assign(reserved.canonical, by=by, work=record.work.key)
