"""Dated rows are kept."""

from django.db import migrations

from amana.ground.constraints import dated_triggers


class Migration(migrations.Migration):
    dependencies = [("conferences", "0002_initial"), ("ground", "0001_initial")]
    operations = [dated_triggers("conferences_sitting")]
