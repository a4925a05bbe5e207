"""Subset the vendored fonts from their npm packages: `python -m amana.web.build.make_fonts DIR`.

DIR is a folder where `npm install --ignore-scripts` has put the four packages of `PACKAGES`.
Needs fonttools and brotli. The fonts are under the SIL Open Font License; two of them reserve
their names, so the subsets, being modified versions, carry the family names of this house.
"""

import shutil
import sys
from pathlib import Path

from fontTools import subset  # type: ignore[import-not-found]

OUT = Path(__file__).resolve().parents[1] / "static" / "vendor" / "fonts"
OUT_PRINT = Path(__file__).resolve().parents[2] / "texts" / "renditions" / "fonts"
PACKAGES = ("ibm-plex-sans", "ibm-plex-sans-arabic", "source-serif-4", "amiri")

LATIN = (
    "U+20-7E,U+A0-FF,U+131,U+152,U+153,U+2BC,U+2BE,U+2BF,U+2010-2015,U+2018-201E,"
    "U+2020-2022,U+2026,U+202F,U+2032,U+2033,U+2039,U+203A,U+20AC,U+2190-2193,U+2212"
)
ARABIC = (
    "U+60C,U+61B,U+61F,U+621-63A,U+640-652,U+660-66C,U+670,U+671,U+67E,U+686,U+698,U+6A9,"
    "U+6AF,U+6BE,U+6C1,U+6CC,U+6D2,U+6F0-6F9,U+200C-200F,U+FDF2,U+FDFA"
)
LATIN_FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum"]
ARABIC_FEATURES = [
    "init", "medi", "fina", "isol", "rlig", "liga", "calt", "ccmp", "mark", "mkmk", "kern",
    "curs", "locl",
]  # fmt: skip

# file written, package, subset file of the package, weight, family name, letters, features
FONTS = (
    ("latin-400", "ibm-plex-sans", "latin", 400, "Amana Sans", LATIN, LATIN_FEATURES),
    ("latin-600", "ibm-plex-sans", "latin", 600, "Amana Sans", LATIN, LATIN_FEATURES),
    ("latin-ext-400", "ibm-plex-sans", "latin-ext", 400, "Amana Sans", "*", LATIN_FEATURES),
    ("arabic-400", "ibm-plex-sans-arabic", "arabic", 400, "Amana Sans", ARABIC, ARABIC_FEATURES),
    ("arabic-600", "ibm-plex-sans-arabic", "arabic", 600, "Amana Sans", ARABIC, ARABIC_FEATURES),
    ("serif-400", "source-serif-4", "latin", 400, "Amana Text", LATIN, LATIN_FEATURES),
    ("serif-600", "source-serif-4", "latin", 600, "Amana Text", LATIN, LATIN_FEATURES),
    ("naskh-400", "amiri", "arabic", 400, "Amana Text", ARABIC, ARABIC_FEATURES),
    ("naskh-700", "amiri", "arabic", 700, "Amana Text", ARABIC, ARABIC_FEATURES),
)  # fmt: skip


# The same hands in print: TrueType, with every letter of the package's subset.
PRINT = (
    ("latin-400", "source-serif-4", "latin", "400-normal", "Amana Print Latin", LATIN_FEATURES),
    ("latin-400i", "source-serif-4", "latin", "400-italic", "Amana Print Latin", LATIN_FEATURES),
    ("latin-600", "source-serif-4", "latin", "600-normal", "Amana Print Latin", LATIN_FEATURES),
    ("latin-ext-400", "source-serif-4", "latin-ext", "400-normal", "Amana Print Latin Extended",
     LATIN_FEATURES),
    ("arabic-400", "amiri", "arabic", "400-normal", "Amana Print Arabic", ARABIC_FEATURES),
    ("arabic-700", "amiri", "arabic", "700-normal", "Amana Print Arabic", ARABIC_FEATURES),
)  # fmt: skip


def main(folder: Path) -> None:
    """Write every subset and its licence to the vendored fonts."""
    OUT.mkdir(parents=True, exist_ok=True)
    for package in PACKAGES:
        licence = folder / "node_modules" / "@fontsource" / package / "LICENSE"
        shutil.copyfile(licence, OUT / f"{package}.LICENSE.txt")
        if any(package == each[1] for each in PRINT):
            shutil.copyfile(licence, OUT_PRINT / f"{package}.LICENSE.txt")
    for name, package, part, weight, family, letters, features in FONTS:
        source = _file(folder, package, f"{part}-{weight}-normal")
        _subset(source, OUT / f"{name}.woff2", family, letters, features)
    for name, package, part, style, family, features in PRINT:
        source = _file(folder, package, f"{part}-{style}")
        _subset(source, OUT_PRINT / f"{name}.ttf", family, "*", features, None)


def _file(folder: Path, package: str, part: str) -> Path:
    files = folder / "node_modules" / "@fontsource" / package / "files"
    return files / f"{package}-{part}.woff2"


def _subset(
    source: Path,
    target: Path,
    family: str,
    letters: str,
    features: list[str],
    flavor: str | None = "woff2",
) -> None:
    options = subset.Options(
        flavor=flavor, hinting=False, layout_features=features, name_IDs=["*"], notdef_outline=True
    )
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    wanted = list(font.getBestCmap()) if letters == "*" else subset.parse_unicodes(letters)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID in {1, 3, 4, 16}:
            record.string = family
        elif record.nameID == 6:
            record.string = family.replace(" ", "")
    subset.save_font(font, str(target), options)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
