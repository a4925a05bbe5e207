"""Papers of a session that are no text: badges, plans. By Typst, with the house's own fonts.

What they say goes in as data, never as markup; the same data gives the same bytes.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from amana.texts import renditions

__all__ = ["Unprintable", "printed"]

HERE = Path(__file__).parent / "typst"
FONTS = Path(renditions.__file__).parent / "fonts"
_LOCK = Lock()  # one compiler, one hand


class Unprintable(Exception):
    """The data holds a picture that cannot be read."""


@cache
def _compiler(name: str) -> Any:
    import typst  # slow to load

    return typst.Compiler(
        HERE / name, root=HERE, font_paths=[FONTS], ignore_system_fonts=True
    )  # fmt: skip


def printed(name: str, data: Mapping[str, Any], day: date) -> bytes:
    """The PDF (PDF/A-2a, PDF/UA-1) of a sheet, `badges.typ` or `seating.typ`, with its data.

    Raises `Unprintable` where a picture in it is broken.
    """
    import typst

    told = json.dumps({**data, "date": [day.year, day.month, day.day]}, ensure_ascii=False)
    try:
        with _LOCK:
            made: bytes = _compiler(name).compile(
                format="pdf", sys_inputs={"data": told}, pdf_standards=["a-2a", "ua-1"],
                timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
            )  # fmt: skip
    except typst.TypstError as fault:
        raise Unprintable(str(fault)) from fault
    return made
