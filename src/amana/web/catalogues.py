"""The catalogues of the interface: `.po` is kept, `.mo` is made from it when due."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

__all__ = ["LOCALE", "compile_due"]

LOCALE = Path(__file__).resolve().parents[1] / "locale"


def compile_due() -> list[Path]:
    """Compile each catalogue that is newer than its compiled form; what was compiled."""
    done = []
    for source in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        draft = target.with_suffix(".part")
        with source.open("rb") as read, draft.open("wb") as written:
            write_mo(written, read_po(read, locale=source.parts[-3]))
        draft.replace(target)
        done.append(target)
    return done
