"""The numbers of an agenda: 3, 3 (a), 3 (a) (i). They follow from order alone; keys stay."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from amana.kernel.refusals import Refusal
from amana.texts.rules.numbering import abjad, letter, roman

__all__ = ["Placed", "address_of", "arranged", "label_of", "placed"]

DEEPEST = 3


class Placed(NamedTuple):
    """A thing at its place: its key, and the numbers of its place from the outermost."""

    key: int
    numbers: tuple[int, ...]


def placed(rows: Iterable[tuple[int, int | None, int]]) -> list[Placed]:
    """Number rows of (key, key of the one that holds it, order), each followed by what it holds.

    What is held by something that is not there stands at the end, outermost: nothing is lost.
    """
    held: dict[int | None, list[tuple[int, int]]] = {}
    keys: set[int] = set()
    for key, parent, place in rows:
        held.setdefault(parent, []).append((place, key))
        keys.add(key)
    for parent in [each for each in held if each is not None and each not in keys]:
        held.setdefault(None, []).extend((1 << 40 | place, key) for place, key in held.pop(parent))
    found: list[Placed] = []
    _down(held, None, (), found)
    return found


def _down(
    held: dict[int | None, list[tuple[int, int]]], parent: int | None, numbers: tuple[int, ...],
    found: list[Placed],
) -> None:  # fmt: skip
    for count, (_place, key) in enumerate(sorted(held.get(parent, ())), start=1):
        found.append(Placed(key, (*numbers, count)))
        if len(numbers) < DEEPEST - 1:
            _down(held, key, (*numbers, count), found)


def label_of(numbers: tuple[int, ...], lang: str = "en") -> str:
    """As an agenda prints it: 3 (a) (i); in Arabic 3 (أ) (1)."""
    said = [str(numbers[0])] if numbers else []
    if len(numbers) > 1:
        said.append(f"({abjad(letter(numbers[1])) if lang == 'ar' else letter(numbers[1])})")
    said += [f"({number if lang == 'ar' else roman(number)})" for number in numbers[2:]]
    return " ".join(said)


def address_of(numbers: tuple[int, ...]) -> str:
    """As an address writes it: 3, 3-a, 3-a-i."""
    return label_of(numbers).replace(" (", "-").replace(")", "")


def arranged(typed: Mapping[int, str]) -> list[tuple[int, int | None, int]]:
    """The rows that `placed` takes, from the numbers that were typed for each key.

    `{7: "1", 8: "1a", 9: "2"}` puts 8 into 7. Equal numbers keep the order in which they stand
    here. Refused: `agenda.number-unread`, and `agenda.number-alone` for 4 (a) without a 4.
    """
    read = {key: _read(text) for key, text in typed.items()}
    order = sorted(read, key=lambda key: read[key])
    held: dict[tuple[int, ...], int] = {}
    found: list[tuple[int, int | None, int]] = []
    for place, key in enumerate(order, start=1):
        numbers = read[key]
        held.setdefault(numbers, key)
        above = numbers[:-1]
        if above and above not in held:
            raise Refusal("agenda.number-alone", number=typed[key], above=label_of(above))
        found.append((key, held[above] if above else None, place))
    return found


_TYPED = re.compile(r"(\d{1,3})(?:[ .-]*\(?([a-z])\)?)?(?:[ .-]*\(?(\d{1,2}|[ivx]{1,5})\)?)?")
_ARABIC = {abjad(letter(number)): letter(number) for number in range(1, 27)}
_ROMAN = {roman(number): number for number in range(1, 40)}
_FIGURES = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def _read(text: str) -> tuple[int, ...]:
    """3, 3a, 3 (a), ٣ (أ), 3 (a) (ii)."""
    plain = text.strip().lower().translate(_FIGURES)
    plain = "".join(_ARABIC.get(each, each) for each in plain)
    found = _TYPED.fullmatch(plain)
    if not found:
        raise Refusal("agenda.number-unread", number=text[:20])
    inner = (ord(found[2]) - ord("a") + 1,) if found[2] else ()
    third = (int(found[3]) if found[3].isdigit() else _ROMAN.get(found[3], 0),) if found[3] else ()
    if third and not inner:
        raise Refusal("agenda.number-unread", number=text[:20])
    return (int(found[1]), *inner, *third)
