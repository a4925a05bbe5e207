"""What is pasted or brought as a file becomes text to be read: one text a language."""

from collections.abc import Mapping

from django.core.files.uploadedfile import UploadedFile

from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS
from amana.texts.intake import read_bytes
from amana.texts.reading.aligning import aligned
from amana.texts.reading.passages import Doubt, Reading
from amana.texts.reading.split import split
from amana.texts.reading.writing import blocks_to_text
from amana.texts.rules.tree import Block

__all__ = ["LARGEST", "LONGEST", "read", "texts_of_file"]

LARGEST = 20 * 1024 * 1024  # bytes of a file
LONGEST = 400_000  # characters of one text of one language, so that all three fit into a form


def texts_of_file(
    upload: "UploadedFile[bytes]", lang: str
) -> tuple[dict[str, str], tuple[Doubt, ...]]:
    """What a file says, by language (one of ours may have several), and every doubt about it."""
    if (upload.size or 0) > LARGEST:
        raise Refusal("draft.file-too-large", limit=LARGEST // (1024 * 1024))
    taken = read_bytes(upload.read(), upload.name or "", lang)
    held = [each for each in LANGS if any(getattr(block.text, each) for block in taken.blocks)]
    if len(held) < 2:
        return {lang: taken.text}, taken.warnings
    return {each: blocks_to_text(taken.blocks, each) for each in held}, taken.warnings


def read(texts: Mapping[str, str]) -> tuple[list[Block], list[tuple[str, Doubt]]]:
    """The blocks of a text in its languages, and every doubt with the language it is of."""
    readings: dict[str, Reading] = {}
    for lang in LANGS:
        text = texts.get(lang, "").replace("\r\n", "\n")
        if len(text) > LONGEST:
            raise Refusal("draft.text-too-long", limit=LONGEST, length=len(text))
        if text.strip():
            readings[lang] = split(text, lang)
    if not readings:
        return [], []
    blocks, across = aligned(readings)
    doubts = [(lang, doubt) for lang, each in readings.items() for doubt in each.doubts]
    return blocks, [*doubts, *(("", doubt) for doubt in across)]
