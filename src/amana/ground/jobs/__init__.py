"""Long work outside of a page: asked for in a transaction, done by a worker, seen while it runs.

A room registers a kind of work; whoever asks gets a Job to look at. Work that was killed is taken
up again by the next worker, so it must pass over what is done already.
"""

from amana.ground.jobs.asking import Progress, Work, ask, go_on, perform, register
from amana.ground.jobs.seeing import Seen, seen
from amana.ground.jobs.worker import run_worker

__all__ = [
    "Progress", "Seen", "Work", "ask", "go_on", "perform", "register", "run_worker", "seen",
]  # fmt: skip
