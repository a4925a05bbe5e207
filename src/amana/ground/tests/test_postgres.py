"""The embedded server for real: started, shared, killed and started again."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from amana.ground.postgres import DatabaseUnavailable, acquire, discard_if_idle
from amana.ground.postgres.account import account_for
from amana.ground.postgres.binaries import Binaries, find_binaries
from amana.ground.postgres.places import LONGEST_SOCKET_PATH, SHARED, SOCKET_NAME, places_of
from amana.ground.postgres.server import is_answering

DEBIAN_15 = Path("/usr/lib/postgresql/15/bin")
HOLDER = """
import sys
from pathlib import Path
from amana.ground.postgres import acquire
lease = acquire(Path(sys.argv[1]))
print(lease.dsn, flush=True)
sys.stdin.readline()
lease.release()
"""
FORKING_HOLDER = """
import os
from pathlib import Path
from amana.ground.postgres import acquire
from amana.ground.postgres.server import is_answering
with acquire(Path({state!r})) as lease:
    child = os.fork()
    if not child:
        lease.release()
        os._exit(0)
    print("child", os.waitpid(child, 0)[1])
    print("answering", is_answering(lease.places))
"""


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A state folder with a server that no test leaves running."""
    folder = tmp_path_factory.mktemp("state")
    yield folder
    discard_if_idle(folder)


