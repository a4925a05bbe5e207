"""A secret ballot in Chromium: the paper is taken, filled, put and found again in the list."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Live, environment
from playwright.sync_api import Browser

from amana.conferences import verifier
from tests.browser.conftest import watched

pytestmark = pytest.mark.browser
RFC = Path(verifier.__file__).parent / "tests" / "rfc9474.json"
PHONE = {"width": 390, "height": 780}
OPENED = """
import os, sys
from pathlib import Path
from amana.ground.postgres import acquire
from amana.serve import secret_key
state = Path(os.environ["AMANA_STATE"])
os.environ["DATABASE_URL"] = acquire(state).url
os.environ["AMANA_SECRET_KEY"] = secret_key(state)
import django
django.setup()
from amana.conferences.acts.balloting import close_booth, open_booth
from amana.conferences.acts.contests import announce
from amana.conferences.acts.saying import Said, say
from amana.conferences.exercise import open_exercise
from amana.conferences.floor.seats import Seat, exercise_ticket
from amana.ground import clock
from amana.kernel.authority import Authority, OfficeHeld
from amana.kernel.words import Words
from amana.organisation.permissions import CONFERENCES

if sys.argv[1] == "close":
    close_booth(sys.argv[2], sys.argv[3], Seat(sys.argv[2], "chair"))
    sys.exit()
office = OfficeHeld("conferences", Words(en="Conferences"), "gs", frozenset({CONFERENCES}))
officer = Authority("account:1", "Officer (exercise)", clock.today(), (office,))
log = open_exercise(by=officer, body="cfm", language="ar").log
log.refresh_from_db()
chair, states = Seat(log.key, "chair"), list(log.before["roll"]["members"])
say(log.key, Said("check_in", more={"who": states[:45]}), chair)
say(log.key, Said("open_meeting"), chair)
title = Words(ar="انتخاب الرئيس (تمرين)", en="The chair (exercise)", fr="La présidence (exercice)")
name = announce(log.key, chair, title, candidates=states[:3])
open_booth(log.key, name, chair)
print(log.key, name, states[1], exercise_ticket(log, "delegate", states[0]))
"""


def amana(live: Live, *words: str) -> list[str]:
    asked = [sys.executable, "-c", OPENED, *words]
    done = subprocess.run(
        asked, env=environment(live.state), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_a_delegate_votes_on_a_phone_and_finds_the_paper_in_the_list(
    live: Live, chromium: Browser
) -> None:
    log, contest, name, ticket = amana(live, "open")
    context = chromium.new_context(viewport=PHONE)
    with watched(context) as page:
        page.goto(f"{live.url}/ar/floor/{log}/booth/{contest}/?as={ticket}")
        check_the_rfc(page)
        page.locator("[data-act=take]").click()
        page.locator(f"input[value={name}]").check()
        page.reload()  # the paper that was taken is still there
        page.locator(f"input[value={name}]").check()
        page.locator("[data-act=ask]").click()
        asked = []
        page.on("request", lambda request: asked.append(request.all_headers()))
        page.locator("[data-act=put]").click()
        code = page.locator("output")
        code.wait_for(state="visible")
        receipt = code.text_content()
        assert [headers.get("cookie") or headers.get("referer") for headers in asked] == [None]
        assert page.evaluate("localStorage.length") == 0
        amana(live, "close", log, contest)
        published = f"{live.url}/ar/floor/{log}/ballots/{contest}/1/list.json"
        ballot = json.loads(page.request.get(published).text())
    context.close()
    assert verifier.faults(ballot) == []
    assert [(paper["code"], paper["names"]) for paper in ballot["papers"]] == [(receipt, [name])]


def check_the_rfc(page) -> None:
    """What the script of the page blinds is what RFC 9474 says, by its own numbers."""
    known = json.loads(RFC.read_text())
    modulus = int(known["p"], 16) * int(known["q"], 16)
    factor = pow(int(known["inv"], 16), -1, modulus)
    blinded = page.evaluate(
        """async ([message, salt, factor, modulus]) => {
          const { encoded, hidden, unhex } = await import("/static/conferences/blind.js");
          const whole = BigInt(`0x${modulus}`);
          const told = await encoded(unhex(message), 4095, unhex(salt));
          return hidden(told, BigInt(`0x${factor}`), whole).toString(16);
        }""",
        [known["prepared_msg"], known["salt"], f"{factor:x}", f"{modulus:x}"],
    )
    assert blinded == known["blinded_msg"]
