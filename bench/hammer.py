"""Hammer a floor: `python -m bench.hammer [--seconds 60]`.

The product served on a state of its own, its floor open, 57 delegations of three accounts each.
Every delegate taps without a pause (answers that change, requests for the floor, one in ten sent
twice under one key, one in twenty after the vote was closed), while the chair opens and closes
votes. At the end the log must hold every acknowledged answer and no other, each tally must be that
of the last answers, its hashes and the register must be whole.
"""

import json
import os
import random
import select
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
PORT = 8767
PEOPLE = 3  # of each delegation
VOTE = 2.0  # seconds for which a vote is open
ANSWERS = ("yes", "no", "abstain")


@contextmanager
def served() -> Iterator[None]:
    """The product on an empty state, its organisation loaded; this process joins its database."""
    with tempfile.TemporaryDirectory(prefix="amana-bench-") as folder:
        Path(folder).chmod(0o755)
        process = subprocess.Popen(
            [sys.executable, "-m", "amana", "serve", "--port", str(PORT), "--state", folder],
            env=os.environ | {"PYTHONPATH": f"{ROOT}/src"}, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            for _ in range(600):
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{PORT}/en/about/").close()
                    break
                except OSError:
                    time.sleep(0.2)
            os.environ |= {"AMANA_STATE": folder, "DJANGO_SETTINGS_MODULE": "amana.settings"}
            os.environ["AMANA_SECRET_KEY"] = (Path(folder) / "secret-key").read_text()
            from amana.cli.database import database

            with database():
                yield
        finally:
            process.terminate()
            process.wait(30)


def floor_of_57() -> tuple[str, list[str]]:
    """An open meeting of the 57 members, and the viewers: three accounts for each delegation."""
    from amana.accounts.api import User
    from amana.conferences.acts.opening import open_floor
    from amana.conferences.acts.saying import Said, say
    from amana.conferences.acts.writing import Written
    from amana.conferences.floor.seats import Seat
    from amana.conferences.models import Accreditation, Delegate, Delegation, Session
    from amana.ground import clock
    from amana.kernel.authority import Authority
    from amana.kernel.words import Words
    from amana.organisation.api import roll_of

    by = Authority("system", "bench", clock.today(), powers=frozenset({"conference-officer"}))
    session = Session.objects.filter(body__key="cfm", kind="ordinary").latest("ordinal")
    log, viewers = open_floor(session.key, by=by, book="oic"), []
    entry = Written("delegation.import", f"session:{session.key}", by, "conference-officer")
    states = Delegation._meta.get_field("state").related_model.objects
    for state in roll_of("cfm", on=by.on).members:
        sent = Delegation.objects.create(
            key=f"{session.key}.{state}", session=session, state=states.get(key=state), party=state
        )
        for number in range(PEOPLE):
            email = f"{state}-{number}@exercise.invalid"
            user = User.objects.create(email=email, name=f"Delegate {number} of {state}")
            delegate = Delegate.objects.create(delegation=sent, user=user)
            entry.begin(Accreditation, delegate=delegate, names=Words(en=user.name))
            viewers.append(f"{state}/{delegate.pk}")
    chair = Seat(log.key, "chair", name="bench")
    say(
        log.key, Said("check_in", more={"who": [each.partition("/")[0] for each in viewers]}), chair
    )
    say(log.key, Said("open_meeting"), chair)
    return log.key, viewers


class Tapping:
    """One delegate at a kept connection, who never pauses."""

    def __init__(self, log: str, viewer: str, chance: random.Random) -> None:
        from amana.live.api import ticket

        self.viewer, self.chance = viewer, chance
        self.ticket = ticket("delegate", log, "en", viewer)
        self.line = socket.create_connection(("127.0.0.1", PORT))
        self.sent, self.key, self.rest = 0, "", b""
        self.body: dict[str, Any] = {}
        self.began = 0.0
        self.done: list[tuple[dict[str, Any], dict[str, Any]]] = []
        self.times: list[float] = []

    def tap(self, question: str) -> None:
        if not (self.body and self.chance.random() < 0.1):  # else the same again
            self.sent += 1
            do, more = "cast", {"answer": self.chance.choice(ANSWERS), "question": question}
            if self.chance.random() < 0.05:
                more["question"] = "a vote that was closed"
            if self.chance.random() < 0.1:
                do, more = "request_floor", {}
            key = f"{self.sent}"
            self.body = {"ticket": self.ticket, "do": do, "more": more, "key": key}
        data = json.dumps(self.body).encode()
        head = f"POST /live/tap HTTP/1.1\r\nHost: l\r\nContent-Length: {len(data)}\r\n\r\n"
        self.began = time.monotonic()
        self.line.sendall(head.encode() + data)

    def read(self) -> bool:
        """Whether the answer is whole."""
        self.rest += self.line.recv(65536)
        head, sign, body = self.rest.partition(b"\r\n\r\n")
        length = next((int(line.split(b":")[1]) for line in head.lower().split(b"\r\n")
                       if line.startswith(b"content-length")), 0)  # fmt: skip
        if not sign or len(body) < length:
            return False
        assert b" 200 " in head.split(b"\r\n")[0], head.split(b"\r\n")[0] + body[:200]
        self.times.append(time.monotonic() - self.began)
        self.done.append((self.body, json.loads(body)))
        self.rest = b""
        return True


def hammer(log: str, viewers: list[str], seconds: float) -> list[Tapping]:
    """All delegates tap at once, while the chair opens and closes votes; what each was answered."""
    from amana.conferences.acts.saying import Said, say
    from amana.conferences.floor.seats import Seat

    chair, chance = Seat(log, "chair", name="bench"), random.Random(7)
    people = [Tapping(log, viewer, random.Random(viewer)) for viewer in viewers]
    poll, by_number = select.epoll(), {each.line.fileno(): each for each in people}
    for each in people:
        poll.register(each.line, select.EPOLLIN)
    number, question = 0, ""
    until, change = time.monotonic() + seconds, 0.0
    started = False
    while time.monotonic() < until:
        if time.monotonic() > change:
            if question:
                say(log, Said("close_voting"), chair)
            number += 1
            question = f"M{number}"
            member = Seat(log, "delegate", "egy", "0", name="bench")
            say(log, Said("move", more={"motion": "time_limit", "id": question,
                                        "about": "5 minutes"}), member)  # fmt: skip
            say(log, Said("start_voting", more={"question": question, "method": "recorded"}), chair)
            change = time.monotonic() + VOTE
        if not started:
            for each in people:
                each.tap(question)
            started = True
        for ready, _ in poll.poll(0.2):
            each = by_number[ready]
            if each.read():
                each.tap(question)
    waiting = set(by_number)
    deadline = time.monotonic() + 20
    while waiting and time.monotonic() < deadline:
        for ready, _ in poll.poll(0.2):
            if ready in waiting and by_number[ready].read():
                waiting.discard(ready)
    assert not waiting, f"{len(waiting)} taps were not answered"
    say(log, Said("close_voting"), chair)
    assert chance
    return people


def compared(log: str, people: list[Tapping]) -> Counter[str]:
    """Hold the log against what was acknowledged."""
    from amana.conferences.acts.saying import digest_of
    from amana.conferences.floor.folding import log_of, replayed
    from amana.conferences.models import Entry
    from amana.ground.register import GENESIS, verify

    row, told = log_of(log), Counter[str]()
    written = {entry.key: entry for entry in Entry.objects.filter(log=row).exclude(key="")}
    acknowledged = set()
    for each in people:
        for said, answer in each.done:
            one = answer.get("answer", answer)
            key = f"{each.viewer}:{said['key']}"
            told["taps"] += 1
            told["refused"] += not one.get("n")
            if one.get("n"):
                acknowledged.add(key)
                entry = written[key]  # nothing acknowledged is lost
                assert (entry.n, entry.do) == (one["n"], said["do"]), (said, answer)
                assert said["do"] != "cast" or entry.more["answer"] == said["more"]["answer"]
    assert acknowledged == set(written), "something was written that nobody was told of"
    prev = GENESIS
    for entry in Entry.objects.filter(log=row).order_by("n"):
        assert entry.prev == prev
        assert digest_of(entry) == entry.hash
        prev = entry.hash
    floor, _answers = replayed(row)
    last: dict[str, dict[str, str]] = {}
    for entry in Entry.objects.filter(log=row, do="cast").order_by("n"):
        last.setdefault(entry.more["question"], {})[entry.by[0].partition("/")[0]] = entry.more[
            "answer"
        ]
    for name, answers in last.items():
        tally = floor.decisions[name].count.tally
        counts = Counter(answers.values())
        assert (tally.yes, tally.no, tally.abstain) == tuple(counts[each] for each in ANSWERS)
        told["votes"] += 1
    told["entries"] = row.length
    assert verify()[2] is None
    return told


def main() -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seconds", type=float, default=60)
    seconds = parser.parse_args().seconds
    with served():
        log, viewers = floor_of_57()
        people = hammer(log, viewers, seconds)
        told = compared(log, people)
        times = sorted(moment for each in people for moment in each.times)
    p50, p95, p99 = (times[int(len(times) * part)] * 1000 for part in (0.5, 0.95, 0.99))
    print(f"{len(people)} delegates of 57 delegations, {seconds:.0f} s: {told['taps']} taps "
          f"({told['refused']} refused by rule), {told['entries']} entries, {told['votes']} votes; "
          f"answered in p50 {p50:.0f}, p95 {p95:.0f}, p99 {p99:.0f} ms; "
          "no error, none lost, none doubled, log and register whole")  # fmt: skip


if __name__ == "__main__":
    main()
