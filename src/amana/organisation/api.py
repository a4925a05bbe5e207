"""The door of organisation: who, on any day."""

from amana.organisation import lookups
from amana.organisation.lookups import *  # noqa: F403 - the door opens on all of them

__all__: list[str] = []
__all__ += lookups.__all__
