"""The invariants of dated rows that PostgreSQL itself holds."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import migrations, models

__all__ = ["dated_triggers", "is_period", "no_overlap", "one_version"]


def no_overlap(*fields: str, name: str, condition: models.Q | None = None) -> ExclusionConstraint:
    """No two known rows with these equal fields share a day."""
    known = models.Q(recorded__upper_inf=True)
    return ExclusionConstraint(
        name=name,
        expressions=[
            *((field, RangeOperators.EQUAL) for field in fields),
            ("during", RangeOperators.OVERLAPS),
        ],
        condition=known & condition if condition else known,
    )


def is_period(name: str) -> models.CheckConstraint:
    """A period that ends before or as it begins holds no day: refused."""
    return models.CheckConstraint(condition=models.Q(during__isempty=False), name=name)


def one_version(name: str) -> models.UniqueConstraint:
    """Of one fact only one version is what we know now."""
    return models.UniqueConstraint(
        fields=["fact"], condition=models.Q(recorded__upper_inf=True), name=name
    )


def dated_triggers(*tables: str) -> migrations.RunSQL:
    """A dated row may not be deleted, and only the end of `recorded` may be written to it."""
    made = (
        f"CREATE TRIGGER {table}_is_kept BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION amana_keep_dated();\n"
        f"CREATE TRIGGER {table}_is_whole BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION amana_keep_dated();"
        for table in tables
    )
    dropped = (
        f"DROP TRIGGER {table}_is_kept ON {table}; DROP TRIGGER {table}_is_whole ON {table};"
        for table in tables
    )
    return migrations.RunSQL("\n".join(made), "\n".join(dropped))
