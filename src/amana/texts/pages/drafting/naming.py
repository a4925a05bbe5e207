"""What a provision and a work are called inside the sentence that changes them: pure.

`art_5__para_2` is "Article 5, paragraph 2", « l'article 5, paragraphe 2 », «الفقرة 2 من المادة 5».
"""

from amana.kernel.words import LANGS, Words
from amana.texts.rules.numbering import abjad

__all__ = ["of_work", "provision_alone", "provision_in_sentence"]

# By the abbreviation of a wId: the first in a place by itself, and inside another, in French.
_EN = {
    "chp": "Chapter {}", "sec": "Section {}", "art": "Article {}", "rule": "Rule {}",
    "para": "paragraph {}", "subpara": "sub-paragraph ({})", "point": "point ({})",
    "part": "Part {}", "att": "Annex {}",
}  # fmt: skip
_FR_ALONE = {
    "chp": "le chapitre {}", "sec": "la section {}", "art": "l'article {}",
    "rule": "l'article {}", "para": "le paragraphe {}", "subpara": "l'alinéa {})",
    "point": "le point {})", "part": "la partie {}", "att": "l'annexe {}",
}  # fmt: skip
_FR = {
    "chp": "chapitre {}", "sec": "section {}", "art": "article {}", "rule": "article {}",
    "para": "paragraphe {}", "subpara": "alinéa {})", "point": "point {})", "part": "partie {}",
    "att": "annexe {}",
}  # fmt: skip
_AR = {
    "chp": "الفصل {}", "sec": "القسم {}", "art": "المادة {}", "rule": "المادة {}",
    "para": "الفقرة {}", "subpara": "الفقرة الفرعية ({})", "point": "البند ({})",
    "part": "الجزء {}", "att": "المرفق {}",
}  # fmt: skip
_FEMININE = ("charter", "resolution", "decision", "declaration", "practice")


def provision_in_sentence(wid: str, lang: str) -> str:
    """A provision named in full; what is not numbered by its id."""
    parts = [(name, number) for part in wid.split("__") if (name := part.partition("_")[0])
             and (number := part.partition("_")[2])]  # fmt: skip
    if not parts or any(name not in _EN for name, _number in parts):
        return wid
    if lang == "ar":
        named = [_AR[name].format(_letter(name, number)) for name, number in reversed(parts)]
        return " من ".join(named)
    if lang == "fr":
        first, *rest = parts
        said = [_FR_ALONE[first[0]].format(first[1])]
        return ", ".join([*said, *(_FR[name].format(number) for name, number in rest)])
    return ", ".join(_EN[name].format(number) for name, number in parts)


def provision_alone(wid: str, lang: str) -> str:
    """The same as a title: French without its article."""
    said = provision_in_sentence(wid, lang)
    if lang == "fr":
        for article in ("le ", "la ", "l'"):
            said = said.removeprefix(article)
    return said[:1].upper() + said[1:] if said != wid else wid


def _letter(name: str, number: str) -> str:
    return abjad(number) if name in ("subpara", "point") else number


def of_work(title: Words, kind: str) -> Words:
    """A work behind "of the", « de », «من»; French needs its article."""
    said = {lang: title.text(lang) for lang in LANGS}
    french = said["fr"]
    if kind in _FEMININE and french[:3].lower() != "la ":
        french = f"la {french}"
    elif kind not in _FEMININE:
        french = f"l'instrument intitulé «\N{NO-BREAK SPACE}{french}\N{NO-BREAK SPACE}»"
    return Words.of({**said, "en": said["en"].removeprefix("The "), "fr": french})
