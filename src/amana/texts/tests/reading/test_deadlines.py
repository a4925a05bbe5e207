"""By when: days, sessions, and what is no deadline."""

from datetime import date

import pytest

from amana.texts.reading.deadlines import NO_DEADLINE, deadline
from amana.texts.reading.reporting import reporting

OPENED = date(2024, 8, 29)
DUE = [
    (
        "en",
        "Requests the Secretary General to convene an expert group before 31 December 2025;",
        "2025-12-31",
    ),
    ("en", "to report thereon to the Fifty-first Session of the Council", "next session"),
    ("en", "Urges Member States to pay by the end of 2025", "2025-12-31"),
    ("en", "to submit, within six months, a report", "2025-02-28"),
    ("en", "within ninety (90) days of the adoption", "2024-11-27"),
    ("en", "with effect from 1 January 2025", "2025-01-01"),
    ("en", "during the first half of 2025", "2025-06-30"),
    ("en", "in the first half of the month of Shawwal 1446H", "2025-04-13"),
    ("en", "as soon as possible", ""),
    (
        "en",
        (
            "Takes note of the report adopted at its forty-ninth session held in "
            "Nouakchott on 16 March 2023"
        ),
        "",
    ),
    ("en", "to report annually to the Council", "next session"),
    ("en", "at its next session", "next session"),
    ("en", "at its fifty-third session", "session 53"),
    ("en", "no later than 15 Muharram 1447 H (10 July 2025)", "2025-07-10"),
    ("en", "to hold the meeting in Jeddah on 15 June 2025", "2025-06-15"),
    ("en", "to meet in March 2025", "2025-03-31"),
    ("en", "by June 2025", "2025-06-30"),
    ("en", "by the first quarter of 2025", "2025-03-31"),
    ("en", "by the end of the year", "2024-12-31"),
    ("fr", "de convoquer un groupe d’experts avant le 31 décembre 2025", "2025-12-31"),
    ("fr", "d’en faire rapport à la cinquante et unième session", "next session"),
    ("fr", "à sa prochaine session", "next session"),
    ("fr", "dans un délai de six mois", "2025-02-28"),
    ("fr", "au plus tard le 1er mars 2025", "2025-03-01"),
    ("fr", "à compter du 1er janvier 2025", "2025-01-01"),
    ("fr", "au cours du premier semestre de 2025", "2025-06-30"),
    ("fr", "d'ici la fin de 2025", "2025-12-31"),
    ("fr", "d'ici à la fin de l'année 2025", "2025-12-31"),
    ("fr", "chaque année", "next session"),
    ("fr", "dans les trois mois", "2024-11-29"),
    ("fr", "à la 51ème session", "next session"),
    ("ar", "عقد اجتماع لفريق خبراء قبل ٣١ ديسمبر ٢٠٢٥", "2025-12-31"),
    ("ar", "رفع تقرير في هذا الشأن إلى الدورة الحادية والخمسين", "next session"),
    ("ar", "وتقديم تقرير بشأنه إلى المؤتمر الإسلامي القادم لوزراء الخارجية", "next session"),
    ("ar", "إلى الدورة القادمة لمجلس وزراء الخارجية", "next session"),
    ("ar", "في دورته المقبلة", "next session"),
    ("ar", "في غضون ستة أشهر", "2025-02-28"),
    ("ar", "خلال شهرين من تاريخ صدور هذا القرار", "2024-10-29"),
    ("ar", "في أجل أقصاه نهاية الأسبوع الأول من فبراير 2025", "2025-02-07"),
    ("ar", "خلال النصف الأول من عام 2025", "2025-06-30"),
    ("ar", "خلال النصف الأول من شهر شوال 1446هـ", "2025-04-13"),
    ("ar", "اعتباراً من 1 يناير 2025", "2025-01-01"),
    ("ar", "في موعد لا يتجاوز 31 كانون الأول/ديسمبر 2025", "2025-12-31"),
    ("ar", "قبل نهاية عام 2025", "2025-12-31"),
    ("ar", "بحلول عام 2030", "2030-12-31"),
    ("ar", "سنويا", "next session"),
    ("ar", "في أقرب وقت ممكن", ""),
    ("ar", "قبل 15 محرم 1447هـ الموافق 10 يوليو 2025م", "2025-07-10"),
    ("ar", "يحيط علما بالقرار الصادر عن الدورة التاسعة والأربعين المنعقدة في نواكشوط", ""),
    (
        "en",
        "Decides to include in the provisional agenda of its eighty-first session",
        "session 81",
    ),
    (
        "fr",
        "Prie le Secrétaire général de lui présenter, à sa quatre-vingt-unième session, un rapport",
        "session 81",
    ),
    ("en", "Approves the budget for 2025 in the amount of 100,000", ""),
    ("en", "Recalls its resolution of 15 December 2020", ""),
]


