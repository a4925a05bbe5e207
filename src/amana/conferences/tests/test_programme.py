"""Planning meetings into rooms: clashes are named, earlier times stay, PostgreSQL holds it."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from amana.conferences.acts.opening import give_duty, open_floor
from amana.conferences.acts.programme import (
    Plan,
    cancel_meeting,
    change_meeting,
    doubts,
    move_meeting,
    plan_meeting,
    plan_of,
    restore_meeting,
)
from amana.conferences.acts.rooms import add_room, change_room, close_room, reopen_room
from amana.conferences.cloning import clone
from amana.conferences.dues import opening_of
from amana.conferences.models import Meeting, MeetingTime, Room
from amana.conferences.programme import (
    EVERYTHING,
    Eyes,
    meeting,
    meetings_of,
    next_meeting,
    programme_of_day,
)
from amana.conferences.tests.meetings import (
    SERVING,
    SESSION,
    at,
    planned,
    titled,
    two_rooms,
)
from amana.ground import register
from amana.ground.models import Act
from amana.kernel.refusals import Refusal
from amana.texts.tests.people import officer

pytestmark = pytest.mark.usefixtures("oic")


@pytest.fixture
def halls() -> tuple[Room, Room]:
    return two_rooms()


def test_a_room_that_is_taken_is_named_with_the_meeting_and_the_time(halls):
    planned(at("10:00", "13:00"), title=titled("Committee A"))
    written = Act.objects.count()
    with pytest.raises(Refusal) as why:
        planned(at("12:30", "14:00"))
    assert why.value.code == "room.taken"
    said = why.value.sentence("en")
    assert "Great hall (exercise) is taken: “Committee A (exercise)”" in said
    assert "3 December 2026" in said
    assert "10:00–13:00" in said
    assert "Free at the time asked: Small room (exercise)." in said
    assert "من 10:00 إلى 13:00" in why.value.sentence("ar")
    assert Act.objects.count() == written


def test_meetings_that_touch_do_not_clash_and_another_room_is_free(halls):
    planned(at("10:00", "13:00"))
    planned(at("13:00", "14:00"))
    planned(at("10:00", "13:00"), room="small-room-exercise")
    assert len(meetings_of(SESSION)) == 3


def test_postgresql_refuses_two_meetings_in_one_room_whatever_the_act_thought(halls):
    row = planned(at("10:00", "13:00"))
    other = planned(at("10:00", "13:00"), room="small-room-exercise")
    twin = Meeting.objects.create(key="twin", session=row.meeting.session, number=99)
    copy = MeetingTime.objects.get(pk=other.pk)
    copy.pk, copy.fact, copy.meeting, copy.room = None, uuid4(), twin, row.room
    with pytest.raises(IntegrityError, match="one_meeting_a_room"), transaction.atomic():
        copy.save(force_insert=True)
    copy.cancelled = True
    copy.save(force_insert=True)


def test_a_version_of_a_meeting_is_never_changed(halls):
    row = planned(at("10:00", "13:00"))
    with pytest.raises(IntegrityError, match="dated fact"), transaction.atomic():
        MeetingTime.objects.filter(pk=row.pk).update(cancelled=True)


def test_a_moved_meeting_shows_its_earlier_time_and_keeps_its_length(halls):
    row = planned(at("10:00", "13:00"))
    move_meeting(row.meeting.key, row.starts + timedelta(hours=5), by=SERVING, reason="Rehearsal")
    found = meeting(row.meeting.key)
    assert found.hours_in("en") == "15:00–18:00"
    assert found.moved_from.pk == row.pk
    assert (found.sequence, found.this.reason) == (1, "Rehearsal")
    assert Act.objects.latest("seq").verb == "meeting.move"
    assert register.verify()[2] is None


def test_a_meeting_may_be_moved_within_its_own_time_but_not_onto_another(halls):
    row = planned(at("10:00", "13:00"))
    planned(at("15:00", "16:00"))
    move_meeting(row.meeting.key, row.starts + timedelta(hours=1), by=SERVING)
    with pytest.raises(Refusal, match="is taken"):
        move_meeting(row.meeting.key, row.starts + timedelta(hours=4), by=SERVING)


def test_other_arrangements_are_no_move_and_nothing_new_is_refused(halls):
    row = planned(at("10:00", "13:00"))
    plan = plan_of(row)
    with pytest.raises(Refusal, match="Nothing"):
        change_meeting(row.meeting.key, plan, by=SERVING)
    change_meeting(
        row.meeting.key, Plan(plan.room, plan.slot, languages=("ar", "en", "fr")), by=SERVING
    )
    found = meeting(row.meeting.key)
    assert found.moved_from is None
    assert found.sequence == 1
    assert Act.objects.latest("seq").verb == "meeting.change"


def test_a_cancelled_meeting_frees_its_room_and_comes_back_only_if_that_is_free(halls):
    row = planned(at("10:00", "13:00"))
    key = row.meeting.key
    with pytest.raises(Refusal, match="with a reason only"):
        cancel_meeting(key, by=SERVING, reason=" ")
    cancel_meeting(key, by=SERVING, reason="Postponed")
    with pytest.raises(Refusal, match="is cancelled"):
        cancel_meeting(key, by=SERVING, reason="Again")
    with pytest.raises(Refusal, match="is cancelled"):
        move_meeting(key, row.starts + timedelta(hours=1), by=SERVING)
    other = planned(at("11:00", "12:00"))
    with pytest.raises(Refusal, match="is taken"):
        restore_meeting(key, by=SERVING)
    cancel_meeting(other.meeting.key, by=SERVING, reason="Postponed")
    assert restore_meeting(key, by=SERVING).cancelled is False
    with pytest.raises(Refusal, match="is not cancelled"):
        restore_meeting(key, by=SERVING)


def test_who_does_not_serve_sessions_plans_nothing(halls):
    with pytest.raises(Refusal, match="no office that may"):
        plan_meeting(SESSION, Plan("great-hall-exercise", at("10:00", "11:00")), by=officer("x"))
    with pytest.raises(Refusal, match="no office that may"):
        add_room(titled("Third"), by=officer("x"))


def test_what_is_unknown_or_out_of_use_is_refused_by_its_name(halls):
    with pytest.raises(Refusal, match="no room"):
        planned(at("10:00", "11:00"), room="x")
    with pytest.raises(Refusal, match="no session"):
        plan_meeting("x", Plan("great-hall-exercise", at("10:00", "11:00")), by=SERVING)
    with pytest.raises(Refusal, match="no floor"):
        planned(at("10:00", "11:00"), log="x")
    with pytest.raises(Refusal, match="both calendars"):
        planned(at("10:00", "11:00", date(2099, 1, 1)))
    with pytest.raises(Refusal, match="no meeting"):
        cancel_meeting("x", by=SERVING, reason="x")
    close_room("small-room-exercise", by=SERVING)
    with pytest.raises(Refusal, match="out of use"):
        planned(at("10:00", "11:00"), room="small-room-exercise")
    reopen_room("small-room-exercise", by=SERVING)
    planned(at("10:00", "11:00"), room="small-room-exercise")


def test_a_room_that_is_still_needed_stays_in_use_and_in_its_zone(halls):
    slot = at("10:00", "13:00", date(2070, 12, 3))
    planned(slot)
    with pytest.raises(Refusal, match="still needed"):
        close_room("great-hall-exercise", by=SERVING)
    with pytest.raises(Refusal, match="still needed"):
        change_room("great-hall-exercise", by=SERVING, zone="Asia/Baku")
    assert change_room("great-hall-exercise", by=SERVING, booths=6).booths == 6
    with pytest.raises(Refusal, match="not a time zone"):
        change_room("small-room-exercise", by=SERVING, zone="Asia/Nowhere")


def test_a_room_elsewhere_is_read_on_its_own_clock(halls):
    add_room(titled("Hall abroad"), by=SERVING, zone="Asia/Baku")
    row = planned(at("23:30", "01:00"), room="hall-abroad-exercise")
    found = meeting(row.meeting.key)
    assert found.day == date(2026, 12, 4)
    assert found.hours_in("en") == "00:30–02:00 (Asia/Baku)"
    assert (row.since_mark, row.until_mark) == ("2026-12-04", "2026-12-04")
    assert programme_of_day(SESSION, date(2026, 12, 4)) == [found]


def test_the_title_of_a_closed_meeting_is_for_those_who_take_part_alone(halls, django_user_model):
    secretary = django_user_model.objects.create(email="s@example.org", name="Secretary (exercise)")
    other = django_user_model.objects.create(email="o@example.org", name="Other (exercise)")
    log = open_floor(SESSION, by=SERVING, book="oic")
    give_duty(log.key, "secretary", secretary, by=SERVING)
    row = planned(at("10:00", "13:00"), title=titled("Secret matter"), access="closed", log=log.key)
    key = row.meeting.key
    assert meeting(key).title.en == "Closed meeting"
    assert meeting(key, eyes=EVERYTHING).title == row.title
    assert meeting(key, eyes=Eyes(user=other.pk)).title.en == "Closed meeting"
    mine = meeting(key, eyes=Eyes(user=secretary.pk))
    assert (mine.title, mine.concerns) == (row.title, True)
    assert "Secret matter" not in str(Act.objects.latest("seq").facts)
    cancel_meeting(key, by=SERVING, reason="Secret reason")
    assert "Secret reason" not in str(list(Act.objects.values("facts", "reason")))
    assert next_meeting(log) is None


def test_what_should_be_looked_at_is_told_and_not_refused(halls, django_user_model):
    chair = django_user_model.objects.create(email="c@example.org", name="Chair (exercise)")
    plenary = open_floor(SESSION, by=SERVING, book="oic")
    committee = open_floor(SESSION, by=SERVING, book="oic", committee=titled("Committee"))
    for log in (plenary, committee):
        give_duty(log.key, "chair", chair, by=SERVING)
    planned(at("10:00", "13:00"), log=plenary.key, expected=("egy", "mli"))
    small = "small-room-exercise"
    plan = Plan(small, at("12:00", "14:00"), languages=("ar", "en"), log=committee.key,
                expected=("mli",))  # fmt: skip
    told = [doubt.code for doubt in doubts(SESSION, plan)]
    assert told == ["meeting.too-few-booths", "meeting.chair-twice", "meeting.delegations-twice"]
    again = Plan(small, at("12:00", "14:00"), log=plenary.key)
    assert [doubt.code for doubt in doubts(SESSION, again)] == ["meeting.floor-twice"]
    assert doubts(SESSION, Plan(small, at("13:00", "14:00"), log=plenary.key)) == []
    assert next_meeting(plenary, after=datetime(2026, 12, 1, tzinfo=UTC)).this.room.booths == 3


def test_the_programme_can_be_asked_as_it_was_known(halls):
    row = planned(at("10:00", "13:00"))
    before = row.recorded.lower
    move_meeting(row.meeting.key, row.starts + timedelta(hours=5), by=SERVING)
    assert [each.slot for each in meetings_of(SESSION, at=before)] == [at("10:00", "13:00")]
    assert meetings_of(SESSION, at=before - timedelta(seconds=1)) == []


def test_a_programme_is_taken_over_counted_from_the_opening(halls):
    before, after = "cfm-49", "cfm-50"
    first, second = opening_of(before), opening_of(after)
    slot = at("10:00", "13:00", first + timedelta(days=1))
    plan = Plan("great-hall-exercise", slot, titled("Committee A"), ("ar", "en", "fr"))
    plan_meeting(before, plan, by=SERVING)
    gone = plan_meeting(before, Plan("small-room-exercise", slot), by=SERVING)
    cancel_meeting(gone.meeting.key, by=SERVING, reason="Postponed")
    ((part, made),) = clone(before, after, ["programme"], by=SERVING)
    assert (part.name, made) == ("programme", 1)
    (found,) = meetings_of(after)
    assert found.day == second + timedelta(days=1)
    assert (found.hours_in("en"), found.title.en) == ("10:00–13:00", "Committee A (exercise)")
    ((_part, again),) = clone(before, after, ["programme"], by=SERVING)
    assert again == 0
    assert len(meetings_of(after)) == 1
