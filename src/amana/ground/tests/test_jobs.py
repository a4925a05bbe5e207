"""Long work is asked for in a transaction, done by a real worker, and taken up again."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from django.db import transaction

from amana.ground import jobs
from amana.ground.models import Job
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words

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


def test_the_very_same_work_is_not_asked_for_twice_while_it_is_open() -> None:
    first = jobs.ask("test.count", n=1)
    assert jobs.ask("test.count", n=1) == first
    assert jobs.ask("test.count", n=2) != first
    jobs.run_worker(wait=False)
    assert jobs.ask("test.count", n=1) != first
    jobs.run_worker(wait=False)
    assert seen == [0, 0, 1, 0]


def test_a_failed_job_goes_on_where_it_was_and_no_other_does() -> None:
    def twice(arguments: Mapping[str, Any], progress: jobs.Progress) -> Mapping[str, Any]:
        if not progress.reached:
            progress.reach("here", files=3)
            raise Refusal("file.unknown", digest="x")
        return {"files": progress.kept["files"] + 1}

    jobs.register("test.twice", twice)
    job = jobs.ask("test.twice")
    jobs.run_worker(wait=False)
    assert jobs.go_on(job.pk).state == "waiting"
    jobs.run_worker(wait=False)
    job.refresh_from_db()
    assert (job.state, job.result, job.fault) == ("done", {"files": 4}, Words())
    for number, code in ((job.pk, "job.not-failed"), (job.pk + 1, "job.unknown")):
        with pytest.raises(Refusal) as refused:
            jobs.go_on(number)
        assert refused.value.code == code


def test_a_job_whose_worker_is_gone_is_seen_as_stopped_and_one_that_waits_is_not() -> None:
    Job.objects.filter(pk=jobs.ask("test.count", n=1).pk).update(state="running")
    jobs.ask("test.count", n=2)
    stopped, waiting = jobs.seen(["test.count"])
    assert (stopped.job.state, stopped.is_stopped) == ("running", True)
    assert (waiting.job.state, waiting.is_stopped) == ("waiting", False)
    jobs.run_worker(wait=False)
    assert not any(each.is_open for each in jobs.seen(["test.count"]))
