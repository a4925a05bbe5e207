"""The vote suspended, restored, exempted; and the roll of a day that follows from it."""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from amana.ground.models import Act
from amana.ground.packs import check, load
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.organisation import acts, api
from amana.organisation.lookups.voting import VotingRoll
from amana.organisation.models import Suspension, VoteExemption
from amana.organisation.tests.cast import NOBODY, ORIGIN, REGISTRAR, state_of_everything

pytestmark = pytest.mark.usefixtures("oic")
ARREARS = Words(en="contributions in arrears", fr="contributions en retard", ar="متأخرات المساهمات")
UNION = Path(__file__).parents[4] / "tests" / "second_organisation"
PACK = """
[[suspension]]
id = "union.xab.vote"
state = "xab"
body = "union"
of = "vote"
since = "2001"
until = "2005"
why = { en = "Dues unpaid", fr = "Cotisations impayées", ar = "اشتراكات غير مسددة" }
sources = ["exercise"]

[[vote_exemption]]
id = "union.xab.2003"
state = "xab"
body = "union"
since = "2003"
until = "2004"
decided_by = { en = "The Assembly", fr = "L'Assemblée", ar = "الجمعية" }
sources = ["exercise"]
"""
JUNE, JULY = date(2026, 6, 1), date(2026, 7, 1)


def suspend(state: str = "mli", since: str = "2026-06-01", **more: Any) -> Suspension:
    said = {"why": ARREARS, "origin": ORIGIN, "by": REGISTRAR}
    return acts.suspend_vote(state=state, since=since, **(said | more))


def exempt(since: str = "2026-06-10", **more: Any) -> VoteExemption:
    said = {"state": "mli", "origin": ORIGIN, "by": REGISTRAR}
    return acts.exempt_from_suspension(since=since, **(said | more))


def roll(body: str = "oic", on: date = JULY) -> VotingRoll:
    return api.roll_of(body, on=on)


def refused(code: str, act: Any, **said: Any) -> Refusal:
    before = state_of_everything()
    with pytest.raises(Refusal) as caught:
        act(**({"origin": ORIGIN, "by": REGISTRAR} | said))
    assert caught.value.code == code
    assert state_of_everything() == before
    assert len({caught.value.sentence(lang) for lang in LANGS}) == 3
    return caught.value


def test_a_member_without_its_vote_is_on_the_roll_with_why_and_the_provision() -> None:
    suspend()
    assert "mli" not in roll(on=date(2026, 5, 31)).withheld
    found = roll(on=JUNE)
    assert found.members["mli"].text("en") == "Mali"
    assert (len(found.members), found.without_vote) == (57, {"mli"})
    held = found.withheld["mli"]
    assert (held.why, held.basis) == (ARREARS, ("charter-2008#art_16",))
    assert (held.since, held.until) == (JUNE, None)
    written = Act.objects.first()
    assert (written.verb, written.subject) == ("vote.suspend", "membership:oic.mli")


def test_the_vote_is_restored_on_the_first_day_on_which_it_is_not_suspended() -> None:
    suspend()
    exempt()
    row = acts.restore_vote(state="mli", on="2026-07-01", origin=ORIGIN, by=REGISTRAR)
    assert row.period.last_day == date(2026, 6, 30)
    assert roll(on=date(2026, 6, 30)).exempt.keys() == {"mli"}
    assert not roll().withheld
    assert not VoteExemption.objects.on(JULY).exists()
    suspend(since="2026-08-01")  # and may be suspended again


def test_a_suspension_that_has_an_end_ends_by_itself() -> None:
    assert suspend(until="2026-07-01").period.last_day == date(2026, 6, 30)
    assert not roll().withheld


def test_an_exemption_gives_the_vote_and_leaves_the_suspension() -> None:
    suspend()
    exempt(until="2026-06-20", decided_by=Words(en="a council"))
    during = roll(on=date(2026, 6, 19))
    assert during.withheld.keys() == {"mli"}
    assert during.exempt["mli"] == api.Exempt(date(2026, 6, 10), date(2026, 6, 20))
    assert not during.without_vote
    assert roll(on=date(2026, 6, 20)).without_vote == {"mli"}
    exempt(since="2026-06-20")
    acts.end_exemption(state="mli", on="2026-07-01", origin=ORIGIN, by=REGISTRAR)
    assert (roll(on=date(2026, 6, 30)).exempt.keys(), roll().exempt) == ({"mli"}, {})


def test_what_is_not_so_on_that_day_is_refused() -> None:
    refused("membership.none", suspend, state="rus")
    refused("text.required", suspend, why=Words())
    refused("vote.not-suspended", exempt)
    refused("vote.not-suspended", acts.restore_vote, state="mli", on="2026-06-01")
    refused("vote.not-exempt", acts.end_exemption, state="mli", on="2026-06-01")
    refused("authority.missing", suspend, by=NOBODY)
    suspend()
    refused("constraint.one_suspension_a_state", suspend, since="2026-09-01")
    refused("vote.not-suspended", exempt, since="2026-05-31")
    exempt()
    refused("constraint.one_vote_exemption_a_state", exempt, since="2026-09-01")


def test_the_participation_and_the_vote_are_suspended_each_by_itself() -> None:
    suspend(state="egy", since="1983-01-01")
    refused("suspension.none", acts.reinstate, state="egy", on="1985-01-01")
    assert "egy" in roll(on=date(1983, 6, 1)).suspended
    assert "egy" not in roll(on=date(1983, 6, 1)).withheld
    assert roll(on=date(1985, 6, 1)).without_vote == {"egy"}


