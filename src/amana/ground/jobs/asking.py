"""Asking for long work, and doing what was asked."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import close_old_connections, connection, transaction

from amana.ground import clock
from amana.ground.models import Job
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words

__all__ = ["QUEUE", "Progress", "Work", "ask", "go_on", "perform", "register"]

QUEUE = "amana"
TASK = "amana.job"
_LOCK = 0x6A6F6273  # "jobs"
STEPS = 0.5  # seconds between two notes of how far it is


@dataclass(slots=True)
class Progress:
    """How far a job is: told by the work, written down at most twice a second."""

    job: Job
    noted: float = 0.0

    def __call__(self, done: int, total: int) -> None:
        """So many of so many are done."""
        now = clock.now().timestamp()
        if done < total and now - self.noted < STEPS:
            return
        self.noted = now
        Job.objects.filter(pk=self.job.pk).update(done=done, total=total)

    @property
    def reached(self) -> str:
        """How far the work had come when it was last interrupted: what it said itself."""
        return str(self.kept.get("reached", ""))

    @property
    def kept(self) -> Mapping[str, Any]:
        """All that the work said of itself when it was last interrupted."""
        kept: Mapping[str, Any] = self.job.result
        return kept

    def reach(self, where: str, **kept: Any) -> None:
        """Write down where to go on, and what else to know then, should the worker be killed."""
        Job.objects.filter(pk=self.job.pk).update(result={"reached": where, **kept})


Work = Callable[[Mapping[str, Any], Progress], Mapping[str, Any]]
_works: dict[str, Work] = {}


def register(kind: str, work: Work) -> None:
    """Say how a kind of job is done: its arguments and its progress in, its result out."""
    _works[kind] = work


def ask(kind: str, *, by: Authority | None = None, **arguments: Any) -> Job:
    """Ask for work; it begins when the caller's transaction commits, or never.

    The very same work, asked for and not yet done, is not begun a second time: that job is given.
    """
    with transaction.atomic():
        _one_at_a_time()
        open_one = Job.objects.filter(
            kind=kind, arguments=arguments, state__in=(Job.State.WAITING, Job.State.RUNNING)
        ).first()
        if open_one:
            return open_one
        job = Job.objects.create(
            kind=kind, arguments=arguments, actor=by.actor if by else "system",
            asked_at=clock.now(),
        )  # fmt: skip
        _defer(job)
    return job


def go_on(number: int) -> Job:
    """Take up a job that failed where it had come to; refused for any other.

    What a worker that died had begun needs no press: the next worker takes it up by itself.
    """
    with transaction.atomic():
        _one_at_a_time()
        job = Job.objects.filter(pk=number).first()
        if job is None:
            raise Refusal("job.unknown", number=number)
        if job.state != Job.State.FAILED:
            raise Refusal("job.not-failed", number=number)
        _note(job, state=Job.State.WAITING, fault=Words(), ended_at=None)
        _defer(job)
    job.refresh_from_db()
    return job


def _one_at_a_time() -> None:
    """Two presses at one moment ask once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _defer(job: Job) -> None:
    from procrastinate.contrib.django import app

    app.configure_task(TASK, queue=QUEUE, lock=f"job-{job.pk}").defer(job=job.pk)


def perform(number: int) -> None:
    """Do the work of a job, unless it is done; what is refused or fails is written down."""
    close_old_connections()
    job = Job.objects.get(pk=number)
    if job.state in (Job.State.DONE, Job.State.FAILED):
        return
    _note(job, state=Job.State.RUNNING, began_at=job.began_at or clock.now())
    try:
        result = _works[job.kind](job.arguments, Progress(job))
    except Refusal as refusal:
        said = Words(**{lang: refusal.sentence(lang) for lang in LANGS})
        _note(job, state=Job.State.FAILED, fault=said, ended_at=clock.now())
    except Exception:
        logging.getLogger(__name__).exception("job %s failed", number)
        _note(job, state=Job.State.FAILED, ended_at=clock.now())
        raise
    else:
        _note(job, state=Job.State.DONE, result=dict(result), ended_at=clock.now())


def _note(job: Job, **facts: Any) -> None:
    Job.objects.filter(pk=job.pk).update(**facts)
