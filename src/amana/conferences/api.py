"""The door of conferences: sessions and what they adopted."""

from amana.conferences.adopted import adopted_by, resolutions, session_of
from amana.conferences.agendas import DocumentRow, ItemRow, agenda_of, item
from amana.conferences.lookups import SessionRow, SessionView, session, sessions
from amana.conferences.participants import (
    DelegateRow,
    DelegationRow,
    credentials_of,
    delegate_of,
    delegates_of,
    delegations_of,
)

__all__ = [
    "DelegateRow", "DelegationRow", "DocumentRow", "ItemRow", "SessionRow", "SessionView",
    "adopted_by", "agenda_of", "credentials_of", "delegate_of", "delegates_of",
    "delegations_of", "item", "resolutions", "session", "session_of", "sessions",
]  # fmt: skip