def test_who_leaves_the_organisation_leaves_nothing_suspended_behind() -> None:
    suspend()
    exempt()
    acts.withdraw(state="mli", on="2026-07-01", origin=ORIGIN, by=REGISTRAR)
    assert not Suspension.objects.on(JULY).filter(state__key="mli").exists()
    assert not VoteExemption.objects.on(JULY).exists()
    assert "mli" not in roll().members


def test_the_roll_of_a_day_is_read_in_four_queries(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(4):
        found = roll("cfm", date(1982, 6, 1))
    assert len(found.members) == 41
    assert found.suspended.keys() == {"afg", "egy"}
    assert list(found.members) == sorted(found.members)
    assert "united-nations" in roll("cfm").observers
    assert "tha" in roll("cfm").observers
    assert roll("cfm").observers["tha"].text("fr")


def test_a_body_with_members_of_its_own_has_these_and_a_suspension_in_all_holds_in_it() -> None:
    suspend()
    group = roll("african-group")
    assert len(group.members) == 17
    assert (group.observers, group.without_vote) == ({}, {"mli"})
    assert roll("cfm").without_vote == {"mli"}
    with pytest.raises(Refusal, match="atlantis"):
        roll("atlantis")


def test_a_vote_can_be_suspended_and_exempted_in_one_body_only() -> None:
    suspend(state="sen", body="cfm")
    suspend()
    assert (roll().without_vote, roll("cfm").without_vote) == ({"mli"}, {"mli", "sen"})
    exempt(body="cfm")
    assert (roll().without_vote, roll("cfm").without_vote) == ({"mli"}, {"sen"})
    refused("membership.none", suspend, state="tur", body="african-group")


@pytest.mark.parametrize("lang", LANGS)
def test_pages_say_whose_vote_is_suspended(client: Client, lang: str) -> None:
    suspend()
    exempt(until="2026-06-20", decided_by=Words(ar="مجلس", en="a council", fr="un conseil"))
    listed = client.get(f"/{lang}/members/?on=2026-06-15&q=mli").content.decode()
    with CaptureQueriesContext(connection) as asked:
        page = client.get(f"/{lang}/members/mli/?on=2026-06-15").content.decode()
    assert sum("conferences_" not in each["sql"] for each in asked) <= 10
    assert ARREARS.text(lang) in page
    assert 'id="exemptions"' in page
    said = {
        "en": "(1 June 2026); by exemption it votes until 5 Muharram 1448H (20 June 2026).",
        "fr": "vote admis par dérogation, fin de celle-ci",
        "ar": "وتصوّت بموجب إعفاء حتى 5 محرم 1448هـ، الموافق 20 يونيو 2026م.",
    }[lang]
    assert said in re.sub(r"<[^>]+>", "", page)
    badge = {"en": "Vote suspended", "fr": "Droit de vote suspendu", "ar": "حق التصويت معلَّق"}[lang]
    assert badge in listed
    assert badge not in client.get(f"/{lang}/members/?on=2026-05-15&q=mli").content.decode()
    table = client.get(f"/{lang}/members/?on=2026-06-15&q=mli&format=csv").content.decode()
    assert "2026-06-01,2026-06-10,2026-06-20" in table


def test_the_interface_says_it_too(client: Client) -> None:
    suspend()
    exempt()
    rows = client.get("/api/v1/members?on=2026-06-15").json()
    assert [row["id"] for row in rows if row["vote_suspended"] and row["vote_exempt"]] == ["mli"]
    found = client.get("/api/v1/states/mli").json()
    assert (found["suspensions"][0]["of"], found["suspensions"][0]["why"]["en"]) == (
        "vote", "contributions in arrears",
    )  # fmt: skip
    assert found["vote_exemptions"][0]["start_date"] == "2026-06-10"


def test_what_befell_the_year_calls_the_vote_by_its_name(client: Client) -> None:
    suspend()
    told = [(each.kind, each.key) for each in api.annals(2026) if each.mark == "2026-06-01"]
    assert told == [("vote", "mli")]
    assert "The vote of" in client.get("/en/?on=2026-06-15").content.decode()


def test_a_pack_says_suspensions_of_the_vote_and_exemptions(tmp_path: Path) -> None:
    union = Path(shutil.copytree(UNION, tmp_path / "union"))
    (union / "votes.toml").write_text(PACK, "utf-8")
    assert check(union).faults == []
    load(union)
    vote = Suspension.objects.known().get(state__key="xab", of="vote")
    assert vote.why == Words(en="Dues unpaid", fr="Cotisations impayées", ar="اشتراكات غير مسددة")
    assert vote.period.last_day == date(2005, 12, 31)
    free = VoteExemption.objects.known().get(state__key="xab")
    assert (free.decided_by.en, free.during.lower) == ("The Assembly", date(2003, 1, 1))
    again = load(union)
    assert (again.added, again.changed) == (0, 0)
    (union / "votes.toml").write_text(PACK.replace('"2004"', '"2005"'), "utf-8")
    assert load(union).changed == 1
    (union / "votes.toml").write_text(PACK.replace('of = "vote"', 'of = "voice"'), "utf-8")
    assert {fault.refusal.code for fault in check(union).faults} == {"pack.wrong-choice"}
