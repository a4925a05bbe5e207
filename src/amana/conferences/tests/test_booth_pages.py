"""The pages of a secret ballot: the booth, the tellers' table, the published result."""

import hashlib
import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from django.test import Client

from amana.conferences import verifier
from amana.conferences.floor.seats import exercise_ticket
from amana.conferences.models import BallotList, Booth
from amana.conferences.tests.test_balloting import SEAT, floor_with
from amana.conferences.tests.voter import Voter, packed

pytestmark = pytest.mark.usefixtures("oic")


@pytest.fixture
def log():
    return floor_with(SEAT)


def address(log, what, role="", state="", lang="en"):
    ticket = quote(exercise_ticket(log, role, state)) if role else ""
    return f"/{lang}/floor/{log.key}/{what}/council/" + (f"?as={ticket}" if ticket else "")


def act(client, log, name, role="chair", **said):
    return client.post(address(log, "tellers", role), {"act": name, **said})


def sent(client, where, said):
    return client.post(where, json.dumps(said), content_type="application/json")


def taken(client, log, booth, state):
    """A delegation takes its paper through the page."""
    voter = Voter.at(booth)
    said = {"blinded": packed(voter.blinded)}
    told = sent(client, address(log, "paper", "delegate", state), said).json()
    plain = int(told["signature"], 16) * pow(voter.factor, -1, voter.modulus) % voter.modulus
    voter.signature = plain.to_bytes(256, "big")
    return voter


def paper(voter, *names):
    return {"token": packed(voter.token), "signature": packed(voter.signature), "names": names}


def test_a_ballot_is_opened_voted_on_closed_and_published_on_the_pages(client, log):
    assert client.get(address(log, "booth", "delegate", "S001")).status_code == 200
    assert act(client, log, "open").status_code == 302
    booth = Booth.objects.get()
    page = client.get(address(log, "booth", "delegate", "S001")).content.decode()
    assert booth.modulus in page
    assert "<noscript>" in page
    voters = [taken(client, log, booth, state) for state in ("S001", "S002", "S003")]
    box, stranger = f"/ar/floor/box/{booth.pk}/", Client(enforce_csrf_checks=True)
    for voter in voters:
        answer = sent(stranger, box, paper(voter, "S001"))
        assert answer.json() == {"code": verifier.code_of(voter.token)}
    assert not stranger.cookies
    again = sent(stranger, box, paper(voters[0], "S002"))
    assert (again.status_code, verifier.code_of(voters[0].token) in again.json()["fault"]) == (
        422, True,
    )  # fmt: skip
    act(client, log, "close")
    found = BallotList.objects.get()
    public = f"/fr/floor/{log.key}/ballots/council/1/"
    page = client.get(public).content.decode()
    assert found.hash in page
    assert all(verifier.code_of(voter.token) in page for voter in voters)
    text = client.get(f"{public}list.json").content
    assert hashlib.sha256(text).hexdigest() == found.hash
    assert verifier.faults(json.loads(text)) == []
    file = client.get("/en/floor/verifier.py")
    assert file["Content-Type"].startswith("text/x-python")
    assert file.content == Path(verifier.__file__).read_bytes()


def test_the_tellers_hand_out_papers_and_enter_what_they_counted(client, log):
    act(client, log, "open")
    act(client, log, "give", "teller", delegation="S020")
    act(client, log, "close")
    assert Booth.objects.get().status == "closed"
    said = {"papers": "x", "invalid": "", "blank": "0", "votes-S002": "1"}
    assert act(client, log, "count", "teller", **said).status_code == 422
    said["papers"] = "١"  # in Arabic digits
    assert act(client, log, "count", "teller", **said).status_code == 302
    assert BallotList.objects.get().outcome["elected"] == ["S002"]


@pytest.mark.parametrize(
    ("what", "role"), [("booth", ""), ("booth", "chair"), ("tellers", ""), ("tellers", "delegate")]
)
def test_each_page_is_for_its_own_seat(client, log, what, role):
    assert client.get(address(log, what, role, "S001")).status_code == 422


def test_bad_input_is_a_sentence(client, log):
    act(client, log, "open")
    booth = Booth.objects.get()
    where = address(log, "paper", "delegate", "S001", "fr")
    for body in ("{", "[]", '{"blinded": 3}', '{"blinded": "é"}'):
        answer = client.post(where, body, content_type="application/json")
        assert (answer.status_code, "illisible" in answer.json()["fault"]) == (422, True)
    for body in ("", "null", '{"names": 4}', '{"token": [], "names": ["S001"]}'):
        answer = client.post(f"/en/floor/box/{booth.pk}/", body, content_type="application/json")
        assert answer.status_code == 422
    assert client.get(f"/en/floor/box/{booth.pk}/").status_code == 405
    assert sent(client, "/en/floor/box/999999/", {}).status_code == 422
    missing = client.get(f"/en/floor/{log.key}/ballots/council/7/")
    assert missing.status_code == 422


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_the_pages_ask_the_database_at_most_ten_times(
    client, log, lang, django_assert_max_num_queries
):
    act(client, log, "open")
    booth = Booth.objects.get()
    for number in range(1, 13):
        voter = taken(client, log, booth, f"S{number:03d}")
        assert sent(client, f"/en/floor/box/{booth.pk}/", paper(voter, "S001")).status_code == 200
    for what, role in (("booth", "delegate"), ("tellers", "teller")):
        where = address(log, what, role, "S001", lang)
        client.get(where)
        with django_assert_max_num_queries(10):
            page = client.get(where)
        assert f'lang="{lang}"' in page.content.decode()
    act(client, log, "close")
    public = f"/{lang}/floor/{log.key}/ballots/council/1/"
    with django_assert_max_num_queries(10):
        page = client.get(public).content.decode()
    assert len(set(re.findall(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}", page))) == 12


def test_the_desk_announces_an_election_on_its_page(client):
    log = floor_with()
    where = f"/en/floor/{log.key}/elections/?as={quote(exercise_ticket(log, 'secretary'))}"
    said = {
        "title-ar": "انتخاب الرئيس (تمرين)", "title-en": "The chair (exercise)",
        "title-fr": "La présidence (exercice)", "places": "1", "majority": "simple",
        "states": ["S004"], "people": "Candidate A (exercise)\n\nCandidate B (exercise)",
    }  # fmt: skip
    assert client.post(where, said | {"title-fr": ""}).status_code == 422
    assert client.post(where, said | {"majority": "all"}).status_code == 422
    assert client.post(where, said).status_code == 302
    page = client.get(where).content.decode()
    assert "The chair (exercise)" in page
    assert f"/en/floor/{log.key}/tellers/election-1/" in page
    table = f"/ar/floor/{log.key}/tellers/election-1/?as={quote(exercise_ticket(log, 'chair'))}"
    assert "انتخاب الرئيس (تمرين)" in client.get(table).content.decode()
    client.post(table, {"act": "open"})
    names = ["S004", "Candidate A (exercise)", "Candidate B (exercise)"]
    assert Booth.objects.get().field[:3] == names
