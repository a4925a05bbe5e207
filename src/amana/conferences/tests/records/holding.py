"""A meeting that was held, and how its record is read and corrected."""

from amana.conferences.acts.records import correct_record
from amana.conferences.acts.saying import Said, say, say_many
from amana.conferences.floor.seats import Seat
from amana.conferences.models import (
    Log,
)
from amana.conferences.records import record_of
from amana.ground import register
from amana.kernel.words import Words

STATES = [f"S{number:03d}" for number in range(1, 58)]
NAMES = {
    state: {"ar": f"الدولة {state[1:]}", "en": f"State {state[1:]}", "fr": f"État {state[1:]}"}
    for state in STATES
}
SERVES = {"serving": True, "signed_in": True}
PUBLIC = {"serving": False, "signed_in": False}
TITLE = Words(ar="دورة", en="A session", fr="Une session")

HELD = (
    ("open_meeting", {}), ("start_voting", {"question": "L.1", "method": "recorded"}),
    ("close_voting", {}), ("ask_consensus", {"on": "L.2"}), ("gavel", {"on": "L.2"}),
    ("adjourn_for_the_day", {}),
)  # fmt: skip


def votes_cast(log):
    answers = ["yes"] * 38 + ["no"] * 3 + ["abstain"] * 4
    said = [
        (Said("cast", more={"answer": answer}),
         Seat(log.key, "delegate", state, "7", "account:2", "Delegate"))
        for state, answer in zip(STATES, answers, strict=False)
    ]  # fmt: skip
    assert all(outcome.n for outcome in say_many(log.key, said))


def next_meeting(log):
    """The meeting after the one that was held is open."""
    Log.objects.filter(pk=log.pk).update(exercise=True)
    say(log.key, Said("open_meeting"), chair(log))
    Log.objects.filter(pk=log.pk).update(exercise=False)


def chair(log):
    return Seat(log.key, "chair", account="account:1", name="Chair")


def shown(log, **eyes):
    found = record_of(log.session.key, log.key, 1, register.data_version(), **(eyes or SERVES))
    return found[1]


def block_with(document, words):
    return next(block for block in document.blocks if words in block.words.en)


def corrected(log, officer, words="Present were 45 of the 57 members.", lang="en"):
    found = shown(log)
    block = block_with(found.document, "45 of 57")
    row = correct_record(log.session.key, found, block.id, lang, words, by=officer, log=log.key,
                         reason="style")  # fmt: skip
    return block, row
