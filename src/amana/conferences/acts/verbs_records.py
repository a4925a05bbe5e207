"""What the acts after a session are called in the register, and in the three languages."""

from amana.kernel.words import Words

__all__ = ["VERBS"]

VERBS: dict[str, Words] = {
    "record.correct": Words(en="correct a record", fr="corriger un procès-verbal",
                            ar="تصحيح محضر"),
    "record.release": Words(en="release a record", fr="publier un procès-verbal", ar="نشر محضر"),
    "journal.publish": Words(en="publish a daily journal", fr="publier un journal quotidien",
                             ar="إصدار النشرة اليومية"),
    "journal.send": Words(en="send a daily journal", fr="envoyer un journal quotidien",
                          ar="إرسال النشرة اليومية"),
}  # fmt: skip
