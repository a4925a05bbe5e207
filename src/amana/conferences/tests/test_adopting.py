"""From a vote to a text in force, and what is said of it afterwards."""

import pytest

from amana.accounts import readers
from amana.accounts.api import User
from amana.conferences import adoption
from amana.conferences.acts.adopting import adopt, attach_statement, withdraw_statement
from amana.conferences.acts.opening import open_floor
from amana.conferences.acts.saying import Said, say
from amana.conferences.decided import settled
from amana.conferences.floor.seats import Seat
from amana.conferences.models import Decision, Session, Statement
from amana.ground import clock
from amana.kernel.authority import Authority, OfficeHeld
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.permissions import CONFERENCES
from amana.texts.acts.drafts import name_version, open_draft, save_text
from amana.texts.models import DraftBlock, WorkRecord
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Block

pytestmark = pytest.mark.usefixtures("oic")
STATES = [f"S{number:03d}" for number in range(1, 58)]
POWERS = frozenset({CONFERENCES, "drafter", "releaser"})
OFFICE = OfficeHeld("conferences", Words(en="Conferences"), "general-secretariat", POWERS)
BY = Authority("account:1", "Officer", clock.today(), (OFFICE,))
SCOPE = {"session": "51", "cluster": "POL"}


@pytest.fixture
def draft():
    words = Words(en="Requests the Secretary General to report;",
                  ar="يطلب من الأمين العام تقديم تقرير؛",
                  fr="Prie le Secrétaire général de faire rapport ;")  # fmt: skip
    blocks = [Block(Kind.OPERATIVE, words)]
    title = Words(en="A subject", ar="موضوع", fr="Un sujet")
    return open_draft("resolution", title, by=BY, blocks=blocks).draft.key


@pytest.fixture
def served(client):
    """The browser of an officer who serves sessions and releases texts."""
    before = readers._authority[0]
    readers.authorities_by(lambda user: BY)
    user = User.objects.create(email="officer@exercise.invalid", name="Officer of an exercise")
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    yield client
    readers.authorities_by(before)


@pytest.fixture
def log():
    session = Session.objects.filter(body__key="cfm", ordinal=51).get()
    made = open_floor(session.key, by=BY, book="oic")
    made.before = {"roll": {"members": STATES}}
    made.exercise = True  # keeps the roll it was opened with
    made.save()
    return made


def chair(log, do, **more):
    return say(log.key, Said(do, more=more), Seat(log.key, "chair", account="account:1"))


def member(log, state, do, **more):
    return say(log.key, Said(do, more=more), Seat(log.key, "delegate", state, "1"))


def voted(log, draft, yes=40, no=3):
    number = name_version(draft, by=BY).number
    chair(log, "check_in", who=STATES)
    chair(log, "open_meeting")
    member(log, "S001", "propose", id="P1", draft=draft, milestone=number,
           circulated="2026-11-01T09:00:00")  # fmt: skip
    chair(log, "ask_consensus", on="P1")
    member(log, "S057", "object", on="P1")
    chair(log, "start_voting", question="P1", method="recorded")
    for answer, states in (("yes", STATES[:yes]), ("no", STATES[-no:])):
        say(log.key, Said("cast", tuple(states), {"answer": answer}), Seat(log.key, "secretary"))
    chair(log, "close_voting")
    log.exercise = False
    log.save(update_fields=["exercise"])


def test_what_was_adopted_is_frozen_numbered_and_announced(log, draft, monkeypatch):
    heard = []
    monkeypatch.setattr(adoption, "_listeners", [heard.append])
    voted(log, draft)
    row = adopt(log.key, "P1", by=BY, series="cfm-resolutions", scope=SCOPE)
    assert {name: row.how[name] for name in ("outcome", "yes", "no", "required", "majority")} == {
        "outcome": "adopted_by_vote", "yes": 40, "no": 3, "required": 29, "majority": "two_thirds",
    }  # fmt: skip
    assert row.how["board"]["S057"] == "no"
    assert any("33" in rule for rule in row.how["rules"])
    work = WorkRecord.objects.whoever().get(work=row.work)
    assert work.canonical.endswith("/51-POL")
    assert work.adopted == clock.today().isoformat()
    assert [(each.work, each.outcome) for each in heard] == [(row.work.key, "adopted_by_vote")]
    with pytest.raises(Refusal) as again:
        adopt(log.key, "P1", by=BY, series="cfm-resolutions", scope=SCOPE)
    assert again.value.code == "adoption.recorded"


def test_what_was_not_adopted_is_not_numbered(log, draft):
    voted(log, draft, yes=20, no=20)
    with pytest.raises(Refusal) as refused:
        adopt(log.key, "P1", by=BY, series="cfm-resolutions", scope=SCOPE)
    assert refused.value.code == "adoption.not-adopted"
    assert not Decision.objects.filter(log=log).exists()


def test_words_changed_after_the_vote_are_not_what_was_adopted(log, draft):
    voted(log, draft)
    block = DraftBlock.objects.known().get(draft__key=draft).block
    save_text(draft, block, "en", "Requests somebody else;",
              seen="Requests the Secretary General to report;", by=BY)  # fmt: skip
    with pytest.raises(Refusal) as refused:
        adopt(log.key, "P1", by=BY, series="cfm-resolutions", scope=SCOPE)
    assert refused.value.code == "adoption.text-moved"


def test_reservations_attach_and_are_taken_back_without_being_lost(log, draft):
    voted(log, draft)
    row = adopt(log.key, "P1", by=BY, series="cfm-resolutions", scope=SCOPE)
    said = Words(fr="Réserve sur le paragraphe 1.")
    attach_statement(row.key, party="S057", kind="reservation", text=said, by=BY)
    assert Statement.objects.known().get(decision=row).text.fr == "Réserve sur le paragraphe 1."
    withdraw_statement(row.key, "S057", "reservation", by=BY)
    assert not Statement.objects.known().filter(decision=row).exists()
    assert Statement.objects.filter(decision=row).count() == 1


def test_each_proposal_settled_by_a_floor_is_told_with_its_event(log, draft):
    voted(log, draft)
    (found,) = settled(log)
    assert (found.proposal, found.entry, found.draft) == ("P1", log_length(log), draft)


def log_length(log):
    log.refresh_from_db()
    return log.length


def test_the_page_of_the_session_adopts_by_a_form(log, draft, served):
    voted(log, draft)
    address = f"/en/desk/conferences/{log.session.key}/adoptions/"
    assert "waits for its symbol" in served.get(address).content.decode()
    said = {"draft": draft, "series": "cfm-resolutions", "cluster": "POL"}
    answer = served.post(f"{address}{log.key}/P1/", said, follow=True)
    assert "In favour" in answer.content.decode()
    reservation = {"party": "egy", "kind": "reservation", "lang": "fr", "text": "Réserve."}
    answer = served.post(f"{address}{log.key}/P1/", reservation, follow=True)
    assert "Réserve." in answer.content.decode()
    work = Decision.objects.get(log=log).work.key
    assert "How it was adopted" in served.get(f"/en/texts/{work}/").content.decode()
