"""Badges at the desk: false, altered, revoked, copied, sent twice, sent late, and the log."""

from datetime import timedelta

import pytest

from amana.conferences.acts.badges import issue_badges, reissue_badge, revoke_badge
from amana.conferences.acts.delegations import (
    Details,
    add_delegate,
    open_delegations,
    withdraw_delegate,
)
from amana.conferences.acts.opening import open_floor
from amana.conferences.acts.passing import Scan, pass_desk
from amana.conferences.badging.codes import code_of, new_serial, serial_of
from amana.conferences.badging.presence import hall_of
from amana.conferences.models import Badge, Entry, Passage
from amana.conferences.tests.meetings import SERVING, SESSION
from amana.ground import clock
from amana.ground.models import Act
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words

OTHER = "cfm-51"


@pytest.fixture
def people(oic):
    """Two of Egypt and one of Jordan with badges: their numbers, and their codes by number."""
    open_delegations(SESSION, by=SERVING)
    day = clock.today()
    numbers = [
        add_delegate(SESSION, party, Details(Words(en=f"Delegate {at} (exercise)"),
                     since=day, until=day), by=SERVING).pk
        for at, party in enumerate(("egy", "egy", "jor"), 1)
    ]  # fmt: skip
    assert issue_badges(SESSION, ["egy", "jor"], by=SERVING) == 3
    codes = {badge.delegate_id: code_of(badge.serial) for badge in Badge.objects.all()}
    return numbers, codes


@pytest.fixture
def floor(oic):
    return open_floor(SESSION, by=SERVING, book="oic", language="ar")


def passed(*scans, device="gate-1", desk="Gate 1"):
    return [each.result for each in pass_desk(SESSION, scans, device=device, desk=desk, by=SERVING)]


def entries():
    return list(Entry.objects.order_by("n").values_list("do", "more"))


def test_a_code_is_sealed_and_an_altered_one_is_refused_without_the_database():
    code = code_of(new_serial())
    assert len(code) == 32
    assert serial_of(f" {code[:16].lower()}-{code[16:]} ") == code[:16]
    assert serial_of(f"https://desk.example.org/ar/desk/conferences/b/{code}/") == code[:16]
    for at in (0, 15, 16, 31):
        other = "A" if code[at] != "A" else "B"
        with pytest.raises(Refusal) as refused:
            serial_of(code[:at] + other + code[at + 1 :])
        assert refused.value.code == "badge.forged"
    for text in ("", "ABC", code[:31], code + "A", "x" * 100_000):
        with pytest.raises(Refusal) as refused:
            serial_of(text)
        assert refused.value.code == "badge.not-a-code"


def test_a_scanner_on_an_arabic_keyboard_types_the_same_code():
    layout = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", [
        *"\u0650", "لآ", *"{[\u064f]", "لأ", *"أ÷ـ،/'آ×؛\u064e\u064c\u064d", "لإ",
        *"`}\u064b\u0652", "إ", "~",
    ], strict=True))  # fmt: skip
    serial = new_serial()
    typed = "".join(layout.get(letter, letter) for letter in code_of(serial))
    assert serial_of(typed) == serial


def test_a_key_used_before_still_seals_and_no_other_does(settings):
    code = code_of(new_serial())
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key"
    assert serial_of(code)
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(Refusal):
        serial_of(code)


def test_two_of_one_delegation_count_once_and_the_log_says_who(people, floor):
    (first, second, third), codes = people
    assert hall_of(SESSION).delegations == 0
    assert passed(Scan("a", codes[first]), Scan("b", codes[second])) == ["in", "in"]
    assert hall_of(SESSION).delegations == 1
    assert passed(Scan("c", number=third)) == ["in"]
    hall = hall_of(SESSION)
    assert (hall.delegations, hall.members, hall.people) == (2, 57, frozenset(people[0]))
    assert entries() == [
        ("check_in", {"who": [f"egy/{first}"], "source": "badge"}),
        ("check_in", {"who": [f"egy/{second}"], "source": "badge"}),
        ("check_in", {"who": [f"jor/{third}"], "source": "desk"}),
    ]
    assert passed(Scan("d", codes[first], way="out")) == ["out"]
    assert hall_of(SESSION).delegations == 2
    assert passed(Scan("e", codes[second], way="out"), Scan("f", codes[second], way="out")) == [
        "out", "not_inside",
    ]  # fmt: skip
    assert hall_of(SESSION).delegations == 1


def test_the_same_scan_sent_again_counts_once(people, floor):
    (first, *_), codes = people
    scan = Scan("a", codes[first])
    assert passed(scan, scan) == ["in", "in"]
    again = pass_desk(SESSION, [scan], device="gate-1", by=SERVING)[0]
    assert (again.result, again.again) == ("in", True)
    assert Passage.objects.count() == len(entries()) == 1


def test_a_copied_badge_at_a_second_desk_is_told_where_and_since_when(people, floor):
    (first, *_), codes = people
    passed(Scan("a", codes[first]))
    told = pass_desk(
        SESSION, [Scan("a", codes[first])], device="gate-2", desk="Gate 2", by=SERVING
    )[0]
    assert (told.result, told.good, told.seen.desk) == ("already", False, "Gate 1")
    assert told.seen.at == Passage.objects.earliest("pk").at
    assert len(entries()) == 1


