"""What a session is called in three languages, in the words of its time."""

from amana.kernel.dual_dates import format_mark
from amana.kernel.marks import Mark
from amana.kernel.numbers import ordinal
from amana.kernel.words import LANGS, Words

__all__ = ["session_title"]

EXERCISE = {"ar": "تمرين: {title}", "en": "Exercise: {title}", "fr": "Exercice : {title}"}
_NUMBERED = {
    "ordinary": {"ar": "الدورة {n}", "en": "{n} session", "fr": "{n} session"},
    "extraordinary": {
        "ar": "الدورة الاستثنائية {n}",
        "en": "{n} extraordinary session",
        "fr": "{n} session extraordinaire",
    },
    "resumed": {
        "ar": "الدورة المستأنفة {n}",
        "en": "resumed {n} session",
        "fr": "reprise de la {n} session",
    },
}
_UNNUMBERED = {
    "ordinary": {"ar": "دورة {when}", "en": "session of {when}", "fr": "session, {when}"},
    "extraordinary": {
        "ar": "دورة استثنائية، {when}",
        "en": "extraordinary session of {when}",
        "fr": "session extraordinaire, {when}",
    },
    "resumed": {
        "ar": "دورة مستأنفة، {when}",
        "en": "resumed session of {when}",
        "fr": "reprise de session, {when}",
    },
}


def session_title(
    body: Words, kind: str, number: int | None, opens: str, *, exercise: bool = False
) -> Words:
    """Body and session; a session without a number is told by its month.

    The 10th session of 1979 is "Islamic Conference of Foreign Ministers, 10th session";
    the summit of 11 November 2024 is "Islamic Summit, extraordinary session of November 2024".
    """
    said = {lang: _title(body, kind, number, opens, lang) for lang in LANGS}
    return Words(
        **{lang: EXERCISE[lang].format(title=said[lang]) for lang in LANGS} if exercise else said
    )


def _title(body: Words, kind: str, number: int | None, opens: str, lang: str) -> str:
    if number:
        said = _NUMBERED[kind][lang].format(n=ordinal(number, lang, feminine=True))
    else:
        said = _UNNUMBERED[kind][lang].format(when=_month(opens, lang))
    return f"{body.text(lang)}{'،' if lang == 'ar' else ','} {said}"


def _month(opens: str, lang: str) -> str:
    mark = Mark.parse(opens)
    return format_mark(opens[:7] if mark.precision == "day" else mark, lang)
