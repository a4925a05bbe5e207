"""A list becomes delegates in one act, a second time nothing, and never by half."""

import time
from datetime import date

import pytest

from amana.conferences.acts import delegations as acts
from amana.conferences.acts.delegations import Details
from amana.conferences.acts.listing import take_in, with_record
from amana.conferences.acts.speaking_for import give_account, part_account
from amana.conferences.api import delegate_of, delegates_of, delegations_of
from amana.conferences.list_intake import read_list
from amana.conferences.models import Accreditation, Delegate, Delegation
from amana.conferences.tests.delegations.lists import SESSION, csv_of, exercise, faulty
from amana.conferences.tests.meetings import SERVING
from amana.ground import register
from amana.ground.models import Act
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.api import roll
from amana.texts.tests.people import DRAFTER

pytestmark = pytest.mark.usefixtures("oic")

HEAD = Details(Words(en="Delegate A (exercise)"), rank="head", email="a@example.org")


def taken(data, **more):
    read = read_list(SESSION, data)
    assert not read.faults
    return take_in(SESSION, read.entries, read.digest, by=SERVING, **more)


def written():
    return list(Act.objects.order_by("seq"))


def test_delegations_are_opened_once_for_whoever_was_called(parties):
    rows = delegations_of(SESSION, on=date(2024, 8, 29))
    counted = {
        status: sum(row.status == status for row in rows) for status in ("member", "observer")
    }
    assert counted["member"] == 56  # Syria's participation is suspended that day
    assert counted["observer"] == len(roll(on=date(2024, 8, 29)).observers)
    assert acts.open_delegations(SESSION, by=SERVING) == 0
    assert Delegation.objects.get(party="united-nations", session__key=SESSION).body


def test_318_delegates_of_41_delegations_are_one_act_and_again_nothing(parties):
    before = len(written())
    data = csv_of(exercise(parties))
    found = taken(data)
    assert (len(found.new), found.parties) == (318, 41)
    people = delegates_of(SESSION)
    assert len(people) == 318
    assert sum(each.is_head for each in people) == 41
    (act,) = written()[before:]
    assert act.facts | {"file": ""} == {
        "file": "", "new": 318, "changed": 0, "same": 0, "delegations": 41, "withdrawn": [],
    }  # fmt: skip
    assert "Delegate" not in str(act.facts)
    again = taken(data)
    assert again.says_nothing_new
    assert not again.gone
    assert len(written()) == before + 1
    assert register.verify()[2] is None


def test_a_corrected_list_changes_who_is_changed_and_keeps_the_number(parties):
    taken(csv_of(exercise(parties)))
    number = delegates_of(SESSION)[0].pk
    rows = exercise(parties)
    rows[0]["title_en"] = "Prime Minister (exercise)"
    rows[-1]["rank"] = "adviser"
    del rows[5]
    found = taken(csv_of(rows))
    assert (len(found.new), len(found.changed), len(found.gone)) == (0, 2, 1)
    assert len(delegates_of(SESSION)) == 318  # nobody is withdrawn silently
    first = next(each for each in delegates_of(SESSION) if each.pk == number)
    assert first.title.en == "Prime Minister (exercise)"
    assert Accreditation.objects.filter(delegate=number).count() == 2
    (gone,) = with_record(SESSION, read_list(SESSION, csv_of(rows)).entries).gone
    taken(csv_of(rows), withdraw=[gone.pk])
    assert len(delegates_of(SESSION)) == 317
    assert written()[-1].facts["withdrawn"] == [f"{gone.party}/{gone.pk}"]


def test_a_faulty_list_gives_no_entry_at_all(parties):
    read = read_list(SESSION, csv_of(faulty(exercise(parties))))
    assert len(read.faults) == 6
    assert read.entries == ()
    assert not Delegate.objects.exists()


@pytest.mark.parametrize("said", ["Egypt", "EGY", "eg", "مصر", "Égypte", "EGYPT (EGY)",
                                  "Arab Republic of Egypt", "جمهورية مصر العربية"])  # fmt: skip
def test_a_state_is_known_by_its_names_and_codes(parties, said):
    read = read_list(SESSION, f"State,Name\n{said},A".encode())
    assert [entry.party for entry in read.entries] == ["egy"], read.faults