def test_a_revoked_badge_is_stopped_with_the_time_and_the_next_one_passes(people, floor):
    (first, *_), codes = people
    badge = revoke_badge(SESSION, first, by=SERVING, reason="Lost (exercise)")
    told = pass_desk(SESSION, [Scan("a", codes[first])], device="gate-1", by=SERVING)[0]
    assert (told.result, told.revoked, told.reason) == ("revoked", badge.revoked, "Lost (exercise)")
    assert entries() == []
    new = reissue_badge(SESSION, first, by=SERVING, reason="Lost (exercise)")
    assert passed(Scan("b", code_of(new.serial))) == ["in"]
    assert passed(Scan("c", codes[first], way="out")) == ["out"]


def test_a_badge_that_opens_nothing_is_told_why_and_leaves_no_trace(people, floor):
    (first, second, _), codes = people
    forged = codes[first][:31] + ("A" if codes[first][31] != "A" else "B")
    unknown = code_of(new_serial())
    withdraw_delegate(second, by=SERVING)
    assert passed(
        Scan("a", forged), Scan("b", unknown), Scan("c", "hello"), Scan("d", number=999_999),
        Scan("e", codes[second]), Scan("f"),
    ) == [
        "badge.forged", "badge.unknown", "badge.not-a-code", "delegations.no-such-delegate",
        "badge.withdrawn", "delegations.no-such-delegate",
    ]  # fmt: skip
    told = pass_desk(OTHER, [Scan("a", codes[first])], device="gate-1", by=SERVING)[0]
    assert told.result == "badge.other-session"
    assert not Passage.objects.exists()
    assert entries() == []


def test_who_is_not_accredited_that_day_is_stopped(oic, floor):
    open_delegations(SESSION, by=SERVING)
    eve = clock.today() - timedelta(days=1)
    gone = Details(Words(en="Delegate 4 (exercise)"), since=eve, until=eve)
    number = add_delegate(SESSION, "egy", gone, by=SERVING).pk
    assert passed(Scan("a", number=number)) == ["ended"]
    assert entries() == []


def test_what_a_cut_off_desk_read_arrives_later_and_once_with_both_times(people, floor):
    (first, second, _), codes = people
    read = clock.now() - timedelta(minutes=3)
    late = [Scan("a", codes[first], scanned=read), Scan("b", codes[second], scanned=read)]
    assert passed(*late) == passed(*late) == ["in", "in"]
    row = Passage.objects.earliest("pk")
    assert (row.scanned, row.at > read) == (read, True)
    assert [more["scanned"] for _, more in entries()] == [read.isoformat()] * 2
    future = Scan("c", codes[first], way="out", scanned=clock.now() + timedelta(hours=1))
    assert passed(future) == ["out"]
    assert Passage.objects.latest("pk").scanned is None


def test_without_a_floor_the_passages_of_the_day_say_who_is_inside(people):
    (first, _, third), codes = people
    assert passed(*(Scan(str(number), codes[number]) for number in people[0])) == ["in"] * 3
    assert hall_of(SESSION).delegations == 2
    assert passed(Scan("again", codes[first])) == ["already"]
    yesterday = clock.now() - timedelta(days=1)
    Passage.objects.update(at=yesterday)
    assert hall_of(SESSION).people == frozenset()
    assert passed(Scan("new day", codes[third])) == ["in"]


def test_what_a_desk_may_not_send_is_refused_whole(people, floor):
    (first, *_), codes = people
    with pytest.raises(Refusal):
        pass_desk(SESSION, [Scan("", codes[first])], device="gate-1", by=SERVING)
    with pytest.raises(Refusal):
        pass_desk(SESSION, [Scan(str(at), "x") for at in range(201)], device="g", by=SERVING)
    with pytest.raises(Refusal):
        pass_desk(SESSION, [], device="g", by=Authority("account:9", "Nobody", clock.today()))
    assert not Passage.objects.exists()


def test_badges_are_issued_once_and_revoked_for_a_reason_on_record(people):
    (first, *_), _codes = people
    assert issue_badges(SESSION, ["egy", "jor"], by=SERVING) == 0
    with pytest.raises(Refusal) as refused:
        revoke_badge(SESSION, first, by=SERVING, reason="")
    assert refused.value.code == "badge.reason"
    with pytest.raises(Refusal) as refused:
        revoke_badge(OTHER, first, by=SERVING, reason="Lost")
    assert refused.value.code == "badge.none"
    revoke_badge(SESSION, first, by=SERVING, reason="Lost (exercise)")
    assert issue_badges(SESSION, ["egy", "jor"], by=SERVING) == 0  # no print gives it back
    kept = list(
        Act.objects.filter(verb__startswith="badge.").order_by("seq").values_list("verb", "reason")
    )
    assert kept == [("badge.issue", ""), ("badge.revoke", "Lost (exercise)")]


def test_any_number_of_scans_takes_the_same_queries(people, floor, django_assert_max_num_queries):
    _, codes = people
    scans = [Scan(f"k{at}", code, way=way) for at, code in enumerate(codes.values())
             for way in ("in",)]  # fmt: skip
    with django_assert_max_num_queries(26):
        assert passed(*scans) == ["in"] * 3
