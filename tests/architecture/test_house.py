"""Promises of the house that no single room can keep."""

import re
import subprocess
from pathlib import Path

import pytest
from django.apps import apps

from amana.ground.dated import Dated

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "amana"
# Addresses of package indexes, written so that this file holds none.
INDEX = re.compile(r"--(?:extra-)?index-url[ =]|\"resolved\": *\"http|files\.python" + r"hosted")


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_no_file_holds_an_address_of_a_package_index() -> None:
    for path in tracked():
        if path.suffix in (".txt", ".toml", ".json", ".md", ".py", ".in", ".lock", ""):
            assert not INDEX.search(path.read_text("utf-8", errors="replace")), path


def test_no_fact_of_the_default_organisation_lives_in_code() -> None:
    for path in SOURCE.rglob("*.py"):
        if {"tests", "migrations"} & set(path.parts):
            continue
        code = re.sub(r'""".*?"""|#.*', "", path.read_text("utf-8"), flags=re.DOTALL)
        assert not re.search(r"\bTaha\b|Jeddah|\bOIC\b|جدة", code), path


@pytest.mark.django_db
def test_every_stored_basis_resolves() -> None:
    from amana.texts.api import unresolved

    addresses = {
        address
        for model in apps.get_models() if issubclass(model, Dated)
        for row in model.objects.known().values_list("basis", flat=True)
        for address in row
    }  # fmt: skip
    assert len(addresses) > 50
    assert unresolved(addresses) == []


@pytest.mark.django_db
def test_every_dated_table_is_kept_by_a_trigger() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE '%_is_kept'"
        )
        kept = {name for (name,) in cursor.fetchall()}
    dated = {m._meta.db_table for m in apps.get_models() if issubclass(m, Dated)}
    assert dated - kept == set()


def test_every_room_says_what_it_is() -> None:
    rooms = [path for path in SOURCE.iterdir() if (path / "__init__.py").exists()]
    without = [
        room.name
        for room in rooms
        if room.name not in ("locale",) and not (room / "README.md").exists()
    ]
    assert without == []


def test_models_and_migrations_agree(db: None) -> None:
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
