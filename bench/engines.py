"""What search was measured against: PostgreSQL ranking everything it meets, and tantivy.

Both have the stems of `kernel.arabic`, as the product has, and give the twenty best ids and how
many there are of each kind.
"""

import tempfile
from collections import Counter
from collections.abc import Callable
from typing import Any

from django.db import connection

from amana.kernel.words import LANGS
from amana.search.query import ask

Engine = Callable[[str], tuple[list[int], dict[str, int]]]


def ranks_everything(query: str) -> tuple[list[int], dict[str, int]]:
    """The plain way: every match is ranked and counted."""
    asked = ask(query)
    values = {lang: asked.all_of(lang) for lang in LANGS}
    with connection.cursor() as cursor:
        cursor.execute(_EVERYTHING, values)
        rows = cursor.fetchall()
    return [row[0] for row in rows[:20]], dict(Counter(kind for _id, kind, _score in rows))


_EITHER = " OR ".join(f"(lang = '{lang}' AND vector @@ %({lang})s::tsquery)" for lang in LANGS)
_CASES = " ".join(f"WHEN '{lang}' THEN %({lang})s::tsquery" for lang in LANGS)
_EVERYTHING = f"""
SELECT id, kind, ts_rank(vector, CASE lang {_CASES} END, 1) AS score
FROM search_entry WHERE {_EITHER} ORDER BY score DESC
"""


class Tantivy:
    """An index beside the database: `index`, `delete` and `search`, as a second engine would be."""

    def __init__(self) -> None:
        import tantivy

        self._tantivy = tantivy
        schema = tantivy.SchemaBuilder()
        for name in ("id", "kind"):
            schema.add_text_field(name, stored=True, tokenizer_name="raw", fast=name == "kind")
        schema.add_text_field("stems", tokenizer_name="whitespace")
        self._folder = tempfile.TemporaryDirectory(prefix="amana-bench-tantivy-")
        self._index = tantivy.Index(schema.build(), self._folder.name)

    def index(self) -> None:
        """Everything in the table, in the stems that the table has."""
        writer = self._index.writer(heap_size=512_000_000)
        with connection.chunked_cursor() as cursor:
            cursor.execute("SELECT id, kind, lang, vector::text FROM search_entry")
            while rows := cursor.fetchmany(5000):
                for number, kind, lang, vector in rows:
                    stems = self._stems(vector, lang)
                    document = self._tantivy.Document(id=[str(number)], kind=[kind], stems=[stems])
                    writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def delete(self, number: int) -> None:
        """Forget a row."""
        writer = self._index.writer()
        writer.delete_documents("id", str(number))
        writer.commit()

    def _stems(self, vector: str, lang: str) -> str:
        lexemes = (each.partition("':")[0].strip("'") for each in vector.split(" ") if "':" in each)
        return " ".join(f"{lang}{stem}" for stem in lexemes)

    def search(self, query: str) -> tuple[list[int], dict[str, int]]:
        """All words in one language or another; ranked by BM25."""
        searcher, asked = self._index.searcher(), ask(query)
        either = self._tantivy.Query.boolean_query(
            [(self._tantivy.Occur.Should, self._all_of(asked, lang)) for lang in LANGS]
        )
        found = searcher.search(either, limit=20, count=True)
        ids = [int(searcher.doc(at)["id"][0]) for _score, at in found.hits]
        return ids, self._counts(searcher, either)

    def _all_of(self, asked: Any, lang: str) -> Any:
        schema, of = self._index.schema, self._tantivy
        words = [word for chunk in asked.chunks for word in asked.words(chunk, lang)]
        terms = (of.Query.term_query(schema, "stems", f"{lang}{word.stem}") for word in words)
        return of.Query.boolean_query([(of.Occur.Must, term) for term in terms])

    def _counts(self, searcher: Any, query: Any) -> dict[str, int]:
        asked = {"kinds": {"terms": {"field": "kind"}}}
        buckets = searcher.aggregate(query, asked)["kinds"]["buckets"]
        return {each["key"]: each["doc_count"] for each in buckets}
