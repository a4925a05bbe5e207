"""Noun phrases as sentences need them: their forms, number and gender in the three languages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from amana.conferences.rules.record.articles import english, french, of_noun
from amana.kernel.words import LANGS, Words

__all__ = [
    "CHAIR", "Phrase", "called", "joined", "listed", "named", "noun", "of_delegations", "quoted",
]  # fmt: skip

Names = Mapping[str, Words]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A definite noun phrase.

    `oblique` is the Arabic form after a preposition or as an object, where it differs (a dual);
    `de` the French form after *de*. `number` is how many it names; `feminine` the gender of the
    Arabic noun, `feminine_fr` that of the French one.
    """

    ar: str
    en: str
    fr: str
    oblique: str = ""
    de: str = ""
    number: int = 1
    feminine: bool = False
    feminine_fr: bool = False

    def form(self, lang: str, asked: str = "") -> str:
        """The phrase in a language, in the form asked for: `obl`, `de`, or as it is."""
        if lang == "ar" and asked == "obl":
            return self.oblique or self.ar
        if lang == "fr" and asked == "de":
            return self.de or f"de {self.fr}"
        return str(getattr(self, lang))

    def is_feminine(self, lang: str) -> bool:
        """Its gender where the language has one."""
        return self.feminine if lang == "ar" else self.feminine_fr

    def is_many(self, lang: str) -> bool:
        """Whether a verb before it (Arabic: of three and more) or with it is in the plural."""
        return self.number > (2 if lang == "ar" else 1)

    @property
    def words(self) -> Words:
        """The phrase as words."""
        return Words(self.ar, self.en, self.fr)


def noun(ar: str, en: str, fr: str, *, feminine: bool = False, feminine_fr: bool = False) -> Phrase:
    """A phrase of a French noun without its article, which is put before it."""
    with_article, de = of_noun(fr, feminine=feminine_fr)
    return Phrase(ar, en, with_article, "", de, 1, feminine, feminine_fr)


CHAIR = noun("الرئاسة", "the Chair", "présidence", feminine=True, feminine_fr=True)
_ROLES = {
    "chair": CHAIR,
    "secretariat": noun("الأمانة", "the Secretariat", "Secrétariat", feminine=True),
    "rapporteur": noun("المقرر", "the Rapporteur", "rapporteur"),
    "tellers": Phrase("فارزو الأصوات", "the tellers", "les scrutateurs", "فارزي الأصوات",
                      "des scrutateurs", 3),
    "administrator": noun("الإدارة", "the administration", "administration", feminine=True,
                          feminine_fr=True),
    "system": noun("النظام", "the system", "système"),
}  # fmt: skip


def named(key: str, names: Names) -> Words:
    """The name of a State, a candidate or a text; its key where no name is given."""
    found = names.get(key)
    return found if found else Words(key, key, key)


def of_delegations(keys: Iterable[str], names: Names) -> Phrase:
    """*The delegation of Egypt*, *the delegations of Egypt and the Sudan*; or a role."""
    found = list(dict.fromkeys(key.split("/", 1)[0] for key in keys)) or ["chair"]
    if len(found) == 1 and found[0] in _ROLES:
        return _ROLES[found[0]]
    each = [named(key, names) for key in found]
    en = joined([english(name.text("en")) for name in each], "en")
    fr = joined([french(name.text("fr"))[1] for name in each], "fr")
    ar = joined([name.text("ar") for name in each], "ar")
    if len(found) == 1:
        return Phrase(f"وفد {ar}", f"the delegation of {en}", f"la délégation {fr}",
                      de=f"de la délégation {fr}", feminine_fr=True)  # fmt: skip
    both = len(found) == 2
    return Phrase(
        f"وفدا {ar}" if both else f"وفود {ar}", f"the delegations of {en}",
        f"les délégations {fr}", f"وفدي {ar}" if both else "", f"des délégations {fr}", len(found),
        feminine=not both, feminine_fr=True,
    )  # fmt: skip


def listed(keys: Iterable[str], names: Names) -> Phrase:
    """Names one after the other, without any word before them."""
    each = [named(key, names) for key in keys]
    ar, en, fr = (joined([name.text(lang) for name in each], lang) for lang in LANGS)
    return Phrase(ar, en, fr, number=len(each))


def joined(items: Sequence[str], lang: str) -> str:
    """`A, B and C`; `A, B et C`; `أ، وب، وج`."""
    if lang == "ar":
        if len(items) == 2:
            return f"{items[0]} و{items[1]}"
        return "، و".join(items)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {'and' if lang == 'en' else 'et'} {items[-1]}"


def quoted(text: str) -> Words:
    """What somebody said, in the marks of each language; it is not translated."""
    said = text.strip().rstrip(".")
    return Words(f"«{said}»", f"“{said}”", f"«\u00a0{said}\u00a0»") if said else Words()


def called(phrase: Phrase, name: Words) -> Phrase:
    """A phrase with a name behind it, in marks."""
    ar, en, fr = (quoted(name.text(lang)).text(lang) if name else "" for lang in ("ar", "en", "fr"))
    return replace(
        phrase, ar=f"{phrase.ar} {ar}", en=f"{phrase.en} {en}", fr=f"{phrase.fr} {fr}",
        oblique=f"{phrase.oblique} {ar}" if phrase.oblique else "",
        de=f"{phrase.form('fr', 'de')} {fr}",
    )  # fmt: skip
