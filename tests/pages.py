"""The public pages that tests of every page walk: one of each kind, with real keys."""

PUBLIC = (
    "", "about/", "sources/", "data/", "accessibility/", "offline/", "organisation/", "members/",
    "members/egy/", "members/syr/", "members/caf/", "groups/", "bodies/", "bodies/oic/",
    "bodies/cfm/", "bodies/general-secretariat/", "bodies/sesric/", "institutions/",
    "departments/", "seats/", "offices/", "offices/secretary-general/",
    "persons/hissein-brahim-taha/", "charter/", "texts/charter-1972/", "texts/charter-2008/",
    "texts/charter-2008/at/art_16/", "texts/charter-2008/compare/", "verify/",
    "texts/res-cfm-44-pol-1/", "texts/res-cfm-44-pol-1/lineage/", "rules/",
    "rules/secretary-general.term-length/", "disputed/", "disputed/secretary-general.term-length/",
    "sessions/", "sessions/summit-3/", "resolutions/",
    "finance/", "search/?q=Palestine",
)  # fmt: skip
LANGS = ("ar", "en", "fr")
DAYS = ("", "1982-06-01")


def address(lang: str, page: str, day: str = "") -> str:
    """The address of a page in a language on a day."""
    joint = "&" if "?" in page else "?"
    return f"/{lang}/{page}" + (f"{joint}on={day}" if day else "")
