"""A list of the API can be asked in parts, which together are the whole list."""

import csv
import io

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("oic")]
LISTS = ("members", "observers", "bodies", "seats", "offices", "rules", "questions", "sessions")


@pytest.mark.parametrize("name", LISTS)
def test_the_parts_of_a_list_are_the_list(client: Client, name: str) -> None:
    whole = client.get(f"/api/v1/{name}?on=1999-01-01").json()
    size = max(len(whole) // 3, 1)
    parts = [
        client.get(f"/api/v1/{name}?on=1999-01-01&limit={size}&offset={begin}").json()
        for begin in range(0, len(whole) + 1, size)
    ]
    assert whole
    assert all(len(part) <= size for part in parts)
    assert [row for part in parts for row in part] == whole


def test_fifty_bodies_are_fifty_and_read_alone(client: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        found = client.get("/api/v1/bodies?on=1999-01-01&limit=50").json()
    assert len(found) == 50
    assert any("LIMIT 50" in each["sql"] for each in asked)


def test_a_part_comes_as_csv_too(client: Client) -> None:
    answer = client.get("/api/v1/bodies?on=1999-01-01&limit=3&offset=2&format=csv")
    keys = [row["id"] for row in csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))]
    whole = client.get("/api/v1/bodies?on=1999-01-01").json()
    assert keys == [row["id"] for row in whole[2:5]]


def test_beyond_the_end_is_nothing(client: Client) -> None:
    assert client.get("/api/v1/bodies?offset=99999").json() == []


@pytest.mark.parametrize("part", ["limit=0", "limit=-1", "offset=-1", "limit=x", "limit=1000000"])
def test_a_part_that_is_none_is_refused(client: Client, part: str) -> None:
    assert client.get(f"/api/v1/bodies?{part}").status_code == 422
