"""What may not be said on a floor beside its booth: a count that leaves out the electronic box."""

from collections.abc import Mapping
from typing import Any

from amana.conferences.models import Booth, Log
from amana.kernel.refusals import Refusal

__all__ = ["check_count"]


def check_count(log: Log, do: str, more: Mapping[str, Any]) -> None:
    """Refuse a `count` from the console while papers wait in a booth of that contest.

    The count of a booth names its published list. One query, for a count only. Refused:
    `ballot.count-at-the-table`.
    """
    if do != "count" or "list" in more:
        return
    waiting = Booth.objects.filter(log=log).exclude(status=Booth.Status.COUNTED)
    contest, part = str(more.get("contest", "")), more.get("region") or more.get("organ")
    for name in waiting.values_list("contest", flat=True):
        whole = name.partition("/")[0]
        if contest in ("", name, whole) and (not part or name == f"{whole}/{part}"):
            raise Refusal("ballot.count-at-the-table", contest=name)
