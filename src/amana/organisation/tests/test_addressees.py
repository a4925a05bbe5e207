"""Who is within the system on a day, as the reading of texts is told."""

from datetime import date

import pytest

from amana.kernel.arabic import fold
from amana.organisation.addressees import addressees
from amana.texts.addressees import names_on
from amana.texts.reading.addressing import addressee

pytestmark = pytest.mark.usefixtures("oic")
TODAY = date(2026, 11, 24)


@pytest.fixture
def names() -> dict[str, str]:
    return names_on(TODAY)


def test_bodies_offices_and_states_are_told_in_three_queries(django_assert_num_queries) -> None:
    with django_assert_num_queries(3):
        told = dict(addressees(TODAY))
    assert told["ICESCO"] == "institution"
    assert told["General Secretariat"] == "secretariat"
    assert told["Morocco"] == told["المغرب"] == "named-state"
    assert told["Secretary General"] == told["الأمين العام"] == "secretary-general"


def test_what_is_no_member_is_outside(names: dict[str, str]) -> None:
    assert names["thailand"] == "third-party"


@pytest.mark.parametrize(
    ("text", "lang", "kind"),
    [
        ("Requests ICESCO to hold a conference;", "en", "institution"),
        ("Invite le Maroc à accueillir la réunion ;", "fr", "named-state"),
        ("يدعو المغرب إلى استضافة الاجتماع؛", "ar", "named-state"),
        ("يطلب من البنك الإسلامي للتنمية تمويل المشروع؛", "ar", "institution"),
        ("Calls on Thailand to attend;", "en", "third-party"),
    ],
)
def test_a_name_of_the_pack_is_an_addressee(
    text: str, lang: str, kind: str, names: dict[str, str]
) -> None:
    assert addressee(text, lang, names=names).kind == kind


def test_a_name_is_no_part_of_another_word(names: dict[str, str]) -> None:
    assert fold("Mali") in names
    assert addressee("Requests the normalisation of trade;", "en", names=names).kind == ""
