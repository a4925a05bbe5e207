"""Who is asked, and which paragraphs are mandates, by the reading rules."""

from datetime import date

import pytest

from amana.texts.reading.addressing import addressee, addressees, is_united_nations
from amana.texts.reading.mandates import charges, is_mandate
from amana.texts.reading.split import split

ASKED = [
    ("en", "Requests the Secretary General to follow up", "secretary-general"),
    ("en", "Requests the Secretary-General of the United Nations to report", "third-party"),
    ("en", "Calls upon the Member States to deposit", "member-states"),
    ("en", "Calls upon the international community to act", "third-party"),
    ("en", "Calls upon Member States and the international community to act", "member-states"),
    (
        "en",
        "Urges the General Secretariat, in coordination with SESRIC, to continue",
        "secretariat",
    ),
    ("en", "Invites the Islamic Development Bank to finance", "institution"),
    ("en", "Invites SESRIC to prepare a study", "institution"),
    ("en", "Entrusts the Committee of Permanent Representatives with the review", "body"),
    ("en", "Encourages all States to ratify", "member-states"),
    ("en", "Appeals to donors to contribute", "third-party"),
    ("en", "Decides to establish a fund", ""),
    ("en", "Decides that the Secretary General shall convene a meeting", "secretary-general"),
    ("en", "Authorises the Secretary General to sign", "secretary-general"),
    (
        "en",
        "Takes note of the report and requests the Secretary General to continue",
        "secretary-general",
    ),
    ("en", "Recommends that Member States adopt", "member-states"),
    ("en", "Calls on the Government of Testland to cooperate", "named-state"),
    ("en", "Demands that Israel, the occupying Power, cease", "third-party"),
    ("en", "Welcomes the efforts of the Secretary General", ""),
    ("en", "Calls for enhanced cooperation among Member States", "member-states"),
    ("fr", "Prie le Secrétaire général d’en faire rapport", "secretary-general"),
    ("fr", "Demande aux États membres de déposer", "member-states"),
    ("fr", "Demande instamment à la communauté internationale de", "third-party"),
    ("fr", "Invite la Banque islamique de développement à financer", "institution"),
    ("fr", "Charge le Secrétariat général de suivre", "secretariat"),
    ("fr", "Exhorte tous les États à ratifier", "member-states"),
    ("fr", "Engage les États Membres", "member-states"),
    ("fr", "Lance un appel aux donateurs", "third-party"),
    ("fr", "Décide de créer un fonds", ""),
    ("ar", "يطلب من الأمين العام رفع تقرير", "secretary-general"),
    ("ar", "يدعو الدول الأعضاء إلى إيداع", "member-states"),
    ("ar", "يناشد المجتمع الدولي تقديم", "third-party"),
    ("ar", "تطلب إلى الأمين العام للأمم المتحدة أن", "third-party"),
    ("ar", "يدعو البنك الإسلامي للتنمية إلى", "institution"),
    ("ar", "يكلف الأمانة العامة بمتابعة", "secretariat"),
    ("ar", "يحث جميع الدول على", "member-states"),
    ("ar", "الطلب إلى الأمين العام متابعة", "secretary-general"),
    ("ar", "دعوة المؤسسات الإسلامية إلى تقديم", "institution"),
    ("ar", "يوصي لجنة الممثلين الدائمين بأن", "body"),
    ("ar", "يدعو مجلس الأمن إلى", "third-party"),
    ("ar", "يشيد بجهود الأمين العام", ""),
    ("ar", "يقرر إنشاء صندوق", ""),
    ("ar", "يدعو المجتمع الدولي والدول الأعضاء إلى", "member-states"),
    ("ar", "يحيط علما بالتقرير ويطلب من الأمين العام مواصلة", "secretary-general"),
]


@pytest.mark.parametrize(("lang", "text", "kind"), ASKED)
def test_whom_a_paragraph_asks(lang: str, text: str, kind: str) -> None:
    assert addressee(text, lang).kind == kind


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "Invites the Islamic Development Bank to finance it", "Islamic Development Bank"),
        (
            "en",
            "Entrusts the Committee of Permanent Representatives with it",
            "Committee of Permanent Representatives",
        ),
        (
            "fr",
            "Invite la Banque islamique de développement à le financer",
            "Banque islamique de développement",
        ),
        (
            "fr",
            "Demande à l'Organisation islamique pour la culture de l'étudier",
            "Organisation islamique pour la culture",
        ),
        ("ar", "يدعو البنك الإسلامي للتنمية إلى تمويله", "البنك الإسلامي للتنمية"),
        ("ar", "يطلب من لجنة الممثلين الدائمين دراسته", "لجنة الممثلين الدائمين"),
    ],
)
def test_they_are_named_whole(lang: str, text: str, name: str) -> None:
    assert addressee(text, lang).name == name


def test_with_whom_something_is_done_is_not_who_is_asked() -> None:
    text = "Requests the General Secretariat, in coordination with SESRIC, to continue"
    assert [each.kind for each in addressees(text, "en")] == ["secretariat"]


def test_names_that_the_caller_knows_come_first() -> None:
    text = "Invites UNESCO to lend its help"
    assert addressee(text, "en").kind == "institution"
    assert addressee(text, "en", names={"unesco": "third-party"}).kind == "third-party"


