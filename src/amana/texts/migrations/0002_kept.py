"""Dated rows are kept."""

from django.db import migrations

from amana.ground.constraints import dated_triggers


class Migration(migrations.Migration):
    dependencies = [("texts", "0001_initial"), ("ground", "0001_initial")]
    operations = [dated_triggers("texts_workrecord", "texts_nodetext", "texts_governs", "texts_modification")]
