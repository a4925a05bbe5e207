"""Templates of symbols as regular expressions that forgive spaces, dots and doubled slashes.

| part | matches |
| --- | --- |
| `{number}`, `{numbers}` | up to six digits; or `5-6` |
| `{session}` | up to three digits |
| `{special}`, `{emergency}` | the same, or `S-10`, `ES-11`; one of these |
| `{roman}`, `{latin}` | a Roman session, `S-VI`, in Arabic `د-12`, or `12`; without this last |
| `{year}`, `{yy}` | four digits; two or four |
| `{body}`, `{cluster}`, `{type}`, `{suffixes}` | codes of the grammar |
| `{letters}`, `{rest}` | a subject that the grammar does not know; segments that it does not |
| `{part}` | a capital after a number: `225A` |
| `{joint}` | the symbol that a document bears in another organ: `S/2024/456` |
| `{country}`, `{word}`, `{ser}` | three letters; two to twelve; one or two |
| `{IS}` | the mark of that code |

Every piece can match in one way only and is bounded, so that reading takes time in proportion to
the length of the text.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from amana.texts.symbols.cleaning import cleaned
from amana.texts.symbols.grammar import Code, Form, Grammar

__all__ = ["Matcher", "code_pattern", "coded", "compiled", "rendered"]

_END = r"(?![A-Z0-9&ء-ي])"
_CODE_END = r"(?![A-Z&ء-ي])"  # a number may stand right after a code: Rev1, DR.RES3
_ROMAN = r"(?:(?:E?S ?- ?)?[IVXLCDM]{1,12}|د ?(?:ا ?ط? ?)?- ?\d{1,2})" + _END
_PIECES = {
    "number": r"\d{1,6}(?!\d)",
    "session": r"\d{1,3}(?!\d)",
    "special": r"(?:E?S ?- ?)?\d{1,3}(?!\d)",
    "emergency": r"E?S ?- ?\d{1,3}(?!\d)",
    "numbers": r"\d{1,6}(?: ?- ?\d{1,6})?(?!\d)",
    "joint": r"[AES] ?/ ?\d{2,4} ?/ ?\d{1,6}(?!\d)",
    "roman": rf"(?:{_ROMAN}|\d{{1,2}}(?!\d))",
    "latin": _ROMAN,
    "year": r"(?:19|20)\d\d(?!\d)",
    "yy": r"(?:(?:19|20)\d\d|\d\d)(?!\d)",
    "part": r"[A-Z](?:-[A-Z])?" + _END,
    "country": r"[A-Z]{3}" + _END,
    "word": r"[A-Z]{2,12}" + _END,
    "ser": r"[A-Z]{1,2}" + _END,
    "rest": r"(?=[A-Z./&-]*\d)[A-Z0-9][A-Z0-9./&-]{0,60}",
    "letters": r"(?:[A-Z][A-Z&]{0,5}|[ء-ي](?:[ .]?[ء-ي]){0,2})" + _END,
}
_LITERALS = {
    "/": r" ?\.? ?/(?: ?[./])* ?",
    "-": r" ?-+ ?",
    ".": r" ?\.{1,2} ?",
    "(": r" ?\( ?",
    ")": r" ?\)",
    " ": " ?",
}
_TOKEN = re.compile(r"\{(?P<part>\w+)\}|(?P<open>\[)|(?P<close>\])|(?P<text>[^\[\]{}])")


@dataclass(frozen=True, slots=True)
class Matcher:
    """A form ready to read."""

    form: Form
    pattern: re.Pattern[str]


@lru_cache(maxsize=64)
def compiled(grammar: Grammar) -> tuple[Matcher, ...]:
    """Every form of a grammar, in its order."""
    return tuple(
        Matcher(form, re.compile("".join(_expressions(grammar, form)))) for form in grammar.forms
    )


def _expressions(grammar: Grammar, form: Form) -> Iterator[str]:
    before = ""
    for token in _TOKEN.finditer(form.pattern):
        if token["open"]:
            yield "(?:"
        elif token["close"]:
            yield ")?"
        elif part := token["part"]:
            yield "[ ./]{0,3}" if before == "type" else " ?"
            yield f"(?P<{part}>{_piece(part, grammar, form)})"
        else:
            character = token["text"].upper()
            yield _LITERALS.get(character, " ?" * (not before.isalpha()) + re.escape(character))
        before = token["part"] or token["text"] or before


def _piece(part: str, grammar: Grammar, form: Form) -> str:
    if part == "body":
        return _codes(b for b in grammar.bodies if not form.among or b.code in form.among)
    if part == "cluster":
        return _codes(grammar.clusters)
    if part == "type":
        return _codes(t for t in grammar.types if not form.types or t.code in form.types) + r"\.?"
    if part == "suffixes":
        return suffixes_pattern(grammar)
    if part in _PIECES:
        return _PIECES[part]
    marks = [mark for mark in grammar.marks if mark.code == part]
    if not marks:
        raise ValueError(f"no part of a symbol is called {part}: {form.pattern}")
    return _codes(marks)


def suffixes_pattern(grammar: Grammar) -> str:
    """A run of suffixes, each with what stands before it and its number."""
    one = (
        rf"[ ./,(\-]{{0,3}}{_codes(grammar.suffixes)}[ .]{{0,2}}(?:\d{{1,3}}(?!\d))?\)?(?![A-Z0-9])"
    )
    return f"(?:{one})+"


def _codes(codes: Iterable[Code]) -> str:
    forms = {form for code in codes for form in code.printed_forms}
    longest = sorted(forms, key=lambda form: (-len(form), form))
    return f"(?:{'|'.join(map(code_pattern, longest))})"


def code_pattern(form: str) -> str:
    """A code that is printed with or without its dots, with spaces or dashes in their place."""
    made = ""
    for character in cleaned(form) or form:
        if character == "#":
            made += r"\d{1,4}(?!\d)"
        elif character == ".":
            made += r"[ .\-]{0,3}"
        else:
            made += _LITERALS.get(character, re.escape(character))
    return (
        made + (_CODE_END if form[-1].isalpha() and not form.endswith("#") else "")
        if made
        else "(?!)"
    )


def coded(codes: Iterable[Code], text: str) -> str:
    """The code that a printed form stands for, with its number in place of `#`; "" for none."""
    for code in codes:
        for form in code.printed_forms:
            if re.fullmatch(code_pattern(form).replace(_CODE_END, ""), text.strip(" .")):
                numbers = re.findall(r"\d+", text) if "#" in form else []
                return code.code.replace("#", numbers[-1]) if numbers else code.code
    return ""


def rendered(template: str, value: Callable[[str], str]) -> str:
    """A template with its parts filled in; what stands in brackets only if a part of it is there.

    `value` gives each part; empty where it is missing.
    """
    kept: list[list[str]] = [[]]
    filled: list[bool] = [True]
    for token in _TOKEN.finditer(template):
        if token["open"]:
            kept.append([])
            filled.append(False)
        elif token["close"]:
            text, full = "".join(kept.pop()), filled.pop()
            kept[-1].append(text if full else "")
        elif token["part"]:
            said = value(token["part"])
            kept[-1].append(said)
            filled[-1] = filled[-1] or bool(said)
        else:
            kept[-1].append(token["text"])
    return "".join(kept[0])
