"""The rows of the members' table, ready to print.

The table has 57 rows, and the page is the one most often asked for: what a row says is worked out
here, since a template pays for each name that it looks up and each function that it calls.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from amana.kernel.words import Words
from amana.organisation.lookups.roll import Entry
from amana.web.formats import mark
from amana.web.markup import words_in

__all__ = ["Line", "lines_of", "marked", "said"]


class Line(NamedTuple):
    """A member as the table shows it; what is not to be shown is empty."""

    href: str
    name: Markup
    official: Markup
    code: str
    group: Markup
    since_mark: str
    since: Markup
    suspended: Markup
    vote: Markup  # since when its vote is suspended
    exempt: bool
    founding: bool
    certain: bool


def lines_of(entries: Iterable[Entry], lang: str, *, base: str, query: str) -> list[Line]:
    """A line for each entry, linked to its page: that of `mali` is `{base}mali/{query}`."""
    return [
        Line(
            f"{base}{entry.key}/{query}",
            said(entry.names, lang),
            said(entry.official, lang),
            entry.code,
            said(entry.group.names, lang) if entry.group else NOTHING,
            entry.since_mark,
            marked(entry.since_mark, lang),
            marked(entry.suspension.since_mark, lang) if entry.suspension else NOTHING,
            marked(entry.vote.since_mark, lang) if entry.vote else NOTHING,
            entry.exemption is not None,
            entry.founding,
            entry.certain,
        )
        for entry in entries
    ]


NOTHING = Markup("")


@lru_cache(maxsize=8192)
def said(words: Words, lang: str) -> Markup:
    """A name in the language of the page, kept for the next page of that language."""
    return words_in(words, lang)


@lru_cache(maxsize=8192)
def marked(text: str, lang: str) -> Markup:
    """A mark in words, kept in the same way; nothing gives nothing."""
    return mark(text)
