"""What was done with a text, as far as it is on record: the steps of its workflow."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from django.utils.timezone import localdate

from amana.kernel.words import LANGS, Words
from amana.texts.akn.document import Concept, Described, Step
from amana.texts.models import DraftRecord, Release, WorkRecord

__all__ = ["steps_of"]

_DRAFTED = Concept("drafted", Words(ar="صيغ المشروع", en="drafted", fr="rédigé"))
_TABLED = Concept("tabled", Words(ar="قُدِّم", en="tabled", fr="déposé"))
_ADOPTED = Concept("adopted", Words(ar="اعتُمد", en="adopted", fr="adopté"))
_ENTERED = Concept("enteredIntoForce", Words(ar="دخل حيز النفاذ", en="entered into force",
                                             fr="entré en vigueur"))  # fmt: skip
_RELEASED = Words(ar="أُصدر ب{}", en="released in {}", fr="diffusé en {}")
_IN = {
    "ar": {"ar": "العربية", "en": "الإنجليزية", "fr": "الفرنسية"},
    "en": {"ar": "Arabic", "en": "English", "fr": "French"},
    "fr": {"ar": "arabe", "en": "anglais", "fr": "français"},
}
_JOINTS = {"ar": (" و", " و"), "en": (", ", " and "), "fr": (", ", " et ")}


def steps_of(record: WorkRecord, work: Described) -> tuple[Step, ...]:
    """The steps whose day is known, first to last: two queries.

    Drafted and tabled here, adopted, in force, released; a day known to a month or a year is none.
    """
    found = [*_drafting(record, work), *_releases(record, work)]
    if work.adopted and work.adopted.is_exact:
        found.append(Step(work.adopted.earliest, work.author, _ADOPTED))
    if work.in_force:
        found.append(Step(work.in_force, work.author, _ENTERED))
    order = (_DRAFTED, _TABLED, _ADOPTED, _ENTERED)
    ranks = {concept.key: rank for rank, concept in enumerate(order)}
    return tuple(sorted(found, key=lambda step: (step.on, _rank(step, ranks))))


def _rank(step: Step, ranks: dict[str, int]) -> int:
    return ranks.get(step.outcome.key if step.outcome else "", len(ranks))


def _drafting(record: WorkRecord, work: Described) -> Iterator[Step]:
    """When the draft was begun, and when it became this work."""
    versions = DraftRecord.objects.filter(draft__records__work=record.work_id).distinct()
    known = [(row.recorded.lower, row.stage) for row in versions]
    if not known:
        return
    yield Step(_day(min(instant for instant, _stage in known)), work.editor, _DRAFTED)
    tabled = [instant for instant, stage in known if stage == DraftRecord.Stage.TABLED]
    if tabled:
        yield Step(_day(min(tabled)), work.editor, _TABLED)


def _releases(record: WorkRecord, work: Described) -> Iterator[Step]:
    for row in Release.objects.known().filter(work=record.work_id).order_by("at"):
        langs = [lang for lang in LANGS if lang in row.languages]
        said = {lang: getattr(_RELEASED, lang).format(_listed(langs, lang)) for lang in LANGS}
        yield Step(_day(row.at), work.editor, Concept(f"released-{'-'.join(langs)}", Words(**said)))


def _listed(langs: Sequence[str], lang: str) -> str:
    *first, last = (_IN[lang][each] for each in langs)
    comma, joint = _JOINTS[lang]
    return joint.join([comma.join(first), last]) if first else last


def _day(instant: datetime) -> date:
    return localdate(instant)
