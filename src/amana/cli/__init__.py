"""`amana …`: the command line. It calls doors only; bad input is exit 2 and one clear sentence."""

from amana.cli.main import main

__all__ = ["main"]
