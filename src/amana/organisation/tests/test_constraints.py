"""What PostgreSQL itself refuses, past every act, of rows as any program could write them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import Error, IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange, DateTimeTZRange

from amana.ground import clock
from amana.ground.dated import Dated
from amana.ground.models import Act
from amana.kernel.refusals import catalogue
from amana.kernel.words import LANGS
from amana.organisation.models import (
    Attestation,
    Body,
    BodyKind,
    BodyName,
    Establishment,
    Membership,
    Office,
    Person,
    Placement,
    Post,
    Question,
    Rule,
    RuleName,
    Seat,
    State,
    StateName,
    Suspension,
    Term,
    VoteExemption,
)

pytestmark = pytest.mark.usefixtures("oic")
ROOMS = ("organisation", "texts", "conferences", "finance")


def days(since: str | None, until: str | None) -> DateRange:
    return DateRange(
        date.fromisoformat(since) if since else None, date.fromisoformat(until) if until else None
    )


def write(model: type[Dated], since: str | None, until: str | None, **values: Any) -> Any:
    """A row saved past the acts, on some act that is on record."""
    row = model(during=days(since, until), act=Act.objects.first(), **values)
    with transaction.atomic():
        row.save(force_insert=True)
    return row


@contextmanager
def refused(name: str) -> Iterator[None]:
    """PostgreSQL refuses, by the constraint of this name."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        yield
    assert caught.value.__cause__.diag.constraint_name == name  # type: ignore[union-attr]


def body(key: str) -> Body:
    kind = BodyKind.objects.get(key="department")
    return Body.objects.create(key=key, kind=kind, rank=1)


def the(model: Any, key: str) -> Any:
    return model.objects.get(key=key)


def two_of(model: type[Dated], constraint: str, **values: Any) -> None:
    """Of such rows two that share a day are refused, and two that touch are not."""
    write(model, "1800-01-01", "1810-01-01", **values)
    with refused(constraint):
        write(model, "1809-12-31", None, **values)
    with refused(constraint):
        write(model, None, "1800-01-02", **values)
    write(model, "1810-01-01", "1811-01-01", **values)
    write(model, None, "1800-01-01", **values)


def test_two_holders_of_one_seat_are_refused() -> None:
    office, person = the(Office, "secretary-general"), the(Person, "khaled-saleem")
    two_of(Term, "one_holder_a_seat", office=office, person=person)
    with refused("one_holder_a_seat"):
        write(Term, "2026-11-17", None, office=office, person=person)
    write(Term, "2026-11-17", None, office=office, person=person, seat=2)


def test_two_memberships_of_one_state_in_one_body_are_refused() -> None:
    oic = the(Body, "oic")
    two_of(Membership, "one_membership_a_state", state=the(State, "zaf"), body=oic)
    with refused("one_membership_a_state"):
        write(Membership, "2026-01-01", None, state=the(State, "egy"), body=oic, status="observer")
    two_of(Membership, "one_membership_a_body", member_body=body("league"), body=oic)


def test_two_values_of_one_rule_are_refused() -> None:
    name, oic = the(RuleName, "secretary-general.term-length"), the(Body, "oic")
    two_of(Rule, "one_value_a_rule", name=name, body=oic, value="9")
    with refused("one_value_a_rule"):
        write(Rule, "2026-01-01", None, name=name, body=oic, value="9")


def test_a_body_has_one_name_one_place_one_seat_and_one_existence_a_day() -> None:
    found = body("dept-archives")
    two_of(BodyName, "one_name_a_body", body=found)
    two_of(Placement, "one_parent_a_body", body=found, parent=the(Body, "oic"))
    two_of(Seat, "one_seat_a_body", body=found)
    two_of(Establishment, "one_establishment_a_body", body=found)


def test_a_state_has_one_name_and_one_suspension_of_a_kind_a_day() -> None:
    egypt, oic = the(State, "egy"), the(Body, "oic")
    two_of(Suspension, "one_suspension_a_state", state=egypt, body=oic)
    write(Suspension, "1805-01-01", "1806-01-01", state=egypt, body=oic, of="vote")
    two_of(VoteExemption, "one_vote_exemption_a_state", state=egypt, body=oic)
    row = VoteExemption.objects.filter(state=egypt).latest("pk")
    with refused("vote_exemption_is_a_period"):
        write(VoteExemption, "1700-01-01", "1700-01-01", state=egypt, body=oic)
    with refused("vote_exemption_one_version"):
        write(VoteExemption, "2000-01-01", None, state=egypt, body=oic, fact=row.fact)
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        row.delete()
    new = State.objects.create(key="zzz", alpha3="ZZZ", kind="state")
    two_of(StateName, "one_name_a_state", state=new)


