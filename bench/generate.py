"""Generated data at scale: facts and acts that no test and no user ever sees."""

import random
import uuid
from datetime import UTC, date, datetime, timedelta

from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange

from amana.ground import register
from amana.ground.models import Act
from amana.kernel.authority import Authority
from amana.kernel.words import Words
from amana.organisation import models as m

BY = Authority("bench", "Generated data", date(2026, 1, 1), powers=frozenset({"administrator"}))
PAST = date(1970, 1, 1)


def facts(count: int = 50_000, seed: int = 7) -> int:
    """About `count` dated facts of the past: bodies that came and went, with all they had.

    Of states, bodies and persons that are generated too, and over before 1999: a page of today
    shows as many rows as it did; what grows is what PostgreSQL must pass over.
    """
    draw = random.Random(seed)
    act = register.record("generate", "bench:facts", by=BY, facts={"count": count})
    kind = m.BodyKind.objects.get(key="external")
    states = m.State.objects.bulk_create(
        m.State(key=f"q{a}{b}".lower(), alpha3=f"Q{a}{b}") for a in "MNOPQRST" for b in "ABCDEFGHI"
    )
    bodies = m.Body.objects.bulk_create(
        m.Body(key=f"bench-{n}", kind=kind, rank=9000 + n) for n in range(count // 100)
    )
    offices = m.Office.objects.bulk_create(
        m.Office(key=f"bench-office-{n}", body=body, position=9000 + n)
        for n, body in enumerate(bodies)
    )
    people = m.Person.objects.bulk_create(
        m.Person(key=f"bench-person-{n}") for n in range(count // 50)
    )

    def common(since: date, days: int) -> dict[str, object]:
        until = since + timedelta(days)
        return {
            "during": DateRange(since, until), "since_mark": since.isoformat(),
            "until_mark": until.isoformat(), "sources": ["bench"], "act": act,
            "fact": uuid.uuid4(), "basis": ["charter-1972#art_6"],
        }  # fmt: skip

    def some_day() -> date:
        return PAST + timedelta(draw.randrange(5000))

    words = Words(en="Generated body", fr="Organe généré", ar="جهاز مولَّد")
    rows: dict[type, list[object]] = {
        m.Establishment: [m.Establishment(body=b, **common(PAST, 9000)) for b in bodies],
        m.BodyName: [m.BodyName(body=b, names=words, **common(PAST, 9000)) for b in bodies],
        m.PersonName: [
            m.PersonName(person=p, names=Words(en=f"Holder {n}"), **common(PAST, 9000))
            for n, p in enumerate(people)
        ],
        m.Term: [
            m.Term(office=o, person=draw.choice(people), **common(PAST + timedelta(n * 400), 399))
            for o in offices for n in range(20)
        ],
        m.Rule: [
            m.Rule(name=name, body=b, value="1", **common(PAST, 8000))
            for b in bodies for name in m.RuleName.objects.all()[:10]
        ],
    }  # fmt: skip
    rows[m.Membership] = [
        m.Membership(state=s, body=b, **common(some_day(), 3000)) for b in bodies for s in states
    ][: count - sum(map(len, rows.values()))]
    for model, made in rows.items():
        model.objects.bulk_create(made, batch_size=2000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return sum(map(len, rows.values()))


def acts(count: int = 100_000) -> int:
    """A register of `count` chained acts, written in bulk but hashed as every act is."""
    seq, prev = register.head()
    made = []
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    for number in range(count):
        act = Act(
            seq=seq + 1 + number, at=moment + timedelta(seconds=number), actor="bench",
            actor_name="Generated data", office="registrar", verb="membership.record",
            subject=f"membership:bench.{number}", reason="Generated for the bench",
            facts={"model": "organisation.Membership", "fact": str(uuid.UUID(int=number)),
                   "names": {"ar": "جهاز مولَّد", "en": "Generated"}, "during": ["1970-01-01", None]},
            basis=["charter-2008#art_3"], prev=prev,
        )  # fmt: skip
        act.hash = prev = register.digest(register.entry(act))
        made.append(act)
        if len(made) == 5000:
            Act.objects.bulk_create(made)
            made.clear()
    Act.objects.bulk_create(made)
    return count
