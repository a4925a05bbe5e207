"""What has been given out: languages of a work at one second, and the files made of it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from amana.ground.constraints import is_period, one_version
from amana.ground.dated import Dated
from amana.ground.fields import WordsField
from amana.texts.models.works import Work

__all__ = ["Release", "Rendition"]


class Release(Dated):
    """Languages of a work given out together at one second.

    `missing` names the languages that were not ready; `reason` says why they were left behind,
    and the act who broke parity.
    """

    REGISTRY = False

    work = models.ForeignKey(Work, models.PROTECT, related_name="releases")
    at = models.DateTimeField()
    languages = ArrayField(models.CharField(max_length=2))
    missing = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    reason = WordsField()

    class Meta:
        constraints = [
            is_period("release_is_a_period"),
            one_version("release_one_version"),
        ]


class Rendition(models.Model):
    """One file of a work: its languages, the day whose text it shows, its hash, where it lies.

    `sha256` is of the whole file, in hexadecimal, and stands in the register (`act`). `code` is
    what its QR code leads to.
    """

    class Format(models.TextChoices):
        PDF = "pdf"
        DOCX = "docx"
        HTML = "html"
        AKN = "akn"
        JSON_LD = "jsonld"

    work = models.ForeignKey(Work, models.PROTECT, related_name="renditions")
    format = models.CharField(max_length=8, choices=Format)
    languages = models.CharField(max_length=8)  # "ar", "ar-en", "ar-en-fr"
    on = models.DateField(null=True, blank=True)  # of the text shown; none for the original
    published = models.BooleanField(default=False)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.BigIntegerField()
    code = models.CharField(max_length=24, unique=True)
    made_at = models.DateTimeField()
    act = models.ForeignKey("ground.Act", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["work", "format", "languages", "sha256"], name="one_rendition_a_file"
            )
        ]

    def __str__(self) -> str:
        return f"{self.work_id} {self.languages}.{self.format}"
