"""Which provision of a text cites which provision: an index, made anew from the texts at will."""

from django.db import models

from amana.texts.models.works import Work

__all__ = ["TextCitation"]


class TextCitation(models.Model):
    """One citation inside a text: where it stands, in which language, what it leads to.

    `wid` is the citing provision, `target` the address of the cited one (`charter-2008#art_16`,
    or a work alone), `on` the day whose text is cited, `printed` the words. No fact: it says
    nothing that the texts do not, and `citing.noting` writes it.
    """

    work = models.ForeignKey(Work, models.CASCADE, related_name="text_citations")
    wid = models.CharField(max_length=120)
    lang = models.CharField(max_length=2)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    printed = models.CharField(max_length=200)
    target = models.CharField(max_length=240, db_index=True)
    target_work = models.CharField(max_length=120, db_index=True)
    on = models.DateField()

    class Meta:
        ordering = ["work", "wid", "lang", "start"]
        constraints = [
            models.UniqueConstraint(
                fields=["work", "wid", "lang", "start", "target"], name="one_citation_a_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.work_id}#{self.wid} > {self.target}"
