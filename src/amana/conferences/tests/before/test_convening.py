"""Sessions asked for, supported, convened, moved: what the rules in force let happen."""

from datetime import date

import pytest

from amana.conferences import calling
from amana.conferences.acts import convening
from amana.conferences.api import session, sessions
from amana.conferences.models import Convening, Session, Sitting
from amana.conferences.tests.before.people import DELEGATE, OFFICER, ON, exercise
from amana.kernel.refusals import Refusal
from amana.organisation.api import roll

pytestmark = pytest.mark.usefixtures("oic")
OPENS, CLOSES = date(2026, 12, 20), date(2026, 12, 21)


def extraordinary(**more):
    given = {"initiative": "state", **more}
    return convening.convene("cfm", "extraordinary", OPENS, CLOSES, by=OFFICER, **given)


def agreed(count):
    row = convening.ask("cfm", "state", by=OFFICER, state="egy", purpose=exercise("Purpose"))
    others = [entry.key for entry in roll(on=ON).members if entry.key != "egy"]
    convening.support(row.key, others[: count - 1], by=OFFICER)
    return row.key


def test_an_ordinary_session_is_convened_with_the_next_number_and_both_calendars(council):
    assert (council.key, council.ordinal) == ("cfm-52", 52)
    view = session("cfm-52", on=ON, planned=True).this
    assert view.days.hijri_in("en") == "15 to 17 Muharram 1449H"
    assert view.place.en == "Jeddah, Saudi Arabia"
    assert view.phase == "planned"
    assert view.row.basis[0] == "charter-2008#art_10__para_1"


def test_who_serves_no_session_convenes_none():
    with pytest.raises(Refusal, match="conference officer"):
        convening.convene("cfm", "ordinary", OPENS, CLOSES, by=DELEGATE, initiative="rule")


def test_an_extraordinary_session_with_28_of_57_is_refused_under_the_charter():
    key = agreed(28)
    with pytest.raises(Refusal) as refused:
        extraordinary(request=key)
    assert refused.value.code == "convening.no-support"
    assert refused.value.facts == {"agreed": 28, "needed": 29, "members": 57}
    assert refused.value.basis[0] == "charter-2008#art_10__para_2"
    assert not Session.objects.filter(key=key).exists()


def test_with_29_it_is_convened_and_keeps_who_asked_and_when():
    key = agreed(29)
    made = extraordinary(request=key)
    assert (made.key, made.ordinal) == ("ex-cfm-23", 23)
    row = calling.convening_of(key)
    assert (row.stage, row.members, row.needed, len(row.requests)) == ("convened", 57, 29, 29)
    assert row.requests[0] == {"state": "egy", "on": "2026-11-24"}
    assert row.purpose == exercise("Purpose")


def test_the_chair_may_decide_otherwise_and_the_reason_stays():
    made = extraordinary(otherwise="Decided by the Chair after consultations.")
    row = calling.convening_of(made.key)
    assert row.otherwise == "Decided by the Chair after consultations."
    assert row.act.reason == row.otherwise


def test_under_the_charter_of_1972_two_thirds_were_needed():
    call = calling.terms_of("cfm", "extraordinary", on=date(1990, 1, 1))
    assert call.terms.share == "2/3"
    assert call.terms.basis == ("charter-1972#art_5",)


def test_the_same_state_counts_once_and_who_is_no_member_not_at_all():
    key = agreed(2)
    convening.support(key, ["egy"], by=OFFICER)
    assert len(calling.convening_of(key).requests) == 2
    with pytest.raises(Refusal, match="no member"):
        convening.support(key, ["rus"], by=OFFICER)


def test_an_extraordinary_summit_on_the_recommendation_of_the_council_needs_no_support():
    made = convening.convene(
        "islamic-summit", "extraordinary", OPENS, CLOSES, by=OFFICER, initiative="council"
    )
    # The two before it have no number on record, so nobody can say which this is.
    assert (made.key, made.ordinal) == ("ex-summit-2026-12", None)


def test_a_resumed_session_bears_the_number_of_the_one_it_resumes(council):
    made = convening.convene(
        "cfm", "resumed", date(2027, 9, 1), date(2027, 9, 2), by=OFFICER, initiative="decision",
        parent="cfm-52",
    )  # fmt: skip
    assert (made.key, made.ordinal) == ("cfm-52-resumed", 52)
    with pytest.raises(Refusal, match="none is chosen"):
        convening.convene(
            "cfm", "resumed", OPENS, CLOSES, by=OFFICER, initiative="decision", parent="summit-3"
        )


def test_a_session_that_is_moved_keeps_its_earlier_days(council):
    convening.move(
        "cfm-52", date(2027, 7, 4), date(2027, 7, 5), by=OFFICER, reason="The hall is not ready."
    )
    (before,) = calling.earlier_days("cfm-52")
    assert before.during.lower == date(2027, 6, 20)
    now = next(row for row in sessions(on=ON, planned=True) if row.key == "cfm-52")
    assert now.row.during.lower == date(2027, 7, 4)
    assert now.days.hijri_in("en") == "29 Muharram to 1 Safar 1449H"
    assert Sitting.objects.known().filter(session=council).count() == 1


def test_a_session_is_not_moved_without_a_reason_nor_closed_before_it_opens(council):
    with pytest.raises(Refusal, match="for a reason"):
        convening.move("cfm-52", OPENS, CLOSES, by=OFFICER, reason=" ")
    with pytest.raises(Refusal, match="close before"):
        convening.move("cfm-52", CLOSES, OPENS, by=OFFICER, reason="x")


def test_notice_of_a_session_that_a_pack_gave_is_kept_too():
    convening.notify("summit-16", ON, by=OFFICER)
    row = Convening.objects.known().get(key="summit-16")
    assert (row.notified, row.session.key) == (ON, "summit-16")


def test_the_rule_says_by_when_the_next_ordinary_session_falls_due():
    found = calling.regularity("cfm", calling.terms_of("cfm", "ordinary", on=ON), on=ON)
    assert (found.last.session.key, found.due) == ("cfm-51", date(2026, 6, 21))
