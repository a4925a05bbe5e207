"""`amana user add`: people who sign in, and the office by which they act."""

import sys

import click

from amana.cli.database import database
from amana.kernel.words import LANGS

__all__ = ["user"]


@click.group()
def user() -> None:
    """People who sign in."""


@user.command()
@click.argument("email")
@click.option("--name", required=True, help="The name as the person writes it.")
@click.option("--language", type=click.Choice(LANGS), default="ar", show_default=True)
@click.option("--administrator", is_flag=True, help="May set up accounts and offices.")
@click.option("--office", default="", help="An office to appoint the person to, as: registrar.")
@click.option("--since", default="", help="The first day in that office; today otherwise.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@click.option("--address", default="http://localhost:8000", show_default=True,
              help="Where this installation is reached: the link begins so.")  # fmt: skip
def add(
    email: str,
    name: str,
    language: str,
    administrator: bool,
    office: str,
    since: str,
    password_stdin: bool,
    address: str,
) -> None:
    """Make an account for EMAIL; without a password, print a one-time invitation link."""
    password = sys.stdin.readline().rstrip("\n") if password_stdin else None
    with database():
        from django.db import transaction

        from amana.accounts import api as accounts
        from amana.ground.packs.loading import loader

        by = loader()
        with transaction.atomic():
            made = accounts.create(
                email, name, password=password, administrator=administrator,
                language=language, by=by,
            )  # fmt: skip
            if office:
                _appoint(email, name, office, since)
        link = None if password else accounts.invitation_link(made, address)
    click.echo(f"{email}: account made" + (f", {office}" if office else ""))
    if link:
        click.echo(f"To choose a password, once, within three days: {link}")


def _appoint(email: str, name: str, office: str, since: str) -> None:
    """Record the person, give them the office and link the account."""
    from amana.ground import clock
    from amana.ground.facts import Provenance
    from amana.ground.packs.loading import loader
    from amana.kernel.words import Words
    from amana.organisation import acts

    by = loader()
    origin = Provenance(sources=("amana user add",))
    key = "user-" + "".join(c if c.isalnum() else "-" for c in email.lower() if c.isascii())
    acts.record_person(
        key=key[:120], names=Words(**dict.fromkeys(LANGS, name)), origin=origin, by=by
    )
    acts.appoint(
        office=office, person=key[:120], since=since or clock.today().isoformat(),
        origin=origin, by=by,
    )  # fmt: skip
    acts.link_account(person=key[:120], user_email=email, by=by)