@contextlib.contextmanager
def throw_away_folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="amana-launcher-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        discard_if_idle(folder)
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def holder(state: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process with a lease; it leaves properly unless it was killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(state)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    with process:
        yield process


def environment() -> dict[str, str]:
    """Let another process find the same packages as this one."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def leave(process: subprocess.Popen[str]) -> None:
    process.communicate("\n")
    assert process.returncode == 0


def kill(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def postmaster(state: Path) -> int:
    return int((places_of(state).data / "postmaster.pid").read_text().split("\n")[0])


def write_a_row(dsn: str) -> int:
    """Commit one row; answer how many have survived."""
    with psycopg.connect(dsn) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS survivor (at timestamptz DEFAULT now())")
        connection.execute("INSERT INTO survivor DEFAULT VALUES")
        row = connection.execute("SELECT count(*) FROM survivor").fetchone()
    assert row is not None
    return int(row[0])


def test_what_was_written_is_there_after_a_restart(state: Path) -> None:
    with acquire(state) as lease:
        before = write_a_row(lease.dsn)
    assert not is_answering(places_of(state))
    with acquire(state) as lease:
        assert write_a_row(lease.dsn) == before + 1


def test_the_url_and_the_dsn_lead_to_the_same_database_as_the_same_role(state: Path) -> None:
    with acquire(state) as lease:
        for address in (lease.url, lease.dsn):
            with psycopg.connect(address) as connection:
                row = connection.execute("SELECT current_database(), current_user").fetchone()
            assert row == ("amana", "amana")


def test_the_application_is_not_a_superuser_but_may_add_what_it_needs(state: Path) -> None:
    with acquire(state) as lease, psycopg.connect(lease.dsn) as connection:
        row = connection.execute("SELECT usesuper FROM pg_user WHERE usename = 'amana'").fetchone()
        assert row == (False,)
        for extension in ("btree_gist", "pg_trgm", "unaccent"):
            connection.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")


def test_text_is_sorted_by_code_point_and_arabic_counts_as_letters(state: Path) -> None:
    with acquire(state) as lease, psycopg.connect(lease.dsn) as connection:
        rows = connection.execute("SELECT w FROM (VALUES ('é'), ('Z'), ('a')) v(w) ORDER BY w")
        assert [row[0] for row in rows] == ["Z", "a", "é"]
        connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        row = connection.execute("SELECT similarity('الأمانة', 'الأمانه')").fetchone()
        assert row is not None
        assert row[0] > 0.4


def test_no_network_port_is_open(state: Path) -> None:
    with acquire(state) as lease, psycopg.connect(lease.dsn) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_only_the_account_of_the_server_may_enter_the_sockets_folder(state: Path) -> None:
    with acquire(state):
        places = places_of(state)
        facts = places.socket_folder.stat()
        assert facts.st_mode & 0o777 == 0o700
        assert facts.st_uid == places.data.stat().st_uid


def test_the_last_of_two_to_leave_stops_the_server(state: Path) -> None:
    with holder(state) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with acquire(state):
            pass
        assert is_answering(places_of(state))
        leave(other)
    assert not is_answering(places_of(state))


def test_four_at_once_start_one_server(state: Path) -> None:
    with contextlib.ExitStack() as stack:
        others = [stack.enter_context(holder(state)) for _ in range(4)]
        addresses = {other.stdout.readline() for other in others if other.stdout}
        assert len(addresses) == 1
        assert "host=" in addresses.pop()
        for other in others:
            leave(other)
    assert not is_answering(places_of(state))


def test_a_killed_user_of_the_server_is_not_counted_any_more(state: Path) -> None:
    with holder(state) as other:
        assert other.stdout is not None
        before = write_a_row(other.stdout.readline())
        kill(other)
    with acquire(state) as lease:
        assert write_a_row(lease.dsn) == before + 1
    assert not is_answering(places_of(state))


def test_a_user_killed_while_the_first_data_is_made_leaves_no_half_of_it() -> None:
    with throw_away_folder() as folder, holder(folder) as other:
        while not list(places_of(folder).home.glob("data.new-*")):
            assert other.poll() is None
        kill(other)
        with acquire(folder) as lease:
            assert write_a_row(lease.dsn) == 1


def test_a_killed_server_is_started_again_though_its_remains_were_busy(state: Path) -> None:
    with acquire(state) as lease:
        before = write_a_row(lease.dsn)
        busy = psycopg.connect(lease.dsn, autocommit=True)
        busy.pgconn.send_query(b"SELECT pg_sleep(1)")
        os.kill(postmaster(state), signal.SIGKILL)
        assert lease.revive()
        assert write_a_row(lease.dsn) == before + 1
        busy.close()


def test_a_server_that_answers_is_left_alone(state: Path) -> None:
    with acquire(state) as lease:
        number = postmaster(state)
        assert not lease.revive()
        assert postmaster(state) == number


def test_server_and_user_both_killed_leave_nothing_to_repair(state: Path) -> None:
    with holder(state) as other:
        assert other.stdout is not None
        before = write_a_row(other.stdout.readline())
        os.kill(postmaster(state), signal.SIGKILL)
        kill(other)
    with acquire(state) as lease:
        assert write_a_row(lease.dsn) == before + 1


def test_a_number_left_by_a_crash_that_now_names_another_process_is_ignored(state: Path) -> None:
    with acquire(state):
        places = places_of(state)
        left = (places.data / "postmaster.pid").read_text().split("\n")
    account = account_for(places.data)
    with subprocess.Popen(["sleep", "60"], **account.identity) as stranger:
        left[0] = str(stranger.pid)
        (places.data / "postmaster.pid").write_text("\n".join(left))
        with acquire(state) as lease:
            assert write_a_row(lease.dsn)
        assert stranger.poll() is None
        stranger.kill()


def test_a_forked_child_of_a_user_does_not_stop_the_server_by_leaving(state: Path) -> None:
    script = FORKING_HOLDER.format(state=str(state))
    answer = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.split() == ["child", "0", "answering", "True"]
    assert not is_answering(places_of(state))


def test_a_path_too_long_for_a_socket_gets_a_short_private_one() -> None:
    with throw_away_folder() as folder:
        deep = folder / ("a" * 60) / ("b" * 60)
        with acquire(deep) as lease:
            places = places_of(deep)
            assert len(os.fsencode(places.home / "socket" / SOCKET_NAME)) > LONGEST_SOCKET_PATH
            assert places.socket_folder.parent == Path("/tmp")
            assert places.socket_folder.stat().st_mode & 0o777 == 0o700
            assert write_a_row(lease.dsn) == 1
        discard_if_idle(deep)
        assert not places.socket_folder.exists()


def test_a_socket_folder_of_somebody_else_is_not_used() -> None:
    if os.geteuid():
        pytest.skip("only root can make a folder of somebody else")
    with throw_away_folder() as folder:
        deep = folder / ("a" * 60) / ("b" * 60)
        theirs = places_of(deep).socket_folder
        theirs.mkdir()
        os.chown(theirs, 12345, 12345)
        with pytest.raises(DatabaseUnavailable, match="belongs to another account"):
            acquire(deep)
        theirs.rmdir()


def test_data_of_another_version_is_refused_in_one_sentence() -> None:
    with throw_away_folder() as folder:
        with acquire(folder):
            pass
        (places_of(folder).data / "PG_VERSION").write_text("14\n")
        with pytest.raises(DatabaseUnavailable, match=r"made by PostgreSQL 14 .* AMANA_PG_BIN"):
            acquire(folder)


def test_a_folder_without_programs_is_refused_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AMANA_PG_BIN", str(tmp_path))
    with pytest.raises(DatabaseUnavailable, match="no PostgreSQL program initdb"):
        find_binaries()


@pytest.mark.skipif(not DEBIAN_15.exists(), reason="Debian's PostgreSQL 15 is not installed")
def test_postgresql_15_of_debian_serves_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMANA_PG_BIN", str(DEBIAN_15))
    with throw_away_folder() as folder, acquire(folder) as lease:
        with psycopg.connect(lease.dsn) as connection:
            assert connection.info.server_version // 10000 == 15
        assert write_a_row(lease.dsn) == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="only root lends the server to another account")
def test_root_keeps_the_data_where_the_account_of_the_server_can_reach_it(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    with acquire(tmp_path) as lease:
        places = places_of(tmp_path)
        assert not places.home.is_relative_to(tmp_path)
        assert places.data.stat().st_uid != 0
        assert write_a_row(lease.dsn) == 1
    discard_if_idle(tmp_path)
    assert not places.home.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root lends the server to another account")
def test_programs_only_root_can_reach_are_copied_once(tmp_path: Path) -> None:
    hidden = tmp_path / "package" / "pginstall"
    shutil.copytree(find_binaries().folder.parent, hidden, symlinks=True)
    tmp_path.chmod(0o700)
    binaries = type(find_binaries())(hidden / "bin")
    account = account_for(tmp_path / "none")
    copy = binaries.reachable_by(account)
    try:
        said = subprocess.run(
            [copy.folder / "postgres", "--version"],
            capture_output=True,
            text=True,
            check=True,
            cwd="/",
            **account.identity,
        ).stdout
        assert said.startswith("postgres (PostgreSQL)")
        assert binaries.reachable_by(account) == copy
    finally:
        shutil.rmtree(copy.folder.parents[2])


@pytest.mark.skipif(os.geteuid() != 0, reason="only root lends the server to another account")
def test_programs_that_cannot_be_copied_are_refused_and_leave_nothing(tmp_path: Path) -> None:
    hidden = tmp_path / "package" / "pginstall"
    (hidden / "bin").mkdir(parents=True)
    os.mkfifo(hidden / "pipe")
    tmp_path.chmod(0o700)
    before = set((SHARED / "pg").glob("*"))
    with pytest.raises(DatabaseUnavailable, match="could not be copied"):
        Binaries(hidden / "bin").reachable_by(account_for(tmp_path / "none"))
    assert set((SHARED / "pg").glob("*")) == before


def test_a_server_in_use_is_not_discarded(state: Path) -> None:
    with acquire(state) as lease:
        assert not discard_if_idle(state)
        assert write_a_row(lease.dsn)
