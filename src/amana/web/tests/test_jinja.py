"""Pages: what is undefined is a fault, what is text is escaped."""

import re
from datetime import date
from types import SimpleNamespace

import jinja2
import pytest
from django.test import override_settings
from django.utils import translation
from markupsafe import Markup

from amana.kernel.words import Words
from amana.web.jinja import environment
from amana.web.markup import words
from amana.web.tests.guide import render, request_for
from amana.web.tests.paths import TEMPLATES

pytestmark = pytest.mark.urls("amana.web.tests.urls")


@pytest.fixture(scope="module")
def env():
    return environment(loader=jinja2.FileSystemLoader(TEMPLATES))


@pytest.fixture(autouse=True)
def _organisation(settings):
    settings.ORGANISATION_NAME = "amana.web.tests.guide.organisation_name"


def said(env, source, lang="en", path="/organisation/members/", **context):
    with translation.override(lang):
        return env.from_string(source).render({"request": request_for(lang, path), **context})


def test_an_unknown_name_is_an_error_and_not_an_empty_place(env):
    with pytest.raises(jinja2.UndefinedError):
        said(env, "{{ nobody }}")


def test_what_people_type_is_escaped(env):
    assert said(env, "{{ x }}", x="<b>") == "&lt;b&gt;"


def test_variables_of_a_sentence_are_escaped_too(env):
    assert said(env, "{{ _('%(n)s members', n=x) }}", x="<5") == "&lt;5 members"


def test_a_link_keeps_the_day_and_takes_more_parameters(env):
    source = "{{ url('state', slug='mali', query={'tab': 'terms'}, fragment='top') }}"
    assert said(env, source, path="/?on=1982-06-01") == (
        "/state/mali/?on=1982-06-01&amp;tab=terms#top"
    )


def test_a_link_of_today_says_no_day(env):
    assert said(env, "{{ url('state', slug='mali') }}") == "/state/mali/"


def test_this_page_can_change_one_parameter_and_keep_the_others(env):
    path = "/organisation/members/?on=1982-06-01&page=2"
    assert said(env, "{{ here(page=3) }}", path=path) == (
        "/organisation/members/?on=1982-06-01&amp;page=3"
    )
    assert said(env, "{{ here(on=none, page=none) }}", path=path) == "/organisation/members/"


def test_another_language_keeps_the_day_and_the_filters(env):
    path = "/organisation/members/?on=1982-06-01&status=member"
    shown = said(env, "{{ url_in('ar') }}", path=path)
    assert "on=1982-06-01" in shown
    assert "status=member" in shown
    assert "lang=ar" in shown


@override_settings(ROOT_URLCONF="amana.web.tests.urls_by_language")
def test_a_language_in_the_path_is_replaced_there(env):
    with translation.override("en"):
        shown = said(env, "{{ url_in('ar') }}", path="/en/page/?on=1982-06-01")
    assert shown == "/ar/page/?on=1982-06-01"


def test_words_in_the_language_of_the_page_carry_no_mark():
    with translation.override("fr"):
        assert words(Words(en="Council", fr="Conseil")) == "Conseil"


def test_words_that_fall_back_say_their_own_language_and_direction():
    with translation.override("fr"):
        assert words(Words(ar="المجلس")) == '<span lang="ar" dir="rtl">المجلس</span>'


def test_a_symbol_is_isolated_and_runs_left_to_right(env):
    assert said(env, "{{ symbol('1/3-P(IS)') }}", "ar") == (
        '<bdi class="symbol" dir="ltr">1/3-P(IS)</bdi>'
    )


def test_a_symbol_inside_arabic_words_keeps_its_own_order():
    named = Words(ar="القرار 5/46-MM", en="Resolution 5/46-MM")
    with translation.override("ar"):
        assert words(named) == "القرار \u20685/46-MM\u2069"
        assert words("القرار 5/46-MM") == "القرار \u20685/46-MM\u2069"
        assert words(words(named)) == words(named)
    with translation.override("en"):
        assert words(named) == "Resolution 5/46-MM"


def test_a_mark_is_a_time_for_machines_and_words_for_people(env):
    assert said(env, "{{ '1975-07' | mark }}") == '<time datetime="1975-07">July 1975</time>'
    assert said(env, "{{ '' | mark }}") == ""


