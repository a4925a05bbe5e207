"""How well paragraphs are read: floors under what `quality/measured.py` prints."""

import pytest

from amana.texts.tests.reading.quality.measured import FIELDS, FOLDER, expected, scores

FLOOR = 0.98  # of the lists that were corrected against; see the second list for how it began


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_a_list_holds_two_hundred_paragraphs_of_every_class(lang: str) -> None:
    paragraphs = [each for text in expected(lang) for each in text]
    assert len(paragraphs) >= 200
    classes = [each.fields["class"] for each in paragraphs]
    for verb_class in ("directive", "deciding", "observing", "reinforcing", "evaluative"):
        assert classes.count(verb_class) >= 10, verb_class
    assert len({each.text for each in paragraphs}) > 190


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
@pytest.mark.parametrize("folder", [FOLDER, FOLDER / "second"], ids=["first", "second"])
def test_paragraphs_are_read_as_a_reader_reads_them(lang: str, folder: object) -> None:
    table, faults = scores(lang, folder)  # type: ignore[arg-type]
    for field in FIELDS:
        assert table[field].precision >= FLOOR, (field, faults)
        assert table[field].recall >= FLOOR, (field, faults)