@pytest.mark.parametrize(("lang", "text", "due"), DUE)
def test_a_deadline_is_a_day_a_session_or_nothing(lang: str, text: str, due: str) -> None:
    assert deadline(text, lang, opened=OPENED, session=50).value == due


def test_within_six_months_of_a_session_nobody_dates_is_a_deadline_without_a_day() -> None:
    found = deadline("to report within six months", "en")
    assert found
    assert (found.kind, found.on, found.value) == ("date", None, "")
    assert found.phrase == "within six months"


def test_the_next_session_is_known_by_its_number() -> None:
    text = "to report to the fifty-first session of the Council"
    assert deadline(text, "en").value == "next session"
    assert deadline(text, "en", session=50).value == "next session"
    assert deadline(text, "en", session=48).value == "session 51"
    assert deadline(text, "en", session=51) == NO_DEADLINE


def test_the_words_of_a_deadline_are_those_of_the_text() -> None:
    text = "يطلب عقد اجتماع قبل ٣١ ديسمبر ٢٠٢٥ في المقر"
    assert deadline(text, "ar").phrase == "قبل ٣١ ديسمبر ٢٠٢٥"


REPORTS = [
    (
        "en",
        (
            "Requests the Secretary General to follow up and report thereon to the "
            "Fifty-first Session of the Council of Foreign Ministers."
        ),
        "Council of Foreign Ministers",
        "next session",
        "written",
    ),
    (
        "en",
        (
            "Requests the Secretary-General to submit to the General Assembly at its "
            "eighty-first session a report on the implementation of the present resolution;"
        ),
        "General Assembly",
        "next session",
        "written",
    ),
    (
        "en",
        "Requests the Secretary General to keep the Member States informed;",
        "Member States",
        "",
        "written",
    ),
    (
        "en",
        "Requests him to present an oral briefing to the Council within three months;",
        "Council",
        "2024-11-29",
        "oral",
    ),
    ("en", "to submit a report to it at its next session", "", "next session", "written"),
    (
        "en",
        "Requests the Secretary General to report annually to the Islamic Summit on progress",
        "Islamic Summit",
        "next session",
        "written",
    ),
    (
        "fr",
        "Prie le Secrétaire général d’en faire rapport à la cinquante et unième session.",
        "",
        "next session",
        "written",
    ),
    (
        "fr",
        (
            "Prie le Secrétaire général de soumettre un rapport au Conseil des ministres "
            "à sa prochaine session"
        ),
        "Conseil des ministres",
        "next session",
        "written",
    ),
    (
        "fr",
        "Prie le Secrétaire général de tenir les États membres informés",
        "États membres",
        "",
        "written",
    ),
    (
        "ar",
        "يطلب من الأمين العام رفع تقرير في هذا الشأن إلى الدورة الحادية والخمسين.",
        "",
        "next session",
        "written",
    ),
    (
        "ar",
        (
            "تطلب إلى الأمين العام أن يقدم إلى الجمعية العامة في دورتها الحادية والثمانين "
            "تقريرا عن تنفيذ هذا القرار"
        ),
        "الجمعية العامة",
        "next session",
        "written",
    ),
    (
        "ar",
        "يكلف الأمين العام بالمتابعة ورفع تقرير إلى الدورة القادمة لمجلس وزراء الخارجية",
        "مجلس وزراء الخارجية",
        "next session",
        "written",
    ),
]
MENTIONED = [
    ("en", "Takes note of the report of the Secretary General submitted to the Council;"),
    ("en", "Requests the Secretariat to provide the support asked for in the report;"),
    ("en", "Calls upon Member States to provide information"),
    ("fr", "Prend note du rapport présenté par le Secrétaire général"),
    ("ar", "يحيط علما بتقرير الأمين العام"),
    (
        "ar",
        (
            "يدعو الدول الأعضاء إلى موافاة الأمانة العامة بملاحظاتها على المقترحات "
            "الواردة في تقرير اللجنة"
        ),
    ),
]


@pytest.mark.parametrize(("lang", "text", "to", "when", "form"), REPORTS)
def test_a_report_is_asked_for_by_somebody_some_time(
    lang: str, text: str, to: str, when: str, form: str
) -> None:
    found = reporting(text, lang, opened=OPENED)
    assert (found.to, found.when.value, found.form) == (to, when, form)


@pytest.mark.parametrize(("lang", "text"), MENTIONED)
def test_a_report_that_is_only_mentioned_is_not_asked_for(lang: str, text: str) -> None:
    assert not reporting(text, lang, opened=OPENED)
