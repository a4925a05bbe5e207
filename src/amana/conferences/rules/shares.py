"""Shares of a number of members, in whole numbers.

A share is written `1/3`, `2/3`, `3/4` … or `majority`. Source of the two formulas: rule 67 of the
General Assembly and the charters that say "two thirds of the members".
"""

import re
from functools import cache

from amana.kernel.refusals import Refusal

__all__ = ["need"]

SHARE = re.compile(r"([1-9][0-9]{0,5})/([1-9][0-9]{0,5})")


def need(share: str, members: int) -> int:
    """How many make `share` of `members`: 38 for two thirds of 57, 97 for the majority of 193.

    Refused: `procedure.share-unknown` when the share cannot be read or is over one.
    """
    if share == "majority":
        return members // 2 + 1
    over, under = _parts(share)
    return -(-members * over // under)


@cache
def _parts(share: str) -> tuple[int, int]:
    found = SHARE.fullmatch(share)
    if not found or int(found[1]) > int(found[2]):
        raise Refusal("procedure.share-unknown", share=share)
    return int(found[1]), int(found[2])
