"""Scripts of others are the very files that were looked at."""

import hashlib
import re
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parents[1] / "static"
VENDOR = STATIC / "vendor"
LISTED = dict(
    re.findall(r"^\| ([^ ]+) \|.*`([0-9a-f]{64})` \|$", (VENDOR / "VENDORED.md").read_text(), re.M)
)
SHELL = ("web/tokens.css", "web/base.css", "web/components.css", "web/icons.svg", "web/icon.svg",
         "web/js/keys.js", "web/js/sort.js", "web/js/suggest.js")  # fmt: skip
FONTS = {
    "ar": ("arabic-400", "arabic-600", "latin-400", "latin-600"),
    "en": ("latin-400", "latin-600", "serif-600", "arabic-400"),
}


def test_every_vendored_file_is_listed_and_is_what_is_listed():
    files = {
        str(path.relative_to(VENDOR)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.suffix in {".js", ".woff2"}
    }
    assert files == LISTED


def test_every_licence_that_is_named_is_there():
    named = re.findall(r"[\w./-]+LICENSE\.txt", (VENDOR / "VENDORED.md").read_text())
    assert named
    assert [name for name in named if not (VENDOR / name).is_file()] == []


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_first_page_of_fifteen_kilobytes_weighs_less_than_150_uncompressed(lang):
    parts = [STATIC / name for name in SHELL]
    parts += [VENDOR / "fonts" / f"{name}.woff2" for name in FONTS[lang]]
    assert sum(path.stat().st_size for path in parts) + 15_000 < 150_000


def test_the_style_sheets_know_no_left_and_no_right():
    for sheet in (STATIC / "web").glob("*.css"):
        physical = re.findall(
            r"(?:margin|padding|border|inset)-(?:left|right)|[{; ](?:left|right)\s*:",
            sheet.read_text(),
        )
        assert physical == [], sheet.name


def test_every_icon_that_a_template_asks_for_is_in_the_sprite():
    sprite = (STATIC / "web" / "icons.svg").read_text()
    templates = STATIC.parents[0] / "templates"
    asked = {
        name
        for page in templates.rglob("*.html")
        for name in re.findall(r'icon\("([\w-]+)"', page.read_text())
    }
    assert asked
    assert [name for name in asked if f'id="{name}"' not in sprite] == []
