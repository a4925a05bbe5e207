"""Which account of the machine runs the server.

PostgreSQL refuses to run as root. Root therefore lends it the account `postgres` if the machine has
one, else `nobody`; an ordinary user runs it as himself. Nothing is created and no mode of a folder
that is not ours is changed.
"""

import os
import pwd
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from amana.ground.postgres.faults import DatabaseUnavailable


class Identity(TypedDict, total=False):
    """What `subprocess` takes to run a child as another account."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Account:
    """An account of the machine; `lent` when it is not the one we run as."""

    name: str
    uid: int
    gid: int
    lent: bool

    @property
    def identity(self) -> Identity:
        """What `subprocess` must be told to run a child as this account."""
        if not self.lent:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, path: Path) -> None:
        """Give the account a file or folder that we made for it."""
        if self.lent:
            os.chown(path, self.uid, self.gid)

    def can_reach(self, path: Path) -> bool:
        """Whether the account may walk down to `path` (which need not exist yet)."""
        if not self.lent:
            return True
        return all(self._may_pass(folder) for folder in _existing(path.resolve()))

    def _may_pass(self, folder: Path) -> bool:
        facts = folder.stat()
        if facts.st_uid == self.uid:
            return bool(facts.st_mode & stat.S_IXUSR)
        if facts.st_gid == self.gid:
            return bool(facts.st_mode & stat.S_IXGRP)
        return bool(facts.st_mode & stat.S_IXOTH)


def account_for(data: Path) -> Account:
    """The account that runs the server on `data`: its owner, once it exists."""
    me = os.geteuid()
    owner = data.stat().st_uid if data.exists() else None
    if me == 0:
        return _account(owner) if owner else _lent_by_root()
    if owner not in (None, me):
        raise DatabaseUnavailable(
            f"The database in {data} belongs to account {_name(owner)}: "
            f"start Amana as that account or as root."
        )
    return Account(_name(me), me, os.getegid(), lent=False)


def _lent_by_root() -> Account:
    for name in ("postgres", "nobody"):
        try:
            return _account(pwd.getpwnam(name).pw_uid)
        except KeyError:
            continue
    raise DatabaseUnavailable(
        "PostgreSQL refuses to run as root and this machine has neither an account postgres "
        "nor nobody: start Amana as an ordinary user."
    )


def _account(uid: int) -> Account:
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        return Account(str(uid), uid, uid, lent=True)
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid, lent=True)


def _name(uid: int | None) -> str:
    try:
        return pwd.getpwuid(uid or 0).pw_name
    except KeyError:
        return str(uid)


def _existing(path: Path) -> Iterator[Path]:
    return (folder for folder in (path, *path.parents) if folder.is_dir())
