"""Where a citation leads: the page of a work, at the provision."""

from django.utils import translation

from amana.kernel.basis import Basis
from amana.web.links import reverse, with_query

__all__ = ["address_of"]


def address_of(basis: Basis, lang: str, on: str = "") -> str:
    """The page of a work in a language, at the provision; `on` is the day the reader typed."""
    with translation.override(lang):
        path = with_query(reverse("texts:work", {"key": basis.work}), {"on": on})
    return f"{path}#{basis.node}" if basis.node else path
