"""A kind of records for tests: paragraphs of our own writing, marked as exercises."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from amana.kernel.words import Words
from amana.search.documents import Document, Finder, _finders, register

TEXT = Words(
    ar="تمرين: يطلب المؤتمر من الأمانة أن تعد فهرسا للمحفوظات الصوتية، وأن تقدم عنه تقريرا.",
    en="Exercise: requests the Secretariat to make a catalogue of the sound archives.",
    fr="Exercice : prie le Secrétariat d’établir un catalogue des archives sonores.",
)


def paragraph(key: str, text: Words = TEXT, **more: object) -> Document:
    """A paragraph of an exercise; its page is the list of texts."""
    title = Words(ar=f"تمرين، فقرة {key}", en=f"Exercise, para. {key}", fr=f"Exercice, par. {key}")
    values = {"route": "search:results", "proposed": False, "weight": 3} | more
    return Document(key, title, text, **values)


@dataclass
class Shelf:
    """What the finder of the exercises gives, and how often it was asked for everything."""

    documents: dict[str, Document] = field(default_factory=dict)
    asked_for_all: int = 0
    most_at_once: int = 0

    def put(self, *documents: Document) -> None:
        self.documents |= {document.key: document for document in documents}

    def give(self, keys: Collection[str] | None = None) -> Iterable[Document]:
        self.asked_for_all += keys is None
        found = self.documents if keys is None else set(keys) & set(self.documents)
        self.most_at_once = max(self.most_at_once, len(found))
        return [self.documents[key] for key in found]


@contextmanager
def shelf(**more: object) -> Iterator[Shelf]:
    """The kind `exercise` for as long as the test lasts."""
    made = Shelf()
    values = {"reads": {"organisation.PersonName": "person"}} | more
    register(Finder("exercise", "Exercises", "Exercise", made.give, **values))
    try:
        yield made
    finally:
        del _finders["exercise"]
