"""The columns of a list of delegates, and the headings by which they are met in three languages."""

from collections.abc import Sequence
from functools import cache

from amana.kernel.arabic import fold
from amana.kernel.words import Words

__all__ = ["COLUMNS", "HEADINGS", "known_heading", "plain", "recognised"]

# In the order in which a list is written. `name` is the name in Latin letters.
HEADINGS: dict[str, Words] = {
    "party": Words(en="State or organisation", fr="État ou organisation", ar="الدولة أو المنظمة"),
    "name_ar": Words(en="Name in Arabic", fr="Nom en arabe", ar="الاسم بالعربية"),
    "name": Words(en="Name in Latin letters", fr="Nom en caractères latins",
                  ar="الاسم بالحروف اللاتينية"),
    "title_ar": Words(en="Title in Arabic", fr="Titre en arabe", ar="الصفة بالعربية"),
    "title_en": Words(en="Title in English", fr="Titre en anglais", ar="الصفة بالإنجليزية"),
    "title_fr": Words(en="Title in French", fr="Titre en français", ar="الصفة بالفرنسية"),
    "rank": Words(en="Rank in the delegation", fr="Rang dans la délégation",
                  ar="المرتبة في الوفد"),
    "protocol": Words(en="Rank on the list of speakers", fr="Rang sur la liste des orateurs",
                      ar="المرتبة في قائمة المتكلمين"),
    "email": Words(en="E-mail address", fr="Adresse électronique", ar="البريد الإلكتروني"),
    "since": Words(en="Accredited from", fr="Accrédité à partir du", ar="معتمد اعتبارًا من"),
    "until": Words(en="Accredited until", fr="Accrédité jusqu'au", ar="معتمد حتى"),
    "number": Words(en="Number of the delegate", fr="Numéro du délégué", ar="رقم المندوب"),
}  # fmt: skip
COLUMNS = tuple(HEADINGS)

# Other headings that delegations write. `given` and `family` are put together to a name.
_OTHERS: dict[str, tuple[str, ...]] = {
    "party": (
        "state", "member state", "country", "delegation", "party", "code", "state code",
        "country code", "iso code", "iso", "state/organisation", "organisation", "organization",
        "état", "état membre", "pays", "délégation", "code du pays", "organisation/état",
        "الدولة", "الدولة العضو", "البلد", "الوفد", "رمز الدولة", "الرمز", "المنظمة",
        "الدولة/المنظمة",
    ),
    "name_ar": ("arabic name", "nom arabe", "الاسم العربي", "الاسم باللغة العربية"),
    "name": (
        "name", "full name", "name of delegate", "delegate", "name in english", "english name",
        "latin name", "name in french", "participant",
        "nom", "nom complet", "nom et prénom", "nom et prénoms", "nom du délégué", "nom en anglais",
        "nom en français", "nom latin",
        "الاسم", "الاسم الكامل", "اسم المندوب", "الاسم بالإنجليزية", "الاسم بالفرنسية",
        "الاسم باللاتينية", "اسم المشارك",
    ),
    "given": (
        "given name", "given names", "first name", "forename", "prénom", "prénoms", "الاسم الأول",
    ),
    "family": (
        "family name", "surname", "last name", "nom de famille", "اسم العائلة", "اللقب",
    ),
    "title_ar": ("arabic title", "function in arabic", "fonction en arabe", "الوظيفة بالعربية",
                 "المنصب بالعربية"),
    "title_en": (
        "title", "function", "position", "post", "designation", "official title",
        "function in english", "english title", "fonction en anglais",
        "الصفة", "الوظيفة", "المنصب", "الوظيفة بالإنجليزية",
    ),
    "title_fr": ("fonction", "titre", "qualité", "poste", "function in french", "french title",
                 "fonction en français", "الوظيفة بالفرنسية"),
    "rank": (
        "rank", "role", "capacity", "status in the delegation", "rang", "rôle",
        "qualité dans la délégation", "المرتبة", "الرتبة", "الصفة في الوفد", "الدور",
    ),
    "protocol": (
        "protocol rank", "protocol", "rank of protocol", "order of precedence",
        "rang protocolaire", "protocole", "المرتبة البروتوكولية", "الرتبة البروتوكولية",
        "المرتبة المراسمية",
    ),
    "email": ("email", "e-mail", "mail", "email address", "courriel", "adresse e-mail", "mél",
              "البريد", "الإيميل", "عنوان البريد الإلكتروني"),
    "since": ("from", "accreditation from", "arrival", "du", "à partir du", "date de début", "من",
              "اعتبارًا من", "تاريخ البداية", "start", "since"),
    "until": ("until", "to", "accreditation until", "departure", "au", "jusqu'au", "date de fin",
              "حتى", "إلى", "تاريخ النهاية", "end"),
    "number": ("delegate number",),
}  # fmt: skip


def plain(text: str) -> str:
    """A heading or a name without marks, accents, doubled spaces: what two ways of writing share.

    `plain("Côte  d’Ivoire")` and `plain("COTE D'IVOIRE")` are the same.
    """
    letters = (c if c.isalnum() else " " for c in fold(text))
    return " ".join("".join(letters).split())


@cache
def _known() -> dict[str, str]:
    found = {plain(form): key for key, forms in _OTHERS.items() for form in forms}
    own = {plain(form): key for key, words in HEADINGS.items() for _, form in words}
    return {**found, **own}


def known_heading(text: str) -> str:
    """The column that a heading means, or nothing. What stands in brackets does not count."""
    whole = plain(text)
    return _known().get(whole) or _known().get(plain(text.partition("(")[0]), "")


def recognised(cells: Sequence[str], *, without_party: bool = False) -> dict[int, str]:
    """Which column each place of a head holds: the first of two that mean the same.

    A head names the state and the person; less than that is a row like another. In a sheet that
    is named after a state, the person and one thing more are enough.
    """
    found: dict[int, str] = {}
    for place, cell in enumerate(cells):
        key = known_heading(cell) if cell else ""
        if key and key not in found.values():
            found[place] = key
    held = set(found.values())
    person = held & {"name", "name_ar", "family", "number"}
    whole = "party" in held or (without_party and len(held) > 1)
    return found if person and whole else {}
