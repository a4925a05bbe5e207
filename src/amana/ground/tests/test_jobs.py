"""Long work is asked for in a transaction, done by a real worker, and taken up again."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from django.db import transaction

from amana.ground import jobs
from amana.ground.models import Job
from amana.kernel.refusals import Refusal

seen: list[int] = []


def counting(arguments: Mapping[str, Any], progress: jobs.Progress) -> Mapping[str, Any]:
    for number in range(arguments["n"]):
        seen.append(number)
        progress(number + 1, arguments["n"])
    return {"counted": arguments["n"]}


def refusing(arguments: Mapping[str, Any], progress: jobs.Progress) -> Mapping[str, Any]:
    raise Refusal("file.unknown", digest="x")


@pytest.fixture(autouse=True)
def _works(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The worker has a connection of its own, so what is asked has to be committed."""
    seen.clear()
    jobs.register("test.count", counting)
    jobs.register("test.refuse", refusing)
    with django_db_blocker.unblock():
        yield
        Job.objects.all().delete()


def failing() -> None:
    with transaction.atomic():
        jobs.ask("test.count", n=1)
        raise LookupError("nothing")


def test_a_job_is_done_by_the_worker_and_tells_how_far_it_is() -> None:
    job = jobs.ask("test.count", n=3)
    assert job.state == "waiting"
    jobs.run_worker(wait=False)
    job.refresh_from_db()
    assert (job.state, job.done, job.total, job.result) == ("done", 3, 3, {"counted": 3})
    assert seen == [0, 1, 2]


def test_a_job_of_a_transaction_that_failed_is_never_done() -> None:
    with pytest.raises(LookupError):
        failing()
    jobs.run_worker(wait=False)
    assert not Job.objects.exists()
    assert seen == []


def test_a_refusal_is_written_down_in_the_readers_languages() -> None:
    job = jobs.ask("test.refuse")
    jobs.run_worker(wait=False)
    job.refresh_from_db()
    assert job.state == "failed"
    assert job.fault.en.startswith("There is no file")
    assert job.fault.ar
    assert job.fault.fr


def test_a_job_that_is_done_is_not_done_again() -> None:
    job = jobs.ask("test.count", n=1)
    jobs.run_worker(wait=False)
    jobs.perform(job.pk)
    assert seen == [0]
