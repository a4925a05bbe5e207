"""Symbols of documents: read leniently, explained, written; a grammar for each system, as data.

    read = parse("Résolution n° 8/44 – P")
    read.canonical, read.system, read.cluster   "8/44-POL", the organisation, "POL"
    explain(read, "fr")                          what each part means

Pure: grammars are TOML files, those of other systems beside this code (`grammars/`), that of the
organisation in its pack (`series.toml`), so that no fact of it stands in code.
"""

from amana.texts.symbols.explaining import explain
from amana.texts.symbols.reading import LONGEST, parse
from amana.texts.symbols.symbol import Remark, Symbol
from amana.texts.symbols.writing import filled, letter_for, spellings

__all__ = [
    "LONGEST", "Remark", "Symbol", "explain", "filled", "letter_for", "parse", "spellings",
]  # fmt: skip
