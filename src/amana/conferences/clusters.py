"""The subject committees by whose letters resolutions are numbered, in words.

A resolution `8/44-POL` is the eighth of the political committee of the 44th session. The words are
our own descriptions of what the letters stand for, not names printed by the organisation.
"""

from amana.kernel.words import Words

__all__ = ["CLUSTERS", "cluster_words"]

CLUSTERS = {
    "POL": Words(en="Political affairs", fr="Affaires politiques", ar="الشؤون السياسية"),
    "ECO": Words(en="Economic affairs", fr="Affaires économiques", ar="الشؤون الاقتصادية"),
    "CUL": Words(
        en="Cultural, social and family affairs",
        fr="Affaires culturelles, sociales et familiales",
        ar="الشؤون الثقافية والاجتماعية وشؤون الأسرة",
    ),
    "S&T": Words(
        en="Science, technology, health and environment",
        fr="Science, technologie, santé et environnement",
        ar="العلوم والتكنولوجيا والصحة والبيئة",
    ),
    "MM": Words(
        en="Muslim communities and minorities",
        fr="Communautés et minorités musulmanes",
        ar="الجماعات والأقليات المسلمة",
    ),
    "LEG": Words(en="Legal affairs", fr="Affaires juridiques", ar="الشؤون القانونية"),
    "ORG": Words(
        en="Organisational and statutory affairs",
        fr="Affaires organiques et statutaires",
        ar="الشؤون التنظيمية والنظامية",
    ),
    "ADF": Words(
        en="Administrative and financial affairs",
        fr="Affaires administratives et financières",
        ar="الشؤون الإدارية والمالية",
    ),
}


def cluster_words(code: str) -> Words:
    """A cluster in words; letters that are not known stand for themselves."""
    return CLUSTERS.get(code) or Words(**dict.fromkeys(("ar", "en", "fr"), code))
