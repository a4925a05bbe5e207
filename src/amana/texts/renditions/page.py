"""A text as one page of HTML that needs nothing else: no script, no picture, no network."""

from django.template.loader import render_to_string

from amana.texts.renditions.paper import REPEALED, Paper
from amana.texts.renditions.pdf import number_of
from amana.texts.rules.tree import walk

__all__ = ["html"]


def html(paper: Paper) -> bytes:
    """The page in the languages of the paper, side by side where there are several."""
    context = {
        "paper": paper,
        "rows": [unit for unit, _depth in walk(paper.units)],
        "number": number_of,
        "repealed": REPEALED,
        "dir": lambda lang: "rtl" if lang == "ar" else "ltr",
    }
    return render_to_string("texts/rendition.html", context).encode()