def test_a_mark_of_an_interval_is_no_single_time(env):
    assert "<time" not in said(env, "{{ '1972..1975' | mark }}")


def test_both_calendars_name_the_same_day(env):
    shown = said(env, "{{ d | dual }}", d=date(1982, 6, 1))
    assert 'datetime="1982-06-01"' in shown
    assert "1402" in shown
    assert "1982" in shown


def test_thousands_are_parted_as_each_language_does(env):
    assert "1,234" in said(env, "{{ 1234 | number }}")
    assert "1\u202f234,5" in said(env, "{{ 1234.5 | number(1) }}", "fr")


def test_the_page_says_its_language_and_direction(env):
    assert '<html lang="ar" dir="rtl">' in render(env, "ar")
    assert '<html lang="fr" dir="ltr">' in render(env, "fr")


def test_today_has_no_way_back_and_another_day_has(env, monkeypatch):
    monkeypatch.setattr("amana.ground.clock.today", lambda: date(2026, 11, 24))
    assert "Back to today" not in render(env, "en")
    other = render(env, "en", on=date(1982, 6, 1), path="/organisation/members/?on=1982-06-01&a=b")
    assert 'href="/organisation/members/?a=b">Back to today' in other


def test_the_day_form_carries_the_filters_and_not_the_old_day(env):
    shown = render(env, "en", path="/organisation/members/?on=1982-06-01&status=member&page=4")
    form = re.search(r'<details class="day-change".*?</details>', shown, re.DOTALL)[0]
    assert 'name="status" value="member"' in form
    assert 'type="hidden" name="on"' not in form
    assert 'name="page"' not in form


def test_the_line_of_this_page_is_the_current_one(env):
    shown = render(env, "en", path="/organisation/members/")
    assert shown.count('aria-current="page">Members') == 1


def test_a_page_that_names_its_line_lights_it_up_wherever_it_stands(env):
    named = {"path": "/elsewhere/", "stands_under": "organisation:members"}
    assert render(env, "en", **named).count('aria-current="page">Members') == 1
    unknown = render(env, "en", path="/elsewhere/", stands_under="no:such")
    assert 'aria-current="page">Members' not in unknown


@override_settings(ROOT_URLCONF="amana.web.tests.no_urls")
def test_the_shell_stands_before_any_room_is_built(env):
    shown = said(env, "{% extends 'web/base.html' %}{% block title %}Here{% endblock %}")
    assert "<h1>Here</h1>" in shown
    assert "<search" not in shown


def test_a_title_with_markup_stays_plain_in_the_window(env):
    source = "{% extends 'web/base.html' %}{% block title %}{{ words(w) }}{% endblock %}"
    shown = said(env, source, "fr", w=Words(ar="المجلس"))
    assert "<title>المجلس · " in shown
    assert '<h1><span lang="ar" dir="rtl">المجلس</span></h1>' in shown


def test_the_shell_stays_under_fifteen_kilobytes_in_every_language(env):
    source = "{% extends 'web/base.html' %}{% block title %}Here{% endblock %}"
    for lang in ("ar", "en", "fr"):
        assert len(said(env, source, lang).encode()) < 15_000


def test_no_page_carries_a_script_or_style_of_its_own(env):
    for lang in ("ar", "en", "fr"):
        shown = render(env, lang)
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", shown)
        assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", shown))


def test_the_source_of_a_fact_names_period_basis_and_source(env):
    row = SimpleNamespace(
        since_mark="1975-07", until_mark="", basis_links=[("Charter, art. 16", "/c#16")],
        sources=["https://example.org/a"], confidence="high", note=Words(), conflict=Words(),
    )  # fmt: skip
    source = "{% import 'web/components.html' as ui with context %}{{ ui.source_mark(row) }}"
    shown = said(env, source, row=row)
    for part in ("July 1975", '<a href="/c#16">', 'href="https://example.org/a"', "confirmed"):
        assert part in shown


def test_a_row_that_knows_little_still_has_a_source_mark(env):
    source = "{% import 'web/components.html' as ui with context %}{{ ui.source_mark(row) }}"
    assert "dates not known" in said(env, source, row=SimpleNamespace())


