"""Where the embedded server keeps its files.

Normally everything lies in `<state folder>/postgres`. When root runs from a folder that only root
may enter (a clone under /root), the account that runs the server could not reach it there: the
files then lie under /var/lib/amana, and `<state folder>/postgres.path` holds their address. The
address is drawn at random once, so deleting the state folder really begins anew, and moving it
takes the data along.
"""

import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from amana.ground.postgres.account import Account, account_for
from amana.ground.postgres.faults import DatabaseUnavailable

SHARED = Path("/var/lib/amana")
SOCKET_NAME = ".s.PGSQL.5432"
# A Unix socket's whole path must fit in 108 bytes with its final zero (104 on macOS).
LONGEST_SOCKET_PATH = 103
# Fixed, not $TMPDIR: two processes with different environments must find the same socket.
TEMPORARY = Path("/tmp")  # noqa: S108  (its folders are 0700 and their owner is checked)


@dataclass(frozen=True)
class Places:
    """One server's folders and files."""

    home: Path

    @property
    def data(self) -> Path:
        """PostgreSQL's data folder."""
        return self.home / "data"

    @property
    def gate(self) -> Path:
        """Locked while the server is being started or stopped."""
        return self.home / "gate"

    @property
    def leases(self) -> Path:
        """Locked, shared, by every process that uses the server."""
        return self.home / "leases"

    @property
    def log(self) -> Path:
        """What the server prints; shortened at a start when it has grown long."""
        return self.home / "log"

    @property
    def socket_folder(self) -> Path:
        """Beside the data, or a short private folder when that path is too long for a socket."""
        usual = self.home / "socket"
        if len(os.fsencode(usual / SOCKET_NAME)) <= LONGEST_SOCKET_PATH:
            return usual
        return TEMPORARY / f"amana-{hashlib.sha256(os.fsencode(self.home)).hexdigest()[:20]}"

    @property
    def socket(self) -> Path:
        """The socket itself."""
        return self.socket_folder / SOCKET_NAME


def places_of(state: Path) -> Places:
    """The places of the server of a state folder, which is made if missing."""
    state.mkdir(parents=True, exist_ok=True)
    state = state.resolve()
    pointer = state / "postgres.path"
    if pointer.exists():
        return Places(Path(pointer.read_text().strip()))
    usual = Places(state / "postgres")
    if account_for(usual.data).can_reach(state):
        return usual
    return Places(_elsewhere(pointer))


def _elsewhere(pointer: Path) -> Path:
    """Choose a folder under /var/lib/amana; the first process to name one is right."""
    draft = pointer.with_name(f"{pointer.name}.{os.getpid()}")
    draft.write_text(f"{SHARED / secrets.token_hex(8)}\n")
    try:
        os.link(draft, pointer)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return Path(pointer.read_text().strip())


def prepare_home(places: Places) -> None:
    """Make the home: ours, so that the account can neither swap the locks nor read the log."""
    places.home.mkdir(parents=True, exist_ok=True)
    if places.home.stat().st_uid == os.geteuid():
        places.home.chmod(0o711 if os.geteuid() == 0 else 0o700)


def prepare_socket_folder(places: Places, account: Account) -> None:
    """Make the socket's folder, 0700; a folder of somebody else is never used."""
    folder = places.socket_folder
    try:
        folder.mkdir(mode=0o700)
        account.own(folder)
    except FileExistsError:
        facts = folder.lstat()
        if folder.is_symlink() or facts.st_uid not in (account.uid, os.geteuid()):
            raise DatabaseUnavailable(
                f"The folder {folder} belongs to another account: remove it and start again."
            ) from None
        account.own(folder)
        folder.chmod(0o700)