def test_the_united_nations_are_within_their_own_system_only() -> None:
    text = "Invites the Security Council to consider it"
    assert is_united_nations("The General Assembly,")
    assert not is_united_nations("The Council of Foreign Ministers,")
    assert addressee(text, "en").kind == "third-party"
    assert addressee(text, "en", united_nations=True).kind == "body"


MANDATES = [
    ("en", "Requests the Secretary General to follow up", True),
    ("en", "Decides to remain seized of the matter", False),
    ("en", "Decides to remain actively seized of the matter.", False),
    ("en", "Adopts the Statute of the Centre as annexed", False),
    ("en", "Approves the report of the Permanent Finance Committee", False),
    ("en", "Endorses the recommendations of the Committee", False),
    ("en", "Approves the establishment of a fund", True),
    ("en", "Decides to establish a fund", True),
    ("en", "Decides to adopt the Plan of Action", False),
    ("en", "Calls upon the international community to act", False),
    ("en", "Calls upon the United Nations to act", False),
    ("en", "Urges Member States to pay", True),
    ("en", "Welcomes the report", False),
    ("en", "Takes note of the report and requests the Secretary General to continue", True),
    ("en", "Appeals to donors to contribute", False),
    (
        "en",
        "Decides to include in the provisional agenda of its eighty-first session the item",
        True,
    ),
    ("en", "Decides to convene a meeting", True),
    ("en", "Authorises the Secretary General to sign", True),
    ("en", "Expresses concern", False),
    ("en", "Establishes a committee", True),
    ("en", "Reaffirms its support", False),
    ("en", "Encourages member states and institutions to cooperate", True),
    ("en", "Declares 2025 the year of archives", False),
    ("en", "Elects Testland as a member", False),
    ("en", "Demands that the occupying Power cease", False),
    ("en", "Decides to admit Testland as an observer", True),
    ("fr", "Prie le Secrétaire général de suivre", True),
    ("fr", "Décide de rester saisie de la question.", False),
    ("fr", "Adopte le Statut", False),
    ("fr", "Approuve le rapport du Comité", False),
    ("fr", "Décide de créer un fonds", True),
    ("fr", "Demande à la communauté internationale d'agir", False),
    ("fr", "Engage les États Membres à verser", True),
    ("fr", "Prend note du rapport et prie le Secrétaire général de continuer", True),
    ("fr", "Décide d'adopter le plan d'action", False),
    ("fr", "Fait siennes les recommandations du Comité", False),
    ("ar", "يطلب من الأمين العام متابعة", True),
    ("ar", "تقرر أن تبقي المسألة قيد نظرها", False),
    ("ar", "يقرر إبقاء الموضوع قيد النظر", False),
    ("ar", "يعتمد النظام الأساسي", False),
    ("ar", "يوافق على تقرير اللجنة", False),
    ("ar", "يقرر إنشاء صندوق", True),
    ("ar", "يدعو المجتمع الدولي إلى التحرك", False),
    ("ar", "يحث الدول الأعضاء على الدفع", True),
    ("ar", "يرحب بالتقرير", False),
    ("ar", "يقرر اعتماد الخطة", False),
    ("ar", "الموافقة على إنشاء صندوق", True),
    ("ar", "يوافق على عقد الاجتماع", True),
    ("ar", "يقر توصيات اللجنة", False),
    ("ar", "يناشد الأمم المتحدة التدخل", False),
    ("ar", "يحيط علما بالتقرير ويطلب من الأمين العام مواصلة الجهود", True),
]


@pytest.mark.parametrize(("lang", "text", "mandate"), MANDATES)
def test_a_mandate_is_what_somebody_within_the_system_must_do(
    lang: str, text: str, mandate: bool
) -> None:
    assert is_mandate(text, lang) is mandate


TEXT = """The Council of Ministers,

Recalling its resolutions,

1. Requests the Secretary General, before 1 March 2026:

(a) to keep a register;

(b) to report on it to the next session;

2. Calls upon the international community:

(a) to help;

3. Decides:

(a) To establish a fund;

(b) To remain seized of the matter.

4. Takes note of the offer and requests the General Secretariat to accept it.
"""


def test_a_chapeau_and_its_items_are_mandates_together() -> None:
    found = {each.passage.number: each for each in charges(split(TEXT, "en"), session=51)}
    assert {number for number, each in found.items() if each.mandate} == {
        "1", "1(a)", "1(b)", "3", "3(a)", "4",
    }  # fmt: skip
    item = found["1(a)"]
    assert (item.passage.verb_class, item.addressee.kind, item.inherited) == (
        "directive", "secretary-general", True,
    )  # fmt: skip
    assert item.deadline.value == found["1"].deadline.value == "2026-03-01"
    assert found["1(b)"].deadline.value == "next session"
    assert found["1(b)"].reporting
    assert found["4"].addressee.kind == "secretariat"
    assert found["2"].addressee.kind == "third-party"


def test_a_relative_deadline_counts_from_the_session() -> None:
    text = "The Board,\n\n1. Requests the Secretariat to publish it within two months.\n"
    reading = split(text, "en")
    (found,) = charges(reading, opened=date(2025, 12, 31))
    assert found.deadline.value == "2026-02-28"
