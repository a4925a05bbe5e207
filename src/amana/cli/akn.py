"""`amana text akn FILE`: a plain text as a file of Akoma Ntoso, valid against the strict schema."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from amana.cli.main import LANG, spoken
from amana.kernel.marks import Mark
from amana.kernel.words import Words
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import grow

if TYPE_CHECKING:
    from amana.texts.akn.document import Described
    from amana.texts.reading.passages import Reading

__all__ = ["akn"]

KINDS = (
    "resolution", "decision", "declaration", "communique", "charter", "rules", "statute",
    "regulations", "treaty", "report", "note",
)  # fmt: skip


@click.command()
@click.argument("file")
@LANG
@click.option("--number", help="Its number; otherwise the first symbol in the text, or the name "
              "of the file.")  # fmt: skip
@click.option("--date", "day", help="The day, month or year of its adoption; unknown otherwise.")
@click.option("--kind", type=click.Choice(KINDS),
              help="What it is; else what its form says: articles make a charter.")  # fmt: skip
@click.option("--draft", is_flag=True, help="It is not adopted yet.")
def akn(
    file: str,
    lang: str | None,
    number: str | None,
    day: str | None,
    kind: str | None,
    draft: bool,
) -> None:
    """Write the text in FILE (- for the input) as Akoma Ntoso 3.0, one language.

    What is in doubt is named on the error output, with its line. It needs no database.
    """
    language = lang or spoken()
    from amana.cli.texts import read
    from amana.texts.akn.document import Document
    from amana.texts.akn.verbs import verbs_of
    from amana.texts.akn.writing import write
    from amana.texts.reading.forms import ACTS, as_act, as_deliberation, form_of
    from amana.texts.reading.split import split

    adopted = Mark.parse(day) if day else None
    reading = split(read(file, language), language)
    kind = kind or form_of(reading)
    units = grow(as_act(reading) if kind in ACTS else as_deliberation(reading))
    work = _described(reading, file, language, number, adopted, kind, draft)
    document = Document(work, units, verbs=verbs_of(units))
    for doubt in reading.doubts:
        click.echo(doubt.sentence(spoken()), err=True)
    sys.stdout.buffer.write(write(document, language) + b"\n")


def _described(
    reading: "Reading", file: str, lang: str, number: str | None, adopted: Mark | None,
    kind: str, draft: bool,
) -> "Described":  # fmt: skip
    from amana.texts.akn.document import Described
    from amana.texts.akn.house import author_of, house
    from amana.texts.akn.names import class_of

    symbols = [each.text for each in reading.of(Kind.SYMBOL)]
    titles = [each.text for each in reading.of(Kind.TITLE)]
    given = number or (symbols[0] if symbols else Path(file).stem)
    named = given if given not in ("", "-") else "unnumbered"
    publisher = house()
    return Described(
        named, *class_of(kind, draft=draft), number=named,
        shown=Words(**{lang: named}), title=Words(**{lang: titles[0] if titles else named}),
        author=author_of(named, publisher), editor=publisher.party, adopted=adopted,
        jurisdiction=publisher.jurisdiction, languages=(lang,), authentic=(lang,), master=lang,
    )  # fmt: skip
