"""Badges as sheets to be printed and cut: the person, the delegation, the function, the code."""

import base64
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from amana.conferences.acts.credentials import kind_of
from amana.conferences.badging.codes import code_of
from amana.conferences.badging.reading import Bearer, Bearers
from amana.conferences.delegations.values import RANKS
from amana.conferences.printing import Unprintable, printed
from amana.ground import files
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.texts.renditions.code import svg

__all__ = ["COLOURS", "MOST", "SIZES", "badges_pdf", "initials_of"]

SIZES = ("a6", "card")
MOST = 400
MOST_PHOTOS = 60 << 20  # bytes of all photographs of a print
COLOURS = {
    "head": "#0b5a3c", "alternate": "#1f5f7a", "delegate": "#2f3f8f", "adviser": "#7a4d00",
    "support": "#515c56",
}  # fmt: skip
_OBSERVER = Words(ar="مراقب", en="observer", fr="observateur")
_GUEST = Words(ar="ضيف", en="guest", fr="invité")
_STATUSES = {"observer": _OBSERVER, "guest": _GUEST}
_PHOTO = Words(ar="صورة {}", en="Photograph of {}", fr="Photographie de {}")
_CODE = Words(ar="رمز بطاقة {}", en="Code of the badge of {}", fr="Code du badge de {}")
_TITLE = Words(ar="بطاقات الدخول", en="Badges", fr="Badges")
_EXERCISE = Words(ar="تمرين", en="EXERCISE", fr="EXERCICE")
Address = Callable[[str], str]


def badges_pdf(
    groups: Iterable[Bearers], lang: str, *, size: str, session: Words, organisation: Words,
    address: Address, day: date, exercise: bool = False,
) -> bytes:  # fmt: skip
    """The sheets of everybody who bears a badge. `address` leads from a code to its page.

    Each says all in the reader's language and in a second one: Arabic beside Latin script.
    Refused: `badge.nobody`, `badge.too-many`, `badge.photos`.
    """
    bearing = [(group, each) for group in groups for each in group.people if each.badge]
    if not bearing:
        raise Refusal("badge.nobody")
    if len(bearing) > MOST:
        raise Refusal("badge.too-many", most=MOST, count=len(bearing))
    common = {
        "lang": lang, "title": f"{_TITLE.text(lang)} – {session.text(lang)}",
        "organisation": organisation.text(lang), "session": session.text(lang),
        "mark": _EXERCISE.text(lang) if exercise else "", "size": size,
    }  # fmt: skip

    def made(photos: Mapping[str, str]) -> bytes:
        told = [
            _badge(group, each, lang, address, photos.get(each.person.photo, ""))
            for group, each in bearing
        ]
        return printed("badges.typ", {**common, "badges": told}, day)

    photos = _photos([each for _, each in bearing])
    try:
        return made(photos)
    except Unprintable:
        return made({digest: each for digest, each in photos.items() if _is_whole(each, day)})


def _is_whole(picture: str, day: date) -> bool:
    """Whether a picture can be printed: a broken photograph must not stop a print of many."""
    try:
        printed("picture.typ", {"lang": "en", "title": "picture", "picture": picture}, day)
    except Unprintable:
        return False
    return True


def _badge(group: Bearers, of: Bearer, lang: str, address: Address, photo: str) -> dict[str, Any]:
    assert of.badge is not None
    person, name = of.person, of.person.names.text(lang)
    return {
        "photo": photo, "alt": _PHOTO.text(lang).format(name),
        "initials": _initials(person.names, lang), "names": _twice(person.names, lang),
        "party": _twice(group.delegation.names, lang),
        "function": _function(group.delegation.status, person.rank, lang),
        "colour": COLOURS[person.rank], "qr": svg(address(code_of(of.badge.serial))),
        "qr-alt": _CODE.text(lang).format(name), "serial": of.badge.serial,
    }  # fmt: skip


def _twice(words: Words, lang: str) -> list[dict[str, str]]:
    """Words in a language and in one of the other script, each once."""
    first = words.lang_of(lang)
    others = ("en", "fr") if first == "ar" else ("ar",)
    second = next((each for each in others if getattr(words, each)), "")
    return [{"lang": each, "text": getattr(words, each)} for each in (first, second) if each]


def _function(status: str, rank: str, lang: str) -> list[dict[str, str]]:
    """The rank in two languages; of observers and guests that they are such, too."""
    told = RANKS[rank]
    if (as_what := _STATUSES.get(status)) is not None:
        told = Words(**{
            each: f"{getattr(as_what, each)}{'، ' if each == 'ar' else ', '}{getattr(told, each)}"
            for each in LANGS
        })  # fmt: skip
    return _twice(told, lang)


def _initials(names: Words, lang: str) -> dict[str, str]:
    shown = names.lang_of(lang)
    return {"lang": shown, "text": initials_of(getattr(names, shown))}


def initials_of(name: str) -> str:
    """The first letters of the first and the last name; those of Arabic stand apart."""
    letters = [part[0].upper() for part in name.split() if part[0].isalpha()]
    return "\u200a".join(dict.fromkeys([*letters[:1], *letters[-1:]]))


def _photos(bearers: Sequence[Bearer]) -> dict[str, str]:
    """The photographs by their SHA-256, each as a picture that holds it. Refused: `badge.photos`.

    A file that is gone or broken leaves its badge with initials: nobody waits for a
    picture at the door.
    """
    found: dict[str, str] = {}
    left = MOST_PHOTOS
    for digest in {each.person.photo for each in bearers} - {""}:
        try:
            data = files.read(digest)
        except Refusal:
            continue
        left -= len(data)
        if left < 0:
            raise Refusal("badge.photos", most=MOST_PHOTOS >> 20)
        held = base64.b64encode(data).decode()
        found[digest] = (
            '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="100" viewBox="0 0 80 100">'
            f'<image width="80" height="100" preserveAspectRatio="xMidYMid slice" '
            f'href="data:{kind_of(data)};base64,{held}"/></svg>'
        )
    return found
