"""The one fault of the embedded server."""


class DatabaseUnavailable(Exception):
    """The database cannot be started. The message is one sentence for the person at the machine."""
