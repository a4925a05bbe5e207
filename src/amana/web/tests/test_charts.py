"""Charts: what they say, in both directions, to those who see them and those who do not."""

import re
from datetime import date
from math import atan2
from xml.etree import ElementTree

import pytest

from amana.kernel.words import Words
from amana.web.charts import (
    Lane,
    Organ,
    Side,
    Span,
    bars,
    choropleth,
    hemicycle,
    org_chart,
    timeline,
    years,
)
from amana.web.charts.choropleth import _world
from amana.web.charts.measure import cut, width, wrap
from amana.web.tests.guide import ORGANS

SVG = "{http://www.w3.org/2000/svg}"
LONG = Words(
    ar="إدارة الشؤون الإنسانية والثقافية والاجتماعية وشؤون الأسرة والشباب والمجتمع المدني " * 5,
    en="Department of Humanitarian, Cultural, Social and Family Affairs " * 6,
)


def tree(svg):
    return ElementTree.fromstring(str(svg))


def every_chart(lang="en"):
    lane = Lane("Office", (Span.of_marks("A <b>", "1971", "1973"), Span.of_marks("B", "1979-10")))
    return {
        "org": org_chart(ORGANS, lang, title="Organs"),
        "timeline": timeline(
            [lane], date(1970, 1, 1), date(1990, 1, 1), date(1982, 6, 1), lang, title="Offices"
        ),
        "bars": bars([("Mali", 3, "/mali"), ("Chad", 1)], lang, title="Shares"),
        "years": years({1969: 2, 1975: 5}, lang, title="Resolutions", asked=1970),
        "map": choropleth({"MLI": "member"}, {"MLI": "Mali"}, lang, title="Members"),
        "hemicycle": hemicycle(SIDES, lang, required=28, line="28 needed", title="Draft P1"),
    }


SIDES = (
    Side("For", "round", 38, ["Egypt", "Mali"]), Side("Against", "square", 3),
    Side("Abstaining", "ring", 4, counts=False),
)  # fmt: skip


@pytest.mark.parametrize("name", ["org", "timeline", "bars", "years", "map", "hemicycle"])
@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_every_picture_is_sound_named_and_described(name, lang):
    svg = tree(every_chart(lang)[name])
    ident = svg.get("id")
    has_links = next(svg.iter(f"{SVG}a"), None) is not None
    assert svg.get("role") == ("group" if has_links else "img")
    assert svg.find(f"{SVG}title").get("id") == svg.get("aria-labelledby") == f"{ident}-title"
    assert svg.find(f"{SVG}desc").text
    assert svg.get("lang") == lang


@pytest.mark.parametrize("name", ["org", "timeline", "bars", "years", "map", "hemicycle"])
def test_no_picture_carries_a_style_attribute_or_a_script(name):
    svg = tree(every_chart()[name])
    assert all("style" not in part.attrib for part in svg.iter())
    assert not [part for part in svg.iter() if part.tag == f"{SVG}script"]


def test_a_label_is_escaped():
    assert "A &lt;b&gt;" in every_chart()["timeline"]


def test_a_long_text_wraps_into_lines_that_fit():
    lines = wrap(LONG.en, 200, 13)
    assert len(lines) > 3
    assert all(width(line, 13) <= 200 for line in lines)
    assert " ".join(lines) == LONG.en.strip()


def test_a_word_too_long_for_its_box_is_not_lost():
    assert wrap("a" * 90, 50, 13) == ["a" * 90]


def test_a_cut_label_ends_in_an_ellipsis_and_fits():
    short = cut("Secretary-General", 60, 13)
    assert short.endswith("…")
    assert width(short, 13) <= 60
    assert cut("Secretary-General", 5, 13) == ""


def boxes(svg):
    return [
        tuple(float(rect.get(key)) for key in ("x", "y", "width", "height"))
        for rect in tree(svg).iter(f"{SVG}rect")
    ]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_boxes_of_organs_never_overlap_however_long_their_names(lang):
    organs = [Organ("a", LONG), *(Organ(f"b{n}", LONG, "a") for n in range(6))]
    organs += [Organ(f"c{n}", LONG, "b2") for n in range(3)]
    found = boxes(org_chart(organs, lang, title="Organs"))
    assert len(found) == 10
    for at, (x, y, w, h) in enumerate(found):
        for ox, oy, ow, oh in found[at + 1 :]:
            assert x + w <= ox or ox + ow <= x or y + h <= oy or oy + oh <= y


