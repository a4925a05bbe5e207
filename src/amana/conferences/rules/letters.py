"""The words of a note verbale: third person, courtesy formulas that nobody types.

Names come in as a pack prints them, without articles; each language adds what its grammar asks.
"""

import re
from dataclasses import dataclass

__all__ = ["Invitation", "addressed", "invitation"]

_ENGLISH_HEADS = frozenset((
    "republic", "kingdom", "state", "union", "sultanate", "emirates", "federation", "community",
    "front", "nations", "movement", "league", "organisation", "organization", "council",
    "jamahiriya",
))  # fmt: skip
_FEMININE = frozenset(("république", "communauté", "fédération", "confédération"))
_MASCULINE = frozenset(("royaume",))
_VOWELS = tuple("aàâeéèêiîoôuûyœh")


@dataclass(frozen=True, slots=True)
class Invitation:
    """What an invitation says, in the words of one language.

    `days` are the days of the session in both calendars; `credentials` the day by which papers
    are due, in both calendars too, empty where no deadline is on record.
    """

    sender: str
    addressee: str
    ministry: bool  # addressed to the ministry of a state, not to a body itself
    session: str
    place: str
    days: str
    several: bool  # days, not one
    credentials: str = ""


def addressed(name: str, lang: str, *, ministry: bool) -> str:
    """The lines above a letter: whom it goes to."""
    if not ministry:
        return name
    said = {
        "ar": f"وزارة خارجية {name}",
        "fr": f"Ministère des Affaires étrangères {_de(name)}",
        "en": f"Ministry of Foreign Affairs of {_the(name)}",
    }
    return said[lang]


def invitation(told: Invitation, lang: str) -> list[str]:
    """The paragraphs of an invitation in a language."""
    return {"ar": _arabic, "fr": _french, "en": _english}[lang](told)


def _english(told: Invitation) -> list[str]:
    sender = f"The General Secretariat of {_the(told.sender)}"
    ministry = f"the {addressed(told.addressee, 'en', ministry=True)}"
    whom = ministry if told.ministry else _the(told.addressee)
    papers = f", by {told.credentials}" if told.credentials else ""
    body, which = _parts(told.session, ", ")
    session = f"{which} of {_the(body)}" if which else body
    invites = (
        f"{sender} presents its compliments to {whom} and has the honour to extend an "
        f"invitation to take part in the {session}, to be held{_at(told.place, ' in ', ',')} "
        f"{'from' if told.several else 'on'} {told.days}."
    )
    asks = (
        "It would be grateful to receive the names of the members of the delegation, and its "
        f"credentials{papers}."
    )
    closes = (
        f"{sender} avails itself of this opportunity to renew to {whom} the assurances of its "
        "highest consideration."
    )
    return [invites, asks, closes]


def _french(told: Invitation) -> list[str]:
    sender = f"Le Secrétariat général {_de(told.sender)}"
    ministry = f"au m{addressed(told.addressee, 'fr', ministry=True)[1:]}"
    whom = ministry if told.ministry else _to(told.addressee)
    papers = f", au plus tard le {told.credentials}" if told.credentials else ""
    days = told.days if told.several else f"le {told.days}"
    body, which = _parts(told.session, ", ")
    session = f"{which} {_de(body)}" if which else body
    invites = (
        f"{sender} présente ses compliments {whom} et a l'honneur de l'inviter à prendre part "
        f"à la {session}, qui se tiendra{_at(told.place, ' à ', ',')} {days}."
    )
    asks = (
        "Il lui saurait gré de bien vouloir lui faire parvenir la liste des membres de la "
        f"délégation, ainsi que ses pouvoirs{papers}."
    )
    closes = (
        f"{sender} saisit cette occasion pour renouveler {whom} les assurances de sa très haute "
        "considération."
    )
    return [invites, asks, closes]


def _arabic(told: Invitation) -> list[str]:
    sender = f"الأمانة العامة {_li(told.sender)}"
    whom = addressed(told.addressee, "ar", ministry=told.ministry)
    papers = f"، في موعد أقصاه {told.credentials}" if told.credentials else ""
    body, which = _parts(told.session, "، ")
    session = f"{_TENS.sub('ين', which)} {_li(body)}" if which else body
    days = f"{'في الفترة' if told.several else 'يوم'} {told.days}"
    invites = (
        f"تهدي {sender} أطيب تحياتها إلى {whom}، وتتشرف بتوجيه الدعوة إلى المشاركة في "
        f"{session}، المقرر عقدها{_at(told.place, ' في ', '،')} {days}."
    )
    return [
        invites,
        f"وترجو التكرم بموافاتها بأسماء أعضاء الوفد وبأوراق تفويضه{papers}.",
        f"وتغتنم {sender} هذه المناسبة لتعرب {_li(whom)} عن فائق التقدير والاحترام.",
    ]


_TENS = re.compile(r"ون\b")  # the tens of a number in words, after a preposition


def _parts(title: str, comma: str) -> tuple[str, str]:
    """`Council of Foreign Ministers, 52nd session`: the body, and which session of it."""
    body, found, which = title.rpartition(comma)
    return (body, which) if found else (title, "")


def _at(place: str, preposition: str, comma: str) -> str:
    """`in Geneva`; `in Jeddah, Saudi Arabia,` is closed by a comma too. Nothing where unknown."""
    return f"{preposition}{place}{comma if comma in place else ''}" if place else ""


def _the(name: str) -> str:
    """`the Kingdom of Morocco`, but `Malaysia`."""
    return f"the {name}" if _ENGLISH_HEADS & set(name.lower().split()) else name


def _de(name: str) -> str:
    """`de la République du Mali`, `du Royaume du Maroc`, `de l'État du Qatar`."""
    gender = _gender(name)
    return {"": f"de l'{name}", "f": f"de la {name}", "m": f"du {name}"}[gender]


def _to(name: str) -> str:
    """`à la Ligue des États arabes`, `au Mouvement des non-alignés`, `à l'Union africaine`."""
    gender = _gender(name)
    return {"": f"à l'{name}", "f": f"à la {name}", "m": f"au {name}"}[gender]


def _gender(name: str) -> str:
    """`f`, `m`, or nothing before a vowel, where the article is the same."""
    first = name.split(maxsplit=1)[0].lower()
    if first.startswith(_VOWELS):
        return ""
    if first in _MASCULINE:
        return "m"
    return "f" if first in _FEMININE or first.endswith("e") else "m"


def _li(name: str) -> str:
    """`لمنظمة`, and with the article `للاتحاد`."""
    return f"لل{name[2:]}" if name.startswith("ال") else f"ل{name}"
