"""How much of what was sent has not arrived: the server's own queue has no end and does not say.

Granian takes whatever is given to it and keeps it until the reader has taken it. So the hub looks
at the socket itself (Linux): what the other side has not acknowledged is still to be sent.
"""

import array
import fcntl
import os
import socket
import termios
from collections.abc import Collection
from pathlib import Path

__all__ = ["sockets_of", "unsent"]

_OURS = Path("/proc/self/fd")


def sockets_of(peers: Collection[str], known: Collection[int]) -> dict[str, int]:
    """The descriptor of each connection of this process by its other side, `host:port`.

    Those in `known` are passed over. What is not found (another system, HTTP/2) is left out.
    """
    found = {}
    for number in _descriptors():
        if number not in known and (peer := _peer_of(number)) in peers:
            found[peer] = number
    return found


def _descriptors() -> list[int]:
    try:
        return [int(name) for name in os.listdir(_OURS)]  # noqa: PTH208  (10,000 of them)
    except OSError:
        return []


def _peer_of(number: int) -> str:
    try:
        connection = socket.socket(fileno=number)
    except OSError:
        return ""
    try:
        name = connection.getpeername()
        host = f"[{name[0]}]" if connection.family == socket.AF_INET6 else name[0]
        return f"{host}:{name[1]}"
    except (OSError, IndexError, TypeError):
        return ""
    finally:
        connection.detach()


def unsent(number: int) -> int:
    """Bytes of a connection that its other side has not acknowledged; 0 when it is gone."""
    count = array.array("i", [0])
    try:
        fcntl.ioctl(number, termios.TIOCOUTQ, count)
    except OSError:
        return 0
    return count[0]
