"""The log of a floor: written once, in order, by who may; folded alike everywhere."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from amana.accounts.api import User
from amana.conferences.acts.opening import end_duty, give_duty, open_floor
from amana.conferences.acts.saying import Said, digest_of, say, say_many
from amana.conferences.floor import folding
from amana.conferences.floor.folding import folded, replayed
from amana.conferences.floor.seats import Seat, seats_for
from amana.conferences.models import Entry, Log, Session
from amana.conferences.rules.floor.shown import shown
from amana.ground import clock
from amana.ground.facts import Provenance
from amana.ground.models import Act
from amana.kernel.authority import Authority, OfficeHeld
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.acts import suspend_vote
from amana.organisation.permissions import CONFERENCES

pytestmark = pytest.mark.usefixtures("oic")
STATES = [f"S{number:03d}" for number in range(1, 58)]


@pytest.fixture
def officer():
    office = OfficeHeld("conferences", Words(en="Conferences"), "gs", frozenset({CONFERENCES}))
    return Authority("account:1", "Officer", clock.today(), (office,))


@pytest.fixture
def log(officer):
    """The floor of an exercise of 57 members."""
    session = Session.objects.filter(body__key="cfm").latest("ordinal")
    made = open_floor(session.key, by=officer, book="oic", exercise=True)
    made.before = {"roll": {"members": STATES, "observers": ["O001"]}}
    made.save()
    return made


def chair(log):
    return Seat(log.key, "chair", account="account:1", name="Chair")


def delegate(log, state):
    return Seat(log.key, "delegate", state, "7", "account:2", "Delegate")


def open_with(log, present):
    say(log.key, Said("check_in", more={"who": STATES[:present]}), chair(log))
    say(log.key, Said("open_meeting"), chair(log))


def test_what_is_in_order_is_written_with_its_chain(log):
    open_with(log, 40)
    rows = list(Entry.objects.filter(log=log))
    assert [(row.n, row.do, row.by) for row in rows] == [
        (1, "check_in", []), (2, "open_meeting", ["chair"]),
    ]  # fmt: skip
    assert [row.prev for row in rows] == ["0" * 64, rows[0].hash]
    assert all(digest_of(row) == row.hash for row in rows)
    log.refresh_from_db()
    assert (log.length, log.head) == (2, rows[1].hash)


def test_what_is_out_of_order_is_refused_with_its_rule_and_leaves_no_trace(log):
    say(log.key, Said("check_in", more={"who": STATES[:37]}), chair(log))
    with pytest.raises(Refusal) as refused:
        say(log.key, Said("open_meeting"), chair(log))
    assert refused.value.code == "floor.no-debate-quorum"
    assert (refused.value.facts["present"], refused.value.facts["needed"]) == (37, 38)
    assert Entry.objects.filter(log=log).count() == 1
    with folded(log) as floor:
        assert floor.meeting.status == "not_open"


def test_of_many_said_at_once_each_is_answered_by_itself(log):
    open_with(log, 40)
    outcomes = say_many(
        log.key,
        [
            (Said("request_floor"), delegate(log, "S001")),
            (Said("adjourn_for_the_day"), delegate(log, "S002")),
            (Said("request_floor"), delegate(log, "S003")),
        ],
    )
    assert [outcome.n for outcome in outcomes] == [3, 0, 4]
    assert outcomes[1].refusal.code == "floor.not-from-here"
    with folded(log) as floor:
        assert shown(floor)["speakers"] == ["S001", "S003"]


def test_said_twice_under_one_key_it_happens_once(log):
    open_with(log, 40)
    first = say(log.key, Said("request_floor", key="a1"), delegate(log, "S001"))
    second = say(log.key, Said("request_floor", key="a1"), delegate(log, "S001"))
    assert (second.n, second.again) == (first.n, True)
    another = say(log.key, Said("request_floor", key="a1"), delegate(log, "S002"))
    assert (another.n, another.again) == (first.n + 1, False)


def test_a_delegate_speaks_for_the_own_delegation_alone(log):
    open_with(log, 40)
    say(log.key, Said("request_floor", by=("S009",)), delegate(log, "S001"))
    assert Entry.objects.latest("n").by == ["S001/7"]


def test_a_seat_of_another_floor_says_nothing_here(log):
    with pytest.raises(Refusal) as refused:
        say(log.key, Said("open_meeting"), Seat("other", "chair"))
    assert refused.value.code == "floor.not-from-here"


def test_a_clock_that_is_set_back_loses_no_order(log, monkeypatch):
    open_with(log, 40)
    last = Entry.objects.filter(log=log).latest("n").at
    monkeypatch.setattr(clock, "now", lambda: last - timedelta(hours=1))
    say(log.key, Said("request_floor"), delegate(log, "S001"))
    assert Entry.objects.filter(log=log).latest("n").at == last


def test_the_state_kept_is_that_of_a_replay(log):
    open_with(log, 40)
    say(log.key, Said("request_floor"), delegate(log, "S001"))
    say(log.key, Said("give_floor", more={"to": "S001"}), chair(log))
    log.refresh_from_db()
    with folded(log) as floor:
        kept = shown(floor)
    again, told = replayed(log)
    again.now = floor.now
    assert shown(again) == kept
    assert [answer.allowed for _row, answer in told] == [True] * 4


def test_a_commit_that_is_undone_is_not_remembered(log):
    open_with(log, 40)

    @transaction.atomic
    def undone():
        say(log.key, Said("request_floor"), delegate(log, "S001"))
        raise RuntimeError

    with pytest.raises(RuntimeError):
        undone()
    log.refresh_from_db()
    assert log.length == 2
    with folded(log) as floor:
        assert shown(floor)["speakers"] == []


def test_another_process_folds_on_from_what_was_committed(log):
    open_with(log, 40)
    folding.kept(log).drop()
    say(log.key, Said("request_floor"), delegate(log, "S001"))
    assert Entry.objects.filter(log=log).latest("n").n == 3


def test_what_was_undone_here_is_not_what_another_process_goes_on_from(log):
    open_with(log, 40)
    mine, others = folding.kept(log), folding.Kept()
    with transaction.atomic():
        say(log.key, Said("request_floor"), delegate(log, "S001"))
        transaction.set_rollback(True)
    assert mine.n == 3  # ahead of what was committed
    folding._kept[log.pk] = others
    say(log.key, Said("request_floor"), delegate(log, "S002"))
    say(log.key, Said("request_floor"), delegate(log, "S003"))
    folding._kept[log.pk] = mine
    with folded(log) as floor:
        assert shown(floor)["speakers"] == ["S002", "S003"]


@pytest.mark.parametrize("change", ["UPDATE conferences_entry SET duty = 'x'",
                                    "DELETE FROM conferences_entry",
                                    "TRUNCATE conferences_entry CASCADE"])  # fmt: skip
def test_postgresql_keeps_the_log(log, change):
    open_with(log, 40)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(IntegrityError), transaction.atomic():
            cursor.execute(change)


def test_the_register_holds_the_head_of_the_log_at_each_adjournment(log):
    open_with(log, 40)
    say(log.key, Said("adjourn_for_the_day"), chair(log))
    log.refresh_from_db()
    act = Act.objects.filter(verb="floor.close").latest("seq")
    assert act.facts == {"length": 3, "head": log.head}


def test_ten_answers_in_one_commit_cost_five_queries(log, django_assert_max_num_queries):
    open_with(log, 40)
    said = [(Said("request_floor", key="k"), delegate(log, state)) for state in STATES[:10]]
    with django_assert_max_num_queries(9):  # with those that begin and end the transaction
        assert all(outcome.n for outcome in say_many(log.key, said))


def test_a_duty_gives_a_seat_until_it_is_ended(log, officer):
    user = User.objects.create(email="chair@exercise.invalid", name="Chair of the exercise")
    give_duty(log.key, "chair", user, by=officer)
    viewer = f"chair:{user.key}"
    assert seats_for(log, [viewer, "secretary:account:99"]).keys() == {viewer}
    end_duty(log.key, "chair", user, by=officer)
    assert seats_for(log, [viewer]) == {}


def test_only_who_serves_sessions_opens_a_floor(officer):
    session = Session.objects.filter(body__key="cfm").latest("ordinal")
    nobody = Authority("account:5", "Nobody", clock.today())
    with pytest.raises(Refusal) as refused:
        open_floor(session.key, by=nobody, book="oic")
    assert refused.value.code == "conference.no-power"
    open_floor(session.key, by=officer, book="oic")
    with pytest.raises(Refusal):
        open_floor(session.key, by=officer, book="oic")
    committee = open_floor(session.key, by=officer, book="committee-half",
                           committee=Words(en="Committee"))  # fmt: skip
    assert committee.position == 1
    assert Log.objects.filter(session=session).count() == 2
    assert timezone.is_aware(committee.made)


def test_the_roll_of_each_meeting_is_that_of_its_day(officer):
    session = Session.objects.filter(body__key="cfm").latest("ordinal")
    log = open_floor(session.key, by=officer, book="oic")
    members = log.before["roll"]["members"]
    assert len(members) == 57
    say(log.key, Said("check_in", more={"who": members[:40]}), chair(log))
    origin = Provenance(sources=("exercise",))
    registrar = Authority("account:1", "Officer", clock.today(), powers=frozenset({"registrar"}))
    suspend_vote(state=members[0], since=clock.today().isoformat(), why=Words(en="arrears"),
                 origin=origin, by=registrar)  # fmt: skip
    say(log.key, Said("open_meeting"), chair(log))
    assert [row.do for row in Entry.objects.filter(log=log)] == [
        "check_in", "take_roll", "open_meeting",
    ]  # fmt: skip
    with folded(log) as floor:
        assert members[0] not in shown(floor)["entitled"]
        assert shown(floor)["quorum"]["members"] == 57  # it still counts in the roll
        assert shown(floor)["quorum"]["present"] == 40
    say(log.key, Said("adjourn_for_the_day"), chair(log))
    say(log.key, Said("open_meeting"), chair(log))
    assert Entry.objects.filter(log=log, do="take_roll").count() == 1


def test_the_desk_leads_who_has_a_duty_to_the_floor(log, officer, client):
    user = User.objects.create(email="chair@exercise.invalid", name="Chair of the exercise")
    give_duty(log.key, "chair", user, by=officer)
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = client.get("/en/desk/").content.decode()
    assert f"/en/floor/{log.key}/" in page
    assert "The chair" in page
