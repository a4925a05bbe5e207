"""The door of conferences: sessions and what they adopted."""

from amana.conferences.adopted import adopted_by, resolutions, session_of
from amana.conferences.lookups import SessionRow, SessionView, session, sessions

__all__ = [
    "SessionRow", "SessionView", "adopted_by", "resolutions", "session", "session_of", "sessions",
]  # fmt: skip
