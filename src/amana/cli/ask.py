"""`amana at DAY`, `amana rule NAME`, `amana date TEXT`: the questions of the house."""

import datetime
import json
from typing import Any, cast

import click

from amana.cli.database import database
from amana.cli.main import LANG, spoken
from amana.kernel.dual_dates import describe, format_dual, parse
from amana.kernel.refusals import Refusal

__all__ = ["at", "date", "rule"]

JSON = click.option("--json", "as_json", is_flag=True, help="The answer as JSON.")


def the_day(text: str) -> datetime.date:
    """One day in either calendar; a range or a month is refused by its sentence."""
    found = parse(text)
    if found.start != found.end:
        raise Refusal("date.one-day", text=text[:60])
    return found.start


@click.command()
@click.argument("day")
@LANG
@JSON
def at(day: str, lang: str | None, as_json: bool) -> None:
    """The whole organisation on DAY: members, bodies, offices, seats."""
    on = the_day(day)
    with database():
        from amana.organisation.summary import summary

        answer = summary(on=on, lang=lang or spoken())
    click.echo(_json(answer) if as_json else _told(answer, lang or spoken()))


@click.command()
@click.argument("name")
@click.option("--on", "day", help="The day asked; today otherwise.")
@LANG
@JSON
def rule(name: str, day: str | None, lang: str | None, as_json: bool) -> None:
    """The value of the rule NAME in force on a day, with its basis and sources."""
    asked = the_day(day) if day else None
    with database():
        from amana.ground import clock
        from amana.organisation.summary import rule_on

        answer = rule_on(name, on=asked or clock.today(), lang=lang or spoken())
    if as_json:
        click.echo(_json(answer))
        return
    value = " ".join(part for part in (answer["value"], answer["unit"]) if part)
    click.echo(f"{answer['title']}: {answer['shown'] or value}")
    click.echo(f"  {answer['since'] or '…'} – {answer['until'] or '…'}  ({answer['basis']})")
    for source in answer["sources"]:
        click.echo(f"  {source}")


@click.command()
@click.argument("text", nargs=-1, required=True)
@LANG
@JSON
def date(text: tuple[str, ...], lang: str | None, as_json: bool) -> None:
    """A day or a range in both calendars; what is printed beside what is computed."""
    answer = describe(" ".join(text), lang or spoken())
    if as_json:
        click.echo(_json(answer))
        return
    click.echo(answer[lang or spoken()])
    click.echo(f"  {answer['gregorian']}  =  {answer['hijri']} AH")
    for warning in cast("list[str]", answer["warnings"]):
        click.echo(f"  ! {warning}", err=True)


def _json(answer: Any) -> str:
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _told(answer: dict[str, Any], lang: str) -> str:
    on = datetime.date.fromisoformat(answer["on"])
    lines = [f"{answer['organisation']} · {format_dual(on, None, lang)}", ""]
    lines.append(f"{len(answer['members'])} {' '.join(answer['members'])}")
    lines.append(f"⏸ {' '.join(answer['suspended']) or '—'}")
    lines.append("")
    lines += [
        f"{'  ' * row['depth']}{row['name']}" + (f"  [{row['basis']}]" if row["basis"] else "")
        for row in answer["bodies"]
    ]
    lines.append("")
    lines += [
        f"{row['title']} ({row['body_name']}): {row['holder_name'] or '—'}"
        + (f"  {row['since'] or '…'} – {row['until'] or '…'}" if row["holder"] else "")
        for row in answer["offices"]
    ]
    lines.append("")
    lines += [
        f"{row['body_name']}: {row['place']}" + (" *" if row["provisional"] else "")
        for row in answer["seats"]
    ]
    return "\n".join(lines)
