"""Sort keys put names in the order of their language when sorted by code point."""

from amana.kernel.order import sort_key


def _sorted(names: list[str], lang: str) -> list[str]:
    return sorted(names, key=lambda name: sort_key(name, lang))


def test_french_accents_do_not_send_a_name_to_the_end() -> None:
    names = ["Émirats arabes unis", "Yémen", "Égypte", "Djibouti", "Gabon"]
    assert _sorted(names, "fr") == ["Djibouti", "Égypte", "Émirats arabes unis", "Gabon", "Yémen"]


def test_an_accent_decides_only_between_equal_letters() -> None:
    assert _sorted(["côté", "cote", "coté", "cotes"], "fr")[0] == "cote"
    assert _sorted(["péché", "pêche", "pecheur"], "fr")[-1] == "pecheur"


def test_the_arabic_article_does_not_count_at_the_beginning() -> None:
    names = ["اليمن", "البحرين", "أذربيجان", "السودان", "جيبوتي", "الجزائر", "تركيا"]
    assert _sorted(names, "ar") == [
        "أذربيجان", "البحرين", "تركيا", "الجزائر", "جيبوتي", "السودان", "اليمن",
    ]  # fmt: skip


def test_albania_begins_with_no_article() -> None:
    assert _sorted(["باكستان", "ألبانيا", "آسيا"], "ar") == ["آسيا", "ألبانيا", "باكستان"]


def test_marks_of_writing_do_not_change_the_place() -> None:
    assert sort_key("السـودان\u200f", "ar") == sort_key("السودان", "ar")


def test_the_article_counts_where_the_language_is_not_arabic() -> None:
    assert sort_key("السودان", "en") != sort_key("السودان", "ar")


def test_a_key_is_ascii_text_that_an_index_can_hold() -> None:
    key = sort_key("Organisation de la coopération islamique " * 20, "fr")
    assert key.isascii()
    assert len(key) < 2700


def test_an_empty_name_stands_first() -> None:
    assert _sorted(["a", ""], "en") == ["", "a"]
