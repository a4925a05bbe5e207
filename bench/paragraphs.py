"""Generated paragraphs in three languages, over 168,000 word forms, straight into the index.

The forms are made as each language makes them (roots in patterns with their particles, stems with
their endings), and drawn by Zipf's law behind a head of real words, so that common phrases are as
common as in real resolutions. Nothing of it is a text of anybody.
"""

import random
from bisect import bisect
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from multiprocessing import Process

from django.db import connection

from amana.kernel.arabic import analyse
from amana.kernel.periods import Period
from amana.kernel.words import LANGS, Words
from amana.search.documents import Document
from amana.search.vectors import called, plain, quoted, vector

FORMS = 56_000  # of each language
HEADS = {
    "ar": "في من على إلى أن عن التي الدول مع بين الأعضاء المتحدة الأمم المنظمة الأمين العام"
    " الإسلامي قرار المؤتمر التنمية الدولية تنفيذ التعاون حقوق الإنسان المجلس السلام الأمن القرارات"
    " الوزراء الخارجية التعليم اللجنة تقرير الدورة القانون الدولي المساعدة"
    " مشروع الميثاق فلسطين القدس",
    "en": "the of and to in for on with that by its as States Member United Nations Organization"
    " Secretary General Islamic resolution conference development international implementation"
    " cooperation human rights Council peace security resolutions ministers foreign education"
    " committee report session law assistance project charter Palestine Jerusalem",
    "fr": "de la les des et à le en du pour dans que sur par au États membres Nations Unies"
    " Organisation Secrétaire général islamique résolution conférence développement international"
    " mise œuvre coopération droits homme Conseil paix sécurité résolutions ministres affaires"
    " étrangères éducation comité rapport session droit assistance projet charte Palestine Qods",
}
LENGTHS = (12, 20, 28, 35, 42, 50, 60, 90, 180, 400)  # words of a paragraph
SHARES = (8, 14, 18, 18, 14, 10, 8, 7, 2.5, 0.5)  # of a hundred: 45 words in the mean
KINDS = ("provision", "resolution")
COLUMNS = (
    "record", "number", "lang", "kind", "key", "title", "plain", "text", "names", "symbols",
    "route", "route_key", "fragment", "during", "since_mark", "until_mark", "weight", "vector",
    "digest", "readers", "proposed",
)  # fmt: skip


@cache
def vocabulary(lang: str) -> tuple[list[str], list[float]]:
    """The forms of a language, the commonest first, and their weights added up."""
    draw = random.Random(f"forms of {lang}")
    made = dict.fromkeys(HEADS[lang].split())
    form = _arabic if lang == "ar" else _latin
    while len(made) < FORMS:
        made |= dict.fromkeys(form(draw, lang))
    forms = list(made)[:FORMS]
    return forms, list(accumulate(1 / (rank + 3) for rank in range(FORMS)))


def _arabic(draw: random.Random, _lang: str) -> list[str]:
    root = [draw.choice("بتثجحخدذرزسشصضطظعغفقكلمنهوي") for _ in range(3)]
    bare = draw.choice(_PATTERNS).format(*root)
    stem, taa = bare.removesuffix("ة"), "ت" if bare.endswith("ة") else ""
    return [form.format(bare, stem, stem + taa) for form in draw.sample(_FORMS, 5)]


_PATTERNS = ("{}{}ا{}", "م{}{}و{}", "ت{}{}ي{}", "م{}ا{}{}ة", "ا{}ت{}ا{}", "است{}{}ا{}", "{}{}ي{}ة")
_FORMS = ("{0}", "ال{0}", "وال{0}", "بال{0}", "{1}ات", "ال{1}ات", "{2}ها", "و{0}")


_ENDINGS = {
    "en": ("", "s", "ing", "ed", "tion", "tions", "ment", "ments", "al", "ly"),
    "fr": ("", "s", "e", "es", "é", "ées", "tion", "tions", "ment", "aux", "eux"),
}


def _latin(draw: random.Random, lang: str) -> list[str]:
    length = draw.choice((2, 3, 3, 4))
    parts = (draw.choice("bcdfglmnprstv") + draw.choice("aeiou") for _ in range(length))
    stem = "".join(parts) + draw.choice("bcdlmnrst")
    return [f"{stem}{ending}" for ending in draw.sample(_ENDINGS[lang], 5)]


