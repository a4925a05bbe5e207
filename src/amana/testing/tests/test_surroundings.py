"""What every test may rely on: its own server, and no way out of this machine."""

import os
import socket
from pathlib import Path

import pytest

from amana.testing.network import NetworkClosed, is_this_machine


def test_another_machine_cannot_be_reached() -> None:
    with socket.socket() as outward, pytest.raises(NetworkClosed, match=r"192\.0\.2\.1"):
        outward.connect(("192.0.2.1", 80))


def test_the_name_of_another_machine_cannot_be_looked_up() -> None:
    with pytest.raises(NetworkClosed, match=r"example\.org"):
        socket.getaddrinfo("example.org", 80)


def test_nothing_can_be_sent_to_another_machine_without_a_connection() -> None:
    with (
        socket.socket(type=socket.SOCK_DGRAM) as outward,
        pytest.raises(NetworkClosed, match=r"192\.0\.2\.1"),
    ):
        outward.sendto(b"?", ("192.0.2.1", 53))


def test_this_machine_can_be_reached_by_network_and_by_unix_socket(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()
    path = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(path)
        server.listen()
        client.connect(path)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.9.1", "::1", b"localhost", None])
def test_these_hosts_are_this_machine(host: object) -> None:
    assert is_this_machine(host)


@pytest.mark.parametrize("host", ["10.0.0.1", "169.254.169.254", "2001:db8::1", "localhost.org"])
def test_these_hosts_are_not(host: object) -> None:
    assert not is_this_machine(host)


def test_state_goes_to_a_folder_of_this_run_and_never_to_the_projects() -> None:
    assert Path(os.environ["AMANA_STATE"]).name.startswith("amana-test-")
