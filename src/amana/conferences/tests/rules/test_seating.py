"""The hall by protocol order: three languages, the lot, the podium, and who was moved by hand."""

from amana.conferences.rules.seating import Party, seated

MEMBERS = (
    ("dza", "الجزائر", "Algeria", "Algérie"), ("jor", "الأردن", "Jordan", "Jordanie"),
    ("egy", "مصر", "Egypt", "Égypte"), ("are", "الإمارات", "United Arab Emirates", "Émirats"),
    ("dji", "جيبوتي", "Djibouti", "Djibouti"), ("sau", "المملكة العربية السعودية",
     "Saudi Arabia", "Arabie saoudite"),
)  # fmt: skip
OBSERVERS = (("rus", "روسيا", "Russia", "Russie"), ("bih", "البوسنة", "Bosnia", "Bosnie"))


def parties(lang):
    at = ("ar", "en", "fr").index(lang) + 1
    return [
        *(Party(row[0], row[at]) for row in MEMBERS),
        *(Party(row[0], row[at], "observer") for row in OBSERVERS),
        Party("zzz", "A guest", "guest"),
    ]


def order(plan, block="members"):
    return [place.party.key for place in plan.of(block)]


def test_the_arabic_article_is_not_counted_and_accents_do_not_part_letters():
    assert order(seated(parties("ar"), "ar", 4)) == ["jor", "are", "dza", "dji", "egy", "sau"]
    assert order(seated(parties("en"), "en", 4)) == ["dza", "dji", "egy", "jor", "sau", "are"]
    assert order(seated(parties("fr"), "fr", 4)) == ["dza", "sau", "dji", "egy", "are", "jor"]


def test_rows_are_filled_from_the_front_and_observers_and_guests_sit_apart():
    plan = seated(parties("en"), "en", 4)
    assert [(p.row, p.seat) for p in plan.of("members")][3:5] == [(1, 4), (2, 1)]
    assert order(plan, "observers") == ["bih", "rus", "zzz"]
    assert [len(row) for row in plan.rows("members")] == [4, 4]
    assert plan.rows("members")[1][2:] == [None, None]


def test_who_presides_sits_at_the_podium_and_leaves_no_gap():
    plan = seated(parties("en"), "en", 4, chair="dji")
    assert order(plan, "podium") == ["dji"]
    assert order(plan) == ["dza", "egy", "jor", "sau", "are"]


def test_the_lot_names_a_delegation_or_a_letter():
    assert order(seated(parties("en"), "en", 4, first="jor"))[0] == "jor"
    assert order(seated(parties("en"), "en", 4, first="jor", chair="jor"))[0] == "sau"
    assert order(seated(parties("en"), "en", 4, first="F"))[0] == "jor"
    assert order(seated(parties("en"), "en", 4, first="Z"))[0] == "dza"
    assert order(seated(parties("fr"), "fr", 4, first="E"))[0] == "egy"
    assert order(seated(parties("ar"), "ar", 4, first="ج"))[:2] == ["dza", "dji"]
    assert order(seated(parties("en"), "en", 4, first="jor"), "observers") == ["bih", "rus", "zzz"]


def test_who_was_moved_stays_marked_in_every_order_and_the_others_close_up():
    moved = {"egy": ("members", 2, 1), "dza": ("observers", 1, 1)}
    for lang in ("ar", "en", "fr"):
        plan = seated(parties(lang), lang, 4, moved=moved)
        found = {p.party.key: (p.block, p.row, p.seat) for p in plan.places if p.moved}
        assert found == moved
        assert len({(p.block, p.row, p.seat) for p in plan.places}) == len(plan.places) == 9
        assert [(p.row, p.seat) for p in plan.of("members")] == [
            (1, 1), (1, 2), (1, 3), (1, 4), (2, 1),
        ]  # fmt: skip


def test_a_seat_beyond_the_row_makes_that_row_longer():
    plan = seated(parties("en"), "en", 3, moved={"egy": ("members", 1, 5)})
    assert [len(row) for row in plan.rows("members")] == [5, 3]
