"""Who acts in these tests: generic offices of an exercise, no people."""

from amana.kernel.words import Words
from amana.texts.tests.people import ON, officer

__all__ = ["DELEGATE", "OFFICER", "ON", "exercise"]

OFFICER = officer("conference-officer", body="general-secretariat")
DELEGATE = officer(body="mission-07")


def exercise(text: str) -> Words:
    """A title of an exercise, in three languages."""
    return Words(en=f"{text} (exercise)", fr=f"{text} (exercice)", ar=f"{text} (تمرين)")
