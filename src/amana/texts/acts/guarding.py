"""What an act refuses before it writes: a day that no page can print, a text shut from its hand."""

from collections.abc import Collection

from amana.kernel.authority import Authority
from amana.kernel.dates.calendars import FIRST_DAY, LAST_DAY
from amana.kernel.marks import Mark
from amana.kernel.refusals import Refusal
from amana.texts.rules.eyes import may_read

__all__ = ["check_day", "check_length", "check_readers"]


def check_day(text: str) -> None:
    """A day, month or year (a mark) within the Umm al-Qura tables, or nothing.

    Pages print days in both calendars. Refused by `mark.unreadable`, `date.no-such-day` or
    `date.out-of-range`.
    """
    if not text:
        return
    mark = Mark.parse(text)
    if not FIRST_DAY <= mark.earliest <= LAST_DAY:
        raise Refusal("date.out-of-range", text=text[:40])


def check_length(text: str, limit: int) -> None:
    """A name or an address that its table can hold; refused by `text.name-too-long`."""
    if len(text) > limit or "\0" in text:
        raise Refusal("text.name-too-long", limit=limit, length=len(text))


def check_readers(
    distribution: str,
    sensitivity: str,
    readers: Collection[str],
    *,
    by: Authority,
    keeps: bool = False,
) -> None:
    """Nobody shuts a text away from themselves; refused by `release.not-yourself`.

    `keeps` where the text is a draft of the reader's own body, which only secrecy hides from it.
    """
    own = keeps and sensitivity != "secret"
    if not (own or may_read(distribution, sensitivity, readers, by)):
        raise Refusal("release.not-yourself")