def test_an_arabic_chart_begins_at_the_right():
    english = boxes(org_chart(ORGANS, "en", title="Organs"))
    arabic = boxes(org_chart(ORGANS, "ar", title="Organs"))
    assert english[0][0] < english[-1][0]
    assert arabic[0][0] > arabic[-1][0]


def test_arabic_text_is_drawn_from_right_to_left():
    texts = list(tree(org_chart(ORGANS, "ar", title="Organs")).iter(f"{SVG}text"))
    assert texts
    assert all(text.get("direction") == "rtl" for text in texts)


def test_a_name_in_another_language_says_so():
    svg = tree(org_chart([Organ("a", Words(en="Council"))], "ar", title="Organs"))
    assert next(svg.iter(f"{SVG}text")).get("lang") == "en"


def test_an_organ_whose_parent_is_absent_is_a_root_and_a_circle_loses_nobody():
    organs = [Organ("a", "A", "nowhere"), Organ("b", "B", "c"), Organ("c", "C", "b")]
    assert len(boxes(org_chart(organs, "en", title="Organs"))) == 3


def test_each_organ_links_to_its_page():
    svg = tree(org_chart([Organ("a", "A", url="/bodies/a/")], "en", title="Organs"))
    assert next(svg.iter(f"{SVG}a")).get("href") == "/bodies/a/"


def classes(svg):
    return [part.get("class") or "" for part in tree(svg).iter()]


def spans_drawn(*marks, kind=1):
    span = Span.of_marks("A", *marks, kind=kind)
    return timeline(
        [Lane("L", (span,))], date(1970, 1, 1), date(1990, 1, 1), date(1982, 6, 1), "en", title="T"
    )


def test_an_end_known_to_the_year_is_drawn_open():
    assert classes(spans_drawn("1971", "1975-03-01")).count("uncertain line-1") == 1
    assert classes(spans_drawn("1971", "1975")).count("uncertain line-1") == 2


def test_ends_known_to_the_day_are_drawn_closed():
    assert "uncertain line-1" not in classes(spans_drawn("1971-01-01", "1975-03-01"))


def test_a_period_never_sure_is_all_open():
    drawn = classes(spans_drawn("1975", "1975"))
    assert "fill-1" not in drawn
    assert "uncertain line-1" in drawn


def test_a_period_outside_the_picture_is_left_out():
    assert ">A<" not in spans_drawn("1950", "1960")


def test_the_asked_day_is_a_line_only_where_the_picture_reaches_it():
    lane = [Lane("L", ())]
    begins, ends = date(1970, 1, 1), date(1990, 1, 1)
    assert "today" in classes(timeline(lane, begins, ends, date(1982, 1, 1), "en", title="T"))
    assert "today" not in classes(timeline(lane, begins, ends, date(2026, 1, 1), "en", title="T"))


def test_bars_are_as_long_as_their_numbers():
    widths = [w for _x, _y, w, _h in boxes(bars([("A", 10), ("B", 5)], "en", title="T"))]
    assert widths[0] == pytest.approx(2 * widths[1], abs=0.2)


def test_a_negative_bar_is_refused():
    with pytest.raises(ValueError, match="no length"):
        bars([("A", -1)], "en", title="T")


def test_bars_of_nothing_are_an_empty_picture():
    assert boxes(bars([], "en", title="T")) == []
    assert boxes(bars([("A", 0)], "en", title="T"))[0][2] == 0.5


def test_each_year_with_a_count_has_one_column():
    assert len(boxes(years({1969: 2, 1970: 0, 1975: 5}, "en", title="T"))) == 2


def test_time_runs_from_right_to_left_in_arabic():
    english = boxes(years({1969: 1, 1975: 1}, "en", title="T"))
    arabic = boxes(years({1969: 1, 1975: 1}, "ar", title="T"))
    assert english[0][0] < english[1][0]
    assert arabic[0][0] > arabic[1][0]


MEMBERS = """
    AFG ALB ARE AZE BEN BFA BGD BHR BRN CIV CMR COM DJI DZA EGY GAB GIN GMB GNB GUY IDN IRN IRQ
    JOR KAZ KGZ KWT LBN LBY MAR MDV MLI MOZ MRT MYS NER NGA OMN PAK PSE QAT SAU SDN SEN SLE SOM
    SUR SYR TCD TGO TJK TKM TUN TUR UGA UZB YEM
""".split()  # noqa: SIM905  (a roll is read better than a list)


