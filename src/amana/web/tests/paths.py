"""Where the templates of this room stand."""

from pathlib import Path

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"
