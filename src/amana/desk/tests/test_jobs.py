"""Jobs at the desk: seen by who may run them, asked for once, taken up where they failed."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from amana.desk.tests.conftest import plain
from amana.desk.tests.people import Cast
from amana.ground import clock
from amana.ground.models import Job
from amana.kernel.words import LANGS, Words
from amana.texts.renditions.job_of_all import KIND

ADDRESS = "/en/desk/jobs/"


def job(state: str, **more: object) -> Job:
    now = clock.now()
    return Job.objects.create(kind=KIND, actor="system", state=state, asked_at=now, **more)


@pytest.mark.parametrize("who", ["head", "auditor", "outsider"])
def test_who_may_not_run_jobs_sees_none_and_starts_none(cast: Cast, who: str) -> None:
    client = cast.client(getattr(cast, who))
    for answer in (client.get(ADDRESS), client.post(ADDRESS)):
        assert answer.status_code == 403
        assert "the administrator of the system" in plain(answer)
    assert "Jobs" not in plain(client.get("/en/desk/"))
    assert not Job.objects.exists()


@pytest.mark.parametrize("who", ["registrar", "administrator"])
def test_two_presses_in_two_languages_ask_for_one_job(cast: Cast, who: str) -> None:
    user = getattr(cast, who)
    client = cast.client(user)
    assert "Jobs" in plain(client.get("/en/desk/"))
    for lang in ("ar", "en"):
        assert client.post(f"/{lang}/desk/jobs/").status_code == 302
    made = Job.objects.get()
    assert (made.state, made.kind, made.actor) == ("waiting", KIND, user.key)
    assert made.arguments == {"address": "http://testserver/en/verify/", "prefix": ""}
    page = plain(client.get(ADDRESS))
    assert user.name in page
    assert "It begins as soon as the worker is free." in page


def test_every_state_of_a_job_says_what_to_do_in_three_languages(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    job("done", result={"works": 1000, "files": 19000})
    job("running", done=500, total=1000, began_at=clock.now())
    job("failed", fault=Words(en="Three texts failed.", fr="Trois échecs.", ar="فشلت ثلاثة نصوص."))
    job("failed")
    client = cast.client(cast.registrar)
    client.get(ADDRESS)
    with django_assert_max_num_queries(10):
        page = plain(client.get(ADDRESS))
    for said in ("19,000 files · 1,000 texts", "500 of 1,000", "Its worker is gone.",
                 "Three texts failed.", "a reason that nobody foresaw"):  # fmt: skip
        assert said in page, page
    for lang in LANGS:
        assert client.get(f"/{lang}/desk/jobs/").status_code == 200


def test_a_press_takes_up_what_failed_where_it_was_and_nothing_else(cast: Cast) -> None:
    failed = job("failed", result={"reached": "res-7", "files": 70}, fault=Words(en="No."))
    client = cast.client(cast.administrator)
    assert client.post(ADDRESS, {"go_on": failed.pk}).status_code == 302
    failed.refresh_from_db()
    assert (failed.state, failed.fault, failed.ended_at) == ("waiting", Words(), None)
    assert failed.result == {"reached": "res-7", "files": 70}
    for wrong in (failed.pk, failed.pk + 1, "x", "9" * 30):
        assert client.post(ADDRESS, {"go_on": wrong}).status_code == 422
    assert Job.objects.count() == 1


def test_the_list_of_jobs_is_behind_sign_in(cast: Cast) -> None:
    assert Client().get(ADDRESS).status_code == 302
