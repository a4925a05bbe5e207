"""Measuring one address of the product in this process: CPU, queries, bytes.

CPU is `time.process_time` of the whole request, the median of `ROUNDS` after three that warm up;
PostgreSQL's own is not in it.
"""

import statistics
import time

ROUNDS = 40


def measure(name: str, address: str) -> None:
    """Print the name, median and slowest ms, queries and bytes of an address."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client, times = Client(), []
    for _ in range(3):
        response = client.get(address)
    assert response.status_code == 200, response.status_code
    for _ in range(ROUNDS):
        begin = time.process_time()
        client.get(address)
        times.append((time.process_time() - begin) * 1000)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    print(
        f"{name:<28} {statistics.median(times):>10.1f} {max(times):>11.1f} "
        f"{len(asked):>8} {len(response.content):>8}"
    )
