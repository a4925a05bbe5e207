"""A paper that was acknowledged is durable: the database is killed, and the paper is there."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from amana.ground.postgres import discard_if_idle

DURABLE = """
import os, signal
from pathlib import Path
from amana.ground.postgres import acquire
state = Path(os.environ["AMANA_STATE"])
os.environ["DATABASE_URL"] = acquire(state).url
import django
django.setup()
from django.db import connection
from django.utils import timezone
from amana.conferences.acts.balloting import put_paper
from amana.conferences.acts.saying import Said, say
from amana.conferences.booth.guarding import check_count
from amana.conferences.booth.keys import SigningKey
from amana.conferences.floor.seats import Seat
from amana.conferences.models import BallotBox, BallotList, Booth, Entry, Log, Session
from amana.conferences.tests.voter import Voter, packed
from amana.ground.postgres.places import places_of
from amana.organisation.models import Body

with connection.schema_editor() as editor:
    for model in (Body, Session, Log, Entry, Booth, BallotBox, BallotList):
        editor.create_model(model)
    editor.deferred_sql.clear()  # what these tables refer to besides is no matter here
body = Body.objects.create(key="b", kind_id=1)
session = Session.objects.create(key="s", body=body, kind="ordinary")
before = {"roll": {"members": ["a", "b"]}, "given": {"contests": [{"id": "c"}]}}
log = Log.objects.create(
    key="l", session=session, position=1, rulebook="un-ga", exercise=True, before=before,
    made=timezone.now(), door="d", head="0" * 64,
)
for said in (Said("check_in", more={"who": ["a", "b"]}), Said("open_meeting"), Said("open_ballot")):
    say("l", said, Seat("l", "chair"))
key = SigningKey.new()
booth = Booth.objects.create(
    log=log, contest="c", ordinal=1, kind="unrestricted", places=1, field=["a"],
    modulus=f"{key.modulus:x}",
)
BallotBox.objects.create(booth=booth)
acknowledged = []
for _ in range(3):
    voter = Voter.at(booth)
    blind = int.from_bytes(key.sign(voter.blinded), "big")
    plain = blind * pow(voter.factor, -1, voter.modulus) % voter.modulus
    signature = packed(plain.to_bytes(256, "big"))
    acknowledged.append(put_paper(booth.pk, packed(voter.token), signature, ["a"]))
os.kill(int((places_of(state).data / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
connection.close()
connection.close_pool()
acquire(state)
kept = [paper["code"] for paper in BallotBox.objects.get().papers]
assert kept == sorted(acknowledged), (kept, acknowledged)
print("kept", len(kept))
"""


def test_a_paper_that_was_acknowledged_is_there_after_kill_9_of_the_database():
    state = Path(tempfile.mkdtemp(prefix="amana-booth-"))
    state.chmod(0o755)
    kept = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "AMANA_TEST_RUN")}
    env = kept | {
        "AMANA_STATE": str(state), "AMANA_TEST": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", DURABLE], env=env, capture_output=True, text=True, check=False
    )
    discard_if_idle(state)
    assert done.stdout == "kept 3\n", done.stderr[-2000:]
