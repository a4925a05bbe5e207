"""One analyser of text for the index and for the query: folding, stems, and where they stand.

Arabic is stemmed lightly: proclitics and endings come off, the root is never sought; broken
plurals and names are data (`analyser/arabic.toml`). French and English lose plural and gender.
A word is Arabic or Latin by its script; what language a Latin word has, the caller says.
Every stem keeps the offsets of its word in the original text, for highlighting.
"""

from amana.kernel.analyser.european import unaccented
from amana.kernel.analyser.folding import fold
from amana.kernel.analyser.symbols import symbol_parts
from amana.kernel.analyser.words import Token, analyse, stem, tokens

__all__ = ["Token", "analyse", "fold", "stem", "symbol_parts", "tokens", "unaccented"]
