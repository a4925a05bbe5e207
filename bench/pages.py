"""Measure every public page, the API and the register: `python -m bench.pages [--markdown]`.

Its own embedded server in a temporary folder; the OIC pack; then 50,000 generated facts and
100,000 acts. CPU is `time.process_time` of the whole request in this process (PostgreSQL's own
is not in it), the median of `ROUNDS` requests after two that warm up.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
ROUNDS = 15
MOST_QUERIES = 10  # of a public page, whatever its size
PAGES = [
    "/ar/", "/ar/members/", "/en/members/", "/fr/members/", "/ar/members/egy/",
    "/ar/members/map.svg", "/ar/groups/",
    "/ar/organisation/", "/ar/bodies/", "/ar/bodies/general-secretariat/", "/ar/institutions/",
    "/ar/departments/", "/ar/seats/", "/ar/offices/", "/ar/offices/secretary-general/",
    "/ar/charter/", "/ar/rules/", "/ar/rules/secretary-general.term-length/", "/ar/sessions/",
    "/ar/sessions/summit-3/", "/ar/resolutions/", "/ar/texts/charter-2008/", "/ar/disputed/",
    "/ar/finance/", "/ar/sources/", "/ar/about/", "/ar/search/?q=فلسطين",
    "/api/v1/members", "/api/v1/bodies?limit=50", "/api/v1/bodies", "/api/v1/rules",
    "/api/v1/sessions",
]  # fmt: skip
DAY = "1999-01-01"


@contextmanager
def database() -> Iterator[Path]:
    """A fresh server with tables and pack."""
    from amana.ground.postgres import acquire

    with tempfile.TemporaryDirectory(prefix="amana-bench-") as folder:
        state = Path(folder)
        state.chmod(0o755)
        with acquire(state) as lease:
            os.environ |= {
                "DATABASE_URL": lease.url, "AMANA_STATE": str(state),
                "DJANGO_SETTINGS_MODULE": "amana.settings", "AMANA_HOSTS": "*",
            }  # fmt: skip
            import django

            django.setup()
            from django.core.management import call_command

            call_command("migrate", verbosity=0)
            yield state
            from django.db import connection

            connection.close()
            connection.close_pool()


def measure(addresses: list[str]) -> dict[str, tuple[float, int, int]]:
    """CPU in ms, queries and bytes of each address."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client, found = Client(), {}
    settings.PAGE_CACHE_BYTES = 0  # what drawing costs, not what keeping saves
    for address in addresses:
        asked = f"{address}{'&' if '?' in address else '?'}on={DAY}"
        for _ in range(2):
            response = client.get(asked)
        assert response.status_code == 200, (asked, response.status_code)
        times = []
        for _ in range(ROUNDS):
            begin = time.process_time()
            client.get(asked)
            times.append((time.process_time() - begin) * 1000)
        with CaptureQueriesContext(connection) as queries:
            client.get(asked)
        found[address] = (statistics.median(times), len(queries), len(response.content))
    return found


def worker_memory(state: Path) -> float:
    """Resident memory of one worker in MB after it has served every page once."""
    process = subprocess.Popen(
        [sys.executable, "-m", "amana", "serve", "--port", "8765", "--state", str(state)],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")}, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        for _ in range(200):
            try:
                urllib.request.urlopen("http://127.0.0.1:8765/en/about/").close()
                break
            except OSError:
                time.sleep(0.1)
        for address in PAGES:
            quoted = urllib.request.quote(address, safe="/?=&")
            urllib.request.urlopen(f"http://127.0.0.1:8765{quoted}").close()
        children = subprocess.run(
            ["ps", "-o", "rss=", "--ppid", str(process.pid)],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        return max(map(int, children)) / 1024
    finally:
        process.terminate()
        process.wait(20)


def main() -> None:
    with database() as state:
        from amana.ground import register
        from amana.ground.packs import load
        from bench import generate

        begin = time.perf_counter()
        load(ROOT / "packs" / "oic")
        print(f"load of the OIC pack: {time.perf_counter() - begin:.1f} s")
        begin = time.perf_counter()
        load(ROOT / "packs" / "oic")
        print(f"load again, unchanged: {time.perf_counter() - begin:.1f} s")
        small = measure(PAGES)
        print(f"memory of a worker: {worker_memory(state):.0f} MB")
        print(f"generated facts: {generate.facts()}")
        large = measure(PAGES)
        print("\n| page | queries | bytes | CPU ms | with 50,000 facts | ratio |")
        print("| --- | ---: | ---: | ---: | ---: | ---: |")
        for address, (cpu, queries, size) in small.items():
            more, more_queries, _ = large[address]
            assert max(queries, more_queries) <= MOST_QUERIES, (address, queries, more_queries)
            ratio = more / cpu
            print(f"| `{address}` | {queries} | {size:,} | {cpu:.1f} | {more:.1f} | {ratio:.2f} |")
        generate.acts()
        begin = time.perf_counter()
        count, _, broken = register.verify()
        assert broken is None, broken
        print(f"\nverify of {count:,} acts: {time.perf_counter() - begin:.1f} s")


if __name__ == "__main__":
    main()
