"""Pictures: pure functions from data to SVG, each with a title and a description.

A table with the same numbers stands beside each of them. Colours come by class from the style
sheet, so the same picture serves light, dark and paper. In Arabic every picture is mirrored: time
and length run from right to left.
"""

from amana.web.charts.bars import bars
from amana.web.charts.choropleth import choropleth
from amana.web.charts.hemicycle import Side, hemicycle
from amana.web.charts.org import Organ, org_chart
from amana.web.charts.spans import Lane, Span, timeline
from amana.web.charts.years import years

__all__ = [
    "Lane", "Organ", "Side", "Span", "bars", "choropleth", "hemicycle", "org_chart", "timeline",
    "years",
]  # fmt: skip
