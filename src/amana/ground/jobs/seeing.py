"""Looking at jobs: those that run and wait, and the last that ended."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Case, IntegerField, Value, When

from amana.ground.models import Job

__all__ = ["QUIET", "Seen", "seen"]

QUIET = 30.0  # seconds without a sign of life after which a worker is taken for dead


@dataclass(frozen=True, slots=True)
class Seen:
    """A job, and whether the worker that had begun it is gone."""

    job: Job
    is_stopped: bool

    @property
    def is_open(self) -> bool:
        """Whether anything is still to be done without a press."""
        return self.job.state in (Job.State.WAITING, Job.State.RUNNING)


def seen(kinds: Collection[str], most: int = 20) -> Sequence[Seen]:
    """The jobs of some kinds, those not done first, then the last that were: two queries."""
    first = Case(
        When(state=Job.State.RUNNING, then=Value(0)),
        When(state=Job.State.WAITING, then=Value(1)),
        default=Value(2), output_field=IntegerField(),
    )  # fmt: skip
    jobs = list(Job.objects.filter(kind__in=kinds).order_by(first, "-pk")[:most])
    running = [job.pk for job in jobs if job.state == Job.State.RUNNING]
    held = _held(running) if running else set()
    return [Seen(job, job.state == Job.State.RUNNING and job.pk not in held) for job in jobs]


def _held(numbers: Sequence[int]) -> set[int]:
    """Which of these jobs a living worker holds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (task.args->>'job')::bigint FROM procrastinate_jobs task"
            " JOIN procrastinate_workers worker ON worker.id = task.worker_id"
            " WHERE task.status = 'doing' AND (task.args->>'job')::bigint = ANY(%s)"
            " AND worker.last_heartbeat > now() - make_interval(secs => %s)",
            [list(numbers), QUIET],
        )
        return {number for (number,) in cursor.fetchall()}
