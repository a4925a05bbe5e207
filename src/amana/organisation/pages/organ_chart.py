"""The chart of organs as a picture."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from markupsafe import Markup

from amana.organisation.lookups.body_lists import Node
from amana.web.charts import Organ, org_chart
from amana.web.links import with_query

__all__ = ["drawn"]


def drawn(nodes: list[Node], request: HttpRequest) -> Markup:
    """The tree of bodies, each leading to its page for the asked day."""
    return org_chart(
        [_organ(node, request) for node in nodes],
        request.LANGUAGE_CODE,
        title=_("Chart of the organisation"),
    )


def _organ(node: Node, request: HttpRequest) -> Organ:
    row = node.body
    page = reverse("organisation:body", kwargs={"key": row.key})
    kind = "root" if row.kind.is_organisation else "organ" if row.kind.has_sessions else ""
    return Organ(
        row.key, row.names, node.parent, with_query(page, {"on": request.GET.get("on", "")}), kind
    )