def test_an_office_is_described_once_a_day() -> None:
    office = Office.objects.create(key="clerk", body=the(Body, "oic"))
    two_of(Post, "one_post_an_office", office=office)


def test_one_answer_to_a_question_is_preferred() -> None:
    two_of(Question, "one_question_a_key", key="new.question")
    values = {"question_key": "new.question", "preferred": True}
    write(Attestation, None, None, number=1, **values)
    with refused("one_preferred_attestation"):
        write(Attestation, None, None, number=2, **values)
    with refused("one_attestation_a_number"):
        write(Attestation, None, None, question_key="new.question", number=1)
    write(Attestation, None, None, question_key="new.question", number=2)


def test_a_party_and_a_holder_are_one() -> None:
    oic, egypt = the(Body, "oic"), the(State, "egy")
    with refused("membership_has_one_party"):
        write(Membership, "1800-01-01", None, body=oic)
    with refused("membership_has_one_party"):
        write(Membership, "1800-01-01", "1801-01-01", body=oic, state=egypt, member_body=oic)
    with refused("term_has_one_holder"):
        write(Term, "1800-01-01", "1801-01-01", office=the(Office, "secretary-general"))


def dated() -> list[type[Dated]]:
    return [
        model for room in ROOMS for model in apps.get_app_config(room).get_models()
        if issubclass(model, Dated)
    ]  # fmt: skip


def copy_of(row: Dated, **changes: Any) -> Dated:
    """The same fact once more, as a new row."""
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return type(row)(**(values | {"id": None} | changes))


every_fact = pytest.mark.parametrize("model", dated(), ids=lambda model: model.__name__)


def some(model: type[Dated]) -> Dated:
    row = model.objects.known().first()
    if row is None:
        pytest.skip("the pack says nothing of this kind")
    return row


@every_fact
def test_an_empty_period_is_refused(model: type[Dated]) -> None:
    empty = DateRange(date(2000, 1, 1), date(2000, 1, 1))
    closed = DateTimeTZRange(clock.now() - timedelta(1), clock.now())
    with pytest.raises(IntegrityError, match="_is_a_period"), transaction.atomic():
        copy_of(some(model), during=empty, recorded=closed).save(force_insert=True)


@every_fact
def test_a_period_that_ends_before_it_begins_is_refused(model: type[Dated]) -> None:
    backwards = DateRange(date(2000, 1, 2), date(2000, 1, 1))
    with pytest.raises(Error, match="lower bound must be less"), transaction.atomic():
        copy_of(some(model), during=backwards).save(force_insert=True)


@every_fact
def test_two_known_versions_of_one_fact_are_refused(model: type[Dated]) -> None:
    # Where the days before are taken too, the overlap may be what is found first.
    by = "_one_version|exclusion constraint"
    earlier = DateRange(date(1700, 1, 1), date(1701, 1, 1))
    with pytest.raises(IntegrityError, match=by), transaction.atomic():
        copy_of(some(model), during=earlier).save(force_insert=True)


def test_a_second_version_is_refused_even_where_it_overlaps_nothing() -> None:
    row = Term.objects.known().get(office__key="secretary-general", during__upper_inf=True)
    with refused("term_one_version"):
        copy_of(row, seat=2).save(force_insert=True)


