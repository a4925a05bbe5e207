"""Whether the session and the year of a symbol agree, by the sessions that the pack lists."""

from collections.abc import Iterator

from amana.texts.symbols.grammar import Body
from amana.texts.symbols.sources import pack_folder, session_years
from amana.texts.symbols.symbol import Remark, Symbol

__all__ = ["remark_on_year"]


def remark_on_year(symbol: Symbol, body: Body | None) -> Iterator[Remark]:
    """A remark where that session met in another year; it names the session of the year.

    A cover that prints session 32 and the year 2009 has one of them wrong: the 32nd met in 2005.
    """
    if body is None or not body.sessions or not (symbol.session.isdigit() and symbol.year):
        return
    years = session_years(pack_folder(), body.sessions)
    met = years.get(int(symbol.session))
    if not met or int(symbol.year) in met:
        return
    others = [number for number, when in years.items() if int(symbol.year) in when]
    yield Remark(
        "symbol.year-of-session",
        {
            "session": symbol.session, "year": symbol.year,
            "met": "/".join(map(str, sorted(met))),
            "other": ", ".join(map(str, sorted(others))) or "—",
        },
    )  # fmt: skip
