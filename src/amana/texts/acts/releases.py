"""The release gate: all languages at one second, or a recorded reason why not."""

from collections.abc import Sequence

from amana.ground import clock
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.texts.acts.symbols import assign
from amana.texts.acts.writing import Entry, act, require
from amana.texts.citing.noting import note_citations
from amana.texts.models import IssuedSymbol, Release, Work, WorkRecord
from amana.texts.permissions import power_to_release
from amana.texts.readiness import readiness

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
        first = lacking[0]
        raise Refusal(
            "release.not-ready", work=work, lang=first.name, lacks=first.lacks,
            langs=[each.name for each in lacking],
        )  # fmt: skip
    missing = [lang for lang in record.languages if lang not in asked]
    given = _given(record.work)
    if [lang for lang in missing if lang not in given] and not reason:
        raise Refusal("release.parity", langs=missing)
    new = [lang for lang in asked if lang not in given]
    if not new:
        raise Refusal("release.already", work=work)
    entry = Entry("text.release", f"work:{work}", by, power, reason=str(reason))
    given_out = entry.begin(
        Release, work=record.work, at=clock.now(), languages=new,
        missing=[lang for lang in missing if lang not in given], reason=reason,
    )  # fmt: skip
    _assign_symbol(record, by)
    note_citations(work)
    return given_out


def _assign_symbol(record: WorkRecord, by: Authority) -> None:
    """A symbol that was reserved for the text is its own once the text is out."""
    reserved = IssuedSymbol.objects.filter(
        canonical=record.canonical or "-", state=IssuedSymbol.State.RESERVED
    ).first()
    if reserved:
        assign(reserved.canonical, by=by, work=record.work.key)


def _given(work: Work) -> set[str]:
    rows = Release.objects.known().filter(work=work).values_list("languages", flat=True)
    return {lang for langs in rows for lang in langs}
