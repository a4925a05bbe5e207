"""The one task that the queue knows: do a job of ours. Found by procrastinate by this name."""

from procrastinate.contrib.django import app

from amana.ground.jobs.asking import QUEUE, TASK
from amana.ground.jobs.asking import perform as done

__all__ = ["perform"]


@app.task(name=TASK, queue=QUEUE)
def perform(job: int) -> None:
    """Do the work of a job by its number."""
    done(job)
