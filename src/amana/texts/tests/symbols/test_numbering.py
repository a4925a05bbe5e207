"""Symbols given out: the next number, what bears it, what is taken back, and why."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from amana.ground.models import Act
from amana.kernel.refusals import Refusal
from amana.texts.acts.symbols import assign, reserve, void
from amana.texts.models import Counter, IssuedSymbol, Series, Work, WorkRecord
from amana.texts.symbols import parse
from amana.texts.tests.people import DELEGATE, DRAFTER, RELEASER, officer

pytestmark = pytest.mark.django_db
SERIES = "cfm-resolutions"
SCOPE = {"session": "60", "cluster": "POL"}


@pytest.fixture
def work(db: None) -> Work:
    return Work.objects.create(key="exercise-resolution", kind="resolution")


@contextmanager
def refused(code: str) -> Iterator[None]:
    with pytest.raises(Refusal) as caught:
        yield
    assert caught.value.code == code
    assert all(caught.value.sentence(lang) for lang in ("ar", "en", "fr"))


def test_the_pack_describes_the_series_and_their_own_grammar_reads_them() -> None:
    found = {row.key: row for row in Series.objects.all()}
    assert {SERIES, "summit-resolutions", "cfm-draft-resolutions", "cfm-sg-reports"} <= set(found)
    for key, row in found.items():
        scope = {"session": "60", "cluster": "LEG", "year": "2031"}
        taken = reserve(key, {name: scope[name] for name in row.scope}, by=DRAFTER)
        read = parse(taken.canonical)
        assert (read.canonical, read.kind, read.number) == (taken.canonical, row.kind, "1")
        assert read.remarks == ()
        assert not taken.printed.missing()


def test_numbers_follow_each_other_from_one_in_every_scope() -> None:
    for number in (1, 2, 3):
        assert reserve(SERIES, SCOPE, by=DRAFTER).canonical == f"{number}/60-POL"
    other = reserve(SERIES, {"session": "60", "cluster": "LEG"}, by=DRAFTER)
    assert other.canonical == "1/60-LEG"
    assert reserve("summit-resolutions", SCOPE, by=DRAFTER).canonical == "1/60-POL(IS)"


def test_a_number_is_printed_in_the_words_and_letters_of_each_language() -> None:
    row = reserve(SERIES, SCOPE, by=DRAFTER)
    assert row.printed.en == "Resolution No. 1/60-POL"
    assert row.printed.fr == "Résolution n° 1/60-POL"
    assert row.printed.ar == "القرار رقم 1/60-س"
    assert parse(row.printed.ar).canonical == row.canonical
    assert reserve(SERIES, {"session": "60", "cluster": "MM"}, by=DRAFTER).printed.ar == (
        "القرار رقم 1/60-MM"
    )


def test_a_scope_is_named_by_any_form_of_its_parts() -> None:
    assert reserve(SERIES, {"session": "060", "cluster": "p"}, by=DRAFTER).scope == "60/POL"
    assert reserve(SERIES, SCOPE, by=DRAFTER).number == 2


def test_a_number_that_a_text_on_record_bears_is_not_given_again(oic: object) -> None:
    borne = WorkRecord.objects.known().filter(canonical__regex=r"^\d+/44-POL$")
    assert borne.count() == 23
    assert reserve(SERIES, {"session": "44", "cluster": "POL"}, by=DRAFTER).number == 24
    # 1/8-E and 2/8-EC are of one series, whatever its letters
    assert reserve(SERIES, {"session": "8", "cluster": "ECO"}, by=DRAFTER).number == 3


def test_a_number_borne_since_the_counter_began_is_passed_over(work: Work) -> None:
    reserve(SERIES, SCOPE, by=DRAFTER)
    old = WorkRecord.objects.known().filter(canonical="1/44-POL").get()
    values = {f.attname: getattr(old, f.attname) for f in old.fields_of_fact()}
    values |= {"work_id": work.pk, "canonical": "2/60-POL"}
    WorkRecord(act=old.act, **values).save(force_insert=True)
    assert reserve(SERIES, SCOPE, by=DRAFTER).number == 3


def test_a_reserved_symbol_is_assigned_to_a_work_once(work: Work) -> None:
    reserve(SERIES, SCOPE, by=DRAFTER)
    row = assign("القرار رقم 1/60 – س", by=RELEASER, work=work.key)
    assert (row.state, row.work) == (IssuedSymbol.State.ASSIGNED, work)
    with refused("symbol.not-reserved"):
        assign("1/60-POL", by=RELEASER, work=work.key)
    with refused("symbol.was-borne"):
        void("1/60-POL", by=RELEASER, reason="Exercise.", again=True)


def test_a_number_given_back_is_the_next_to_be_taken() -> None:
    first = reserve(SERIES, SCOPE, by=DRAFTER)
    reserve(SERIES, SCOPE, by=DRAFTER)
    void(first.canonical, by=RELEASER, reason="The draft was withdrawn.", again=True)
    again = reserve(SERIES, SCOPE, by=DRAFTER)
    assert (again.pk, again.number, again.state) == (first.pk, 1, IssuedSymbol.State.RESERVED)
    assert again.reason == ""
    assert reserve(SERIES, SCOPE, by=DRAFTER).number == 3


def test_a_number_that_is_void_for_good_leaves_a_gap_with_its_reason() -> None:
    first = reserve(SERIES, SCOPE, by=DRAFTER)
    void(first.canonical, by=RELEASER, reason="Merged with another.")
    assert reserve(SERIES, SCOPE, by=DRAFTER).number == 2
    row = IssuedSymbol.objects.get(canonical="1/60-POL")
    assert (row.state, row.reason, row.free) == ("void", "Merged with another.", False)
    with refused("symbol.void"):
        void("1/60-POL", by=RELEASER, reason="Again.")


def test_nothing_is_taken_back_without_a_reason() -> None:
    row = reserve(SERIES, SCOPE, by=DRAFTER)
    with refused("symbol.no-reason"):
        void(row.canonical, by=RELEASER, reason="  ")


def test_every_act_on_a_symbol_stands_in_the_register_with_its_power(work: Work) -> None:
    before = Act.objects.count()
    reserve(SERIES, SCOPE, by=DRAFTER)
    assign("1/60-POL", by=officer("secretary-general"), work=work.key)
    void("1/60-POL", by=officer("registrar"), reason="Exercise.")
    acts = list(Act.objects.order_by("seq")[before:])
    assert [act.verb for act in acts] == ["symbol.reserve", "symbol.assign", "symbol.void"]
    assert {act.subject for act in acts} == {"symbol:1/60-POL"}
    assert acts[1].facts["work"] == work.key
    assert acts[2].reason == "Exercise."


@pytest.mark.parametrize("powers", [(), ("head-of-department",)])
def test_who_may_not_draft_may_not_number(powers: tuple[str, ...]) -> None:
    with refused("text.no-power"):
        reserve(SERIES, SCOPE, by=officer(*powers) if powers else DELEGATE)


def test_a_drafter_reserves_and_neither_assigns_nor_voids(work: Work) -> None:
    row = reserve(SERIES, SCOPE, by=DRAFTER)
    with refused("text.no-power"):
        assign(row.canonical, by=DRAFTER, work=work.key)
    with refused("text.no-power"):
        void(row.canonical, by=DRAFTER, reason="Exercise.")


@pytest.mark.parametrize(
    ("series", "scope", "code"),
    [
        ("none", SCOPE, "series.unknown"),
        (SERIES, {"session": "60"}, "series.scope"),
        (SERIES, SCOPE | {"year": "2031"}, "series.scope"),
        (SERIES, {"session": "60", "cluster": "QQQ"}, "series.part"),
        (SERIES, {"session": "٦٠", "cluster": "POL"}, "series.part"),
        (SERIES, {"session": "0", "cluster": "POL"}, "series.part"),
        (SERIES, {"session": "-1", "cluster": "POL"}, "series.part"),
        (SERIES, {"session": "x" * 500, "cluster": "POL"}, "series.part"),
        (
            "cfm-sg-reports",
            {"session": "36", "cluster": "POL", "year": "2005"},
            "symbol.year-of-session",
        ),
    ],
)
def test_a_scope_that_cannot_be_is_refused_and_takes_no_number(
    series: str, scope: dict[str, str], code: str
) -> None:
    with refused(code):
        reserve(series, scope, by=DRAFTER)
    assert not Counter.objects.exists()
    assert not IssuedSymbol.objects.exists()


def test_what_was_not_given_out_is_neither_assigned_nor_void(work: Work) -> None:
    with refused("symbol.not-issued"):
        assign("9/60-POL", by=RELEASER, work=work.key)
    with refused("symbol.not-issued"):
        void("nothing", by=RELEASER, reason="Exercise.")
    reserve(SERIES, SCOPE, by=DRAFTER)
    with refused("work.unknown"):
        assign("1/60-POL", by=RELEASER, work="none")
    with refused("draft.unknown"):
        reserve(SERIES, SCOPE, by=DRAFTER, draft="none")


def test_a_template_that_its_grammar_does_not_read_takes_no_number() -> None:
    Series.objects.filter(key=SERIES).update(canonical="{number} of {session}, {cluster}")
    with refused("series.not-read"):
        reserve(SERIES, SCOPE, by=DRAFTER)