def test_a_dispute_is_shown_in_place_and_only_where_there_is_one(env):
    source = "{% import 'web/components.html' as ui with context %}{{ ui.disputed(row) }}"
    quarrel = SimpleNamespace(conflict=Words(en="Two dates are printed."))
    assert "Two dates are printed." in said(env, source, row=quarrel)
    assert said(env, source, row=SimpleNamespace(conflict=Words())).strip() == ""


def test_a_table_without_rows_says_so_over_its_whole_width(env):
    source = (
        "{% import 'web/components.html' as ui with context %}"
        "{{ ui.table('T', [column('a', 'A'), column('b', 'B')], []) }}"
    )
    assert re.search(r'<td colspan="2">\s*Nothing to show', said(env, source))


def test_the_links_of_a_table_ask_for_what_is_shown(env):
    source = "{% import 'web/components.html' as ui with context %}{{ ui.export_links() }}"
    shown = said(env, source, path="/organisation/members/?on=1982-06-01&status=member")
    assert "/organisation/members/?on=1982-06-01&amp;status=member&amp;format=csv" in shown


def test_a_fault_is_linked_from_the_summary_to_its_field(env):
    shown = render(env, "en")
    assert 'href="#id_name"' in shown
    assert re.search(r'id="id_name"[^>]*aria-describedby="[^"]*id_name_error', shown) or re.search(
        r'aria-describedby="[^"]*id_name_error[^"]*"[^>]*id="id_name"', shown
    )


def test_a_sentence_of_the_catalogue_keeps_its_days_in_order():
    said = Markup("مثلًا 1982-06-01 أو غيره")
    assert words(said) == "مثلًا \u20681982-06-01\u2069 أو غيره"
    assert words(Markup("<b>في 1982-06-01</b>")) == "<b>في 1982-06-01</b>"


def test_a_counted_sentence_writes_its_number_as_the_page_does(env):
    source = "{{ ngettext('%(num)d act.', '%(num)d acts.', n) }} {{ n | number }}"
    assert re.sub("<[^>]+>", "", said(env, source, n=1295)) == "1,295 acts. 1,295"
    assert "1\u202f295 actes." in said(env, source, lang="fr", n=1295)


def test_a_sentence_with_a_symbol_stays_whole_when_the_symbol_is_isolated():
    kept = words(Markup("القرار 4/33-S&amp;T"))
    assert kept == "القرار \u20684/33-S&amp;T\u2069"


def test_every_cell_but_the_first_names_its_column(env):
    source = (
        "{% set columns = [column('a', 'Body'), column('b', 'Seat & host')] %}"
        '{{ labelled(\'<th scope="row">x</th><td class="y">z</td>\' | safe, columns) }}'
    )
    assert said(env, source) == (
        '<th scope="row">x</th><td data-label="Seat &amp; host" class="y">z</td>'
    )


def test_what_happened_on_one_day_is_not_said_to_go_on_since(env):
    source = "{% import 'web/components.html' as ui with context %}{{ ui.period(row) }}"
    row = SimpleNamespace(since_mark="2006", until_mark="2006")
    assert said(env, source, row=row) == '<time datetime="2006">2006</time>'
    row = SimpleNamespace(since_mark="2006", until_mark="")
    assert said(env, source, row=row).startswith("since ")


def test_a_long_table_says_how_many_rows_it_has(env):
    source = (
        "{% import 'web/components.html' as ui with context %}"
        "{{ ui.table('Bodies', [column('a', 'Body')], rows, caption_hidden=true) }}"
    )
    assert "12 rows" in said(env, source, rows=[{"a": "x"}] * 12)
    assert "rows" not in said(env, source, rows=[{"a": "x"}] * 3)


def test_every_row_begins_its_columns_anew(env):
    rows = "<tr><th>1</th><td>2</td></tr><tr><th>3</th><td>4</td></tr>"
    source = f"{{{{ labelled('{rows}' | safe, ['A', 'B']) }}}}"
    row = '<tr><th>{}</th><td data-label="B">{}</td></tr>'
    assert said(env, source) == row.format(1, 2) + row.format(3, 4)
