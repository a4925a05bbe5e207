"""Light stemming of Arabic: what is written before and after a word comes off, no root is sought.

A word of the lexicon (`arabic.toml`) is recognised whatever stands around it and is its own stem;
of other words the stem is what remains. Broken plurals, names and words that begin or end in
something like a particle are data.
"""

from functools import lru_cache
from typing import NamedTuple

from amana.kernel.analyser.lexicon import arabic

__all__ = ["Written", "stem"]

_ARTICLES = ("بال", "كال", "لل", "ال")
# Pronouns, duals and plurals, feminine, nisba, accusative: by their last letter.
_BY_LAST = {
    "ا": ("هما", "كما", "ها", "نا", "ا"), "م": ("هم", "كم"), "ن": ("هن", "ان", "ون", "ين"),
    "ت": ("ات", "ت"), "ه": ("ه",), "ي": ("ي",),
}  # fmt: skip
_OF_PLURALS = ("ان", "ات", "ون", "ين", "ت")  # no broken plural has these after it
_OF_LONG_WORDS = ("ي", "ت", "ات", "و")
_SHORTEST = 3


class Written(NamedTuple):
    """What folding gives up of how a word was written.

    `taa`: with taa marbuta, so that its ه is no pronoun. `hamza`: it begins with one, so that its
    alif is not that of the article. `below`: a hamza stands under an alif in it.
    """

    taa: bool = False
    hamza: bool = False
    below: bool = False


PLAINLY = Written()


def stem(word: str, written: Written = PLAINLY) -> str:
    """The stem of a folded Arabic word."""
    bare = word if written.hamza else _bare(word, written)
    if len(bare) > _SHORTEST + 1 and bare.endswith("يء"):
        bare = f"{bare[:-2]}ء"  # مباديء is مبادئ
    return _known(bare, written) or _shortened(bare, written)[0]


def _known(word: str, written: Written) -> str:
    """The word of the lexicon that is met while endings are taken off; empty when none is."""
    last, is_known = _shortened(word, written)
    return arabic().forms.get(last, last) if is_known else ""


def _is_known(word: str, written: Written, ending: str = "") -> bool:
    """Whether the lexicon has a word; `ending` is what was taken off to come to it."""
    lexicon = arabic()
    if written.below and word in lexicon.above:
        return False  # إعمال is not أعمال
    if word in lexicon.plurals:
        return ending not in _OF_PLURALS and not (ending == "ه" and written.taa)
    return word in lexicon.bases or word in lexicon.forms


@lru_cache(maxsize=4096)
def _shortened(word: str, written: Written) -> tuple[str, bool]:
    """The word without its endings, taken off until the lexicon knows it; and whether it does.

    At least three letters stay, or a shorter word of the lexicon.
    """
    if word.endswith("ه") and not written.taa and _is_known(word[:-1], written):
        return word[:-1], True  # عمله without its dots: his work, before the currency
    ending = ""
    while not _is_known(word, written, ending):
        cut = ((off, _without(off, word, written)) for off in _endings_of(word))
        ending, shorter = next((each for each in cut if each[1]), ("", ""))
        if not shorter:
            return word, False
        word = shorter
    return word, True


def _without(ending: str, word: str, written: Written) -> str:
    """The word without an ending; the taa of a feminine closes again: دورتها is دورة."""
    rest = word[: -len(ending)]
    closed = f"{rest.removesuffix('ت')}ه"
    if ending == "ات" and len(rest) == _SHORTEST - 1:
        return closed  # قوات is قوة
    if (ending in ("ات", "ت") or rest.endswith("ت")) and _is_known(closed, written):
        return closed
    if len(rest) >= _SHORTEST:
        return rest
    short = ending not in _OF_LONG_WORDS and _is_known(rest, written, ending)
    return rest if short else ""  # حقها, but كلية is not كل


def _endings_of(word: str) -> list[str]:
    """The endings that a word may have, the longest first."""
    found = [ending for ending in _BY_LAST.get(word[-1:], ()) if word.endswith(ending)]
    if word.endswith(("انا", "ونا", "ينا")):
        found.remove("نا")  # بيانا is the accusative of بيان
    if word[-1:] == "و" and len(word) > _SHORTEST + 1:
        found.append("و")  # ممثلو in construct
    return found


# What stands before -----------------------------------------------------------------------


def _bare(word: str, written: Written) -> str:
    """Take off و, then the article with what is written before it, or a lone ب ل ك ف."""
    if _known(word, written):
        return word
    if _begins_with_and(word, written):
        return _bare(word[1:], written)
    if word.startswith(("فال", "فلل", "فبال")):
        return _bare(word[1:], written)
    if word[0] in "بلكف" and _reaches_own(word[1:], written):
        return word[1:]
    for article in _ARTICLES:
        rest = word[len(article) :]
        if word.startswith(article) and len(rest) >= _SHORTEST - 1:
            return _after_lil(rest, written) if article == "لل" else rest
    return word[1:] if _begins_with_by(word, written) else word


def _begins_with_and(word: str, written: Written) -> bool:
    shortest = len(word) == _SHORTEST and _is_known(word[1:], written)
    return word[0] == "و" and (len(word) > _SHORTEST or shortest)


def _begins_with_by(word: str, written: Written) -> bool:
    """Whether ب or ل stands alone before a word: before a known one, or one of four letters.

    Words that begin with either of their own are in the lexicon. ك and ف are rarely written so,
    and taken off only before a known word.
    """
    rest = word[1:]
    if word[0] in "بل" and len(rest) >= _SHORTEST - 1:
        return len(rest) > _SHORTEST or bool(_known(rest, written))
    return word[0] in "كف" and len(rest) > _SHORTEST and bool(_known(rest, written))


def _reaches_own(rest: str, written: Written) -> bool:
    """Whether a word begins here whose first letters only look like the article: بالتزام."""
    return rest.startswith("ال") and _known(rest, written) in arabic().own


def _after_lil(rest: str, written: Written) -> str:
    """للجنة is ل and اللجنة: the lam of the word is written once less."""
    return f"ل{rest}" if not _known(rest, written) and _known(f"ل{rest}", written) else rest
