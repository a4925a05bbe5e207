"""Subjects of resolutions: in words as the pack says them, else by their letters."""

import pytest
from django.db import IntegrityError, transaction

from amana.conferences.clusters import clusters
from amana.conferences.models import Cluster
from amana.kernel.words import LANGS, Words
from amana.texts.models import WorkRecord

pytestmark = pytest.mark.usefixtures("oic")


def test_every_form_is_said_in_words_and_an_unknown_one_by_its_letters():
    in_words = clusters()
    assert in_words("POL").fr == in_words("P").fr == "Affaires politiques"
    assert in_words("XYZ").ar == "XYZ"


def test_every_subject_on_record_is_explained_in_three_languages():
    in_words = clusters()
    codes = set(WorkRecord.objects.known().exclude(cluster="").values_list("cluster", flat=True))
    assert len(codes) == 8
    for code in codes:
        assert all(getattr(in_words(code), lang) not in ("", code) for lang in LANGS), code


def test_they_are_read_in_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        in_words = clusters()
        assert [in_words(code).en for code in ("ECO", "E", "?")] == ["Economic affairs"] * 2 + ["?"]


def test_the_first_pack_that_explains_letters_has_the_word():
    Cluster.objects.create(key="other-pol", names=Words(en="Polar affairs"), forms=["POL", "PL"])
    assert clusters()("POL").en == "Political affairs"
    assert clusters()("PL").en == "Polar affairs"


def test_a_subject_that_is_printed_nowhere_is_refused_by_the_database():
    with pytest.raises(IntegrityError), transaction.atomic():
        Cluster.objects.create(key="nothing", names=Words(en="Nothing"), forms=[])


@pytest.mark.parametrize(
    ("lang", "said"), [("ar", "الشؤون السياسية"), ("en", "Political affairs"), ("fr", "politiques")]
)
def test_pages_say_subjects_in_words(client, lang, said):
    for page in ("resolutions/", "sessions/cfm-44/"):
        assert said in client.get(f"/{lang}/{page}").content.decode(), page
