"""Invitations: letters numbered once, in each addressee's language, under the rule."""

import os
import subprocess
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from amana.accounts import api, readers
from amana.conferences.acts.delegations import open_delegations
from amana.conferences.acts.letters import advance, issue_invitations, speak
from amana.conferences.acts.writing import Written
from amana.conferences.inviting import addressees
from amana.conferences.letter_files import letters_pdf
from amana.conferences.models import Condition, Letter
from amana.conferences.rules.letters import Invitation, addressed, invitation
from amana.conferences.tests.before.people import DELEGATE, OFFICER, ON
from amana.ground import clock
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words

HOUSE = Words(
    en="Organisation of Islamic Cooperation",
    fr="Organisation de la coopération islamique",
    ar="منظمة التعاون الإسلامي",
)
SECOND = replace(OFFICER, actor="person:second-officer-of-exercises")
MALI = Words(en="Republic of Mali", fr="République du Mali", ar="جمهورية مالي")


@contextmanager
def refused(code):
    with pytest.raises(Refusal) as why:
        yield why
    assert why.value.code == code


@pytest.fixture
def invited(council):
    open_delegations("cfm-52", by=OFFICER)
    return [row.party for row in addressees("cfm-52", on=ON)]


def test_fifty_seven_members_and_five_observers_are_numbered_without_gap_and_once(invited):
    chosen = invited[:62]
    speak({"egy": "en", "mli": "fr"}, by=OFFICER)
    made = issue_invitations("cfm-52", chosen, HOUSE, by=OFFICER)
    assert [letter.number for letter in made] == list(range(1, 63))
    with refused("letters.nobody"):
        issue_invitations("cfm-52", chosen, HOUSE, by=OFFICER)
    assert Letter.objects.count() == 62
    issue_invitations("cfm-52", invited[62:], HOUSE, by=OFFICER)
    assert Letter.objects.order_by("number").last().number == len(invited)
    languages = dict(Letter.objects.values_list("delegation__party", "language"))
    assert (languages["egy"], languages["mli"], languages["jor"]) == ("en", "fr", "ar")
    mali = Letter.objects.get(delegation__party="mli")
    assert "ministère des Affaires étrangères de la République du Mali" in mali.paragraphs[0]
    assert (
        "à la 52e session du Conseil des ministres des Affaires étrangères, qui se tiendra à "
        "Djeddah, Arabie saoudite, du " in mali.paragraphs[0]
    )
    assert "(20-22 juin 2027)" in mali.paragraphs[0]


@pytest.mark.parametrize(
    ("lang", "first", "last"),
    [
        ("en", ("The General Secretariat of the Organisation of Islamic Cooperation presents its "
         "compliments to the Ministry of Foreign Affairs of the Republic of Mali and has the "
         "honour to extend an invitation to take part in the S, to be held in C from D."),
         ("The General Secretariat of the Organisation of Islamic Cooperation avails itself of "
         "this opportunity to renew to the Ministry of Foreign Affairs of the Republic of Mali "
         "the assurances of its highest consideration.")),
        ("fr", ("Le Secrétariat général de l'Organisation de la coopération islamique présente ses "
         "compliments au ministère des Affaires étrangères de la République du Mali et a "
         "l'honneur de l'inviter à prendre part à la S, qui se tiendra à C D."),
         ("Le Secrétariat général de l'Organisation de la coopération islamique saisit cette "
         "occasion pour renouveler au ministère des Affaires étrangères de la République du Mali "
         "les assurances de sa très haute considération.")),
        ("ar", ("تهدي الأمانة العامة لمنظمة التعاون الإسلامي أطيب تحياتها إلى وزارة خارجية جمهورية "
         "مالي، وتتشرف بتوجيه الدعوة إلى المشاركة في S، المقرر عقدها في C في الفترة D."),
         ("وتغتنم الأمانة العامة لمنظمة التعاون الإسلامي هذه المناسبة لتعرب لوزارة خارجية جمهورية "
         "مالي عن فائق التقدير والاحترام.")),
    ],
)  # fmt: skip
def test_courtesy_formulas_are_those_of_each_language(lang, first, last):
    told = Invitation(HOUSE.text(lang), MALI.text(lang), True, "S", "C", "D", several=True)
    said = invitation(told, lang)
    assert (said[0], said[-1]) == (first, last)


