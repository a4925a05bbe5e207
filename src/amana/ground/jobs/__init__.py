"""Long work outside of a page: asked for in a transaction, done by a worker, seen while it runs.

A room registers a kind of work; whoever asks gets a Job to look at. Work that was killed is taken
up again when a worker next starts, so it must pass over what is done already.
"""

from amana.ground.jobs.asking import Progress, Work, ask, perform, register
from amana.ground.jobs.worker import run_worker

__all__ = ["Progress", "Work", "ask", "perform", "register", "run_worker"]
