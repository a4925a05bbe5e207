"""Light stemming of French and English: plural and gender only, verbs stay as they are.

A final é is part of the stem: traité is not traite, nor armée arme. Who types without accents is
served by `unaccented`.
"""

from amana.kernel.analyser.lexicon import latin

__all__ = ["stem", "unaccented"]


def stem(word: str, lang: str, *, acute: bool = False) -> str:
    """The stem of a folded Latin word; `acute` says that its last e had an accent: é, ée, és, ées.

    Without a language: the English plural in -ies, then the French rule.
    """
    if lang == "en":
        return _english(word)
    irregular = latin().english
    if not lang and (word in irregular or word.endswith("ies")) and not acute:
        word = _english(word)
    return _french(word, acute)


def unaccented(word: str) -> str:
    """The stem that a French word has if its last e was meant to be é; empty where it has none."""
    bare = word.removesuffix("s").removesuffix("e") if word.endswith("ees") else word
    bare = bare.removesuffix("s")
    return _french(bare, True) if bare.endswith("e") and len(bare) > 2 else ""


def _french(word: str, acute: bool) -> str:
    """nationaux, nationale and national agree; so do adopté, adoptées and directrice, directeur."""
    if acute:
        return f"{word.rstrip('s').rstrip('e')}é"
    known = latin()
    if word in known.french or word in known.whole or len(word) <= 2:
        return known.french.get(word, word)
    word = _single_number(word)
    return word if word in known.whole else _one_gender(known.french.get(word, word))


def _single_number(word: str) -> str:
    if word.endswith("aux") and not word.endswith("eaux") and len(word) > 4:
        return f"{word[:-2]}l"
    return word[:-1] if word[-1] in "sx" and not word.endswith("ss") else word


def _one_gender(word: str) -> str:
    """The masculine, as the plural left it: adjectives, and persons in -teur and -trice."""
    if word.endswith("trice") and len(word) > 6:
        return f"{word[:-4]}eur"
    if word.endswith("euse"):
        return word[:-2]  # religieuse is religieu, as religieux is
    if word.endswith("e") and len(word) > 4:
        word = word[:-1]
    if word.endswith(("if", "euf")):
        return f"{word[:-1]}v"
    doubled = len(word) >= 4 and word[-1] == word[-2] and word[-1] in "lnst"
    return word[:-1] if doubled else word  # europeenn is europeen, bonn is bon


def _english(word: str) -> str:
    """Plural only: bodies and body, resolutions and resolution; not status, nor congress."""
    irregular = latin().english
    if word in irregular:
        return irregular[word]
    if len(word) <= 3 or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("xes", "ches", "shes", "sses", "zes")):
        return word[:-2]
    return word[:-1]
