"""The register of acts and the functions that keep it and every dated row."""

import django.contrib.postgres.fields
from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension
from django.db import migrations, models

KEEP = """
CREATE FUNCTION amana_keep_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the register of acts is append-only: % refused', TG_OP
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER act_is_kept BEFORE UPDATE OR DELETE ON ground_act
  FOR EACH ROW EXECUTE FUNCTION amana_keep_act();
CREATE TRIGGER register_is_kept BEFORE TRUNCATE ON ground_act
  FOR EACH STATEMENT EXECUTE FUNCTION amana_keep_act();

CREATE FUNCTION amana_keep_dated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
     AND upper_inf(OLD.recorded) AND NOT upper_inf(NEW.recorded)
     AND lower(OLD.recorded) = lower(NEW.recorded)
     AND to_jsonb(NEW) - 'recorded' = to_jsonb(OLD) - 'recorded' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a dated fact is never changed: % on % refused; correct it by a new row',
    TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
"""
DROP = """
DROP FUNCTION amana_keep_dated() CASCADE;
DROP FUNCTION amana_keep_act() CASCADE;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        migrations.CreateModel(
            name="Act",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("actor", models.CharField(max_length=120)),
                ("actor_name", models.CharField(max_length=200)),
                ("office", models.CharField(blank=True, max_length=120)),
                ("verb", models.CharField(max_length=60)),
                ("subject", models.CharField(db_index=True, max_length=200)),
                ("facts", models.JSONField(default=dict)),
                ("basis", django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(max_length=200), default=list, size=None)),
                ("reason", models.TextField(blank=True)),
                ("prev", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64, unique=True)),
            ],
            options={
                "ordering": ["-seq"],
                "indexes": [
                    models.Index(fields=["actor", "seq"], name="ground_act_actor_idx"),
                    models.Index(fields=["verb", "seq"], name="ground_act_verb_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PackRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False,
                                           verbose_name="ID")),
                ("pack", models.CharField(max_length=60)),
                ("table", models.CharField(max_length=60)),
                ("key", models.CharField(max_length=200)),
                ("digest", models.CharField(max_length=64)),
                ("facts", django.contrib.postgres.fields.ArrayField(
                    base_field=models.UUIDField(), default=list, size=None)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("pack", "table", "key"), name="one_record_a_key")
                ],
            },
        ),
        migrations.RunSQL(KEEP, DROP),
    ]