@every_fact
def test_a_dated_row_is_neither_changed_nor_deleted(model: type[Dated]) -> None:
    row, table = some(model), model._meta.db_table
    closed = "tstzrange(lower(recorded), now())"
    before = list(model.objects.values().order_by("pk"))
    for sql in (
        f"UPDATE {table} SET during = daterange('1900-01-01', NULL) WHERE id = %s",
        f"UPDATE {table} SET basis = '{{}}', note = '{{\"en\": \"else\"}}' WHERE id = %s",
        f"UPDATE {table} SET recorded = tstzrange('1900-01-01', upper(recorded)) WHERE id = %s",
        f"UPDATE {table} SET recorded = tstzrange('1900-01-01', '1901-01-01') WHERE id = %s",
        f"UPDATE {table} SET recorded = {closed}, since_mark = '1900' WHERE id = %s",
        f"DELETE FROM {table} WHERE id = %s",
    ):
        with (
            pytest.raises(IntegrityError, match="never changed"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(sql, [row.pk])
    assert list(model.objects.values().order_by("pk")) == before


def test_what_was_known_is_closed_once_and_never_opened_again() -> None:
    row = Term.objects.known().first()
    now = clock.now()
    Term.objects.filter(pk=row.pk).update(recorded=DateTimeTZRange(row.recorded.lower, now))
    for again in (None, now + timedelta(days=1)):
        with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
            Term.objects.filter(pk=row.pk).update(
                recorded=DateTimeTZRange(row.recorded.lower, again)
            )


@pytest.mark.parametrize("model", dated(), ids=lambda model: model.__name__)
def test_every_table_of_dated_facts_is_kept_by_a_trigger(model: type[Dated]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgenabled FROM pg_trigger WHERE tgrelid = %s::regclass AND tgname = %s",
            [model._meta.db_table, f"{model._meta.db_table}_is_kept"],
        )
        assert cursor.fetchall() == [("O",)]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE ground_act SET actor = 'another' WHERE seq = 1",
        "UPDATE ground_act SET hash = reverse(hash)",
        "DELETE FROM ground_act WHERE seq = (SELECT max(seq) FROM ground_act)",
        "TRUNCATE ground_act CASCADE",
    ],
)
def test_an_act_is_neither_changed_nor_deleted_nor_truncated(sql: str) -> None:
    count = Act.objects.count()
    with (
        pytest.raises(IntegrityError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)
    assert Act.objects.count() == count


def under(below: Body, above: Body, since: str | None = None, until: str | None = None) -> None:
    write(Placement, since, until, body=below, parent=above)


def test_a_body_does_not_stand_under_itself() -> None:
    one = body("one")
    with pytest.raises(IntegrityError), transaction.atomic():
        under(one, one)


def test_a_body_does_not_stand_under_what_stands_under_it_at_one_step_or_two() -> None:
    one, two, three = body("one"), body("two"), body("three")
    under(two, one)
    with refused("no_body_is_its_own_ancestor"):
        under(one, two)
    under(three, two)
    with refused("no_body_is_its_own_ancestor"):
        under(one, three)


def test_a_circle_is_refused_only_on_days_that_all_of_it_shares() -> None:
    one, two, three = body("one"), body("two"), body("three")
    under(two, one, "1990-01-01", "2000-01-01")
    under(one, two, "2000-01-01", "2010-01-01")  # they change places: no day is shared
    with refused("no_body_is_its_own_ancestor"):
        under(one, two, "1985-01-01", "1990-01-02")
    under(three, two, "1990-01-01", "1995-01-01")
    under(one, three, "1995-01-01", "2000-01-01")  # two above three only before, one below after


def test_a_circle_that_is_no_longer_known_refuses_nothing() -> None:
    one, two = body("one"), body("two")
    under(two, one)
    row = Placement.objects.known().get(body=two)
    Placement.objects.filter(pk=row.pk).update(
        recorded=DateTimeTZRange(row.recorded.lower, clock.now() + timedelta(seconds=1))
    )
    under(one, two)


@pytest.mark.parametrize("room", ROOMS)
def test_every_constraint_has_its_sentence_in_three_languages(room: str) -> None:
    models = apps.get_app_config(room).get_models()
    names = {constraint.name for model in models for constraint in model._meta.constraints}
    assert names
    for name in names:
        entry = catalogue()[f"constraint.{name}"]
        assert all(getattr(entry["what"], lang) and getattr(entry["do"], lang) for lang in LANGS)


def test_a_moment_before_the_pack_was_loaded_knows_nothing() -> None:
    long_ago = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
    assert not Term.objects.known(at=long_ago).exists()


@pytest.mark.django_db
def test_a_table_of_dated_facts_is_not_truncated() -> None:
    with (
        pytest.raises(IntegrityError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("TRUNCATE organisation_term")
