"""Gather the icons we use into one sprite: `python -m amana.web.build.make_icons DIR`.

DIR is a folder where `npm install --ignore-scripts lucide-static` has run.
"""

import re
import sys
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "static" / "web" / "icons.svg"
ICONS = (
    "calendar-days", "chevron-left", "chevron-right", "circle-alert", "circle-check", "download",
    "external-link", "file-text", "history", "info", "menu", "search", "triangle-alert", "x",
)  # fmt: skip


def main(folder: Path) -> None:
    """Write the sprite; each icon is a symbol of its own name."""
    drawn = "".join(_symbol(folder, name) for name in ICONS)
    OUT.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{drawn}</svg>\n', encoding="utf-8")


def _symbol(folder: Path, name: str) -> str:
    path = folder / "node_modules" / "lucide-static" / "icons" / f"{name}.svg"
    drawing = re.search(r"<svg[^>]*>(.*)</svg>", path.read_text(encoding="utf-8"), re.DOTALL)
    if drawing is None:
        raise ValueError(f"{path.name} holds no drawing.")
    body = re.sub(r"\s*\n\s*", "", drawing[1])
    return f'<symbol id="{name}" viewBox="0 0 24 24">{body}</symbol>\n'


if __name__ == "__main__":
    main(Path(sys.argv[1]))
