"""How well paragraphs are read, against the lists beside this file.

`python -m amana.texts.tests.reading.quality.measured` prints precision and recall for kind,
number, class, addressee and mandate in each language, and every paragraph read otherwise.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from amana.texts.reading.mandates import charges
from amana.texts.reading.split import split

__all__ = ["FIELDS", "Expected", "Score", "expected", "scores"]

FOLDER = Path(__file__).parent
FIELDS = ("kind", "number", "class", "addressee", "mandate")
CLASSES = {
    "dir": "directive", "dec": "deciding", "obs": "observing", "rei": "reinforcing",
    "eva": "evaluative",
}  # fmt: skip
ADDRESSEES = {
    "sg": "secretary-general", "sec": "secretariat", "ms": "member-states", "body": "body",
    "inst": "institution", "state": "named-state", "out": "third-party",
}  # fmt: skip
OPENED = date(2025, 6, 21)


class Expected(NamedTuple):
    """One paragraph of a list: its fields, empty where there is nothing, and its words."""

    fields: dict[str, str]
    text: str


class Score(NamedTuple):
    """Of one field in one language: how many were right, were said, were to be said."""

    right: int
    said: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0


def expected(lang: str, folder: Path = FOLDER) -> list[list[Expected]]:
    """The texts of a list, each a run of paragraphs."""
    texts: list[list[Expected]] = [[]]
    for line in (folder / f"{lang}.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        if not line.strip():
            texts.append([])
            continue
        kind, number, verb_class, asked, mandate, text = line.split("\t")
        fields = {
            "kind": kind, "number": number.strip("-"), "class": CLASSES.get(verb_class, ""),
            "addressee": ADDRESSEES.get(asked, ""), "mandate": mandate.strip("-"),
        }  # fmt: skip
        texts[-1].append(Expected(fields, text))
    return [text for text in texts if text]


def found(lang: str, text: list[Expected]) -> Iterator[tuple[Expected, dict[str, str]]]:
    """Every paragraph with what is read of it; by its line, so that a lost one stays lost."""
    reading = split("\n\n".join(each.text for each in text) + "\n", lang)
    asked = {each.passage.line: each for each in charges(reading, opened=OPENED, session=51)}
    by_line = {block.line: block for block in reading.blocks}
    for place, wanted in enumerate(text):
        line = 2 * place + 1
        block, charge = by_line.get(line), asked.get(line)
        said = dict.fromkeys(FIELDS, "")
        if block is not None:
            said |= {"kind": str(block.kind), "number": block.number, "class": block.verb_class}
        if charge is not None:
            said["addressee"] = charge.addressee.kind
            said["mandate"] = "y" if charge.mandate else "n"
        yield wanted, said


def scores(lang: str, folder: Path = FOLDER) -> tuple[dict[str, Score], list[str]]:
    """The score of every field, and every paragraph that was read otherwise."""
    right, said, wanted = Counter[str](), Counter[str](), Counter[str]()
    faults = []
    for text in expected(lang, folder):
        for paragraph, read in found(lang, text):
            for field in FIELDS:
                want, got = paragraph.fields[field], read[field]
                wanted[field] += want != ""
                said[field] += got != ""
                right[field] += want != "" and want == got
                if want != got:
                    faults.append(f"{field}: {got or '-'} for {want or '-'}: {paragraph.text[:90]}")
    return {field: Score(right[field], said[field], wanted[field]) for field in FIELDS}, faults


def main() -> None:
    """Print the table, and with `--faults` every fault."""
    print("| language | paragraphs | " + " | ".join(f"{field} P / R" for field in FIELDS) + " |")
    print("| --- | --- |" + " --- |" * len(FIELDS))
    folder = Path(sys.argv[-1]) if Path(sys.argv[-1]).is_dir() else FOLDER
    for lang in ("ar", "en", "fr"):
        if not (folder / f"{lang}.tsv").exists():
            continue
        table, faults = scores(lang, folder)
        count = sum(len(text) for text in expected(lang, folder))
        cells = [f"{each.precision:.3f} / {each.recall:.3f}" for each in table.values()]
        print(f"| {lang} | {count} | {' | '.join(cells)} |")
        if "--faults" in sys.argv:
            print("\n".join(faults), file=sys.stderr)


if __name__ == "__main__":
    main()