def test_every_member_has_a_place_on_the_map():
    world = _world()
    assert len(MEMBERS) == 57
    assert [code for code in MEMBERS if code not in world["shapes"] | world["dots"]] == []


@pytest.mark.parametrize("code", ["BHR", "MDV", "COM", "BRN", "PSE", "GMB"])
def test_a_state_too_small_to_see_stands_as_a_dot(code):
    svg = tree(choropleth({code: "member"}, {}, "en", title="Members"))
    assert len(list(svg.iter(f"{SVG}circle"))) == 1


def test_the_map_stays_under_sixty_kilobytes():
    labels = dict.fromkeys(MEMBERS, Words(ar="الجمهورية الإسلامية الموريتانية"))
    drawn = choropleth(dict.fromkeys(MEMBERS, "member"), labels, "ar", title="Members")
    assert len(drawn.encode()) < 75_000
    assert len(str(_world()).encode()) < 60_000


def test_no_outline_leaves_the_map():
    world = _world()
    for shape in world["shapes"].values():
        for outline in re.findall(r"M(-?\d+) (-?\d+)l([^z]*)z", shape):
            x, y = int(outline[0]), int(outline[1])
            steps = [int(step) for step in re.findall(r"-?\d+", outline[2])]
            for dx, dy in zip(steps[::2], steps[1::2], strict=True):
                x, y = x + dx, y + dy
                assert 0 <= x <= world["width"]
                assert abs(dx) < 160


def test_a_kind_that_the_map_does_not_know_is_refused():
    with pytest.raises(ValueError, match="emperor"):
        choropleth({"MLI": "emperor"}, {}, "en", title="Members")


def test_kinds_differ_by_hatching_as_well_as_by_colour():
    values = {"MLI": "member", "THA": "observer", "SYR": "suspended"}
    svg = tree(choropleth(values, {}, "en", title="Members"))
    fills = {part.get("class"): part.get("fill") for part in svg.iter(f"{SVG}path")}
    assert fills["observer"] == "url(#observer)"
    assert fills["suspended"] == "url(#suspended)"
    assert not fills["member"].startswith("url")


def test_a_hemicycle_has_a_mark_for_each_vote_that_counts_and_two_shapes():
    svg = tree(every_chart()["hemicycle"])
    legend = 1  # each side once more
    assert len(svg.findall(f"{SVG}circle")) == 38 + legend + 1
    assert len(svg.findall(f"{SVG}rect")) == 3 + legend
    assert [mark.find(f"{SVG}title").text for mark in svg.findall(f"{SVG}circle")[:2]] == [
        "Egypt: For", "Mali: For",
    ]  # fmt: skip
    assert svg.find(f"{SVG}desc").text == "For: 38; Against: 3; Abstaining: 4; 28 needed"


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_line_of_a_hemicycle_stands_after_as_many_as_are_required(lang):
    for required in (1, 28, 38, 41):
        svg = tree(hemicycle(SIDES, lang, required=required, line="needed", title="Draft"))
        line = next(part for part in svg.findall(f"{SVG}path") if part.get("class") == "today")
        x, y = map(float, line.get("d").rpartition("L")[2].split())
        marks = [
            *((float(one.get("cx")), float(one.get("cy"))) for one in svg.findall(f"{SVG}circle")),
            *(
                (
                    float(one.get("x")) + float(one.get("width")) / 2,
                    float(one.get("y")) + float(one.get("height")) / 2,
                )
                for one in svg.findall(f"{SVG}rect")
            ),
        ]  # fmt: skip
        seats = [place for place in marks if place[1] < 330]  # the legend stands below
        before = [place for place in seats if _turned(*place, lang) < _turned(x, y, lang)]
        assert (len(seats), len(before)) == (41, required)


def _turned(x, y, lang):
    """How far round from the inline start a point lies, in radians."""
    return atan2(326 - y, x - 320 if lang == "ar" else 320 - x)


def test_a_vote_without_any_answer_has_an_empty_hemicycle():
    svg = tree(hemicycle([Side("For", "round", 0)], "fr", required=1, line="1", title="Draft"))
    assert len(svg.findall(f"{SVG}circle")) == 1
    with pytest.raises(ValueError, match="shape"):
        hemicycle([Side("For", "star", 1)], "fr", required=1, line="1", title="Draft")
