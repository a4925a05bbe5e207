"""`amana render`: make the files of texts again."""

import threading
import time

import click

from amana.cli.database import database

__all__ = ["command"]

LOOK = 0.2  # seconds between two looks at how far it is


@click.command("render")
@click.option("--address", required=True, help="Where proofs stand: https://…/en/verify/")
@click.option("--prefix", default="", help="Only works whose key begins with this.")
def command(address: str, prefix: str) -> None:
    """Make every file of every released text again, with a progress bar.

    A file that did not change stays as it is. It is a job like any other: interrupted, it goes on
    when the server or this command next runs.
    """
    with database():
        from amana.ground.jobs import ask
        from amana.ground.models import Job
        from amana.texts.renditions.job_of_all import KIND

        job = ask(KIND, address=address, prefix=prefix)
        worker = threading.Thread(target=_work_on, args=(job.pk,))
        worker.start()
        with click.progressbar(length=1, label="Works") as bar:
            while worker.is_alive():
                job.refresh_from_db()
                bar.length = max(job.total, 1)
                bar.update(job.done - bar.pos)
                time.sleep(LOOK)
        job.refresh_from_db()
    if job.state != Job.State.DONE:
        raise click.ClickException(job.fault.en or "The job failed; the log says why.")
    click.echo(f"{job.result['files']} files of {job.result['works']} works")


def _work_on(number: int) -> None:
    """Do jobs until that one has ended; a job whose worker was just killed is waited for."""
    from django.db import connection

    from amana.ground.jobs import run_worker
    from amana.ground.models import Job

    while Job.objects.filter(pk=number, state__in=(Job.State.WAITING, Job.State.RUNNING)).exists():
        run_worker(wait=False)
        time.sleep(LOOK)
    connection.close()
