"""Tests reach nothing beyond this machine.

An audit hook sees every Python socket before it connects, so no library can go round it; it stays
for the life of the process, because Python gives no way to take one back.
"""

import ipaddress
import sys
from typing import Any

OWN_NAMES = frozenset({"", "localhost", "ip6-localhost"})


class NetworkClosed(Exception):
    """A test tried to reach another machine."""


def close_network() -> None:
    """Refuse every connection and every look-up of a name that leaves this machine."""
    sys.addaudithook(_refuse_other_machines)


def is_this_machine(host: object) -> bool:
    """Whether a host of a socket's address is this machine.

    >>> is_this_machine("127.0.0.1"), is_this_machine("::1"), is_this_machine("oic-oci.org")
    (True, True, False)
    """
    name = host.decode(errors="replace") if isinstance(host, bytes) else host
    if name is None or name in OWN_NAMES:
        return True
    try:
        address = ipaddress.ip_address(str(name).partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _refuse_other_machines(event: str, details: tuple[Any, ...]) -> None:
    if event == "socket.getaddrinfo":
        host = details[0]
    elif event in ("socket.connect", "socket.sendto"):
        address = details[1]
        # A Unix socket's address is its path; an internet address begins with the host.
        if not isinstance(address, tuple) or not isinstance(address[0], str):
            return
        host = address[0]
    else:
        return
    if not is_this_machine(host):
        raise NetworkClosed(f"A test tried to reach {host!r}: tests stay on this machine.")
