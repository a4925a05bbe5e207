"""The door of organisation: who, on any day."""

from amana.organisation.lookups import *  # noqa: F403
from amana.organisation.lookups import __all__ as _lookups

__all__ = list(_lookups)