def test_a_state_that_takes_no_part_is_told_from_one_that_is_none(parties):
    data = b"State,Name\nSyria,A\nAtlantis,B"
    assert [fault.code for fault in read_list(SESSION, data).faults] == [
        "delegations.row-no-part", "delegations.row-state",
    ]  # fmt: skip


def test_a_second_head_is_refused_unless_the_first_is_withdrawn(parties):
    taken(csv_of(exercise(parties[:1], 1)))
    (head,) = delegates_of(SESSION)
    data = csv_of([{"party": parties[0], "name": "Another (exercise)", "rank": "head"}])
    with pytest.raises(Refusal) as refused:
        taken(data)
    assert refused.value.code == "delegations.two-heads"
    assert len(delegates_of(SESSION)) == 1
    taken(data, withdraw=[head.pk])
    assert [each.names.en for each in delegates_of(SESSION)] == ["Another (exercise)"]


def test_three_thousand_delegates_are_written_in_two_seconds(parties):
    read = read_list(SESSION, csv_of(exercise(parties, 3000)))
    began = time.process_time()
    take_in(SESSION, read.entries, read.digest, by=SERVING)
    spent = time.process_time() - began
    assert spent < 2
    assert Delegate.objects.count() == 3000


def test_only_who_serves_the_session_takes_a_list_in(parties):
    read = read_list(SESSION, csv_of(exercise(parties, 41)))
    with pytest.raises(Refusal) as refused:
        take_in(SESSION, read.entries, read.digest, by=DRAFTER)
    assert refused.value.code == "conference.no-power"
    assert not Delegate.objects.exists()


# --- By hand


def test_a_delegate_is_added_changed_and_withdrawn(parties):
    number = acts.add_delegate(SESSION, "egy", HEAD, by=SERVING).pk
    with pytest.raises(Refusal) as refused:
        acts.add_delegate(SESSION, "egy", HEAD, by=SERVING)
    assert refused.value.code == "delegations.has-head"
    assert not acts.change_delegate(number, HEAD, by=SERVING)
    other = Details(Words(en="Delegate B (exercise)"), rank="adviser", until=date(2024, 8, 29))
    assert acts.change_delegate(number, other, by=SERVING)
    (row,) = delegates_of(SESSION)
    assert (row.key, row.rank, row.until) == (f"egy/{number}", "adviser", date(2024, 8, 29))
    acts.withdraw_delegate(number, by=SERVING)
    assert not delegates_of(SESSION)
    with pytest.raises(Refusal):
        acts.change_delegate(number, HEAD, by=SERVING)
    said = str([act.facts for act in written()[-3:]])
    assert "Delegate" not in said
    assert "example.org" not in said


def test_an_account_speaks_for_one_delegate_and_its_invitation_is_a_delegates(parties):
    number = acts.add_delegate(SESSION, "egy", HEAD, by=SERVING).pk
    user, link = give_account(number, base_url="https://x.example/", language="fr", by=SERVING)
    assert link.startswith("https://x.example/fr/")
    assert (user.language, user.is_administrator) == ("fr", False)
    assert delegate_of(user, SESSION).key == f"egy/{number}"
    assert delegate_of(user, SESSION, on=date(2026, 1, 1)) is None
    assert delegate_of(user, "cfm-49") is None
    other = acts.add_delegate(SESSION, "jor", HEAD, by=SERVING).pk
    with pytest.raises(Refusal) as refused:
        give_account(other, base_url="", language="fr", by=SERVING)
    assert refused.value.code == "delegations.account-elsewhere"
    part_account(number, by=SERVING)
    assert delegate_of(user, SESSION) is None
    assert written()[-1].office == "officer-of-conferences"


def test_no_invitation_is_given_to_an_account_that_is_more_than_a_delegates(parties, officer):
    from amana.accounts.api import find

    waiting = find("head@example.org")
    waiting.set_unusable_password()
    waiting.save()
    details = Details(Words(en="Delegate A (exercise)"), email="head@example.org")
    number = acts.add_delegate(SESSION, "egy", details, by=SERVING).pk
    user, link = give_account(number, base_url="", language="en", by=SERVING)
    assert user == waiting
    assert link == ""
