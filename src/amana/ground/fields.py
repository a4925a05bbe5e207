"""Model fields of the house."""

from typing import Any

from django.db import models

from amana.kernel.words import Words

__all__ = ["WordsField"]


class WordsField(models.JSONField):
    """Words kept as JSONB `{"ar": …, "en": …, "fr": …}`; always a Words in Python."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", Words)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Words:
        """From JSONB to Words."""
        return Words.of(super().from_db_value(value, expression, connection))

    def to_python(self, value: Any) -> Words:
        """From whatever was assigned to Words."""
        return Words.of(value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """From Words to JSONB; look-ups by key keep what they were given."""
        if isinstance(value, Words):
            value = value.as_dict()
        return super().get_db_prep_value(value, connection, prepared)
