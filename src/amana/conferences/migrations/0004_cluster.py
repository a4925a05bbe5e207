"""Subjects of resolutions come from the pack."""

import django.contrib.postgres.fields
from django.db import migrations, models

import amana.ground.fields
import amana.kernel.words


class Migration(migrations.Migration):
    dependencies = [("conferences", "0003_kept")]
    operations = [
        migrations.CreateModel(
            name="Cluster",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=120, unique=True)),
                (
                    "names",
                    amana.ground.fields.WordsField(blank=True, default=amana.kernel.words.Words),
                ),
                (
                    "forms",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), size=None
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(forms__len__gt=0), name="cluster_is_printed_somehow"
                    )
                ],
            },
        ),
    ]
