"""Eight hands that take twenty numbers each at once, and give some back: run by a test.

It works on the database of the state folder it is given, commits for good, and prints as JSON
what came of it.
"""

import json
import threading
from typing import Any

from amana.cli.database import database

HANDS, EACH = 8, 20


def main() -> None:
    """Make a series, let the hands work, and say what stands in the end."""
    with database():
        from amana.ground.models import Act
        from amana.ground.register import verify
        from amana.texts.models import Series

        Series.objects.create(
            key="cfm-resolutions", grammar="oic", body="cfm", kind="resolution",
            scope=["session", "cluster"], canonical="{number}/{session}-{cluster}",
            printed={"en": "Resolution No. {number}/{session}-{cluster}"},
        )  # fmt: skip
        given, back = _work()
        said = _outcome(given, back)
        said["acts"] = Act.objects.count()
        said["register_holds"] = verify()[2] is None
    print(json.dumps(said))


def _work() -> tuple[list[int], list[int]]:
    from django.db import connection, connections

    from amana.texts.acts.symbols import reserve, void
    from amana.texts.tests.people import DRAFTER, RELEASER

    connection.close()
    given: list[int] = []
    back: list[int] = []
    faults: list[BaseException] = []
    start = threading.Barrier(HANDS)

    def hand(own: int) -> None:
        try:
            start.wait()
            for turn in range(EACH):
                row = reserve("cfm-resolutions", {"session": "60", "cluster": "POL"}, by=DRAFTER)
                given.append(row.number)
                if turn % 7 == own % 7:
                    void(row.canonical, by=RELEASER, reason="Exercise.", again=True)
                    back.append(row.number)
        except BaseException as fault:  # told by the main thread
            faults.append(fault)
        finally:
            connections["default"].close()

    hands = [threading.Thread(target=hand, args=(own,)) for own in range(HANDS)]
    for each in hands:
        each.start()
    for each in hands:
        each.join()
    if faults:
        raise faults[0]
    return given, back


def _outcome(given: list[int], back: list[int]) -> dict[str, Any]:
    from amana.texts.models import Counter, IssuedSymbol

    rows = IssuedSymbol.objects.filter(scope="60/POL")
    kept = list(rows.values_list("number", flat=True))
    held = rows.filter(state="reserved").count()
    return {
        "given": len(given), "given_back": len(back), "kept": kept,
        "duplicates": len(given) - len(back) - held,
        "last": Counter.objects.get(scope="60/POL").next - 1,
    }  # fmt: skip


if __name__ == "__main__":
    main()