def test_names_get_the_articles_of_their_language():
    assert addressed("Malaysia", "en", ministry=True) == "Ministry of Foreign Affairs of Malaysia"
    assert addressed("Royaume du Maroc", "fr", ministry=True).endswith("du Royaume du Maroc")
    assert addressed("État du Qatar", "fr", ministry=True).endswith("de l'État du Qatar")
    union = Invitation("X", "الاتحاد الأفريقي", False, "S", "", "D", several=False)
    assert "لتعرب للاتحاد الأفريقي عن" in invitation(union, "ar")[-1]
    which = replace(union, session="مجلس وزراء الخارجية، الدورة الثانية والخمسون")
    assert "في الدورة الثانية والخمسين لمجلس وزراء الخارجية، المقرر" in invitation(which, "ar")[0]
    union = replace(union, addressee="Union africaine")
    assert "présente ses compliments à l'Union africaine et" in invitation(union, "fr")[0]


def test_a_notice_shorter_than_the_rule_is_refused_unless_a_reason_is_given(invited):
    rule = Condition.objects.on(ON).get(body__key="cfm", kind="ordinary")
    days = (date(2027, 6, 20) - ON).days
    Written("session.move", "session:cfm-52", OFFICER, "conference-officer").change(
        rule, notice=days + 1
    )
    with refused("letters.short-notice") as why:
        issue_invitations("cfm-52", invited[:2], HOUSE, by=OFFICER)
    assert "charter-2008#art_10__para_1" in why.value.basis
    made = issue_invitations("cfm-52", invited[:2], HOUSE, by=OFFICER, otherwise="The Chair")
    assert [each.act.reason for each in made] == ["The Chair", "The Chair"]


def test_who_initials_does_not_seal_and_nothing_is_sent_before_the_seal(invited):
    issue_invitations("cfm-52", invited[:3], HOUSE, by=OFFICER)
    with refused("letters.stage"):
        advance("cfm-52", "sent", by=OFFICER)
    assert advance("cfm-52", "initialled", by=OFFICER) == 3
    with refused("letters.same-hand"):
        advance("cfm-52", "sealed", by=OFFICER)
    assert advance("cfm-52", "sealed", by=SECOND) == 3
    assert advance("cfm-52", "sent", by=OFFICER, way="pouch") == 3
    assert set(Letter.objects.values_list("stage", "way")) == {("sent", "pouch")}


def test_what_a_numbered_letter_says_never_changes(invited):
    issue_invitations("cfm-52", invited[:1], HOUSE, by=OFFICER)
    for change in (lambda: Letter.objects.update(number=9), Letter.objects.all().delete):
        with pytest.raises(Exception, match="numbered letter is kept"), transaction.atomic():
            change()


def test_who_serves_no_session_issues_nothing(invited):
    with refused("conference.no-power"):
        issue_invitations("cfm-52", invited[:1], HOUSE, by=DELEGATE)


def test_the_letters_are_one_file_each_on_its_own_sheet(invited, tmp_path):
    speak({"egy": "en", "mli": "fr"}, by=OFFICER)
    made = issue_invitations("cfm-52", ["egy", "mli", "jor"], HOUSE, by=OFFICER)
    file = tmp_path / "letters.pdf"
    file.write_bytes(letters_pdf(made, HOUSE, "en", ON))
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True)
    assert text.stdout.count("\f") == 3
    by_party = {letter.delegation.party: letter.printed for letter in made}
    assert f"Note verbale No. {by_party['egy']}" in text.stdout
    assert f"Note verbale n° {by_party['mli']}" in text.stdout
    assert (here := os.environ.get("LOOK")) is None or file.rename(here)


@pytest.fixture
def desk(invited):
    before = readers._authority[0]
    readers.authorities_by(lambda user: OFFICER)
    console = Authority("system", "Console", clock.today(), powers=frozenset({"administrator"}))
    user = api.create("officer@example.org", "Exercise", "seven herons over the pier", False,
                      by=console)  # fmt: skip
    found = Client()
    found.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    yield found
    readers.authorities_by(before)


def test_the_page_looks_at_three_issues_once_and_lists_who_was_sent_what(desk, invited):
    at = "/en/desk/conferences/cfm-52/invitations/"
    desk.post(at, {"do": "languages", "lang-egy": "en", "lang-mli": "fr"})
    seen = desk.post(at, {"do": "preview", "party": invited}).content.decode()
    assert seen.count('class="letter-preview"') == 3
    assert Letter.objects.count() == 0
    assert desk.post(at, {"do": "issue", "party": invited}).status_code == 302
    assert desk.post(at, {"do": "issue", "party": invited}).status_code == 422
    assert Letter.objects.count() == len(invited)
    listed = desk.get(at, {"format": "csv"}).content.decode("utf-8-sig").splitlines()
    assert len(listed) == len(invited) + 1
    assert "1/2026" in listed[1]
    with CaptureQueriesContext(connection) as asked:
        page = desk.get(at)
    assert "No rule on record asks for" in page.content.decode()
    assert len(asked) <= 18, "\n".join(each["sql"][:150] for each in asked)
