"""Saying that something changed: heard by the hub of every process, after the commit."""

from django.db import connection

__all__ = ["CHANNEL", "announce"]

CHANNEL = "amana_live"


def announce(topic: str) -> None:
    """Let all screens of a topic show its new state as soon as the transaction has committed.

    PostgreSQL delivers at commit, and nothing when the transaction is undone; called several times
    in one transaction it counts once. A topic has at most 7,000 bytes.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, topic])