class Writer:
    """Draws paragraphs of one language and knows how each of its forms is indexed."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.forms, self._sums = vocabulary(lang)
        latin = None if lang == "ar" else lang
        self.stems = [[quoted(token.stem) for token in analyse(form, latin)] for form in self.forms]

    def draw(self, source: random.Random, length: int) -> list[int]:
        """Places in the vocabulary, the commoner the likelier."""
        top = self._sums[-1]
        return [bisect(self._sums, source.random() * top) for _ in range(length)]

    def text(self, drawn: list[int]) -> str:
        """The words with a full stop."""
        return " ".join([self.forms[at] for at in drawn]) + "."

    def _places(self, title: str, drawn: list[int]) -> dict[str, list[str]]:
        places: dict[str, list[str]] = {}
        at = 0
        for token in analyse(title, None if self.lang == "ar" else self.lang):
            at += 1
            places.setdefault(quoted(token.stem), []).append(f"{at}A")
        for form in drawn:
            for stem in self.stems[form]:
                at += 1
                places.setdefault(stem, []).append(f"{at}D")
        return places

    def vector(self, title: str, drawn: list[int], year: int) -> str:
        """What `search.vectors.vector` makes of it, without analysing each word again."""
        places = self._places(title, drawn)
        words = [f"{stem}:{','.join(at[:255])}" for stem, at in places.items()]
        titled = [f"'^{stem[1:]}" for stem, at in places.items() if at[0].endswith("A")]
        signs = [quoted(f"={called(title)}"), f"'%{year}'"]
        return " ".join(words + titled + signs)


_TITLED = {
    "ar": "قرار رقم {} فقرة {}: {}",
    "en": "Resolution {} para {}: {}",
    "fr": "Résolution {} par. {} : {}",
}


def rows(count: int, seed: int = 11) -> Iterator[tuple[object, ...]]:
    """`count` rows of the index: records with three languages each, of any day since 1970."""
    source = random.Random(seed)
    writers = {lang: Writer(lang) for lang in LANGS}
    for record in range(count // 3):
        kind = KINDS[record % 5 > 2]
        length = source.choices(LENGTHS, SHARES)[0]
        since = date(1970, 1, 1) + timedelta(source.randrange(20_780))
        until = since + timedelta(3000) if record % 4 == 0 else None
        for lang in LANGS:
            writer = writers[lang]
            drawn = writer.draw(source, length)
            place = _TITLED[lang].format(record // 20, record % 20, writer.text(drawn[:4])[:-1])
            yield (
                f"{kind}:bench-{seed}-{record}", 0, lang, kind, f"bench-{seed}-{record}", place,
                plain(place, lang), writer.text(drawn), [], [], "texts:works", "", "",
                f"[{since},{until or ''})", str(since), str(until or ""), 2 + record % 3,
                writer.vector(place, drawn, since.year), "", [], False,
            )  # fmt: skip


def check() -> None:
    """The short way must give what the product gives."""
    for row in rows(300, seed=3):
        said = dict(zip(COLUMNS, row, strict=True))
        words = Words.of({said["lang"]: said["title"]})
        text = Words.of({said["lang"]: said["text"]})
        since = Period(date.fromisoformat(str(said["since_mark"])), None)
        document = Document("x", words, text, period=since, weight=int(str(said["weight"])))
        product = vector(document, str(said["lang"]))
        assert sorted(str(said["vector"]).split()) == sorted(product.split()), said["title"]


def load(count: int) -> None:
    """Write that many rows by COPY, in two processes, then make the indexes anew."""
    with connection.cursor() as cursor:
        for name in _INDEXES:
            cursor.execute(f"DROP INDEX {name}")
    connection.close()
    connection.close_pool()
    children = [Process(target=_copy, args=(count // 2, seed)) for seed in (11, 12)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert not any(child.exitcode for child in children)
    with connection.cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '1GB'")
        for statement in _INDEXES.values():
            cursor.execute(statement)
        cursor.execute("VACUUM ANALYZE search_entry")


_INDEXES = {
    "search_entry_vector_idx": "CREATE INDEX search_entry_vector_idx ON search_entry"
    " USING gin(vector)",
    "search_entry_near_idx": "CREATE INDEX search_entry_near_idx ON search_entry"
    " USING gin(plain gin_trgm_ops) WHERE proposed",
    "search_entry_kind_idx": "CREATE INDEX search_entry_kind_idx ON search_entry (kind)",
}  # fmt: skip


def _copy(count: int, seed: int) -> None:
    columns = ", ".join(COLUMNS)
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY search_entry ({columns}) FROM STDIN") as copy,
    ):
        for row in rows(count, seed):
            copy.write_row(row)


def queries(count: int = 300, seed: int = 5) -> list[str]:
    """Queries of one to three words, each of which has an answer; of every frequency.

    Nine of ten are words of one paragraph of the index, the tenth is a phrase of the commonest
    words that say something.
    """
    source = random.Random(seed)
    texts = _texts(count, source)
    asked = []
    for number, (lang, text) in enumerate(texts):
        length = 1 + number // 3 % 3
        if number % 10 == 0:
            head = HEADS[lang].split()
            at = source.randrange(14, len(head) - 3)
            words = head[at : at + max(length, 2)]
        else:
            words = source.sample(sorted(set(text[:-1].split())), length)
        asked.append(" ".join(words))
    return asked


def _texts(count: int, source: random.Random) -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT min(id), max(id) FROM search_entry WHERE record LIKE '%%:bench-%%'")
        first, last = cursor.fetchone()
        drawn = source.sample(range(first, last + 1), count)
        cursor.execute("SELECT id, lang, text FROM search_entry WHERE id = ANY(%s)", [drawn])
        found = {row[0]: (row[1], row[2]) for row in cursor.fetchall()}
    return [found[each] for each in drawn if each in found]
