"""The one fault of the embedded server."""


class DatabaseUnavailable(Exception):  # noqa: N818  (a state of affairs, not a slip)
    """The database cannot be started. The message is one sentence for the person at the machine."""
